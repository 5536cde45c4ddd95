/** The registry of real senders: whom attackers play, and where these really write from. One file a kind or two. */
import { finance, parcels, shops } from "./commerce.ts";
import type { KnownSender } from "./entry.ts";
import { governments, institutions } from "./institutions.ts";
import { news } from "./news.ts";
import { thinkTanks, universities } from "./scholars.ts";
import { mailProviders, technology } from "./technology.ts";

export const registry: readonly KnownSender[] = [
  ...news,
  ...governments,
  ...institutions,
  ...thinkTanks,
  ...universities,
  ...mailProviders,
  ...technology,
  ...finance,
  ...parcels,
  ...shops,
];
