import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type HousePlace, speaksOfHouse } from "../../src/signals/readers-house.ts";

const ANNA = "anna@lanternhall.example";

interface Mail {
  readonly from: string;
  readonly name?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly readers?: readonly string[];
}

const spoken = ({ from, name = "", subject = "", text = "", readers = [ANNA] }: Mail): HousePlace | null =>
  speaksOfHouse({ from: { name, address: from }, subject, text: () => text, readers });

describe("mail from outside that speaks as its readers' house, or of it", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, mail: Mail, place: HousePlace | null])[] = [
    ["another suffix",            { from: "it@lanternhall.test" },                                              "domain"],
    ["a hyphen",                  { from: "it@lantern-hall.example" },                                          "domain"],
    ["a letter like another",     { from: "it@lanternhaii.example" },                                           "domain"],
    ["another script",            { from: "it@l\u0430nternhall.example" },                                      "domain"],
    ["a word added",              { from: "it@lanternhall-login.test" },                                        "domain"],
    ["the whole in front",        { from: "it@lanternhall.example.portal.test" },                               "domain"],
    ["the name in From's",        { from: "it@portal.test", name: "Lantern Hall IT" },                          "name"],
    ["the domain in From's name", { from: "it@portal.test", name: "lanternhall.example help" },                 "name"],
    ["in its local part",         { from: "lanternhall-it@portal.test" },                                       "name"],
    ["in the subject",            { from: "it@portal.test", subject: "Your lanternhall.example account" },      "subject"],
    ["in the text",               { from: "it@portal.test", text: "Mail at Lanternhall.Example: closed." },     "text"],
    ["at the end of a sentence",  { from: "it@portal.test", text: "It closes lanternhall.example." },           "text"],
    ["from the house",            { from: "it@desk.lanternhall.example", name: "Lantern Hall IT" },             null],
    ["an address alone",          { from: "it@portal.test", text: "You asked for anna@lanternhall.example" },   null],
    ["a page alone",              { from: "it@portal.test", text: "https://lanternhall.example/may" },          null],
    ["a longer name",             { from: "it@portal.test", text: "oldlanternhall.example lanternhall.example.org" }, null],
    ["free mail has no house",    { from: "it@portal.test", name: "gmail.com", readers: ["anna@gmail.com"] },   null],
    ["a common word",             { from: "it@portal.test", name: "Office IT", readers: ["anna@office.example"] }, null],
    ["a national suffix",         { from: "it@lanternhall.de" },                                                null],
    ["no sender",                 { from: "" },                                                                 null],
  ];
  for (const [what, mail, place] of cases) test(what, () => assert.equal(spoken(mail), place));
});

test("much text costs its length", () => {
  const text = "lanternhall.example.".repeat(50_000);
  assert.equal(spoken({ from: "it@portal.test", text, name: "lantern ".repeat(50_000) }), null);
});
