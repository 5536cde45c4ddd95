/** The openspf.org suites for RFC 4408 and RFC 7208, where the corpus is beside the project. Each case that differs is named with its reason. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parseAllDocuments } from "yaml";
import { FAILED, type Resolver } from "../../src/auth/resolver.ts";
import { checkSpf } from "../../src/auth/spf.ts";
import { reverseName } from "../../src/auth/spf-macros.ts";
import { parseIp } from "../../src/mail/ip-address.ts";
import { unpackSet } from "../../tools/corpus.ts";
import { type Zone, type ZoneRecord, zoneResolver } from "../support/zone.ts";

const folder = unpackSet("auth");

interface Case {
  readonly helo: string;
  readonly host: string;
  readonly mailfrom: string;
  readonly result: string | readonly string[];
  readonly explanation?: string;
}

interface Scenario {
  readonly description?: string;
  readonly comment?: string;
  readonly tests: Readonly<Record<string, Case>>;
  readonly zonedata: Zone;
}

/** Case → why ours differs, and what it gives. */
type Exceptions = Readonly<Record<string, readonly [result: string, why: string]>>;

const suites: readonly (readonly [file: string, cases: number, exceptions: Exceptions])[] = [
  ["rfc7208-tests.yml", 203, {}],
  ["rfc4408-tests.yml", 191, {}],
  [
    "test.yml",
    16,
    {
      "default-modifier": ["neutral", "`default=` is of a draft before RFC 4408; for the RFC an unknown modifier"],
      "default-modifier-harsh": ["neutral", "the same, with a result that is no result of SPF"],
    },
  ],
];

for (const [file, count, exceptions] of suites) {
  describe(`SPF suite ${file}`, { skip: folder === null ? "no corpus beside the project" : false }, () => {
    if (folder === null) return;
    const scenarios = parseAllDocuments(readFileSync(join(folder, "spf", file), "utf8"), { uniqueKeys: false })
      .map((document) => document.toJS() as Scenario | null)
      .filter((scenario) => scenario !== null);
    let seen = 0;
    for (const { description = "", comment = "", tests, zonedata } of scenarios) {
      const resolver = zoneResolver(zonedata);
      for (const [name, one] of Object.entries(tests)) {
        seen += 1;
        test(`${(description || comment).trim()}: ${name}`, () => {
          const ip = parseIp(String(one.host));
          assert.ok(ip !== null, "the case has no address");
          const answer = checkSpf({ ip, mailFrom: one.mailfrom ?? "", helo: one.helo ?? "" }, resolver);
          const [expected] = exceptions[name] ?? [];
          const allowed = expected === undefined ? [one.result].flat().map(String) : [expected];
          assert.ok(allowed.includes(answer.result), `${answer.result} is not ${allowed.join(" or ")}`);
          if (one.explanation !== undefined && one.explanation !== "DEFAULT") {
            assert.equal(answer.explanation, one.explanation);
          }
        });
      }
    }
    test("all cases were looked at", () => assert.equal(seen, count));
  });
}

/** One question of stalwart-mail-auth, and the records it is asked over. */
interface StalwartCase {
  readonly title: string;
  readonly zone: Zone;
  readonly domain: string;
  readonly sender: string;
  readonly ip: string;
  readonly expect: string;
}

const RECORD_KEYS: ReadonlySet<string> = new Set(["spf", "exp", "a", "aaaa", "mx", "ptr"]);

class ZoneBuilder {
  readonly zone: Record<string, readonly ZoneRecord[]>;

  constructor(known: Zone = {}) {
    this.zone = { ...known };
  }

  put(name: string, records: readonly ZoneRecord[]): void {
    this.zone[name] = [...(this.zone[name] ?? []), ...records];
  }

