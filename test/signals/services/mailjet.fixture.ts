import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "mailjet",
  urls: [
    {
      url: "https://s17ht.mjt.lu/oo/AbCdEfGhIj17/0a1b2c3d/e.gif",
      purpose: "open",
      fields: { opaque: "AbCdEfGhIj17", signature: "0a1b2c3d", account: "s17ht" },
    },
  ],
  claims: [
    {
      claims: { listUnsubscribe: ["https://s17ht.mjt.lu/unsub2?m=AbC&b=0a"], extensionHeaders: ["x-mj-mid"] },
      account: "mailjet/host/s17ht",
    },
  ],
};
