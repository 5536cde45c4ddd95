import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { parseRoster, withheldKey } from "../../src/people/parse-roster.ts";
import { RosterIndex } from "../../src/people/roster-index.ts";

const HEAD = "person,name,addresses,personal,role,groups,household,consent\n";

function read(text: string | Uint8Array) {
  return parseRoster(typeof text === "string" ? Buffer.from(text) : text);
}

describe("a roster", () => {
  test("CSV: all addresses of a person are one person", () => {
    const { roster, problems } = read(
      `${HEAD}mp,Mara Prentice,mp@parliament.example mara.prentice@parliament.example,,member,foreign affairs; straits group,,\n`,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(roster.people, [
      {
        key: "mp",
        name: "Mara Prentice",
        role: "member",
        consent: "",
        household: "",
        groups: ["foreign affairs", "straits group"],
        addresses: ["mp@parliament.example", "mara.prentice@parliament.example"],
        personal: [],
      },
    ]);
  });

  test("YAML says the same as CSV", () => {
    const yaml = `people:
  - person: mp
    name: Mara Prentice
    addresses: [MP@parliament.example]
    personal: mara@home.example
    groups: [straits group, "foreign affairs"]
    consent: 2026-01-03
  - name: Jo Short
    addresses:
      - jo@parliament.example
`;
    const csv = `${HEAD}mp,Mara Prentice,mp@parliament.example,mara@home.example,,straits group;foreign affairs,,2026-01-03
,Jo Short,jo@parliament.example,,,,,
`;
    assert.deepEqual(read(yaml), read(csv));
  });

  // biome-ignore format: a table reads by column
  const odd: readonly (readonly [what: string, text: string, code: string, line: number, people: number])[] = [
    ["a column nobody knows",            `name,addresses,shoe size\nJo,jo@a.example,38\n`,                           "unknown-column",    1, 1],
    ["no address that can be read",      `${HEAD}jo,Jo,jo at a.example,,,,,\n`,                                      "no-address",        2, 1],
    ["a malformed address",              `${HEAD}jo,Jo,jo@a.example jo@@a.example,,,,,\n`,                           "malformed-address", 2, 1],
    ["the same address twice",           `${HEAD}jo,Jo,jo@a.example JO@a.example,,,,,\n`,                            "duplicate-address", 2, 1],
    ["one address, two persons",         `${HEAD}jo,Jo,jo@a.example,,,,,\nal,Al,jo@a.example al@a.example,,,,,\n`,   "shared-address",    3, 2],
    ["a person twice, differently",      `${HEAD}jo,Jo,jo@a.example,,,,,\njo,Joe,joe@a.example,,,,,\n`,              "duplicate-person",  3, 1],
    ["a row of nobody",                  `${HEAD},,,,member,,,\njo,Jo,jo@a.example,,,,,\n`,                          "malformed-row",     2, 1],
    ["more cells than columns",          `${HEAD}jo,Jo,jo@a.example,,,,,yes,what\n`,                                 "malformed-row",     2, 1],
    ["an open quotation mark",           `${HEAD}jo,"Jo,jo@a.example,,,,,\nal,Al,al@a.example,,,,,\n`,               "syntax",            2, 2],
    ["no heading",                       `Jo,jo@a.example\n`,                                                        "no-people",         1, 0],
    ["unclear consent",                  `${HEAD}jo,Jo,jo@a.example,jo@b.example,,,,perhaps\n`,                      "unclear-consent",   2, 1],
    ["a household of nobody",            `${HEAD}jo,Jo,,jo@b.example,spouse,,nobody,yes\n`,                          "unknown-household", 2, 1],
    ["YAML that is no list",             `people: 3\n`,                                                              "no-people",         1, 0],
    ["YAML with an entry that is a text", `- jo@a.example\n- {name: Al, addresses: al@a.example}\n`,                 "malformed-row",     1, 1],
    ["YAML with an unclosed bracket",    `- name: Al\n  addresses: al@a.example\n- [\n`,                             "syntax",            4, 1],
    ["YAML nested without end",          `people: ${"[".repeat(limits.rosterDepthMax + 1)}`,                         "syntax",            0, 0],
  ];
  for (const [what, text, code, line, people] of odd) {
    test(`${what}: told with its line, the rest is used`, () => {
      const { roster, problems } = read(text);
      assert.ok(
        problems.some((problem) => problem.code === code && problem.line === line),
        JSON.stringify(problems),
      );
      assert.equal(roster.people.length, people);
    });
  }

  // biome-ignore format: a table reads by column
  const encodings: readonly (readonly [what: string, bytes: Uint8Array, odd: boolean])[] = [
    ["UTF-8",              Buffer.from(`${HEAD}ju,Jürgen,ju@a.example,,,,,`),                                        false],
    ["UTF-8 with a mark",  Buffer.from(`\ufeff${HEAD}ju,Jürgen,ju@a.example,,,,,`),                                  false],
    ["UTF-16 with a mark", Buffer.from(`\ufeff${HEAD}ju,Jürgen,ju@a.example,,,,,`, "utf16le"),                       false],
    ["Windows-1252",       Buffer.from(`${HEAD}ju,Jürgen,ju@a.example,,,,,`, "latin1"),                              true],
  ];
  for (const [what, bytes, isOdd] of encodings) {
    test(`${what} is read${isOdd ? ", and told" : ""}`, () => {
      const { roster, problems } = read(bytes);
      assert.equal(roster.people[0]?.name, "Jürgen");
      assert.deepEqual(
        problems.map(({ code, line }) => `${code} ${line}`),
        isOdd ? ["encoding 2"] : [],
      );
    });
  }

  test("total on any bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void parseRoster(bytes)));
    const unit = fc.constantFrom(
      "- ",
      "name: ",
      "\n",
      "  ",
      "[",
      "]",
      "{",
      "}",
      ":",
      "&a ",
      "*a ",
      "|",
      "x@y.example",
      '"',
      ",",
      "people",
    );
    fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), (text) => void read(text)));
  });
});

