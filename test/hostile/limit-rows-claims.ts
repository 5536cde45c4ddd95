/** Limits of what a header claims, of links, and of the readers beside the strict one that have bounds of their own. */
import { limits } from "../../src/base/limits.ts";
import { readHtml, readSvg } from "../../src/html/read-html.ts";
import type { HtmlReading } from "../../src/html/reading.ts";
import { plausibleFroms } from "../../src/mail/plausible-froms.ts";
import { readLooseHeader } from "../../src/mail/views/loose-header.ts";
import { findLinkHosts } from "../../src/signals/link-hosts.ts";
import type { Seen } from "./file.ts";
import { codesOf, FROM, type LimitCase, many, seenIn } from "./limit-case.ts";

/** A row whose input is one message: a header, or a whole text with a blank line in it. */
function messageCase(
  row: Omit<LimitCase, "read">,
  textOf: (n: number) => string,
  keptOf: (seen: Seen, n: number) => number | null,
): LimitCase {
  return {
    ...row,
    read: (n) => {
      const text = textOf(n);
      const seen = seenIn(Buffer.from(text.includes("\n\n") ? text : `${text}\nbody\n`, "latin1"));
      return { kept: keptOf(seen, n), codes: codesOf(seen) };
    },
  };
}

const claims: readonly LimitCase[] = [
  messageCase(
    { limit: "fromFieldsMax", code: "limit.from-fields", far: 9_000 },
    (n) => many(n, (i) => `From: a${i}@b.test\n`),
    ({ views }) => plausibleFroms(views.strict).froms.length,
  ),
  messageCase(
    { limit: "claimedAddressesMax", what: "of From", code: "limit.claimed-addresses", far: 9_000 },
    (n) => `From: ${many(n, (i) => `a${i}@b.test,`)}\n`,
    ({ record }) => record.claims.from.length,
  ),
  messageCase(
    { limit: "claimedAddressesMax", what: "beside From", code: "limit.claimed-addresses", far: 9_000 },
    (n) => `From: a@b.test ${many(n, (i) => `(a${i}@b.test)`)}\n`,
    ({ record }) => record.claims.otherFroms.length,
  ),
  messageCase(
    { limit: "claimedAddressesMax", what: "of Reply-To", code: "limit.claimed-addresses", far: 9_000 },
    (n) => `${FROM}Reply-To: ${many(n, (i) => `a${i}@b.test,`)}\n`,
    ({ record }) => record.claims.replyTo.length,
  ),
  messageCase(
    { limit: "deliveredAddressesMax", code: "limit.delivered-addresses", far: 8_000 },
    (n) => `${FROM}X-Original-To: z@b.test\n${many(n - 1, (i) => `Delivered-To: a${i}@b.test\n`)}`,
    ({ record }) => record.deliveredTo.length,
  ),
  messageCase(
    { limit: "dkimSignaturesMax", code: "limit.dkim-signatures", far: 5_000 },
    (n) => `${many(n, (i) => `DKIM-Signature: v=1; d=d${i}.test; h=from:from\n`)}${FROM}`,
    ({ record }) => record.claims.dkimDomains.length,
  ),
  messageCase(
    { limit: "unsubscribeTargetsMax", code: "limit.unsubscribe-targets", far: 5_000 },
    (n) => `${FROM}List-Unsubscribe: ${many(n, (i) => `<https://a.test/${i}>, `)}\n`,
    ({ record }) => record.claims.listUnsubscribe.length,
  ),
  messageCase(
    { limit: "unsubscribeTargetsMax", what: "of as many fields", code: "limit.unsubscribe-targets", far: 5_000 },
    (n) => FROM + many(n, (i) => `List-Unsubscribe: https://a.test/${i}\n`),
    ({ record }) => record.claims.listUnsubscribe.length,
  ),
  messageCase(
    { limit: "extensionHeadersMax", code: "limit.extension-headers", far: 9_000 },
    (n) => FROM + many(n, (i) => `X-H${i}: 1\n`),
    ({ record }) => record.claims.extensionHeaders.length,
  ),
  messageCase(
    { limit: "authResultsMax", code: "limit.auth-results", far: 9_000 },
    (n) => `${many(n, (i) => `Authentication-Results: mx.test; dkim=pass header.d=d${i}.test\n`)}${FROM}`,
    ({ record }) => record.auth.length,
  ),
  messageCase(
    { limit: "receiptsMax", what: "of as many fields", code: "limit.receipts", far: 9_000 },
    (n) => FROM + many(n, (i) => `Return-Receipt-To: r${i}@b.test\n`),
    ({ record }) => record.loads.length,
  ),
  messageCase(
    { limit: "receiptsMax", what: "of one field", code: "limit.receipts", far: 9_000 },
    (n) => `${FROM}Return-Receipt-To: ${many(n, (i) => `r${i}@b.test,`)}\n`,
    ({ record }) => record.loads.length,
  ),
];

