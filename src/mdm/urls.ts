/**
 * URLs as rules read them (mdm.md, 4.7): parts as they are written, the host in its one form, wrappers of gateways and redirectors undone.
 *
 * What is missing is null: `https://example.org` has no path. Hosts that are addresses have `ip` and no `domain`. A `mailto:` link is
 * its address. Pure and total; linear in the URL, of which `limits.urlCharsMax` characters are read.
 */
import { limits } from "../base/limits.ts";
import { ownText } from "../base/own-text.ts";
import { TextMemo } from "../base/text-memo.ts";
import { mayBeWrapped, unwrapOnce } from "../url/gateways.ts";
import { cleanReference, type ResolvedUrl, resolveReference } from "../url/resolve.ts";
import { domainOf } from "./domains.ts";
import { type IpFacts, ipObject, ipOfHost } from "./ips.ts";
import { type ModelObject, maker } from "./model-object.ts";

interface RewriteFacts {
  readonly encoders: readonly string[];
  readonly original: string;
}

export interface UrlFacts {
  readonly url: string;
  /** Lower case; empty where there is none. */
  readonly scheme: string;
  readonly username: string | null;
  readonly password: string | null;
  /** Lower case A-labels, or an address without brackets; empty for none. */
  readonly host: string;
  readonly ip: IpFacts | null;
  readonly port: number | null;
  readonly path: string | null;
  /** Without the question mark. */
  readonly query: string | null;
  readonly fragment: string | null;
  readonly rewrite: RewriteFacts | null;
}

const rewriteObject = maker<"RewriteDetails", RewriteFacts>("RewriteDetails", {
  encoders: ({ encoders }) => encoders,
  original: ({ original }) => original,
});

export const urlObject = maker<"URL", UrlFacts>("URL", {
  domain: ({ host, ip }) => (ip === null ? domainOf(host) : null),
  fragment: ({ fragment }) => fragment,
  ip: ({ ip }) => ipObject(ip),
  password: ({ password }) => password,
  path: ({ path }) => path,
  port: ({ port, scheme }) => port ?? DEFAULT_PORTS.get(scheme) ?? null,
  query_params: ({ query }) => query,
  query_params_decoded: ({ query }) => decodedQuery(query),
  rewrite: ({ rewrite }) => rewriteObject(rewrite),
  scheme: ({ scheme }) => (scheme === "" ? null : scheme),
  url: ({ url }) => url,
  username: ({ username }) => username,
});

const DEFAULT_PORTS: ReadonlyMap<string, number> = new Map([
  ["http", 80],
  ["https", 443],
  ["ftp", 21],
  ["ws", 80],
  ["wss", 443],
]);

/** A wrapper around a wrapper is common; more layers are somebody's play. */
const LAYERS_MAX = 16;

/** Links of a message are read as links of its body, of its threads and of its markup, each by each. */
const URLS_KEPT = 512;
const known = new TextMemo<UrlFacts | null>(URLS_KEPT, URLS_KEPT * 256);
/** By length of the base, base, reference. */
const knownBelow = new TextMemo<UrlFacts | null>(URLS_KEPT, URLS_KEPT * 256);

/** A URL with everything around it undone; null where the text is none. `base`: absolute, for relative references. */
export function parseUrl(reference: string, base: string | null): UrlFacts | null {
  if (base === null) return known.get(reference, (own) => parsed(own, null));
  return knownBelow.get(`${base.length} ${base}${reference}`, () => parsed(ownText(reference), base));
}

function parsed(reference: string, base: string | null): UrlFacts | null {
  const outer = cleanReference(reference);
  const resolved = resolveReference(outer, base);
  if (resolved === null || resolved.scheme === "") return resolved === null ? null : withoutScheme(resolved);
  const { inner, encoders } = unwrapAll(resolved);
  if (encoders.length === 0) return partsOf(outer, resolved, null);
  return partsOf(inner.href, inner, { encoders, original: outer });
}

/** A text that is a URL; without a scheme only where `isStrict` is false: `example.org/path`. */
export function parseUrlText(text: string, isStrict: boolean): ModelObject<UrlFacts> | null {
  const cleaned = cleanReference(text);
  if (/\s/.test(cleaned)) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(cleaned) && !HOST_AND_PORT.test(cleaned)) return urlObject(parseUrl(cleaned, null));
  return isStrict || !looksLikeHost(cleaned)
    ? null
    : urlObject(parseUrl(`https://${cleaned.replace(/^\/\//, "")}`, null));
}

