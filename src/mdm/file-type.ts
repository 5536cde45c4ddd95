/** What a file is by its first bytes, in the words of the model's closed list (mdm.md, 6); `unknown` for everything else. */
import { Buffer } from "node:buffer";

// biome-ignore format: a table reads by column
const MAGICS: readonly (readonly [magic: string, type: string])[] = [
  ["%PDF-",              "pdf"],
  ["\x89PNG\r\n\x1a\n",  "png"],
  ["\xff\xd8\xff",       "jpg"],
  ["GIF8",               "gif"],
  ["PK\x03\x04",         "zip"],
  ["Rar!\x1a\x07",       "rar"],
  ["7z\xbc\xaf\x27\x1c", "7z"],
  ["\x1f\x8b",           "gz"],
  ["{\\rt",              "rtf"],
  ["MZ",                 "exe"],
  ["\x7fELF",            "elf"],
  ["BEGIN:VCALENDAR",    "ics"],
];

export function fileTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString("latin1");
  const known = MAGICS.find(([magic]) => head.startsWith(magic));
  if (known !== undefined) return known[1];
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)\b/i.test(head)) return "html";
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<svg\b/i.test(head) ? "svg" : "unknown";
}
