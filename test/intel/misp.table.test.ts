/** MISP: events in all their wrappings, feeds, galaxies, warning lists; what is kept, what is told. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { mispEvents } from "../../src/intel/misp/event.ts";
import { eventsOfValue, parseFeedHashes, parseManifest } from "../../src/intel/misp/feed.ts";
import { parseGalaxy } from "../../src/intel/misp/galaxy.ts";
import { type Observable, observableOf } from "../../src/intel/observable.ts";
import { readIntel } from "../../src/intel/read-intel.ts";
import { readWarningList, type WarningList } from "../../src/intel/read-warning-list.ts";
import { Substrings } from "../../src/intel/substrings.ts";
import { WarningLists } from "../../src/intel/warning-lists.ts";

const UUID = "00000000-0000-4000-8000-000000000001";

function read(value: unknown) {
  const file = readIntel(Buffer.from(JSON.stringify(value)), "/intel/file");
  assert.ok(file.ok, file.ok ? "" : file.error);
  const { indicators, unusable, tlp } = file.value;
  const found = indicators.map((one) => `${one.type} ${one.value}`);
  return { found, groups: indicators.at(0)?.groups, told: unusable.map(({ text, why }) => `${text}: ${why}`), tlp };
}

const attribute = (type: string, value: string, more = {}) => ({ uuid: UUID, type, value, to_ids: true, ...more });

describe("events", () => {
  test("all wrappings give the same", () => {
    const event = { info: "Cranes", uuid: UUID, Attribute: [attribute("domain", "news.example")] };
    const object = { name: "url", Attribute: event.Attribute };
    const wrapped: readonly unknown[] = [
      event,
      { Event: event },
      [{ Event: event }],
      { response: [{ Event: event }] },
      { response: { Event: event } },
      { response: { Attribute: event.Attribute } },
      { response: [{ Object: object }] },
      { Object: [object] },
    ];
    for (const one of wrapped) assert.deepEqual(read(one).found, ["domain-name news.example"], JSON.stringify(one));
  });

  test("deleted ones, those not meant for detection and those that mail does not show are told; remarks are not", () => {
    const { found, told } = read({
      Event: {
        info: "Cranes",
        Attribute: [
          attribute("domain|ip", "news.example|192.0.2.7"),
          attribute("filename|sha256", `a.exe|${"a".repeat(64)}`),
          attribute("ip-dst|port", "192.0.2.8|443"),
          attribute("email-message-id", "<it's@news.example>"),
          attribute("domain", "gone.example", { deleted: true }),
          attribute("domain", "seen.example", { to_ids: false }),
          attribute("text", "a remark", { to_ids: false }),
          attribute("mutex", "m"),
        ],
      },
    });
    assert.deepEqual(found, [
      "domain-name news.example",
      "ipv4-addr 192.0.2.7",
      `file-hash ${"a".repeat(64)}`,
      "ipv4-addr 192.0.2.8",
      String.raw`pattern [email-message:message_id = '<it\'s@news.example>']`,
    ]);
    assert.deepEqual(told, [
      "gone.example: its source has deleted it",
      "seen.example: its source does not mean it for detection",
      "m: mail does not show values of the type mutex",
    ]);
  });

  test("galaxies and tags are claims, of the event or of a value; the light comes by its tag", () => {
    const cluster = { value: "Paper Crane", meta: { synonyms: ["Fold"] } };
    const value = {
      Event: {
        info: "Cranes",
        Orgc: { name: "Example Lab" },
        date: "2024-03-01",
        Tag: [{ name: "tlp:amber" }, { name: 'misp-galaxy:threat-actor="Paper Crane"' }, { name: "seen" }],
        Galaxy: [{ type: "threat-actor", GalaxyCluster: [cluster] }],
        Attribute: [
          attribute("domain", "news.example", {
            first_seen: "2024-02-01T00:00:00Z",
            Galaxy: [{ type: "country", GalaxyCluster: [{ value: "utopia" }] }],
          }),
        ],
      },
    };
    const [event] = mispEvents(value) ?? [];
    assert.deepEqual([event?.publisher, event?.date, event?.tlp], ["Example Lab", Date.UTC(2024, 2, 1), "TLP:AMBER"]);
    assert.deepEqual(
      event?.claims.map(({ by, kind, name, synonyms }) => [by, kind, name, ...synonyms]),
      [
        ["galaxy", "threat-actor", "Paper Crane", "Fold"],
        ["tag", "tlp", "amber"],
        ["tag", "", "seen"],
      ],
    );
    assert.deepEqual(
      [event?.attributes[0]?.firstSeen, event?.attributes[0]?.claims[0]?.name],
      [Date.UTC(2024, 1, 1), "utopia"],
    );
    assert.deepEqual([read(value).groups, read(value).tlp], [["Paper Crane"], "TLP:AMBER"]);
  });

  test("total: any JSON is an event or none", () => {
    const key = fc.oneof(
      fc.constantFrom("Event", "response", "Attribute", "Object", "Galaxy", "GalaxyCluster", "Tag", "info", "uuid"),
      fc.string(),
    );
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie("node")),
        fc.dictionary(key, tie("node")),
      ),
    })).node;
    fc.assert(fc.property(tree, (value) => mispEvents(value) !== undefined));
  });
});

describe("a feed", () => {
  test("its manifest names files; a key that is no uuid never becomes one", () => {
    const manifest = parseManifest(JSON.stringify({ [UUID]: { info: "Cranes", timestamp: "1709251200" }, "../x": {} }));
    assert.ok(manifest.ok);
    assert.deepEqual(manifest.value.entries, [
      { uuid: UUID, file: `${UUID}.json`, info: "Cranes", changed: 1_709_251_200_000 },
    ]);
    assert.deepEqual(manifest.value.strange, ["../x"]);
    assert.ok(!parseManifest("[]").ok && !parseManifest("{}").ok && !parseManifest("{").ok);
  });

  test("feedEventsMax bounds it", () => {
    const entries = Array.from({ length: limits.feedEventsMax + 1 }, (_, at) => [
      `${String(at).padStart(8, "0")}-0000-4000-8000-000000000001`,
      {},
    ]);
    const manifest = parseManifest(JSON.stringify(Object.fromEntries(entries)));
    assert.ok(manifest.ok && manifest.value.entries.length === limits.feedEventsMax);
  });

  test("hashes.csv tells which events hold a value", () => {
    const hash = createHash("md5").update("news.example").digest("hex");
    const { hashes, strangeLines } = parseFeedHashes(`${hash},${UUID}\r\n${hash},${UUID}\nno line\n`);
    assert.deepEqual(
      [eventsOfValue(hashes, "news.example"), eventsOfValue(hashes, "other.example"), strangeLines],
      [[UUID], [], 1],
    );
  });
});

test("a galaxy: synonyms, what is said of each, relations; a value without a name is told by its place", () => {
  const text = JSON.stringify({
    type: "threat-actor",
    name: "Threat Actor",
    source: "Example",
    values: [
      {
        value: "Paper Crane",
        uuid: UUID,
        meta: { synonyms: ["Fold"], country: "XX", refs: ["https://a.example"] },
        related: [{ "dest-uuid": "u", type: "similar" }],
      },
      { description: "no name" },
    ],
  });
  const galaxy = parseGalaxy(text);
  assert.ok(galaxy.ok);
  const [crane] = galaxy.value.clusters;
  assert.deepEqual(
    [crane?.synonyms, crane?.meta.get("country"), crane?.related],
    [["Fold"], ["XX"], [{ uuid: "u", kind: "similar" }]],
  );
  assert.deepEqual(galaxy.value.unnamed, [2]);
  assert.ok(!parseGalaxy("{}").ok);
});

function list(type: string, entries: readonly unknown[], attributes: readonly string[] = []): WarningList {
  const found = readWarningList(
    JSON.stringify({ name: `${type} list`, type, list: entries, matching_attributes: attributes }),
  );
  assert.ok(found.ok, found.ok ? "" : found.error);
  return found.value;
}

describe("warning lists", () => {
  const lists = new WarningLists([
    list("cidr", ["192.0.2.0/25", "2001:db8::/32", "no network"], ["ip-dst"]),
    list("hostname", [".news.example", "Journal.Example"], ["domain", "url"]),
    list("string", ["plain.example", "198.51.100.7", "203.0.113.0/24"]),
    list("substring", ["crane", "rane.ex"], ["domain"]),
    list("regex", [String.raw`/^(security|abuse)\@.*\..*$/i`, "(?=look)"], ["email-src"]),
  ]);
  // biome-ignore format: a table reads by column
  const rows: readonly (readonly [written: string, expected: string])[] = [
    ["192.0.2.7",                 "192.0.2.0/25"],
    ["192.0.2.200",               ""],
    ["2001:db8::9",               "2001:db8::/32"],
    ["news.example",              ".news.example"],
    ["a.b.news.example",          ".news.example"],
    ["fakenews.example",          ""],
    ["https://journal.example/a", "Journal.Example"],
    ["plain.example",             "plain.example"],
    ["sub.plain.example",         ""],
    ["198.51.100.7",              "198.51.100.7"],
    ["203.0.113.9",               "203.0.113.0/24"],
    ["paper-crane.example",       "rane.ex"],
    ["a@paper-crane.example",     ""],
    ["Abuse@other.example",       String.raw`/^(security|abuse)\@.*\..*$/i`],
    ["press@other.example",       ""],
    ["http://192.0.2.7/x",        ""],
  ];
  for (const [written, expected] of rows) {
    test(`${written}: ${expected || "on none"}`, () => {
      const found = lists.of(observableOf(written) as Observable).map(({ entry }) => entry);
      // Several parts may name one value; a list says so once.
      if (written === "paper-crane.example") assert.equal(found.length, 1);
      else assert.deepEqual(found, expected === "" ? [] : [expected]);
    });
  }

  test("entries that cannot be used are told", () => {
    assert.deepEqual(
      lists.unusable.map(({ entry }) => entry),
      ["no network", "(?=look)"],
    );
  });

  test("what is no list says so; entries that are no text are counted", () => {
    assert.ok(!readWarningList("{}").ok && !readWarningList("{").ok);
    assert.ok(!readWarningList(JSON.stringify({ name: "n", type: "other", list: [] })).ok);
    assert.deepEqual([list("string", ["a", 1, null]).entries, list("string", ["a", 1, null]).leftOut], [["a"], 2]);
    const file = readIntel(Buffer.from(JSON.stringify({ name: "n", type: "string", list: ["a.example"] })), "/f");
    assert.ok(!file.ok && file.error.includes("warning list"));
  });

  test("beyond warningEntriesMax and warningPatternsMax they are told", () => {
    const many = `{"name":"n","type":"string","list":[${'"a",'.repeat(limits.warningEntriesMax)}"b"]}`;
    const found = readWarningList(many);
    assert.ok(found.ok && found.value.leftOut === 1);
    const patterns = new WarningLists([
      list(
        "regex",
        Array.from({ length: limits.warningPatternsMax + 1 }, (_, at) => `a${at}`),
      ),
    ]);
    assert.equal(patterns.unusable.length, 1);
  });
});

test("substrings: one pass finds what a search for each one finds", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), text, (parts, whole) => {
      const wanted = [...new Set(parts)].filter((part) => part !== "" && whole.includes(part)).sort();
      assert.deepEqual([...new Substrings(parts).within(whole)].sort(), wanted);
    }),
    { numRuns: 1_000 },
  );
});
