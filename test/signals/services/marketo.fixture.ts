import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "marketo",
  urls: [{ url: "https://go.example.org/trk?t=1&mid=MTIzNDU2", purpose: "open", fields: { opaque: "MTIzNDU2" } }],
  claims: [
    {
      claims: {
        extensionHeaders: ["x-marketoid"],
        returnPath: "123-abc-456.0.17@mktomail.com",
        listUnsubscribe: ["https://123-abc-456.mktoweb.com/u/x"],
      },
      account: "marketo/host/123-abc-456",
    },
  ],
};