  /** A line of the suite. Of MX it names the addresses; an exchange stands between. */
  add(type: string, name: string, value: string): void {
    const list = value.split(",").map((one) => one.trim());
    if (type === "spf" || type === "exp") this.put(name, [{ TXT: value }]);
    else if (type === "ptr") {
      this.put(
        reverseName(parseIp(name) ?? { bytes: [] }),
        list.map((PTR) => ({ PTR })),
      );
    } else if (type === "mx") {
      for (const [index, address] of list.entries()) {
        this.put(name, [{ MX: [index, `mx${index}.${name}`] }]);
        this.put(`mx${index}.${name}`, [address.includes(":") ? { AAAA: address } : { A: address }]);
      }
    } else {
      this.put(
        name,
        list.map((address) => ({ [type.toUpperCase()]: address })),
      );
    }
  }
}

/** Its keys stand twice in a mapping, which YAML does not allow: read line by line. */
function stalwartCases(file: string, text: string): readonly StalwartCase[] {
  return text.split(/^---.*$/m).flatMap((part) => {
    const common = new ZoneBuilder();
    const at = part.indexOf("\ntests:");
    for (const [, type = "", name = "", value = ""] of part.slice(0, at).matchAll(/^ {2}([a-z]+): (\S+) (.*)$/gm)) {
      common.add(type, name, value);
    }
    const scenario = /^name: (.*)$/m.exec(part)?.[1] ?? "";
    const cases: StalwartCase[] = [];
    const state = new Map<string, string>();
    let records = new ZoneBuilder(common.zone);
    for (const [, key = "", value = ""] of part.slice(at).matchAll(/^[ -]*([a-z]+):[ \t]*(.*?)[ \t]*$/gm)) {
      state.set(key, value);
      if (key === "name") records = new ZoneBuilder(common.zone);
      const [name = "", ...words] = value.split(" ");
      if (RECORD_KEYS.has(key)) records.add(key, name, words.join(" "));
      if (key !== "expect") continue;
      const { domain = "", sender = "", ip = "" } = Object.fromEntries(state);
      cases.push({
        title: `${file} ${scenario} ${cases.length}`,
        zone: { ...records.zone },
        domain,
        sender,
        ip,
        expect: value,
      });
    }
    return cases;
  });
}

/** Title → what ours gives, and why. */
const stalwartExceptions: Readonly<Record<string, readonly [result: string, why: string]>> = {
  "all.yml All test 0": ["permerror", "`ip:` is no mechanism, and a record with a fault anywhere is one (4.6)"],
  "basic.yml DNS Lookup Limits 0": ["permerror", "more than two names without a record (4.6.4)"],
  "basic.yml DNS Lookup Limits 5": [
    "permerror",
    "more than ten exchanges (4.6.4), also where one of the first would match",
  ],
  "basic.yml HELO identity 0": [
    "pass",
    "asks for the HELO identity beside a sender; ours asks for the sender alone (2.4)",
  ],
  "exists.yml Exists 1": ["fail", "`exists` asks for A alone, also of an IPv6 client (5.7)"],
  "macro.yml Macro expansion 2 1": ["fail", "the same"],
};

describe("SPF cases of stalwart-mail-auth", { skip: folder === null ? "no corpus beside the project" : false }, () => {
  if (folder === null) return;
  const at = join(folder, "stalwart-mail-auth/spf");
  let seen = 0;
  for (const file of readdirSync(at).sort()) {
    for (const one of stalwartCases(file, readFileSync(join(at, file), "utf8"))) {
      seen += 1;
      test(one.title, () => {
        const ip = parseIp(one.ip);
        assert.ok(ip !== null, "the case has no address");
        const known = zoneResolver(one.zone);
        const resolver: Resolver = (name, type) => (name.startsWith("_dns_error") ? FAILED : known(name, type));
        const { result, explanation } = checkSpf({ ip, mailFrom: one.sender, helo: one.domain }, resolver);
        const [wanted = "", ...words] = one.expect.split(" ");
        assert.equal(result, stalwartExceptions[one.title]?.[0] ?? wanted);
        if (words.length > 0) assert.equal(explanation, words.join(" "));
      });
    }
  }
  test("all cases were looked at", () => assert.equal(seen, 163));
});
