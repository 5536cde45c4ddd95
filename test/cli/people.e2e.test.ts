/** `--people`, `--logs`, `--clients` as a user gives them; an edited roster makes the case be judged again. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { peopleWish } from "../../src/cli/people-files.ts";
import { runHere } from "../support/run-here.ts";

const folder = mkdtempSync(join(tmpdir(), "people-"));
after(() => rmSync(folder, { recursive: true }));

const MAIL = (to: string): string =>
  [
    "From: Fair <news@fair.example>",
    `To: ${to}`,
    `Delivered-To: ${to}`,
    "Date: Wed, 20 Jan 2021 12:00:00 +0000",
    "Subject: Hello",
    "",
    "Hello",
    "",
  ].join("\n");

writeFileSync(join(folder, "1.eml"), MAIL("mp@office.example"));
writeFileSync(join(folder, "2.eml"), MAIL("jo+fair@office.example"));
writeFileSync(
  join(folder, "roster.csv"),
  "person,name,addresses,personal,role,shoe\nmp,Mara,mp@office.example,mara@home.example,member,38\njo,Jo,jo@office.example bad,,,\n",
);

async function people(...words: readonly string[]) {
  const run = await runHere(["people", "--json", ...words], folder);
  const rows =
    run.stdout.trim() === ""
      ? []
      : run.stdout
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { ...run, rows };
}

describe("people on the command line", () => {
  test("a roster given to scan is told about, remembered, and makes persons", async () => {
    const run = await runHere(["scan", "1.eml", "2.eml", "--people", "roster.csv"], folder);
    assert.match(run.stderr, /roster\.csv, line 1: "shoe" is no column/);
    assert.match(run.stderr, /roster\.csv, line 3: "bad" is no address/);
    assert.match(run.stderr, /no consent is recorded for 1 addresses/);
    const { rows } = await people();
    assert.deepEqual(rows.map(({ name }) => name).sort(), ["Jo", "Mara"]);
    assert.ok(rows.every(({ onRoster }) => onRoster === true));
    const jo = rows.find(({ name }) => name === "Jo");
    assert.deepEqual(
      ((jo?.["proposed"] ?? []) as readonly { address: string }[]).map(({ address }) => address),
      ["jo+fair@office.example"],
    );
    assert.doesNotMatch((await runHere(["people"], folder)).stdout, /mara@home/);
  });

  test("aliases, and what is said of all, are lists of their own", async () => {
    assert.match(
      (await runHere(["people", "--proposed"], folder)).stdout,
      /jo\+fair@office\.example may be the person of jo@office\.example/,
    );
    const [summary] = (await people("--summary")).rows;
    assert.deepEqual([summary?.["withheldPeople"], summary?.["withheldAddresses"]], [1, 1]);
  });

  test("an edited roster is read again, and the mail is not", async () => {
    writeFileSync(
      join(folder, "roster.csv"),
      "person,name,addresses\nmp,Mara,mp@office.example\njo,Jo,jo@office.example jo+fair@office.example\n",
    );
    const { stderr, rows } = await people();
    assert.match(stderr, /was changed since; mail is judged again/);
    const jo = rows.find(({ name }) => name === "Jo");
    assert.deepEqual(jo?.["addresses"], ["jo@office.example", "jo+fair@office.example"]);
    assert.doesNotMatch((await people()).stderr, /judged again/);
  });

  test("a roster that is gone stays known", async () => {
    rmSync(join(folder, "roster.csv"));
    const { stderr, rows } = await people();
    assert.equal(stderr, "");
    assert.equal(rows.length, 2);
  });

  writeFileSync(join(folder, "nobody.csv"), "a,b\n1,2\n");
  writeFileSync(join(folder, "proxy.log"), "");
  writeFileSync(
    join(folder, "clients.csv"),
    "domain,since,behaviour\noffice.example,2015-01-01,blocked\noffice.example,,sometimes\n",
  );
  // biome-ignore format: a table reads by column
  const refused: readonly (readonly [what: string, words: readonly string[], why: RegExp])[] = [
    ["a roster that is not there",   ["--people", "none.csv"],          /none\.csv could not be read: there is no such file/],
    ["a folder for a roster",        ["--people", "."],                 /it is a folder/],
    ["a file that names nobody",     ["--people", "nobody.csv"],        /names nobody: line 1: /],
    ["a log that is not there",      ["--logs", "none.log"],            /the log .*none\.log could not be read: there is no such file/],
    ["a zone that is none",          ["--log-zone", "CEST"],            /--log-zone takes UTC, an offset/],
    ["a table of nothing",           ["--clients", "nobody.csv"],       /says nothing/],
  ];
  for (const [what, [flag = "", value = ""], why] of refused) {
    test(`${what}: refused, with a sentence`, () => {
      const path = flag === "--log-zone" ? value : join(folder, value);
      const wish = peopleWish({ operands: [], switches: new Set(), values: new Map([[flag.slice(2), [path]]]) });
      assert.ok(!wish.ok);
      assert.match(wish.error, why);
    });
  }

  test("what is refused ends in a fault", async () => assert.equal((await people("--log-zone", "CEST")).code, 2));

  test("a log and a table of clients are taken", async () => {
    const { code, stderr } = await people(
      "--logs",
      "proxy.log",
      "--log-zone",
      "Europe/Lisbon",
      "--clients",
      "clients.csv",
    );
    assert.equal(code, 0);
    assert.match(stderr, /clients\.csv, line 3: a row needs a domain/);
  });
});
