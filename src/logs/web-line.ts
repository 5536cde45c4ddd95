/** One line of a web proxy's log: Squid's own form, common and combined form (NCSA), with CONNECT. Pure, total. */
import { bracketTime, type LogClock, type LogTime, unixTime } from "./log-time.ts";

/**
 * What became of the request, as far as the line says: `http` and `connect` reached the server · `blocked`: the proxy refused to ask ·
 * `failed`: no request reached the server · `cached`: the proxy answered from what it had kept · `unclear`: the line does not say.
 */
export interface WebLine {
  readonly at: LogTime;
  readonly kind: "http" | "connect" | "blocked" | "failed" | "cached" | "unclear";
  /** Lower case; an IPv6 address in brackets, as in a URL. */
  readonly host: string;
  /** Empty for a connection. */
  readonly url: string;
  readonly client: string;
  readonly user: string;
  readonly agent: string;
}

/** `1611133953.123    201 192.0.2.7 TCP_MISS/200 843 GET http://t.example/p.gif jdoe HIER_DIRECT/203.0.113.9 image/gif` */
const SQUID =
  /^(\d{9,11}(?:\.\d+)?)\s+-?\d+\s+(\S+)\s+([A-Z_]+)\/(\d{3})\s+-?\d+\s+([A-Z_]{3,20})\s+(\S+)\s+(\S+)(?:\s+(\S+))?(?:\s+\S+)?\s*(?:"([^"]*)")?/;

/** `192.0.2.7 - jdoe [20/Jan/2021:09:12:33 +0100] "GET http://t.example/p.gif HTTP/1.1" 200 843 "-" "agent" TCP_MISS:HIER_DIRECT` */
const NCSA =
  /^(\S+) \S+ (\S+|"[^"]*") \[([^\]]{10,40})\] "([A-Z_]{3,20}) (\S+)(?: HTTP\/[\d.]+)?" (\d{3}|-) (?:\d+|-)(?: "(?:[^"\\]|\\.)*" "((?:[^"\\]|\\.)*)")?(?: ([A-Z_]+)[:/](\S*))?/;

/** Null for what is no such line, or names no host. */
export function parseWebLine(line: string, clock: LogClock): WebLine | null {
  const squid = SQUID.exec(line);
  if (squid !== null) {
    const [
      ,
      time = "",
      client = "",
      result = "",
      status = "",
      method = "",
      target = "",
      user = "",
      way = "",
      agent = "",
    ] = squid;
    return webLine(unixTime(time), { client, result, status, way, method, target, user, agent });
  }
  const ncsa = NCSA.exec(line);
  if (ncsa === null) return null;
  const [
    ,
    client = "",
    user = "",
    time = "",
    method = "",
    target = "",
    status = "",
    agent = "",
    result = "",
    way = "",
  ] = ncsa;
  return webLine(bracketTime(time, clock), { client, result, status, way, method, target, user, agent });
}

interface Fields {
  readonly client: string;
  readonly result: string;
  readonly status: string;
  /** `HIER_DIRECT/203.0.113.9`: by which way it was asked for; empty where the line does not say. */
  readonly way: string;
  readonly method: string;
  readonly target: string;
  readonly user: string;
  readonly agent: string;
}

function webLine(at: LogTime, fields: Fields): WebLine | null {
  const { client, method, target, user, agent } = fields;
  const isConnect = method === "CONNECT";
  const host = hostOf(target, isConnect);
  if (host === "") return null;
  const name = user.replaceAll('"', "");
  return {
    at,
    kind: becameOf(fields) ?? (isConnect ? "connect" : "http"),
    host,
    url: isConnect ? "" : target,
    client,
    user: name === "-" ? "" : name.toLowerCase(),
    agent: agent === "-" ? "" : agent,
  };
}

/** Null where a request reached the server. Squid's results: wiki.squid-cache.org/SquidFaq/SquidLogs. */
function becameOf({ result, status, way }: Fields): WebLine["kind"] | null {
  const isStayed = /^(?:HIER_)?NONE\b/.test(way);
  // The answer was withheld from the browser, after the server had given it.
  if (/DENIED_REPLY/.test(result) && way !== "" && !isStayed) return null;
  // A proxy that asks for a password first answers 407, and the browser asks again with it.
  if (/DENIED/.test(result) || status === "407") return "blocked";
  if (isStayed) return /HIT/.test(result) ? "cached" : "failed";
  // A proxy says the same of servers that it could not reach, and of those that answered so.
  if (/^50[234]$/.test(status) || status === "000") return "unclear";
  return status === "403" && result === "" ? "unclear" : null;
}

function hostOf(target: string, isConnect: boolean): string {
  const [, host = ""] = isConnect
    ? (/^(?:[a-z]+:\/\/)?(\[[0-9a-f:.]+\]|[^/:?#]+)(?::\d+)?$/i.exec(target) ?? [])
    : (/^[a-z]+:\/\/(?:[^/?#@]*@)?(\[[0-9a-f:.]+\]|[^/:?#]+)/i.exec(target) ?? []);
  return host.toLowerCase().replace(/\.$/, "");
}
