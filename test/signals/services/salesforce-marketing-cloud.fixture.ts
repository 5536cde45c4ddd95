import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "salesforce-marketing-cloud",
  urls: [
    {
      url: "https://click.example.org/open.aspx?ffcb10-fe94157774670c7d71-fdf115",
      purpose: "open",
      fields: { opaque: "ffcb10-fe94157774670c7d71-fdf115" },
    },
  ],
  claims: [
    {
      claims: {
        returnPath: "bounce-17_html-1717171-1818-7171717-5@bounce.news.example.org",
        extensionHeaders: ["x-sfmc-stack"],
      },
      account: "salesforce-marketing-cloud/return-path/7171717",
    },
  ],
};
