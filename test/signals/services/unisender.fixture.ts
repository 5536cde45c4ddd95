import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "unisender",
  urls: [
    {
      url: "https://geo.unimail.link/ru/mail_link_tracker?hash=6abcdefghijklmnopqrstuv&url=aHR0cHM6&uid=MTcxNzE3",
      purpose: "click",
      fields: { opaque: "6abcdefghijklmnopqrstuv", account: "MTcxNzE3" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-unisender-id"] }, account: null }],
};
