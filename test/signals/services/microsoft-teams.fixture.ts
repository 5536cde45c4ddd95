import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "microsoft-teams",
  urls: [
    {
      url: "https://teams.microsoft.com/l/meetup-join/19%3ameeting_AbCdEfGh%40thread.v2/0",
      purpose: "view",
      fields: { campaign: "19%3ameeting_AbCdEfGh%40thread.v2" },
    },
  ],
  claims: [],
};
