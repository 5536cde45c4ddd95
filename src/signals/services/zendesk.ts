/** Zendesk: help desk and cases (LK-05). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const zendesk = defineService({
  id: "zendesk",
  name: "Zendesk",
  kind: "helpdesk",
  links: "zendesk.com",
  mail: "zdsys.com",
  pictures: "zdusercontent.com",
  headers: "x-zendesk-",
  mailers: ["zendesk"],
  accountHosts: [/^(?!(?:www|support|static|mail|out|pod\d{1,3})\.)(?<account>[a-z0-9-]{2,63})\.zendesk\.com$/],
  urls: [url("view", "seen", /^\/(?:hc\/[\w-]{2,10}\/)?requests\/(?<campaign>\d{1,14})/)],
  reveals: "the organisation and the ticket; no pixel of its own",
  asOf: "2026-11",
});
