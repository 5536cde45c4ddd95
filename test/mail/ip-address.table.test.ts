import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ipScope, ipText, isInNetwork, parseIp, parseNetwork } from "../../src/mail/ip-address.ts";

describe("parseIp", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, canonical: string | null, scope?: string])[] = [
    ["192.0.2.1",                    "192.0.2.1",           "public"],
    ["[192.0.2.1]",                  "192.0.2.1",           "public"],
    ["10.1.2.3",                     "10.1.2.3",            "private"],
    ["172.16.0.1",                   "172.16.0.1",          "private"],
    ["172.32.0.1",                   "172.32.0.1",          "public"],
    ["192.168.0.1",                  "192.168.0.1",         "private"],
    ["100.64.0.1",                   "100.64.0.1",          "private"],
    ["127.0.0.1",                    "127.0.0.1",           "loopback"],
    ["169.254.1.1",                  "169.254.1.1",         "link"],
    ["0.0.0.0",                      "0.0.0.0",             "reserved"],
    ["IPv6:2001:db8::1",             "2001:db8::1",         "public"],
    ["[IPv6:2001:DB8:0:0:0:0:0:1]",  "2001:db8::1",         "public"],
    ["2001:db8:0:1:0:0:0:1",         "2001:db8:0:1::1",     "public"],
    ["2001:0:0:1:0:0:0:1",           "2001:0:0:1::1",       "public"],
    ["2001:db8:1:2:3:4:5:6",         "2001:db8:1:2:3:4:5:6", "public"],
    ["::1",                          "::1",                 "loopback"],
    ["::",                           "::",                  "reserved"],
    ["fe80::1%eth0",                 "fe80::1",             "link"],
    ["fd00::1",                      "fd00::1",             "private"],
    ["::ffff:192.0.2.1",             "192.0.2.1",           "public"],
    ["2001:db8::192.0.2.1",          "2001:db8::c000:201",  "public"],
    ["1::",                          "1::",                 "public"],
    ["10:0:10:0:0:0:0:0",            "10:0:10::",           "public"],
    ["256.0.0.1",                    null],
    ["1.2.3",                        null],
    ["1.2.3.4.5",                    null],
    ["::1::2",                       null],
    ["1:2:3:4:5:6:7:8:9",            null],
    ["1:2:3:4:5:6:7:8::",            null],
    ["12345::",                      null],
    ["g::1",                         null],
    ["::1.2.3.999",                  null],
    ["mail.example.org",             null],
    ["",                             null],
    [":".repeat(100_000),            null],
  ];
  for (const [text, canonical, scope] of cases) {
    test(`${text.slice(0, 40)} → ${canonical}`, () => {
      const ip = parseIp(text);
      assert.equal(ip === null ? null : ipText(ip), canonical);
      if (ip !== null) assert.equal(ipScope(ip), scope);
    });
  }
});

describe("networks", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [ip: string, network: string, isInside: boolean])[] = [
    ["192.0.2.1",      "192.0.2.0/24",    true],
    ["192.0.3.1",      "192.0.2.0/24",    false],
    ["192.0.3.1",      "192.0.2.0/23",    true],
    ["192.0.2.1",      "192.0.2.1",       true],
    ["203.0.113.9",    "0.0.0.0/0",       true],
    ["2001:db8::1",    "0.0.0.0/0",       false],
    ["2001:db8:1::1",  "2001:db8::/32",   true],
    ["2001:db9::1",    "2001:db8::/32",   false],
    ["2001:db8::8000", "2001:db8::/113",  false],
  ];
  for (const [ip, network, isInside] of cases) {
    test(`${ip} in ${network}: ${isInside}`, () => {
      const [address, range] = [parseIp(ip), parseNetwork(network)];
      assert.ok(address !== null && range !== null);
      assert.equal(isInNetwork(address, range), isInside);
    });
  }
  for (const text of ["192.0.2.0/33", "mail.example.org", "192.0.2.0/", "/24", ""]) {
    test(`${JSON.stringify(text)} is no network`, () => assert.equal(parseNetwork(text), null));
  }
});

test("an address is read from its own canonical text", () => {
  const bytes = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 4, maxLength: 4 }),
    fc.array(fc.constantFrom(0, 0, 0, 1, 255), { minLength: 16, maxLength: 16 }),
  );
  fc.assert(
    fc.property(bytes, (all) => {
      const ip = parseIp(ipText({ bytes: all }));
      assert.ok(ip !== null);
      assert.equal(ipText(ip), ipText(parseIp(ipText(ip)) ?? { bytes: [] }));
      if (ip.bytes.length === all.length) assert.deepEqual(ip.bytes, all);
    }),
  );
});
