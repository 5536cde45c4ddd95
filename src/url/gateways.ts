/**
 * Links that a mail gateway or a provider put around others after receipt, and what stood there before (threat-facts
 * LK-11): safe-link services, picture proxies of webmail, redirectors of large sites. The wrapper's own values name the
 * reader to the reader's own gateway; they are nobody's tracker.
 *
 * Pure and total, linear in the URL. The result is what the wrapper states; whether it leads there nobody here asks.
 * Source: the forms as the services publish them or their links show them; Proofpoint's decoding as it documents it (v1
 * percent-encoded, v2 with `-` for `%` and `_` for `/`, v3 with replaced characters in base64 behind the address).
 */
import { limits } from "../base/limits.ts";
import { type ResolvedUrl, resolveReference } from "./resolve.ts";

export interface Unwrapped {
  /** Of the outermost wrapper. */
  readonly wrapper: string;
  /** What it stands around; null where the wrapper keeps that to itself. */
  readonly inner: ResolvedUrl | null;
  /** Only the host is known: the wrapper keeps the path to itself. */
  readonly isHostOnly: boolean;
}

interface Parts {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly href: string;
}

interface Gateway {
  readonly name: string;
  /** Host, or the domain above it when it begins with a dot. */
  readonly hosts: readonly string[];
  /** The address inside; `""` where it is kept back; null where the URL is none of the wrapper's. */
  readonly inner: (parts: Parts) => string | null;
  readonly isHostOnly?: boolean;
}

/** A wrapper around a wrapper is common, one around three is somebody's play, who wants the innermost not to be seen. */
const LAYERS_MAX = 16;

/** Null for everything that no known gateway wrote. Costs one look-up for all other URLs. */
export function unwrap(url: ResolvedUrl): Unwrapped | null {
  const outer = unwrapOnce(url);
  if (outer === null) return null;
  let { inner, isHostOnly } = outer;
  for (let layer = 1; layer < LAYERS_MAX && inner !== null; layer += 1) {
    const next = unwrapOnce(inner);
    if (next === null) break;
    inner = next.inner;
    isHostOnly ||= next.isHostOnly;
  }
  return { wrapper: outer.wrapper, inner, isHostOnly };
}

/** The outermost layer alone. */
export function unwrapOnce(url: ResolvedUrl): Unwrapped | null {
  const gateway = gatewayOf(url);
  const address = gateway?.inner(partsOf(url.href)) ?? null;
  if (gateway === null || address === null) return null;
  const inner = innerUrl(address);
  return address !== "" && inner === null
    ? null
    : { wrapper: gateway.name, inner, isHostOnly: gateway.isHostOnly === true };
}

/** Whether links at this host may be wrapped ones. */
export function mayBeWrapped(domain: string): boolean {
  return byDomain.has(domain);
}

/** Only web addresses are wrapped; anything else is somebody's trick on us, and stays what it is. */
function innerUrl(address: string): ResolvedUrl | null {
  if (address === "") return null;
  if (!/^[a-z0-9]/i.test(address)) return null;
  const text = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `http://${address}`;
  const resolved = resolveReference(text.slice(0, limits.urlCharsMax), null);
  return resolved?.kind === "remote" && resolved.host !== "" ? resolved : null;
}

function partsOf(href: string): Parts {
  const text = href.slice(0, limits.urlCharsMax);
  const hash = text.indexOf("#");
  const whole = hash < 0 ? text : text.slice(0, hash);
  const mark = whole.indexOf("?");
  const start = whole.indexOf("/", whole.indexOf("//") + 2);
  const end = mark < 0 ? whole.length : mark;
  return {
    path: start < 0 || start > end ? "/" : whole.slice(start, end),
    query: new URLSearchParams(mark < 0 ? "" : whole.slice(mark + 1)),
    href: text,
  };
}

/** The parameter's value, percent-decoded once. */
function parameter(name: string): Gateway["inner"] {
  return ({ query }) => onlyValue(query, [name]);
}

/** The same under a path. */
function parameterAt(path: RegExp, ...names: readonly string[]): Gateway["inner"] {
  return ({ path: own, query }) => (path.test(own) ? onlyValue(query, names) : null);
}

