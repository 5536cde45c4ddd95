/** MimeKit's mbox tests: for each message and part of an mbox its offsets and type, with LF and with CRLF. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  asList,
  asObject,
  asText,
  type ExpectedMailbox,
  type ExpectedMessage,
  type ExpectedSpan,
  filesBelow,
  type Json,
  readJson,
  silent,
  withCrlf,
} from "./expected.ts";

export function mimeKitMailboxes(folder: string): readonly ExpectedMailbox[] {
  return offsetFiles(folder).map(({ name, bytes, messages }) => ({
    name,
    bytes,
    starts: messages.map((message) => Number(message["beginOffset"])),
  }));
}

/** The messages where MimeKit cuts them. */
export function mimeKitMessages(folder: string): readonly ExpectedMessage[] {
  return offsetFiles(folder).flatMap(({ name, bytes, messages }) =>
    messages.map((message, index) => {
      const start = Number(message["beginOffset"]);
      const spans = spansOf(asObject(message["body"]), start);
      return {
        ...silent,
        name: `${name} ${index + 1}`,
        bytes: bytes.subarray(start, Number(message["endOffset"])),
        leafCount: spans.length,
        types: spans.map(({ type }) => type),
        spans,
      };
    }),
  );
}

interface OffsetFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly messages: readonly Json[];
}

function offsetFiles(folder: string): readonly OffsetFile[] {
  return filesBelow(folder, "-offsets.json").flatMap((name) => {
    const [, base, ends] = /^(.*)\.(dos|unix)-offsets\.json$/.exec(name) ?? [];
    const mbox = join(folder, `${base}.mbox.txt`);
    if (base === undefined || !existsSync(mbox)) return [];
    const bytes = readFileSync(mbox);
    return [
      {
        name,
        bytes: ends === "dos" ? withCrlf(bytes) : bytes,
        messages: asList(readJson(join(folder, name))).map(asObject),
      },
    ];
  });
}

function spansOf(part: Json, base: number): readonly ExpectedSpan[] {
  const inner = asObject(part["message"]);
  const children = inner["body"] === undefined ? asList(part["children"]) : [inner["body"]];
  if (children.length > 0) return children.flatMap((child) => spansOf(asObject(child), base));
  const type = asText(part["mimeType"]) ?? "";
  return [{ type, start: Number(part["headersEndOffset"]) - base, end: Number(part["endOffset"]) - base }];
}