const others: readonly LimitCase[] = [
  messageCase(
    { limit: "looseClaimsMax", code: "limit.loose-header", far: 60 },
    (n) => `${FROM}Content-Type: ${many(n, (i) => `text/a${i},`)}\n`,
    ({ bytes }) => readLooseHeader(bytes.toString("latin1")).types.length,
  ),
  messageCase(
    { limit: "looseFieldsMax", code: "limit.loose-header", far: 5_000 },
    (n) => FROM + many(n, (i) => `Content-Type: text/a${i}\n`),
    ({ bytes }) => readLooseHeader(bytes.toString("latin1")).types.length,
  ),
  messageCase(
    { limit: "dashedLinesMax", code: "limit.dashed-lines", far: 300_000 },
    (n) => `${FROM}\n${"--- a\n".repeat(n)}`,
    () => null,
  ),
  messageCase(
    { limit: "dashedLinesMax", what: "that differ", code: "limit.dashed-lines", max: limits.loosePartsMax },
    (n) => `${FROM}\n${many(n, (i) => `--t${i}\n`)}`,
    () => null,
  ),
  messageCase(
    { limit: "dotLinesMax", code: "limit.dot-lines", far: 300_000 },
    (n) => `${FROM}\n${".\n".repeat(n)}`,
    () => null,
  ),
  messageCase(
    { limit: "charsetLabelsMax", code: "limit.charset-readings", far: 200 },
    (n) => `${FROM}Content-Type: text/html${many(n, (i) => `; charset=x${i}`)}\n`,
    () => null,
  ),
  messageCase(
    { limit: "charsetReadingsMax", code: "limit.charset-readings", far: 5 },
    (n) => {
      const labels = ["utf-7", "iso-2022-jp", "ibm037", "utf-16le", "utf-16be"].slice(0, n);
      const type = `Content-Type: text/html; charset=utf-8${labels.map((label) => `; charset=${label}`).join("")}`;
      return `${FROM}${type}\n\n<p>+ADw-b+AD4- \x1b$B$3$l\x1b(B text`;
    },
    () => null,
  ),
];

/** A row whose input is the HTML of a message. */
function htmlCase(row: Omit<LimitCase, "read">, textOf: (n: number) => string): LimitCase {
  return {
    ...row,
    read: (n) => {
      const text = textOf(n);
      const seen = seenIn(Buffer.from(`${FROM}Content-Type: text/html; charset=utf-8\n\n${text}`));
      const isHidden = readHtml(text).references[0]?.hidden === true;
      return { kept: isHidden ? n : (row.max ?? limits[row.limit]), codes: codesOf(seen) };
    },
  };
}

function svgCase(
  row: Omit<LimitCase, "read">,
  textOf: (n: number) => string,
  keptOf: (reading: HtmlReading, n: number) => number | null,
): LimitCase {
  return {
    ...row,
    read: (n) => {
      const text = textOf(n);
      const seen = seenIn(Buffer.from(`${FROM}Content-Type: image/svg+xml\n\n${text}`));
      return { kept: keptOf(readSvg(text), n), codes: codesOf(seen) };
    },
  };
}

const LOAD = "<img src=http://t.example/>";
const DOCTYPE = '<!DOCTYPE svg SYSTEM "http://t.example/"';

const markup: readonly LimitCase[] = [
  htmlCase(
    { limit: "cssRulesPerKeyMax", code: "limit.css-rules", far: 4_000 },
    (n) => `<style>${many(n, (i) => `.c${i}.k{display:none}`)}</style><p class="k c${n - 1}">${LOAD}`,
  ),
  htmlCase(
    { limit: "cssSelectorsMax", code: "limit.css-rules", far: 1_000 },
    (n) => `<style>${many(n - 1, (i) => `.c${i},`)}.z{display:none}</style><p class=z>${LOAD}`,
  ),
  htmlCase(
    { limit: "cssSelectorCharsMax", code: "limit.css-rules", far: 100_000 },
    (n) => `<style>.${"c".repeat(n - 4)},.z{display:none}</style><p class=z>${LOAD}`,
  ),
  htmlCase(
    { limit: "cssClassesMax", code: "limit.css-rules", far: 9_000 },
    (n) => `<style>.z{display:none}</style><p class="${many(n - 1, (i) => `c${i} `)}z">${LOAD}`,
  ),
  svgCase(
    { limit: "svgPrologCharsMax", code: "limit.svg-prolog", far: 1_000_000 },
    (n) => `<!--${" ".repeat(n - DOCTYPE.length - 7)}-->${DOCTYPE}><svg/>`,
    ({ referenceCount }, n) => (referenceCount === 1 ? n : limits.svgPrologCharsMax),
  ),
  svgCase(
    { limit: "svgEntitiesMax", code: "limit.svg-prolog", far: 3_000 },
    (n) => `<!DOCTYPE svg [${many(n, (i) => `<!ENTITY e${i} SYSTEM "/${i}">`)}]><svg/>`,
    () => null,
  ),
  svgCase(
    { limit: "svgEntityCharsMax", code: "limit.svg-prolog", far: 60_000 },
    (n) => `<!DOCTYPE svg [<!ENTITY e "${"x".repeat(n)}">]><svg/>`,
    () => null,
  ),
];

const links: readonly LimitCase[] = [
  messageCase(
    { limit: "linksMax", code: "limit.links", far: 200_000 },
    (n) => `${FROM}\n${many(n, (i) => `http://h.test:1/${i}\n`)}`,
    () => null,
  ),
  messageCase(
    { limit: "linkHostsMax", code: "limit.link-hosts", far: 20_000 },
    (n) => `${FROM}\n${many(n, (i) => `http://h${i}.test/\n`)}`,
    ({ bytes }) => findLinkHosts([], [bytes.toString("latin1")]).hosts.length,
  ),
];

export const claimLimits: readonly LimitCase[] = [...claims, ...others, ...markup, ...links];
