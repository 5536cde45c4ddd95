import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "braze",
  urls: [
    {
      url: "https://braze-images.com/appboy/communication/assets/image_assets/images/0a1b/original.png?1718",
      purpose: "image",
      fields: {},
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-braze-id"] }, account: null }],
};
