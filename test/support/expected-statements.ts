/**
 * Passages with what they state, written down beforehand, and how a reading of them is judged. A file is lines:
 *
 *     T title        a text begins: its sentences are read as one document
 *     S sentence     `S P` ends a paragraph, `S # …` is a heading, `S - …` a point of a list
 *     = kind field=value …    a statement of the sentence above; `|` between choices, `;` between parties, `?` after one that may be there, `none` for nothing
 *
 * A statement is **right** when kind, polarity, parties, numbers, times and techniques that are written down are read and no other party is;
 * **partly** when something is lacking; **wrong** when it has a speaker, an accused or a polarity that the passage does not have;
 * **missed** when there is none of its kind. What is read and was not written down is **invented**, unless it stands in a sentence where it may.
 */
import type { Assertion, Party, StatedTime } from "../../src/case/assertion.ts";
import { readDocument } from "../../src/documents/read-document.ts";
import { readStatements } from "../../src/statements/read-statements.ts";

export type Verdict = "right" | "partly" | "wrong" | "missed" | "invented";

export interface Judged {
  readonly sentence: string;
  readonly expected: string;
  readonly found: string;
  readonly verdict: Verdict;
  readonly why: string;
}

interface Expected {
  readonly line: string;
  readonly kinds: readonly string[];
  readonly fields: ReadonlyMap<string, string>;
}

interface Passage {
  readonly sentence: string;
  readonly expected: readonly Expected[];
}

export async function judgedOf(file: string): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const passages of documentsOf(file)) {
    const read = await readDocument(Buffer.from(pageOf(passages)), "passage.html");
    if (!read.ok) throw new Error(read.error);
    const { assertions } = readStatements(read.value);
    let from = 0;
    for (const { sentence, expected } of passages) {
      const plain = plainOf(sentence);
      if (plain === "P") continue;
      const start = read.value.text.indexOf(plain, from);
      if (start < 0) throw new Error(`not in the document as read: ${plain}`);
      from = start + plain.length;
      const own = assertions.filter(({ quote }) => quote.start >= start && quote.start < from);
      judged.push(...judgedSentence(plain, expected, own));
    }
  }
  return judged;
}

export function countOf(judged: readonly Judged[]): Readonly<Record<Verdict, number>> {
  const count = { right: 0, partly: 0, wrong: 0, missed: 0, invented: 0 };
  for (const { verdict } of judged) count[verdict] += 1;
  return count;
}

/** Sentences that stand alone are a document each. */
function documentsOf(file: string): readonly (readonly Passage[])[] {
  const documents: Passage[][] = [];
  let isText = false;
  for (const line of file.split("\n")) {
    const last = documents.at(-1)?.at(-1);
    if (line.startsWith("T ")) {
      isText = true;
      documents.push([]);
    } else if (line.startsWith("S ")) {
      const passage = { sentence: line.slice(2), expected: [] };
      if (isText) documents.at(-1)?.push(passage);
      else documents.push([passage]);
    } else if (line.startsWith("= ") && last !== undefined) {
      (last.expected as Expected[]).push(expectedOf(line.slice(2)));
    }
  }
  return documents;
}

function expectedOf(line: string): Expected {
  const [kinds = "", ...rest] = line.split(/ (?=\w+=)/);
  const fields = rest.map((part): [string, string] => {
    const at = part.indexOf("=");
    return [part.slice(0, at), part.slice(at + 1)];
  });
  return { line, kinds: kinds.split("|"), fields: new Map(fields) };
}

/** A page, whose headings and lists are told by their elements. */
function pageOf(passages: readonly Passage[]): string {
  let page = "";
  let open = "";
  const turn = (element: string): void => {
    if (open === element) return;
    page += `${open && `</${open}>`}${element && `<${element}>`}\n`;
    open = element;
  };
  for (const { sentence } of passages) {
    const plain = plainOf(sentence).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    if (sentence === "P") turn("");
    else if (sentence.startsWith("# ")) {
      turn("");
      page += `<h1>${plain}</h1>\n`;
    } else {
      turn(sentence.startsWith("- ") ? "ul" : "p");
      page += open === "ul" ? `<li>${plain}</li>\n` : `${plain} `;
    }
  }
  turn("");
  return `<!DOCTYPE html><html lang="en"><body><article>${page}</article></body></html>`;
}

