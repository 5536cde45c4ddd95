/**
 * Prints what is stated in a file of any kind that is read (text, PDF, DOCX, HTML …), a line a field, for judging by hand.
 *
 *     node tools/statements.ts FILE [--unread] [--text]
 */
import { readFileSync } from "node:fs";
import type { Party } from "../src/case/assertion.ts";
import { readDocument } from "../src/documents/read-document.ts";
import { readStatements } from "../src/statements/read-statements.ts";

const [path, ...flags] = process.argv.slice(2);
if (path === undefined) throw new Error("name a file");
const read = await readDocument(readFileSync(path), path);
if (!read.ok) throw new Error(read.error);
if (flags.includes("--text"))
  for (const { kind, span } of read.value.blocks)
    console.log(`<${kind}> ${read.value.text.slice(span.start, span.end)}`);
const statements = readStatements(read.value);
const show = (parties: readonly Party[]) =>
  parties
    .map(
      ({ kind, name, country, count }) =>
        `${kind}:${name}${country && `(${country})`}${count === null ? "" : `×${count}`}`,
    )
    .join(" + ");

for (const one of statements.assertions) {
  const { kind, by, via, against, targets, about, time, date, confidence, isNegated, quote } = one;
  console.log(`\n${isNegated ? "NOT " : ""}${kind.toUpperCase()}  [${quote.line}] ${quote.text.replace(/\s+/g, " ")}`);
  if (by.length > 0) console.log(`   by      ${show(by)}`);
  if (via.length > 0) console.log(`   via     ${show(via)}`);
  if (against.length > 0) console.log(`   against ${show(against)}`);
  if (targets.length > 0) console.log(`   targets ${show(targets)}`);
  if (about !== "") console.log(`   about   ${about}`);
  if (time !== null) console.log(`   time    ${time.words} (${time.from} to ${time.until})`);
  if (date !== null) console.log(`   date    ${date.words}`);
  if (confidence.words !== "") console.log(`   conf    ${confidence.words} ${confidence.scale} ${confidence.low}`);
  for (const { id, quote: words } of one.techniques) console.log(`   tech    ${id} "${words.text}"`);
  for (const { what, min, max, quote: words } of one.quantities)
    console.log(`   count   ${min}..${max} ${what} "${words.text}"`);
}
console.log(`\n${statements.assertions.length} statements, ${statements.unread.length} sentences unread`);
if (flags.includes("--unread"))
  for (const { text, line } of statements.unread) console.log(`   UNREAD [${line}] ${text.replace(/\s+/g, " ")}`);
if (statements.notRead !== null) console.log(statements.notRead);
