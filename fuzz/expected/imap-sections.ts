/** Stalwart's IMAP tests: for each message the answers to `BODYSTRUCTURE` and to `BINARY[n]` (RFC 3501, RFC 3516). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ExpectedLeaf, type ExpectedMessage, filesBelow, silent } from "./expected.ts";

/** Stands for contents that are no text. */
const PLACEHOLDER = "[binary content]";

export function imapMessages(folder: string): readonly ExpectedMessage[] {
  return filesBelow(folder, ".imap").map((name) => {
    const answers = readFileSync(join(folder, name), "latin1");
    return {
      ...silent,
      name,
      bytes: readFileSync(join(folder, name.replace(/\.imap$/, ".txt"))),
      types: typesOf(answers.replaceAll("\r\n", "\n")),
      entersMessages: false,
      leaves: leavesOf(answers),
    };
  });
}

/** Two strings at the start of a parenthesis are a part's type; what follows of an inner message is skipped by its depth. */
function typesOf(answers: string): readonly string[] {
  const start = answers.indexOf("BODYSTRUCTURE (");
  const text = answers.slice(start, answers.indexOf("\n\n", start));
  const types: string[] = [];
  let depth = 0;
  let messageDepth = Number.POSITIVE_INFINITY;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[()]|[^\s()"]+/g)) {
    if (token[0] === ")") depth -= 1;
    if (depth < messageDepth) messageDepth = Number.POSITIVE_INFINITY;
    if (token[0] !== "(") continue;
    depth += 1;
    const type = /^\(\s*"([a-z0-9.+-]+)"\s+(?:"([a-z0-9.+-]+)"|NIL)\s/i.exec(text.slice(token.index));
    // Parameters are pairs of strings too, but stand inside a part, where no part begins.
    if (type === null || depth > messageDepth || isInsidePart(text, token.index)) continue;
    types.push(`${type[1]}/${type[2] ?? ""}`.toLowerCase());
    if (type[1]?.toLowerCase() === "message") messageDepth = depth;
  }
  return types;
}

/** A part follows another part or begins a multipart; parameters follow a string. */
function isInsidePart(text: string, at: number): boolean {
  return /["A-Z0-9]\s*$/.test(text.slice(0, at).replace(/BODYSTRUCTURE\s*$/, ""));
}

/** Sections without sections of other content below them. */
function leavesOf(answers: string): readonly ExpectedLeaf[] {
  const sections = new Map<string, string>();
  for (const { 0: head, 1: section = "", 2: size, index } of answers.matchAll(
    /^BINARY\[([0-9.]+)\] \{(\d+)\}\r?\n/gm,
  )) {
    sections.set(section, answers.slice(index + head.length, index + head.length + Number(size)));
  }
  const isLeaf = (section: string, content: string) =>
    [...sections].every(([other, inner]) => !other.startsWith(`${section}.`) || inner === content);
  return [...sections]
    .filter(([section, content]) => isLeaf(section, content) && !content.startsWith(PLACEHOLDER))
    .map(([, content]) => ({ kind: "binary", content: Buffer.from(content, "latin1") }));
}
