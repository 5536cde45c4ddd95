/** What MISP events and galaxies say of who did it, as claims of who published them. All is invented. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readPublished } from "../../src/ledger/read-published.ts";

type Json = Readonly<Record<string, unknown>>;

async function documentOf(value: unknown) {
  const read = await readPublished(Buffer.from(JSON.stringify(value)), "/x/event.json");
  assert.ok(read.ok);
  return read.value.document;
}

const attribution = (type: string, value: string, wish: Json = {}): Json => ({
  uuid: "a-1",
  category: "Attribution",
  type,
  value,
  ...wish,
});
const event = (wish: Json): Json => ({
  Event: {
    uuid: "e-1",
    info: "Paper boats",
    date: "2026-02-03",
    Orgc: { name: "Invented Watch" },
    Attribute: [],
    ...wish,
  },
});
const cluster = {
  type: "threat-actor",
  GalaxyCluster: [{ value: "Grey Heron", meta: { synonyms: ["Reed Bird"] } }],
};

test("a tag of the event that stands at its values too, and a tag twice at one, are one accusation each", async () => {
  const tag = { name: 'misp-galaxy:threat-actor="Grey Heron"' };
  const value = (uuid: string, ...tags: readonly Json[]): Json => ({
    ...{ uuid, type: "domain", category: "Network activity", value: `${uuid}.example`, Tag: tags },
  });
  const [everywhere, twice] = [
    await documentOf(event({ Galaxy: [cluster], Tag: [tag], Attribute: [value("a-1", tag), value("a-2", tag)] })),
    await documentOf(event({ Attribute: [value("a-1", tag, tag)] })),
  ];
  assert.deepEqual([everywhere.statements.length, twice.statements.length], [1, 1]);
});

describe("events", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, event: Json, accused: readonly string[], rejected: number])[] = [
    ["an attribute of the category Attribution", { Attribute: [attribution("threat-actor", "Grey Heron")] }, ["Grey Heron"], 0],
    ["one that was deleted is told",             { Attribute: [attribution("threat-actor", "Grey Heron", { deleted: true })] }, [], 1],
    ["one that names nobody is told",            { Attribute: [attribution("whois-registrar", "Invented Names")] }, [], 1],
    ["a cluster of a galaxy",                    { Galaxy: [cluster] }, ["Grey Heron"], 0],
    ["a tag",                                    { Tag: [{ name: 'misp-galaxy:threat-actor="Grey Heron"' }] }, ["Grey Heron"], 0],
    ["a tag that names no group",                { Tag: [{ name: 'misp-galaxy:ransomware="Lockbird"' }] }, [], 0],
  ];
  for (const [what, wish, accused, rejected] of cases) {
    test(what, async () => {
      const { statements, rejectedCount, publisher } = await documentOf(event(wish));
      assert.deepEqual(
        statements.flatMap(({ assertion }) => assertion.against.map(({ name }) => name)),
        accused,
      );
      assert.ok(statements.every(({ assertion: { by } }) => by[0]?.name === "Invented Watch"));
      assert.equal(rejectedCount, rejected);
      assert.equal(publisher, "Invented Watch");
    });
  }
});

test("a campaign's name is no group's", async () => {
  const { statements } = await documentOf(event({ Attribute: [attribution("campaign-name", "Paper Tide")] }));
  assert.deepEqual(
    statements.flatMap(({ assertion }) => assertion.against.map(({ kind, name }) => `${kind} ${name}`)),
    ["unknown Paper Tide"],
  );
});

test("synonyms of a cluster are a claim of the event's publisher", async () => {
  const { aliases } = await documentOf(event({ Galaxy: [cluster] }));
  assert.deepEqual(aliases, [
    { by: "Invented Watch", name: "Grey Heron", aliases: ["Reed Bird"], source: "Paper boats" },
  ]);
});

test("a galaxy of groups is claims of names and nothing to hunt for; one of other things is refused", async () => {
  const galaxy = {
    type: "threat-actor",
    name: "Birds",
    source: "Invented",
    authors: ["W."],
    values: [{ value: "Grey Heron", meta: { synonyms: ["Reed Bird"] } }],
  };
  const read = await documentOf(galaxy);
  assert.deepEqual(
    read.aliases.map(({ name, aliases }) => [name, aliases]),
    [["Grey Heron", ["Reed Bird"]]],
  );
  assert.equal(read.title, "Birds");
  const refused = await readPublished(Buffer.from(JSON.stringify({ ...galaxy, type: "tool" })), "/x/tools.json");
  assert.equal(refused.ok, false);
});
