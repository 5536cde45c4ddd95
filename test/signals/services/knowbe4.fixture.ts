import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "knowbe4",
  urls: [],
  claims: [
    { claims: { extensionHeaders: ["x-phishtest", "x-phish-crid"], returnPath: "b@psm.knowbe4.com" }, account: null },
  ],
};
