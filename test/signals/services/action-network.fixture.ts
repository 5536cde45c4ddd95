import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "action-network",
  urls: [
    {
      url: "https://click.actionnetwork.org/ss/c/u001.AbCdEfGhIjKlMnOpQrSt/4ab/h1",
      purpose: "click",
      fields: { opaque: "u001.AbCdEfGhIjKlMnOpQrSt" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-actionnetwork-id"] }, account: null }],
};
