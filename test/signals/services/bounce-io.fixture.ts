import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "bounce-io",
  urls: [
    {
      url: "https://a.b-io.me/o/AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQrStUvWxYz0123456789--",
      purpose: "open",
      fields: { opaque: "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQrStUvWxYz0123456789--" },
    },
  ],
  claims: [],
};
