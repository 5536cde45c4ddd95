import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "kit",
  urls: [
    { url: "https://open.convertkit-mail2.com/abcdef17gh18", purpose: "open", fields: { opaque: "abcdef17gh18" } },
    {
      url: "https://click.convertkit-mail2.com/abcdef17gh18/owhkhqhr/aHR0cHM6",
      purpose: "click",
      fields: { opaque: "abcdef17gh18", link: "owhkhqhr" },
    },
  ],
  claims: [{ claims: { listUnsubscribe: ["https://unsubscribe.convertkit-mail2.com/abcdef17gh18"] }, account: null }],
};
