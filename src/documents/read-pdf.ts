/**
 * PDF → blocks with pages (ISO 32000-1), by the library that the decision page 0031 names: its parser gives pieces of text with their
 * places, all else is ours. No script of the file runs, no font or picture is loaded, nothing is fetched.
 *
 * Bounded: what is unpacked before the library sees it, pages by `limits.documentPagesMax`, pieces of a page by `documentPagePiecesMax`,
 * text as in every draft. Never throws for what a file holds: a page that cannot be read is told.
 */
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import { type DocumentDraft, DraftText, draftOf } from "./draft.ts";
import { type PdfPage, writeBlocks } from "./pdf-blocks.ts";
import { harmlessPdf, repairedPdf } from "./pdf-file.ts";
import { type Glyphs, regionsOf, rowsOf } from "./pdf-lines.ts";
import { HandingPort } from "./pdf-ports.ts";
import { NO_WATCH, PART_TOO_DEAR, type ReadingWatch } from "./reading-watch.ts";

/** What we use of the library's objects. */
interface LibraryPage {
  readonly view: readonly number[];
  streamTextContent(options: object): ReadableStream<LibraryText>;
  getAnnotations(): Promise<readonly LibraryLink[]>;
  cleanup(): boolean;
}
interface LibraryItem {
  readonly str?: string;
  readonly transform?: readonly number[];
  readonly width?: number;
  readonly fontName?: string;
}
interface LibraryText {
  readonly items: readonly LibraryItem[];
  readonly styles: Readonly<Record<string, { readonly fontFamily?: string }>>;
}
interface LibraryLink {
  readonly subtype?: string;
  readonly annotationFlags?: number;
  readonly url?: string;
  readonly unsafeUrl?: string;
  readonly rect?: readonly number[];
}
interface LibraryDocument {
  readonly numPages: number;
  getPage(number: number): Promise<LibraryPage>;
  getMetadata(): Promise<{ readonly info: unknown }>;
  /** Null where the document has no catalogue for them. `skipped`: indexes from 0. */
  getAnnotationsByType(
    types: ReadonlySet<number>,
    skipped: ReadonlySet<number>,
  ): Promise<readonly LibraryLink[] | null>;
}

const OPTIONS = {
  verbosity: 0,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  enableXfa: false,
  stopAtErrors: false,
} as const;

export async function readPdfDocument(
  bytes: Buffer,
  watch: ReadingWatch = NO_WATCH,
): Promise<Result<DocumentDraft, string>> {
  const harmless = harmlessPdf(bytes);
  if (!harmless.ok) return harmless;
  const { getResolvedPDFJS } = await import("unpdf");
  const library = await getResolvedPDFJS();
  const read = async (data: Uint8Array<ArrayBuffer>): Promise<Result<DocumentDraft, Refusal>> => {
    const task = library.getDocument({ ...OPTIONS, data, ...halvesOf(library) });
    try {
      const document = (await task.promise) as unknown as LibraryDocument;
      return ok(await draftOfPdf(document, isWhole(bytes), watch));
    } catch (cause) {
      return err(cause instanceof Error && cause.name === "PasswordException" ? "locked" : "damaged");
    } finally {
      // Not waited for: where a page was left unread, the library waits for its reader and never ends.
      task.destroy().catch(() => undefined);
    }
  };
  const repaired = repairedPdf(harmless.value);
  const first = await read(harmless.value);
  const last = !first.ok && first.error === "damaged" && repaired !== null ? await read(repaired) : first;
  return last.ok ? last : err(REFUSALS[last.error]);
}

/** Its halves with a channel that copies nothing; where it does not show the one that reads, with its own. */
function halvesOf({ PDFWorker }: Library): { readonly worker?: InstanceType<Library["PDFWorker"]> } {
  const { pdfjsWorker } = globalThis as { pdfjsWorker?: { WorkerMessageHandler?: ReadingHalf } };
  const reading = pdfjsWorker?.WorkerMessageHandler;
  if (reading === undefined) return {};
  const [here, there] = HandingPort.pair();
  reading.initializeFromPort(there);
  return { worker: PDFWorker.create({ port: here as unknown as Worker, verbosity: OPTIONS.verbosity }) };
}

type Library = typeof import("unpdf/pdfjs");

interface ReadingHalf {
  initializeFromPort(port: HandingPort): void;
}

type Refusal = "locked" | "damaged";

const REFUSALS: Readonly<Record<Refusal, string>> = {
  locked: "is an encrypted PDF; save it without its password and give it again",
  damaged: "is a PDF too damaged to be read",
};

const END_BYTES = 2_048;

function isWhole(bytes: Buffer): boolean {
  return bytes.subarray(-END_BYTES).includes("%%EOF");
}

/** After so many pages in a row that cannot be read, the count of pages is a lie. */
const FAILURES_MAX = 20;

