/** Snapshots in both forms, and what is and is not known by them (docs/formats/dns-snapshot.md). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseDnsSnapshot } from "../../src/auth/dns-snapshot.ts";
import type { RecordType } from "../../src/auth/resolver.ts";
import { cpuMs } from "../support/cpu-time.ts";

const ZONE = `
; written down by hand
$TTL 300
example.org.            3600 IN TXT  "v=spf1 ip4:192.0.2.0/24 " "-all" ; two strings
example.org.            TXT  "with \\"quotes\\"; and \\035"
k1._domainkey.Example.org IN TXT v=DKIM1; k=ed25519
example.org             MX   20 mx2.example.org.
example.org             MX   10 MX1.example.org.
mx1.example.org         A    192.0.2.1
mx1.example.org         AAAA 2001:db8::1
1.2.0.192.in-addr.arpa. PTR  mx1.example.org.
www.example.org         CNAME mx1.example.org.
gone.example.org        TXT  NONE
never.example.org       *    NONE
down.example.org        TXT  FAILED
loop.example.org        CNAME loop.example.org
`;

const JSON_TEXT = JSON.stringify({
  taken: "2024-03-25",
  "example.org": {
    TXT: [["v=spf1 ip4:192.0.2.0/24 ", "-all"], 'with "quotes"; and #'],
    MX: [{ exchange: "mx2.example.org", priority: 20 }, [10, "MX1.example.org."]],
  },
  "k1._domainkey.Example.org": { TXT: ["v=DKIM1; k=ed25519"] },
  "mx1.example.org": { A: ["192.0.2.1"], AAAA: [["2001:db8::1"]] },
  "1.2.0.192.in-addr.arpa": { PTR: ["mx1.example.org."] },
  "www.example.org": { CNAME: ["mx1.example.org"] },
  "gone.example.org": { TXT: [] },
  "never.example.org": "none",
  "down.example.org": { TXT: "failed" },
  "loop.example.org": { CNAME: ["loop.example.org"] },
});

for (const [form, text] of [
  ["zone", ZONE],
  ["JSON", JSON_TEXT],
] as const) {
  describe(`a snapshot as ${form}`, () => {
    const { resolver, problems } = parseDnsSnapshot(text);
    // biome-ignore format: a table reads by column
    const cases: readonly (readonly [type: RecordType, name: string, values: readonly string[] | string])[] = [
      ["TXT",  "example.org",               ["v=spf1 ip4:192.0.2.0/24 -all", 'with "quotes"; and #']],
      ["TXT",  "EXAMPLE.ORG.",              ["v=spf1 ip4:192.0.2.0/24 -all", 'with "quotes"; and #']],
      ["MX",   "example.org",               ["mx1.example.org", "mx2.example.org"]],
      ["A",    "mx1.example.org",           ["192.0.2.1"]],
      ["AAAA", "mx1.example.org",           ["2001:db8::1"]],
      ["PTR",  "1.2.0.192.in-addr.arpa",    ["mx1.example.org"]],
      ["A",    "www.example.org",           ["192.0.2.1"]],
      ["TXT",  "gone.example.org",          "none"],
      ["A",    "gone.example.org",          "unknown"],
      ["A",    "never.example.org",         "none"],
      ["TXT",  "never.example.org",         "none"],
      ["TXT",  "down.example.org",          "failed"],
      ["A",    "loop.example.org",          "failed"],
      ["A",    "example.org",               "unknown"],
      ["TXT",  "other.example",             "unknown"],
    ];
    for (const [type, name, values] of cases) {
      test(`${type} ${name}`, () => {
        const answer = resolver(name, type);
        assert.deepEqual(answer.kind === "records" ? answer.values : answer.kind, values);
      });
    }
    test("a key as it stands", () => {
      const answer = resolver("k1._domainkey.example.org", "TXT");
      assert.ok(answer.kind === "records");
      assert.deepEqual(answer.values, ["v=DKIM1; k=ed25519"]);
    });
    test("all of it was read", () => assert.deepEqual(problems, []));
  });
}

test("what cannot be read is told by its place, and the rest is used", () => {
  const { resolver, problems } = parseDnsSnapshot(
    "a.example A 192.0.2.1\nnonsense\nb.example SRV 1 2 3 x\nc.example A 192.0.2.3\n",
  );
  assert.deepEqual(problems, [
    { code: "not-a-record", place: "line 2" },
    { code: "unknown-type", place: "line 3" },
  ]);
  assert.equal(resolver("c.example", "A").kind, "records");
  assert.deepEqual(parseDnsSnapshot("{ not json").problems, [{ code: "not-json", place: "the file" }]);
  assert.deepEqual(parseDnsSnapshot('{"a.example": 5, "b.example": {"A": [{}]}}').problems, [
    { code: "not-a-record", place: "a.example" },
    { code: "not-a-record", place: "A b.example" },
  ]);
});

test("beyond limits.dnsAnswersMax answers are left out, and that is told", () => {
  const text = "a.example A 192.0.2.1\nb.example A NONE\nc.example A 192.0.2.3\nd.example A 192.0.2.4\n";
  assert.deepEqual(parseDnsSnapshot(text, 4).problems, []);
  const { resolver, count, problems } = parseDnsSnapshot(text, 2);
  assert.deepEqual([count, problems], [2, [{ code: "too-many", place: "the file" }]]);
  assert.deepEqual(
    ["a", "b", "c"].map((name) => resolver(`${name}.example`, "A").kind),
    ["records", "none", "unknown"],
  );
});

test("names of objects are names like others", () => {
  const { resolver } = parseDnsSnapshot('{"constructor": {"A": ["192.0.2.1"]}}');
  assert.equal(resolver("constructor", "A").kind, "records");
  assert.equal(resolver("__proto__", "A").kind, "unknown");
  assert.equal(resolver("toString", "TXT").kind, "unknown");
});

test("total on any text", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    '"',
    ":",
    ",",
    "a.example",
    " ",
    "TXT",
    "MX",
    "10 x",
    "\n",
    ";",
    "\\",
    "NONE",
    "*",
    "IN",
    "5",
    "CNAME",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.json(),
        fc.array(piece, { maxLength: 40 }).map((all) => all.join("")),
      ),
      (text) => {
        const { resolver } = parseDnsSnapshot(text);
        for (const type of ["A", "MX", "TXT"] as const) resolver("a.example", type);
      },
    ),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 300) },
  );
  for (const filler of ['"', "a A ", "\\", ";", '"\\', " ", "\n"]) {
    const started = cpuMs();
    parseDnsSnapshot(`a TXT ${filler.repeat(400_000 / filler.length)}`);
    assert.ok(cpuMs() - started < 1_000, filler);
  }
});
