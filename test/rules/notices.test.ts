/** Notices of today, which the corpus hardly has: signed, from strangers, in words of phishing. None is taken for it. */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { NOTICES, noticesMailbox } from "../support/notices.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface Row {
  readonly subject: string;
  readonly verdict: string;
  readonly findings: readonly { readonly rule: string }[];
}

const folder = temporaryFolder();
after(() => rmSync(folder, { recursive: true }));

for (const hasResults of [true, false]) {
  const server = hasResults ? "writes what it found" : "writes no results";
  test(`no notice with links of its sender's own is suspicious where the server ${server}`, async () => {
    const [mailbox, store] = [`${hasResults}.mbox`, `case-${hasResults}`];
    writeFileSync(join(folder, mailbox), noticesMailbox("anna@office.example", hasResults));
    await runHere(["scan", mailbox, "--owner", "anna@office.example", "--case", store], folder);
    const { stdout } = await runHere(["messages", "--json", "--case", store], folder);
    const rows = stdout
      .trim()
      .split("\n")
      .map((line): Row => JSON.parse(line));
    assert.equal(rows.length, 2 * NOTICES.length);
    const flagged = rows.filter(({ verdict }) => verdict !== "clear" && verdict !== "tracked");
    assert.deepEqual(
      flagged.map(({ subject, findings }) => [subject, ...findings.map(({ rule }) => rule)]),
      [],
    );
  });
}
