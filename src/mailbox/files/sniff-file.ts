/** What a file on disk is: opened, its beginning read, closed. In place, since a folder may hold a million of them. */
import { basename } from "node:path";
import { err, ok, type Result } from "../../base/result.ts";
import { type ContentKind, contentKind, SNIFF_BYTES, SNIFF_BYTES_MAX, wantsMore } from "../sniff.ts";
import type { FaultCode } from "./not-covered.ts";
import { faultOf } from "./not-covered.ts";
import { type FileState, type OpenFile, openFile } from "./open-file.ts";

export interface SniffedFile extends FileState {
  readonly kind: ContentKind;
}

const buffer = Buffer.allocUnsafeSlow(SNIFF_BYTES_MAX);

export function sniffFile(path: string): Result<SniffedFile, FaultCode> {
  const opened = openFile(path);
  if (!opened.ok) return opened;
  const file = opened.value;
  try {
    const kind = kindOf(file, basename(path));
    return ok({ kind, size: file.size, mtimeMs: file.mtimeMs });
  } catch (error) {
    return err(faultOf(error));
  } finally {
    file.close();
  }
}

const DATABASE_MAGIC = Buffer.from("SQLite format 3\0");

/** True when the file says that it is an SQLite database. */
export function isDatabase(path: string): boolean {
  const opened = openFile(path);
  if (!opened.ok) return false;
  try {
    const count = opened.value.readInPlace(buffer, 0, DATABASE_MAGIC.length, 0);
    return buffer.subarray(0, count).equals(DATABASE_MAGIC);
  } catch (error) {
    faultOf(error);
    return false;
  } finally {
    opened.value.close();
  }
}

function kindOf(file: OpenFile, name: string): ContentKind {
  let fill = file.readInPlace(buffer, 0, SNIFF_BYTES, 0);
  const kind = contentKind(buffer.subarray(0, fill), name, fill >= file.size);
  if (!wantsMore(kind) || fill >= file.size) return kind;
  fill += file.readInPlace(buffer, fill, SNIFF_BYTES_MAX - fill, fill);
  return contentKind(buffer.subarray(0, fill), name, fill >= file.size);
}
