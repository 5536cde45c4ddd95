/**
 * Scripts of a page, its title, targets and elements, and signs that it builds a file in the reader's browser (HTML smuggling, T1027.006).
 *
 * Scanned, since what browsers repair is written on purpose. Pure, total, linear: every search goes forward.
 */
import { limits } from "../base/limits.ts";
import { decodeXmlText } from "./xml-references.ts";

export interface EmbeddedScript {
  /** Empty where none is said. */
  readonly type: string;
  readonly language: string;
  readonly src: string;
  readonly source: string;
  /** Program, not data. */
  readonly isProgram: boolean;
}

export interface PageFacts {
  readonly title: string;
  readonly scripts: readonly EmbeddedScript[];
  readonly hyperlinks: readonly string[];
  readonly spanStyles: readonly string[];
  readonly isCut: boolean;
}

const SCRIPT = /<script(?=[\s/>])/gi;
const SCRIPT_END = /<\/script/gi;
const ATTRIBUTE_CHARS_MAX = 8_192;
const DATA_TYPES = /json|template|text\/html|x-handlebars|glsl|importmap/i;

export function readPageFacts(text: string): PageFacts {
  const scripts: EmbeddedScript[] = [];
  SCRIPT.lastIndex = 0;
  for (let match = SCRIPT.exec(text); match !== null; match = SCRIPT.exec(text)) {
    if (scripts.length >= limits.fileFactsMax) break;
    const close = text.indexOf(">", SCRIPT.lastIndex);
    if (close < 0) break;
    const attributes = text.slice(SCRIPT.lastIndex, Math.min(close, SCRIPT.lastIndex + ATTRIBUTE_CHARS_MAX));
    SCRIPT.lastIndex = close + 1;
    SCRIPT_END.lastIndex = SCRIPT.lastIndex;
    const end = SCRIPT_END.exec(text)?.index ?? text.length;
    const type = attributeOf(attributes, "type");
    const raw = text.slice(SCRIPT.lastIndex, end);
    scripts.push({
      ...{
        type,
        language: attributeOf(attributes, "language"),
        src: attributeOf(attributes, "src") || attributeOf(attributes, "href"),
      },
      source: raw.replace(/^\s*<!\[CDATA\[/, "").replace(/\]\]>\s*$/, ""),
      isProgram: !DATA_TYPES.test(type),
    });
    SCRIPT.lastIndex = end;
  }
  const links = limited(text.matchAll(/\bhref\s*=\s*(?:"([^"]{1,8192})"|'([^']{1,8192})'|([^\s"'>]{1,8192}))/gi));
  const spans = limited(text.matchAll(/<span\b[^<>]{0,2048}?\bstyle\s*=\s*(?:"([^"]{0,4096})"|'([^']{0,4096})')/gi));
  return {
    title: decodeXmlText(/<title\b[^<>]{0,1024}>([^<]{0,4096})/i.exec(text)?.[1]?.trim() ?? ""),
    scripts,
    hyperlinks: links.map((written) => decodeXmlText(written)),
    spanStyles: spans,
    isCut:
      scripts.length >= limits.fileFactsMax ||
      links.length >= limits.fileFactsMax ||
      spans.length >= limits.fileFactsMax,
  };
}

function limited(matches: Iterable<RegExpExecArray>): readonly string[] {
  const found: string[] = [];
  for (const [, double, single, bare] of matches) {
    if (found.length >= limits.fileFactsMax) break;
    found.push(double ?? single ?? bare ?? "");
  }
  return found;
}

function attributeOf(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|[\\s/"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(attributes);
  return decodeXmlText(match?.[1] ?? match?.[2] ?? match?.[3] ?? "");
}

/** Programs in attributes: of events, and of addresses that run one. */
export function eventScripts(text: string): readonly string[] {
  return limited(
    text.matchAll(
      /\s(?:on[a-z]{3,30}|(?:href|src|action)(?=\s*=\s*(?:["']\s*)?javascript:))\s*=\s*(?:"([^"]{1,65536})"|'([^']{1,65536})')/gi,
    ),
  ).map((written) => decodeXmlText(written));
}

export interface MarkupFacts {
  readonly version: string;
  readonly docType: string;
  readonly tags: readonly string[];
  readonly namespaces: readonly string[];
  readonly isCut: boolean;
}

/** Of XML, SVG among them. */
export function readMarkupFacts(text: string): MarkupFacts {
  const tags = new Set<string>();
  for (const [, name = ""] of text.matchAll(/<([A-Za-z_][\w:.-]{0,200})/g)) {
    tags.add(name);
    if (tags.size > limits.fileFactsMax) break;
  }
  const namespaces = new Set<string>();
  for (const [, value = ""] of text.matchAll(/\bxmlns(?::[\w.-]{1,60})?\s*=\s*["']([^"']{1,1024})/g)) {
    namespaces.add(value);
    if (namespaces.size > limits.fileFactsMax) break;
  }
  return {
    version: /^\s*<\?xml[^>]{0,200}?\bversion\s*=\s*["']([\d.]{1,8})/.exec(text)?.[1] ?? "",
    docType: /<!DOCTYPE\s{1,20}([^>[]{1,1024})/i.exec(text)?.[1]?.trim() ?? "",
    tags: [...tags].slice(0, limits.fileFactsMax),
    namespaces: [...namespaces],
    isCut: tags.size > limits.fileFactsMax,
  };
}

/** Signs of a page that makes a file in the browser; each alone is ordinary. */
export type SmugglingSign =
  | "large-base64"
  | "blob"
  | "object-url"
  | "download"
  | "decodes"
  | "saves"
  | "large-array"
  | "password-script";

const LARGE_CHARS = 2_000;
const LARGE_NUMBERS = 500;
type SignTest = { test(text: string): boolean };
// biome-ignore format: a table reads by column
const SIGNS: readonly (readonly [sign: SmugglingSign, test: SignTest])[] = [
  ["large-base64",    { test: holdsLargeBase64 }],
  ["large-array",     { test: holdsLargeArray }],
  ["blob",            /\bnew\s{1,8}(?:window\.)?(?:Blob|File)\b|["'](?:Blob|File)["']/],
  ["object-url",      /\bcreateObjectURL\b|\bURL\s{0,4}\[/],
  ["download",        /\.download\s{0,8}=|["']download["']|<a\b[^<>]{0,512}\sdownload\b/i],
  ["decodes",         /\batob\b|\bfromCharCode\b|\bUint8Array\b|\bcharCodeAt\b|\bdecodeURIComponent\b|\bunescape\b/],
  ["saves",           /\bmsSaveOrOpenBlob\b|\bmsSaveBlob\b|\bsaveAs\b|\.click\s{0,8}\(/],
  ["password-script", /\bCryptoJS\b|\bsubtle\.decrypt\b|\bAES\.decrypt\b/],
];

/** `texts`: the page and the scripts in it. Sorted as in the table. */
export function smugglingSigns(texts: readonly string[]): readonly SmugglingSign[] {
  return SIGNS.filter(([, pattern]) => texts.some((text) => pattern.test(text.slice(0, limits.fileTextBytesMax)))).map(
    ([sign]) => sign,
  );
}

/** A body of the file, a way to decode it, and a way to hand it over. */
export function isSmuggling(signs: readonly SmugglingSign[]): boolean {
  const has = (...wanted: readonly SmugglingSign[]) => wanted.some((sign) => signs.includes(sign));
  return (
    has("large-base64", "large-array") &&
    has("decodes", "password-script") &&
    has("blob", "saves") &&
    has("object-url", "download", "saves")
  );
}

/** One pass: a pattern with a count would look at each run again from each of its characters. */
function holdsLargeBase64(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isDigit =
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x2b && code <= 0x39 && code !== 0x2c && code !== 0x2e);
    run = isDigit ? run + 1 : 0;
    if (run >= LARGE_CHARS) return true;
  }
  return false;
}

function holdsLargeArray(text: string): boolean {
  let end = -1;
  let run = 0;
  for (const match of text.matchAll(/\s{0,8}(?:0x[0-9a-f]{1,2}|\d{1,3})\s{0,8},/gi)) {
    run = match.index === end ? run + 1 : 1;
    end = match.index + match[0].length;
    if (run >= LARGE_NUMBERS) return true;
  }
  return false;
}
