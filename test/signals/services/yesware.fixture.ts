import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "yesware",
  urls: [
    {
      url: "https://t.yesware.com/t/0123456789abcdef0123456789abcdef01234567/0123456789abcdef0123456789abcdef/spacer.gif",
      purpose: "open",
      fields: { message: "0123456789abcdef0123456789abcdef01234567", opaque: "0123456789abcdef0123456789abcdef" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-yesware-id"] }, account: null }],
};
