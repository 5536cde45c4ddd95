/**
 * Files as rules read them (mdm.md, 4.8): the type by content, names and types as declared, hashes of the decoded bytes. Everything is
 * worked out when it is asked for, once. Pure and total.
 */
import { createHash } from "node:crypto";
import { decodeBody } from "../mail/body.ts";
import { toBuffer } from "../mail/bytes.ts";
import { decodeEncodedWords } from "../mail/encoded-words.ts";
import { fieldText, findField } from "../mail/headers.ts";
import type { Entity, Message } from "../mail/message.ts";
import type { DecodedBytes } from "../mail/transfer.ts";
import { fileKindOf } from "../parts/file-kind.ts";
import { maker } from "./model-object.ts";

export interface FileFacts {
  /** Decoded. */
  readonly bytes: () => Uint8Array;
  /** Null where none is known. */
  readonly name: string | null;
  /** `type/subtype` as declared; null where nothing is. */
  readonly contentType: string | null;
  /** Without angle brackets. */
  readonly contentId: string | null;
  readonly disposition: string | null;
  readonly transferEncoding: string | null;
}

/** Of a file that is not part of a message. */
export function looseFile(bytes: Uint8Array, name: string | null): FileFacts {
  return { bytes: () => bytes, name, contentType: null, contentId: null, disposition: null, transferEncoding: null };
}

const common = {
  file_extension: ({ name }: FileFacts) => extensionOf(name),
  file_name: ({ name }: FileFacts) => name,
  file_type: ({ bytes }: FileFacts) => fileKindOf(toBuffer(bytes())).type,
  raw: ({ bytes }: FileFacts) => bytes(),
  size: ({ bytes }: FileFacts) => bytes().length,
};

const hashes = {
  md5: ({ bytes }: FileFacts) => hashOf("md5", bytes()),
  sha1: ({ bytes }: FileFacts) => hashOf("sha1", bytes()),
  sha256: ({ bytes }: FileFacts) => hashOf("sha256", bytes()),
};

export const attachmentObject = maker<"Attachment", FileFacts>("Attachment", {
  ...common,
  ...hashes,
  content_id: ({ contentId }) => contentId,
  content_transfer_encoding: ({ transferEncoding }) => transferEncoding,
  content_type: ({ contentType }) => contentType,
  content_disposition: ({ disposition }) => disposition,
});

export const fileObject = maker<"File", FileFacts>("File", common);
export const downloadedFileObject = maker<"DownloadedFile", FileFacts>("DownloadedFile", { ...common, ...hashes });

function hashOf(algorithm: string, bytes: Uint8Array): string {
  return createHash(algorithm).update(bytes).digest("hex");
}

/** Behind the last dot, in the case it is written in; null where there is none. What systems drop from the end of a name is dropped. */
export function extensionOf(name: string | null): string | null {
  const plain = name?.slice(-NAME_CHARS_MAX).replace(/[\s.\0\p{Cf}]+$/u, "") ?? "";
  const dot = plain.lastIndexOf(".");
  return dot < 0 || dot === plain.length - 1 ? null : plain.slice(dot + 1);
}

const NAME_CHARS_MAX = 1_000;

/** A part of a message. `bodies`: what is decoded already. */
export function attachedFile(
  message: Message,
  entity: Entity,
  bodies: ReadonlyMap<Entity, DecodedBytes> | null,
): FileFacts {
  let decoded: Uint8Array | null = null;
  const { mediaType, disposition } = entity;
  return {
    bytes: () => {
      decoded ??= (bodies?.get(entity) ?? decodeBody(message, entity)).bytes;
      return decoded;
    },
    name: nameOf(entity),
    contentType: `${mediaType.type}/${mediaType.subtype}`,
    contentId: headerOf(message, entity, "content-id")?.replace(/^<|>$/g, "") ?? null,
    disposition: disposition?.kind ?? null,
    transferEncoding: headerOf(message, entity, "content-transfer-encoding")?.toLowerCase() ?? null,
  };
}

function nameOf({ disposition, mediaType }: Entity): string | null {
  const name = disposition?.parameters.get("filename") ?? mediaType.parameters.get("name");
  const decoded = name === undefined ? "" : decodeEncodedWords(name).trim();
  return decoded === "" ? null : decoded;
}

function headerOf(message: Message, { headers }: Entity, key: string): string | null {
  const field = findField(headers, key);
  return field === undefined ? null : fieldText(message.bytes, field).trim();
}
