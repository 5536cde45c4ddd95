import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "mixmax",
  urls: [
    {
      url: "https://track.mixmax.com/api/track/v2/AbCdEfGh17/gI3BhbXBsZUBleGFtcGxl/IyZWFkZXJAZXhhbXBsZQ",
      purpose: "open",
      fields: { message: "AbCdEfGh17", account: "gI3BhbXBsZUBleGFtcGxl", address: "IyZWFkZXJAZXhhbXBsZQ" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-mixmax-id"] }, account: null }],
};
