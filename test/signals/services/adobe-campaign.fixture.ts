import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "adobe-campaign",
  urls: [
    {
      url: "https://t.news.example.org/r/?id=h1a2b3c,4d5e6f,1",
      purpose: "open",
      fields: { campaign: "1a2b3c", reader: "4d5e6f" },
    },
    {
      url: "https://t.news.example.org/r/?id=h1a2b3c,4d5e6f,7a8b&p1=x",
      purpose: "click",
      fields: { campaign: "1a2b3c", reader: "4d5e6f", link: "7a8b" },
    },
  ],
  claims: [{ claims: { mailer: "nlserver, Build 7.0.0.1717" }, account: null }],
};
