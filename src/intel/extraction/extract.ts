/** Indicators that a document names, each with its quote; those that are doubted with the reason. Total. */
import type { PublishedDocument } from "../../case/document.ts";
import { Collector } from "../collector.ts";
import { readText } from "../read-text.ts";
import type { ExtractedIndicator, Extraction } from "./extraction.ts";

export function extractIndicators(document: PublishedDocument): Extraction {
  const collector = new Collector(document.sha256);
  readText(document.text, collector);
  const starts = [0, ...[...document.text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  const indicators = collector.indicators.flatMap(({ type, value, place }): ExtractedIndicator[] => {
    if (type === "pattern" || type === "email-subject") return [];
    const line = Number(/\d+/.exec(place)?.[0] ?? 1);
    const start = starts[line - 1] ?? 0;
    const end = Math.max(start, (starts[line] ?? document.text.length + 1) - 1);
    const quote = { text: document.text.slice(start, end), start, end, page: 0, line };
    return [{ type, value, kind: "", port: null, quote, mentions: 1, section: "", isDefanged: false, doubt: null }];
  });
  return { indicators, rejected: [], isPartial: false };
}
