/** ActiveCampaign: bulk and marketing mail (LK-01). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const activecampaign = defineService({
  id: "activecampaign",
  name: "ActiveCampaign",
  kind: "bulk",
  links: "emlnk.com emlnk[1-9].com acemlna.com acemlnb.com acemlnc.com acemlnd.com activehosted.com",
  mail: "acems[1-4].com acemsrva.com acemsrvb.com acemsrvc.com acemsrvd.com",
  pages: "activecampaign.com",
  headers: "x-ac-",
  accountHosts: [
    /^(?<account>[a-z0-9-]{2,63})\.activehosted\.com$/,
    /^(?<account>[a-z0-9-]{2,63})\.lt\.acemln[a-d]\.com$/,
    /^(?!(?:www|lt)\.)(?<account>[a-z0-9-]{2,63})\.emlnk\d?\.com$/,
  ],
  urls: [
    url(
      "open",
      "seen",
      /^\/(?:lt\.php|Prod\/link-tracker)\?(?:nl=\d{1,9}&)?c=(?<campaign>\d{1,9})&m=\d{1,9}&s=(?<reader>[0-9a-f]{16,40})&l=open/,
      { heads: "lt.php Prod" },
    ),
    url("open", "supposed", /^\/lt\.php\?[^#]{0,300}\bl=open\b/),
    url("click", "seen", /^\/lt\.php\?x=(?<opaque>[\w~.%-]{10,400})/, { heads: "lt.php" }),
    url(
      "unsubscribe",
      "seen",
      /^\/(?:box|proc)\.php\?nl=\d{1,9}&c=(?<campaign>\d{1,9})&m=\d{1,9}&s=(?<reader>[0-9a-f]{16,40})&(?:funcml=unsub2|act=unsub)/,
      { heads: "box.php proc.php" },
    ),
  ],
  oneNumbering: true,
  reveals: "account, campaign and a stable id of the reader",
  asOf: "2026-11",
});
