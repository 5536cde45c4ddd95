import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "nationbuilder",
  urls: [
    {
      url: "https://reedhollow.nationbuilder.com/r?u=AbCdEfGhIjKl&e=0123456789abcdef0123456789abcdef&n=1",
      purpose: "click",
      fields: { opaque: "AbCdEfGhIjKl", reader: "0123456789abcdef0123456789abcdef", account: "reedhollow" },
    },
  ],
  claims: [
    {
      claims: { listUnsubscribe: ["https://reedhollow.nationbuilder.com/unsubscribe"], extensionHeaders: ["x-nb-id"] },
      account: "nationbuilder/host/reedhollow",
    },
  ],
};