/** Null for several: which of them the wrapper follows is not known, and the other may be there to be shown. */
function onlyValue(query: URLSearchParams, names: readonly string[]): string | null {
  const values = new Set(names.flatMap((name) => query.getAll(name)).filter((value) => value !== ""));
  const [value = null] = values;
  return values.size > 1 ? null : value;
}

/** Links whose target only the wrapper's server knows. */
function keptBack(path: RegExp): Gateway["inner"] {
  return (parts) => (path.test(parts.path) ? "" : null);
}

function proofpoint({ path, query, href }: Parts): string | null {
  const target = onlyValue(query, ["u"]);
  if (path === "/v1/url") return target;
  if (path === "/v2/url")
    return target === null ? null : percentDecoded(target.replaceAll("-", "%").replaceAll("_", "/"));
  return path.startsWith("/v3/__") ? proofpointThird(href) : null;
}

/** `https://host/v3/__ADDRESS__;BASE64!!TOKEN$`; each `*` of the address stands for characters that the base64 holds. */
function proofpointThird(href: string): string | null {
  const start = href.indexOf("/v3/__") + 6;
  const end = href.lastIndexOf("__;");
  if (end <= start) return null;
  const close = href.indexOf("!", end);
  const kept = [...Buffer.from(href.slice(end + 3, close < 0 ? undefined : close), "base64url").toString("utf8")];
  let next = 0;
  const take = (count: number): string => {
    next += count;
    return kept.slice(next - count, next).join("");
  };
  const address = href
    .slice(start, end)
    .replace(/\*(?:\*([A-Za-z0-9_-]))?/g, (mark, run?: string) =>
      kept.length === 0 ? mark : take(run === undefined ? 1 : RUN_LENGTHS.indexOf(run) + 2),
    );
  // A scheme's double slash is written as one.
  return address.replace(/^(https?:)\/(?!\/)/i, "$1//");
}

/** `**A` stands for two characters, `**B` for three, and so on. */
const RUN_LENGTHS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** `/TOKEN/ADDRESS`, the address percent-encoded as one segment. */
function cisco({ path }: Parts): string | null {
  const address = /^\/[\w-]{20,4000}\/(https?%3a.{1,8000})$/i.exec(path)?.[1];
  return address === undefined ? null : percentDecoded(address);
}

/** `/v2/___ADDRESS___.TOKEN`. */
function checkPoint({ href }: Parts): string | null {
  const start = href.indexOf("/v2/___");
  const end = href.lastIndexOf("___.");
  return start < 0 || end <= start + 7 ? null : href.slice(start + 7, end);
}

function base64Parameter(name: string): Gateway["inner"] {
  return ({ query }) => {
    const value = onlyValue(query, [name]);
    return value === null ? null : webAddressOf(Buffer.from(value.replaceAll(" ", "+"), "base64").toString("utf8"));
  };
}

/** `/scan/BASE64URL/…`. */
function bitdefender({ path }: Parts): string | null {
  const value = /^\/scan\/([\w+-]{8,8000}={0,2})(?:\/|$)/.exec(path)?.[1];
  return value === undefined ? null : webAddressOf(Buffer.from(value, "base64").toString("utf8"));
}

function webAddressOf(text: string): string | null {
  return /^https?:\/\/[^\s\0]{1,8000}$/i.test(text) ? text : null;
}

