import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "pardot",
  urls: [
    {
      url: "https://go.example.org/r/171717/1/1818181818/open/1",
      purpose: "open",
      fields: { account: "171717", message: "1818181818" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: [
          "https://go.example.org/unsubscribe/u/171717/0123456789abcdef0123456789abcdef01234567/1818181818",
        ],
        extensionHeaders: ["x-pardot-route"],
      },
      account: "pardot/171717",
    },
  ],
};