describe("consent", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, row: string, people: number, addresses: number, withheld: number])[] = [
    ["a private address, none recorded",   "jo,Jo,jo@a.example,jo@b.example,,,,",              1, 1, 1],
    ["a private address, refused",         "jo,Jo,jo@a.example,jo@b.example,,,,no",            1, 1, 1],
    ["a private address, given on a day",  "jo,Jo,jo@a.example,jo@b.example,,,,2026-01-03",    1, 2, 0],
    ["a private address, for work alone",  "jo,Jo,jo@a.example,jo@b.example,,,,work",          1, 1, 1],
    ["a private address, for both",        "jo,Jo,jo@a.example,jo@b.example,,,,work+personal", 1, 2, 0],
    ["at a large provider it is private",  "jo,Jo,jo@a.example jo@gmail.com,,,,,",             1, 1, 1],
  ];
  for (const [what, row, people, addresses, withheld] of cases) {
    test(what, () => {
      const { roster } = read(HEAD + row);
      const found = [
        roster.people.length,
        roster.people.flatMap((one) => one.addresses).length,
        roster.withheldAddresses,
      ];
      assert.deepEqual(found, [people, addresses, withheld]);
    });
  }

  const HOUSE = `${HEAD}mp,Mara,mp@a.example,,member,,,\n`;

  test("a relative without it is nowhere: neither name nor address is kept", () => {
    const { roster } = read(`${HOUSE}sp,Sam Secret,sam@b.example,,,,mp,\n`);
    assert.deepEqual(
      roster.people.map(({ key }) => key),
      ["mp"],
    );
    assert.deepEqual([roster.withheldPeople, roster.withheld], [1, [withheldKey("sam@b.example")]]);
    assert.ok(!/sam/i.test(JSON.stringify(roster)));
    const index = new RosterIndex(roster);
    assert.deepEqual([index.isWithheld("sam@b.example"), index.isWithheld("sam+news@b.example")], [true, true]);
    assert.equal(index.isWithheld("mp@a.example"), false);
  });

  test("a relative with it is one of the people, of that household, and nobody of the organisation", () => {
    const { roster } = read(`${HOUSE}sp,Sam,sam@b.example,,,,mp,yes\n`);
    assert.equal(roster.people[1]?.household, "mp");
    assert.deepEqual(new RosterIndex(roster).ownAddresses(), ["mp@a.example"]);
  });

  test("a household may be a label: who has an address for work is its head", () => {
    const { roster } = read(`${HEAD}mp,Mara,mp@a.example,,member,,h1,\nsp,Sam,,sam@b.example,partner,,h1,yes\n`);
    assert.deepEqual(
      roster.people.map(({ key, household }) => [key, household]),
      [
        ["mp", ""],
        ["sp", "mp"],
      ],
    );
  });
});
