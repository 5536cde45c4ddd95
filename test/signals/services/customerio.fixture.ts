import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "customerio",
  urls: [
    {
      url: "https://e.customeriomail.com/e/o/RFVaQUlBTUFBYUJjRGVGZ0hp",
      purpose: "open",
      fields: { opaque: "RFVaQUlBTUFBYUJjRGVGZ0hp" },
    },
  ],
  claims: [
    {
      claims: {
        extensionHeaders: ["x-cio-a"],
        listUnsubscribe: ["https://track.customer.io/unsubscribe/RFVaQUlBTUFBYUJjRGVGZ0hp"],
      },
      account: null,
    },
  ],
};
