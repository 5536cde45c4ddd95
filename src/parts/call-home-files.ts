/**
 * Small files that a system or program reads and that name a server in the open: Windows shortcuts, libraries and themes, playlists,
 * web queries, tables with formulas, XML with style sheets (threat-facts 2.3, "attachments that call home"; RL-70, RL-74, RL-75).
 *
 * Told by content first: names lie. Pure, total, linear.
 */
import { addressesInBytes, addressesInText, isNamespace, pointsAway } from "./addresses.ts";
import { bytesAsText, utf8Of } from "./content-lines.ts";
import type { PartReading, PartReference } from "./reference.ts";
import { decodeXmlText, xmlReferences } from "./xml-references.ts";

/** Such files are small; of larger ones, that somebody has filled up, so much is read. */
export const CALL_HOME_BYTES_MAX = 4 * 1024 * 1024;
const HEAD_CHARS = 4_096;

/** MS-SHLLINK 2.1: the size of the header and the class of shortcuts. */
const SHELL_LINK = Buffer.from("4c0000000114020000000000c000000000000046", "hex");

export function isShellLink(bytes: Buffer): boolean {
  return bytes.subarray(0, SHELL_LINK.length).equals(SHELL_LINK);
}

/**
 * A shortcut: its target, arguments, icon and folder, wherever they stand in it (MS-SHLLINK 2.2 to 2.5). Windows asks for the icon
 * as soon as it shows the folder the shortcut lies in.
 */
export function readShellLink(bytes: Buffer): PartReading {
  const found = addressesInBytes(bytes.subarray(0, CALL_HOME_BYTES_MAX));
  const references = found.map(
    ({ url, start, end }): PartReference => ({
      ...{ vector: "RL-70", url, by: "target, icon or arguments of a Windows shortcut", fires: "attachment" },
      ...{ start, end },
    }),
  );
  return { references, files: [] };
}

/** Null for a text that is none of these. `extension`: of the name, lower case, without the dot; empty for none. */
export function readCallHomeFile(bytes: Buffer, extension: string): PartReading | null {
  const head = bytesAsText(bytes.subarray(0, HEAD_CHARS)).text;
  const reader = readerOf(head, extension);
  if (reader === null) return null;
  const { text, isMoved } = bytesAsText(bytes.subarray(0, CALL_HOME_BYTES_MAX));
  const found = reader(text);
  const references = isMoved ? found.map(({ start: _, end: __, ...rest }) => rest) : found;
  return { references, files: [] };
}

type TextReader = (text: string) => readonly PartReference[];

