/** Front: help desk and cases (LK-05). Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const front = defineService({
  id: "front",
  name: "Front",
  kind: "helpdesk",
  links: "app.frontapp.com",
  mail: "frontapp.com",
  pages: "front.com",
  headers: "x-front-",
  urls: [
    url(
      "open",
      "seen",
      /^\/api\/1\/noauth\/companies\/(?<account>[\w-]{2,80})\/seen\/(?<message>msg_\w{3,20})\/(?<reader>har_\w{3,20})\/(?<signature>[\w-]{6,80})\.gif/,
    ),
  ],
  reveals: "organisation, message and the reader's handle, signed",
  asOf: "2026-11",
});
