/** `node tools/decade/score.ts CASE OUT [--json FILE]`: what a scan of a decade found of what is in it (README.md). */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { saidOf } from "./read-case.ts";
import { type Said, scoreOf, scoreText } from "./scoring.ts";
import { readTruths } from "./truth-files.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
const [caseFolder, folder] = positionals;
if (caseFolder === undefined || folder === undefined) throw new Error("node tools/decade/score.ts CASE OUT");

async function readCase(path: string): Promise<Said> {
  const opened = await openCase(path, { mode: "read" });
  if (!opened.ok) throw new Error(opened.error.message);
  try {
    return await saidOf(opened.value);
  } finally {
    await opened.value.close();
  }
}

const score = scoreOf(await readCase(caseFolder), readTruths(folder));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(score, null, 2)}\n`);
console.log(scoreText(score));
