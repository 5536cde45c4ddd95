/** Messages of the largest size that is analysed, of the kinds that cost most memory: a few bytes that repeat, in one encoding or several. */
import { limits } from "../src/base/limits.ts";

/** Makes a message of about `bytes`, never more. */
type Make = (bytes: number) => Buffer;

const HEAD =
  "From: Ada Marsh <ada@example.org>\nTo: bo@example.net\nSubject: large\nDate: Mon, 25 Mar 2024 10:20:30 +0100\n";
/** In two bytes each a character: the engine keeps such a text in twice its units. */
const TEXT = "<p>Příliš žluťoučký kůň: <b>zpráva</b> č. 12345, <i>další</i> řádek textu.</p>\n";
const PLAIN = "Příliš žluťoučký kůň, zpráva č. 12345, další řádek textu. www.example.org/a\n";

function filled(text: string, bytes: number, encoding: BufferEncoding = "utf8"): Buffer {
  const one = Buffer.from(text, encoding);
  return Buffer.alloc(Math.floor(bytes / one.length) * one.length, one);
}

function base64(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 57 * 1024) {
    const digits = bytes.toString("base64", at, Math.min(at + 57 * 1024, bytes.length));
    lines.push(Buffer.from(digits.replace(/.{1,76}/g, "$&\n")));
  }
  return Buffer.concat(lines);
}

/** Of what base64 makes `bytes`. */
function beforeBase64(bytes: number): number {
  return Math.floor((bytes * 57) / 77);
}

function quoted(text: string): string {
  const escaped = Array.from(Buffer.from(text), (byte) =>
    byte > 0x7e || byte === 0x3d ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
  );
  return escaped.join("");
}

function whole(fields: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${HEAD}MIME-Version: 1.0\n${fields}\n\n`), body]);
}

function layered(depth: number, bytes: number): Buffer {
  let room = bytes;
  for (let n = 0; n < depth; n += 1) room = beforeBase64(room) - 128;
  let body = filled(TEXT, room);
  for (let n = 0; n < depth; n += 1) body = base64(body);
  return body;
}

function manyParts(bytes: number, count: number, one: (room: number) => string): Buffer {
  const room = Math.floor(bytes / count) - 100;
  return Buffer.from(`${`--b\n${one(room)}\n`.repeat(count)}--b--\n`);
}

const HTML = "Content-Type: text/html; charset=utf-8";
const MULTIPART = "Content-Type: multipart/mixed; boundary=b";
const BASE64 = "\nContent-Transfer-Encoding: base64";
const QUOTED = "\nContent-Transfer-Encoding: quoted-printable";

// biome-ignore format: a table reads by column
export const kinds: readonly (readonly [kind: string, make: Make])[] = [
  ["plain",              (n) => whole("Content-Type: text/plain; charset=utf-8", filled(PLAIN, n))],
  ["plain, 16-bit",      (n) => whole(`Content-Type: text/plain; charset=utf-16${BASE64}`, base64(filled(PLAIN, beforeBase64(n), "utf16le")))],
  ["plain, 2022-jp",     (n) => whole("Content-Type: text/plain; charset=iso-2022-jp", filled("\x1b$B$3$l$OF|K\\8l\x1b(B www.example.org\n", n, "latin1"))],
  ["plain, utf-7",       (n) => whole("Content-Type: text/plain; charset=utf-7", filled("+AWEBfgFh- text +ADw-b+AD4- www.example.org\n", n))],
  ["html",               (n) => whole(HTML, filled(TEXT, n))],
  ["html, base64",       (n) => whole(HTML + BASE64, base64(filled(TEXT, beforeBase64(n))))],
  ["html, quoted",       (n) => whole(HTML + QUOTED, filled(quoted(TEXT), n))],
  ["html, broken quoted",(n) => whole(HTML + QUOTED, filled(`${quoted(TEXT)}==3 =zz =\n3D`, n))],
  ["html, 16-bit",       (n) => whole(`Content-Type: text/html; charset=utf-16${BASE64}`, base64(filled(TEXT, beforeBase64(n), "utf16le")))],
  ["html, charsets",     (n) => whole("Content-Type: text/html; charset=utf-7", filled(`<meta charset=utf-8>+ADw-b+AD4-${TEXT}`, n))],
  ["html, damaged base64", (n) => whole(HTML + BASE64, Buffer.concat([base64(filled(TEXT, beforeBase64(n - 100))), Buffer.from("!<b>===\nPGI+\n")]))],
  ["html, two fields",   (n) => whole(`${HTML}\n${HTML.replace("html", "plain")}\nContent-Transfer-Encoding: 8bit${BASE64}`, base64(filled(TEXT, beforeBase64(n))))],
  ["undeclared base64",  (n) => whole("Content-Type: text/plain", base64(filled(TEXT, beforeBase64(n))))],
  ["four layers",        (n) => whole(`Content-Type: text/plain${BASE64}`, layered(4, n))],
  ["mail in base64",     (n) => whole(`Content-Type: application/octet-stream${BASE64}`, base64(whole(HTML, filled(TEXT, beforeBase64(n) - 400))))],
  ["mail in 16-bit",     (n) => Buffer.from(whole(HTML, filled(TEXT, n / 2 - 1000)).toString("latin1"), "utf16le")],
  ["parts",              (n) => whole(MULTIPART, manyParts(n, 9_900, (room) => `${HTML}\n\n${TEXT.repeat(room / 100)}`))],
  ["parts, base64",      (n) => whole(MULTIPART, manyParts(n, 9_900, (room) => `${HTML}${BASE64}\n\n${base64(filled(TEXT, beforeBase64(room - 100)))}`))],
  ["parts, three large", (n) => whole(MULTIPART, manyParts(n, 3, (room) => `${HTML}${BASE64}\n\n${base64(filled(TEXT, beforeBase64(room - 100)))}`))],
  ["parts, two types",   (n) => whole(`${MULTIPART}\nContent-Type: text/html`, manyParts(n, 300, (room) => `${HTML}\nContent-Type: text/plain${BASE64}\n\n${base64(filled(TEXT, beforeBase64(room - 200)))}!`))],
  ["loads",              (n) => whole(HTML, filled('<img src="http://t.example/p/aaaaaaaaaaaa?u=aaaaaaaaaaaaaaaaaaa" width=1 height=1>\n', n))],
  ["indented uuencode",  (n) => whole("Content-Type: text/plain", Buffer.concat([Buffer.from(" begin 644 a.html\n"), filled(` M${"9".repeat(60)}\n`, n - 100), Buffer.from(" `\n end\n")]))],
];

/** The largest message of a kind that is analysed, one of several that differ. */
export function largest(make: Make, index: number): Buffer {
  const prefix = Buffer.from(`X-Number: ${index}\n`);
  const made = make(limits.messageBytesMax - 1024);
  return Buffer.concat([prefix, made.subarray(0, limits.messageBytesMax - prefix.length)]);
}
