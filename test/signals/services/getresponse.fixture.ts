import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "getresponse",
  urls: [
    {
      url: "https://m.example.org/open.html?x=a1&m=b2c&mc=Co&s=d3e&u=f4&z=g5&",
      purpose: "open",
      fields: { campaign: "b2c", reader: "d3e", account: "f4" },
    },
    {
      url: "https://m.example.org/one_click_unsubscribe.html?x=a1&m=b2c&s=d3e&u=f4&z=g5&",
      purpose: "unsubscribe",
      fields: { campaign: "b2c", reader: "d3e", account: "f4" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: ["https://m.example.org/unsubscribe.html?x=a1&m=b2c&s=d3e&u=f4&z=g5&"],
        mailer: "GetResponse",
      },
      account: "getresponse/url/f4",
    },
  ],
};
