/**
 * What lies in Outlook's own containers, as objects of the message that carries them: the bodies and attachments of a
 * `winmail.dat`, and a `.msg` as the message it holds. Pure and total; bounded by `limits` and a budget for what comes out.
 */
import type { Problem } from "../base/problem.ts";
import { toBuffer } from "./bytes.ts";
import { bodiesOf, rawRtfOf } from "./outlook/bodies.ts";
import { isCompoundFile, openCompoundFile } from "./outlook/compound-file.ts";
import type { OutlookAttachment, OutlookItem } from "./outlook/item.ts";
import { ItemBudget } from "./outlook/item-budget.ts";
import { openMsgFile } from "./outlook/msg-file.ts";
import type { Observable } from "./outlook/observables.ts";
import { ids } from "./outlook/properties.ts";
import { memoryBytes } from "./outlook/random-bytes.ts";
import { attachmentName, rebuildMessage } from "./outlook/rebuild.ts";
import { parseTnef } from "./tnef.ts";

export interface OutlookObject {
  /** `type/subtype`, lower case; `application/octet-stream` where nothing fitting is claimed. */
  readonly mediaType: string;
  /** Of text; empty when unknown or none. */
  readonly charset: string;
  /** Every name that is claimed, the likeliest first. */
  readonly names: readonly string[];
  readonly bytes: Uint8Array;
  /** A message made here of an item; its fields name the item's observables. */
  readonly isRebuilt: boolean;
}

export interface OutlookObjects {
  readonly objects: readonly OutlookObject[];
  /** Properties that point to a server or a share, of an item that is no object itself. */
  readonly observables: readonly Observable[];
  readonly problems: readonly Problem[];
}

/** Decompressed bodies and base64 of items inside make more of the bytes than they are. */
const BYTES_PER_BYTE = 4;
const BYTES_FREE = 1024 * 1024;

/** Bodies (and the RTF that one was wrapped in), then attachments, in the order of the container; items inside are `message/rfc822`, rebuilt. */
export function tnefObjects(bytes: Uint8Array): OutlookObjects {
  const reading = parseTnef(bytes);
  const { item, observables } = reading;
  if (item === null) return { objects: [], observables, problems: reading.problems };
  const budget = budgetFor(bytes);
  const objects: OutlookObject[] = bodiesOf(item, budget).map((body) => ({ ...body, names: [], isRebuilt: false }));
  const rtf = objects.some(({ mediaType }) => mediaType === "text/rtf") ? null : rawRtfOf(item, budget);
  if (rtf !== null) objects.push({ mediaType: "text/rtf", charset: "", names: [], bytes: rtf, isRebuilt: false });
  for (const attachment of item.attachments) objects.push(...objectsOf(attachment, budget));
  return { objects, observables, problems: [...reading.problems, ...budget.problems] };
}

/** The message of a `.msg` or `.oft`; nothing for other bytes, other compound files among them. Its fields name its observables. */
export function msgObjects(bytes: Uint8Array): OutlookObjects {
  const budget = budgetFor(bytes);
  const item = isCompoundFile(bytes) ? openMsgFile(memoryBytes(bytes), budget) : null;
  if (item === null) return { objects: [], observables: [], problems: budget.problems };
  const objects = [messageObject(item, [], budget)];
  return { objects, observables: [], problems: budget.problems };
}

/** True for a compound file whose directory can be read and holds what no item has: the document of another program. */
export function isOtherDocument(bytes: Uint8Array): boolean {
  const budget = budgetFor(bytes);
  const file = openCompoundFile(memoryBytes(bytes), budget);
  const entries = file?.root ? file.children(file.root) : [];
  return entries.length > 0 && !entries.some(({ name }) => name.startsWith("__")) && budget.problems.length === 0;
}

function budgetFor(bytes: Uint8Array): ItemBudget {
  return new ItemBudget(bytes.length * BYTES_PER_BYTE + BYTES_FREE);
}

function objectsOf({ properties, content }: OutlookAttachment, budget: ItemBudget): readonly OutlookObject[] {
  const long = attachmentName(properties);
  const names = [...new Set([long, properties.text(ids.attachShortName) ?? ""])].filter((name) => name !== "");
  const claimed = (properties.text(ids.attachMimeType) ?? "").trim().toLowerCase();
  const mediaType = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(claimed) ? claimed : "application/octet-stream";
  switch (content.kind) {
    case "item": {
      const item = content.item();
      if (item === null) budget.note("outlook.no-item");
      return item === null ? [] : [messageObject(item, names, budget)];
    }
    case "parts":
      return content.parts.map((part) => ({
        mediaType,
        charset: "",
        names: [part.name],
        bytes: concat(part.chunks()),
        isRebuilt: false,
      }));
    case "file":
      return [{ mediaType, charset: "", names, bytes: concat(content.chunks()), isRebuilt: false }];
    case "none":
      return [];
  }
}

function messageObject(item: OutlookItem, names: readonly string[], budget: ItemBudget): OutlookObject {
  return {
    mediaType: "message/rfc822",
    charset: "",
    names,
    bytes: concat(rebuildMessage(item, budget)),
    isRebuilt: true,
  };
}

function concat(chunks: Iterable<Uint8Array>): Buffer {
  const all = [...chunks];
  return all.length === 1 && all[0] !== undefined ? toBuffer(all[0]) : Buffer.concat(all);
}
