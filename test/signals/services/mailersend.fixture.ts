import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "mailersend",
  urls: [],
  claims: [
    {
      claims: { feedbackId: "ab17cd:MailerSend", returnPath: "b@mta.mailersend.net" },
      account: "mailersend/feedback/ab17cd",
    },
  ],
};
