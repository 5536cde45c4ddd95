/**
 * Random edits of a message: bytes, lines, header fields, parts, splices of two files. Characters of the texts are bytes
 * (latin1). The same random source gives the same edits.
 */
import type { Random } from "../src/demo/random.ts";

/** No edit makes a file longer. */
const BYTES_MAX = 48 * 1024;
const EDITS_MAX = 8;

/** Bytes that mean something to some reader of mail. */
const TELLING = [..."\0\r\n\t ()\":;=-?\\<>@,.[]%&'*/+_\x1b\x80\xff\xc3\xe2\xf0~{}"];

const ENDS = ["\r\n", "\n", "\r", "\r\r\n", "\n\r", "\r\n\r\n", "\n\n"];

/** Lines that mean something where they stand. */
const LINES = [
  "Content-Type: multipart/mixed; boundary=b",
  'Content-Type: multipart/alternative; boundary="b"',
  "Content-Type: multipart/digest; boundary=o",
  "Content-Type: message/rfc822",
  "Content-Type: text/html; charset=utf-7",
  "Content-Type: text/html; charset=utf-16",
  "Content-Type: text/html; charset=iso-2022-jp",
  "Content-Type: text/plain; format=flowed; delsp=yes",
  "Content-Type: image/svg+xml",
  "Content-Type: application/octet-stream; name*0*=utf-8''a; name*1=b",
  "Content-Transfer-Encoding: base64",
  "Content-Transfer-Encoding: quoted-printable",
  "Content-Transfer-Encoding: x-uuencode",
  "Content-Disposition: attachment; filename*=utf-8''%00a.exe",
  "MIME-Version: 1.0",
  "From: a@attacker.test, <b@example.org>",
  "Subject: =?utf-8?B?w6TDtg==?= =?utf-7?Q?+ADw-?=",
  "Date: 99 Foo 275761 10:20 +9999",
  "--b",
  "--b--",
  "--o",
  "--o--",
  "--",
  " ",
  "\t folded",
  "no colon",
  ": x",
  "begin 644 a.bin",
  "end",
  "=ybegin line=128 size=9 name=a",
  ".",
  "MAIL FROM:<a@attacker.test>",
  "PGh0bWw+PGltZyBzcmM9Imh0dHA6Ly9wLmV4YW1wbGUvIj4=",
  '<img src=3D"http://p.example/a?id=3D1">',
  '<style>@import "http://p.example/a.css";p{background:url(http://p.example/b)}</style>',
  '<base href="http://p.example/"><img srcset="a 1x, b 2x">',
  "<!--[if mso]><img src=//p.example/c><![endif]-->",
  "<svg><image href='http://p.example/d'/></svg>",
];

type Edit = (text: string, random: Random, other: () => string) => string;

const place = (text: string, random: Random) => random.int(text.length + 1);

/** A random stretch of up to `charsMax` characters. */
function stretch(text: string, random: Random, charsMax: number): readonly [start: number, end: number] {
  const start = place(text, random);
  return [start, Math.min(text.length, start + random.int(charsMax) + 1)];
}

/** Start of a random line. */
function lineStart(text: string, random: Random): number {
  return text.lastIndexOf("\n", place(text, random)) + 1;
}

/** After the line that begins at `start`, its line end included. */
function lineEnd(text: string, start: number): number {
  const found = text.indexOf("\n", start);
  return found === -1 ? text.length : found + 1;
}

/** A random part: from one line that begins with `--` to the next. */
function partAt(text: string, random: Random): readonly [start: number, end: number] {
  const start = text.indexOf("\n--", place(text, random)) + 1;
  const next = text.indexOf("\n--", start);
  return [start, next === -1 ? text.length : next + 1];
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}

