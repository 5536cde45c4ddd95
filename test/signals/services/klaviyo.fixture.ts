import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "klaviyo",
  urls: [
    {
      url: "https://manage.kmail-lists.com/subscriptions/unsubscribe?a=AbC123&c=01ABCDEFGHJKMNPQRSTVWXYZ01&k=0a1b&m=2",
      purpose: "unsubscribe",
      fields: { account: "AbC123", reader: "01ABCDEFGHJKMNPQRSTVWXYZ01" },
    },
    {
      url: "https://static-forms.klaviyo.com/fonts/api/v1/AbC123/custom_fonts.css",
      purpose: "image",
      fields: { account: "AbC123" },
    },
    {
      url: "https://ctrk.klclick.com/o/AbCdEfGhIjKlMnOpQrStUv",
      purpose: "open",
      fields: { opaque: "AbCdEfGhIjKlMnOpQrStUv" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: [
          "https://manage.kmail-lists.com/subscriptions/unsubscribe?a=AbC123&c=01ABCDEFGHJKMNPQRSTVWXYZ01&k=0a1b",
        ],
        extensionHeaders: ["x-kmail-account"],
      },
      account: "klaviyo/AbC123",
    },
  ],
};
