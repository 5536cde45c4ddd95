import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "sendpulse",
  urls: [],
  claims: [{ claims: { extensionHeaders: ["x-sendpulse-id"] }, account: null }],
};