const edits: readonly Edit[] = [
  // Bytes.
  (text, random) => {
    const at = random.int(text.length + 1);
    return text.slice(0, at) + random.pick(TELLING) + text.slice(at + 1);
  },
  (text, random) => {
    const at = random.int(text.length + 1);
    return text.slice(0, at) + String.fromCharCode(random.int(256)) + text.slice(at + 1);
  },
  (text, random) => insert(text, place(text, random), random.pick(TELLING).repeat(1 + random.int(4))),
  (text, random) => insert(text, place(text, random), random.pick(ENDS)),
  (text, random) => {
    const [start, end] = stretch(text, random, random.chance(0.5) ? 4 : 200);
    return text.slice(0, start) + text.slice(end);
  },
  // A run that trips what is not linear.
  (text, random) => insert(text, place(text, random), random.pick(TELLING).repeat(random.int(3_000))),
  // Lines.
  (text, random) => insert(text, lineStart(text, random), `${random.pick(LINES)}${random.pick(ENDS)}`),
  (text, random) => {
    const start = lineStart(text, random);
    return text.slice(0, start) + text.slice(lineEnd(text, start));
  },
  (text, random) => {
    const start = lineStart(text, random);
    return insert(text, start, text.slice(start, lineEnd(text, start)).repeat(1 + random.int(3)));
  },
  (text, random) => {
    const start = lineStart(text, random);
    const middle = lineEnd(text, start);
    const end = lineEnd(text, middle);
    return text.slice(0, start) + text.slice(middle, end) + text.slice(start, middle) + text.slice(end);
  },
  (text, random) => {
    const start = lineStart(text, random);
    return insert(text, lineStart(text, random), text.slice(start, lineEnd(text, start)));
  },
  // Line ends.
  (text, random) => {
    const at = text.indexOf("\r\n", place(text, random));
    return at === -1 ? text : text.slice(0, at) + random.pick(ENDS) + text.slice(at + 2);
  },
  (text, random) => (random.chance(0.2) ? text.replaceAll("\r\n", random.pick(["\n", "\r"])) : text),
  // Header fields: another file's, folded, cut at the colon.
  (text, random, other) => {
    const source = other();
    const start = lineStart(source.slice(0, 1_000), random);
    return insert(text, lineStart(text.slice(0, 1_000), random), source.slice(start, lineEnd(source, start)));
  },
  (text, random) =>
    insert(text, place(text.slice(0, 1_500), random), random.pick(["\r\n ", "\r\n\t", "\n ", "\r\n \r\n "])),
  (text, random) => {
    const at = text.indexOf(":", place(text.slice(0, 1_500), random));
    return at === -1 ? text : text.slice(0, at) + random.pick([" :", "\0:", "::", "", "\r\n :"]) + text.slice(at + 1);
  },
  // Parts.
  (text, random) => {
    const [start, end] = partAt(text, random);
    return insert(text, end, text.slice(start, end).repeat(1 + random.int(random.chance(0.1) ? 40 : 2)));
  },
  (text, random) => {
    const [start, end] = partAt(text, random);
    const rest = text.slice(0, start) + text.slice(end);
    return insert(rest, lineStart(rest, random), text.slice(start, end));
  },
  (text, random, other) => {
    const source = other();
    const [start, end] = partAt(source, random);
    return insert(text, lineStart(text, random), source.slice(start, end));
  },
  // Whole files.
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => text.slice(random.int(Math.min(text.length, 200) + 1)),
  (text, random, other) => {
    const source = other();
    return text.slice(0, place(text, random)) + source.slice(place(source, random));
  },
  (text, random, other) => insert(text, lineStart(text, random), other()),
  (text, random) => {
    const [start, end] = stretch(text, random, 400);
    return insert(text, end, text.slice(start, end).repeat(1 + random.int(random.chance(0.1) ? 100 : 4)));
  },
  (text, random) => {
    const [start, end] = stretch(text, random, 300);
    const encoded = Buffer.from(text.slice(start, end), "latin1").toString("base64");
    return text.slice(0, start) + encoded + text.slice(end);
  },
  (text, random) =>
    text.replaceAll(random.pick(["b", "o", "--", "=", '"', ";"]), random.pick(["", "b", " ", "\0", "--"])),
];

/** Applies one to eight edits. `other` gives another file, for splices. */
export function mutate(text: string, random: Random, other: () => string): string {
  const count = 1 + random.int(EDITS_MAX);
  let edited = text;
  for (let n = 0; n < count; n++) edited = random.pick(edits)(edited, random, other).slice(0, BYTES_MAX);
  return edited;
}
