import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "mailtrack",
  urls: [
    {
      url: "https://mailtrack.io/trace/mail/0123456789abcdef0123456789abcdef01234567.png?u=171717",
      purpose: "open",
      fields: { message: "0123456789abcdef0123456789abcdef01234567", account: "171717" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-mailtrack-id"] }, account: null }],
};
