/** Limits of headers, the MIME tree, bodies and the other readings of a message. */
import { limits } from "../../src/base/limits.ts";
import { displayText, fieldText, findField } from "../../src/mail/headers.ts";
import { plausibleFroms } from "../../src/mail/plausible-froms.ts";
import { parseBorder, readTrace, type TrustBorder } from "../../src/mail/trace.ts";
import { decodeTransfer } from "../../src/mail/transfer.ts";
import { ObjectSet } from "../../src/mail/views/found-objects.ts";
import { findLooseParts } from "../../src/mail/views/loose-parts.ts";
import type { Seen } from "./file.ts";
import { codesOf, FROM, type LimitCase, type LimitOutcome, many, seenIn } from "./limit-case.ts";
import { context } from "./read.ts";

/** A row whose input is one message. */
function messageCase(
  row: Omit<LimitCase, "read">,
  textOf: (n: number) => string,
  keptOf: (seen: Seen, n: number) => number | null,
): LimitCase {
  return {
    ...row,
    read: (n) => {
      const seen = seenIn(Buffer.from(textOf(n), "latin1"));
      return { kept: keptOf(seen, n), codes: codesOf(seen) };
    },
  };
}

const TWICE = "Content-Type: text/plain\nContent-Type: text/html\n";
const border = parseBorder(["mx.example.net"]) as TrustBorder;

/** A text in `n` layers of base64, the outermost declared. */
function layers(n: number): string {
  let text = "A text that lies deep, with words enough to be one.";
  for (let layer = 0; layer < n; layer++) text = Buffer.from(text).toString("base64");
  return text;
}

function headerText({ views: { strict } }: Seen, key: string, read: typeof fieldText): string {
  const field = findField(strict.root.headers, key);
  return field === undefined ? "" : read(strict.bytes, field);
}

function objectSet(messageBytes: number): Pick<LimitCase, "read"> {
  return {
    read: (n) => {
      const objects = new ObjectSet([], messageBytes);
      let kept = 0;
      for (const bytes of [n >> 1, n - (n >> 1)]) if (objects.mayDecode(bytes)) kept += bytes;
      return { kept: kept === n ? n : null, codes: [...objects.limits] };
    },
  };
}

const headers: readonly LimitCase[] = [
  {
    limit: "headerBytesMax",
    what: "bytes up to the first of the last field",
    code: "limit.header-bytes",
    far: 4 * limits.headerBytesMax,
    read: (n) => {
      const line = `X-Filler: ${"x".repeat(100_000)}\n`;
      const fillers = line.repeat(Math.floor((n - FROM.length - 1_000) / line.length));
      const rest = n - 1 - FROM.length - fillers.length;
      const head = `${FROM}${fillers}X-Rest:${"x".repeat(rest - "X-Rest:\n".length)}\n`;
      const seen = seenIn(Buffer.from(`${head}Subject: last\n\nbody\n`));
      return { kept: seen.record.subject === "last" ? n : limits.headerBytesMax, codes: codesOf(seen) };
    },
  },
  messageCase(
    { limit: "headerFieldsMax", code: "limit.header-fields", far: 100_000 },
    (n) => `${FROM}${"A: 1\n".repeat(n - 1)}\nbody\n`,
    ({ views }) => views.strict.root.headers.fields.length,
  ),
  messageCase(
    { limit: "headerFieldBytesMax", code: "limit.header-field-bytes", far: 10_000_000 },
    (n) => `${FROM}Subject:${"x".repeat(n)}\n\nbody\n`,
    (seen) => headerText(seen, "subject", fieldText).length,
  ),
  messageCase(
    { limit: "parametersMax", code: "limit.parameters", far: 20_000 },
    (n) => `${FROM}Content-Type: text/plain${many(n, (i) => `; p${i}=1`)}\n\nbody\n`,
    ({ views }) => views.strict.root.mediaType.parameters.size,
  ),
  messageCase(
    { limit: "parameterPiecesMax", code: "limit.parameter-pieces", far: 15_000 },
    (n) => `${FROM}Content-Disposition: attachment${many(n, (i) => `; filename*${i}=x`)}\n\nbody\n`,
    ({ views }) => views.strict.root.disposition?.parameters.get("filename")?.length ?? 0,
  ),
  messageCase(
    { limit: "addressesMax", what: "of To", code: "limit.addresses", far: 26_000 },
    (n) => `${FROM}To: ${"a@b.test,".repeat(n)}\n\nbody\n`,
    ({ record }) => record.to.length,
  ),
  messageCase(
    { limit: "addressesMax", what: "of several Cc", code: "limit.addresses", far: 100_000 },
    (n) => `${FROM}${"Cc: a@b.test\n".repeat(50)}Cc: ${"a@b.test,".repeat(n - 50)}\n\nbody\n`,
    ({ record }) => record.cc.length,
  ),
  messageCase(
    { limit: "addressesMax", what: "of From", code: "limit.addresses", far: 18_000 },
    (n) => `From: ${many(n, (i) => `a${i}@b.test,`)}\n\nbody\n`,
    ({ views }) => plausibleFroms(views.strict).froms.length,
  ),
  messageCase(
    { limit: "addressesMax", what: "in the text of From", code: "limit.addresses", far: 16_000 },
    (n) => `From: ${many(n, (i) => `(a${i}@b.test)`)}\n\nbody\n`,
    ({ views }) => plausibleFroms(views.strict).froms.length,
  ),
  messageCase(
    { limit: "encodedWordsMax", code: "limit.encoded-words", far: 17_000 },
    (n) => `${FROM}Subject: ${"=?utf-8?Q?a?= ".repeat(n)}\n\nbody\n`,
    (seen) => /^a*/.exec(headerText(seen, "subject", displayText))?.[0].length ?? 0,
  ),
  {
    limit: "receivedMax",
    code: "limit.received",
    far: 9_000,
    read: (n) => {
      const line = "Received: from a.example by mx.example.net; Thu, 22 Aug 2002 15:25:29 +0000\n";
      const seen = seenIn(Buffer.from(`${line.repeat(n)}${FROM}\nbody\n`), { ...context, border });
      return { kept: readTrace(seen.views.strict, border).hops.length, codes: codesOf(seen) };
    },
  },
];

