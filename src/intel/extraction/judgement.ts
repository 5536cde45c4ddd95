/**
 * Whether a candidate is an indicator, by what it is and what stands around it. What the writer took care to defang, and what stands in a
 * list or table of values, counts; a link or host that a sentence merely names is doubted; look-alikes are rejected with the reason.
 */
import { createHash } from "node:crypto";
import { isPublicSuffix, ownedDomain, registrableDomain } from "../../url/registrable-domain.ts";
import { resolveReference } from "../../url/resolve.ts";
import type { Observable } from "../observable.ts";
import { networkOf } from "../pattern/compare.ts";
import { isBitcoinAddress } from "./bitcoin-address.ts";
import type { Candidate } from "./candidates.ts";
import type { ExtractedType } from "./extraction.ts";
import {
  codeRoots,
  dottedProducts,
  fileEndings,
  formatHosts,
  publicResolvers,
  socialHosts,
  systemFiles,
} from "./known-names.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Warnings } from "./warnings.ts";

/** What one candidate is, or looks like. */
export interface Reading {
  readonly type: ExtractedType;
  readonly value: string;
  readonly kind?: string;
  readonly port?: number | null;
  readonly isRejected?: boolean;
  /** Why it is doubted or rejected; a sentence without a full stop. */
  readonly why?: string | null;
}

/** Of the whole document. */
export interface Known {
  readonly own: ReadonlySet<string>;
  readonly warnings: Warnings;
  /** It speaks of MITRE ATT&CK. */
  readonly citesAttack: boolean;
}

/** Empty for what is nothing that anybody would take for a value. */
export function readingsOf(candidate: Candidate, around: Surroundings, known: Known): readonly Reading[] {
  const { text } = candidate;
  switch (candidate.form) {
    case "url":
      return urlReadings(text, around, known);
    case "email":
      return mailReadings(text, around, known);
    case "ipv4":
      return version4Readings(text, around, known);
    case "ipv6":
      return version6Readings(text, around, known);
    case "hash":
      return hashReadings(text, around, known);
    case "dotted":
      return dottedReadings(text, around, known);
    case "fuzzy-hash":
      return isBlockSize(Number(text.split(":", 1)[0])) ? [{ type: "file-hash", value: text, kind: "ssdeep" }] : [];
    case "wallet":
      return walletReadings(text);
    case "windows-path":
      return windowsPathReadings(text, around);
    case "unix-path":
      return unixPathReadings(text);
    case "registry-key":
      return [{ type: "windows-registry-key", value: text.replace(/^([A-Za-z_]+):/, "$1") }];
    case "vulnerability":
      return vulnerabilityReadings(text);
    case "attack-id":
      return attackReadings(text, known);
    case "autonomous-system":
      return networkNumberReadings(text);
    case "user-agent":
    case "yara-rule":
    case "mutex":
      return [{ type: candidate.form, value: text }];
  }
}

const isMeant = ({ change, isListed }: Surroundings): boolean => change === "defanged" || isListed;

interface Verdict {
  readonly isRejected: boolean;
  readonly why: string | null;
}

const TAKEN: Verdict = { isRejected: false, why: null };
const doubted = (why: string): Verdict => ({ isRejected: false, why });
const rejected = (why: string): Verdict => ({ isRejected: true, why });

/** How a host is doubted when nothing but a sentence speaks of it. */
const IN_SENTENCE = {
  url: "a link in running text, not defanged",
  host: "named in running text, not defanged",
} as const;

