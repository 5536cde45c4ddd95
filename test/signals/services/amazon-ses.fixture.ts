import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "amazon-ses",
  urls: [
    {
      url: "https://ab17.r.eu-west-1.awstrack.me/I0/010201717abcdef-0a1b2c3d-0000/AbCdEfGhIjKl17=400",
      purpose: "open",
      fields: { message: "010201717abcdef-0a1b2c3d-0000", signature: "AbCdEfGhIjKl17=400" },
    },
  ],
  claims: [
    {
      claims: {
        feedbackId: "1.eu-west-1.AbCdEfGhIjKlMnOpQrStUvWx17=:AmazonSES",
        messageIdDomain: "eu-west-1.amazonses.com",
      },
      account: "amazon-ses/feedback/AbCdEfGhIjKlMnOpQrStUvWx17=",
    },
  ],
};
