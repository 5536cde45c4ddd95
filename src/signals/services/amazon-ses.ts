/** Amazon SES: a relay for the mail of programs (LK-09); platforms send through it too. Source: K, general engineering knowledge, in our own words. */
import { defineService, url } from "./service.ts";

export const amazonSes = defineService({
  id: "amazon-ses",
  name: "Amazon SES",
  kind: "transactional",
  links: "awstrack.me",
  mail: "amazonses.com",
  headers: "x-ses-",
  feedback: {
    key: "amazonses",
    form: /^(?:[\w.-]{0,60}:)?(?:[\w.-]{0,60}:)?1\.[a-z0-9-]{6,20}\.(?<account>[\w+/]{20,80}=?):AmazonSES$/i,
    sure: "seen",
  },
  urls: [
    url("open", "published", /^\/C?I0\/(?<message>[\w-]{20,120})\/(?<signature>[\w=-]{10,120})/, { heads: "I0 CI0" }),
    url(
      "click",
      "published",
      /^\/C?L0\/[^/]{4,900}\/(?<link>\d{1,4})\/(?<message>[\w-]{20,120})\/(?<signature>[\w=-]{10,120})/,
      { heads: "L0 CL0" },
    ),
  ],
  reveals: "this one copy, by its message id; signed",
  asOf: "2026-11",
});
