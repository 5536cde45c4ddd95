/** Mobilize: mail of campaigns and organisations (LK-02). Source: K, general engineering knowledge, in our own words. */
import { defineService } from "./service.ts";

export const mobilize = defineService({
  id: "mobilize",
  name: "Mobilize",
  kind: "advocacy",
  links: "mobilize.us",
  mail: "mobilizeamerica.io",
  pictures: "mobilizeamerica.imgix.net",
  accountHosts: [],
  reveals: "values that only the service can read",
  asOf: "2026-11",
});
