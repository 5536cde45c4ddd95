/**
 * IP addresses as mail writes them, their scope, and networks: RFC 4291 and 5952 (IPv6), 5321 4.1.3 (literals), 6890 (special
 * ranges). Total: what is no address gives null.
 */

export interface IpAddress {
  /** 4 bytes, or 16. */
  readonly bytes: readonly number[];
}

/** All addresses whose first `prefixBits` bits are those of `bytes`. */
export interface Network {
  readonly bytes: readonly number[];
  readonly prefixBits: number;
}

/** Longest text of an address, with a zone: `ffff:` six times, dotted quad, `%` and an interface's name. */
const IP_CHARS_MAX = 80;

/** `192.0.2.1`, `2001:db8::1`, also in brackets, with `IPv6:` before it or a zone after it; mapped IPv4 is IPv4. */
export function parseIp(text: string): IpAddress | null {
  if (text.length > IP_CHARS_MAX) return null;
  const bare = text.replace(/^\[(.*)\]$/, "$1").replace(/^IPv6:/i, "");
  return parseIp4(bare) ?? parseIp6(bare.replace(/%[\w.-]+$/, ""));
}

function parseIp4(text: string): IpAddress | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return null;
  const bytes = text.split(".").map(Number);
  return bytes.every((byte) => byte <= 255) ? { bytes } : null;
}

function parseIp6(text: string): IpAddress | null {
  // Most texts that are asked about are names.
  if (!text.includes(":")) return null;
  const tail = /^(.*:)(\d[\d.]+\.[\d.]+)$/.exec(text);
  const quad = tail === null ? null : parseIp4(tail[2] ?? "");
  if (tail !== null && quad === null) return null;
  const [high = 0, low = 0, third = 0, fourth = 0] = quad?.bytes ?? [];
  const words =
    tail === null ? text : `${tail[1]}${((high << 8) | low).toString(16)}:${((third << 8) | fourth).toString(16)}`;
  const halves = words.split("::");
  if (halves.length > 2 || !words.includes(":")) return null;
  const [left = [], right = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const all = [...left, ...Array.from({ length: missing }, () => "0"), ...right];
  if (!all.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return null;
  const bytes = all.flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 0xff]);
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  return { bytes: isMapped ? bytes.slice(12) : bytes };
}

/** The one spelling of an address (RFC 5952 4). */
export function ipText({ bytes }: IpAddress): string {
  if (bytes.length === 4) return bytes.join(".");
  const words = Array.from({ length: 8 }, (_, index) =>
    (((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)).toString(16),
  );
  const longest = words
    .join(":")
    .match(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)
    ?.reduce((best, run) => (run.length > best.length ? run : best), "");
  if (longest === undefined) return words.join(":");
  const text = words.join(":");
  const at = text.search(new RegExp(`(?<![0-9a-f])${longest}(?![0-9a-f])`));
  return `${text.slice(0, at).replace(/:$/, "")}::${text.slice(at + longest.length).replace(/^:/, "")}`;
}

/** `192.0.2.0/24`, `2001:db8::/32`, or one address; null for anything else. */
export function parseNetwork(text: string): Network | null {
  const parts = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim());
  const ip = parts === null ? null : parseIp(parts[1] ?? "");
  if (ip === null) return null;
  const bits = ip.bytes.length * 8;
  const prefixBits = Number(parts?.[2] ?? bits);
  return prefixBits > bits ? null : { bytes: ip.bytes, prefixBits };
}

export function isInNetwork({ bytes }: IpAddress, network: Network): boolean {
  if (bytes.length !== network.bytes.length) return false;
  return bytes.every((byte, index) => {
    const bits = Math.min(8, Math.max(0, network.prefixBits - index * 8));
    return ((byte ^ (network.bytes[index] ?? 0)) & (0xff00 >> bits) & 0xff) === 0;
  });
}

/** Where an address means something: on this machine, on its link, in its organisation, everywhere. */
export type IpScope = "loopback" | "link" | "private" | "reserved" | "public";

/** RFC 6890, 6598 (carrier-grade NAT), 4193 (unique local), 5737 and 3849 (documentation). */
const scopes: readonly (readonly [IpScope, readonly string[]])[] = [
  ["loopback", ["127.0.0.0/8", "::1"]],
  ["link", ["169.254.0.0/16", "fe80::/10"]],
  ["private", ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "fec0::/10"]],
  ["reserved", ["0.0.0.0/8", "224.0.0.0/3", "::", "ff00::/8"]],
];

const scopeNetworks: readonly (readonly [IpScope, readonly Network[]])[] = scopes.map(([scope, texts]) => [
  scope,
  texts.map(parseNetwork).filter((network) => network !== null),
]);

export function ipScope(ip: IpAddress): IpScope {
  return scopeNetworks.find(([, networks]) => networks.some((network) => isInNetwork(ip, network)))?.[0] ?? "public";
}
