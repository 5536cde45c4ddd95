import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "mailerlite",
  urls: [
    {
      url: "https://click.mlsend.com/link/c/YT0xNzE3MTcmYj0xODE4MTgmYz1h",
      purpose: "click",
      fields: { opaque: "YT0xNzE3MTcmYj0xODE4MTgmYz1h" },
    },
  ],
  claims: [{ claims: { mailer: "MailerLite", returnPath: "b@mlsend.com" }, account: null }],
};
