/** One line of a web proxy's log: Squid's own form, common and combined form (NCSA), with CONNECT. Pure, total. */
import { bracketTime, type LogClock, type LogTime, unixTime } from "./log-time.ts";

export interface WebLine {
  readonly at: LogTime;
  readonly kind: "http" | "connect" | "blocked";
  /** Lower case. */
  readonly host: string;
  /** Empty for a connection. */
  readonly url: string;
  readonly client: string;
  readonly user: string;
  readonly agent: string;
}

/** `1611133953.123    201 192.0.2.7 TCP_MISS/200 843 GET http://t.example/p.gif jdoe HIER_DIRECT/203.0.113.9 image/gif` */
const SQUID =
  /^(\d{9,11}(?:\.\d+)?)\s+-?\d+\s+(\S+)\s+([A-Z_]+)\/(\d{3})\s+-?\d+\s+([A-Z_]{3,20})\s+(\S+)\s+(\S+)(?:\s+\S+){0,2}\s*(?:"([^"]*)")?/;

/** `192.0.2.7 - jdoe [20/Jan/2021:09:12:33 +0100] "GET http://t.example/p.gif HTTP/1.1" 200 843 "-" "agent" TCP_MISS:HIER_DIRECT` */
const NCSA =
  /^(\S+) \S+ (\S+|"[^"]*") \[([^\]]{10,40})\] "([A-Z_]{3,20}) (\S+)(?: HTTP\/[\d.]+)?" (\d{3}|-) (?:\d+|-)(?: "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)")?(?: ([A-Z_]+)[:/]\S*)?/;

/** Null for what is no such line, or names no host. */
export function parseWebLine(line: string, clock: LogClock): WebLine | null {
  const squid = SQUID.exec(line);
  if (squid !== null) {
    const [, time = "", client = "", result = "", status = "", method = "", target = "", user = "", agent = ""] = squid;
    return webLine(unixTime(time), { client, result, status, method, target, user, agent });
  }
  const ncsa = NCSA.exec(line);
  if (ncsa === null) return null;
  const [, client = "", user = "", time = "", method = "", target = "", status = "", agent = "", result = ""] = ncsa;
  return webLine(bracketTime(time, clock), { client, result, status, method, target, user, agent });
}

interface Fields {
  readonly client: string;
  readonly result: string;
  readonly status: string;
  readonly method: string;
  readonly target: string;
  readonly user: string;
  readonly agent: string;
}

function webLine(at: LogTime, { client, result, status, method, target, user, agent }: Fields): WebLine | null {
  const isConnect = method === "CONNECT";
  const host = hostOf(target, isConnect);
  if (host === "") return null;
  // A proxy that asks for a password first answers 407, and the browser asks again with it.
  const isBlocked = /DENIED/.test(result) || status === "403" || status === "407";
  const name = user.replaceAll('"', "");
  return {
    at,
    kind: isBlocked ? "blocked" : isConnect ? "connect" : "http",
    host,
    url: isConnect ? "" : target,
    client,
    user: name === "-" ? "" : name.toLowerCase(),
    agent: agent === "-" ? "" : agent,
  };
}

function hostOf(target: string, isConnect: boolean): string {
  const [, host = ""] = isConnect
    ? (/^(?:[a-z]+:\/\/)?([^/:?#]+)(?::\d+)?$/i.exec(target) ?? [])
    : (/^[a-z]+:\/\/(?:[^/?#@]*@)?([^/:?#]+)/i.exec(target) ?? []);
  return host.toLowerCase().replace(/\.$/, "");
}
