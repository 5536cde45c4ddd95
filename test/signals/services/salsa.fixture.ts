import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "salsa",
  urls: [],
  claims: [
    {
      claims: {
        listUnsubscribe: ["https://reedhollow.salsalabs.org/unsubscribe"],
        returnPath: "b@bounces.salsalabs.org",
      },
      account: "salsa/host/reedhollow",
    },
  ],
};
