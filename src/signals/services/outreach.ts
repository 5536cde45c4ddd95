/** Outreach: single mails with tracking (LK-04). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const outreach = defineService({
  id: "outreach",
  name: "Outreach",
  kind: "sales",
  links: "outrch.com",
  mail: "outreach.io",
  headers: "x-outreach-",
  urls: [
    url("open", "seen", /^\/api\/mailings\/opened\/(?<opaque>[\w-]{8,600})/, { heads: "api" }),
    url("click", "seen", /^\/api\/mailings\/click\/(?<opaque>[\w-]{8,600})/, { heads: "api" }),
    url("unsubscribe", "seen", /^\/api\/mailings\/unsubscribe\/(?<opaque>[\w-]{8,600})/, { heads: "api" }),
  ],
  reveals: "this one mail, told to the person who wrote it",
  asOf: "2026-11",
});