/** `what`: how it is named when nothing but the sentence speaks of it. */
function hostVerdict(host: string, around: Surroundings, known: Known, what: string): Verdict {
  const { change, section } = around;
  const domain = registrableDomain(host);
  const isDefanged = change === "defanged";
  if (/^example\.(?:com|net|org|edu)$/.test(domain)) return rejected("a name reserved for examples");
  if (/(?:^|\.)(?:localhost|local|lan|internal|intranet|corp|home|localdomain)$/.test(host))
    return rejected("a name of a local network");
  if (formatHosts.has(domain)) return rejected("the name of a format, not a place");
  const known_ = knownHost(host, domain, known);
  if (known_ !== null) return isMeant(around) ? doubted(known_) : rejected(known_);
  if (around.isNamedSound) return doubted("the words beside it call it legitimate, or imitated");
  if (isDefanged) return TAKEN;
  if (section.kind === "references") return rejected("stands among the references, not defanged");
  if (around.isReference) return rejected("named as a reference");
  if (around.isNote && section.kind !== "indicators") return rejected("a note's link, not defanged");
  if (/\.(?:example|test|invalid)$/.test(host) && !around.isListed) return rejected("a name reserved for examples");
  if (around.isLink)
    return around.isListed
      ? doubted("a link that the page lets people click")
      : rejected("a link that the page lets people click");
  if (change === "words") return doubted("written with a word or a space in place of a dot");
  if (!around.isListed) return doubted(what);
  if (what === IN_SENTENCE.host && around.isAmongFiles) return doubted("stands among names of files");
  return what === IN_SENTENCE.url && around.isAlone ? doubted("a link that stands alone, not defanged") : TAKEN;
}

/** Why everybody knows the host; null for one that is nobody's in particular. */
function knownHost(host: string, domain: string, { own, warnings }: Known): string | null {
  if (own.has(domain)) return "the publisher's own";
  if (socialHosts.has(domain)) return "where people share pages";
  // Below a suffix that a company gives its customers, a name is a customer's.
  if (ownedDomain(host) !== domain) return null;
  const list = listOf(warnings, "domain-name", host);
  return list === null ? null : `well-known host by the warning list: ${list}`;
}

function listOf(warnings: Warnings, type: Observable["type"], value: string): string | null {
  return warnings.of({ type, value })[0]?.list ?? null;
}

