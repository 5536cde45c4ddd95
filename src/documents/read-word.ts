/**
 * DOCX → blocks (ECMA-376 parts 1 and 2): paragraphs, headings by style or outline level, items of lists, tables, links by relationship,
 * notes, and what the file says about itself. Deleted text is left out, inserted text kept.
 *
 * Pure. No relationship is followed out of the file. Bounded by `limits.documentUnpackedBytesMax` and the bounds of `xml-reader.ts`.
 */
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import { PartBudget } from "../parts/reference.ts";
import { type ZipEntry, zipEntries } from "../parts/zip.ts";
import { type BlockShape, type DocumentDraft, DraftText, draftOf, type Piece } from "./draft.ts";
import { instantOf } from "./written-date.ts";
import { readXml, type XmlFault } from "./xml-reader.ts";

type Attributes = ReadonlyMap<string, string>;

export function readWordDocument(bytes: Buffer): Result<DocumentDraft, string> {
  const budget = new PartBudget(limits.documentUnpackedBytesMax);
  const parts = new Map(zipEntries(bytes, budget).map((entry) => [entry.name, entry]));
  const main = parts.get(mainPart(parts)) ?? parts.get("word/document.xml");
  const content = main?.read() ?? null;
  if (main === undefined || content === null) {
    return err(budget.bytesLeft <= 0 ? BOMB : "is a Word document too damaged to be read");
  }
  const text = new DraftText();
  const styles = stylesOf(parts.get("word/styles.xml"));
  const read = (entry: ZipEntry, xml: Buffer): XmlFault => {
    const story = new StoryReader(text, { styles, targets: targetsOf(parts.get(relationsOf(entry.name))) });
    const fault = readXml(xml, story);
    story.write();
    return fault;
  };
  const faults = [read(main, content)];
  for (const name of ["word/footnotes.xml", "word/endnotes.xml"]) {
    const notes = parts.get(name);
    const xml = notes?.read() ?? null;
    if (notes !== undefined && xml !== null) faults.push(read(notes, xml));
  }
  const around = [...parts.values()]
    .filter(({ name }) => /^word\/(?:header|footer)\d{1,3}\.xml$/.test(name))
    .slice(0, AROUND_MAX);
  writeAround(around, text);
  const problems = [...new Set(faults.flatMap(told))];
  if (budget.bytesLeft <= 0) problems.push("It unpacks to more than is read; what came before was kept.");
  const facts = factsOf(parts.get("docProps/core.xml"));
  return ok(draftOf(text, { ...facts, problems, isPartial: text.isCut || problems.length > 0 }));
}

const BOMB = `unpacks to more than ${limits.documentUnpackedBytesMax / 1024 / 1024} MiB; it was not read`;
const AROUND_MAX = 20;

function told(fault: XmlFault): readonly string[] {
  switch (fault) {
    case "":
      return [];
    case "doctype":
      return [
        "It declares a document type, which Word never writes and attacks do; what stands behind it was not read.",
      ];
    case "depth":
      return [`Its elements lie more than ${limits.documentDepthMax} deep; what stands behind was not read.`];
    case "elements":
      return [`It has more than ${limits.documentElementsMax} elements; what stands behind was not read.`];
    default:
      return ["Its XML is damaged; what stands behind the damage was not read."];
  }
}

// — What the parts say of each other ——————————————————————————————————————————————————————————————————————

function attributesIn(entry: ZipEntry | undefined, name: string): readonly Attributes[] {
  const xml = entry?.read() ?? null;
  const found: Attributes[] = [];
  if (xml !== null) {
    readXml(xml, {
      open: (tag, attributes) => tag === name && found.push(attributes),
      text: () => undefined,
      close: () => undefined,
    });
  }
  return found;
}

