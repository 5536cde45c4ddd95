/** What bundles of other producers say becomes statements of theirs; what does not is told. All is invented. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readPublished } from "../../src/ledger/read-published.ts";
import { statementsOfStix } from "../../src/ledger/said/in-stix.ts";

type Json = Readonly<Record<string, unknown>>;

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const WATCH = `identity--${uuid(1)}`;
const HERON = `intrusion-set--${uuid(2)}`;
const BUREAU = `identity--${uuid(3)}`;
const COUNCIL = `identity--${uuid(4)}`;
const LINK = `relationship--${uuid(5)}`;

function object(id: string, wish: Json = {}): Json {
  const made = "2026-03-04T05:06:07.000Z";
  return { type: id.slice(0, id.indexOf("--")), spec_version: "2.1", id, created: made, modified: made, ...wish };
}

const parties: readonly Json[] = [
  object(WATCH, { name: "Invented Watch", identity_class: "organization" }),
  object(HERON, { name: "Grey Heron", aliases: ["Grey Heron", "Reed Bird"], created_by_ref: WATCH }),
  object(BUREAU, { name: "Bureau of Weights", identity_class: "organization", sectors: ["government-national"] }),
  object(COUNCIL, { name: "Council of Readers", identity_class: "organization" }),
];

function relation(kind: string, source: string, target: string, wish: Json = {}): Json {
  const ends = { relationship_type: kind, source_ref: source, target_ref: target };
  return object(LINK, { ...ends, created_by_ref: WATCH, ...wish });
}

function said(...objects: readonly Json[]) {
  return statementsOfStix([...parties, ...objects], "0".repeat(64), "bundle.json");
}

const opinion = (word: string): Json =>
  object(`opinion--${uuid(6)}`, {
    opinion: word,
    object_refs: [LINK],
    created_by_ref: COUNCIL,
    explanation: "We see it so.",
  });
const attributed = relation("attributed-to", HERON, BUREAU);
const person = object(`identity--${uuid(7)}`, { name: "Ada Invented", identity_class: "individual" });
const technique = object(`attack-pattern--${uuid(8)}`, {
  name: "Spearphishing Link",
  external_references: [{ source_name: "mitre-attack", external_id: "T1566.002" }],
});

describe("statements", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, objects: readonly Json[], expected: readonly string[]])[] = [
    ["an attribution accuses", [attributed], ["accusation: Invented Watch > Bureau of Weights, Grey Heron >"]],
    ["without a creator nobody says it", [relation("attributed-to", HERON, BUREAU, { created_by_ref: undefined })], ["accusation:  > Bureau of Weights, Grey Heron >"]],
    ["a target", [relation("targets", HERON, COUNCIL)], ["accusation: Invented Watch > Grey Heron > Council of Readers"]],
    ["a person who is a target is not named", [person, relation("targets", HERON, String(person["id"]))], ["accusation: Invented Watch > Grey Heron > an individual"]],
    ["a technique", [technique, relation("uses", HERON, String(technique["id"]))], ["accusation: Invented Watch > Grey Heron > T1566.002"]],
    ["who disagrees denies", [attributed, opinion("strongly-disagree")], ["accusation: Invented Watch > Bureau of Weights, Grey Heron >", "denial: Council of Readers > Bureau of Weights, Grey Heron >"]],
    ["who agrees says it too", [attributed, opinion("agree")], ["accusation: Invented Watch > Bureau of Weights, Grey Heron >", "accusation: Council of Readers > Bureau of Weights, Grey Heron >"]],
    ["a sighting at somebody", [object(`sighting--${uuid(9)}`, { sighting_of_ref: HERON, where_sighted_refs: [COUNCIL], created_by_ref: WATCH })], ["incident: Invented Watch > Grey Heron > Council of Readers"]],
    // Prose goes through the grammar; its writer is the producer.
    ["a note's prose", [object(`note--${uuid(10)}`, { content: "China denied the accusation.", object_refs: [HERON], created_by_ref: WATCH })], ["denial: China > China >"]],
    ["what is revoked is none", [relation("attributed-to", HERON, BUREAU, { revoked: true })], []],
    ["an end that is not there", [relation("attributed-to", HERON, `identity--${uuid(99)}`)], []],
  ];
  for (const [what, objects, expected] of cases) {
    test(what, () => {
      const shown = said(...objects).statements.map(({ assertion: { kind, by, against, targets, techniques } }) => {
        const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(", ");
        return `${kind}: ${names(by)} > ${names(against)} > ${[names(targets), ...techniques.map(({ id }) => id)].filter((one) => one !== "").join(", ")}`.trimEnd();
      });
      assert.deepEqual(shown, expected);
    });
  }
});

test("names of groups are claims of who created the object", () => {
  assert.deepEqual(said().aliases, [
    { by: "Invented Watch", name: "Grey Heron", aliases: ["Reed Bird"], source: "bundle.json" },
  ]);
});

test("confidence, times, labels and the object's own words are kept", () => {
  const wish = {
    confidence: 85,
    start_time: "2025-01-01T00:00:00Z",
    labels: ["draft"],
    description: "The bureau pays them.",
  };
  const [one] = said(relation("attributed-to", HERON, BUREAU, wish)).statements;
  assert.equal(one?.isVerbatim, true);
  assert.equal(one?.source, LINK);
  assert.equal(one?.publisher, "Invented Watch");
  assert.equal(one?.assertion.quote.text, "The bureau pays them.");
  assert.equal(one?.assertion.about, "Grey Heron attributed-to Bureau of Weights (draft)");
  assert.deepEqual(one?.assertion.confidence, { words: "85 of 100", scale: "", low: 0.85, high: 0.85 });
  assert.equal(one?.assertion.time?.from, Date.parse("2025-01-01"));
  assert.equal(one?.assertion.date?.from, Date.parse("2026-03-04T05:06:07Z"));
});

describe("a knowledge base gives names and relationships; its profiles are no statements of events, and it is told", () => {
  const description = "In 2024 the group sent phishing emails to journalists in Norway.";
  const groups = Array.from({ length: 20 }, (_, n) =>
    object(`intrusion-set--${uuid(100 + n)}`, { name: `Invented Group ${n}`, description }),
  );
  const note = object(`note--${uuid(200)}`, { content: "China denied the accusation.", object_refs: [HERON] });
  const kinds = (...objects: readonly Json[]) => said(...objects).statements.map(({ assertion }) => assertion.kind);

  test("profiles are not read, notes and relationships are", () => {
    const read = said(...groups, note, attributed);
    assert.deepEqual(
      new Set(read.statements.map(({ assertion }) => assertion.kind)),
      new Set(["denial", "accusation"]),
    );
    assert.equal(read.actors.filter(({ name }) => name.startsWith("Invented Group")).length, 20);
    assert.match(read.problems.join(" "), /the prose of 20 objects was not read/);
  });

  test("the same words in a file of few groups, or beside a report, are read", () => {
    assert.ok(kinds(...groups.slice(0, 1)).includes("incident"));
    const report = object(`report--${uuid(201)}`, { name: "A report", object_refs: [HERON] });
    assert.equal(kinds(...groups, report).filter((kind) => kind === "incident").length, 20);
  });
});

test("nothing is dropped silently", () => {
  const read = said(
    relation("attributed-to", HERON, BUREAU, { revoked: true }),
    object(`course-of-action--${uuid(11)}`, { name: "Ask them" }),
    object(`opinion--${uuid(12)}`, { opinion: "neutral", object_refs: [HERON], created_by_ref: COUNCIL }),
  );
  assert.deepEqual(
    read.rejected.map(({ place, why }) => [place.slice(0, 8), why]),
    [
      ["relation", "its source has revoked it"],
      ["opinion-", "its opinion is neither agreement nor denial"],
    ],
  );
  assert.match(read.problems.join(" "), /1 course-of-action/);
});

test("of several versions the latest counts", () => {
  const later = { modified: "2026-05-01T00:00:00.000Z", revoked: true };
  assert.deepEqual(said(relation("attributed-to", HERON, BUREAU, later), attributed).statements, []);
});

test("lights of both versions of TLP: the strictest holds for the document, and several are told", async () => {
  const marked = (id: string) => ({ object_marking_refs: [`marking-definition--${id}`] });
  const bundle = {
    type: "bundle",
    id: `bundle--${uuid(13)}`,
    objects: [
      ...parties,
      relation("attributed-to", HERON, BUREAU, marked("34098fce-860f-48ae-8e50-ebd3cc5e41da")),
      object(`note--${uuid(14)}`, {
        content: "Nothing.",
        object_refs: [HERON],
        ...marked("939a9414-2ddd-4d32-a0cd-375ea402b003"),
      }),
    ],
  };
  const read = await readPublished(Buffer.from(JSON.stringify(bundle)), "/x/bundle.json");
  assert.ok(read.ok);
  const { document } = read.value;
  assert.equal(document.tlp, "TLP:AMBER+STRICT");
  assert.match(document.problems.join(" "), /TLP:AMBER\+STRICT, TLP:GREEN/);
  assert.equal(document.statements.length, 1);
  assert.equal(document.publisher, "Invented Watch");
});

const sighted = (count: number): Json =>
  object(`sighting--${uuid(9)}`, { sighting_of_ref: HERON, where_sighted_refs: [COUNCIL], count });

test("what was looked for and not seen is no incident", () => {
  assert.deepEqual(
    said(sighted(2)).statements.map(({ assertion: { kind } }) => kind),
    ["incident"],
  );
  const { statements, rejected } = said(sighted(0));
  assert.deepEqual([statements.length, rejected.map(({ why }) => why)], [0, ["it was looked for, and not seen"]]);
});

test("a person is named neither in our words nor, by half a name, in what is handed on", () => {
  const words = "Last week Invented clicked a link that Grey Heron sent.";
  const found = said(person, relation("targets", HERON, String(person["id"]), { description: words }), sighted(1));
  assert.doesNotMatch(found.statements.map(({ assertion: { about } }) => about).join("\n"), /Ada/);
  assert.deepEqual(found.nameWords, ["ada", "invented"]);
});

test("one long name in all that speaks of it: the file is not multiplied", () => {
  const long = object(COUNCIL, { name: "Long ".repeat(100_000), identity_class: "organization" });
  const many = Array.from({ length: 500 }, (_, n) =>
    relation("targets", HERON, COUNCIL, { id: `relationship--${uuid(100 + n)}` }),
  );
  const aliased = Array.from({ length: 500 }, (_, n) =>
    object(`intrusion-set--${uuid(1_000 + n)}`, { name: `Bird ${n}`, aliases: ["Reed"], created_by_ref: COUNCIL }),
  );
  const found = statementsOfStix([...parties, long, ...many, ...aliased], "0".repeat(64), "bundle.json");
  assert.equal(found.statements.length, 500);
  assert.ok(JSON.stringify(found).length < 5_000_000);
});

test("a hundred thousand uses of one actor: a second, not a minute", { timeout: 60_000 }, () => {
  const many = Array.from({ length: 100_000 }, (_, n) =>
    relation("uses", HERON, HERON, { id: `relationship--${uuid(100 + n)}` }),
  );
  const begun = process.cpuUsage();
  assert.equal(said(...many).statements.length, 1);
  const { user, system } = process.cpuUsage(begun);
  assert.ok(user + system < 5e6, `${(user + system) / 1e6} s`);
});

test("total on any objects, and the same objects give the same ids", () => {
  const any = fc.dictionary(
    fc.constantFrom(
      "type",
      "id",
      "name",
      "relationship_type",
      "source_ref",
      "target_ref",
      "object_refs",
      "aliases",
      "created_by_ref",
      "opinion",
      "confidence",
    ),
    fc.oneof(fc.constantFrom("opinion", "relationship", "attributed-to", HERON, BUREAU), fc.jsonValue()),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 8 }), (objects) => {
      assert.deepEqual(said(...objects), said(...objects));
    }),
  );
});

test("objects without an id are read, and none of them is the author of what names no author", () => {
  const nameless = (wish: Json): Json => {
    const { id: _, ...rest } = object(`identity--${uuid(20)}`, wish);
    return rest;
  };
  const note = object(`note--${uuid(21)}`, { content: "Grey Heron attacked the Bureau of Weights in March 2026." });
  const { statements } = said(
    nameless({ type: "report", name: "Tides", description: "The Council of Readers accused Grey Heron of espionage." }),
    nameless({ name: "Ministry of Tides", identity_class: "organization" }),
    note,
  );
  assert.ok(statements.some(({ assertion }) => /accused/.test(assertion.quote.text)));
  assert.doesNotMatch(JSON.stringify(statements), /Ministry of Tides/);
});
