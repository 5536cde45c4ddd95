/**
 * Windows shortcuts (MS-SHLLINK 2): what they start, with which arguments, and what the machine that made them told of itself.
 *
 *     header 76 | target id list? | link info? | name? relative path? working folder? arguments? icon? | extra blocks
 *
 * Pure and total: what lies outside the file is empty. Strings are at most 65,535 characters by their format.
 */
import { isShellLink } from "./call-home-files.ts";

export interface ShellLink {
  /** Each is empty where the file has none. */
  readonly name: string;
  readonly relativePath: string;
  readonly workingFolder: string;
  readonly commandLineArguments: string;
  readonly iconLocation: string;
  readonly localBasePath: string;
  readonly volumeLabel: string;
  readonly driveType: string;
  /** Eight hex digits. */
  readonly driveSerial: string;
  readonly machineId: string;
  /** Of the network card of that machine, out of the identifier of the file. */
  readonly macAddress: string;
  /** Bit field: 1 normal, 3 maximised, 7 minimised. */
  readonly showCommand: number;
}

const HEADER_BYTES = 76;
const FLAGS = { IDS: 1, INFO: 2, NAME: 4, PATH: 8, FOLDER: 16, ARGUMENTS: 32, ICON: 64, UNICODE: 128 } as const;
// biome-ignore format: a table reads by column
const DRIVES = ["DRIVE_UNKNOWN", "DRIVE_NO_ROOT_DIR", "DRIVE_REMOVABLE", "DRIVE_FIXED", "DRIVE_REMOTE", "DRIVE_CDROM", "DRIVE_RAMDISK"];

export function readShellLinkFields(bytes: Buffer): ShellLink | null {
  if (!isShellLink(bytes) || bytes.length < HEADER_BYTES) return null;
  const flags = bytes.readUInt32LE(20);
  let at = HEADER_BYTES;
  if ((flags & FLAGS.IDS) !== 0) at += 2 + uint16(bytes, at);
  const info = (flags & FLAGS.INFO) !== 0 ? linkInfo(bytes.subarray(at, at + uint32(bytes, at))) : NO_INFO;
  if ((flags & FLAGS.INFO) !== 0) at += uint32(bytes, at);
  const charBytes = (flags & FLAGS.UNICODE) !== 0 ? 2 : 1;
  const next = (flag: number): string => {
    if ((flags & flag) === 0 || at + 2 > bytes.length) return "";
    const end = at + 2 + uint16(bytes, at) * charBytes;
    const text = bytes.toString(
      charBytes === 2 ? "utf16le" : "latin1",
      Math.min(at + 2, bytes.length),
      Math.min(end, bytes.length),
    );
    at = end;
    return text;
  };
  const strings = {
    name: next(FLAGS.NAME),
    relativePath: next(FLAGS.PATH),
    workingFolder: next(FLAGS.FOLDER),
    commandLineArguments: next(FLAGS.ARGUMENTS),
    iconLocation: next(FLAGS.ICON),
  };
  return { ...strings, ...info, ...trackerOf(bytes), showCommand: bytes.readUInt32LE(60) };
}

type Info = Pick<ShellLink, "localBasePath" | "volumeLabel" | "driveType" | "driveSerial">;
const NO_INFO: Info = { localBasePath: "", volumeLabel: "", driveType: "", driveSerial: "" };

/** 2.3: offsets count from its own first byte. */
function linkInfo(info: Buffer): Info {
  if (info.length < 28 || (uint32(info, 8) & 1) === 0) return NO_INFO;
  const volume = info.subarray(Math.min(info.length, uint32(info, 12)));
  return {
    localBasePath: zeroEnded(info, uint32(info, 16)),
    driveType: DRIVES[uint32(volume, 4)] ?? "",
    driveSerial: volume.length < 12 ? "" : uint32(volume, 8).toString(16).toUpperCase().padStart(8, "0"),
    volumeLabel: zeroEnded(volume, uint32(volume, 12)),
  };
}

const TRACKER = Buffer.from("60000000030000a058000000", "hex");

/** 2.5.10: the block of 96 bytes that the link tracking service leaves. */
function trackerOf(bytes: Buffer): Pick<ShellLink, "machineId" | "macAddress"> {
  const at = bytes.indexOf(TRACKER, HEADER_BYTES);
  if (at < 0 || at + 96 > bytes.length) return { machineId: "", macAddress: "" };
  const node = bytes.subarray(at + 16 + 16 + 16 + 10, at + 16 + 16 + 16 + 16);
  const macAddress = [...node].map((byte) => byte.toString(16).padStart(2, "0")).join(":");
  return { machineId: zeroEnded(bytes.subarray(at + 16, at + 32), 0), macAddress };
}

function zeroEnded(bytes: Buffer, from: number): string {
  if (from <= 0 && bytes.length === 0) return "";
  if (from >= bytes.length) return "";
  const end = bytes.indexOf(0, from);
  return bytes.toString("latin1", from, Math.min(end < 0 ? bytes.length : end, from + 4_096));
}

function uint16(bytes: Buffer, at: number): number {
  return at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0;
}

function uint32(bytes: Buffer, at: number): number {
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
}
