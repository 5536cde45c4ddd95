import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "govdelivery",
  urls: [
    {
      url: "https://public.govdelivery.com/accounts/EXAMPLECITY/subscriber/one_click_unsubscribe?verification=5.0a",
      purpose: "unsubscribe",
      fields: { account: "EXAMPLECITY" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: [
          "https://public.govdelivery.com/accounts/EXAMPLECITY/subscriber/one_click_unsubscribe?verification=5.0a",
        ],
        extensionHeaders: ["x-accountcode"],
      },
      account: "govdelivery/url/EXAMPLECITY",
    },
  ],
};
