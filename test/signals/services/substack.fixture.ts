import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "substack",
  urls: [
    {
      url: "https://eotrx.substackcdn.com/open?token=eyJtIjoiPGEifQ.AbCdEfGhIjKlMn",
      purpose: "open",
      fields: { opaque: "eyJtIjoiPGEifQ", signature: "AbCdEfGhIjKlMn" },
    },
  ],
  claims: [
    {
      claims: {
        listId: "reedhollowpost.substack.com",
        listUnsubscribe: ["https://reedhollowpost.substack.com/action/disable_email?token=eyJ1c2VyIjoxfQ.abc"],
      },
      account: "substack/host/reedhollowpost",
    },
  ],
};
