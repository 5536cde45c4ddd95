import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "inxmail",
  urls: [
    {
      url: "https://n.example.org/d/d.gif?o00y05e000f7bu0ih0000l6y00000000bf7tneluuzkjkiunkxes0",
      purpose: "open",
      fields: { opaque: "o00y05e000f7bu0ih0000l6y00000000bf7tneluuzkjkiunkxes0" },
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
