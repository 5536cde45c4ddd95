import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "inxmail",
  urls: [
    {
      url: "https://n.example.org/d/d.gif?o00a7k2m000q9x0ztw0000p3c00000000hv5drieeajwsosyknwet1",
      purpose: "open",
      fields: { opaque: "o00a7k2m000q9x0ztw0000p3c00000000hv5drieeajwsosyknwet1" },
    },
  ],
  claims: [
    {
      claims: {
        feedbackId: "1718:xpro-17:mailing:newsexample",
        mailer: "Inxmail EE 5.0",
        returnPath: "bounce_17+0a1b2c3d4e@n.example.org",
      },
      account: "inxmail/feedback/xpro-17",
    },
  ],
};
