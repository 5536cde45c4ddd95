import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "smtp2go",
  urls: [],
  claims: [
    {
      claims: { feedbackId: "171717m:171717abcdef:171717sAbCdEf:SMTPCORP", extensionHeaders: ["x-smtpcorp-track"] },
      account: "smtp2go/feedback/171717",
    },
  ],
};