function mainPart(parts: ReadonlyMap<string, ZipEntry>): string {
  const relation = attributesIn(parts.get("_rels/.rels"), "Relationship").find((one) =>
    /\/officeDocument$/.test(one.get("Type") ?? ""),
  );
  return (relation?.get("Target") ?? "").replace(/^\//, "");
}

function relationsOf(name: string): string {
  const at = name.lastIndexOf("/") + 1;
  return `${name.slice(0, at)}_rels/${name.slice(at)}.rels`;
}

/** Targets of links by id; they are told, never opened. */
function targetsOf(entry: ZipEntry | undefined): ReadonlyMap<string, string> {
  const links = attributesIn(entry, "Relationship").filter((one) => /\/hyperlink$/.test(one.get("Type") ?? ""));
  return new Map(links.map((one) => [one.get("Id") ?? "", one.get("Target") ?? ""]));
}

/** Style id → level of heading: by outline level, or by its name in any language that Word keeps it in. */
function stylesOf(entry: ZipEntry | undefined): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const xml = entry?.read() ?? null;
  let style = "";
  const set = (level: number) => level >= 1 && levels.set(style, Math.min(6, level));
  if (xml === null) return levels;
  readXml(xml, {
    open: (name, attributes) => {
      const value = attributes.get("val") ?? "";
      if (name === "style") style = attributes.get("styleId") ?? "";
      else if (name === "name" && /^title$/i.test(value)) set(1);
      else if (name === "name") set(Number(/^heading (\d)$/i.exec(value)?.[1] ?? 0));
      else if (name === "outlineLvl" && !levels.has(style)) set(Number(value) + 1 > 6 ? 0 : Number(value) + 1);
      else if (name === "basedOn" && !levels.has(style)) set(levels.get(value) ?? 0);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return levels;
}

function factsOf(entry: ZipEntry | undefined): Partial<DocumentDraft> {
  const values = new Map<string, string>();
  const xml = entry?.read() ?? null;
  let name = "";
  if (xml !== null) {
    readXml(xml, {
      open: (tag) => {
        name = tag;
      },
      text: (chars) => {
        if (!values.has(name)) values.set(name, chars.trim().slice(0, 500));
      },
      close: () => {
        name = "";
      },
    });
  }
  // When a file was made is not when it was published; only what says so counts.
  return {
    title: values.get("title") ?? "",
    language: values.get("language") ?? "",
    date: instantOf(values.get("issued") ?? ""),
  };
}

function writeAround(entries: readonly ZipEntry[], text: DraftText): void {
  const known = new Set<string>();
  for (const entry of entries) {
    const xml = entry.read();
    const lines: string[] = [""];
    if (xml === null) continue;
    readXml(xml, {
      open: (name) => name === "p" && lines.push(""),
      text: (chars) => {
        lines[lines.length - 1] = `${lines.at(-1) ?? ""}${chars}`;
      },
      close: () => undefined,
    });
    for (const line of lines.map((one) => one.trim())) {
      if (line !== "" && !known.has(line)) text.addText({ kind: "furniture" }, line);
      known.add(line);
    }
  }
}

// — A story: the document, its notes ——————————————————————————————————————————————————————————————————————

interface Context {
  readonly styles: ReadonlyMap<string, number>;
  readonly targets: ReadonlyMap<string, string>;
}

interface OpenTable {
  readonly number: number;
  row: number;
  /** Of the cell that is open. */
  pieces: Piece[];
}

interface OpenParagraph {
  pieces: Piece[];
  level: number;
  isItem: boolean;
  style: string;
  /** Of its first text, in half points; 0 where it says none. */
  size: number;
}

/** What stands in the document, before it is known how large its text is. */
interface Written {
  readonly shape: BlockShape;
  readonly pieces: readonly Piece[];
  readonly size: number;
}

/** Elements whose text is not shown: deleted, instructions of fields, the second form of drawings. */
const UNSHOWN = new Set(["del", "moveFrom", "instrText", "delText", "Fallback", "rPrChange", "pPrChange"]);

class StoryReader {
  readonly #text: DraftText;
  readonly #context: Context;
  readonly #tables: OpenTable[] = [];
  /** Text boxes stand inside paragraphs. */
  readonly #paragraphs: OpenParagraph[] = [];
  #unshown = 0;
  #isText = false;
  readonly #hrefs: string[] = [];
  /** Of a field whose instruction is being read, and of those that are open. */
  #instruction = "";
  readonly #fields: string[] = [];
  readonly #written: Written[] = [];
  #size = 0;
  #tableCount: number;

  constructor(text: DraftText, context: Context) {
    this.#text = text;
    this.#context = context;
    // Numbers go on over all stories.
    this.#tableCount = (text.blocks.findLast(({ table }) => table !== null)?.table ?? -1) + 1;
  }

  /** Puts into the text what was read. Where no style says what a heading is, size does. */
  write(): void {
    const levels = this.#written.some(({ shape }) => shape.kind === "heading")
      ? new Map<number, number>()
      : headingSizes(this.#written);
    for (const { shape, pieces, size } of this.#written) {
      const level = shape.kind === "paragraph" && lengthOf(pieces) <= HEADING_CHARS_MAX ? (levels.get(size) ?? 0) : 0;
      if (!this.#text.add(level > 0 ? { ...shape, kind: "heading", level } : shape, pieces)) return;
    }
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (UNSHOWN.has(name)) this.#unshown += 1;
    if (name === "instrText") this.#isText = true;
    if (this.#unshown > 0) return;
    const paragraph = this.#paragraphs.at(-1);
    const value = attributes.get("val") ?? "";
    switch (name) {
      case "p":
        this.#paragraphs.push({ pieces: [], level: 0, isItem: false, style: "", size: 0 });
        break;
      case "pStyle":
        if (paragraph !== undefined) paragraph.level = this.#context.styles.get(value) ?? headingOf(value);
        if (paragraph !== undefined) paragraph.style = value;
        break;
      case "outlineLvl":
        if (paragraph !== undefined && /^[0-5]$/.test(value)) paragraph.level = Number(value) + 1;
        break;
      case "numPr":
        if (paragraph !== undefined) paragraph.isItem = true;
        break;
      case "r":
        this.#size = 0;
        break;
      case "sz":
        this.#size = Number(value) || 0;
        break;
      case "t":
        this.#isText = true;
        break;
      case "tab":
        if (attributes.size === 0) this.#add("\t");
        break;
      case "br":
      case "cr":
        this.#add("\n");
        break;
      case "noBreakHyphen":
        this.#add("-");
        break;
      case "fldChar":
        this.#field(attributes.get("fldCharType") ?? "");
        break;
      case "fldSimple":
        this.#hrefs.push(linkIn(attributes.get("instr") ?? ""));
        break;
      case "hyperlink":
        this.#hrefs.push(this.#context.targets.get(attributes.get("id") ?? "") ?? "");
        break;
      case "tbl":
        this.#tables.push({ number: this.#tableCount++, row: -1, pieces: [] });
        break;
      case "tr":
        this.#eachTable((table) => {
          table.row += 1;
        });
        break;
      default:
    }
  };

  readonly text = (chars: string): void => {
    if (!this.#isText) return;
    if (this.#unshown === 0) this.#add(chars);
    else if (this.#instruction.length < INSTRUCTION_CHARS_MAX && this.#fields.at(-1) === "") this.#instruction += chars;
  };

  readonly close = (name: string): void => {
    if (name === "t" || name === "instrText") this.#isText = false;
    if (UNSHOWN.has(name)) {
      this.#unshown -= 1;
      return;
    }
    if (this.#unshown > 0) return;
    if (name === "p") this.#endParagraph();
    else if (name === "tc") this.#endCell();
    else if (name === "tbl") this.#tables.pop();
    else if (name === "hyperlink" || name === "fldSimple") this.#hrefs.pop();
  };

  #eachTable(act: (table: OpenTable) => void): void {
    const table = this.#tables.at(-1);
    if (table !== undefined) act(table);
  }

  /** `HYPERLINK "…"` between a field's begin and its separator; its result stands behind. */
  #field(type: string): void {
    if (type === "begin") this.#fields.push("");
    else if (type === "separate" && this.#fields.length > 0)
      this.#fields[this.#fields.length - 1] = linkIn(this.#instruction) || " ";
    else if (type === "end") this.#fields.pop();
    this.#instruction = "";
  }

  #add(text: string): void {
    const href = this.#hrefs.findLast((one) => one !== "") ?? this.#fields.findLast((one) => one.trim() !== "") ?? "";
    const paragraph = this.#paragraphs.at(-1);
    const last = paragraph?.pieces.at(-1);
    if (paragraph === undefined) return;
    if (paragraph.size === 0 && text.trim() !== "") paragraph.size = this.#size;
    if (last !== undefined && (last.href ?? "") === href)
      paragraph.pieces[paragraph.pieces.length - 1] = { ...last, text: last.text + text };
    else paragraph.pieces.push(href === "" ? { text } : { text, href });
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const { pieces, level, isItem, style } = paragraph;
    const cell = this.#tables.at(-1);
    if (cell !== undefined) {
      if (pieces.length > 0) cell.pieces.push(...(cell.pieces.length > 0 ? [{ text: "\n" }] : []), ...pieces);
      return;
    }
    const isLetters = pieces.some(({ text }) => /\p{L}/u.test(text));
    const add = (shape: BlockShape) => this.#keep({ shape, pieces, size: isLetters ? paragraph.size : 0 });
    if (level > 0 && isLetters) add({ kind: "heading", level });
    else if (isItem || /^list/i.test(style)) add({ kind: "list-item" });
    else if (/quote|zitat|citation/i.test(style)) add({ kind: "quote" });
    else add({ kind: /code|html ?pre/i.test(style) ? "code" : "paragraph" });
  }

  #keep(written: Written): void {
    if (lengthOf(written.pieces) > 0 && this.#written.length <= limits.documentBlocksMax) this.#written.push(written);
  }

  /** A table of one cell a row only lays out. */
  #endCell(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    const { number, row, pieces } = table;
    table.pieces = [];
    this.#keep({ shape: { kind: "cell", table: number, row: Math.max(0, row) }, pieces, size: 0 });
  }
}

const HEADING_CHARS_MAX = 200;
/** Of the size that most of the text has. */
const LARGER = 1.14;

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
}

/** Size of a heading → its level, the largest 1. */
function headingSizes(written: readonly Written[]): ReadonlyMap<number, number> {
  const chars = new Map<number, number>();
  for (const { pieces, size } of written) if (size > 0) chars.set(size, (chars.get(size) ?? 0) + lengthOf(pieces));
  const body = [...chars].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
  const larger = [...chars.keys()].filter((size) => size >= body * LARGER).sort((a, b) => b - a);
  return new Map(larger.map((size, index) => [size, Math.min(6, index + 1)]));
}

const INSTRUCTION_CHARS_MAX = 8_192;

function linkIn(instruction: string): string {
  return /^\s{0,20}HYPERLINK\s{1,20}"([^"]{1,8000})"/i.exec(instruction)?.[1] ?? "";
}

/** Style ids that Word writes without a list of styles. */
function headingOf(style: string): number {
  return /^title$/i.test(style) ? 1 : Number(/^heading\s?([1-6])$/i.exec(style)?.[1] ?? 0);
}