async function draftOfPdf(document: LibraryDocument, whole: boolean, watch: ReadingWatch): Promise<DocumentDraft> {
  const pages: PdfPage[] = [];
  const failed: number[] = [];
  const empty: number[] = [];
  const cut: number[] = [];
  const dear: number[] = [];
  let isStopped = false;
  const count = Math.min(document.numPages, pagesReadOf(document.numPages));
  const links = linksOf(document);
  let chars = 0;
  let inARow = 0;
  let number = 1;
  for (; number <= count && inARow < FAILURES_MAX && chars <= limits.documentCharsMax; number += 1) {
    const answer = watch.step();
    isStopped = answer === "stop";
    if (isStopped) break;
    if (answer === "leave-out") {
      dear.push(number);
      continue;
    }
    const page = await pageOf(document, number, links);
    inARow = page === null ? inARow + 1 : 0;
    if (page === null) failed.push(number);
    else if (page.chars === 0) empty.push(number);
    if (page?.isCut === true) cut.push(number);
    if (page !== null && page.chars > 0) pages.push(page);
    chars += page?.chars ?? 0;
  }
  const text = new DraftText();
  writeBlocks(pages, text);
  const read = number - 1;
  const problems = problemsOf({
    all: document.numPages,
    read,
    failed,
    empty,
    cut,
    dear,
    isStopped,
    whole,
    hasText: pages.length > 0,
  });
  const isEmptyMostly = empty.length > read * EMPTY_SHARE;
  const isPartial =
    text.isCut || !whole || failed.length + cut.length + dear.length > 0 || isEmptyMostly || document.numPages > read;
  return draftOf(text, { ...(await factsOf(document)), problems, isPartial });
}

/** The library finds a page by walking over those before it, so that the work for all grows with the square of their number. */
function pagesReadOf(claimed: number): number {
  return Math.min(limits.documentPagesMax, Math.ceil(limits.documentPagesMax ** 2 / Math.max(1, claimed)));
}

const EMPTY_SHARE = 0.25;

interface Account {
  readonly all: number;
  readonly read: number;
  readonly failed: readonly number[];
  readonly empty: readonly number[];
  readonly cut: readonly number[];
  /** At which a reader was ended. */
  readonly dear: readonly number[];
  readonly isStopped: boolean;
  readonly whole: boolean;
  readonly hasText: boolean;
}

function problemsOf({ all, read, failed, empty, cut, dear, isStopped, whole, hasText }: Account): readonly string[] {
  const problems: string[] = [];
  if (!whole) problems.push("The file is cut off or damaged at its end; what could be found in it was read.");
  if (failed.length > 0) problems.push(`${pagesTold(failed)} could not be read.`);
  if (dear.length > 0) problems.push(`${pagesTold(dear)} ${PART_TOO_DEAR}, and was left out.`);
  if (isStopped) problems.push(`It takes too long to be read; after page ${read} no more were begun.`);
  if (all > read) problems.push(`It claims ${all} pages; ${read} were looked at.`);
  if (cut.length > 0) problems.push(`${pagesTold(cut)}: more pieces of text than are read; the rest is missing.`);
  if (!hasText)
    problems.push("It holds no text: its pages are empty or pictures (scanned). Letters in pictures are not read.");
  else if (empty.length > 0) problems.push(`${pagesTold(empty)}: no text; empty or pictures, which are not read.`);
  return problems;
}

const PAGES_TOLD = 8;

function pagesTold(numbers: readonly number[]): string {
  const more = numbers.length > PAGES_TOLD ? ` and ${numbers.length - PAGES_TOLD} more` : "";
  return `Page${numbers.length === 1 ? "" : "s"} ${numbers.slice(0, PAGES_TOLD).join(", ")}${more}`;
}

interface ReadPage extends PdfPage {
  readonly chars: number;
  readonly isCut: boolean;
}

/** Null where the library fails on it. */
async function pageOf(document: LibraryDocument, number: number, linksOn: PageLinks): Promise<ReadPage | null> {
  try {
    const page = await document.getPage(number);
    const { items, fixed, isCut } = await itemsOf(page);
    const links = items.length === 0 ? [] : (await linksOn(page, number)).flatMap(areaOf).slice(0, PAGE_LINKS_MAX);
    const glyphs = items.flatMap((item) => glyphsOf(item, fixed)).flatMap((one) => linked(one, links));
    page.cleanup();
    const [, bottom = 0, , top = 0] = page.view;
    const height = Math.max(1, top - bottom);
    const moved = bottom === 0 ? glyphs : glyphs.map((one) => ({ ...one, y: one.y - bottom }));
    const chars = glyphs.reduce((sum, { text }) => sum + text.trim().length, 0);
    return { number, height, regions: regionsOf(rowsOf(moved)), chars, isCut };
  } catch {
    return null;
  }
}

type PageLinks = (page: LibraryPage, number: number) => Promise<readonly LibraryLink[]>;

/**
 * Asked for by their type, since the library reads all the text of a page once more when it is asked for the page's own. It walks over all
 * pages that the document claims for that, so that one which claims more than are read is asked page by page.
 */
function linksOf(document: LibraryDocument): PageLinks {
  if (document.numPages > limits.documentPagesMax) return (page) => page.getAnnotations();
  const others = new Set(Array.from({ length: document.numPages }, (_, index) => index));
  return async (_, number) => {
    others.delete(number - 1);
    try {
      const links = (await document.getAnnotationsByType(LINK_TYPES, others)) ?? [];
      return links.filter(({ annotationFlags = 0 }) => (annotationFlags & NO_VIEW) === 0);
    } finally {
      others.add(number - 1);
    }
  };
}

