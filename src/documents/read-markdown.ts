/**
 * Markdown → blocks and links (CommonMark 0.31, GitHub's tables): marks are taken off, words stay as written. Not a full parser: what it
 * does not know stays text. Pure, total, linear: no pattern looks further than the limits it names.
 */
import { decodeHTML } from "entities/decode";
import { type DocumentDraft, DraftText, draftOf, type Piece } from "./draft.ts";
import { instantOf } from "./written-date.ts";

/** Whether a text is written in Markdown: by what nobody writes otherwise. */
export function isMarkdown(text: string): boolean {
  const head = text.slice(0, 50_000);
  const heading = /^ {0,3}#{1,6} \S/m.test(head);
  const others = [
    /\[[^\]\n]{1,300}\]\([^()\s]{1,2000}(?: "[^"\n]{0,300}")?\)/,
    /^ {0,3}```/m,
    TABLE_RULE_LINE,
    /\*\*\S[^*\n]{0,300}\*\*/,
    /^ {0,3}\[[^\]\n]{1,100}\]: ?\S/m,
    /(?<!`)`[^`\n]{1,200}`(?!`)/,
  ];
  const signs = others.filter((pattern) => pattern.test(head)).length;
  // `# remark` alone is how lists of indicators are commented.
  return (
    signs >= 2 ||
    (heading && (signs >= 1 || /^ {0,3}#{2,6} \S/m.test(head))) ||
    (signs === 1 && others[0]?.test(head) === true)
  );
}

/** Longer texts are no reports; they are read as plain text, which costs less for each character. */
export const MARKDOWN_CHARS_MAX = 2_000_000;

const TABLE_RULE = /^\s{0,3}\|?\s{0,20}:?-{1,200}:?\s{0,20}(?:\|\s{0,20}:?-{1,200}:?\s{0,20}){1,100}\|?\s{0,20}$/;
const TABLE_RULE_LINE = new RegExp(TABLE_RULE.source, "m");

export function readMarkdown(written: string): DocumentDraft {
  return new MarkdownReader(written.replace(/\r\n?/g, "\n")).read();
}

class MarkdownReader {
  readonly #lines: readonly string[];
  readonly #text = new DraftText();
  /** Targets of `[name]: target`, by name in lower case. */
  readonly #targets: ReadonlyMap<string, string>;
  readonly #facts = new Map<string, string>();
  #at = 0;
  #tables = 0;
  #paragraph: string[] = [];

  constructor(text: string) {
    this.#lines = text.split("\n");
    this.#targets = targetsOf(this.#lines);
  }

  read(): DocumentDraft {
    this.#frontMatter();
    while (this.#at < this.#lines.length && !this.#text.isCut) this.#block();
    this.#endParagraph();
    const fact = (...names: readonly string[]) =>
      names.map((name) => this.#facts.get(name) ?? "").find((value) => value !== "") ?? "";
    return draftOf(this.#text, {
      title: fact("title"),
      publisher: fact("publisher", "organization", "author"),
      date: instantOf(fact("date", "published", "created")),
      language: fact("lang", "language"),
    });
  }

  /** `---`, lines `name: value`, `---` (Jekyll, Hugo, Pandoc). */
  #frontMatter(): void {
    if (this.#lines[0]?.trimEnd() !== "---") return;
    const end = this.#lines.slice(1, FRONT_LINES_MAX).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
    if (end < 0) return;
    for (const line of this.#lines.slice(1, end + 1)) {
      const match = /^([A-Za-z_-]{1,40}):\s{0,20}(.{1,1000})$/.exec(line);
      if (match !== null)
        this.#facts.set((match[1] ?? "").toLowerCase(), (match[2] ?? "").trim().replace(/^(["'])(.*)\1$/, "$2"));
    }
    this.#at = end + 2;
  }

  #block(): void {
    const line = this.#lines[this.#at] ?? "";
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      this.#code(fence);
      return;
    }
    if (/^<!--/.test(line.trim())) {
      this.#comment();
      return;
    }
    if (this.#isTable()) {
      this.#table();
      return;
    }
    this.#at += 1;
    if (line.trim() === "" || DEFINITION.test(line)) {
      this.#endParagraph();
      return;
    }
    const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line);
    if (heading !== null) {
      this.#heading((heading[1] ?? "").length, withoutClosingMarks(heading[2] ?? ""));
      return;
    }
    const underline = /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1];
    if (underline !== undefined && this.#paragraph.length > 0) {
      const title = this.#paragraph.join(" ");
      this.#paragraph = [];
      this.#heading(underline.startsWith("=") ? 1 : 2, title);
      return;
    }
    if (/^ {0,3}(?:(?:\* {0,3}){3,}|(?:- {0,3}){3,}|(?:_ {0,3}){3,})$/.test(line)) {
      this.#endParagraph();
      return;
    }
    if (/^(?: {4}|\t)/.test(line) && this.#paragraph.length === 0) {
      this.#indentedCode();
      return;
    }
    const quote = /^ {0,3}>[ \t]?/.exec(line)?.[0];
    if (quote !== undefined) {
      this.#quote();
      return;
    }
    if (ITEM.test(line)) {
      this.#item();
      return;
    }
    this.#paragraph.push(line);
  }

  #heading(level: number, text: string): void {
    this.#endParagraph();
    this.#text.add({ kind: "heading", level }, this.#inline(text));
  }

  #code(fence: string): void {
    this.#endParagraph();
    const from = this.#at + 1;
    let end = from;
    const isEnd = (line: string) => line.trim().startsWith(fence) && line.trim().replaceAll(fence.charAt(0), "") === "";
    while (end < this.#lines.length && !isEnd(this.#lines[end] ?? "")) end += 1;
    this.#text.addText({ kind: "code" }, this.#lines.slice(from, end).join("\n"));
    this.#at = end + 1;
  }

  #indentedCode(): void {
    const from = this.#at - 1;
    while (this.#at < this.#lines.length && /^(?: {4}|\t|\s*$)/.test(this.#lines[this.#at] ?? "")) this.#at += 1;
    const code = this.#lines.slice(from, this.#at).map((line) => line.replace(/^(?: {4}|\t)/, ""));
    this.#text.addText({ kind: "code" }, code.join("\n"));
  }

  #comment(): void {
    this.#endParagraph();
    while (this.#at < this.#lines.length && !(this.#lines[this.#at] ?? "").includes("-->")) this.#at += 1;
    this.#at += 1;
  }

  #quote(): void {
    this.#endParagraph();
    const pieces: string[] = [(this.#lines[this.#at - 1] ?? "").replace(QUOTE_MARKS, "")];
    while (/^ {0,3}>/.test(this.#lines[this.#at] ?? "")) {
      pieces.push((this.#lines[this.#at] ?? "").replace(QUOTE_MARKS, ""));
      this.#at += 1;
    }
    for (const paragraph of pieces.join("\n").split(/\n\s*\n/)) {
      this.#text.add({ kind: "quote" }, this.#inline(paragraph.replaceAll("\n", " ")));
    }
  }

  /** With lines that go on behind it, which are indented or lazy. */
  #item(): void {
    this.#endParagraph();
    const lines = [(this.#lines[this.#at - 1] ?? "").replace(ITEM, "")];
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[++this.#at]) {
      if (line.trim() === "" || ITEM.test(line) || /^ {0,3}(?:#{1,6} |>|```|~~~)/.test(line) || this.#isTable()) break;
      lines.push(line.trim());
    }
    this.#text.add({ kind: "list-item" }, this.#inline(lines.join(" ").replace(/^\[[ xX]\]\s/, "")));
  }

  #isTable(): boolean {
    const line = this.#lines[this.#at] ?? "";
    return line.includes("|") && TABLE_RULE.test(this.#lines[this.#at + 1] ?? "");
  }

  #table(): void {
    this.#endParagraph();
    const table = this.#tables++;
    for (let row = 0; (this.#lines[this.#at] ?? "").includes("|"); this.#at += 1) {
      const line = this.#lines[this.#at] ?? "";
      if (TABLE_RULE.test(line)) continue;
      for (const cell of cellsOf(line)) this.#text.add({ kind: "cell", table, row }, this.#inline(cell));
      row += 1;
    }
  }

  #endParagraph(): void {
    if (this.#paragraph.length === 0) return;
    const lines = this.#paragraph.map((line) =>
      /(?: {2,}|\\)$/.test(line) ? `${line.replace(/\\$/, "").trim()}\n` : `${line.trim()} `,
    );
    this.#paragraph = [];
    this.#text.add({ kind: "paragraph" }, this.#inline(lines.join("")));
  }

  #inline(text: string): readonly Piece[] {
    return inlinePieces(text, this.#targets);
  }
}

const FRONT_LINES_MAX = 200;
const ITEM = /^\s{0,40}(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)/;
const QUOTE_MARKS = /^(?: {0,3}> ?){1,20}/;
const DEFINITION = /^ {0,3}\[([^\]\n]{1,300})\]:\s{0,20}<?([^\s>]{1,4000})>?/;

function targetsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const line of lines) {
    const match = line.includes("]:") ? DEFINITION.exec(line) : null;
    const name = match?.[1]?.toLowerCase() ?? "";
    if (match !== null && !targets.has(name)) targets.set(name, match[2] ?? "");
  }
  return targets;
}

function withoutClosingMarks(title: string): string {
  return title.trimEnd().replace(/(?:^|[ \t])#{1,20}$/, "");
}

function cellsOf(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/, CELLS_MAX).map((cell) => cell.replaceAll("\\|", "|").trim());
}

const CELLS_MAX = 200;

/** What may stand in a line: code, image or link, automatic link, tag, escape, mark of emphasis, reference of a character. */
const INLINE =
  /(`{1,8})([^`]|[^`].{0,4000}?[^`])\1(?!`)|!?\[((?:[^[\]\\\n]|\\.|\[[^[\]\n]{0,200}\]){0,1000})\](?:\(\s{0,4}<?((?:[^\s()<>]|\([^\s()<>]{0,500}\)){0,4000})>?(?:\s{1,4}(?:"[^"]{0,500}"|'[^']{0,500}'))?\s{0,4}\)|\[([^\]\n]{0,300})\])?|<((?:https?|ftp|mailto):[^\s<>]{1,4000}|[\w.+-]{1,100}@[\w.-]{1,200})>|<\/?[a-zA-Z][^<>]{0,1000}>|\\([!-/:-@[-`{-~])|(\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}]))|&(?:#x?[0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});/gu;

/** Links inside links have no meaning; images show their text. */
export function inlinePieces(text: string, targets: ReadonlyMap<string, string>): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: string) => {
    if (piece !== "") pieces.push({ text: piece });
  };
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, , code, label, target, reference, automatic, escaped, emphasis] = match;
    const taken = () => {
      add(text.slice(at, match.index));
      at = match.index + whole.length;
    };
    if (code !== undefined) {
      taken();
      add(code.trim());
    } else if (label !== undefined) {
      const href = target ?? targets.get((reference || label).toLowerCase());
      if (href === undefined && !whole.startsWith("!")) continue;
      taken();
      const shown = inlinePieces(label, NO_TARGETS)
        .map(({ text: part }) => part)
        .join("");
      if (whole.startsWith("!") || href === undefined || href === "") add(shown);
      else pieces.push({ text: shown === "" ? href : shown, href: decodeHTML(href) });
    } else if (automatic !== undefined) {
      taken();
      pieces.push({
        text: automatic,
        href: automatic.includes("@") && !automatic.includes(":") ? `mailto:${automatic}` : automatic,
      });
    } else if (escaped !== undefined) {
      taken();
      add(escaped);
    } else if (emphasis !== undefined) {
      if (!isMark(text, match.index, whole)) continue;
      taken();
    } else {
      taken();
      if (whole.startsWith("&")) add(decodeHTML(whole));
      else if (/^<br\b/i.test(whole)) add("\n");
    }
  }
  add(text.slice(at));
  return pieces;
}

const NO_TARGETS: ReadonlyMap<string, string> = new Map();

/** A run of `*` or `_` between spaces is no mark. */
function isMark(text: string, at: number, run: string): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + run.length);
  return !(/^\s?$/.test(before) && /^\s?$/.test(after));
}
