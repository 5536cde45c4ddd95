import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parseAddressList } from "../../src/mail/addresses.ts";
import { decodeBody, decodeText } from "../../src/mail/body.ts";
import { parseDate } from "../../src/mail/dates.ts";
import { displayText, fieldText } from "../../src/mail/headers.ts";
import type { Entity, Message } from "../../src/mail/message.ts";
import { parseMessageIds } from "../../src/mail/message-id.ts";
import { parseStructured } from "../../src/mail/parameters.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { receivedDate } from "../../src/mail/received.ts";
import { findUuencoded } from "../../src/mail/uuencode.ts";
import { mailBytes, mailLines, runs } from "./random-mail.ts";

interface Range {
  readonly start: number;
  readonly end: number;
}

function assertWithin(inner: Range, outer: Range): void {
  assert.ok(
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
    JSON.stringify({ inner, outer }),
  );
}

/** Header and body tile the entity; fields lie in the header, children in the body, in order. */
function assertTiles(entity: Entity): void {
  const { span, headers, body } = entity;
  assert.deepEqual([headers.span.start, headers.span.end, body.end], [span.start, body.start, span.end]);
  assertWithin(span, span);
  let at = headers.span.start;
  for (const field of headers.fields) {
    assertWithin(field.span, { start: at, end: headers.span.end });
    assertWithin(field.value, field.span);
    at = field.span.end;
  }
  at = body.start;
  for (const child of entity.children) {
    assertWithin(child.span, { start: at, end: body.end });
    assertTiles(child);
    at = child.span.end;
  }
}

/** Everything that can be asked of a message. */
function readAll(message: Message): void {
  for (const entity of message.entities) {
    for (const field of entity.headers.fields) {
      const text = fieldText(message.bytes, field);
      assert.ok(!/[\r\n]/.test(text));
      displayText(message.bytes, field);
      parseAddressList(text);
      parseStructured(text);
      parseMessageIds(text);
      for (const date of [parseDate(text), receivedDate(text)]) assert.ok(date === null || Number.isInteger(date));
    }
    decodeBody(message, entity);
    findUuencoded(message.bytes, entity.body);
    const { text, toRaw } = decodeText(message, entity);
    const spans = [0, 1, text.length >> 1, text.length].map((start) => ({ start, end: text.length }));
    for (const span of toRaw(spans)) assertWithin(span, entity.body);
  }
}

function countEntities(entity: Entity): number {
  return entity.children.reduce((sum, child) => sum + countEntities(child), 1);
}

function assertSound(bytes: Uint8Array): void {
  const message = parseMessage(bytes);
  assert.equal(message.root.span.end, bytes.length);
  assertTiles(message.root);
  assert.equal(message.entities.length, countEntities(message.root));
  assert.equal(new Set(message.entities.map(({ path }) => path)).size, message.entities.length);
  for (const { span } of message.problems) if (span !== undefined) assertWithin(span, { start: 0, end: bytes.length });
  readAll(message);
}

describe("parseMessage is total and its spans tile", () => {
  test("random bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), assertSound), { numRuns: runs });
  });
  test("random mail", () => {
    fc.assert(fc.property(mailBytes, assertSound), { numRuns: runs });
  });
});

/** What does not depend on line ends. */
function outline(bytes: Buffer): unknown {
  const message = parseMessage(bytes);
  return message.entities.map((entity) => ({
    path: entity.path,
    fields: entity.headers.fields.map((field) => [field.key, fieldText(bytes, field)]),
    type: [entity.mediaType.type, entity.mediaType.subtype, [...entity.mediaType.parameters]],
    encoding: entity.transferEncoding,
    text: entity.children.length > 0 ? "" : decodeText(message, entity).text.replaceAll("\r\n", "\n"),
  }));
}

test("CRLF and LF give the same fields, structure and text", () => {
  const lines = mailLines.filter((list) => list.length > 1);
  fc.assert(
    fc.property(lines, (list) => {
      assert.deepEqual(outline(Buffer.from(list.join("\r\n"))), outline(Buffer.from(list.join("\n"))));
    }),
    { numRuns: runs },
  );
});

const rich = [
  "From: Ada Example <ada@example.org>",
  "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=",
  'Content-Type: multipart/mixed; boundary="outer"',
  "",
  "preamble",
  "--outer",
  "Content-Type: multipart/alternative; boundary=inner",
  "",
  "--inner",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: quoted-printable",
  "",
  "Gr=C3=BC=C3=9Fe =",
  "aus K=C3=B6ln",
  "--inner",
  "Content-Type: text/html",
  "Content-Transfer-Encoding: base64",
  "",
  "PGI+aGVsbG88L2I+",
  "--inner--",
  "--outer",
  "Content-Type: message/rfc822",
  "",
  "Subject: inner",
  "",
  "inner text",
  "--outer",
  'Content-Disposition: attachment; filename="a.bin"',
  "",
  "attached",
  "--outer--",
  "epilogue",
].join("\r\n");

test("cut at every byte: sound, and the parts that are complete stay the same", () => {
  const bytes = Buffer.from(rich);
  const whole = parseMessage(bytes).entities;
  for (let length = 0; length <= bytes.length; length++) {
    const cut = bytes.subarray(0, length);
    assertSound(cut);
    const entities = parseMessage(cut).entities;
    for (const entity of whole) {
      // A part is complete when the line that ends it is there.
      if (entity.children.length > 0 || entity.span.end + 12 > length) continue;
      const same = entities.find(({ path }) => path === entity.path);
      assert.deepEqual(same?.span, entity.span, `${entity.path} of the message cut at ${length}`);
    }
  }
});
