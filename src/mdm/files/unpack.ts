/**
 * What lies in a file: members of archives, parts of documents, scripts of pages, parts of messages. One level at a time; `explode.ts`
 * walks down. Total.
 */
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { limits } from "../../base/limits.ts";
import { decodeBody } from "../../mail/body.ts";
import { decodeEncodedWords } from "../../mail/encoded-words.ts";
import { msgObjects, type OutlookObject, tnefObjects } from "../../mail/outlook-objects.ts";
import { parseMessage } from "../../mail/parse.ts";
import { readCalendar } from "../../parts/calendar.ts";
import { isoEntries } from "../../parts/iso-image.ts";
import { unlzip, unlzma, unxz } from "../../parts/lzma.ts";
import { oneNoteFiles } from "../../parts/onenote.ts";
import { pictureFile } from "../../parts/pdf-facts.ts";
import { tarEntries } from "../../parts/tar.ts";
import { unpacked, type ZipEntry } from "../../parts/zip.ts";
import type { FileNode } from "./file-node.ts";

export interface Member {
  /** Null for none. */
  readonly name: string | null;
  readonly mediaType: string;
  /** Null where it is known of, but cannot be taken out. */
  readonly bytes: Buffer | null;
  readonly source: string;
  /** As claimed, where the bytes are not there. */
  readonly size?: number;
  /** A PNG that is made when its bytes are asked for; `bytes` is null. */
  readonly png?: () => Buffer | null;
}

export interface Unpacked {
  readonly members: readonly Member[];
  /** There is more, or may be. */
  readonly isIncomplete: boolean;
}

const NONE: Unpacked = { members: [], isIncomplete: false };
const UNKNOWN: Unpacked = { members: [], isIncomplete: true };

export function unpack(node: FileNode): Unpacked {
  // In a picture that was made here lies nothing.
  if (node.isMade) return NONE;
  const { bytes } = node;
  // A program that writes pages holds their markup as text, and is no page.
  if (bytes === null || node.place.source === "script") return NONE;
  const { type, mime, flavors } = node.kind();
  if (flavors.includes("zip_file")) return zipMembers(node);
  if (flavors.includes("olecf_file"))
    return mime === "application/vnd.ms-outlook" ? outlookMembers(msgObjects(bytes)) : compoundMembers(node);
  switch (type) {
    case "pdf":
      return pdfMembers(node);
    case "html":
    case "svg":
      return pageMembers(node);
    case "rtf":
      return { members: objectsOf(node), isIncomplete: false };
    case "gz":
      return single(node, gunzipSync, /\.(?:gz|gzip)$/i);
    case "zst":
      return single(node, zstdDecompressSync, /\.zst$/i);
    case "tar":
      return tarMembers(node, bytes);
    case "iso":
      return isoMembers(node, bytes);
    case "rar":
      return listed(node, "rar");
    case "7z":
      return listed(node, "7z");
    case "cab":
      return listed(node, "cab");
    case "ics":
      return {
        members: readCalendar(bytes, node.budget).files.map((file) => ({
          ...file,
          name: file.name || null,
          source: "ics",
        })),
        isIncomplete: false,
      };
    case "xz":
      return single(node, unxz, /\.xz$/i);
    case "lz":
      return single(node, unlzip, /\.lz$/i);
    case "bz2":
    case "Z":
    case "ar":
    case "deb":
    case "rpm":
      return UNKNOWN;
    default:
      return byMime(node, bytes);
  }
}

function byMime(node: FileNode, bytes: Buffer): Unpacked {
  const { mime, flavors } = node.kind();
  if (mime === "message/rfc822" || node.content.mediaType === "message/rfc822") return messageMembers(bytes);
  if (mime === "application/vnd.ms-tnef") return outlookMembers(tnefObjects(bytes));
  if (mime === "application/onenote") return oneNoteMembers(node, bytes);
  if (mime === "application/zlib") return single(node, inflateSync, /\.zlib$/i);
  if (node.extension?.toLowerCase() === "br" && mime === "application/octet-stream")
    return single(node, brotliDecompressSync, /\.br$/i);
  if (flavors.includes("lzma_file")) return single(node, unlzma, /\.lzma$/i);
  const isArchive = flavors.some((flavor) => UNREAD_FLAVORS.has(flavor)) || UNREAD_MIMES.has(mime);
  return isArchive ? UNKNOWN : NONE;
}

