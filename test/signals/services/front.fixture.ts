import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "front",
  urls: [
    {
      url: "https://app.frontapp.com/api/1/noauth/companies/reedhollow_desk/seen/msg_1a2b3c/har_4d5e6f/0a1b2c3d.gif",
      purpose: "open",
      fields: { account: "reedhollow_desk", message: "msg_1a2b3c", reader: "har_4d5e6f", signature: "0a1b2c3d" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-front-id"] }, account: null }],
};
