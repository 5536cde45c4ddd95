/**
 * The way of a message as its `Received` lines tell it, from the reader's server down to the sender's (RFC 5321 4.4).
 *
 * Every server adds its line on top, so a sender can forge whatever stands below the line of the first server that the reader
 * trusts. Where that border runs is the reader's to say: names or networks of their own servers. Lines above it are
 * trusted; the rest is what somebody wrote (hostile-mail HM-031). Pure, total, bounded.
 */
import { limits } from "../base/limits.ts";
import type { Problem } from "../base/problem.ts";
import type { Span } from "../base/span.ts";
import { fieldsNamed } from "./headers.ts";
import { type IpAddress, ipScope, isInNetwork, type Network, parseNetwork } from "./ip-address.ts";
import type { Message } from "./message.ts";
import { ProblemList } from "./problem-list.ts";
import { type ReceivedLine, receivedLine } from "./received.ts";

/** The reader's own servers. */
export interface TrustBorder {
  /** Lower case; each stands for all names below it too. */
  readonly names: readonly string[];
  readonly networks: readonly Network[];
}

export const NO_BORDER: TrustBorder = { names: [], networks: [] };

/**
 * `own`: passed between own servers · `border`: an own server took the message from outside, the last line to be believed ·
 * `untrusted`: below that, or no own server's · `unknown`: no border was given.
 */
export type HopTrust = "own" | "border" | "untrusted" | "unknown";

export interface Hop extends ReceivedLine {
  readonly trust: HopTrust;
  readonly span: Span;
}

export interface Trace {
  /** Top to bottom, at most `limits.receivedMax`. */
  readonly hops: readonly Hop[];
  /**
   * `received-untrusted`: an untrusted line, or the sender's name on the border, claims to be an own server ·
   * `received-bad-time`: a line is more than a day older than the one below it.
   */
  readonly problems: readonly Problem[];
}

/** Host names and networks, as the user gives them; null when one of them is neither. */
export function parseBorder(texts: readonly string[]): TrustBorder | null {
  const names: string[] = [];
  const networks: Network[] = [];
  for (const text of texts) {
    const network = parseNetwork(text);
    if (network !== null) networks.push(network);
    else if (/^\.?[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+\.?$/i.test(text)) {
      names.push(text.toLowerCase().replace(/^\.|\.$/g, ""));
    } else return null;
  }
  return { names, networks };
}

export function hasBorder({ names, networks }: TrustBorder): boolean {
  return names.length + networks.length > 0;
}

/** A border of nothing is no border. Never throws. */
export function readTrace(message: Message, border: TrustBorder): Trace {
  const fields = fieldsNamed(message.root.headers, "received");
  const walk = new TraceWalk(border);
  for (const field of fields.slice(0, limits.receivedMax)) {
    walk.add(receivedLine(message, field), field.span);
  }
  const [beyond] = fields.slice(limits.receivedMax);
  const cut: Problem[] = beyond === undefined ? [] : [{ code: "limit.received", span: beyond.span }];
  return { hops: walk.hops, problems: [...walk.problems.problems, ...cut] };
}

/** Clocks of servers differ; more than this is no clock. */
const CLOCK_SKEW_MS = 24 * 3_600_000;

class TraceWalk {
  readonly hops: Hop[] = [];
  readonly problems = new ProblemList();
  readonly #border: TrustBorder;
  /** The line above was written inside the border, and took the message from inside. */
  #isInside: boolean;
  #lastDate: number | null = null;

  constructor(border: TrustBorder) {
    this.#border = border;
    this.#isInside = hasBorder(border);
  }

  add(line: ReceivedLine, span: Span): void {
    const trust = this.#trustOf(line);
    if (this.#isForged(line, trust)) this.#flag("received-untrusted", span);
    if (line.date !== null) {
      if (this.#lastDate !== null && line.date > this.#lastDate + CLOCK_SKEW_MS) this.#flag("received-bad-time", span);
      this.#lastDate = line.date;
    }
    this.hops.push({ ...line, trust, span });
  }

  #trustOf(line: ReceivedLine): HopTrust {
    if (!hasBorder(this.#border)) return "unknown";
    if (!this.#isInside) return "untrusted";
    const isOwn = this.#isOwnName(line.by) || this.#isOwnIp(line.byIp) || this.#isLocal(line);
    this.#isInside = isOwn && this.#isFromInside(line);
    if (!isOwn) return "untrusted";
    return this.#isInside ? "own" : "border";
  }

  /** From an own server, or from the server itself. A reverse name is believed, since servers check it both ways. */
  #isFromInside({ ip, reverseName, hasFrom }: ReceivedLine): boolean {
    if (ip === null) return !hasFrom || this.#isOwnName(reverseName);
    const scope = ipScope(ip);
    if (scope !== "public" && scope !== "reserved") return true;
    return this.#isOwnIp(ip) || this.#isOwnName(reverseName);
  }

  #isForged(line: ReceivedLine, trust: HopTrust): boolean {
    if (trust === "border") return this.#isOwnName(line.helo);
    if (trust !== "untrusted") return false;
    const claimsOwn = [line.by, line.helo, line.reverseName].some((name) => this.#isOwnName(name));
    return claimsOwn || this.#isOwnIp(line.byIp) || this.#isOwnIp(line.ip);
  }

  /** `(qmail 1 invoked by uid 2)` between own lines, or on top a program that fetched the message to the reader's machine. */
  #isLocal({ by, hasFrom }: ReceivedLine): boolean {
    if (by === "") return !hasFrom && this.hops.length > 0;
    return this.hops.length === 0 && (by === "localhost" || by.startsWith("localhost."));
  }

  #isOwnName(name: string): boolean {
    return name !== "" && this.#border.names.some((own) => name === own || name.endsWith(`.${own}`));
  }

  #isOwnIp(ip: IpAddress | null): boolean {
    return ip !== null && this.#border.networks.some((network) => isInNetwork(ip, network));
  }

  #flag(code: string, span: Span): void {
    this.problems.add(code, span.start, span.end);
  }
}