function oneNoteMembers(node: FileNode, bytes: Buffer): Unpacked {
  const members = oneNoteFiles(bytes, node.budget).map(
    (file): Member => ({
      name: null,
      mediaType: "",
      source: "one",
      bytes: node.budget.takeBytes(file.length) ? file : null,
    }),
  );
  return { members, isIncomplete: false };
}

const UNREAD_MIMES: ReadonlySet<string> = new Set([
  "application/vnd.ms-htmlhelp",
  "application/x-vhd",
  "application/x-vhdx",
]);
const UNREAD_FLAVORS: ReadonlySet<string> = new Set(["xar_file", "arj_file", "cpio_file"]);

function zipMembers(node: FileNode): Unpacked {
  const entries = (node.zip() ?? []).filter(({ name }) => !name.endsWith("/"));
  const members: Member[] = [];
  const office = node.office();
  if (office !== null && office.text !== "") members.push(textMember(office.text));
  for (const entry of entries) {
    if (members.length > limits.explodeNodesMax) break;
    members.push(zipMember(entry, office === null ? "zip" : "ooxml"));
  }
  return { members, isIncomplete: false };
}

/** Taken out when the walk comes to it: what lies behind a limit costs nothing. */
function zipMember(entry: ZipEntry, source: string): Member {
  const name = entry.name;
  return { name, mediaType: "", source, size: entry.unpackedBytes, bytes: entry.isEncrypted ? null : entry.read() };
}

function textMember(text: string): Member {
  return { name: "text", mediaType: "text/plain", source: "text", bytes: Buffer.from(text, "utf8") };
}

function objectsOf(node: FileNode): readonly Member[] {
  const office = node.office();
  if (office === null) return [];
  const text = office.text === "" ? [] : [textMember(office.text)];
  return [...text, ...office.objects.map((file) => ({ ...file, source: "object" }))];
}

/** Streams as they are, text and macros of documents, packed files. Outside documents every stream is a file. */
function compoundMembers(node: FileNode): Unpacked {
  const macros = node.macros()?.modules ?? [];
  const streams = node.streams();
  if (streams === null) return UNKNOWN;
  const members: Member[] = [
    ...objectsOf(node),
    ...macros.map(
      ({ name, source }): Member => ({
        name: `${name}.vba`,
        mediaType: "",
        source: "vba",
        bytes: Buffer.from(source, "latin1"),
      }),
    ),
    ...streams.map(
      ({ path, bytes }): Member => ({ name: path.replaceAll(/\p{Cc}/gu, ""), mediaType: "", source: "ole", bytes }),
    ),
  ];
  return { members, isIncomplete: node.office()?.isEncrypted === true || node.macros()?.isCut === true };
}

function pdfMembers(node: FileNode): Unpacked {
  const pdf = node.pdf();
  if (pdf === null) return UNKNOWN;
  const members: Member[] = [
    ...(pdf.text === "" ? [] : [textMember(pdf.text)]),
    ...pdf.scripts.map(
      (script, index): Member => ({
        name: `script-${index}.js`,
        mediaType: "",
        source: "script",
        bytes: Buffer.from(script, "utf8"),
      }),
    ),
    ...pdf.files.map((file): Member => ({ ...file, source: "pdf" })),
    ...pdf.pictures.map((picture): Member => {
      const { name, bytes } = picture;
      return {
        name,
        mediaType: "",
        source: "pdf",
        bytes,
        ...(bytes === null ? { png: () => pictureFile(picture) } : {}),
      };
    }),
  ];
  return { members, isIncomplete: pdf.isEncrypted };
}

/** Programs of the page, and files in `data:` addresses. */
function pageMembers(node: FileNode): Unpacked {
  const members: Member[] = [];
  const text = node.text();
  if (text === null) return NONE;
  for (const { source, isProgram } of node.scripts()) {
    if (isProgram && source.trim() !== "") members.push(script(source, members.length));
  }
  const events = node.events();
  if (events.length > 0) members.push(script(events.join("\n;\n"), members.length));
  for (const [, mediaType = "", digits = ""] of text.text.matchAll(
    /\bdata:([\w.+/-]{0,100})(?:;[\w=-]{1,60}){0,4};base64,([A-Za-z0-9+/=\s%]{16,})/gi,
  )) {
    if (members.length > limits.explodeNodesMax) break;
    const bytes = Buffer.from(digits.replaceAll("%2B", "+").replaceAll("%2F", "/").replaceAll("%3D", "="), "base64");
    if (!node.budget.takeBytes(bytes.length)) break;
    members.push({ name: null, mediaType: mediaType.toLowerCase(), source: "data-url", bytes });
  }
  return { members, isIncomplete: text.isCut };
}

