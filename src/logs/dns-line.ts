/** One question in a name server's log: dnsmasq, BIND, Unbound. Pure, total. */
import { type LogClock, type LogTime, leadingTime } from "./log-time.ts";

export interface DnsLine {
  readonly at: LogTime;
  /** Lower case, without the root's dot. */
  readonly name: string;
  /** Who asked; empty where the line does not say. */
  readonly client: string;
}

/** `dnsmasq[812]: query[A] t.example from 192.0.2.7`, with a number and the asker before it where extra logging is on. */
const DNSMASQ = /\bdnsmasq(?:\[\d+\])?: (?:\d+ \S+ )?query\[[A-Z0-9]+\] (\S+) from (\S+)/;
/** `client @0x7f… 192.0.2.7#53421 (t.example): query: t.example IN A +E(0)K (192.0.2.1)` */
const BIND = /\bclient (?:@0x[0-9a-f]+ )?([0-9a-f.:]+)#\d+(?: \([^)]*\))?: (?:view \S+: )?query: (\S+) IN [A-Z0-9]+/;
/** `unbound[812:0] info: 192.0.2.7 t.example. A IN` */
const UNBOUND = /\bunbound(?:\[\d+(?::\d+)?\])?:? info: ([0-9a-f.:]+) (\S+) [A-Z0-9]+ IN\b/;

export function parseDnsLine(line: string, clock: LogClock): DnsLine | null {
  const lead = leadingTime(line, clock);
  if (lead === null) return null;
  const { at, rest } = lead;
  const dnsmasq = DNSMASQ.exec(rest);
  if (dnsmasq !== null) return { at, name: nameOf(dnsmasq[1]), client: dnsmasq[2] ?? "" };
  const other = BIND.exec(rest) ?? UNBOUND.exec(rest);
  return other === null ? null : { at, name: nameOf(other[2]), client: other[1] ?? "" };
}

function nameOf(text = ""): string {
  return text.toLowerCase().replace(/\.$/, "");
}
