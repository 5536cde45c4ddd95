import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "mandrill",
  urls: [
    {
      url: "https://mandrillapp.com/track/open.php?u=17171717&id=0123456789abcdef0123456789abcdef",
      purpose: "open",
      fields: { account: "17171717", message: "0123456789abcdef0123456789abcdef" },
    },
  ],
  claims: [
    {
      claims: {
        feedbackId: "17171717:17171717.20260117:md",
        returnPath: "bounce-md_17171717.0a1b2c3d.v1-0a1b@mandrillapp.com",
      },
      account: "mandrill/17171717",
    },
  ],
};
