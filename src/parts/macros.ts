/**
 * Source of VBA macros (MS-OVBA 2.3, 2.4): the modules of a project as their streams lie in a compound file, decompressed, and what in
 * them runs by itself or is used by nearly every hostile macro.
 *
 * Pure and total. A damaged directory of the project does not hide its modules: every stream of the project is then searched for
 * compressed text. What comes out is bounded by `limits.macroBytesMax`.
 */
import { limits } from "../base/limits.ts";

export interface MacroModule {
  /** Path of the stream in the file. */
  readonly stream: string;
  readonly name: string;
  readonly source: string;
}

/** A stream of a compound file. */
export interface NamedStream {
  /** Storages before it, `/` between them. */
  readonly path: string;
  readonly bytes: Buffer;
}

export interface Macros {
  readonly modules: readonly MacroModule[];
  readonly isCut: boolean;
}

/** `streams`: all of the file. Modules lie in a storage `VBA` beside its stream `dir`. */
export function readMacros(streams: readonly NamedStream[]): Macros {
  const modules: MacroModule[] = [];
  let bytesLeft: number = limits.macroBytesMax;
  const add = (path: string, name: string, data: Buffer): boolean => {
    const source = decompress(data, bytesLeft);
    if (source === null || source.length === 0) return false;
    bytesLeft -= source.length;
    modules.push({ stream: path, name, source: source.toString("latin1") });
    return true;
  };
  for (const { path, bytes } of streams) {
    if (!/(?:^|\/)VBA\/dir$/i.test(path)) continue;
    const folder = path.slice(0, -3);
    const listed = modulesOf(decompress(bytes, limits.macroBytesMax) ?? Buffer.alloc(0));
    const known = new Map(listed.map((one) => [one.stream.toLowerCase(), one]));
    for (const stream of streams) {
      if (bytesLeft <= 0 || !stream.path.startsWith(folder)) continue;
      const inner = stream.path.slice(folder.length);
      if (inner.includes("/") || NO_MODULES.test(inner)) continue;
      const module = known.get(inner.toLowerCase());
      const isRead = module !== undefined && add(stream.path, module.name, stream.bytes.subarray(module.offset));
      if (!isRead) addByLook(stream, inner, add);
    }
  }
  return { modules, isCut: bytesLeft <= 0 };
}

const NO_MODULES = /^(?:dir|_VBA_PROJECT|__SRP_\w+|PROJECT|PROJECTwm)$/i;
/** Compressed text begins with these: a signature byte, a chunk header, and a flag byte before `Attribut`. */
const ATTRIBUTE = Buffer.from("\0Attribut", "latin1");

function addByLook(
  { path, bytes }: NamedStream,
  name: string,
  add: (path: string, name: string, data: Buffer) => boolean,
): void {
  const at = bytes.indexOf(ATTRIBUTE);
  if (at >= 3) add(path, name, bytes.subarray(at - 3));
}

interface ModuleRecord {
  readonly name: string;
  readonly stream: string;
  readonly offset: number;
}

/** Records of the directory: id, size, data (2.3.4.2); those of a module follow one another. */
function modulesOf(dir: Buffer): readonly ModuleRecord[] {
  const found: ModuleRecord[] = [];
  let name = "";
  let stream = "";
  for (let at = 0; at + 6 <= dir.length && found.length < MODULES_MAX; ) {
    const id = dir.readUInt16LE(at);
    // The record of the version lies about its size (2.3.4.2.1.11).
    const size = id === 0x09 ? 6 : dir.readUInt32LE(at + 2);
    const data = dir.subarray(at + 6, at + 6 + size);
    if (id === 0x19) name = data.toString("latin1");
    else if (id === 0x47) name = data.toString("utf16le");
    else if (id === 0x1a) stream = data.toString("latin1");
    else if (id === 0x32) stream = data.toString("utf16le");
    else if (id === 0x31 && data.length >= 4) {
      found.push({
        name: name === "" ? stream : name,
        stream: stream === "" ? name : stream,
        offset: data.readUInt32LE(0),
      });
    }
    at += 6 + size;
  }
  return found;
}

const MODULES_MAX = 1_000;
const CHUNK_BYTES = 4_096;

/** 2.4.1: chunks of 4,096 bytes, each of tokens that are literals or copies of what came before. Null for what is none. */
export function decompress(data: Buffer, bytesMax: number): Buffer | null {
  if (data[0] !== 1) return null;
  const chunks: Buffer[] = [];
  let total = 0;
  for (let at = 1; at + 2 <= data.length && total < bytesMax; ) {
    const header = data.readUInt16LE(at);
    if ((header & 0x7000) !== 0x3000) break;
    const end = Math.min(data.length, at + (header & 0x0fff) + 3);
    const packed = data.subarray(at + 2, end);
    const chunk = (header & 0x8000) === 0 ? packed.subarray(0, CHUNK_BYTES) : decompressChunk(packed);
    chunks.push(chunk);
    total += chunk.length;
    at = end;
  }
  return Buffer.concat(chunks).subarray(0, bytesMax);
}

