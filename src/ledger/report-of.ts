/** A document and what was found in it → what the ledger keeps of it, and what a hunt looks for. Pure and total; looks at no text. */
import { createHash } from "node:crypto";
import { limits } from "../base/limits.ts";
import type { PublishedDocument } from "../case/document.ts";
import {
  INDICATOR_TYPES,
  type Indicator,
  type IndicatorType,
  type IntelFile,
  type UnusableIndicator,
} from "../case/indicator.ts";
import type { LedgerDocument } from "../case/ledger.ts";
import { documentId } from "./document-id.ts";
import type { Named } from "./named-in.ts";
import { placeOf } from "./quote-place.ts";
import type { Published } from "./read-published.ts";
import { dearParts } from "./report-parts.ts";
import type { Stated } from "./stated-in.ts";

export interface Found {
  readonly stated: Stated;
  readonly named: Named;
}

/** `size`: of the file, in bytes. */
export function reportOf(read: PublishedDocument, size: number, found: Found): Published {
  const document = documentOf(read, size, found);
  return { document, file: fileOf(read, document) };
}

function documentOf(read: PublishedDocument, size: number, { stated, named }: Found): LedgerDocument {
  const { assertions, notRead, techniques, quantities, actors, targets, unread } = stated.statements;
  const dear = [...stated.dear, ...named.dear];
  return {
    id: documentId(read.sha256),
    origin: "added",
    source: read.path,
    sha256: read.sha256,
    size,
    format: read.format,
    title: read.title,
    publisher: read.publisher,
    date: read.date,
    language: read.language,
    tlp: read.tlp,
    revision: 1,
    statements: assertions
      .slice(0, limits.statementsMax)
      .map((assertion) => ({ assertion, isVerbatim: true, publisher: "", source: "", mark: "" })),
    aliases: [],
    indicators: named.indicators,
    rejectedCount: named.rejectedCount,
    rejected: named.rejected,
    techniques,
    quantities,
    actors,
    targets,
    unread,
    nameWords: named.nameWords,
    problems: [...read.problems, ...(notRead === null ? [] : [notRead]), ...dearParts(dear)],
    isPartial: read.isPartial || named.isPartial || dear.length > 0,
    profile: stated.profile,
  };
}

const HUNTED: ReadonlySet<string> = new Set(INDICATOR_TYPES.filter((type) => type !== "pattern"));

const isHunted = (type: string): type is IndicatorType => HUNTED.has(type);

/** Doubted ones are not hunted for, and are told with their reason. */
function fileOf(
  { path, sha256, title, tlp }: PublishedDocument,
  { indicators, rejectedCount }: LedgerDocument,
): IntelFile {
  const hunted: Indicator[] = [];
  const unusable: UnusableIndicator[] = [];
  let doubted = 0;
  for (const { type, value, quote, doubt } of indicators) {
    const place = placeOf(quote);
    if (doubt !== null) {
      doubted += 1;
      if (unusable.length < limits.unusableListedMax) unusable.push({ place, text: value.slice(0, 200), why: doubt });
    } else if (isHunted(type)) {
      const id = `i-${createHash("sha256").update(`${sha256} ${type} ${value}`).digest("hex").slice(0, 12)}`;
      hunted.push({ id, type, value, name: "", place, from: null, until: null, groups: [] });
    }
  }
  return {
    path,
    sha256,
    format: "text",
    title,
    tlp,
    indicators: hunted,
    unusable,
    unusableCount: doubted + rejectedCount,
  };
}
