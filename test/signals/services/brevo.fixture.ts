import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "brevo",
  urls: [
    {
      url: "https://r.mail.example.org/tr/op/Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z",
      purpose: "open",
      fields: { opaque: "Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z" },
    },
    {
      url: "https://img.mailinblue.com/123456/images/rnb/original/a.png",
      purpose: "image",
      fields: { account: "123456" },
    },
  ],
  claims: [
    {
      claims: { feedbackId: "192.0.2.7:123456_-1:123456:Sendinblue", extensionHeaders: ["x-sib-id"] },
      account: "brevo/feedback/123456",
    },
  ],
};
