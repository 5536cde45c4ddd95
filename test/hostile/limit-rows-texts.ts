/** Limits of HTML, CSS, URLs, loads and tokens. */
import { limits } from "../../src/base/limits.ts";
import { readHtml } from "../../src/html/read-html.ts";
import type { HtmlReading } from "../../src/html/reading.ts";
import { readUrlFields } from "../../src/url/fields.ts";
import { codesOf, FROM, type LimitCase, many, seenIn } from "./limit-case.ts";

const LOAD = "<img src=http://t.example/>";

/** A row whose input is the HTML of a message. */
function htmlCase(
  row: Omit<LimitCase, "read">,
  textOf: (n: number) => string,
  keptOf: (reading: HtmlReading, n: number) => number | null,
): LimitCase {
  return {
    ...row,
    read: (n) => {
      const text = textOf(n);
      const seen = seenIn(Buffer.from(`${FROM}Content-Type: text/html; charset=utf-8\n\n${text}`));
      return { kept: keptOf(readHtml(text), n), codes: codesOf(seen) };
    },
  };
}

/** The `n`th of the bounded things hides, or is, the only load. */
function kept(isThere: boolean, n: number, max: number): number {
  return isThere ? n : max;
}

function nestedDocuments(n: number): string {
  let inner = LOAD;
  for (let i = 0; i < n; i++) {
    const value = inner.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    inner = `<img src=http://t.example/${i}><iframe srcdoc="${value}"></iframe>`;
  }
  return inner;
}

const html: readonly LimitCase[] = [
  htmlCase(
    { limit: "htmlBytesMax", code: "limit.html-bytes", far: limits.htmlBytesMax + 1_000_000 },
    (n) => `${LOAD}${" ".repeat(n - LOAD.length)}`,
    ({ referenceCount }, n) => (referenceCount === 1 ? Math.min(n, limits.htmlBytesMax) : 0),
  ),
  htmlCase(
    { limit: "htmlTagsMax", code: "limit.html-tags", far: 400_000 },
    (n) => `${"<b>".repeat(n - 1)}${LOAD}`,
    ({ referenceCount }, n) => kept(referenceCount === 1, n, limits.htmlTagsMax),
  ),
  htmlCase(
    { limit: "htmlTagsMax", what: "end tags that end nothing", code: "limit.html-tags", far: 1_000_000 },
    (n) => `<span><div>${"</span>".repeat(n)}x`,
    () => null,
  ),
  htmlCase(
    { limit: "htmlAttributesMax", code: "limit.html-attributes", far: 300_000 },
    (n) => `<img ${many(n - 1, (i) => `a${i} `)}src=http://t.example/>`,
    ({ referenceCount }, n) => kept(referenceCount === 1, n, limits.htmlAttributesMax),
  ),
  htmlCase(
    { limit: "htmlDepthMax", code: "limit.html-depth", far: 60_000 },
    (n) => `${"<div>".repeat(n - 1)}<div hidden>${LOAD}`,
    ({ references }, n) => kept(references[0]?.hidden === true, n, limits.htmlDepthMax),
  ),
  htmlCase(
    { limit: "htmlNestingMax", code: "limit.html-nesting", far: 12 },
    nestedDocuments,
    ({ referenceCount }) => referenceCount - 1,
  ),
  htmlCase(
    { limit: "cssCharsMax", what: "of a sheet", code: "limit.css" },
    (n) => `<style>a{b:url(http://t.example/)}${"\n".repeat(n - 27)}</style>x`,
    ({ referenceCount }, n) => (referenceCount === 1 ? Math.min(n, limits.cssCharsMax) : 0),
  ),
  htmlCase(
    { limit: "cssCharsMax", what: "of an attribute", code: "limit.css" },
    (n) => `<p style="b:url(http://t.example/)${" ".repeat(n - 24)}">x`,
    ({ referenceCount }, n) => (referenceCount === 1 ? Math.min(n, limits.cssCharsMax) : 0),
  ),
  htmlCase(
    { limit: "cssRulesMax", code: "limit.css-rules", far: 100_000 },
    (n) => `<style>${many(n, (i) => `.c${i}{display:none}`)}</style><p class=c${n - 1}>${LOAD}`,
    ({ references }, n) => kept(references[0]?.hidden === true, n, limits.cssRulesMax),
  ),
  htmlCase(
    { limit: "cssRulesMax", what: "of several sheets", code: "limit.css-rules", far: 40_000 },
    (n) => `${many(n, (i) => `<style>.c${i}{display:none}</style>`)}<p class=c${n - 1}>${LOAD}`,
    ({ references }, n) => kept(references[0]?.hidden === true, n, limits.cssRulesMax),
  ),
  htmlCase(
    { limit: "visibleTextCharsMax", code: "limit.visible-text", far: 5_000_000 },
    (n) => `<p>${"x".repeat(n - 2)}<p>y`,
    ({ visibleText }) => visibleText.length,
  ),
  htmlCase(
    { limit: "loadsMax", code: "limit.loads", far: 30_000 },
    (n) => many(n, (i) => `<img src=http://t.example/${i}>`),
    ({ references, referenceCount }, n) => (referenceCount === n ? references.length : -1),
  ),
];

