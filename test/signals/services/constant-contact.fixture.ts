import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "constant-contact",
  urls: [
    {
      url: "https://r20.rs6.net/on.jsp?ca=00000000-1111-4222-8333-444444444444&a=1100000000000&c=00000000-1111-4222-8333-555555555555&ch=x",
      purpose: "open",
      fields: {
        campaign: "00000000-1111-4222-8333-444444444444",
        account: "1100000000000",
        reader: "00000000-1111-4222-8333-555555555555",
      },
    },
  ],
  claims: [
    {
      claims: {
        feedbackId: "00000000-1111-4222-8333-444444444444:00000000-1111-4222-8333-666666666666:1100000000000:CTCT",
        returnPath: "a@in.constantcontact.com",
      },
      account: "constant-contact/1100000000000",
    },
  ],
};
