import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "cordial",
  urls: [
    { url: "https://click.example.org/o/AbCdEfGhIj17?cp_tp=v1.a", purpose: "open", fields: { opaque: "AbCdEfGhIj17" } },
  ],
  claims: [{ claims: { extensionHeaders: ["x-cordial-id"] }, account: null }],
};