/** The address of the picture stands behind `#`. */
function gmailPicture({ path, href }: Parts): string | null {
  if (!/^\/(?:proxy|meips)\//.test(path)) return null;
  const hash = href.indexOf("#");
  return hash < 0 ? null : href.slice(hash + 1);
}

function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** One entry a service; what is opaque by design says so by `keptBack`. */
export const gateways: readonly Gateway[] = [
  {
    name: "Microsoft Safe Links",
    hosts: [".safelinks.protection.outlook.com", ".safelinks.protection.office365.us", ".safelinks.o365.cn"],
    inner: parameter("url"),
  },
  {
    name: "Proofpoint URL Defense",
    hosts: ["urldefense.proofpoint.com", "urldefense.com", "urldefense.us", ".urldefense.com", ".urldefense.us"],
    inner: proofpoint,
  },
  {
    name: "Mimecast URL Protect",
    hosts: [".mimecast.com", ".mimecastprotect.com", ".mimecast-offshore.com"],
    inner: parameterAt(/^\/s\/[\w-]{4,200}$/, "domain"),
    isHostOnly: true,
  },
  { name: "Barracuda Link Protection", hosts: ["linkprotect.cudasvc.com"], inner: parameterAt(/^\/url$/, "a") },
  { name: "Cisco Secure Email", hosts: ["secure-web.cisco.com"], inner: cisco },
  {
    name: "Symantec Click-time Protection",
    hosts: ["clicktime.symantec.com", "clicktime.cloud.postoffice.net"],
    inner: parameter("u"),
  },
  {
    name: "Trend Micro Click-time Protection",
    hosts: [".trendmicro.com", ".trendmicro.eu"],
    inner: parameterAt(/^\/wis\/clicktime\//, "url"),
  },
  { name: "Sophos Time-of-click Protection", hosts: [".protection.sophos.com"], inner: base64Parameter("u") },
  {
    name: "Trellix (FireEye) URL Protection",
    hosts: ["protect.fireeye.com", "protect2.fireeye.com", ".fireeye.com", ".trellix.com"],
    inner: parameterAt(/^\/(?:v\d\/)?url$/, "u"),
  },
  {
    name: "Check Point (Avanan) Click-time Protection",
    hosts: ["url.avanan.click", ".avanan.click", "protect.checkpoint.com"],
    inner: checkPoint,
  },
  { name: "Zix (AppRiver) Link Protection", hosts: ["link.edgepilot.com"], inner: parameterAt(/^\/s\//, "u") },
  { name: "TitanHQ Link Lock", hosts: ["linklock.titanhq.com"], inner: parameter("url") },
  { name: "Bitdefender GravityZone", hosts: [".gravityzone.bitdefender.com"], inner: bitdefender },
  { name: "Intermedia Email Protection", hosts: ["url.emailprotection.link"], inner: keptBack(/^\//) },
  {
    name: "Hornetsecurity ATP",
    hosts: [".hornetsecurity.com", "seclinks.cloud-security.net"],
    inner: keptBack(/^\/$/),
  },
  { name: "Forcepoint", hosts: ["www.mailcontrol.com"], inner: keptBack(/^\/sr\//) },
  {
    name: "Google redirect",
    hosts: ["www.google.com", "google.com"],
    inner: parameterAt(/^\/url$/, "q", "url"),
  },
  { name: "Gmail picture proxy", hosts: [".googleusercontent.com"], inner: gmailPicture },
  { name: "Yahoo picture proxy", hosts: ["ecp.yusercontent.com"], inner: parameterAt(/^\/mail$/, "url") },
  { name: "YouTube redirect", hosts: ["www.youtube.com"], inner: parameterAt(/^\/redirect$/, "q") },
  { name: "Facebook redirect", hosts: ["l.facebook.com", "lm.facebook.com", "l.instagram.com"], inner: parameter("u") },
  {
    name: "LinkedIn redirect",
    hosts: ["www.linkedin.com"],
    inner: parameterAt(/^\/(?:redir\/redirect|safety\/go)\/?$/, "url"),
  },
  { name: "Slack redirect", hosts: ["slack-redir.net"], inner: parameterAt(/^\/link$/, "url") },
];

/** By registrable domain, which every resolved URL already has. */
const byDomain: ReadonlyMap<string, readonly Gateway[]> = groupedByDomain();

function groupedByDomain(): ReadonlyMap<string, readonly Gateway[]> {
  const grouped = new Map<string, Gateway[]>();
  for (const gateway of gateways) {
    for (const host of gateway.hosts) {
      const domain = resolveReference(`https://${host.startsWith(".") ? `a${host}` : host}/`, null)?.domain ?? host;
      const known = grouped.get(domain);
      if (known === undefined) grouped.set(domain, [gateway]);
      else if (!known.includes(gateway)) known.push(gateway);
    }
  }
  return grouped;
}

function gatewayOf({ host, domain, kind }: ResolvedUrl): Gateway | null {
  if (kind !== "remote") return null;
  const candidates = byDomain.get(domain);
  return candidates?.find(({ hosts }) => hosts.some((one) => isAt(host, one))) ?? null;
}

function isAt(host: string, pattern: string): boolean {
  return pattern.startsWith(".") ? host.endsWith(pattern) : host === pattern;
}
