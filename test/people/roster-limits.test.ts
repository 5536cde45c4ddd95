import assert from "node:assert/strict";
import { test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { AliasBook } from "../../src/people/aliases.ts";
import { parseRoster } from "../../src/people/parse-roster.ts";
import { RosterIndex } from "../../src/people/roster-index.ts";

function rows(count: number, row: (index: number) => string): Buffer {
  return Buffer.from(`person,addresses\n${Array.from({ length: count }, (_, index) => row(index)).join("\n")}\n`);
}

test("rosterPeopleMax: later people are left out, and it is told", () => {
  const { roster, problems } = parseRoster(rows(limits.rosterPeopleMax + 3, (index) => `${index},a${index}@b.example`));
  assert.equal(roster.people.length, limits.rosterPeopleMax);
  assert.ok(problems.some(({ code }) => code === "too-many"));
});

test("rosterProblemsMax: the first ones are told", () => {
  const { problems } = parseRoster(rows(limits.rosterProblemsMax + 50, (index) => `${index},a${index}@b.example bad`));
  assert.equal(problems.length, limits.rosterProblemsMax);
  assert.equal(problems[0]?.line, 2);
});

test("aliasCandidatesMax: later addresses are not compared", () => {
  const { roster } = parseRoster(rows(1, () => "jo,jo@b.example"));
  const book = new AliasBook(new RosterIndex(roster));
  const to = Array.from({ length: limits.aliasCandidatesMax }, (_, index) => ({
    name: "",
    address: `jo+${index}@b.example`,
  }));
  book.add({ to, cc: [], deliveredTo: [] });
  for (let again = 0; again < 2; again += 1)
    book.add({ to: [{ name: "", address: "jo+last@b.example" }], cc: [], deliveredTo: [] });
  const proposed = book.proposed();
  assert.ok(proposed.length > 0 && !proposed.some(({ address }) => address === "jo+last@b.example"));
});