function decompressChunk(packed: Buffer): Buffer {
  const out = Buffer.alloc(CHUNK_BYTES);
  let length = 0;
  for (let at = 0; at < packed.length && length < CHUNK_BYTES; ) {
    const flags = packed[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < packed.length && length < CHUNK_BYTES; bit += 1) {
      if (((flags >> bit) & 1) === 0) {
        out[length++] = packed[at++] ?? 0;
        continue;
      }
      if (at + 2 > packed.length) return out.subarray(0, length);
      const token = packed.readUInt16LE(at);
      at += 2;
      // 2.4.1.3.19.1: the longer the text so far, the more bits the offset has.
      const offsetBits = Math.max(4, Math.ceil(Math.log2(Math.max(1, length))));
      const offset = (token >> (16 - offsetBits)) + 1;
      const count = (token & (0xffff >> offsetBits)) + 3;
      if (offset > length) return out.subarray(0, length);
      for (let copied = 0; copied < count && length < CHUNK_BYTES; copied += 1) {
        out[length] = out[length - offset] ?? 0;
        length += 1;
      }
    }
  }
  return out.subarray(0, length);
}

export interface MacroWords {
  /** As written in the table below, each once. */
  readonly autoExec: readonly string[];
  readonly suspicious: readonly string[];
  /** Addresses, and names of programs. */
  readonly indicators: readonly string[];
  /** Texts that are written in hexadecimal or base64, decoded. */
  readonly hex: readonly string[];
  readonly base64: readonly string[];
}

const AUTO_EXEC =
  "AutoExec AutoOpen AutoExit AutoClose AutoNew Auto_Open Auto_Close Document_Open DocumentOpen Document_Close DocumentBeforeClose Document_BeforeClose DocumentChange Document_New NewDocument Workbook_Open Workbook_Activate Workbook_BeforeClose Workbook_Close Workbook_Deactivate Worksheet_Change Worksheet_Activate Worksheet_Calculate Auto_Ope Presentation_Open SlideShowBegin OnSlideShowPageChange UserForm_Initialize UserForm_Activate Painted Painting GotFocus LostFocus MouseHover MouseMove Layout Click Resize BeforeNavigate2 BeforeScriptExecute DocumentComplete DownloadBegin DownloadComplete FileDownload NavigateComplete2 NavigateError ProgressChange PropertyChange SetSecureLockIcon StatusTextChange TitleChange InkPicture1_Painted".split(
    " ",
  );
const AUTO_WORD = new RegExp(
  `\\bSub\\s+(?:\\w{1,64}_)?(${[...AUTO_EXEC].sort((a, b) => b.length - a.length).join("|")})\\b`,
  "gi",
);

const SUSPICIOUS =
  "Shell WScript.Shell Shell.Application ShellExecute ShellExecuteA CreateObject GetObject Run Exec PowerShell cmd.exe mshta rundll32 regsvr32 certutil bitsadmin wmic winmgmts Win32_Process URLDownloadToFileA URLDownloadToFile MSXML2.XMLHTTP Microsoft.XMLHTTP WinHttp.WinHttpRequest MSXML2.ServerXMLHTTP ADODB.Stream SaveToFile Scripting.FileSystemObject CreateTextFile FileCopy Kill Environ VirtualAlloc VirtualProtect RtlMoveMemory CreateThread WriteProcessMemory CallByName Lib ExecuteExcel4Macro RegWrite RegRead SendKeys ChrW Chr StrReverse Xor CallWindowProc EnumSystemLanguageGroups vbHide AutoItX3 VBProject VBComponents CodeModule AddFromString Application.Run".split(
    " ",
  );

export function macroWords(source: string): MacroWords {
  const lower = source.toLowerCase();
  const autoExec = new Map<string, string>();
  for (const [, word = ""] of source.matchAll(AUTO_WORD)) {
    autoExec.set(word.toLowerCase(), AUTO_EXEC.find((one) => one.toLowerCase() === word.toLowerCase()) ?? word);
  }
  const suspicious = SUSPICIOUS.filter((word) => holdsWord(lower, word.toLowerCase()));
  const indicators = new Set<string>();
  for (const [found] of source.matchAll(
    /\bhttps?:\/\/[^\s"'<>]{3,2048}|\b[\w-]{1,64}\.(?:exe|dll|scr|vbs|ps1|bat|cmd|hta|js|jar|pif)\b/gi,
  )) {
    if (indicators.size < limits.fileFactsMax) indicators.add(found);
  }
  return { autoExec: [...autoExec.values()], suspicious, indicators: [...indicators], ...encodedTexts(source) };
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? " ", text[at + word.length] ?? " "];
    if (!/\w/.test(before) && !/\w/.test(after)) return true;
  }
  return false;
}

function encodedTexts(source: string): Pick<MacroWords, "hex" | "base64"> {
  const hex = new Set<string>();
  const base64 = new Set<string>();
  for (const [, text = ""] of source.matchAll(/"([^"\r\n]{8,4096})"/g)) {
    if (hex.size + base64.size >= limits.fileFactsMax) break;
    if (text.length % 2 === 0 && /^[0-9a-f]+$/i.test(text)) hex.add(Buffer.from(text, "hex").toString("latin1"));
    else if (text.length % 4 === 0 && text.length >= 16 && /^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
      const decoded = Buffer.from(text, "base64").toString("latin1");
      const plain = decoded.replaceAll(/[\0\t\r\n]/g, "");
      if (plain.length >= 8 && /^[ -~]*$/.test(plain)) base64.add(decoded.replaceAll("\0", ""));
    }
  }
  return { hex: [...hex], base64: [...base64] };
}