/** `example.org:8080` is no scheme. */
const HOST_AND_PORT = /^[a-z0-9.-]+\.[a-z0-9-]+:\d{1,5}(?:[/?#]|$)/i;

/** A name with a known suffix, or an address, before the first slash: `example.org`, `www.example.org/a`. */
export function looksLikeHost(text: string): boolean {
  const host = /^(?:\/\/)?([^/?#\s@]{1,253}?)(?::\d{1,5})?(?=[/?#]|$)/.exec(text)?.[1] ?? "";
  if (!/^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\.?$/u.test(host)) return false;
  // A URL may write an address in fewer numbers; a text means a number by these.
  if (/^[\d.]+$/.test(host) && host.split(".").length !== 4) return false;
  const resolved = resolveReference(`https://${host}/`, null);
  return (
    resolved !== null && (domainOf(resolved.host)?.facts.isValid === true || ipOfHost(resolved.host, host) !== null)
  );
}

interface Layers {
  readonly inner: ResolvedUrl;
  /** Outermost first. */
  readonly encoders: readonly string[];
}

/** A wrapper that keeps the path or the whole address to itself is left as it is. */
function unwrapAll(url: ResolvedUrl): Layers {
  const encoders: string[] = [];
  let inner = url;
  while (encoders.length < LAYERS_MAX && mayBeWrapped(inner.domain)) {
    const layer = unwrapOnce(inner);
    if (layer === null || layer.inner === null || layer.isHostOnly) break;
    encoders.push(encoderOf(layer.wrapper, inner.host));
    inner = layer.inner;
  }
  return { inner, encoders };
}

/** Our names of gateways in the words of the model's closed list; a name of the same form where it has none. */
const ENCODERS: ReadonlyMap<string, string> = new Map([
  ["Microsoft Safe Links", "azure_safelink"],
  ["Proofpoint URL Defense", "proofpoint"],
  ["Barracuda Link Protection", "barracuda"],
  ["Cisco Secure Email", "cisco"],
  ["Symantec Click-time Protection", "symantec"],
  ["Trend Micro Click-time Protection", "trend_micro"],
  ["Sophos Time-of-click Protection", "sophos"],
  ["Trellix (FireEye) URL Protection", "fireeye"],
  ["Check Point (Avanan) Click-time Protection", "checkpoint"],
  ["Zix (AppRiver) Link Protection", "edgepilot"],
  ["TitanHQ Link Lock", "titanhq"],
  ["Bitdefender GravityZone", "bitdefender"],
  ["Google redirect", "google_open_redirect"],
  ["Gmail picture proxy", "google_user_content"],
  ["Yahoo picture proxy", "yahoo"],
  ["YouTube redirect", "youtube_redirect"],
  ["Facebook redirect", "facebook"],
  ["LinkedIn redirect", "linkedin"],
  ["Slack redirect", "slack"],
]);

function encoderOf(wrapper: string, host: string): string {
  if (host === "l.instagram.com") return "instagram";
  return ENCODERS.get(wrapper) ?? wrapper.toLowerCase().replace(/[^a-z0-9]+/g, "_");
}

/** Scheme, what stands between two slashes and the next mark, the rest. Backslashes are slashes to browsers. */
const PARTS = /^([a-z][a-z0-9+.-]*):(?:[/\\]{2}([^/\\?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;

function partsOf(written: string, resolved: ResolvedUrl, rewrite: RewriteFacts | null): UrlFacts {
  if (resolved.scheme === "mailto") return mailParts(written, resolved, rewrite);
  // What is relative, or has odd slashes, is read in its resolved form.
  const text = resolved.kind === "remote" && !/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? resolved.href : written;
  const [, , authority = "", path = "", query, fragment] = PARTS.exec(text) ?? [];
  const { username, password, host: own, port } = authorityParts(authority);
  const { host, scheme } = resolved;
  return {
    url: text,
    scheme,
    username,
    password,
    host,
    ip: ipOfHost(host, own),
    port,
    path: path === "" ? null : path,
    query: query ?? null,
    fragment: fragment ?? null,
    rewrite,
  };
}

function authorityParts(authority: string): Pick<UrlFacts, "username" | "password" | "host" | "port"> {
  const at = authority.lastIndexOf("@");
  const user = at < 0 ? null : authority.slice(0, at);
  const colon = user === null ? -1 : user.indexOf(":");
  const [, host = "", port] = /^(.*?)(?::(\d{1,5}))?$/s.exec(authority.slice(at + 1)) ?? [];
  return {
    username: user === null ? null : percentDecoded(colon < 0 ? user : user.slice(0, colon)),
    password: user === null || colon < 0 ? null : percentDecoded(user.slice(colon + 1)),
    host,
    port: port === undefined ? null : Number(port),
  };
}

function mailParts(written: string, resolved: ResolvedUrl, rewrite: RewriteFacts | null): UrlFacts {
  const [, address = "", query] = /^mailto:([^?#]*)(?:\?([^#]*))?/is.exec(written) ?? [];
  return {
    ...NOTHING,
    url: percentDecoded(address).trim(),
    scheme: "mailto",
    host: resolved.host,
    query: query ?? null,
    rewrite,
  };
}

const NOTHING: UrlFacts = {
  url: "",
  scheme: "",
  username: null,
  password: null,
  host: "",
  ip: null,
  port: null,
  path: null,
  query: null,
  fragment: null,
  rewrite: null,
};

/** Relative, and nothing says to what. */
function withoutScheme({ href }: ResolvedUrl): UrlFacts {
  const [, path = "", query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(href) ?? [];
  const own = { path: path === "" ? null : path, query: query ?? null, fragment: fragment ?? null };
  return { ...NOTHING, url: href, ...own };
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** In order of first appearance; a key without `=` has one empty value. */
function decodedQuery(query: string | null): ReadonlyMap<string, readonly string[]> | null {
  if (query === null) return null;
  const decoded = new Map<string, string[]>();
  let count = 0;
  for (const [key, value] of new URLSearchParams(query)) {
    count += 1;
    if (count > limits.urlFieldsMax) break;
    const values = decoded.get(key);
    if (values === undefined) decoded.set(key, [value]);
    else values.push(value);
  }
  return decoded;
}
