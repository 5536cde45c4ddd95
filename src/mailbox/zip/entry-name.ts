/**
 * Names of zip entries. A name is only ever shown and used as a label, never as a path on disk, so every name is taken;
 * those that aim at a program which would unpack them are marked (HM-144).
 */
import { isUtf8 } from "node:buffer";
import { getFileNameLowLevel, parseExtraFields } from "yauzl";

const FLAG_UTF8 = 0x800;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i;

/** UTF-8 where it is UTF-8 (many programs forget to say so), else code page 437 (APPNOTE appendix D). */
export function entryName(raw: Buffer, flags: number, extra: Buffer): string {
  const isText = isUtf8(raw);
  return getFileNameLowLevel(isText ? flags | FLAG_UTF8 : flags & ~FLAG_UTF8, raw, extraFields(extra), true);
}

function extraFields(extra: Buffer) {
  try {
    return parseExtraFields(extra);
  } catch {
    return [];
  }
}

/** Absolute, climbing, with drive letter or device name, backslashes or control characters, or no name at all. */
export function isOddName(name: string): boolean {
  if (name === "" || /^[/\\]|^[a-z]:|\\|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/iu.test(name)) return true;
  return name.split("/").some((part) => part === ".." || DEVICE.test(part));
}
