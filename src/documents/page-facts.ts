/**
 * What a page says about itself: title, publisher, date, language, from its head, its linked data (schema.org) and its heading.
 *
 * Pure and total. Values are bounded; linked data that is no JSON is passed over.
 */
import type { EpochMs } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { Page, PageElement } from "./page-tree.ts";
import { instantOf } from "./written-date.ts";

export interface PageFacts {
  readonly title: string;
  readonly publisher: string;
  readonly date: EpochMs | null;
  readonly language: string;
}

const TITLES = ["og:title", "dcterms.title", "dc.title", "twitter:title"];
const PUBLISHERS = [
  "og:site_name",
  "dcterms.publisher",
  "dc.publisher",
  "publisher",
  "dcterms.creator",
  "application-name",
];
// biome-ignore format: a list reads by line
const DATES = [
  "article:published_time", "og:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date",
  "dcterms.created", "dc.date.created", "publication_date", "publish_date", "publish-date", "pubdate", "parsely-pub-date", "sailthru.date", "date",
];
const TEXT_CHARS_MAX = 500;

export function pageFacts(page: Page): PageFacts {
  const meta = (names: readonly string[]) =>
    names
      .map((name) => page.metas.get(name) ?? "")
      .find((value) => value !== "")
      ?.slice(0, TEXT_CHARS_MAX) ?? "";
  const linked = linkedFacts(page.linkedData);
  const metaDate = DATES.map((name) => instantOf(page.metas.get(name) ?? "")).find((date) => date !== null) ?? null;
  const times = page.times.map(instantOf).filter((date) => date !== null);
  return {
    title: meta(TITLES) || headingOf(page.root) || page.title.slice(0, TEXT_CHARS_MAX),
    publisher: meta(PUBLISHERS) || linked.publisher || hostOf(page.canonical),
    date: metaDate ?? linked.date ?? times[0] ?? null,
    language: page.language || (page.metas.get("content-language") ?? "") || (page.metas.get("og:locale") ?? ""),
  };
}

/** The text of the page's one `h1`; empty where it has none or several. */
function headingOf(root: PageElement): string {
  const found: PageElement[] = [];
  const queue: PageElement[] = [root];
  for (let element = queue.pop(); element !== undefined && found.length < 2; element = queue.pop()) {
    if (element.tag === "h1") found.push(element);
    for (const child of element.children) if (typeof child !== "string") queue.push(child);
  }
  const [only, other] = found;
  return only === undefined || other !== undefined
    ? ""
    : textIn(only).replace(/\s+/g, " ").trim().slice(0, TEXT_CHARS_MAX);
}

function textIn(element: PageElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}

function hostOf(address: string): string {
  return /^https?:\/\/(?:www\.)?([^/:?#\s]{1,253})/i.exec(address)?.[1]?.toLowerCase() ?? "";
}

interface LinkedFacts {
  readonly date: EpochMs | null;
  readonly publisher: string;
}

/** JSON costs a multiple of its text. */
const LINKED_CHARS_MAX = 512 * 1024;
const LINKED_NODES_MAX = 2_000;

/** Of the first thing that has a date of publication (schema.org `CreativeWork`). */
function linkedFacts(texts: readonly string[]): LinkedFacts {
  const facts: { date: EpochMs | null; publisher: string } = { date: null, publisher: "" };
  for (const text of texts) {
    const queue: unknown[] = [jsonOf(text)];
    for (let n = 0; n < queue.length && n < LINKED_NODES_MAX; n += 1) {
      const node = queue[n];
      if (typeof node !== "object" || node === null) continue;
      if (!Array.isArray(node)) readNode(node as Readonly<Record<string, unknown>>, facts);
      for (const value of Object.values(node)) if (typeof value === "object" && value !== null) queue.push(value);
    }
  }
  return facts;
}

function readNode(node: Readonly<Record<string, unknown>>, facts: { date: EpochMs | null; publisher: string }): void {
  const { datePublished, publisher } = node;
  if (typeof datePublished === "string") facts.date ??= instantOf(datePublished);
  const name =
    typeof publisher === "object" && publisher !== null
      ? (publisher as Readonly<Record<string, unknown>>)["name"]
      : publisher;
  if (typeof name === "string") facts.publisher ||= name.slice(0, TEXT_CHARS_MAX);
}

function jsonOf(text: string): unknown {
  if (text.length > Math.min(LINKED_CHARS_MAX, limits.documentCharsMax)) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
