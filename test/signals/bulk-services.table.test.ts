import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NO_CLAIMS } from "../../src/case/empty.ts";
import type { AuthResultRecord, ClaimsRecord, LoadRecord } from "../../src/case/record.ts";
import { recognizeService } from "../../src/signals/bulk-services.ts";

const noClaims: ClaimsRecord = { ...NO_CLAIMS, from: [{ name: "", address: "a@example.org" }] };

function load(url: string): LoadRecord {
  const host = new URL(url).hostname;
  const token = { kind: "likely", value: "x", detail: "", address: null } as const;
  return {
    vector: "RL-01",
    url,
    resolved: url,
    host,
    domain: host,
    hidden: true,
    why: "",
    fires: "open",
    token,
    view: "",
    span: { start: 0, end: 0 },
  };
}

function recognize(
  claims: Partial<ClaimsRecord>,
  urls: readonly string[] = [],
  linkHosts: readonly string[] = [],
  auth: readonly AuthResultRecord[] = [],
) {
  return recognizeService({ claims: { ...noClaims, ...claims }, loads: urls.map(load), content: { linkHosts }, auth });
}

describe("services behind a customer's own domain", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, claims: Partial<ClaimsRecord>, url: string])[] = [
    ["Mailchimp",                  { feedbackId: "17:17.18:us3:mc" },                           "https://go.example.org/track/open.php?u=0123456789abcdef012345678&id=0123456789&e=9876543210"],
    ["Brevo (Sendinblue)",         { extensionHeaders: ["x-sib-id"] },                          "https://r.mail.example.org/tr/op/Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z"],
    ["GetResponse",                { listUnsubscribe: ["https://m.example.org/one_click_unsubscribe.html?x=a1&m=b2c&s=d3e&"] }, "https://m.example.org/open.html?x=a1&m=b2c&s=d3e&u=f4&"],
    ["Inxmail",                    { mailer: "Inxmail EE 5.0" },                                "https://n.example.org/d/d.gif?o00a7k2m000q9x0ztw0000p3c00000000hv5drieeajwsosyknwet1"],
    ["Salesforce Marketing Cloud", { extensionHeaders: ["x-sfmc-stack"] },                      "https://click.example.org/open.aspx?ffcb10-fe94157774670c7d71-fdf115"],
    ["SendGrid",                   { extensionHeaders: ["x-sg-eid"] },                          "https://u17.example.org/wf/open?upn=abcdef"],
    ["Mailgun",                    { extensionHeaders: ["x-mailgun-sid"] },                     "https://email.example.org/o/eJwVyjsOgCAMANDTsJmUUj4Dh6lQlAQwQQev7y_vZbFRQ7GM"],
    ["Iterable",                   { feedbackId: "17:iterable" },                               "https://links.example.org/e/eo?_t=0123456789abcdef0123456789abcdef"],
    ["Marketo",                    { extensionHeaders: ["x-marketoid"] },                       "https://go.example.org/trk?t=1&mid=MTIzNDU2"],
    ["Klaviyo",                    { extensionHeaders: ["x-kmail-account", "x-sg-eid"], dkimDomains: ["klaviyomail.com"] }, "https://trk.example.org/wf/open?upn=abcdef"],
    ["Amazon SES",                 { feedbackId: "1.eu-west-1.abc=:AmazonSES", messageIdDomain: "eu-west-1.amazonses.com", dkimDomains: ["amazonses.com"] }, "https://example.org/a.png"],
  ];
  for (const [name, claims, url] of cases) {
    test(name, () => {
      const found = recognize(claims, [url]);
      assert.equal(found?.name, name, JSON.stringify(found));
      assert.equal(found?.sure, true);
    });
  }
});

describe("not enough, or nothing", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, found: ReturnType<typeof recognize>, name: string | undefined])[] = [
    ["nothing",                        recognize({}),                                                                       undefined],
    ["header fields alone",            recognize({ extensionHeaders: ["x-mc-user"], feedbackId: "1:1:us1:mc", mailer: "Mailchimp Mailer" }), "Mailchimp"],
    ["a link to a public page alone",  recognize({}, [], ["mailchi.mp"]),                                                   "Mailchimp"],
    ["a name that only ends alike",    recognize({ returnPath: "a@notlist-manage.com" }, ["https://mylist-manage.com/x"]),  undefined],
    ["the service as a sub-domain",    recognize({}, ["https://list-manage.com.evil.example/x"]),                           undefined],
    ["a self-hosted program",          recognize({ extensionHeaders: ["x-phplist-version", "x-listmember"] }, ["https://l.example.org/lists/ut.php?u=1"]), undefined],
  ];
  for (const [what, found, name] of cases) {
    test(what, () => {
      assert.equal(found?.name, name);
      assert.notEqual(found?.sure, true);
    });
  }
});

test("a pass at receipt for the service's own domain is said", () => {
  const pass = { authservId: "mx.example.org", method: "dkim", result: "pass", domain: "mail.crsend.com", position: 0 };
  const claims = { dkimDomains: ["mail.crsend.com"] };
  assert.equal(recognize(claims, [], [], [pass])?.verified, true);
  assert.equal(recognize(claims, [], [], [{ ...pass, result: "fail" }])?.verified, false);
});

describe("a platform and the relay that carries its mail", () => {
  const relay: Partial<ClaimsRecord> = {
    dkimDomains: ["amazonses.com"],
    returnPath: "0102@eu-west-1.amazonses.com",
    extensionHeaders: ["x-ses-outgoing"],
  };
  const pixel = ["https://links.example.org/e/eo?_t=0123456789abcdef0123456789abcdef"];
  const unsubscribe = ["https://links.example.org/e/encryptedUnsubscribe?_r=0123456789abcdef0123456789abcdef"];

  test("the platform is named where it shows in the header too, and the relay beside it", () => {
    const found = recognize({ ...relay, feedbackId: "17:18:1819:iterable", listUnsubscribe: unsubscribe }, pixel);
    assert.deepEqual([found?.name, found?.relay?.name], ["Iterable", "Amazon SES"]);
  });

  test("attack: URLs copied from a platform's mail do not hide the relay that was rented", () => {
    const found = recognize({ ...relay, listUnsubscribe: unsubscribe }, pixel);
    assert.deepEqual([found?.name, found?.relay], ["Amazon SES", null]);
  });
});
