import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "mailgun",
  urls: [
    {
      url: "https://email.example.org/o/eJwVyjsOgCAMANDTsJmUUj4Dh6lQlAQwQev7y_vZbFRQ7GM",
      purpose: "open",
      fields: { opaque: "eJwVyjsOgCAMANDTsJmUUj4Dh6lQlAQwQev7y_vZbFRQ7GM" },
    },
  ],
  claims: [
    {
      claims: {
        returnPath: "bounce+0a1b2c.3d4e-reader=parliament.example@mg.example.org",
        extensionHeaders: ["x-mailgun-sid"],
      },
      account: "mailgun/return-path/mg.example.org",
    },
  ],
};
