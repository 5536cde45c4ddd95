/**
 * Scores what is read from passages whose statements were written down beforehand (form: `test/support/expected-statements.ts`).
 *
 *     node tools/statement-score.ts FILE … [--misses]
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { countOf, judgedOf } from "../test/support/expected-statements.ts";

const paths = process.argv.slice(2).filter((word) => !word.startsWith("--"));
for (const path of paths) {
  const judged = await judgedOf(readFileSync(path, "utf8"));
  if (process.argv.includes("--misses"))
    for (const { sentence, expected, found, verdict, why } of judged)
      if (verdict !== "right")
        console.log(`\n${verdict.toUpperCase()} ${why}\n   ${sentence}\n   = ${expected}\n   < ${found}`);
  const { right, partly, wrong, missed, invented } = countOf(judged);
  const expected = right + partly + wrong + missed;
  const share = (count: number) => `${count} (${((100 * count) / expected).toFixed(0)} %)`;
  console.log(
    `${basename(path)}: ${expected} statements expected, right ${share(right)}, partly ${share(partly)}, wrong ${share(wrong)}, missed ${share(missed)}; invented ${invented}`,
  );
}
