/** `scan --read-pictures` as a user runs it: words in a picture are found by rules only where pictures are read. */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { MessageJson } from "../../src/report/json.ts";
import { runCli } from "../support/run-cli.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
after(() => rmSync(folder, { recursive: true }));

const mail = fileURLToPath(new URL("../../rules/tests/picture.lure/match-words-in-picture.eml", import.meta.url));
writeFileSync(
  join(folder, "words.yml"),
  `id: mine.words
name: Asks to verify
type: rule
severity: low
description: The picture says so.
source: |
  any(attachments, strings.icontains(beta.ocr(.).text, "verify your account"))
`,
);

async function findings(name: string): Promise<readonly string[]> {
  const { stdout } = await runHere(["messages", "--case", name, "--json"], folder);
  const { findings: found } = JSON.parse(stdout.trim()) as MessageJson;
  return found.map(({ rule }) => rule).sort();
}

const words = (name: string, ...more: readonly string[]): readonly string[] => [
  ...["scan", mail, "--owner", "@office.example", "--case", name, "--rules", "words.yml", "--workers", "1"],
  ...more,
];

test("without the option the rule is undecided, and what to give is said", async () => {
  const { stdout, code } = await runHere(words("unread"), folder);
  assert.notEqual(code, 2);
  assert.match(stdout, /text in pictures \(scan --read-pictures\)/);
  const found = await findings("unread");
  assert.deepEqual(
    found.filter((rule) => rule === "mine.words" || rule === "picture.lure"),
    [],
  );
});

test("with it both the user's rule and ours find the words", async () => {
  // By a process: the reader's worker has a worker of its own, and both end.
  const { stderr, code } = runCli(words("read", "--read-pictures"), folder);
  assert.notEqual(code, 2, stderr);
  assert.equal(stderr.includes("resolution"), false, stderr);
  const found = await findings("read");
  assert.deepEqual(
    found.filter((rule) => rule === "mine.words" || rule === "picture.lure"),
    ["mine.words", "picture.lure"],
  );
});
