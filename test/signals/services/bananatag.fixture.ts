import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "bananatag",
  urls: [{ url: "https://bl-1.com/h/dAbCdEf17", purpose: "open", fields: { opaque: "dAbCdEf17" } }],
  claims: [{ claims: { extensionHeaders: ["x-bananatag-id"] }, account: null }],
};
