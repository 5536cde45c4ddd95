import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "streak",
  urls: [
    {
      url: "https://mailfoogae.appspot.com/t?sender=aYWRhQGV4YW1wbGUub3Jn&type=zerocontent&guid=00000000-1111-4222-8333-444444444444",
      purpose: "open",
      fields: { account: "aYWRhQGV4YW1wbGUub3Jn", message: "00000000-1111-4222-8333-444444444444" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-streak-id"] }, account: null }],
};
