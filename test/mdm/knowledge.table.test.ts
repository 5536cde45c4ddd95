/** What depends on the owner, on history and on lists: undetermined where these are not known, and right where they are. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EpochMs } from "../../src/base/brand.ts";
import type { Profile } from "../../src/case/profile.ts";
import { prevalenceOf } from "../../src/mdm/functions/profile.ts";
import type { History, Owner } from "../../src/mdm/knowledge.ts";
import { listOf } from "../../src/mdm/lists/list.ts";
import { listSources } from "../../src/mdm/lists/names.ts";
import { shippedList, shippedNames } from "../../src/mdm/lists/shipped.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import { Undetermined, type Value } from "../../src/mql/value.ts";
import { at, hostOf, plain, valueAt } from "../support/model.ts";

const owner: Owner = {
  addresses: ["lin@example.org", "lin@gmail.com"],
  domains: ["example.org"],
  vips: [{ displayName: "Lin Example", email: "lin@example.org" }],
};
const RECEIVED = "Received: from a by mx.example.org; Mon, 25 Mar 2024 10:21:00 +0000";
const passFor = (domain: string) => `Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=${domain}`;
const PASS = passFor("example.org");
const STRANGERS_PASS = passFor("evil.test");

describe("direction", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, lines: readonly string[], way: readonly string[]])[] = [
    ["from somebody else",               ["From: ada@example.com", "To: lin@example.org"],                                    ["inbound"]],
    ["a blind copy",                     ["From: ada@example.com", "To: bo@example.com"],                                     ["inbound"]],
    ["to a colleague",                   [RECEIVED, PASS, "From: lin@example.org", "To: cy@example.org"],                     ["internal"]],
    ["to a colleague and to others",     [RECEIVED, PASS, "From: lin@example.org", "To: cy@example.org, bo@example.com"],     ["internal", "outbound"]],
    ["to others",                        [RECEIVED, passFor("gmail.com"), "From: lin@gmail.com", "To: bo@example.com"],                       ["outbound"]],
    ["in the owner's name, unchecked",   [RECEIVED, "From: lin@example.org", "To: lin@example.org"],                          ["inbound"]],
    // Evasion: what a forger's own domain passes, or what he writes himself, makes nobody the owner.
    ["in the owner's name, passed for another", [RECEIVED, STRANGERS_PASS, "From: lin@example.org", "To: lin@example.org"],     ["inbound"]],
    ["in a colleague's, results below", [RECEIVED, "Authentication-Results: mx.example.org; spf=none", PASS, "From: cy@example.org", "To: lin@example.org"], ["inbound"]],
    ["the same in a vendor's field",     [RECEIVED, "X-Original-Authentication-Results: a.test; dmarc=pass header.from=example.org", "From: lin@example.org", "To: lin@example.org"], ["inbound"]],
    ["the same in Received-SPF",         [RECEIVED, "Received-SPF: pass envelope-from=lin@example.org", "From: lin@example.org", "To: lin@example.org"], ["inbound"]],
    ["a list's author who is the owner", [RECEIVED, STRANGERS_PASS, "From: 'Lin' via Plans <a@evil.test>", "X-Google-Group-Id: 1", "X-Original-Sender: lin@example.org", "To: lin@example.org"], ["inbound"]],
    ["kept by the writer's own program", ["From: Lin@Example.org", "To: bo@example.com"],                                     ["outbound"]],
    ["another one at a free provider",   [RECEIVED, passFor("gmail.com"), "From: ada@gmail.com", "To: lin@gmail.com"],                        ["inbound"]],
  ];
  for (const [name, lines, way] of cases) {
    test(name, () => {
      const host = hostOf([...lines, "", ""], { owner });
      assert.deepEqual(
        ["inbound", "internal", "outbound"].filter((field) => at(host, `type.${field}`) === true),
        way,
      );
    });
  }
  test("nobody said who the owner is", () => {
    assert.deepEqual(at(hostOf(["From: ada@example.com", "", ""]), "type.inbound"), { undetermined: ["list.org"] });
    assert.deepEqual(at(hostOf(["From: ada@example.com", "", ""]), "mailbox"), { undetermined: ["list.org"] });
  });
  test("the mailbox is the owner's address that was written to", () => {
    const host = hostOf(["From: ada@example.com", "To: lin@gmail.com", "", ""], { owner });
    assert.equal(at(host, "mailbox.email.email"), "lin@gmail.com");
    assert.deepEqual(at(host, "mailbox.first_name"), { undetermined: ["list.org"] });
  });
});

const day = (n: number) => (Date.UTC(2024, 2, 25, 10, 21) - n * 86_400_000) as EpochMs;
const nothing: Profile = {
  ...{
    received: 0,
    receivedDays: 0,
    addresses: 0,
    sent: 0,
    firstReceived: null,
    lastReceived: null,
    firstSent: null,
    firstUnasked: null,
    lastSent: null,
  },
  ...{ anyHostile: false, anyHarmless: false },
};

function historyOf(profiles: Readonly<Record<string, Profile | null>>): History {
  const list = listOf([]);
  return {
    profile: (key) => (Object.hasOwn(profiles, key) ? (profiles[key] ?? null) : nothing),
    ...{ recipients: listOf(["bo@example.com"]), recipientDomains: list, senders: list, senderDomains: list },
  };
}

describe("profile", () => {
  const profiles = {
    "example.com": {
      ...nothing,
      received: 9,
      receivedDays: 4,
      sent: 1,
      firstReceived: day(100),
      lastReceived: day(2),
      firstSent: day(50),
      lastSent: day(1.5),
    },
    "ada@gmail.com": {
      ...nothing,
      received: 1,
      receivedDays: 1,
      firstReceived: day(7),
      lastReceived: day(7),
      anyHostile: true,
    },
    "young.example.com": null,
  };
  const ask = (name: string, from: string, field: string): unknown => {
    const host = hostOf([RECEIVED, `From: ${from}`, "Reply-To: ada@gmail.com", "", ""], {
      history: historyOf(profiles),
      list: shippedList,
    });
    const value = mailSchema.functions.get(name)?.call(host, [], new Map()) as Value;
    return value instanceof Undetermined ? plain(value) : plain(valueAt(value, field));
  };
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, from: string, field: string, value: unknown])[] = [
    ["profile.by_sender",         "bo@example.com",        "prevalence",               "rare"],
    ["profile.by_sender",         "bo@example.com",        "solicited",                true],
    ["profile.by_sender",         "bo@example.com",        "days_known",               100],
    ["profile.by_sender",         "bo@example.com",        "days_since.last_contact",  1.5],
    ["profile.by_sender",         "bo@example.com",        "days_since.last_inbound",  2],
    ["profile.by_sender",         "bo@example.com",        "auth_failed",              null],
    ["profile.by_sender",         "ada@gmail.com",         "prevalence",               "outlier"],
    ["profile.by_sender",         "ada@gmail.com",         "any_messages_malicious_or_spam", true],
    ["profile.by_sender",         "Ada@Gmail.com",         "days_since.last_outbound", null],
    ["profile.by_sender_email",   "bo@example.com",        "prevalence",               "new"],
    ["profile.by_sender_email",   "bo@example.com",        "days_known",               0],
    ["profile.by_sender_domain",  "cy@example.com",        "prevalence",               "rare"],
    ["beta.profile.by_reply_to",  "bo@example.com",        "prevalence",               "outlier"],
    ["profile.by_sender_domain",  "a@young.example.com",   "prevalence",               { undetermined: ["profile"] }],
  ];
  for (const [name, from, field, value] of cases)
    test(`${name} of ${from}: ${field}`, () => assert.deepEqual(ask(name, from, field), value));

  test("without a history", () => {
    const value = mailSchema.functions
      .get("profile.by_sender")
      ?.call(hostOf(["From: a@example.com", "", ""]), [], new Map());
    assert.deepEqual(plain(value ?? null), { undetermined: ["profile"] });
  });
  test("thresholds", () => {
    const of = (received: number, receivedDays: number) => prevalenceOf({ received, receivedDays });
    assert.deepEqual(
      [of(0, 0), of(50, 2), of(5, 5), of(20, 20), of(30, 21)],
      ["new", "outlier", "rare", "uncommon", "common"],
    );
  });
});

describe("lists", () => {
  test("of the owner and of history", () => {
    const host = hostOf(["", ""], { owner, history: historyOf({}), list: shippedList });
    const values = (name: string) => {
      const list = host.list(name);
      return list instanceof Undetermined ? plain(list) : list.values.map(plain);
    };
    assert.deepEqual(values("org_domains"), ["example.org"]);
    assert.deepEqual(values("org_slds"), ["example"]);
    assert.deepEqual(values("org_vips"), ["<Vip>"]);
    assert.deepEqual(values("recipient_emails"), ["bo@example.com"]);
    assert.deepEqual(values("tenant_domains"), { undetermined: ["list.org"] });
    assert.deepEqual(values("tranco_1m"), { undetermined: ["list.ranked"] });
  });
  test("each that ships is a known one, in lower case, without doubles", () => {
    for (const name of shippedNames) {
      const list = shippedList(name);
      assert.equal(listSources.get(name), "list.static", name);
      assert.ok(!(list instanceof Undetermined) && list.values.length > 5, name);
      for (const value of list.values) assert.match(String(value), /^[a-z0-9][a-z0-9 ._-]*$/, name);
    }
  });
  test("with and without regard to case", () => {
    const list = listOf(["gmail.com"]);
    assert.deepEqual([list.has("Gmail.com"), list.hasFolded("Gmail.com"), list.has("gmail.com")], [false, true, true]);
  });
});

describe("beta.ip_in", () => {
  const isIn = (ip: Value, ...ranges: readonly Value[]) =>
    mailSchema.functions.get("beta.ip_in")?.call(hostOf(["", ""]), [ip, ...ranges], new Map());
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [ip: Value, ranges: readonly Value[], value: Value])[] = [
    ["192.0.2.7",   ["192.0.2.0/24"],                  true],
    ["192.0.3.7",   ["192.0.2.0/24", "10.0.0.0/8"],    false],
    ["192.0.2.7",   ["192.0.2.7"],                     true],
    ["192.0.2.8",   ["192.0.2.7"],                     false],
    ["2001:db8::1", ["2001:db8::/32"],                 true],
    ["2001:db9::1", ["2001:db8::/32", "0.0.0.0/0"],    false],
    ["192.0.2.7",   ["0.0.0.0/0"],                     true],
    ["no address",  ["0.0.0.0/0"],                     null],
    [null,          ["0.0.0.0/0"],                     null],
    ["192.0.2.7",   ["not a range"],                   false],
  ];
  for (const [ip, ranges, value] of cases)
    test(`${ip} in ${ranges.join(" ")}`, () => assert.equal(isIn(ip, ...ranges), value));
});
