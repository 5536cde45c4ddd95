import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "optimizely",
  urls: [],
  claims: [{ claims: { mailer: "optivo broadmail", messageIdDomain: "mail.srv2.de" }, account: null }],
};
