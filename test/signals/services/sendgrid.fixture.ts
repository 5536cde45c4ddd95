import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "sendgrid",
  urls: [
    {
      url: "https://u171717.ct.sendgrid.net/wf/open?upn=u001.AbCdEf",
      purpose: "open",
      fields: { opaque: "u001.AbCdEf", account: "171717" },
    },
    {
      url: "https://elink.example.org/ss/o/u001.AbCdEfGhIj/4ab/AbCdEfGhIjKlMn/ho.gif",
      purpose: "open",
      fields: { opaque: "u001.AbCdEfGhIj", message: "AbCdEfGhIjKlMn" },
    },
  ],
  claims: [
    {
      claims: {
        returnPath: "bounces+171717-0a1b-reader=parliament.example@em17.example.org",
        messageIdDomain: "geopod-ismtpd-17",
      },
      account: "sendgrid/171717",
    },
  ],
};
