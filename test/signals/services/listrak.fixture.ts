import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "listrak",
  urls: [],
  claims: [{ claims: { extensionHeaders: ["x-listrak-id"], returnPath: "b@listrak.com" }, account: null }],
};
