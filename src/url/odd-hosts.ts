/**
 * Hosts that are written so that people or programs do not know them: addresses in numbers of any base, names in front of `@`,
 * letters of other scripts. Of the reference as written, since resolving makes them ordinary. Pure; linear in the authority.
 */
import { isDisguisedDomain } from "./look-alikes.ts";

export type OddHost =
  /** `192.0.2.1`, `[2001:db8::1]`. */
  | "ip"
  /** One number for all four, hexadecimal, octal, fewer than four parts. */
  | "ip-encoded"
  /** A name stands in front of `@`. */
  | "userinfo"
  /** That name is one of a host: `https://bank.example@attacker.test`. */
  | "userinfo-host"
  | "punycode"
  /** Letters of other scripts that look Latin. */
  | "disguised"
  | "percent-encoded"
  /** Other than 80 and 443. */
  | "port"
  /** Backslashes, one slash or three after the scheme. */
  | "slashes"
  /** More than five labels in front of the registrable domain. */
  | "deep";

const AUTHORITY_CHARS_MAX = 2_000;
const DEEP_LABELS = 7;

/** Distinct, in the order of the type. Only web addresses are looked at. */
export function oddHosts(reference: string): readonly OddHost[] {
  const match = /^\s*https?:([\\/]*)([^/\\?#]{0,2000})/i.exec(reference.slice(0, AUTHORITY_CHARS_MAX + 20));
  if (match === null) return [];
  const [, slashes = "", authority = ""] = match;
  const at = authority.lastIndexOf("@");
  const host = authority.slice(at + 1).replace(/:\d*$/, "");
  const user = at < 0 ? "" : authority.slice(0, at);
  const port = /:(\d+)$/.exec(authority.slice(at + 1))?.[1] ?? "";
  const found: OddHost[] = [];
  if (isPlainIp(host)) found.push("ip");
  else if (isEncodedIp(host)) found.push("ip-encoded");
  if (at >= 0) found.push(/[a-z0-9-]\.[a-z]{2,}/i.test(user) ? "userinfo-host" : "userinfo");
  if (/(?:^|\.)xn--/i.test(host)) found.push("punycode");
  if (isDisguisedDomain(host)) found.push("disguised");
  if (host.includes("%")) found.push("percent-encoded");
  if (port !== "" && port !== "80" && port !== "443") found.push("port");
  if (slashes !== "//") found.push("slashes");
  if (host.split(".").length > DEEP_LABELS) found.push("deep");
  return found;
}

function isPlainIp(host: string): boolean {
  return host.startsWith("[") || /^(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})$/.test(host);
}

/** WHATWG URL 3.5: a host whose last label is a number is an address in one to four numbers. */
function isEncodedIp(host: string): boolean {
  const parts = host.replace(/\.$/, "").split(".");
  return parts.length <= 4 && parts.every((part) => /^(?:0x[0-9a-f]*|\d+)$/i.test(part));
}
