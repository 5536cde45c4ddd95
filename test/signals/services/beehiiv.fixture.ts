import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "beehiiv",
  urls: [
    {
      url: "https://reedhollowpost.beehiiv.com/subscribe/00000000-1111-4222-8333-444444444444/manage?post_id=00000000-1111-4222-8333-555555555555",
      purpose: "unsubscribe",
      fields: {
        reader: "00000000-1111-4222-8333-444444444444",
        campaign: "00000000-1111-4222-8333-555555555555",
        account: "reedhollowpost",
      },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: ["https://reedhollowpost.beehiiv.com/subscribe/00000000-1111-4222-8333-444444444444/manage"],
        extensionHeaders: ["x-beehiiv-type"],
      },
      account: "beehiiv/host/reedhollowpost",
    },
  ],
};
