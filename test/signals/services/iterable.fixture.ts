import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "iterable",
  urls: [
    {
      url: "https://links.example.org/e/eo?_t=0123456789abcdef0123456789abcdef&_m=0123456789abcdef0123456789abcdee&_e=AbCdEfGhIjKl",
      purpose: "open",
      fields: {
        campaign: "0123456789abcdef0123456789abcdef",
        message: "0123456789abcdef0123456789abcdee",
        opaque: "AbCdEfGhIjKl",
      },
    },
  ],
  claims: [
    {
      claims: { feedbackId: "17:18:1819:iterable", extensionHeaders: ["x-iterable-x"] },
      account: null,
    },
  ],
};
