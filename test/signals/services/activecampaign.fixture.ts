import type { ServiceFixture } from "./fixture.ts";

export const fixture: ServiceFixture = {
  id: "activecampaign",
  urls: [
    {
      url: "https://reedhollowpost.activehosted.com/box.php?nl=1&c=17&m=18&s=0123456789abcdef0123456789abcdef&funcml=unsub2&luha=1",
      purpose: "unsubscribe",
      fields: { campaign: "17", reader: "0123456789abcdef0123456789abcdef", account: "reedhollowpost" },
    },
    {
      url: "https://reedhollowpost.lt.acemlnc.com/Prod/link-tracker?nl=1&c=17&m=18&s=0123456789abcdef0123456789abcdef&l=open&a=0",
      purpose: "open",
      fields: { campaign: "17", reader: "0123456789abcdef0123456789abcdef", account: "reedhollowpost" },
    },
  ],
  claims: [
    {
      claims: {
        listUnsubscribe: [
          "https://reedhollowpost.activehosted.com/box.php?nl=1&c=17&m=18&s=0123456789abcdef0123456789abcdef&funcml=unsub2&luha=1",
        ],
        returnPath: "b@s5.avl1.acemsrvd.com",
      },
      account: "activecampaign/reedhollowpost",
    },
  ],
};
