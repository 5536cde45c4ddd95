import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "adestra",
  urls: [
    {
      url: "https://marshpost.msgfocus.com/c/1AbCdEfGhIj17",
      purpose: "click",
      fields: { opaque: "1AbCdEfGhIj17", account: "marshpost" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: ["https://marshpost.msgfocus.com/u/1AbCdEfGhIj17"],
        extensionHeaders: ["x-msgfocus-id"],
      },
      account: "adestra/host/marshpost",
    },
  ],
};
