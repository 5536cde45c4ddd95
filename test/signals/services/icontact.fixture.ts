import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "icontact",
  urls: [
    {
      url: "https://click.icptrack.com/icp/relay.php?r=17171717&msgid=181818&act=AB1C&c=19&destination=x",
      purpose: "click",
      fields: { reader: "17171717", campaign: "181818", account: "AB1C" },
    },
  ],
  claims: [{ claims: { extensionHeaders: ["x-icpinfo"] }, account: null }],
};
