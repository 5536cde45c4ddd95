import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "intercom",
  urls: [
    {
      url: "https://reedhollow.intercom-clicks.com/via/o?h=0123456789abcdef0123456789abcdef01234567-17_18",
      purpose: "open",
      fields: { opaque: "0123456789abcdef0123456789abcdef01234567-17_18" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-intercom-bin"] }, account: null }],
};
