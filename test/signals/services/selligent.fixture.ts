import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "selligent",
  urls: [
    {
      url: "https://mail.example.org/optiext/optiextension.dll?ID=AbCdEfGhIj_kLm",
      purpose: "click",
      fields: { opaque: "AbCdEfGhIj_kLm" },
    },
  ],
  claims: [{ claims: { returnPath: "b@mx.emsecure.net" }, account: null }],
};
