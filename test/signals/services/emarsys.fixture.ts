import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "emarsys",
  urls: [
    {
      url: "https://link.example.org/u/nrd.php?p=AbCdEfGhIj_1718_1819_1_2",
      purpose: "click",
      fields: { opaque: "AbCdEfGhIj_1718_1819_1_2" },
    },
  ],
  claims: [
    {
      claims: {
        extensionHeaders: ["x-emarsys-identify"],
        listUnsubscribe: ["https://0.eservice.emarsys.net/api/unsubscribe/Ab-3dEf6hIj"],
      },
      account: null,
    },
  ],
};
