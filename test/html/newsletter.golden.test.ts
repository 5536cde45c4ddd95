/** Whole invented mails; what is read of each stands beside it. Run with --test-update-snapshots to write anew, and read the diff. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { readHtml } from "../../src/html/read-html.ts";

const folder = new URL("golden/", import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith(".html.txt"));

test("there are golden pages", () => assert.ok(pages.length > 0));

for (const page of pages) {
  test(page, (t) => {
    const text = readFileSync(new URL(page, folder), "utf8");
    const reading = readHtml(text);
    const spelled = reading.references.map(({ start, end, ...rest }) => ({ ...rest, text: text.slice(start, end) }));
    t.assert.fileSnapshot(
      { ...reading, references: spelled },
      new URL(page.replace(".html", ".json"), folder).pathname,
    );
  });
}
