import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "dotdigital",
  urls: [
    {
      url: "https://r1.trackedlink.net/1AB2-3CD4-567890/c.aspx",
      purpose: "click",
      fields: { opaque: "1AB2-3CD4-567890" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-dotmailer-a"] }, account: null }],
};
