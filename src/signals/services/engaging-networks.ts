/** Engaging Networks: mail of campaigns and organisations (LK-02). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const engagingNetworks = defineService({
  id: "engaging-networks",
  name: "Engaging Networks",
  kind: "advocacy",
  links: "engagingnetworks.app e-activist.com",
  mail: "engagingnetworks.net",
  urls: [
    url(
      "click",
      "seen",
      /^\/page\/email\/click\/(?<account>\d{3,9})\/(?<campaign>\d{3,12})(?:\?email=(?<reader>[\w%+/=-]{8,200}))?/,
      { heads: "page" },
    ),
  ],
  reveals: "organisation, mailing and the reader's address in coded form",
  asOf: "2026-11",
});
