/** `campaigns` as a user types it: what is wrong is told, nothing is changed by it. */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
after(() => rmSync(folder, { recursive: true }));

const letter = (name: string, at: string) =>
  `From: Ann <ann@${name}.example>\nTo: bo@office.example\nSubject: About ${name}\nDate: ${at}\nMessage-ID: <1@${name}.example>\n\nHello.\n`;

test("joined by hand, listed, told, taken back", () => {
  writeFileSync(join(folder, "a.eml"), letter("harbour", "Mon, 4 Jan 2021 10:00:00 +0000"));
  writeFileSync(join(folder, "b.eml"), letter("meadow", "Mon, 1 Feb 2021 10:00:00 +0000"));
  const run = (...words: string[]) => runCli([...words, "--case", "case"], folder);
  assert.equal(run("scan", "a.eml", "b.eml", "--owner", "bo@office.example").code, 0);
  const lines = run("messages", "--json").stdout.trim().split("\n");
  const [one = "", other = ""] = lines.map((line) => String(JSON.parse(line).sha256).slice(0, 10));
  assert.equal(run("campaigns", "--json").stdout, "");

  const joined = run("campaigns", "join", one, other, "--json");
  assert.equal(joined.code, 0, joined.stderr);
  const campaign = JSON.parse(joined.stdout);
  assert.equal(campaign.messages.length, 2);
  assert.deepEqual([campaign.links[0].kind, campaign.links[0].why], ["by-hand", "joined by hand"]);
  assert.match(run("show", campaign.id).stdout, /joined by hand/);
  assert.match(run("campaigns", "decisions").stdout, /^1 {2}join {2}/);
  assert.match(run("campaigns").stdout, new RegExp(campaign.id));
  assert.equal(run("answer").code, 1);

  for (const words of [
    ["cut", one],
    ["cut", one, "c-00000000"],
    ["cut", one, one],
    ["undo", "7"],
    ["burn", one, other],
  ]) {
    const wrong = run("campaigns", ...words);
    assert.equal(wrong.code, 2, words.join(" "));
    assert.match(wrong.stderr, /^letterlock: /);
  }
  assert.equal(run("campaigns", "undo", "1", "--json").stdout, "");
  assert.equal(run("campaigns", "decisions", "--json").stdout, "");
});
