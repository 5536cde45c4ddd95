/** A ledger written as a STIX bundle: well formed whatever it holds, and read back the same. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { LedgerDocument } from "../../../src/case/ledger.ts";
import { parsePattern } from "../../../src/intel/pattern/parser.ts";
import { readStatementFile } from "../../../src/ledger/read-statement-file.ts";
import { fromBundle } from "../../../src/ledger/stix-out/from-bundle.ts";
import { type StixBundle, toBundle } from "../../../src/ledger/stix-out/to-bundle.ts";
import { anyLedger } from "../../support/any-ledger.ts";
import { at, ledgerDocument, party, said } from "../../support/ledger.ts";

/** What STIX 2.1 asks of every object, in our own words (3.2, 2.9, 3.4). */
function checkForm({ id, objects }: StixBundle): void {
  assert.match(id, /^bundle--/);
  const ids = new Set(objects.map((one) => one.id));
  assert.equal(ids.size, objects.length, "no id twice");
  for (const object of objects) {
    assert.match(object.id, /^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.ok(object.id.startsWith(`${object.type}--`));
    assert.equal(object["spec_version"], "2.1");
    for (const [name, value] of Object.entries(object)) {
      assert.match(name, /^[a-z0-9_]{2,250}$/);
      assert.ok(value !== undefined && value !== null, `${object.type}.${name} is left out, not null`);
      if (Array.isArray(value)) assert.ok(value.length > 0, `${object.type}.${name} is no empty list`);
      const refs = name.endsWith("_refs")
        ? (value as readonly string[])
        : name.endsWith("_ref")
          ? [value as string]
          : [];
      for (const ref of refs) assert.ok(ids.has(ref), `${object.type}.${name} ${ref} is in the bundle`);
    }
    for (const name of ["created", "modified", "published", "valid_from"] as const) {
      if (name in object) assert.match(String(object[name]), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
    if (object.type === "indicator") assert.ok(parsePattern(String(object["pattern"])).ok, String(object["pattern"]));
  }
}

const written = (documents: readonly LedgerDocument[]): StixBundle => JSON.parse(JSON.stringify(toBundle(documents)));

test("property: any ledger gives a well-formed bundle, the same each time, and reads back the same", () => {
  fc.assert(
    fc.property(anyLedger, (documents) => {
      const bundle = written(documents);
      checkForm(bundle);
      assert.deepEqual(written(documents), bundle);
      const back = fromBundle(bundle);
      if (documents.length === 0) assert.equal(back, null);
      else assert.deepEqual(back, { documents, leftOut: 0 });
    }),
  );
});

test("property: reading a bundle is total, and a damaged one gives no document of another form", () => {
  const anyExtension = fc.record({
    letterlock_what: fc.constantFrom("document", "statement", "indicator", 7),
    letterlock_record: fc.oneof(fc.json(), fc.string(), fc.nat()),
  });
  const [extension = ""] = Object.keys(Object(toBundle([ledgerDocument("x")]).objects.at(-1)?.["extensions"]));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.array(anyExtension).map((all) => ({ objects: all.map((one) => ({ extensions: { [extension]: one } })) })),
      ),
      (value) => {
        const back = fromBundle(value);
        for (const one of back?.documents ?? []) assert.equal(typeof one.sha256, "string");
      },
    ),
  );
});

describe("the record that ships as a bundle", () => {
  const bytes = readFileSync(new URL("../../../record/public-record.yaml", import.meta.url));
  const read = readStatementFile(bytes, "letterlock:public-record", "shipped");
  assert.ok(read.ok);
  const bundle = written([read.value]);
  const of = (type: string) => bundle.objects.filter((one) => one.type === type);

  test("is well formed and reads back", () => {
    checkForm(bundle);
    assert.deepEqual(fromBundle(bundle)?.documents, [read.value]);
  });

  test("a note a statement, an opinion a denial that answers, which disagrees with notes of accusations", () => {
    assert.equal(of("note").length, read.value.statements.length);
    assert.equal(of("opinion").length, 2);
    const notes = new Map(of("note").map((one) => [one.id, one]));
    for (const opinion of of("opinion")) {
      assert.equal(opinion["opinion"], "strongly-disagree");
      for (const ref of opinion["object_refs"] as readonly string[]) {
        assert.match(String(notes.get(ref)?.["abstract"]), /accusation|charge|sanction/);
      }
    }
  });

  test("names of one group by two sources are two objects, each of its source", () => {
    const claims = of("intrusion-set").filter((one) => "aliases" in one);
    assert.equal(new Set(claims.map((one) => one["created_by_ref"])).size, 2);
  });

  test("a relationship is some statement's claim and says whose", () => {
    assert.ok(of("relationship").length > 0);
    for (const one of of("relationship")) assert.match(String(one["description"]), /^A claim of .+, as note--/);
  });
});

test("a negated accusation makes no relationship; a doubted value no indicator; the light is on every object of its document", () => {
  const quote = { text: "x", start: 0, end: 1, page: 0, line: 1 };
  const wish = {
    by: [party("Centre")],
    against: [party("Crane", "group")],
    targets: [party("Chamber", "office")],
    isNegated: true,
  };
  const document = ledgerDocument("x", [said("accusation", wish)], {
    tlp: "TLP:AMBER",
    indicators: [
      { type: "domain-name", value: "a.example", quote, doubt: "it is the publisher's own" },
      { type: "domain-name", value: "b.example", quote, doubt: null },
    ],
  });
  const { objects } = toBundle([document]);
  assert.equal(
    objects.some(({ type }) => type === "relationship"),
    false,
  );
  assert.deepEqual(
    objects.filter(({ type }) => type === "indicator").map((one) => one["pattern"]),
    ["[domain-name:value = 'b.example']"],
  );
  for (const one of objects.filter(({ type }) => ["note", "indicator", "grouping"].includes(type))) {
    assert.deepEqual(
      one["object_marking_refs"],
      ["marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"],
      one.type,
    );
  }
});

describe("the first day of an indicator, which STIX demands", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [published: string | null, added: string | null, from: string, says: string])[] = [
    ["2024-03-25", "2026-01-02", "2024-03-25", "published"],
    [null,         "2026-01-02", "2026-01-02", "added"],
    // Never 1970: a reader would take the value for bad since always.
    [null,         null,         "2026-11-27", "unknown"],
  ];
  for (const [published, added, from, says] of cases) {
    test(`published ${published ?? "who knows"}, added ${added ?? "who knows"}`, () => {
      const quote = { text: "login.example", start: 0, end: 13, page: 0, line: 1 };
      const document = ledgerDocument("undated", [], {
        date: published === null ? null : at(published),
        ...(added === null ? {} : { added: at(added) }),
        indicators: [{ type: "domain-name", value: "login.example", quote, doubt: null }],
      });
      const bundle = written([document]);
      const indicator = bundle.objects.find(({ type }) => type === "indicator");
      assert.equal(indicator?.["valid_from"], `${from}T00:00:00.000Z`);
      assert.match(JSON.stringify(indicator), new RegExp(`"letterlock_valid_from":"${says}"`));
      assert.deepEqual(fromBundle(bundle)?.documents, [document]);
    });
  }
});
