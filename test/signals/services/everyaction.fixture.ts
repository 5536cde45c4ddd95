import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "everyaction",
  urls: [
    {
      url: "https://click.everyaction.com/k/1717171/181818/191919?nvep=ew0KICAiVGVuYW50VXJpIjogIm5n&hmac=AbCdEfGhIjKl=",
      purpose: "click",
      fields: {
        campaign: "1717171",
        link: "181818",
        opaque: "ew0KICAiVGVuYW50VXJpIjogIm5n",
        signature: "AbCdEfGhIjKl=",
      },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-ngpvan-id"], returnPath: "b@ngpweb.com" }, account: null }],
};
