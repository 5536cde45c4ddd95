/**
 * Bounce.io: dressed reports of mail that could not be delivered, for providers, with advertisements and its own pixel (seen in 2014). The reports
 * are made of one text for everybody. Source: K, general engineering knowledge, in our own words.
 */
import { defineService, url } from "./service.ts";

export const bounceIo = defineService({
  id: "bounce-io",
  name: "Bounce.io",
  kind: "bounces",
  links: "b-io.me",
  mail: "bounceio.net",
  pages: "bounce.io",
  headers: "x-bounceio-",
  urls: [
    url("open", "seen", /^\/o\/(?<opaque>[\w.-]{60,900})$/),
    url("click", "seen", /^\/c\/(?<opaque>[\w.-]{60,900})$/),
  ],
  reveals: "this one report, in a value that only Bounce.io can read",
  asOf: "2026-11",
});
