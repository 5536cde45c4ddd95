import assert from "node:assert/strict";
import { test } from "node:test";
import { sharedTies, tieValue, tieWords } from "../../src/report/campaign-links.ts";
import { campaign, hashOf } from "./fixture.ts";

function link(kind: string, value: string, to: string, weight: number) {
  return { from: hashOf("a"), to: hashOf(to), kind, value, weight, why: `the same ${kind}` };
}

test("links of one kind and reason are one tie, with its values and messages counted once", () => {
  const links = [
    link("text-print", "t1", "b", 0.9),
    link("text-print", "t2", "c", 0.8),
    link("load-host", "h.example", "b", 0.95),
    link("load-host", "h.example", "c", 0.7),
  ];
  assert.deepEqual(sharedTies({ ...campaign, links }), [
    {
      kind: "load-host",
      why: "the same load-host",
      weight: 0.95,
      messages: 3,
      values: [{ value: "h.example", messages: 3 }],
    },
    {
      kind: "text-print",
      why: "the same text-print",
      weight: 0.9,
      messages: 3,
      values: [
        { value: "t1", messages: 2 },
        { value: "t2", messages: 2 },
      ],
    },
  ]);
});

test("no links, no ties", () => assert.deepEqual(sharedTies({ ...campaign, links: [] }), []));

test("fingerprints are cut, names are not", () => {
  assert.equal(tieValue("9beb7c3c26cd8a1946e9ebb6ebc1e317"), "9beb7c3c26cd…");
  assert.equal(tieValue("img.daily-digest.example"), "img.daily-digest.example");
  assert.equal(tieWords("load-host"), "load host");
});
