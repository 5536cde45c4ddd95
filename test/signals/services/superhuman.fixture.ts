import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "superhuman",
  urls: [
    {
      url: "https://r.superhuman.com/AbCdEfGhIjKlMnOpQrStUv.gif",
      purpose: "open",
      fields: { opaque: "AbCdEfGhIjKlMnOpQrStUv" },
    },
  ],
  claims: [{ claims: { mailer: "Superhuman Desktop (2026)" }, account: null }],
};
