/**
 * The hosts that a message's links open, a gateway's wrapping taken off: those of its HTML, and of web addresses in plain text as clients make links of them.
 *
 * Pure and total; linear in the texts. All of a text is searched; what is bounded is in `limits` and told.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { HtmlReading } from "../html/reading.ts";
import { mayBeWrapped, unwrap } from "../url/gateways.ts";
import { classifyReference, resolveReference } from "../url/resolve.ts";

export interface LinkHosts {
  /** Distinct, in order, at most `limits.linkHostsMax`. */
  readonly hosts: readonly string[];
  /** `limit.links`, `limit.link-hosts`: there are more. */
  readonly problems: readonly Problem[];
}

const NONE: LinkHosts = { hosts: [], problems: [] };

export function findLinkHosts(
  readings: readonly Pick<HtmlReading, "links" | "base">[],
  plainTexts: readonly string[],
): LinkHosts {
  if (readings.length + plainTexts.length === 0) return NONE;
  const found = new HostSet();
  for (const { links, base } of readings) for (const { url } of links) found.add(url, base);
  for (const text of plainTexts) {
    for (const [url] of text.matchAll(PLAIN_URL)) {
      if (found.isFull) break;
      const address = url.slice(0, addressEnd(url));
      found.add(WWW.test(address) ? `http://${address}` : address, null);
    }
  }
  return found.result();
}

/** With a scheme, or as clients make links of it, with the name that servers have; up to white space or a closing mark. */
const PLAIN_URL = /(?:https?:[/\\]{2}|(?<![\w@./-])www\.)[^\s<>"'()[\]{}]{1,2000}/gi;
const WWW = /^www\./i;

/** Without the marks that end a sentence. */
function addressEnd(url: string): number {
  let end = url.length;
  while (end > 0 && ".,;:!?".includes(url.charAt(end - 1))) end -= 1;
  return end;
}

/** Scheme and host of an ordinary URL, which decide its host alone: most links of a mail share a few. */
const PLAIN_ORIGIN = /^https?:\/\/[a-z0-9.-]+(?=[/?#]|$)/i;

class HostSet {
  readonly #hosts = new Set<string>();
  readonly #origins = new Set<string>();
  readonly #limits = new Set<string>();
  #resolved = 0;

  /** A bound was passed: nothing more is taken. */
  get isFull(): boolean {
    return this.#limits.size > 0;
  }

  add(url: string, base: string | null): void {
    const origin = PLAIN_ORIGIN.exec(url)?.[0];
    // Most links without an origin are `mailto:`: no parser need be asked of what no server answers.
    if (this.isFull || (origin === undefined ? !mayBeRemote(url) : this.#origins.has(origin))) return;
    if (this.#resolved === limits.linksMax) {
      this.#limits.add("limit.links");
      return;
    }
    this.#resolved += 1;
    const written = resolveReference(url, base);
    const isGateway = written !== null && mayBeWrapped(written.domain);
    // A gateway's links share their origin and lead everywhere.
    if (origin !== undefined && !isGateway) this.#origins.add(origin);
    const resolved = isGateway ? (unwrap(written)?.inner ?? written) : written;
    if (resolved?.kind !== "remote" || resolved.host === "" || this.#hosts.has(resolved.host)) return;
    if (this.#hosts.size === limits.linkHostsMax) this.#limits.add("limit.link-hosts");
    else this.#hosts.add(resolved.host);
  }

  result(): LinkHosts {
    return { hosts: [...this.#hosts], problems: [...this.#limits].map((code) => ({ code })) };
  }
}

function mayBeRemote(url: string): boolean {
  const { kind } = classifyReference(url);
  return kind === "remote" || kind === "relative";
}
