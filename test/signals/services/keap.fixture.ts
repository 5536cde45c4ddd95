import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "keap",
  urls: [
    {
      url: "https://ab123.infusionsoft.com/app/linkClick/17/0a1b2c3d/1818/4e5f",
      purpose: "click",
      fields: { opaque: "17/0a1b2c3d/1818/4e5f", account: "ab123" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: ["https://ab123.infusionsoft.com/app/optOut/1/0a1b2c/17/3d4e"],
        mailer: "InfusionMail 1.0",
      },
      account: "keap/host/ab123",
    },
  ],
};
