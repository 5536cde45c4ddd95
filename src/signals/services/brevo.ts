/** Brevo (Sendinblue): bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const brevo = defineService({
  id: "brevo",
  name: "Brevo (Sendinblue)",
  kind: "bulk",
  links: "sendibm[1-4].com sendibt[1-4].com sendib.com mailin.fr",
  mail: "sender-sib.com sib-mail.com sp1-brevo.net brevosend.com brevomail.net",
  pictures: "mailinblue.com",
  pages: "sendinblue.com brevo.com",
  headers: "x-sib-id x-mailin-",
  mailers: ["sendinblue", "brevo"],
  feedback: {
    key: "sendinblue",
    form: /^[\d.]{7,15}:(?<account>\d{1,12})_(?<campaign>-?\d{1,12}):\d{1,12}:(?:Sendinblue|Brevo)$/i,
    sure: "seen",
  },
  urls: [
    url("open", "seen", /^\/(?:tr|mk)\/op\/(?<opaque>[\w-]{30,900})/, { heads: "tr mk" }),
    url("click", "seen", /^\/(?:tr|mk)\/(?:cl|mr)\/(?<opaque>[\w-]{30,900})/, { heads: "tr mk" }),
    url("unsubscribe", "seen", /^\/(?:tr|mk)\/un\/(?:li\/)?(?<opaque>[\w-]{30,900})/, { heads: "tr mk" }),
    url("image", "seen", /^\/(?<account>\d{3,12})\/images\//),
  ],
  reveals: "one value per copy that only Brevo can read; it names account, campaign and reader to it",
  asOf: "2026-11",
});