/** The library's number for links. */
const LINK_TYPES: ReadonlySet<number> = new Set([2]);
/** On paper alone (ISO 32000-1, table 165). */
const NO_VIEW = 1 << 5;

interface PageItems {
  readonly items: readonly LibraryItem[];
  /** Names of fonts whose glyphs are all as wide. */
  readonly fixed: ReadonlySet<string>;
  readonly isCut: boolean;
}

async function itemsOf(page: LibraryPage): Promise<PageItems> {
  const reader = page.streamTextContent({ includeMarkedContent: false, disableNormalization: false }).getReader();
  const items: LibraryItem[] = [];
  const fixed = new Set<string>();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) items.push(item);
    for (const [name, { fontFamily }] of Object.entries(next.value.styles))
      if (fontFamily === "monospace") fixed.add(name);
    if (items.length <= limits.documentPagePiecesMax) continue;
    // To cancel the stream makes the library throw where nobody can catch it; left alone, it waits for its reader.
    return { items: items.slice(0, limits.documentPagePiecesMax), fixed, isCut: true };
  }
  return { items, fixed, isCut: false };
}

function glyphsOf(
  { str = "", transform = [], width = 0, fontName = "" }: LibraryItem,
  fixed: ReadonlySet<string>,
): readonly Glyphs[] {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  const size = Math.hypot(c, d);
  const isSound =
    [x, y, size, width].every((value) => Number.isFinite(value) && Math.abs(value) < PLACE_MAX) && size > 0;
  return str.trim() === "" || !isSound
    ? []
    : [{ text: str, x, y, width, size, href: "", isFixed: fixed.has(fontName) }];
}

/** A page is at most 200 inches wide (annex C); what stands further off is not on it. */
const PLACE_MAX = 100_000;
const PAGE_LINKS_MAX = 1_000;

interface LinkArea {
  readonly href: string;
  readonly rect: readonly [left: number, bottom: number, right: number, top: number];
}

function areaOf({ subtype, url, unsafeUrl, rect = [] }: LibraryLink): readonly LinkArea[] {
  const href = unsafeUrl ?? url ?? "";
  const [a = 0, b = 0, c = 0, d = 0] = rect;
  if (subtype !== "Link" || href === "") return [];
  return [{ href, rect: [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] }];
}

/** Cut where a link begins and ends in it, by the share of its width, at the next word's end. */
function linked(one: Glyphs, links: readonly LinkArea[]): readonly Glyphs[] {
  const middle = one.y + one.size * 0.3;
  const area = links.find(
    ({ rect: [left, bottom, right, top] }) =>
      middle >= bottom && middle <= top && one.x < right - 1 && one.x + one.width > left + 1,
  );
  if (area === undefined || one.width <= 0) return [one];
  const [left, , right] = area.rect;
  const from = wordEdge(one.text, ((left - one.x) / one.width) * one.text.length);
  const to = wordEdge(one.text, ((right - one.x) / one.width) * one.text.length);
  if (from >= to) return [one];
  const part = (start: number, end: number, href: string): readonly Glyphs[] => {
    const share = one.width / one.text.length;
    return start >= end
      ? []
      : [{ ...one, text: one.text.slice(start, end), x: one.x + start * share, width: (end - start) * share, href }];
  };
  const rest = part(to, one.text.length, "").flatMap((tail) =>
    linked(
      tail,
      links.filter((link) => link !== area),
    ),
  );
  return [...part(0, from, ""), ...part(from, to, area.href), ...rest];
}

const EDGE_CHARS = 3;

/** The nearest place at which a word begins or ends. */
function wordEdge(text: string, place: number): number {
  const at = Math.round(Math.min(Math.max(place, 0), text.length));
  for (let by = 0; by <= EDGE_CHARS; by += 1) {
    for (const near of [at - by, at + by]) {
      if (near <= 0) return 0;
      if (near >= text.length) return text.length;
      if (/\s/.test(text.charAt(near)) || /\s/.test(text.charAt(near - 1))) return near;
    }
  }
  return at;
}

/** Titles that programs make up. */
const MADE_UP =
  /^(?:microsoft (?:word|powerpoint)\b.*|untitled.*|document\d*|.*\.(?:docx?|indd|pptx?|pdf|tex|rtf|odt))$/i;

async function factsOf(document: LibraryDocument): Promise<Pick<DocumentDraft, "title" | "language" | "publisher">> {
  const info = await document.getMetadata().then(
    (data) => data.info as Readonly<Record<string, unknown>>,
    () => ({}) as Readonly<Record<string, unknown>>,
  );
  const value = (name: string) =>
    typeof info[name] === "string" ? info[name].replace(/\s+/g, " ").trim().slice(0, 500) : "";
  const title = value("Title");
  return { title: MADE_UP.test(title) ? "" : title, language: value("Language"), publisher: "" };
}
