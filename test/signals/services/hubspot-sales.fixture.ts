import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "hubspot-sales",
  urls: [
    {
      url: "https://t.sidekickopen17.com/s3t/o/AbCdEfGhIjKl?si=8000000171717&pi=00000000-1111-4222-8333-444444444444",
      purpose: "open",
      fields: { opaque: "AbCdEfGhIjKl", account: "8000000171717", message: "00000000-1111-4222-8333-444444444444" },
    },
  ],
  claims: [],
};
