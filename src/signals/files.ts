/** What is odd about the files of a message, by the flags of the hostile-mail catalogue, section G. */
import type { FoundObject } from "../mail/views/found-objects.ts";
import { isDisguised } from "./file-names.ts";
import { typeFlags } from "./file-types.ts";

/**
 * `disguised-extension`, `polyglot`, `type-mismatch`, each once. Bodies without a name that are texts are no files: the look
 * at them is one comparison.
 */
export function fileFlags(objects: readonly FoundObject[]): readonly string[] {
  const flags = new Set<string>();
  for (const object of objects) {
    if (object.names.length > 0 && isDisguised(object.names)) flags.add("disguised-extension");
    if (object.names.length === 0 && object.mediaType.startsWith("text/") && !mayBeFile(object.bytes)) continue;
    for (const flag of typeFlags(object)) flags.add(flag);
  }
  return [...flags];
}

/** First bytes of programs and archives: `MZ`, `PK`, `Rar!`, `7z`, and bytes that are no text. */
function mayBeFile(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  if (first === 0x4d) return second === 0x5a;
  if (first === 0x50) return second === 0x4b;
  if (first === 0x52) return second === 0x61;
  return first === 0x7f || first === 0x37 || first > 0x7e;
}
