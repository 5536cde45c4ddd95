import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { accountPage } from "../../src/url/account-pages.ts";
import { resolveReference } from "../../src/url/resolve.ts";

const pageOf = (url: string) => {
  const resolved = resolveReference(url, null);
  return resolved === null ? null : accountPage(resolved);
};
const GRANT = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=1&response_type=code";
const back = (to: string) => `${GRANT}&redirect_uri=${encodeURIComponent(to)}`;

describe("pages on which somebody else is let into an account", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [url: string, kind: string, provider: string, answersTo: string | null])[] = [
    ["https://microsoft.com/devicelogin",                                        "device-code",   "Microsoft", null],
    ["https://www.microsoft.com/link",                                           "device-code",   "Microsoft", null],
    ["HTTPS://AKA.MS/DeviceLogin?x=1",                                           "device-code",   "Microsoft", null],
    ["https://login.microsoftonline.com/common/oauth2/deviceauth",               "device-code",   "Microsoft", null],
    ["https://www.google.com/device",                                            "device-code",   "Google",    null],
    ["https://github.com/login/device",                                          "device-code",   "GitHub",    null],
    [GRANT,                                                                      "grant",         "Microsoft", null],
    [back("https://app.reader-room.test/back"),                                  "grant",         "Microsoft", "reader-room.test"],
    [back("https://insiders.vscode.dev/redirect"),                               "grant",         "Microsoft", "shown"],
    [back("http://localhost:8080/"),                                             "grant",         "Microsoft", "shown"],
    [back("urn:ietf:wg:oauth:2.0:oob"),                                          "grant",         "Microsoft", "shown"],
    [back("https://login.microsoftonline.com/common/oauth2/nativeclient"),       "grant",         "Microsoft", "shown"],
    ["https://login.microsoftonline.com/organizations/adminconsent?client_id=1", "grant",         "Microsoft", null],
    ["https://accounts.google.com/o/oauth2/v2/auth?client_id=1&scope=mail",      "grant",         "Google",    null],
    ["https://myaccount.google.com/apppasswords",                                "app-password",  "Google",    null],
    ["https://account.live.com/proofs/AppPassword",                              "app-password",  "Microsoft", null],
    ["sgnl://linkdevice?uuid=invented",                                          "linked-device", "Signal",    null],
    ["tsdevice:/?uuid=invented",                                                 "linked-device", "Signal",    null],
    ["tg://login?token=invented",                                                "linked-device", "Telegram",  null],
    ["https://wa.me/settings/linked_devices#invented",                           "linked-device", "WhatsApp",  null],
  ];
  for (const [url, kind, provider, answersTo] of cases) {
    test(url.slice(0, 90), () => assert.deepEqual(pageOf(url), { kind, provider, answersTo }));
  }
});

describe("others, however like", () => {
  const cases: readonly string[] = [
    "https://microsoft.com/devicelogin-help",
    "https://www.google.com/devices",
    "https://microsoft.com.reader-room.test/devicelogin",
    "https://reader-room.test/?to=https://microsoft.com/devicelogin",
    "https://login.microsoftonline.com/",
    "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
    "https://accounts.google.com/o/oauth2/v2/auth?hl=de",
    "https://signal.group/#invented",
    "https://t.me/invented",
    "mailto:clara@firm.example",
  ];
  for (const url of cases) test(url, () => assert.equal(pageOf(url), null));
});

test("a long address costs its length", () => {
  assert.equal(pageOf(`${GRANT}&redirect_uri=${"%3a".repeat(20_000)}`)?.kind, "grant");
  assert.equal(pageOf(`https://login.microsoftonline.com/${"a/".repeat(30_000)}`), null);
});
