/**
 * Measures the phrases for techniques on reports whose passages people have labelled with ATT&CK techniques (TRAM's, as `*.mjson`): a labelled
 * passage is found when one of our phrases with its technique (or the parent or a child of it) lies in the same sentence; a
 * phrase is right when a label of its technique lies in its sentence. Reports are split in two by their name, so that phrases
 * written while looking at one half are judged by the other. Labels are not complete: a right phrase in a passage that nobody
 * labelled counts as wrong here.
 *
 *     node tools/technique-phrases.ts FOLDER seen|held-out [--misses]
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { ENGLISH } from "../src/statements/data/en/grammar.ts";
import { techniqueIndex, techniquesOf } from "../src/statements/techniques.ts";
import { sentencesOf } from "../src/statements/tokens.ts";
import { documentOf } from "../test/support/published-document.ts";

interface Report {
  readonly signal: string;
  readonly asets: readonly { readonly type: string; readonly annots: readonly (readonly (number | string)[])[] }[];
}

const [folder, half, ...flags] = process.argv.slice(2);
if (folder === undefined || (half !== "seen" && half !== "held-out")) throw new Error("name the folder, and a half");

const index = techniqueIndex(ENGLISH);
const isSeen = (name: string) => (createHash("sha256").update(name).digest()[0] ?? 0) % 2 === 0;
const parentOf = (id: string) => id.split(".", 1)[0] ?? id;
const tally = { labels: 0, found: 0, foundByParent: 0, phrases: 0, right: 0, rightByParent: 0, files: 0 };
const misses = new Map<string, number>();
const wrong = new Map<string, number>();

for (const name of readdirSync(folder).filter(
  (path) => path.endsWith(".mjson") && isSeen(path) === (half === "seen"),
)) {
  const report = JSON.parse(readFileSync(`${folder}/${name}`, "utf8")) as Report;
  const { text, blocks } = documentOf(report.signal);
  const sentences = sentencesOf({ text, blocks, abbreviations: ENGLISH.abbreviations });
  const labels = report.asets.flatMap(({ type, annots }) => {
    const id = /\((T\d{4}(?:\.\d{3})?)\)/.exec(type)?.[1];
    return id === undefined ? [] : annots.map(([start, end]) => ({ id, start: Number(start), end: Number(end) }));
  });
  if (labels.length === 0) continue;
  tally.files += 1;
  const read = sentences.map((sentence) => ({ sentence, phrases: techniquesOf(sentence.tokens, index) }));
  for (const label of labels) {
    tally.labels += 1;
    const near = read
      .filter(({ sentence }) => sentence.start < label.end && label.start < sentence.end)
      .flatMap(({ phrases }) => phrases);
    if (near.some(({ id }) => id === label.id)) tally.found += 1;
    if (near.some(({ id }) => parentOf(id) === parentOf(label.id))) tally.foundByParent += 1;
    else misses.set(label.id, (misses.get(label.id) ?? 0) + 1);
  }
  for (const { sentence, phrases } of read) {
    const near = labels.filter((label) => sentence.start < label.end && label.start < sentence.end);
    for (const { id, span } of phrases) {
      tally.phrases += 1;
      if (near.some((label) => label.id === id)) tally.right += 1;
      if (near.some((label) => parentOf(label.id) === parentOf(id))) tally.rightByParent += 1;
      else
        wrong.set(
          `${id} ${text.slice(span.start, span.end).toLowerCase()}`,
          (wrong.get(`${id} ${text.slice(span.start, span.end).toLowerCase()}`) ?? 0) + 1,
        );
    }
  }
}

const share = (part: number, whole: number) => `${part}/${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
console.log(`${half}: ${tally.files} reports`);
console.log(
  `labels found: ${share(tally.found, tally.labels)}, with the parent technique ${share(tally.foundByParent, tally.labels)}`,
);
console.log(
  `phrases with a label: ${share(tally.right, tally.phrases)}, with the parent technique ${share(tally.rightByParent, tally.phrases)}`,
);
if (flags.includes("--misses")) {
  const most = (map: ReadonlyMap<string, number>) => [...map].sort((a, b) => b[1] - a[1]).slice(0, 40);
  console.log(
    "labels without a phrase:",
    most(misses)
      .map(([id, count]) => `${id}×${count}`)
      .join(" "),
  );
  console.log(
    "phrases without a label:",
    most(wrong)
      .map(([id, count]) => `${id}×${count}`)
      .join("; "),
  );
}
