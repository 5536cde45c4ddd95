/** The page about what rules may name says what the schema has. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { rulesModelPage } from "../../tools/rules-model-page.ts";

test("docs/formats/rules-model.md is made from the schema: run node tools/rules-model.ts", () => {
  const page = readFileSync(new URL("../../docs/formats/rules-model.md", import.meta.url), "utf8");
  assert.equal(page, rulesModelPage());
  assert.match(page, /\| `inbound` \| `bool` \|/);
});
