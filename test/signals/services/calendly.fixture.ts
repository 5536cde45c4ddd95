import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "calendly",
  urls: [
    {
      url: "https://calendly.com/cancellations/00000000-1111-4222-8333-444444444444",
      purpose: "view",
      fields: { message: "00000000-1111-4222-8333-444444444444" },
    },
  ],
  claims: [],
};
