import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "rapidmail",
  urls: [],
  claims: [
    {
      claims: { mailer: "rapidmail", listUnsubscribe: ["https://t0a1b2c3d.emailsys1a.net/17/18/abc/unsubscribe.html"] },
      account: "rapidmail/host/0a1b2c3d",
    },
  ],
};
