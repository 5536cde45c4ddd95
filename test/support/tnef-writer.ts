/** Makes TNEF streams (MS-OXTNEF) of invented items. */
import { cellsOf, type MapiAttachment, type MapiItem, type MapiValues, PSETID_COMMON_BYTES } from "./mapi-values.ts";

const MESSAGE_INTERFACE = Buffer.from("0703020000000000c000000000000046", "hex");

export function writeTnef({ properties, recipients = [], attachments = [] }: MapiItem): Buffer {
  const parts = [header(), attribute(1, 0x9003, propertyList(properties))];
  if (recipients.length > 0) {
    parts.push(
      attribute(1, 0x9004, Buffer.concat([word(recipients.length), ...recipients.map((row) => propertyList(row))])),
    );
  }
  for (const attachment of attachments) {
    parts.push(attribute(2, 0x9002, Buffer.alloc(14)), attribute(2, 0x9005, attachmentList(attachment)));
  }
  return Buffer.concat(parts);
}

export function header(): Buffer {
  return Buffer.from("789f3e220100", "hex");
}

/** With its checksum. */
export function attribute(level: number, id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head[0] = level;
  head.writeUInt16LE(id, 1);
  head.writeUInt16LE(6, 3);
  head.writeUInt32LE(data.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0));
  return Buffer.concat([head, data, sum]);
}

function attachmentList({ properties, item }: MapiAttachment): Buffer {
  if (item === undefined) return propertyList(properties);
  const list = propertyList(properties);
  const value = Buffer.concat([MESSAGE_INTERFACE, writeTnef(item)]);
  list.writeUInt32LE(list.readUInt32LE(0) + 1, 0);
  return Buffer.concat([list, tag(0x3701, 0xd), word(1), word(value.length), padded(value)]);
}

export function propertyList(values: MapiValues): Buffer {
  const cells = cellsOf(values, []);
  const parts: Buffer[] = [word(cells.length)];
  for (const { id, lid, type, bytes, isFixed } of cells) {
    parts.push(tag(id, type));
    if (lid !== null) parts.push(PSETID_COMMON_BYTES, word(0), word(lid));
    if (isFixed) parts.push(bytes.subarray(0, type === 0x40 ? 8 : 4));
    else parts.push(word(1), word(bytes.length), padded(bytes));
  }
  return Buffer.concat(parts);
}

function tag(id: number, type: number): Buffer {
  return word(id * 0x10000 + type);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
