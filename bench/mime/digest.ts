/**
 * `node bench/mime/digest.ts [SET …]`: one hash over all that the strict reading says of every file of the corpus' sets:
 * structure, spans, fields, texts with their charsets, decoded bytes, problems, and the way back to raw offsets. A change made
 * for speed must not change it.
 */
import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/base/span.ts";
import { decodeBody, decodeText } from "../../src/mail/body.ts";
import { displayText } from "../../src/mail/headers.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { unpackSet } from "../../tools/corpus.ts";

const SETS = ["phishing-pot", "parser-torture", "spamassassin", "bounces", "list-mail", "malicious-samples", "formats"];
/** Text spans that are asked back, per text. */
const ASKED_BACK = 8;

for (const set of process.argv.length > 2 ? process.argv.slice(2) : SETS) {
  const folder = unpackSet(set);
  if (folder === null) {
    console.log(`${set.padEnd(20)} is absent`);
    continue;
  }
  const hash = createHash("sha256");
  let files = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    files += 1;
    digestMessage(hash, readFileSync(path));
  }
  console.log(`${set.padEnd(20)} ${String(files).padStart(6)} files  ${hash.digest("hex")}`);
}

function digestMessage(hash: Hash, bytes: Buffer): void {
  const message = parseMessage(bytes);
  put(hash, message.problems);
  for (const entity of message.entities) {
    const { path, span, headers, body, mediaType, disposition, transferEncoding, children } = entity;
    const type = [mediaType.type, mediaType.subtype, ...mediaType.parameters];
    put(hash, [path, span, headers.span, body, type, disposition?.kind, ...(disposition?.parameters ?? [])]);
    for (const field of headers.fields) put(hash, [field.key, field.span, field.value, displayText(bytes, field)]);
    if (children.length > 0) continue;
    const decoded = decodeBody(message, entity);
    put(hash, [transferEncoding, decoded.problems]);
    hash.update(decoded.bytes);
    const text = decodeText(message, entity);
    put(hash, [text.charset, text.text.length, text.problems, text.toRaw(askedBack(text.text.length))]);
    hash.update(text.text, "utf8");
  }
}

/** Spans spread over a text. */
function askedBack(length: number): readonly Span[] {
  return Array.from({ length: ASKED_BACK }, (_, index) => {
    const start = Math.floor((length * index) / ASKED_BACK);
    return { start, end: Math.min(length, start + 1 + index) };
  });
}

function put(hash: Hash, value: unknown): void {
  hash.update(JSON.stringify(value));
}
