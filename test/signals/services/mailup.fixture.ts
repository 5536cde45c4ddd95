import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "mailup",
  urls: [
    {
      url: "https://a1b2c.musvc2.net/e/tr?q=0%3dAbCdEfGhIjKlMnOpQr",
      purpose: "click",
      fields: { opaque: "0%3dAbCdEfGhIjKlMnOpQr", account: "a1b2c" },
    },
  ],
  claims: [{ claims: { returnPath: "b@mailupclient.com" }, account: null }],
};