function urlReadings(text: string, around: Surroundings, known: Known): readonly Reading[] {
  const url = resolveReference(text, null);
  if (url === null || url.host === "") return [];
  const value = url.href;
  const port = portOf(/:(\d{1,5})(?=[/?#]|$)/.exec(text.slice(text.indexOf("//") + 2).split(/[/?#]/, 1)[0] ?? "")?.[1]);
  if (networkOf(url.host) !== null) {
    // The URL standard reads any number as an address; people who hide one write it whole.
    const authority = text.slice(text.indexOf("//") + 2).split(/[/?#]/, 1)[0] ?? "";
    if (!/\d\.\d|:.*:|^(?:0x[0-9a-f]{8}|\d{8,10})(?::|$)/i.test(authority)) return [];
    const verdict = addressVerdict(url.host, around, known);
    return [{ type: "url", value, port, ...verdict }];
  }
  if (!isPublicName(url.host)) {
    return [{ type: "url", value, ...rejected("its host ends in no top-level domain") }];
  }
  // Whoever links an analysis of a file names the file.
  const hash = /(?:^|\.)virustotal\.com$/.test(url.host)
    ? /\/([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f])/i.exec(value)?.[1]
    : undefined;
  const file: readonly Reading[] =
    hash === undefined
      ? []
      : [{ type: "file-hash", value: hash.toLowerCase(), kind: HASH_KINDS.get(hash.length) ?? "" }];
  return [{ type: "url", value, port, ...hostVerdict(url.host, around, known, IN_SENTENCE.url) }, ...file];
}

function portOf(digits: string | undefined): number | null {
  const port = Number(digits ?? Number.NaN);
  return port >= 1 && port <= 65_535 ? port : null;
}

function isPublicName(host: string): boolean {
  return host.includes(".") && (isPublicSuffix(host) || /\.(?:example|test|invalid)$/.test(host));
}

/** Lower-case A-labels; empty for what is none. */
function hostOf(written: string): string {
  return resolveReference(`http://${written}/`, null)?.host ?? "";
}

const TO_WRITE_TO =
  /(?:contact|report|questions?|inquir|e-?mail us|write|press|media|feedback|reach|send|notify|subscribe|by e-?mail|phone|hotline)[^\n]{0,60}$/i;

function mailReadings(text: string, around: Surroundings, known: Known): readonly Reading[] {
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1).replace(/^\[|\]$/g, "");
  const host = networkOf(domain) === null ? hostOf(domain) : domain;
  if (host === "" || !(isPublicName(host) || networkOf(host) !== null)) return [];
  const value = `${text.slice(0, at).toLowerCase()}@${host}`;
  const { own, warnings } = known;
  const isOwn = own.has(registrableDomain(host));
  const verdict = ((): Verdict => {
    if (isOwn)
      return around.change === "defanged" && isMeant(around)
        ? doubted("the publisher's own")
        : rejected("the publisher's own");
    if (/^example\.(?:com|net|org|edu)$/.test(registrableDomain(host))) return rejected("a name reserved for examples");
    if (around.section.kind === "references" && around.change !== "defanged")
      return rejected("stands among the references");
    const list = listOf(warnings, "email-addr", value);
    if (list !== null) return doubted(`well-known address by the warning list: ${list}`);
    if (around.change === "words") return doubted("written with a word or a space in place of a sign");
    if (around.change !== "defanged" && around.isLink) return doubted("an address that the page lets people click");
    return around.change !== "defanged" && TO_WRITE_TO.test(around.before)
      ? doubted("looks like an address to write to")
      : TAKEN;
  })();
  return [{ type: "email-addr", value, ...verdict }];
}

const VERSION_BEFORE =
  /(?:\bv|\bver\.?|\bversions?|\breleases?|\bbuilds?|\bfirmware|\bupdates?|\bpatch(?:ed)?|\brev(?:ision)?|\bsp|\b(?:to|before|through|than|upgrade|and|or|prior to)|\b(?:windows|android|ios|macos|linux|kernel|chrome|firefox|office|exchange|server|java|flash|player|reader|acrobat|php|apache|nginx|openssl|ios|fortios|os))(?:\s(?:is|was|are|were|of|now|number)){0,2}[\s:=(]{0,3}$/i;
/** A further one of the sentence that began to speak of versions. */
const AMONG_VERSIONS = /\bversions?\s\d{1,5}(?:\.\d{1,5}){1,3}\b(?:[^.;:\n]|\.(?=\d)){0,60}$/i;
const SURE_VERSION =
  /(?:\bv|\bver\.?|\bversions?|\bbuilds?|\bfirmware|\bfile ?version|\bproductversion|[A-Za-z]\/)[\s:="(]{0,3}$|(?:versions?|builds?)\b[^.;:\n]{0,20}(?:\d+(?:\.\d+){1,3}(?:,| and| or| to| through| -|\/)*\s{0,2}){1,6}$/i;
const SECTION_BEFORE = /(?:section|chapter|figure|table|clause|§|step|appendix|oid)[\s:.]{0,2}$/i;

function version4Readings(text: string, around: Surroundings, known: Known): readonly Reading[] {
  const [, address = "", bits, port, path] = /^([\d.]+?)(?:\/(\d{1,2})|(?::(\d{1,5}))?(\/.*)?)$/.exec(text) ?? [];
  if (path !== undefined && path.length > 1) return urlReadings(`http://${text}`, around, known);
  const type = "ipv4-addr";
  if (networkOf(address) === null || (bits !== undefined && Number(bits) > 32)) return [];
  const value = bits === undefined ? address : `${address}/${bits}`;
  if (/(?:^|\.)0\d/.test(address)) return [{ type, value, ...rejected("has leading zeros, as no address has") }];
  const isDefanged = around.change === "defanged";
  if (!isDefanged && bits === undefined && port === undefined) {
    if (SURE_VERSION.test(around.before)) return [{ type, value, ...rejected("version number") }];
    if (SECTION_BEFORE.test(around.before)) return [{ type, value, ...rejected("number of a section") }];
    if (around.block.kind === "heading" && around.before.trim() === "")
      return [{ type, value, ...rejected("number of a section") }];
  }
  const verdict = addressVerdict(value, around, known);
  const looksLikeVersion =
    !isDefanged &&
    bits === undefined &&
    port === undefined &&
    (VERSION_BEFORE.test(around.before) ||
      AMONG_VERSIONS.test(around.before) ||
      address.split(".").every((part) => Number(part) < 10));
  return [
    {
      type,
      value,
      port: portOf(port),
      ...(verdict.why === null && looksLikeVersion && !around.isListed ? doubted("may be a version number") : verdict),
    },
  ];
}

const SPECIAL: readonly (readonly [network: string, why: string])[] = [
  ["0.0.0.0/8", "the address of no host"],
  ["10.0.0.0/8", "an address of a private network"],
  ["100.64.0.0/10", "an address of a private network"],
  ["127.0.0.0/8", "the machine's own address"],
  ["169.254.0.0/16", "an address of a local link"],
  ["172.16.0.0/12", "an address of a private network"],
  ["192.168.0.0/16", "an address of a private network"],
  ["224.0.0.0/4", "an address of a group, not of a host"],
  ["240.0.0.0/4", "a reserved address"],
  ["::/127", "the machine's own address"],
  ["fc00::/7", "an address of a private network"],
  ["fe80::/10", "an address of a local link"],
  ["ff00::/8", "an address of a group, not of a host"],
];
/** RFC 5737, RFC 3849: rejected only where a sentence names them, as names reserved for examples are. */
const DOCUMENTATION = ["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"];

function within(address: string, network: string): boolean {
  const inner = networkOf(address);
  const outer = networkOf(network);
  if (inner === null || outer === null || inner.width !== outer.width || inner.bits < outer.bits) return false;
  const shift = BigInt(outer.width - outer.bits);
  return inner.address >> shift === outer.address >> shift;
}

function addressVerdict(address: string, around: Surroundings, { warnings }: Known): Verdict {
  const special = SPECIAL.find(([network]) => within(address, network));
  if (special !== undefined) return around.change === "defanged" ? doubted(special[1]) : rejected(special[1]);
  if (!isMeant(around) && around.section.kind === "references") return rejected("stands among the references");
  if (publicResolvers.has(address)) return doubted("a resolver that anybody uses");
  const list = listOf(warnings, address.includes(":") ? "ipv6-addr" : "ipv4-addr", address);
  if (list !== null) return doubted(`well-known address by the warning list: ${list}`);
  if (!isMeant(around) && DOCUMENTATION.some((network) => within(address, network)))
    return doubted("an address reserved for examples");
  return TAKEN;
}

function version6Readings(text: string, around: Surroundings, known: Known): readonly Reading[] {
  const [, bare = "", bits, port] = /^\[?([0-9a-f:.]+)\]?(?:\/(\d{1,3})|:(\d{1,5}))?$/i.exec(text) ?? [];
  const network = networkOf(bits === undefined ? bare : `${bare}/${bits}`);
  if (network === null || network.width !== 128) return [];
  const groups = bare.split(":").filter((group) => group !== "").length;
  // `dead::beef` is also a name in code, and `::` stands between many words.
  if (groups < 2 && !/^[23]\w{3}::$/.test(bare)) return [];
  if (groups < 3 && !/^(?:[23f]\w{3}):/i.test(bare)) return [];
  const value = `${bare.toLowerCase()}${bits === undefined ? "" : `/${bits}`}`;
  return [{ type: "ipv6-addr", value, port: portOf(port), ...addressVerdict(value, around, known) }];
}

const HASH_KINDS: ReadonlyMap<number, string> = new Map([
  [32, "MD5"],
  [40, "SHA-1"],
  [56, "SHA-224"],
  [64, "SHA-256"],
  [96, "SHA-384"],
  [128, "SHA-512"],
]);
/** What of something other than a file is written like a file's hash. */
const OTHER_HASH =
  /\b(ja3s?|jarm|hassh|imphash|rich ?(?:header )?hash|commit|revision|thumbprint|serial(?: number)?|fingerprint|guid|uuid|transaction|tx ?id|api[ _-]?key|key|nonce|password hash|ntlm|token|salt|iv)(?: hash)?[\s:="'`(#]{0,4}$/i;

function hashReadings(text: string, around: Surroundings, known: Known): readonly Reading[] {
  const type = "file-hash";
  const value = text.toLowerCase().replace(/^0x/, "");
  const kind = HASH_KINDS.get(value.length);
  if (/^0x/i.test(text))
    return value.length === 40 ? [{ type: "cryptocurrency-wallet", value: `0x${value}`, kind: "ethereum" }] : [];
  if (kind === undefined) return [];
  if (new Set(value).size < 4) return [{ type, value, kind, ...rejected("a placeholder, no hash") }];
  const other = OTHER_HASH.exec(around.before)?.[1]?.toLowerCase();
  if (other !== undefined) return [{ type, value, kind, ...doubted(`stands behind the word ${other}, so of no file`) }];
  const list = listOf(known.warnings, "file-hash", value);
  if (list !== null) return [{ type, value, kind, ...doubted(`well-known hash by the warning list: ${list}`) }];
  if (/^\d+$/.test(value)) return [{ type, value, kind, ...doubted("digits only, as a hash hardly ever is") }];
  return [{ type, value, kind, why: null }];
}

function isBlockSize(size: number): boolean {
  return size >= 3 && size % 3 === 0 && Number.isInteger(Math.log2(size / 3));
}

function walletReadings(text: string): readonly Reading[] {
  const type = "cryptocurrency-wallet";
  if (/^4/.test(text) && text.length === 95) return [{ type, value: text, kind: "monero" }];
  return isBitcoinAddress(text, (bytes) => createHash("sha256").update(bytes).digest())
    ? [{ type, value: text, kind: "bitcoin" }]
    : [];
}

/** A run of host or file name, with what may stand behind a host. */
function dottedReadings(text: string, around: Surroundings, known: Known): readonly Reading[] {
  const [, run = "", port, path] = /^([^:/?]+)(?::(\d{1,5}))?([/?].*)?$/su.exec(text) ?? [];
  // Scripts without spaces run into the name.
  const name = run
    .replace(
      /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+(?=[A-Za-z0-9])|(?<=\.[a-z]{2,24})[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+$/gu,
      "",
    )
    .replace(/^[-_]+(?=.{4})|[-_]+$/g, "");
  const labels = name.split(".");
  const ending = (labels.at(-1) ?? "").toLowerCase();
  if (labels.length < 2 || labels.includes("") || (ending.length < 2 && !fileEndings.has(ending))) return [];
  const isDefanged = around.change === "defanged";
  // Cells that lost what stood between them.
  const [, glued] = (isDefanged && /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})[A-Za-z]?[A-Za-z0-9]*$/.exec(run)) || [];
  if (glued !== undefined && networkOf(glued) !== null) {
    const verdict = addressVerdict(glued, around, known);
    return [{ type: "ipv4-addr", value: glued, ...verdict, why: verdict.why ?? "runs into the words around it" }];
  }
  const isHost = isPublicName(name.toLowerCase()) || /[^\x20-\x7e]/.test(ending);
  const isMarked = isDefanged || port !== undefined || path !== undefined || /^www\d?\./i.test(name);
  // No host has an underscore just before its ending.
  const isFile = !isHost || !isMarked || (path === undefined && labels.length === 2 && name.includes("_"));
  if (fileEndings.has(ending) && isFile && !(around.isListed && isHost && (labels.length > 2 || around.isAmongHosts))) {
    return fileReadings(name, around, isHost);
  }
  if (/^\d+$/.test(ending)) return [];
  const host = hostOf(name);
  if (host === "" || !isPublicName(host)) {
    const isLocal = /\.(?:local|lan|internal|intranet|corp|home|localdomain)$/i.test(name);
    if (isLocal) return [{ type: "domain-name", value: name.toLowerCase(), ...rejected("a name of a local network") }];
    return isDefanged
      ? [{ type: "domain-name", value: name.toLowerCase(), ...rejected("ends in no top-level domain") }]
      : [];
  }
  const why = isDefanged ? null : lookAlike(name, labels, around, path);
  if (why !== null) return [{ type: "domain-name", value: host, ...rejected(why) }];
  const verdict = hostVerdict(host, around, known, IN_SENTENCE.host);
  if (path !== undefined && /^[/?].*[\p{L}\p{N}]/su.test(path)) {
    const url = resolveReference(`http://${name}${port === undefined ? "" : `:${port}`}${path}`, null);
    if (url !== null && url.host !== "") return [{ type: "url", value: url.href, port: portOf(port), ...verdict }];
  }
  return [{ type: "domain-name", value: host, port: portOf(port), ...verdict }];
}

/** Why a dotted name that is not defanged is no host; null when it may be one. */
function lookAlike(
  name: string,
  labels: readonly string[],
  around: Surroundings,
  path: string | undefined,
): string | null {
  const lower = name.toLowerCase();
  const [first = "", second = ""] = labels;
  if (dottedProducts.has(lower)) return "a product's name";
  if ((labels.at(-2) ?? "").includes("_")) return "has an underscore where no host has one";
  if (path !== undefined || around.isListed) return null;
  if (/^\(/.test(around.behind) || /[$%@#>]$|->$/.test(around.before)) return "a name in code";
  if (codeRoots.has(first.toLowerCase()) && labels.length <= 3) return "a name in code";
  if (/^[A-Z][a-z0-9]+[A-Za-z0-9]*$/.test(first) && /^[A-Z][a-z]/.test(second)) return "a name in code";
  if (labels.length >= 3 && /^(?:com|org|net|io|android|java)$/.test(first)) return "a package's name";
  if (/^[A-Z][a-z]+$/.test(labels.at(-1) ?? "") && !/^[A-Z]/.test(labels.at(-2) ?? ""))
    return "two sentences without a space between";
  if (labels.every((label) => label.length <= 2)) return "an abbreviation";
  return null;
}

function fileReadings(name: string, around: Surroundings, isAlsoHost: boolean): readonly Reading[] {
  const lower = name.toLowerCase();
  const ending = lower.slice(lower.lastIndexOf(".") + 1);
  if (/^(?:com|org|net|io|android)\.\w+\.\w+$/.test(lower))
    return [{ type: "domain-name", value: lower, ...rejected("a package's name") }];
  const asHost: readonly Reading[] = isAlsoHost
    ? [{ type: "domain-name", value: lower, ...rejected("file name, not a domain") }]
    : [];
  if (dottedProducts.has(lower))
    return [...asHost, { type: "file-name", value: name, ...rejected("a product's name") }];
  // A version (`1.2.so`), or a name in code.
  if (!/[\p{L}]/u.test(lower.slice(0, lower.lastIndexOf("."))) && ending.length < 3) return asHost;
  if (/[a-z]{3}\.(?:Go|Do|One|As|So|Map)$/.test(name)) return asHost;
  if (/^\(/.test(around.behind)) return [...asHost, { type: "file-name", value: name, ...rejected("a name in code") }];
  if (
    ending.length === 1 ||
    (/^(?:cs|go|js|ts|config|class|key|reg|log|db|data|dat)$/.test(ending) && codeRoots.has(lower.split(".")[0] ?? ""))
  )
    return [...asHost, { type: "file-name", value: name, ...doubted("may be a name in code") }];
  const why = systemFiles.has(lower) ? "a program that comes with the system" : null;
  return [...asHost, { type: "file-name", value: name, why }];
}

function windowsPathReadings(text: string, around: Surroundings): readonly Reading[] {
  // Each backslash is written twice there, as in the strings of code.
  if (text.endsWith("\\") && around.behind.startsWith("\\")) return [];
  // Escapes of bytes and of patterns are no paths.
  if (/\\x[0-9a-f]{2}(?:\\|$)|\\u[0-9a-f]{4}|\\[dwsbnrt](?:[+*\\]|$)/i.test(text) && !/^[A-Za-z]:|^%/.test(text))
    return [];
  if (!/[A-Za-z]{2}/.test(text) || text.length < 5) return [];
  const isWhole = /^(?:[A-Za-z]:|%|\\\\|\.)/.test(text);
  return [{ type: "file-path", value: text, why: isWhole ? null : "begins at no drive" }];
}

const ROOTS =
  /^(?:~|\.{1,2})?\/(?:etc|tmp|usr|var|home|opt|bin|sbin|dev|root|lib|lib64|boot|proc|sys|run|mnt|media|srv|Users|Library|System|Applications|Volumes|private|data|sdcard|storage|vendor)\//;

function unixPathReadings(text: string): readonly Reading[] {
  const steps = text.split("/").filter((step) => step !== "" && !/^[~.]+$/.test(step));
  if (steps.length === 0 || !steps.some((step) => /[A-Za-z]{2}/.test(step))) return [];
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(text)?.[1]?.toLowerCase() ?? "";
  if (ROOTS.test(text) || /^(?:~|\.)/.test(text)) return [{ type: "file-path", value: text, why: null }];
  if (steps.length < 2 && !fileEndings.has(ending)) return [];
  return [{ type: "file-path", value: text, why: "may be a path on a web server" }];
}

function vulnerabilityReadings(text: string): readonly Reading[] {
  const [, year = "", number = ""] = /(\d{4}).(\d{4,8})$/.exec(text) ?? [];
  const value = `CVE-${year}-${number}`;
  const isSound = Number(year) >= 1999 && !(number.length > 4 && number.startsWith("0")) && number.length <= 7;
  return [{ type: "vulnerability", value, ...(isSound ? TAKEN : rejected("has no form that a CVE number has")) }];
}

const ATTACK_KINDS: readonly (readonly [form: RegExp, kind: string])[] = [
  [/^TA0\d{3}$/, "tactic"],
  [/^T[01]\d{3}\.\d{3}$/, "sub-technique"],
  [/^T[01]\d{3}$/, "technique"],
  [/^G[01]\d{3}$/, "group"],
  [/^S[01]\d{3}$/, "software"],
  [/^M[01]\d{3}$/, "mitigation"],
  [/^C00\d{2}$/, "campaign"],
  [/^DS00\d{2}$/, "data source"],
];

function attackReadings(text: string, { citesAttack }: Known): readonly Reading[] {
  const kind = ATTACK_KINDS.find(([form]) => form.test(text))?.[1];
  if (kind === undefined) return [];
  return [{ type: "attack-id", value: text, kind, why: citesAttack ? null : "the document does not speak of ATT&CK" }];
}

function networkNumberReadings(text: string): readonly Reading[] {
  const number = Number(/\d+$/.exec(text)?.[0] ?? 0);
  if (number < 1 || number > 4_294_967_294) return [];
  return [
    {
      type: "autonomous-system",
      value: `AS${number}`,
      why: /^AS[ -]/.test(text) && number < 100 ? "may be the word as" : null,
    },
  ];
}
