import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "sailthru",
  urls: [
    {
      url: "https://link.example.org/click/17171717.1818/aHR0cHM6Ly9leGFtcGxl/0123456789abcdef01234567B01234567",
      purpose: "click",
      fields: {
        campaign: "17171717.1818",
        link: "aHR0cHM6Ly9leGFtcGxl",
        reader: "0123456789abcdef01234567",
        signature: "01234567",
      },
    },
  ],
  claims: [{ claims: { mailer: "sailthru.com" }, account: null }],
};
