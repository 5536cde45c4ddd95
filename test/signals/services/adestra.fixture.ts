import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "adestra",
  urls: [
    {
      url: "https://reedhollowpost.msgfocus.com/c/1AbCdEfGhIj17",
      purpose: "click",
      fields: { opaque: "1AbCdEfGhIj17", account: "reedhollowpost" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: ["https://reedhollowpost.msgfocus.com/u/1AbCdEfGhIj17"],
        extensionHeaders: ["x-msgfocus-id"],
      },
      account: "adestra/host/reedhollowpost",
    },
  ],
};
