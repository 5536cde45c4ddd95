import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "responsys",
  urls: [
    {
      url: "https://email.example.org/pub/as?_ri_=X0Gzc2X%3DAQpglLjHJl",
      purpose: "open",
      fields: { opaque: "X0Gzc2X%3DAQpglLjHJl" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-rext"], returnPath: "b@b.rsys2.com" }, account: null }],
};
