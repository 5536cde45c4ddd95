/**
 * Files that came with a message, by name, size and hashes: what published indicators name them by. Pure and total; each file is decoded once
 * within `limits.decodedBytesMax`, and what is not whole has no hash.
 */
import { hash } from "node:crypto";
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { AttachedFileRecord } from "../case/record.ts";
import { decodeBody } from "../mail/body.ts";
import { decodeEncodedWords } from "../mail/encoded-words.ts";
import type { Entity, Message } from "../mail/message.ts";

const NAME_CHARS_MAX = 255;

/** `isWhole`: all bytes of the message are here; else the file that runs to the end may be cut. */
export function attachedFiles(
  message: Message,
  files: readonly Entity[],
  isWhole: boolean,
): { readonly attached: readonly AttachedFileRecord[]; readonly problems: readonly Problem[] } {
  const attached = files.slice(0, limits.attachedFilesMax).map((entity) => attachedFile(message, entity, isWhole));
  return { attached, problems: files.length > attached.length ? [{ code: "limit.attached-files" }] : [] };
}

function attachedFile(message: Message, entity: Entity, isWhole: boolean): AttachedFileRecord {
  const { bytes, problems } = decodeBody(message, entity);
  const isCut = problems.some(({ code }) => code.startsWith("limit."));
  const isAll = !isCut && (isWhole || entity.body.end < message.bytes.length) && bytes.length > 0;
  const of = (algorithm: string): string => (isAll ? hash(algorithm, bytes, "hex") : "");
  return { name: nameOf(entity), size: bytes.length, sha256: of("sha256"), sha1: of("sha1"), md5: of("md5") };
}

function nameOf({ disposition, mediaType }: Entity): string {
  const name = disposition?.parameters.get("filename") ?? mediaType.parameters.get("name") ?? "";
  return decodeEncodedWords(name).slice(0, NAME_CHARS_MAX);
}
