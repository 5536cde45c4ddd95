import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "salesloft",
  urls: [],
  claims: [{ claims: { extensionHeaders: ["x-salesloft-id"] }, account: null }],
};