function readerOf(head: string, extension: string): TextReader | null {
  if (INI_SECTION.test(head) || (INI_EXTENSIONS.has(extension) && /^[ \t]*[\w.]+[ \t]*=/m.test(head)))
    return iniReferences;
  if (/<(?:libraryDescription|searchConnectorDescription)\b/i.test(head)) return libraryReferences;
  if (/^\s*WEB\r?\n\s*1\r?\n/i.test(head)) return (text) => anyAddresses(text, "RL-74", "a web query of a spreadsheet");
  if (extension === "iqy" || extension === "oqy" || extension === "dqy")
    return (text) => anyAddresses(text, "RL-74", "a query of a spreadsheet");
  if (/^\s*ID;P/.test(head)) return slkReferences;
  if (extension === "csv" || extension === "tsv") return formulaReferences;
  if (/^\s*#EXTM3U/.test(head) || PLAYLISTS.has(extension))
    return (text) => anyAddresses(text, "RL-70", "an entry of a playlist");
  if (/<(?:asx|jnlp|xspf)\b|<\?wpl\b/i.test(head) || MARKUP_EXTENSIONS.has(extension)) return markupReferences;
  if (extension === "rdp" || /^full address:s:/im.test(head)) return remoteDesktop;
  // HTML is read as such.
  if (/^(?:\xef\xbb\xbf)?\s*<\?xml\b/.test(head) || /^\s*<!DOCTYPE\s+(?!html\b)/i.test(head)) return xmlReferences;
  return null;
}

/** Of `.url`, `.website`, `.scf`, `desktop.ini`, `autorun.inf`, `.theme`, `.pls`. */
const INI_SECTION =
  /^(?:\xef\xbb\xbf)?\s*(?:[;#][^\n]*\n\s*)*\[(?:InternetShortcut|Shell|\.ShellClassInfo|autorun|Theme|Control Panel\\Desktop|playlist|DEFAULT|VisualStyles|\{[0-9a-f-]{36}\}(?:\.[a-z0-9.]+)?)\]/i;
const INI_EXTENSIONS: ReadonlySet<string> = new Set([
  "url",
  "website",
  "scf",
  "theme",
  "themepack",
  "inf",
  "ini",
  "desktop",
  "pls",
]);
const PLAYLISTS: ReadonlySet<string> = new Set(["m3u", "m3u8", "pls", "wax", "wvx", "ram"]);
const MARKUP_EXTENSIONS: ReadonlySet<string> = new Set(["asx", "jnlp", "xspf", "wpl", "application", "xul"]);

const BY_KEY: readonly (readonly [key: RegExp, by: string])[] = [
  [/^icon/i, "the icon of a shortcut, asked for when the folder is shown"],
  [/^(?:url|baseurl|origurl)$/i, "the target of a web shortcut"],
  [/^(?:wallpaper|brandimage|imagesrootpath|item\d+path)/i, "a picture of a theme"],
];

const KEY_CHARS_MAX = 40;

/** `key=value` lines whose value names a server or a share, bare or behind a resource's `@`. */
function iniReferences(text: string): readonly PartReference[] {
  const found: PartReference[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const [line] = match;
    const equals = line.indexOf("=");
    if (equals < 1) continue;
    const key = line.slice(0, Math.min(equals, KEY_CHARS_MAX)).trim();
    const url = utf8Of(line.slice(equals + 1))
      .trim()
      .replace(/^["'@]{1,4}/, "")
      .replace(/["']$/, "");
    if (!pointsAway(url) || isNamespace(url)) continue;
    const by = BY_KEY.find(([pattern]) => pattern.test(key))?.[1] ?? `a setting of a shortcut or theme (${key})`;
    const end = match.index + line.length;
    found.push({ vector: "RL-70", url, by, fires: "attachment", start: match.index + equals + 1, end });
  }
  return found;
}

/** MS library and search connector files: locations and icons are elements' texts. */
function libraryReferences(text: string): readonly PartReference[] {
  const found: PartReference[] = [];
  for (const match of text.matchAll(/<([\w:.-]{1,80})[^<>]*>([^<>]{3,4096})</g)) {
    const [whole, name = "", written = ""] = match;
    const url = decodeXmlText(utf8Of(written)).trim().replace(/^@/, "");
    if (!pointsAway(url) || isNamespace(url)) continue;
    const end = match.index + whole.length - 1;
    const by = `the ${name.slice(0, 40)} of a Windows library or search file`;
    found.push({ vector: "RL-70", url, by, fires: "attachment", start: end - written.length, end });
  }
  return found;
}

function markupReferences(text: string): readonly PartReference[] {
  const found: PartReference[] = [];
  for (const match of text.matchAll(/\b(?:href|src|codebase|value)\s*=\s*(?:"([^"]{1,4096})"|'([^']{1,4096})')/gi)) {
    const url = decodeXmlText(utf8Of(match[1] ?? match[2] ?? "")).trim();
    if (!pointsAway(url) || isNamespace(url)) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    found.push({ vector: "RL-70", url, by: "an entry of a playlist or launch file", fires: "attachment", start, end });
  }
  return found;
}

function remoteDesktop(text: string): readonly PartReference[] {
  const found: PartReference[] = [];
  for (const match of text.matchAll(/^(?:alternate )?(?:full address|gatewayhostname):s:([^\r\n]{1,300})/gim)) {
    const host = (match[1] ?? "").trim();
    if (host === "") continue;
    const [start, end] = [match.index, match.index + match[0].length];
    found.push({
      vector: "RL-70",
      url: `rdp://${host}`,
      by: "the server of a remote desktop file",
      fires: "attachment",
      start,
      end,
    });
  }
  return found;
}

function anyAddresses(text: string, vector: string, by: string): readonly PartReference[] {
  return addressesInText(text)
    .filter(({ url }) => !isNamespace(url))
    .map(({ url, start, end }) => ({ vector, url: utf8Of(url), by, fires: "attachment", start, end }));
}

/** SYLK: formulas stand in `;E` fields, references to other files in `NE` records. */
function slkReferences(text: string): readonly PartReference[] {
  return anyAddresses(text, "RL-74", "a formula or link of a spreadsheet (SYLK)");
}

/** Cells that begin as formulas do, with functions that ask a server. */
function formulaReferences(text: string): readonly PartReference[] {
  if (!FORMULA.test(text)) return [];
  const found: PartReference[] = [];
  for (const match of text.matchAll(CELL)) {
    const cell = match[0];
    if (!FORMULA.test(cell)) continue;
    for (const { url, start, end } of addressesInText(cell)) {
      const at = match.index;
      found.push({
        ...{ vector: "RL-74", url: utf8Of(url), by: "a formula in a table", fires: "attachment" },
        ...{ start: at + start, end: at + end },
      });
    }
  }
  return found;
}

const FORMULA =
  /\b(?:webservice|hyperlink|image|filterxml|importxml|importdata|importhtml|importfeed|importrange|dde|rtd|call)\s*\(|[=+@-]\w{1,20}\|/i;
/** One line, so that commas inside arguments do not cut a formula. */
const CELL = /(?:^|[,;\t"]) *[=+@-][^\r\n]*/gm;
