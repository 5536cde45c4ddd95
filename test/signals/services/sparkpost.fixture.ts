import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "sparkpost",
  urls: [
    {
      url: "https://click.example.org/q/AbCdEfGhIjKlMnOp17~~/AAAAARA~/RgRAbCd~",
      purpose: "open",
      fields: { opaque: "AbCdEfGhIjKlMnOp17", signature: "AAAAARA~" },
    },
  ],
  claims: [
    {
      claims: { returnPath: "msprvs1=17abcdef=bounces-171717-5@bounce.example.org", extensionHeaders: ["x-msfbl"] },
      account: "sparkpost/171717",
    },
  ],
};
