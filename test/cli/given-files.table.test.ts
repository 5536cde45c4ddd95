/** What the user gives beside rules, from files to the answers of rules. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { entriesOf, type GivenPaths, readGiven, registrationsOf } from "../../src/cli/given-files.ts";
import { compileSignatures } from "../../src/cli/signature-engine.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import { compileRule } from "../../src/mql/check.ts";
import { evaluate, scopeOf } from "../../src/mql/evaluate.ts";
import { patternError } from "../../src/mql/patterns.ts";
import type { Truth } from "../../src/mql/truth.ts";
import { ANY_OF_ALL, IS_FALSE, IS_TRUE } from "../../src/mql/value.ts";
import { hostOf } from "../support/model.ts";

const folder = mkdtempSync(join(tmpdir(), "given-"));
after(() => rmSync(folder, { recursive: true }));

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const dates = written("dates.txt", "# canary\nexample.com 2026-03-01\nEXAMPLE.org\t2001-05-06,2026-03-01\n");
const ranking = written("ranking.csv", "1,first.example\n2,second.example\n");
const good = written(
  "good.yar",
  'private rule hidden { condition: true } rule canary_text { meta: author = "Ada" strings: $a = "canary" condition: #a == 2 and hidden }',
);
written("bad.yar", "rule broken { condition: nothing_of_this_name }");
const nothing: GivenPaths = { lists: [], whois: null, yara: [] };

async function truthOf(source: string, paths: Partial<GivenPaths>): Promise<Truth> {
  const read = await readGiven({ ...nothing, ...paths });
  assert.ok(read.ok, read.ok ? "" : read.error);
  const { list, given } = read.value;
  const host = hostOf(MAIL, { list, given });
  const { checked, problems } = compileRule(source, {
    schema: mailSchema,
    problemOf: patternError,
    wanted: "condition",
  });
  assert.deepEqual(problems, []);
  assert.ok(checked !== null);
  return evaluate(checked, scopeOf(checked, mailSchema, host));
}

const MAIL = [
  ...["From: ada@mail.example.com", "Date: Tue, 03 Mar 2026 00:00:00 +0000", "MIME-Version: 1.0"],
  ...["Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain", "", "hello", "--b"],
  ...[
    "Content-Type: application/octet-stream; name=a.bin",
    "Content-Disposition: attachment",
    "",
    "canary canary",
    "--b--",
    "",
  ],
];
const YARA = 'any(attachments, any(file.explode(.), any(.scan.yara.matches, .name == "NAME")))';

describe("rules on what the user gave", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [source: string, given: Partial<GivenPaths>, mask: number, reasons: readonly string[]])[] = [
    ["network.whois(sender.email.domain).days_old == 2", { whois: dates }, IS_TRUE, []],
    ["network.whois(sender.email.domain).days_old == 2", {}, ANY_OF_ALL, ["whois"]],
    ["network.whois('www.example.org').days_old > 9000", { whois: dates }, IS_TRUE, []],
    ["network.whois('example.org').found", { whois: dates }, IS_TRUE, []],
    ["network.whois('example.org').registrar_name == 'x'", { whois: dates }, ANY_OF_ALL, ["whois"]],
    ["network.whois('example.net').days_old < 30", { whois: dates }, ANY_OF_ALL, ["whois"]],
    ["'second.example' in $tranco_1m", { lists: [`tranco_1m=${ranking}`] }, IS_TRUE, []],
    ["'second.example' in $tranco_10k", { lists: [`$tranco_1m=${ranking}`] }, IS_TRUE, []],
    ["'third.example' in $tranco_1m", { lists: [`tranco_1m=${ranking}`] }, IS_FALSE, []],
    ["'third.example' in $umbrella_1m", { lists: [`tranco_1m=${ranking}`] }, ANY_OF_ALL, ["list.ranked"]],
    [YARA.replace("NAME", "canary_text"), { yara: [good] }, IS_TRUE, []],
    [YARA.replace("NAME", "canary_text"), { yara: [folder] }, IS_TRUE, []],
    [YARA.replace("NAME", "hidden"), { yara: [good] }, IS_FALSE, []],
    [YARA.replace("NAME", "canary_text"), {}, ANY_OF_ALL, ["yara"]],
    ["any(attachments, any(file.explode(.), any(.scan.yara.matches, .meta['author'] == 'Ada')))", { yara: [good] }, IS_TRUE, []],
  ];
  for (const [source, given, mask, reasons] of cases) {
    test(`${source} with ${Object.keys(given).join() || "nothing"}`, async () => {
      const truth = await truthOf(source, given);
      assert.deepEqual([truth.mask, truth.reasons], [mask, reasons]);
    });
  }
});

test("a registration after the message, or looked up more than a term before it, says nothing", async () => {
  const later = written("later.txt", "example.com 2026-03-04\nexample.net 2001-01-01 2025-03-01\n");
  assert.equal((await truthOf("network.whois('example.com').found", { whois: later })).mask, ANY_OF_ALL);
  assert.equal((await truthOf("network.whois('example.net').found", { whois: later })).mask, ANY_OF_ALL);
});

test("a signature file with a mistake is told, and the others are used", async () => {
  const read = await readGiven({ ...nothing, yara: [folder] });
  assert.ok(read.ok);
  assert.match(read.value.problems.join("\n"), /bad\.yar was left out: error\[E009\]/);
  assert.equal(read.value.problems.length, 1);
});

describe("files that cannot be used", () => {
  const cases: readonly (readonly [paths: Partial<GivenPaths>, error: RegExp])[] = [
    [{ lists: ["no_such_list=x"] }, /names no list/],
    [{ lists: ["tranco_1m"] }, /names no list/],
    [{ lists: [`tranco_1m=${join(folder, "absent")}`] }, /could not be read: there is no such file/],
    [{ whois: join(folder, "absent") }, /could not be read: there is no such file/],
    [{ yara: [join(folder, "absent")] }, /could not be read: there is no such file/],
  ];
  for (const [paths, error] of cases) {
    test(JSON.stringify(Object.keys(paths)) + error.source, async () => {
      const read = await readGiven({ ...nothing, ...paths });
      assert.ok(!read.ok);
      assert.match(read.error, error);
    });
  }

  test("givenFileBytesMax", async () => {
    const path = written("large.txt", "");
    const { truncateSync } = await import("node:fs");
    truncateSync(path, limits.givenFileBytesMax + 1);
    const read = await readGiven({ ...nothing, whois: path });
    assert.ok(!read.ok && /larger/.test(read.error));
    rmSync(path);
  });
});

test("lines that say nothing are left out", () => {
  assert.deepEqual(entriesOf("# a\r\n\n 7,b.example \nc.example\n"), ["b.example", "c.example"]);
  assert.deepEqual([...registrationsOf("a.example 2026-02-30\nb.example\n# c.example 2026-01-01\n").keys()], []);
});

describe("bounds of signatures", () => {
  const engine = compileSignatures([
    { path: "a", text: 'rule many { strings: $a = "b" condition: #a > 9900 }' },
    { path: "b", text: "rule each_file { condition: filesize >= 0 }" },
  ]).signatures;
  const names = (bytes: Uint8Array) => engine?.matches(bytes)?.map(({ name }) => name) ?? null;

  test("signatureBytesMax: what is larger is not known", () => {
    assert.deepEqual(names(Buffer.alloc(limits.signatureBytesMax)), ["each_file"]);
    assert.equal(names(Buffer.alloc(limits.signatureBytesMax + 1)), null);
  });
  test("signatureMatchesMax: a pattern that is everywhere", () => {
    assert.deepEqual(names(Buffer.alloc(4 * limits.signatureMatchesMax, "b")), ["many", "each_file"]);
    assert.deepEqual(names(Buffer.alloc(9, "b")), ["each_file"]);
  });
});
