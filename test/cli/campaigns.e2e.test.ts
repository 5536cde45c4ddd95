/** `campaigns` as a user types it: what is wrong is told, nothing is changed by it. */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
after(() => rmSync(folder, { recursive: true }));

const letter = (name: string, at: string) =>
  `From: Ann <ann@${name}.example>\nTo: bo@office.example\nSubject: About ${name}\nDate: ${at}\nMessage-ID: <1@${name}.example>\n\nHello.\n`;

test("joined by hand, listed, told, taken back", async () => {
  writeFileSync(join(folder, "a.eml"), letter("harbour", "Mon, 4 Jan 2021 10:00:00 +0000"));
  writeFileSync(join(folder, "b.eml"), letter("meadow", "Mon, 1 Feb 2021 10:00:00 +0000"));
  const run = async (...words: string[]) => await runHere([...words, "--case", "case"], folder);
  assert.equal((await run("scan", "a.eml", "b.eml", "--owner", "bo@office.example")).code, 0);
  const lines = (await run("messages", "--json")).stdout.trim().split("\n");
  const [one = "", other = ""] = lines.map((line) => String(JSON.parse(line).sha256).slice(0, 10));
  assert.equal((await run("campaigns", "--json")).stdout, "");

  const joined = await run("campaigns", "join", one, other, "--json");
  assert.equal(joined.code, 0, joined.stderr);
  const campaign = JSON.parse(joined.stdout);
  assert.equal(campaign.messages.length, 2);
  assert.deepEqual([campaign.links[0].kind, campaign.links[0].why], ["by-hand", "joined by hand"]);
  assert.match((await run("show", campaign.id)).stdout, /joined by hand/);
  assert.match((await run("campaigns", "decisions")).stdout, /^1 {2}join {2}/);
  assert.match((await run("campaigns")).stdout, new RegExp(campaign.id));
  assert.equal((await run("answer")).code, 1);

  for (const words of [
    ["cut", one],
    ["cut", one, "c-00000000"],
    ["cut", one, one],
    ["undo", "7"],
    ["burn", one, other],
  ]) {
    const wrong = await run("campaigns", ...words);
    assert.equal(wrong.code, 2, words.join(" "));
    assert.match(wrong.stderr, /^letterlock: /);
  }
  assert.equal((await run("campaigns", "undo", "1", "--json")).stdout, "");
  assert.equal((await run("campaigns", "decisions", "--json")).stdout, "");
});
