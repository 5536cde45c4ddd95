/** `intel read`, `add`, `list`, `remove` and `show d-…` as a user types them. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { DocumentJson } from "../../src/report/document-json.ts";
import type { DocumentRowJson, StatementRowJson } from "../../src/report/ledger-json.ts";
import { runCli } from "../support/run-cli.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const intel = async (...words: readonly string[]) => await runHere(["intel", ...words, "--case", "c"], home);
const rows = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as DocumentRowJson | StatementRowJson);

const STATEMENTS = `
title: Notes
statements:
  - { kind: accusation, by: Northern Security Centre, against: Paper Crane, targets: Chamber, date: 2031-05-02, words: It was them., source: a page }
  - { kind: denial, by: Paper Crane, date: 2031-05-03, words: It was not., source: another page }
`;

describe("intel", () => {
  before(() => {
    writeFileSync(join(home, "note.txt"), "TLP:GREEN\n\nThe mails led to harbour[.]example in 2021.\n");
    writeFileSync(join(home, "notes.yaml"), STATEMENTS);
  });

  test("read prints what a document says and keeps nothing", () => {
    const { code, stdout } = runCli(["intel", "read", "note.txt", "--case", "c"], home);
    assert.equal(code, 0);
    assert.match(stdout, /TLP:GREEN/);
    assert.match(
      stdout,
      /harbour\[\.\]example \(domain-name\)\n\s+“The mails led to harbour\[\.\]example in 2021\.”, line 3/,
    );
    assert.deepEqual(readdirSync(home).sort(), ["note.txt", "notes.yaml"]);
  });

  test("--warning-list: what it names is doubted, by the list's name; what is no list is refused", async () => {
    writeFileSync(join(home, "list.json"), '{"name":"Harbours","type":"hostname","list":["harbour.example"]}');
    const doubted = await intel("read", "note.txt", "--warning-list", "list.json");
    assert.equal(doubted.code, 0);
    assert.match(doubted.stdout, /harbour\[\.\]example \(domain-name\).*Harbours/);
    const refused = await intel("read", "note.txt", "--warning-list", "note.txt");
    assert.equal(refused.code, 2);
    rmSync(join(home, "list.json"));
  });

  test("--official: the user vouches for a publisher; a file of indicators tells how many it gives; an empty file is refused", async () => {
    writeFileSync(join(home, "list.csv"), "type,value\ndomain,harbour.example\ndomain,pier.example\n");
    const { stdout } = await intel("read", "list.csv", "--official", "Northern Centre", "--json");
    const { publisher, vouchedBy, sought } = JSON.parse(stdout) as DocumentJson;
    assert.deepEqual([publisher, vouchedBy, sought?.count], ["Northern Centre", "user", 2]);
    assert.match((await intel("read", "list.csv")).stdout, /0 statements; 2 indicators/);
    writeFileSync(join(home, "empty.txt"), "");
    const { code, stderr } = await intel("read", "empty.txt");
    assert.deepEqual([code, /empty\.txt is empty/.test(stderr)], [2, true]);
    for (const name of ["list.csv", "empty.txt"]) rmSync(join(home, name));
  });

  test("--columns: a table is read as the user says; a heading that is not there is refused", async () => {
    writeFileSync(join(home, "table.csv"), "Fund,Wer\nharbour.example,Paper Crane\n");
    const read = await intel("read", "table.csv", "--columns", "value=Fund,group=Wer");
    assert.equal(read.code, 0);
    const refused = await intel("read", "table.csv", "--columns", "value=IOC");
    assert.deepEqual([refused.code, /has no column "IOC"/.test(refused.stderr)], [2, true]);
    rmSync(join(home, "table.csv"));
  });

  test("read --json has the stable shape", async () => {
    const { stdout } = await intel("read", "notes.yaml", "--statement", "--json");
    const read = JSON.parse(stdout) as DocumentJson;
    assert.deepEqual([read.schema, read.title, read.date], [1, "Notes", null]);
    const [accusation] = read.assertions;
    assert.deepEqual(
      [
        accusation?.kind,
        accusation?.by,
        accusation?.against,
        accusation?.about,
        accusation?.date,
        accusation?.confidence.words,
      ],
      ["accusation", ["Northern Security Centre"], ["Paper Crane"], "It was them.", "2031-05-02T00:00:00.000Z", ""],
    );
    assert.deepEqual(Object.keys(accusation?.quote ?? {}).sort(), ["end", "line", "page", "start", "text"]);
    for (const key of ["indicators", "techniques", "actors", "targets", "quantities"] as const)
      assert.ok(Array.isArray(read[key]), key);
  });

  test("list shows what ships, also without a case", async () => {
    const { code, stdout } = await intel("list");
    assert.equal(code, 0);
    assert.match(stdout, /^Your documents\n {2}None\./);
    assert.match(stdout, /The public record that comes with Letterlock\n {2}d-/);
    assert.deepEqual(readdirSync(home).sort(), ["note.txt", "notes.yaml"]);
  });

  test("add keeps, twice is once, other bytes are a revision", async () => {
    assert.match((await intel("add", "note.txt")).stdout, /kept\n1 indicator is searched for at the next scan/);
    assert.match((await intel("add", "note.txt")).stdout, /was kept already/);
    assert.match((await intel("add", "--statement", "notes.yaml")).stdout, /2 statements\n {2}kept/);
    writeFileSync(join(home, "note.txt"), "The mails led to harbour[.]example and quay[.]example in 2021.\n");
    assert.match((await intel("add", "note.txt")).stdout, /revision 2.*\n {2}kept as a new revision/);
    assert.equal(readdirSync(join(home, "c", "intel")).length, 3);
  });

  test("list lays a denial beside the accusation that it answers; the user's stands apart from what ships", async () => {
    const { stdout } = await intel("list");
    const [own = ""] = stdout.split("The public record that comes");
    assert.match(own, /2031-05-02 — Accusation: Northern Security Centre accuses Paper Crane, about Chamber/);
    assert.match(own, /denied: 2031-05-03 — Denial: Paper Crane/);
    assert.doesNotMatch(own, /not answered/);
  });

  test("list --json: a line each, with what answers it; --kind and --about choose", async () => {
    const all = rows((await intel("list", "--json")).stdout);
    const accusation = all.find(
      (one): one is StatementRowJson =>
        one.type === "statement" && one.origin === "by-hand" && one.kind === "accusation",
    );
    assert.equal(accusation?.denials?.length, 1);
    const some = rows((await intel("list", "--json", "--kind", "accusation", "--about", "paper crane")).stdout);
    assert.deepEqual(
      some.filter((one) => one.type === "statement").map(({ id }) => id),
      [accusation?.id, accusation?.denials?.[0]?.id],
    );
    assert.equal((await intel("list", "--kind", "slander")).code, 2);
  });

  test("show opens a document and a statement, of the user's and of what ships", async () => {
    const all = rows((await intel("list", "--json")).stdout);
    for (const origin of ["by-hand", "shipped"] as const) {
      const document = all.find((one) => one.type === "document" && one.origin === origin);
      const statement = all.find((one) => one.type === "statement" && one.origin === origin);
      const shown = await runHere(["show", document?.id ?? "", "--case", "c"], home);
      assert.match(shown.stdout, /Statements \(\d+\)/);
      const told = await runHere(["show", statement?.id ?? "", "--case", "c"], home);
      assert.ok(told.stdout.includes(statement?.id ?? "?"));
    }
    assert.equal((await runHere(["show", "d-000000000000", "--case", "c"], home)).code, 2);
  });

  test("export says that lights keep all of it back, in whatever spelling they stand", async () => {
    writeFileSync(join(home, "closed.txt"), "# TLP RED\nclosed.example\n");
    await runHere(["intel", "add", "closed.txt", "--case", "closed"], home);
    const refused = await runHere(["intel", "export", "closed.json", "--case", "closed"], home);
    assert.deepEqual([refused.code, /lights of 1 document forbid it.*--tlp LIGHT/.test(refused.stderr)], [2, true]);
    const taken = await runHere(["intel", "export", "closed.json", "--tlp", "red", "--case", "closed"], home);
    assert.equal(taken.code, 0);
  });

  test("export writes a bundle that reads back, without places of this machine, within the light", async () => {
    assert.match((await intel("export", "out.json")).stdout, /STIX objects, of \d documents with 2 statements/);
    const bundle = readFileSync(join(home, "out.json"), "utf8");
    assert.ok(!bundle.includes(home), "no path of this machine");
    const back = JSON.parse((await intel("read", "out.json", "--json")).stdout) as DocumentJson;
    assert.deepEqual(
      back.assertions.map(({ kind, source }) => [kind, source]),
      [
        ["accusation", "a page"],
        ["denial", "another page"],
      ],
    );
    writeFileSync(join(home, "red.txt"), "TLP:RED\n\nThe mails led to pier[.]example.\n");
    await intel("add", "red.txt");
    assert.match(
      (await intel("export", "out.json", "--tlp", "GREEN")).stdout,
      /left out, since its light forbids that \(--tlp takes it\): d-/,
    );
    assert.doesNotMatch(readFileSync(join(home, "out.json"), "utf8"), /pier/);
    const nowhere = await intel("export", "nowhere/out.json");
    assert.deepEqual([nowhere.code, /its folder does not exist.*another file/.test(nowhere.stderr)], [2, true]);
    // What lay there and could be read by anybody does not widen what is written.
    writeFileSync(join(home, "wide.json"), "old", { mode: 0o644 });
    assert.equal((await intel("export", "wide.json")).code, 0);
    assert.equal(statSync(join(home, "wide.json")).mode & 0o777, 0o600);
    const red = rows((await intel("list", "--json")).stdout).find(
      (one) => one.type === "document" && one.tlp === "TLP:RED",
    );
    await intel("remove", red?.id ?? "");
  });

  test("bytes that are not the ones that were kept are told, as a fault", async () => {
    const folder = join(home, "c", "intel");
    const [name = ""] = readdirSync(folder);
    writeFileSync(join(folder, name), "changed");
    const { code, stdout } = await intel("list");
    assert.equal(code, 2);
    assert.match(stdout, /Not as they were kept\n.*another hash/s);
  });

  test("remove takes out a statement and a document, and they stay out", async () => {
    const all = rows((await intel("list", "--json")).stdout);
    const denial = all.find(
      (one): one is StatementRowJson => one.type === "statement" && one.origin === "by-hand" && one.kind === "denial",
    );
    assert.equal((await intel("remove", denial?.id ?? "")).code, 0);
    assert.match((await intel("add", "--statement", "notes.yaml")).stdout, /1 of its statements were taken out before/);
    const own = (await intel("list")).stdout.split("The public record that comes")[0] ?? "";
    assert.match(own, /not answered by any denial in this record/);
    const document = all.find((one) => one.type === "document" && one.origin === "added");
    assert.equal((await intel("remove", document?.id ?? "")).code, 0);
    assert.match((await intel("add", "note.txt")).stdout, /was taken out before and stays out/);
    assert.match((await intel("add", "--again", "note.txt")).stdout, /kept/);
    const { code, stderr } = await intel("remove", "a-000000000000");
    assert.equal(code, 2);
    assert.match(stderr, /neither a document/);
  });

  test("words that no action has", async () => {
    assert.equal((await intel("frobnicate")).code, 2);
    assert.equal((await intel("read")).code, 2);
    assert.equal((await intel("read", "nowhere.pdf")).code, 2);
  });
});
