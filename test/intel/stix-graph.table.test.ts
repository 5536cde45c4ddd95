/** STIX bundles as a graph: everything kept, versions, relationships, markings, observed data of both versions; what is told of each object. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { selected } from "../../src/intel/stix/check-markings.ts";
import { checkObject } from "../../src/intel/stix/check-object.ts";
import { membersOf, relatedFrom, relatedTo, type StixGraph, stixGraph } from "../../src/intel/stix/graph.ts";
import { granularMarkingsOf, markingsOf } from "../../src/intel/stix/markings.ts";
import { observationsIn } from "../../src/intel/stix/observations.ts";

const id = (type: string, digit: number) => `${type}--00000000-0000-4000-8000-00000000000${digit}`;
const times = { created: "2024-03-01T00:00:00.000Z", modified: "2024-03-01T00:00:00.000Z" };
const sdo = (type: string, digit: number, more = {}) => ({
  type,
  spec_version: "2.1",
  id: id(type, digit),
  ...times,
  ...more,
});
const codes = ({ problems }: StixGraph) => problems.map(({ place, code }) => `${place.split("--")[0]} ${code}`);

describe("a graph keeps all", () => {
  test("unknown types, custom properties, objects without an id", () => {
    const odd = sdo("x-crane", 1, { x_wings: 2 });
    const graph = stixGraph([odd, { type: "report", name: "no id" }, "text"]);
    assert.equal(graph.objects.get(odd.id)?.object["x_wings"], 2);
    assert.equal(graph.unnamed.length, 1);
    assert.ok(codes(graph).includes("object 2 id") && codes(graph).includes("object 3 type"));
  });

  test("the latest version stands, the older ones are its history, a revoked one says so", () => {
    const late = { modified: "2024-05-01T00:00:00.000Z", name: "new", revoked: true };
    const objects = [sdo("tool", 1, late), sdo("tool", 1, { name: "old" }), sdo("tool", 1, { name: "old" })];
    const entry = stixGraph(objects).objects.get(id("tool", 1));
    assert.deepEqual([entry?.object["name"], entry?.versions.length, entry?.isRevoked], ["new", 2, true]);
  });

  test("one version with two contents is told, and both are kept", () => {
    const graph = stixGraph([sdo("tool", 1, { name: "a" }), sdo("tool", 1, { name: "b" })]);
    assert.deepEqual(codes(graph), ["tool duplicate"]);
    assert.equal(graph.objects.get(id("tool", 1))?.versions.length, 2);
  });

  test("relationships both ways, not the revoked ones; members of a report; sightings", () => {
    const relation = (digit: number, more = {}) =>
      sdo("relationship", digit, {
        relationship_type: "uses",
        source_ref: id("intrusion-set", 1),
        target_ref: id("tool", 1),
        ...more,
      });
    const graph = stixGraph([
      sdo("intrusion-set", 1, { name: "Paper Crane" }),
      sdo("tool", 1, { name: "Fold" }),
      relation(1),
      relation(2, { revoked: true }),
      sdo("report", 1, { name: "r", published: times.created, object_refs: [id("tool", 1), id("tool", 9)] }),
      sdo("sighting", 1, { sighting_of_ref: id("tool", 1) }),
    ]);
    assert.deepEqual(
      relatedFrom(graph, id("intrusion-set", 1), "uses").map((one) => one.id),
      [id("tool", 1)],
    );
    assert.deepEqual(
      relatedTo(graph, id("tool", 1), "uses").map((one) => one.id),
      [id("intrusion-set", 1)],
    );
    assert.deepEqual(
      membersOf(graph, id("report", 1)).map((one) => one.id),
      [id("tool", 1)],
    );
    assert.deepEqual(graph.sightings.get(id("tool", 1)), [id("sighting", 1)]);
    assert.deepEqual(codes(graph), ["report dangling-ref"]);
  });

  test("markings are resolved, also those that STIX itself defines; one that is absent is told by its id", () => {
    const statement = {
      ...sdo("marking-definition", 1, { definition_type: "statement", definition: { statement: "Fold once" } }),
    };
    const marked = sdo("tool", 1, {
      name: "Fold",
      labels: ["paper", "crane"],
      object_marking_refs: [
        "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
        statement.id,
        id("marking-definition", 7),
      ],
      granular_markings: [
        { marking_ref: "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1", selectors: ["labels.[1]"] },
      ],
    });
    const graph = stixGraph([statement, marked]);
    assert.deepEqual(markingsOf(graph, marked), {
      tlp: "TLP:AMBER",
      statements: ["Fold once"],
      unresolved: [id("marking-definition", 7)],
    });
    const [granular] = granularMarkingsOf(graph, marked);
    assert.deepEqual([granular?.tlp, granular?.selector, granular?.value], ["TLP:RED", "labels.[1]", "crane"]);
  });

  test("observed data of 2.0 and of 2.1 are one shape", () => {
    const seen = { first_observed: times.created, last_observed: times.created, number_observed: 2 };
    const address = { type: "email-addr", value: "a@news.example" };
    const within = { type: "observed-data", id: id("observed-data", 1), ...times, ...seen, objects: { "0": address } };
    const apart = { ...address, spec_version: "2.1", id: id("email-addr", 1) };
    const referring = sdo("observed-data", 2, { ...seen, object_refs: [apart.id] });
    const found = observationsIn(stixGraph([within, apart, referring]));
    assert.deepEqual(
      found.map(({ objects, count }) => [[...objects.values()].map((one) => one["value"]), count]),
      [
        [["a@news.example"], 2],
        [["a@news.example"], 2],
      ],
    );
  });

  test("__proto__ as a key changes nothing", () => {
    const graph = stixGraph(JSON.parse(`[{"type":"tool","id":"__proto__","__proto__":{"revoked":true}}]`));
    assert.equal(graph.objects.get("__proto__")?.isRevoked, false);
    assert.equal(({} as Record<string, unknown>)["revoked"], undefined);
  });

  test("beyond intelProblemsMax they are counted", () => {
    const graph = stixGraph(Array.from({ length: limits.intelProblemsMax + 5 }, () => 0));
    assert.deepEqual(
      [graph.problems.length, graph.problemCount],
      [limits.intelProblemsMax, limits.intelProblemsMax + 5],
    );
  });

  test("beyond stixListMax and stixSelectorStepsMax nothing is looked at", () => {
    const sources = Array.from({ length: limits.stixListMax + 1 }, (_, at) =>
      at < limits.stixListMax ? { source_name: "a", url: "https://a.example" } : {},
    );
    assert.deepEqual(codes(stixGraph([sdo("tool", 1, { name: "a", external_references: sources })])), []);
    const deep = JSON.parse(
      `${'{"a":'.repeat(limits.stixSelectorStepsMax + 2)}1${"}".repeat(limits.stixSelectorStepsMax + 2)}`,
    );
    assert.equal(
      typeof selected(
        deep,
        Array(limits.stixSelectorStepsMax + 2)
          .fill("a")
          .join("."),
      ),
      "object",
    );
  });
});

describe("what is told of an object", () => {
  const rows: readonly (readonly [
    name: string,
    object: Readonly<Record<string, unknown>>,
    expected: readonly string[],
  ])[] = [
    ["sound", sdo("tool", 1, { name: "Fold" }), []],
    ["no name", sdo("tool", 1), ["required"]],
    ["another type in its id", { ...sdo("tool", 1, { name: "a" }), id: id("malware", 1) }, ["id"]],
    ["a day that is none", sdo("tool", 1, { name: "a", modified: "2024-02-30T00:00:00Z" }), ["value"]],
    ["modified before created", sdo("tool", 1, { name: "a", modified: "2024-02-03T00:00:00Z" }), ["time-order"]],
    ["an empty list", sdo("tool", 1, { name: "a", aliases: [] }), ["empty"]],
    ["a property of its own", sdo("tool", 1, { name: "a", wings: 2 }), ["custom-property"]],
    [
      "a pattern that is none",
      sdo("indicator", 1, { pattern: "[", pattern_type: "stix", valid_from: times.created }),
      ["pattern"],
    ],
    [
      "yara is not ours to judge",
      sdo("indicator", 1, { pattern: "rule", pattern_type: "yara", valid_from: times.created }),
      [],
    ],
    [
      "a traffic light of another id",
      sdo("marking-definition", 1, { definition_type: "tlp", definition: { tlp: "red" } }),
      ["value", "custom-property"],
    ],
    [
      "an address that is none",
      { type: "ipv4-addr", spec_version: "2.1", id: id("ipv4-addr", 1), value: "300.0.0.1" },
      ["value"],
    ],
  ];
  for (const [name, object, expected] of rows) {
    test(name, () => {
      const found = new Set<string>();
      checkObject(object, "2.1", (code) => found.add(code));
      assert.deepEqual([...found].sort(), [...expected].sort());
    });
  }
});

test("total: any JSON gives a graph, and every object with an id is in it", () => {
  const key = fc.oneof(
    fc.constantFrom("type", "id", "objects", "object_refs", "granular_markings", "pattern", "created", "definition"),
    fc.string(),
  );
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom("indicator", "observed-data", id("tool", 1)));
  fc.assert(
    fc.property(fc.array(fc.dictionary(key, value)), (objects) => {
      const graph = stixGraph(objects);
      observationsIn(graph);
      for (const object of objects) {
        markingsOf(graph, object);
        granularMarkingsOf(graph, object);
        const { id: own } = object;
        if (typeof own === "string" && own !== "") assert.ok(graph.objects.has(own));
      }
    }),
  );
});
