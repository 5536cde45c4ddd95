/**
 * SPF records: text → terms (RFC 7208 4.6, 5, 6, 7.1 and 12). A record that breaks the syntax anywhere gives null, as the RFC has
 * it: one that is half understood would let somebody send. Total, linear; macros stay as they are written.
 */
import { type IpAddress, parseIp } from "../mail/ip-address.ts";

export type Qualifier = "pass" | "fail" | "softfail" | "neutral";

/** Bits of the network that an address is compared in. */
export interface Prefixes {
  readonly ip4: number;
  readonly ip6: number;
}

/** `domain`: a text with macros; empty for the domain whose record it is. */
export type Mechanism =
  | { readonly kind: "all" }
  | { readonly kind: "include" | "exists"; readonly domain: string }
  | { readonly kind: "a" | "mx"; readonly domain: string; readonly prefixes: Prefixes }
  | { readonly kind: "ptr"; readonly domain: string }
  | { readonly kind: "ip"; readonly network: IpAddress; readonly prefixBits: number };

export interface Directive {
  readonly qualifier: Qualifier;
  readonly mechanism: Mechanism;
}

export interface SpfRecord {
  readonly directives: readonly Directive[];
  /** Empty where there is none. */
  readonly redirect: string;
  readonly explanation: string;
}

/** RFC 7208 3.4 wants 512 at most; real records have up to two thousand. */
const CHARS_MAX = 16 * 1024;

export function isSpf(text: string): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

const QUALIFIERS: ReadonlyMap<string, Qualifier> = new Map<string, Qualifier>([
  ["", "pass"],
  ["+", "pass"],
  ["-", "fail"],
  ["~", "softfail"],
  ["?", "neutral"],
]);

/** `text`: that `isSpf` is true of. */
export function parseSpf(text: string): SpfRecord | null {
  if (text.length > CHARS_MAX || !/^[\x20-\x7e]*$/.test(text)) return null;
  const directives: Directive[] = [];
  const modifiers = new Map<string, string>();
  for (const term of text.slice("v=spf1".length).split(" ")) {
    if (term === "") continue;
    const modifier = /^([a-z][a-z0-9._-]*)=(.*)$/i.exec(term);
    if (modifier === null) {
      const directive = parseDirective(term);
      if (directive === null) return null;
      directives.push(directive);
      continue;
    }
    const name = (modifier[1] ?? "").toLowerCase();
    const value = modifier[2] ?? "";
    const isOurs = name === "redirect" || name === "exp";
    if (isOurs ? modifiers.has(name) || !isDomainSpec(value) : !isMacroString(value)) return null;
    if (isOurs) modifiers.set(name, value);
  }
  return { directives, redirect: modifiers.get("redirect") ?? "", explanation: modifiers.get("exp") ?? "" };
}

function parseDirective(term: string): Directive | null {
  const match = /^([+?~-]?)([a-z][a-z0-9]*)(?=$|[:/])(.*)$/i.exec(term);
  const qualifier = QUALIFIERS.get(match?.[1] ?? "");
  if (match === null || qualifier === undefined) return null;
  const mechanism = parseMechanism((match[2] ?? "").toLowerCase(), match[3] ?? "");
  return mechanism === null ? null : { qualifier, mechanism };
}

/** `rest`: from the colon or slash on. */
function parseMechanism(name: string, rest: string): Mechanism | null {
  const value = rest.startsWith(":") ? rest.slice(1) : null;
  switch (name) {
    case "all":
      return rest === "" ? { kind: "all" } : null;
    case "include":
    case "exists":
      return value !== null && isDomainSpec(value) ? { kind: name, domain: value } : null;
    case "ptr":
      if (rest === "") return { kind: "ptr", domain: "" };
      return value !== null && isDomainSpec(value) ? { kind: "ptr", domain: value } : null;
    case "a":
    case "mx":
      return parseHosts(name, rest);
    case "ip4":
      return value === null ? null : parseNetworkTerm(value, 4);
    case "ip6":
      return value === null ? null : parseNetworkTerm(value, 16);
    default:
      return null;
  }
}

const DUAL_PREFIX = /(?:\/(0|[1-9]\d?))?(?:\/\/(0|[1-9]\d{0,2}))?$/;

/** `a`, `a:example.org`, `a/24`, `a:example.org/24//64`. */
function parseHosts(kind: "a" | "mx", rest: string): Mechanism | null {
  const match = DUAL_PREFIX.exec(rest);
  const head = rest.slice(0, match?.index ?? rest.length);
  const [ip4, ip6] = [Number(match?.[1] ?? 32), Number(match?.[2] ?? 128)];
  if (ip4 > 32 || ip6 > 128) return null;
  if (head === "") return { kind, domain: "", prefixes: { ip4, ip6 } };
  const domain = head.slice(1);
  return head.startsWith(":") && isDomainSpec(domain) ? { kind, domain, prefixes: { ip4, ip6 } } : null;
}

function parseNetworkTerm(value: string, bytes: 4 | 16): Mechanism | null {
  const match = /^([0-9a-f.:]+)(?:\/(0|[1-9]\d{0,2}))?$/i.exec(value);
  const text = match?.[1] ?? "";
  if (bytes === 4 ? !/^\d+(?:\.\d+){3}$/.test(text) : !text.includes(":")) return null;
  const ip = parseIp(text);
  if (match === null || ip === null) return null;
  const bits = Number(match[2] ?? bytes * 8);
  if (bits > bytes * 8) return null;
  // An IPv4 address in IPv6 form is compared as IPv4: its network is the last 32 of the bits.
  const isMapped = bytes === 16 && ip.bytes.length === 4;
  return { kind: "ip", network: ip, prefixBits: isMapped ? Math.max(0, bits - 96) : bits };
}

const MACRO = String.raw`%(?:[%_-]|\{[slodiphcrtv]\d*r?[.+,/_=-]*\})`;
const LITERAL = String.raw`[\x21-\x24\x26-\x7e]`;
const MACRO_STRING = new RegExp(`^(?:${LITERAL}|${MACRO})*$`, "i");
const ENDS_IN_MACRO = new RegExp(`${MACRO}$`, "i");
const TOP_LABEL = /\.(?:[a-z0-9]*[a-z][a-z0-9]*|[a-z0-9]+-[a-z0-9-]*[a-z0-9])\.?$/i;

/** RFC 7208 7.1. Of explanations too, once spaces are taken out. */
export function isMacroString(text: string): boolean {
  return MACRO_STRING.test(text);
}

/** The letters `c`, `r` and `t` stand only in explanations. A count of labels is not zero. */
function isDomainSpec(text: string): boolean {
  if (text === "" || !MACRO_STRING.test(text) || /%\{(?:[crt]|[a-z]0+(?!\d))/i.test(text)) return false;
  return ENDS_IN_MACRO.test(text) || TOP_LABEL.test(text);
}