/** A URL whose decoded values are 960 bytes each: digits of which base16, base32 and base64 each make some. */
function decodedValues(n: number): string {
  return `http://t.example/${many(n, (i) => `${i.toString(2).padStart(16, "0").replace(/0/g, "8").replace(/1/g, "9").padStart(512, "89")}/`)}`;
}

const urls: readonly LimitCase[] = [
  htmlCase(
    { limit: "urlCharsMax", what: "of a load", code: "limit.url", far: 2_000_000 },
    (n) => `<img src="http://t.example/${"a".repeat(n - 17)}">`,
    ({ references }) => references[0]?.url.length ?? 0,
  ),
  htmlCase(
    { limit: "urlCharsMax", what: "of a link", code: "limit.url", far: 2_000_000 },
    (n) => `<a href="http://t.example/${"a".repeat(n - 17)}">x</a>`,
    ({ links }) => links[0]?.url.length ?? 0,
  ),
  htmlCase(
    { limit: "urlCharsMax", what: "of a base", code: "limit.url", far: 2_000_000 },
    (n) => `<base href="http://t.example/${"a".repeat(n - 17)}"><img src="b">`,
    ({ referenceCount }, n) => (referenceCount === 1 ? Math.min(n, limits.urlCharsMax) : 0),
  ),
  htmlCase(
    {
      limit: "urlFieldsMax",
      what: "beside the host and the whole query",
      code: "limit.url-fields",
      max: 252,
      far: 10_000,
    },
    (n) => `<img src="http://t.example/?${many(n, (i) => `&p${i}`).slice(1)}">`,
    ({ references }) => readUrlFields(references[0]?.url ?? "").fields.length - 4,
  ),
  htmlCase(
    { limit: "urlFieldsMax", what: "parts of a path that repeat", code: "limit.url-fields", max: 255, far: 10_000 },
    (n) => `<img src="http://t.example${"/a".repeat(n)}">`,
    () => null,
  ),
  htmlCase(
    { limit: "tokenFieldCharsMax", code: "limit.token-field", far: 60_000 },
    (n) => `<img src="http://t.example/${"a".repeat(n)}">`,
    () => null,
  ),
  htmlCase(
    { limit: "tokenPiecesMax", what: "of a value as written", code: "limit.token-pieces", far: 200 },
    (n) => `<img src="http://t.example/${many(n, () => ".a_b").slice(1)}">`,
    () => null,
  ),
  htmlCase(
    { limit: "tokenPiecesMax", what: "of a decoded text", code: "limit.token-pieces", far: 1_000 },
    (n) => `<img src="http://t.example/${Buffer.from(many(n, () => ".abc").slice(1)).toString("hex")}">`,
    () => null,
  ),
  htmlCase(
    { limit: "tokenDecodedBytesMax", what: "values of 960 bytes", code: "limit.token-bytes", max: 68, far: 120 },
    (n) => `<img src="${decodedValues(n)}">`,
    () => null,
  ),
  {
    limit: "storedLoadsMax",
    what: "of two parts",
    code: "limit.stored-loads",
    far: 20_000,
    read: (n) => {
      const pictures = many(n - 1, (i) => `<img src=http://t.example/${i}>`);
      const part = (text: string) => `--b\nContent-Type: text/html\n\n${text}\n`;
      const hidden = '<img src="http://t.example/hidden" width=1 height=1>';
      const text = `${FROM}Content-Type: multipart/mixed; boundary=b\n\n${part(pictures)}${part(hidden)}--b--\n`;
      const seen = seenIn(Buffer.from(text));
      // Of too many the most telling are kept, wherever they stand.
      const isTelling = seen.record.loads.some(({ url, hidden: isHidden }) => isHidden && url.endsWith("/hidden"));
      const isExact = seen.record.loadCount === n;
      return { kept: isTelling && isExact ? seen.record.loads.length : -1, codes: codesOf(seen) };
    },
  },
];

export const textLimits: readonly LimitCase[] = [...html, ...urls];