function script(source: string, index: number): Member {
  return {
    name: `script-${index}.js`,
    mediaType: "application/javascript",
    source: "script",
    bytes: Buffer.from(source, "utf8"),
  };
}

function single(
  node: FileNode,
  inflate: (data: Buffer, options: { readonly maxOutputLength: number }) => Buffer,
  extension: RegExp,
): Unpacked {
  const content = node.bytes === null ? null : unpacked(node.bytes, inflate, node.budget);
  const name =
    node.content.name === null ? null : node.content.name.replace(/\.(?:tgz|taz)$/i, ".tar").replace(extension, "");
  if (content === null)
    return { members: [{ name, mediaType: "", source: node.kind().type, bytes: null }], isIncomplete: true };
  return { members: [{ name, mediaType: "", source: node.kind().type, bytes: content }], isIncomplete: false };
}

function tarMembers(node: FileNode, bytes: Buffer): Unpacked {
  const entries = tarEntries(bytes, node.budget).filter(({ isFile }) => isFile);
  return {
    members: entries.map((entry) => ({ name: entry.name, mediaType: "", source: "tar", bytes: entry.bytes })),
    isIncomplete: false,
  };
}

function isoMembers(node: FileNode, bytes: Buffer): Unpacked {
  const entries = isoEntries(bytes, node.budget);
  if (entries === null) return UNKNOWN;
  // Files may share their bytes: what comes out is counted, not what lies there.
  const members = entries.map(
    (entry): Member => ({
      name: entry.name,
      mediaType: "",
      source: "iso",
      bytes: node.budget.takeBytes(entry.bytes.length) ? entry.bytes : null,
      size: entry.bytes.length,
    }),
  );
  return { members, isIncomplete: false };
}

const CONTAINERS =
  /\.(?:zip|rar|7z|tar|tgz|gz|bz2|xz|iso|img|cab|jar|docx?|docm|xlsx?|xlsm|xlsb|pptx?|pptm|pdf|eml|msg|html?|rtf|vhdx?|one)$/i;

function listed(node: FileNode, source: string): Unpacked {
  const listing = node.listing();
  if (listing === null) return UNKNOWN;
  const members = listing.members
    .filter(({ isFolder }) => !isFolder)
    .map(({ name, bytes, size }): Member => {
      const isOut = bytes !== null && node.budget.takeBytes(bytes.length);
      return { name, mediaType: "", source, bytes: isOut ? bytes : null, size };
    });
  // What lies in a packed container that is not opened is not known either; one that needs a password nobody else opens.
  const hidesMore = listing.members.some(
    ({ bytes, isEncrypted, name }) => bytes === null && !isEncrypted && CONTAINERS.test(name),
  );
  return { members, isIncomplete: hidesMore || (!listing.isComplete && !listing.isEncrypted) };
}

function outlookMembers({ objects }: { readonly objects: readonly OutlookObject[] }): Unpacked {
  const members = objects.map(
    ({ names, mediaType, bytes }): Member => ({
      name: names[0] ?? null,
      mediaType,
      source: "outlook",
      bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    }),
  );
  return { members, isIncomplete: members.length === 0 };
}

function messageMembers(bytes: Buffer): Unpacked {
  const message = parseMessage(bytes);
  const members: Member[] = [];
  for (const entity of message.entities) {
    const isMessage = entity.mediaType.type === "message" && entity.children.length > 0;
    if ((entity.children.length > 0 && !isMessage) || entity.path === "") {
      if (entity.children.length > 0 || message.entities.length > 1) continue;
    }
    // What lies in a message inside is taken out of that.
    if (entity.path.includes(".0")) continue;
    if (members.length > limits.explodeNodesMax) break;
    const name = entity.disposition?.parameters.get("filename") ?? entity.mediaType.parameters.get("name");
    const body = isMessage
      ? bytes.subarray(entity.body.start, entity.body.end)
      : Buffer.from(decodeBody(message, entity).bytes);
    const mediaType = `${entity.mediaType.type}/${entity.mediaType.subtype}`;
    members.push({
      name: name === undefined ? null : decodeEncodedWords(name),
      mediaType,
      source: "email",
      bytes: body,
    });
  }
  return { members, isIncomplete: message.problems.some(({ code }) => code.startsWith("limit.")) };
}
