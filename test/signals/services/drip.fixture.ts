import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "drip",
  urls: [
    {
      url: "https://t.dripemail2.com/c/eyJhbGciOiJIUzI1.eyJhIjoiYiJ9abc.AbCdEfGhIjKl",
      purpose: "click",
      fields: { opaque: "eyJhbGciOiJIUzI1.eyJhIjoiYiJ9abc.AbCdEfGhIjKl" },
    },
  ],
  claims: [{ claims: { listUnsubscribe: ["https://unsubscribe.dripemail2.com/?a=b"] }, account: null }],
};
