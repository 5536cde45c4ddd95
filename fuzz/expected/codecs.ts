/** Encoded files with the decoded ones beside them (MimeKit, GMime), each made the body of a message of one part. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ExpectedMessage, silent } from "./expected.ts";

// biome-ignore format: a table reads by column
const PAIRS: readonly (readonly [encoded: string, decoded: string, encoding: string])[] = [
  ["mimekit/encoders/photo.b64",        "mimekit/encoders/photo.jpg",     "base64"],
  ["mimekit/encoders/photo.uu",         "mimekit/encoders/photo.jpg",     "x-uuencode"],
  ["mimekit/encoders/wikipedia.qp",     "mimekit/encoders/wikipedia.txt", "quoted-printable"],
  ["gmime/encodings/photo.b64",         "gmime/encodings/photo.jpg",      "base64"],
  ["gmime/encodings/photo.uu",          "gmime/encodings/photo.jpg",      "x-uuencode"],
  ["gmime/encodings/wikipedia.qp",      "gmime/encodings/wikipedia.txt",  "quoted-printable"],
];
/** Parts of a message whose whole is beside them. */
const PARTS: readonly (readonly [part: string, decoded: string])[] = [
  ["gmime/mime-part/raptors.b64.txt", "gmime/mime-part/raptors.png"],
  ["gmime/mime-part/raptors.uu.txt", "gmime/mime-part/raptors.png"],
];
/** yEnc in two posts: each has the bytes that its `=ypart` line names. */
const POSTS: readonly (readonly [post: string, decoded: string])[] = [
  ["mimekit/yenc/00000020.ntx", "mimekit/yenc/joystick.jpg"],
  ["mimekit/yenc/00000021.ntx", "mimekit/yenc/joystick.jpg"],
];

export function codecMessages(folder: string): readonly ExpectedMessage[] {
  const read = (name: string) => readFileSync(join(folder, name));
  const has = ([given, decoded]: readonly string[]) =>
    [given, decoded].every((name) => existsSync(join(folder, name ?? "")));
  const expect = (name: string, bytes: Buffer, content: Buffer): ExpectedMessage => ({
    ...silent,
    name,
    bytes,
    leaves: [{ kind: "binary", content }],
  });
  return [
    ...PAIRS.filter(has).map(([encoded, decoded, encoding]) =>
      expect(encoded, wrapped(read(encoded), encoding), read(decoded)),
    ),
    ...PARTS.filter(has).map(([part, decoded]) => expect(part, read(part), read(decoded))),
    ...POSTS.filter(has).map(([post, decoded]) => expect(post, read(post), slice(read(post), read(decoded)))),
  ];
}

function wrapped(body: Buffer, encoding: string): Buffer {
  const type = encoding === "quoted-printable" ? "text/plain; charset=utf-8" : "image/jpeg";
  const header = `From: ada@example.org\nMIME-Version: 1.0\nContent-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n`;
  return Buffer.concat([Buffer.from(header), body]);
}

function slice(post: Buffer, whole: Buffer): Buffer {
  const [, begin, end] = /^=ypart begin=(\d+) end=(\d+)/m.exec(post.toString("latin1")) ?? [];
  return whole.subarray(Number(begin) - 1, Number(end));
}