const tree: readonly LimitCase[] = [
  messageCase(
    { limit: "mimeDepthMax", what: "multiparts", code: "limit.mime-depth", far: 20_000 },
    (n) => `${FROM}${many(n, (i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`)}\nx\n`,
    ({ views }) => views.strict.entities.length - 1,
  ),
  messageCase(
    { limit: "mimeDepthMax", what: "messages", code: "limit.mime-depth", far: 20_000 },
    (n) => FROM + "Content-Type: message/rfc822\n\n".repeat(n),
    ({ views }) => views.strict.entities.length - 1,
  ),
  messageCase(
    { limit: "entitiesMax", code: "limit.entities", far: 50_000 },
    (n) => `${FROM}Content-Type: multipart/mixed; boundary=b\n\n${"--b\n\nx\n".repeat(n - 1)}--b--\n`,
    ({ views }) => views.strict.entities.length,
  ),
  messageCase(
    { limit: "entitiesMax", what: "files in a text", code: "limit.entities", far: 30_000 },
    (n) => `${FROM}\n${many(n, (i) => `=ybegin line=128 size=9 name=a\n${i}\n=yend size=9\n`)}`,
    ({ views: { objects } }) => objects.length - 1,
  ),
  {
    limit: "decodedBytesMax",
    what: "of one body, by a smaller bound: no message decodes to more than it is",
    code: "limit.decoded-bytes",
    max: 1_000,
    far: 1_000_000,
    read: (n) => {
      const raw = Buffer.from(Buffer.alloc(n, "x").toString("base64"));
      const { bytes, problems } = decodeTransfer(raw, { start: 0, end: raw.length }, "base64", 1_000);
      return { kept: bytes.length, codes: problems.map(({ code }) => code) };
    },
  },
];

/** All need a message that is odd: on others the other readings do not run. */
const views: readonly LimitCase[] = [
  messageCase(
    { limit: "looseHeaderBytesMax", code: "limit.loose-header", far: 1_000_000 },
    (n) => {
      const head = `${FROM}${TWICE}`;
      return `${head}X-Filler:${"x".repeat(n - head.length - "X-Filler:\n\n".length)}\n\nbody\n`;
    },
    () => null,
  ),
  messageCase(
    {
      limit: "lateHeaderBytesMax",
      what: "bytes from the junk to the blank line",
      code: "limit.late-header",
      far: 1_000_000,
    },
    (n) => {
      const junk = "no field\nno field either\n";
      return `${FROM}${junk}X-Filler:${"x".repeat(n - junk.length - "X-Filler:\nSubject: s\n".length)}\nSubject: s\n\nbody\n`;
    },
    ({ record }, n) => (record.subject === "s" ? Math.min(n, limits.lateHeaderBytesMax) : null),
  ),
  messageCase(
    { limit: "looseBoundaryCharsMax", code: "limit.loose-boundary", far: 60_000 },
    (n) => `${FROM}Content-Type: multipart/mixed; boundary=${"b".repeat(n)}\n\n--${"b".repeat(n)}\n\nx\n`,
    ({ views: { strict } }, n) => (strict.entities.length === 2 ? Math.min(n, limits.looseBoundaryCharsMax) : 0),
  ),
  messageCase(
    { limit: "looseBoundariesMax", code: "limit.loose-boundaries", far: 5_000 },
    (n) => FROM + TWICE + many(n, (i) => `\n--x${i}\nContent-Type: multipart/mixed; boundary=q${i}z\n\ny\n`),
    ({ bytes }) => findLooseParts(bytes).boundaries.length,
  ),
  messageCase(
    { limit: "loosePartsMax", code: "limit.loose-parts", far: 50_000 },
    (n) => `${FROM}${TWICE}\n${many(n - 1, (i) => `--b\n${i}\n`)}`,
    ({ bytes }) => findLooseParts(bytes).parts.length,
  ),
  messageCase(
    {
      limit: "loosePartsMax",
      what: "types that are declared",
      code: "limit.loose-boundaries",
      max: limits.loosePartsMax - 2,
    },
    (n) => `${FROM}${TWICE}\n${many(n, (i) => `x\nContent-Type: text/x${i}\n`)}`,
    () => null,
  ),
  messageCase(
    { limit: "loosePartsMax", what: "lines with two dashes", code: "limit.loose-parts", far: 50_000 },
    (n) => `${FROM}${TWICE}\n${many(n, (i) => `-- ${i} --\n`)}`,
    () => null,
  ),
  messageCase(
    { limit: "headsPerPartMax", code: "limit.heads-per-part", far: 10_000 },
    (n) => `${FROM}${TWICE}\n${many(n - 1, (i) => `text ${i}\nContent-Type: text/x${i}\n\n`)}end\n`,
    ({ bytes }) => findLooseParts(bytes).parts.filter(({ header }) => header !== null).length,
  ),
  messageCase(
    {
      limit: "nestedEncodingsMax",
      what: "below the declared one and the one that is found in it",
      code: "limit.nested-encodings",
      max: limits.nestedEncodingsMax + 1,
      far: 20,
    },
    (n) => `${FROM}Content-Transfer-Encoding: base64\n\n${layers(n + 1)}\n`,
    ({ views: { objects } }) => objects.length - 1,
  ),
  { limit: "viewBytesMin", code: "limit.view-bytes", ...objectSet(1_000) },
  {
    limit: "viewBytesRatioMax",
    code: "limit.view-bytes",
    max: limits.viewBytesRatioMax * 1024 * 1024,
    ...objectSet(1024 * 1024),
  },
  { limit: "viewBytesMax", code: "limit.view-bytes", ...objectSet(limits.messageBytesMax) },
  {
    limit: "viewObjectsMax",
    code: "limit.view-objects",
    read: (n): LimitOutcome => {
      const object = (text: string) => ({
        ...{
          mediaType: "text/plain",
          names: [],
          bytes: Buffer.from(text),
          span: { start: 0, end: 1 },
          views: ["loose"],
        },
      });
      const objects = new ObjectSet([object("strict")], 1_000);
      for (let i = 0; i < n; i++) objects.add(object(`${i}`));
      for (let i = 0; i < n; i++) objects.add(object("strict"));
      return { kept: objects.objects.length - 1, codes: [...objects.limits] };
    },
  },
  messageCase(
    { limit: "viewDocumentsMax", code: "limit.view-documents", far: 500 },
    (n) => {
      const html = (i: number) => Buffer.from(`<p>Hello</p><img src="http://t.example/${i}">`).toString("base64");
      const encodings = "Content-Type: text/html\nContent-Transfer-Encoding: 7bit\nContent-Transfer-Encoding: base64\n";
      const parts = many(n, (i) => `--b\n${encodings}\n${html(i)}\n`);
      return `${FROM}Content-Type: multipart/mixed; boundary=b\n\n${parts}--b--\n`;
    },
    ({ record }) => record.loads.length,
  ),
];

export const mailLimits: readonly LimitCase[] = [...headers, ...tree, ...views];
