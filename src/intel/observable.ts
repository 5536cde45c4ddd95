/**
 * A written value → what kind of observable it is, in comparable form. Total and linear.
 *
 * Strict where it counts: what merely looks like a host (`report.pdf`, `v2.1.0`) is none unless its ending is a top-level
 * domain that is not also a file's ending.
 */
import { limits } from "../base/limits.ts";
import type { IndicatorType } from "../case/indicator.ts";
import { plainHost } from "../url/plain-url.ts";
import { resolveReference } from "../url/resolve.ts";
import { networkOf } from "./pattern/compare.ts";
import { refang } from "./refang.ts";

export interface Observable {
  readonly type: Exclude<IndicatorType, "pattern">;
  readonly value: string;
}

/** Endings that are top-level domains and files at once; a bare word with one of them is a file. */
const FILE_ENDINGS: ReadonlySet<string> = new Set(
  (
    "bat bin cab cfg class cmd cpl csv dat db dll doc docm docx elf eml exe gif gz hta html img inf ini iso jar jpeg jpg " +
    "js jse json key lnk log mov msg msi odt pdf php png pps ppt pptm pptx ps1 rar rtf svg swf sys tar tmp txt url vbe vbs " +
    "vhd wsf xls xlsm xlsx xml yml zip"
  ).split(" "),
);
const HASH_CHARS: ReadonlySet<number> = new Set([32, 40, 64, 128]);
const HASH = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i;
const ADDRESS = /^[^\s@<>"(),:;[\]\\]{1,256}@([^\s@<>/]{1,255})$/u;
const HOST =
  /^(?=.{3,253}$)(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

/** Null for what is none. `written` may be defanged, in brackets of any kind, with a port or a trailing dot. */
export function observableOf(written: string): Observable | null {
  if (written.length > limits.indicatorCharsMax) return null;
  const text = refang(written).replace(/^["'`<({[]+|["'`>)}\],;]+$/g, "");
  if (text === "") return null;
  if (HASH_CHARS.has(text.length) && HASH.test(text)) return { type: "file-hash", value: text.toLowerCase() };
  if (/^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(text)) return urlOf(text);
  const [, domain] = (text.includes("@") ? ADDRESS.exec(text) : null) ?? [];
  if (domain !== undefined) {
    const host = hostOf(domain);
    return host === null
      ? null
      : { type: "email-addr", value: `${text.slice(0, text.lastIndexOf("@")).toLowerCase()}@${host}` };
  }
  const address = ipOf(text);
  if (address !== null) return address;
  if (/^[^\s/]+\.[^\s/]+\/\S*$/u.test(text)) return urlOf(`http://${text}`);
  const host = hostOf(text.replace(/:\d{1,5}$/, ""));
  return host === null ? null : { type: "domain-name", value: host };
}

function urlOf(text: string): Observable | null {
  const { href, host } = placeOf(text);
  if (host === "") return null;
  const bare = /^https?:\/\/[^/?#]+\/?$/.test(href);
  if (!bare) return { type: "url", value: href };
  // A URL without a path says no more than its host does.
  return ipOf(host) ?? { type: "domain-name", value: host };
}

/** Most URLs are plain, and need no parser. */
function placeOf(url: string): { readonly href: string; readonly host: string } {
  const host = plainHost(url);
  return host === "" ? (resolveReference(url, null) ?? { href: "", host }) : { href: url, host };
}

const IP_START = /^\[?[\da-f.:]{2}/i;

function ipOf(text: string): Observable | null {
  if (!IP_START.test(text)) return null;
  const bare = text.replace(/^\[|\]$/g, "").replace(/^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/, "$1");
  const network = networkOf(bare);
  if (network === null) return null;
  return { type: network.width === 32 ? "ipv4-addr" : "ipv6-addr", value: bare.toLowerCase() };
}

/** Lower case A-labels, or null for what is no public host name. */
export function hostOf(text: string): string | null {
  const bare = text.replace(/^\*\.|^\.|\.$/g, "");
  if (!HOST.test(bare)) return null;
  const ending = bare.slice(bare.lastIndexOf(".") + 1).toLowerCase();
  if (FILE_ENDINGS.has(ending)) return null;
  const { host } = placeOf(`http://${bare}/`);
  return host.includes(".") ? host : null;
}
