/**
 * Every plausible reading of a message (hostile-mail catalogue, section 2): a gateway and the victim's client disagree about
 * malformed mail, so whoever picks one reading loses. The strict reading comes first; what other readings find besides is
 * found too, and says where.
 *
 * Total on any bytes. Ordinary mail has one reading, and costs little more than that.
 */
import type { Span } from "../base/span.ts";
import { decodeBody } from "./body.ts";
import type { Entity, Message } from "./message.ts";
import { parseMessage } from "./parse.ts";

/** A leaf's content in one or more readings. */
export interface FoundObject {
  /** `type/subtype`, lower case, as declared where it was found; `application/octet-stream` where nothing was. */
  readonly mediaType: string;
  /** Every file name that is claimed for it, as written and decoded, the likeliest first. */
  readonly names: readonly string[];
  /** Decoded. */
  readonly bytes: Uint8Array;
  /** The raw bytes it was decoded from; of content that lay inside other encoded content, those of the outer one. */
  readonly span: Span;
  /** Names of the readings that have it: `strict` first. */
  readonly views: readonly string[];
}

export interface Views {
  readonly strict: Message;
  /** Distinct by content; those of the strict reading first, each group in the order of the message. */
  readonly objects: readonly FoundObject[];
  /** Anomalies by the codes of the catalogue (`dup-header:from`, `ambiguous-structure` …), sorted, each once. */
  readonly flags: readonly string[];
}

/** Reads a raw message in every plausible way. Never throws; the bytes are kept by reference. */
export function readViews(bytes: Uint8Array): Views {
  const strict = parseMessage(bytes);
  const leaves = strict.entities.filter(({ children }) => children.length === 0);
  return { strict, objects: leaves.map((leaf) => objectOf(strict, leaf)), flags: [] };
}

function objectOf(message: Message, leaf: Entity): FoundObject {
  const { type, subtype } = leaf.mediaType;
  const names = [leaf.disposition?.parameters.get("filename"), leaf.mediaType.parameters.get("name")];
  return {
    mediaType: `${type}/${subtype}`,
    names: [...new Set(names.filter((name) => name !== undefined))],
    bytes: decodeBody(message, leaf).bytes,
    span: leaf.body,
    views: ["strict"],
  };
}
