/**
 * The bodies of an item, in the order from plain to rich: text, HTML, RTF. HTML and text that lie wrapped in RTF are taken
 * out; RTF that names an address which the HTML lacks is given too, since Outlook may show the one and another client the other.
 */
import { limits } from "../../base/limits.ts";
import { charsetOfCodePage } from "./code-pages.ts";
import { decompressRtf } from "./compressed-rtf.ts";
import type { OutlookItem } from "./item.ts";
import type { ItemBudget } from "./item-budget.ts";
import { ids, type PropertyBag, types } from "./properties.ts";
import { type RtfBody, readRtfBody } from "./rtf-body.ts";
import { rtfReferences } from "./rtf-references.ts";

export interface ItemBody {
  readonly mediaType: "text/plain" | "text/html" | "text/rtf";
  /** Empty when none is known. */
  readonly charset: string;
  readonly bytes: Buffer;
}

const BODY_BYTES_MAX = limits.messageBytesMax;

/** Empty for an item without any. */
export function bodiesOf({ properties }: OutlookItem, budget: ItemBudget): readonly ItemBody[] {
  const bodies: ItemBody[] = [];
  const text = properties.textUpTo(ids.body, BODY_BYTES_MAX);
  const html = htmlOf(properties);
  const rtf = rtfOf(properties, budget);
  const plain = text ?? (rtf === null || rtf.body.kind === "html" ? null : rtf.body.text);
  if (plain !== null && plain !== "") bodies.push(utf8("text/plain", plain));
  if (html !== null) bodies.push(html);
  if (rtf === null) return bodies;
  const { kind, text: inRtf } = rtf.body;
  const isNews = html === null || pointsElsewhere(inRtf, html.bytes.toString("latin1"));
  if (kind === "html" && isNews) bodies.push(utf8("text/html", inRtf));
  else if (kind === "text" && text !== null && pointsElsewhere(inRtf, text)) bodies.push(utf8("text/plain", inRtf));
  // The document's own pictures and links are its own kind of load; where it only wraps a text, those that the text lacks are.
  const shown = kind === "html" ? inRtf : (text ?? "");
  const takesIn = rtfReferences(rtf.body.outward).some(({ fires, url }) => fires === "open" && !shown.includes(url));
  if (kind === "rtf" || takesIn) bodies.push({ mediaType: "text/rtf", charset: "", bytes: rtf.bytes });
  return bodies;
}

/** The RTF itself, whatever is wrapped in it, for those who look for objects in it; null when there is none. */
export function rawRtfOf({ properties }: OutlookItem, budget: ItemBudget): Buffer | null {
  return rtfOf(properties, budget)?.bytes ?? null;
}

function utf8(mediaType: ItemBody["mediaType"], text: string): ItemBody {
  return { mediaType, charset: "utf-8", bytes: Buffer.from(text) };
}

function htmlOf(properties: PropertyBag): ItemBody | null {
  const property = properties.first(ids.html);
  if (property?.type === types.unicode) {
    const text = properties.textUpTo(ids.html, BODY_BYTES_MAX);
    return text === null ? null : utf8("text/html", text);
  }
  const bytes = properties.content(ids.html, BODY_BYTES_MAX);
  if (bytes === null || bytes.length === 0) return null;
  const codePage = properties.integer(ids.internetCodePage) || properties.codePage;
  return { mediaType: "text/html", charset: charsetOfCodePage(codePage), bytes };
}

function rtfOf(properties: PropertyBag, budget: ItemBudget): { readonly bytes: Buffer; readonly body: RtfBody } | null {
  const packed = properties.content(ids.compressedRtf, BODY_BYTES_MAX);
  if (packed === null || packed.length === 0) return null;
  const { bytes, problems } = decompressRtf(packed);
  for (const code of problems) budget.note(code === "rtf.truncated" ? "source.truncated" : code);
  const body = readRtfBody(bytes);
  if (body === null) {
    budget.note("rtf.unknown");
    return null;
  }
  for (const code of body.problems) budget.note(code);
  return { bytes, body };
}

const ADDRESS = /(?:(?:https?|ftp|file):|\\\\)[^\s"'<>]{3,2048}/gi;

function pointsElsewhere(one: string, other: string): boolean {
  const known = new Set(other.match(ADDRESS));
  for (const [address] of one.matchAll(ADDRESS)) if (!known.has(address)) return true;
  return false;
}