const plainOf = (sentence: string): string => sentence.replace(/^(?:#|-) /, "");

function judgedSentence(sentence: string, expected: readonly Expected[], found: readonly Assertion[]): Judged[] {
  const left = [...found];
  const judged: Judged[] = [];
  for (const one of expected) {
    const rated = left
      .filter(({ kind }) => one.kinds.includes(kind))
      .map((assertion) => ({ assertion, rating: ratingOf(one, assertion) }))
      .sort((a, b) => RANK[a.rating.verdict] - RANK[b.rating.verdict]);
    const [best] = rated;
    if (best === undefined) {
      if (!one.kinds.includes("none"))
        judged.push({ sentence, expected: one.line, found: shown(found), verdict: "missed", why: "" });
      else if (left.length === 0) judged.push({ sentence, expected: one.line, found: "", verdict: "right", why: "" });
      continue;
    }
    left.splice(left.indexOf(best.assertion), 1);
    judged.push({ sentence, expected: one.line, found: shown([best.assertion]), ...best.rating });
  }
  for (const extra of left)
    judged.push({ sentence, expected: "", found: shown([extra]), verdict: "invented", why: "" });
  return judged;
}

const RANK: Readonly<Record<Verdict, number>> = { right: 0, partly: 1, wrong: 2, missed: 3, invented: 4 };

function ratingOf({ fields }: Expected, found: Assertion): { readonly verdict: Verdict; readonly why: string } {
  const lacking: string[] = [];
  const false_: string[] = [];
  if (found.isNegated !== (fields.get("neg") === "yes") && found.kind !== "denial") false_.push("polarity");
  for (const name of ["by", "against", "targets"] as const) {
    const isFree = name === "against" && found.kind === "denial";
    const { missing, extra } = compare(fields.get(name) ?? "", found[name]);
    if (missing && !isFree) lacking.push(`${name} lacking`);
    if (extra && !isFree) (name === "targets" ? lacking : false_).push(`${name} too many`);
  }
  for (const number of (fields.get("num") ?? "").split(";").filter(Boolean)) {
    if (!number.split("|").some((choice) => hasNumber(found, choice))) lacking.push(`number ${number}`);
  }
  for (const name of ["time", "date"] as const) {
    if (!isTime(fields.get(name), found[name], found)) lacking.push(name);
  }
  const technique = fields.get("tech");
  if (technique !== undefined && !found.techniques.some(({ id }) => id.startsWith(technique))) lacking.push("tech");
  if (false_.length > 0) return { verdict: "wrong", why: [...false_, ...lacking].join(", ") };
  return { verdict: lacking.length > 0 ? "partly" : "right", why: lacking.join(", ") };
}

function isTime(wanted: string | undefined, own: StatedTime | null, { time, date }: Assertion): boolean {
  if (wanted === undefined) return true;
  const has = (one: StatedTime | null) => one?.words.toLowerCase().includes(wanted.toLowerCase()) === true;
  return has(own) || (own === null && (has(time) || has(date)));
}

function compare(wanted: string, found: readonly Party[]): { readonly missing: boolean; readonly extra: boolean } {
  const names = wanted.split(";").filter(Boolean);
  const isNamed = (choices: string, { name, words }: Party) =>
    choices.split("|").some((choice) => {
      const small = choice.replace("?", "").toLowerCase();
      return small !== "" && (name.toLowerCase().includes(small) || words.toLowerCase().includes(small));
    });
  return {
    missing: names.some((choices) => !choices.endsWith("?") && !found.some((party) => isNamed(choices, party))),
    extra: found.some((party) => !names.some((choices) => isNamed(choices, party))),
  };
}

function hasNumber({ quantities, against, targets }: Assertion, wanted: string): boolean {
  const [low = "", high = ""] = wanted.split("..");
  const isOpen = (bound: string, value: number | null) => bound === "" || Number(bound) === value;
  return (
    quantities.some(({ min, max }) => isOpen(low, min) && isOpen(high, max)) ||
    [...against, ...targets].some(({ count }) => count !== null && low === high && Number(low) === count)
  );
}

function shown(found: readonly Assertion[]): string {
  const names = (parties: readonly Party[]) => parties.map(({ name }) => name).join("; ");
  return found
    .map(({ kind, isNegated, by, via, against, targets, time, date, quantities }) => {
      const numbers = quantities.map(({ min, max, what }) => `${min ?? ""}..${max ?? ""} ${what}`).join("; ");
      return `${isNegated ? "NOT " : ""}${kind} by=${names(by)} via=${names(via)} against=${names(against)} targets=${names(targets)} time=${time?.words ?? ""} date=${date?.words ?? ""} num=${numbers}`;
    })
    .join(" | ");
}
