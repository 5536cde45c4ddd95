/** Action Network: mail of campaigns and organisations (LK-02). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const actionNetwork = defineService({
  id: "action-network",
  name: "Action Network",
  kind: "advocacy",
  links: "actionnetwork.org click.actionnetwork.org",
  mail: "sg.actionnetwork.org",
  pages: "can2-prod.s3.amazonaws.com",
  headers: "x-actionnetwork-",
  urls: [
    url("open", "seen", /^\/ss\/o\/(?<opaque>[\w.~-]{20,900})\//),
    url("click", "seen", /^\/ss\/c\/(?<opaque>[\w.~-]{20,900})\//),
  ],
  reveals: "one value per copy that only the service can read",
  asOf: "2026-11",
});
