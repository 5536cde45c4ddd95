/**
 * All stretches of a plain view that have the form of a value, by kind. No stretch is two: what lies in a URL or a path is part of it.
 *
 * Linear: every pattern begins where a word begins and repeats a bounded number of times, so that no stretch is looked at more often
 * than its bound.
 */
import { everyMatch } from "../../base/every-match.ts";
import { isPublicSuffix } from "../../url/registrable-domain.ts";
import { fileEndings } from "./known-names.ts";

export type CandidateForm =
  | "url"
  | "email"
  | "registry-key"
  | "windows-path"
  | "user-agent"
  | "fuzzy-hash"
  | "hash"
  | "wallet"
  | "ipv6"
  | "ipv4"
  | "unix-path"
  | "vulnerability"
  | "attack-id"
  | "autonomous-system"
  | "dotted"
  | "yara-rule"
  | "mutex";

/** `[start, end)` of the view. */
export interface Candidate {
  readonly form: CandidateForm;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const HOST = "[\\p{L}\\p{N}_-]{1,63}(?:\\.[\\p{L}\\p{N}_-]{1,63}){1,126}";
/** Of a path of Windows or its registry: only what leads to a further backslash may hold spaces. */
const STEPS =
  '(?:[^\\s\\\\/:*?"<>|,;]{1,120}(?: [^\\s\\\\/:*?"<>|,;]{1,40}){0,3}\\\\){0,30}[^\\s\\\\/:*?"<>|,;]{0,160}';
const BASE58 = "[1-9A-HJ-NP-Za-km-z]";

/** In the order in which they take their stretches. `needs`: a text without it is not searched. */
const FORMS: readonly (readonly [form: CandidateForm, needs: RegExp | null, pattern: RegExp])[] = [
  // Quotes, angles and typographic stops end a URL; what else may not end one is cut off below.
  [
    "url",
    /:\/\//,
    /(?<![A-Za-z+])(?:https?|s?ftps?|tcp|udp|wss?|ssh|smb|ldaps?|rmi|dns|socks[45]?):\/\/[^\s"<>`{}|\\^\u201c\u201d\u2018\u2019\u00ab\u00bb\u2026\u3001\uff0c\uff1b\uff09\u300d\u3011]{1,8192}/giu,
  ],
  [
    "email",
    /@/,
    new RegExp(
      `(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}_][\\p{L}\\p{N}._%+'-]{0,63}@(?:${HOST}|\\[?\\d{1,3}(?:\\.\\d{1,3}){3}\\]?)`,
      "giu",
    ),
  ],
  // Before what may lie in its path.
  [
    "dotted",
    /\.[^\s]{0,256}\//,
    new RegExp(
      `(?<![\\p{L}\\p{N}_%@./\\\\-])(?!\\d{1,3}(?:\\.\\d{1,3}){3}[:/])${HOST}(?::\\d{1,5})?/(?=[^\\s"'<>])[^\\s"'<>\`|\\u201c\\u201d\\u2018\\u2019\\u3001\\uff0c]{0,2048}`,
      "giu",
    ),
  ],
  [
    "registry-key",
    /HK/i,
    new RegExp(`(?<![A-Za-z0-9_])(?:HKEY_[A-Z_]{5,30}|HK(?:LM|CU|CR|U|CC|PD)):?\\\\${STEPS}`, "gi"),
  ],
  [
    "windows-path",
    /\\/,
    new RegExp(
      `(?<![A-Za-z0-9_\\\\%])(?:[A-Za-z]:\\\\|%[A-Za-z0-9_()]{2,40}%\\\\|\\\\\\\\[.?]\\\\(?:[A-Za-z]:\\\\)?|\\\\\\\\[A-Za-z0-9._?$-]{1,120}\\\\|\\.{1,2}\\\\|\\\\(?=[A-Za-z0-9_.$-]{1,120}\\\\))${STEPS}`,
      "g",
    ),
  ],
  [
    "user-agent",
    /\//,
    /(?<![A-Za-z0-9/])(?:Mozilla\/\d\.\d{1,2} \([^()\n]{1,200}\)|(?:curl|Wget|python-requests|Go-http-client|Opera|Dalvik|okhttp)\/\d{1,4}(?:\.\d{1,5}){0,3})(?: [A-Za-z][\w.-]{1,30}\/[\w.-]{1,40}(?: \([^()\n]{1,100}\))?){0,12}/g,
  ],
  ["fuzzy-hash", /:/, /(?<![A-Za-z0-9:+/])\d{1,9}:[A-Za-z0-9+/]{6,64}:[A-Za-z0-9+/]{3,64}(?![A-Za-z0-9:+/])/g],
  ["hash", null, /(?<![A-Za-z0-9])(?:0x)?[0-9a-fA-F]{32,128}(?![A-Za-z0-9])/g],
  [
    "wallet",
    null,
    new RegExp(
      `(?<![A-Za-z0-9])(?:[13]${BASE58}{25,34}|bc1[02-9ac-hj-np-z]{11,71}|4[0-9AB]${BASE58}{93})(?![A-Za-z0-9])`,
      "g",
    ),
  ],
  [
    "ipv6",
    /:/,
    /(?<![\w:.])\[?(?:[0-9a-f]{0,4}:){2,7}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})(?![\w:])\]?(?:\/\d{1,3}(?!\d)|(?<=\]):\d{1,5}(?!\d))?/gi,
  ],
  [
    "ipv4",
    /\d\.\d/,
    /(?:(?<![A-Za-z0-9.])|(?<=(?<![A-Za-z0-9])v))\d{1,3}(?:\.\d{1,3}){3}(?![A-Za-z0-9]|\.\d)(?:\/\d{1,2}(?![\w/.-])|(?::\d{1,5}(?!\d))?(?:\/[^\s"'<>`,;|\u201d\u2019)\]]{0,2048})?)/g,
  ],
  [
    "unix-path",
    /\//,
    /(?<![\p{L}\p{N}_.:/<>~@%\\-])(?:~|\.{1,2})?\/(?:[\w.@%+~$-]{1,120}\/){0,30}[\w.@%+~$-]{1,160}\/?/gu,
  ],
  [
    "vulnerability",
    /CVE/i,
    /(?<![A-Za-z0-9])CVE[-\u2010\u2011\u2013_ ]?(?:19|20)\d\d[-\u2010\u2011\u2013_]\d{4,8}(?![A-Za-z0-9])/gi,
  ],
  [
    "attack-id",
    /[A-Z]\d{4}/,
    /(?<![A-Za-z0-9./_-])(?:TA\d{4}|DS\d{4}|T\d{4}(?:\.\d{3}(?!\d))?|[GSMC]\d{4})(?![A-Za-z0-9_])/g,
  ],
  ["autonomous-system", /AS/, /(?<![A-Za-z0-9])ASN?:?[ -]?\d{1,10}(?![A-Za-z0-9.])/g],
  [
    "dotted",
    /\.[\p{L}\p{N}_-]/u,
    new RegExp(
      `(?<![\\p{L}\\p{N}_%-])${HOST}(?:(?::\\d{1,5}(?!\\d))?(?:[/?](?=[^\\s"'<>])[^\\s"'<>\`|\\u201c\\u201d\\u2018\\u2019\\u3001\\uff0c]{0,2048})?)`,
      "giu",
    ),
  ],
  [
    "yara-rule",
    /\brule\b/,
    /(?<=^[ \t]{0,8}(?:(?:private|global)[ \t]{1,4}){0,2}rule[ \t]{1,4})[A-Za-z_]\w{0,127}(?=\s{0,8}(?::[\w \t]{1,120})?\{)/gm,
  ],
  [
    "mutex",
    /mutex/i,
    /(?<=\bmutex(?:es)?(?: (?:named|called|name|object))?[ :]{1,3}["'`\u201c\u2018])[^"'`\u201d\u2019\n]{3,120}(?=["'`\u201d\u2019])/gi,
  ],
];

/** By place, without overlap. */
export function candidatesOf(text: string): readonly Candidate[] {
  const taken = new Uint8Array(text.length);
  const found: Candidate[] = [];
  for (const [form, needs, pattern] of FORMS) {
    if (needs !== null && !needs.test(text)) continue;
    for (const { 0: whole, index } of everyMatch(pattern, text)) {
      const written = trimmed(form, whole);
      const end = index + written.length;
      if (written === "" || isTaken(taken, index, end)) continue;
      if ((form === "hash" || form === "ipv4") && isInHost(text, end)) continue;
      taken.fill(1, index, end);
      found.push({ form, start: index, end, text: written });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** What stands there is the first part of a host's name (`192.0.2.7.host.example`); of a file's it may be the file's hash. */
function isInHost(text: string, end: number): boolean {
  if (text[end] !== ".") return false;
  const rest = /^(?:\.[a-z0-9-]{1,63}){1,8}/i.exec(text.slice(end, end + 256))?.[0].toLowerCase() ?? "";
  const ending = rest.slice(rest.lastIndexOf(".") + 1);
  return /[a-z]/.test(ending) && !fileEndings.has(ending) && isPublicSuffix(ending);
}

/** A stretch that begins or ends in another one touches it: neither form holds another whole. */
function isTaken(taken: Uint8Array, start: number, end: number): boolean {
  return taken.subarray(start, end).includes(1);
}

/** Without the marks of the sentence around it. */
function trimmed(form: CandidateForm, text: string): string {
  switch (form) {
    case "url":
    case "dotted":
    case "ipv4":
      return trimmedUrl(text);
    case "windows-path":
    case "registry-key":
    case "unix-path":
      return text.replace(/[.,;:!'’)\]}]{1,8}$/, "");
    default:
      return text;
  }
}

/** What a sentence, a list or Markdown sets behind a URL; a closing bracket stays when it was opened inside. */
function trimmedUrl(text: string): string {
  // A list without spaces, and `[text](address)`.
  const next = /[,;](?:https?|ftp):|\]\(|\*\*/i.exec(text);
  let end = next === null ? text.length : next.index;
  let round = depthOf(text, end, "(", ")");
  let square = depthOf(text, end, "[", "]");
  for (;;) {
    const last = text[end - 1] ?? "";
    if (last === ")" && round < 0) round += 1;
    else if (last === "]" && square < 0) square += 1;
    else if (!/[.,;:!?'*_~([{\u2013\u2014\u3002]/.test(last)) return text.slice(0, end);
    end -= 1;
  }
}

/** Below 0 where more are closed than opened. */
function depthOf(text: string, end: number, open: string, close: string): number {
  let depth = 0;
  for (let at = 0; at < end; at += 1) depth += text[at] === open ? 1 : text[at] === close ? -1 : 0;
  return depth;
}
