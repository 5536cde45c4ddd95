/** Every field of real and broken mail is read, where the shared corpus lies beside the project. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createMailHost } from "../../src/mdm/host.ts";
import { unpackSet } from "../../tools/corpus.ts";
import { mailOf, nothingKnown, readAll } from "../support/model.ts";

/** Of each set one message in so many. */
const sets: readonly (readonly [name: string, step: number])[] = [
  ["parser-torture", 1],
  ["bounces", 4],
  ["malicious-samples", 1],
  ["spamassassin", 20],
  ["phishing-pot", 20],
];

for (const [name, step] of sets) {
  const folder = unpackSet(name);
  if (folder === null) {
    test(`${name}: skipped, the corpus is not here`, () => {});
    continue;
  }
  test(`${name}: one in ${step}`, () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".eml"));
    let fields = 0;
    for (const [index, file] of files.sort().entries()) {
      if (index % step !== 0) continue;
      const mail = mailOf(readFileSync(join(folder, file)));
      fields += readAll(createMailHost(mail, nothingKnown, null).root);
    }
    assert.ok(fields > 1_000, String(fields));
  });
}
