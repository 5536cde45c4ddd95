import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "eloqua",
  urls: [
    {
      url: "https://trk.example.org/e/FooterImages/FooterImage1?elq=0123456789abcdef0123456789abcdef&siteid=1717",
      purpose: "open",
      fields: { reader: "0123456789abcdef0123456789abcdef", account: "1717" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: ["https://s1717.t.eloqua.com/e/u?s=1717&elq=0123456789abcdef0123456789abcdef"],
        extensionHeaders: ["x-elq-a"],
      },
      account: "eloqua/1717",
    },
  ],
};
