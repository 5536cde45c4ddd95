/**
 * Logs of the organisation, in common formats, cut to what concerns us and some noise: `proxy.log` (Squid's native form, UTC),
 * `dns.log` (BIND 9 query log, office time), `mail.log` (Postfix through syslog: office time, and no year).
 */

import { officeOffset } from "../office.ts";
import { hashOf } from "../random.ts";
import { workMoment } from "../world/calendar.ts";
import { DNS_LOG_SINCE, MAIL_LOG_SINCE, PROXY_LOG_SINCE } from "../world/clients.ts";
import { OFFICE_DOMAIN } from "../world/people.ts";
import { DAY, DAYS_TOTAL, FIRST_DAY } from "../world/size.ts";
import type { World } from "../world/world.ts";
import type { Seen } from "./generate.ts";
import type { Arrival, SeenLoad } from "./lures.ts";

/** Lines of honest traffic a log has beside those on planted mail. */
const NOISE = 4;

interface Line {
  readonly at: number;
  readonly text: string;
}

/** The files of logs by name, each with its lines in order of time. */
export function logsOf(world: World, { loads, arrivals }: Seen): ReadonlyMap<string, string> {
  const all = [...loads, ...noise(world, loads.length * NOISE + 40)];
  const text = (lines: readonly Line[]): string =>
    lines
      .toSorted((a, b) => a.at - b.at)
      .map((line) => `${line.text}\n`)
      .join("");
  return new Map([
    ["proxy.log", text(all.filter(({ at }) => at >= PROXY_LOG_SINCE).map(proxyLine))],
    ["dns.log", text(all.filter(({ at }) => at >= DNS_LOG_SINCE).map(dnsLine))],
    ["mail.log", text(arrivals.filter(({ at }) => at >= MAIL_LOG_SINCE).flatMap(mailLines))],
  ]);
}

const USUAL_HOSTS = ["static.harbourcourier.example", "www.civicnet.example", "tiles.map-office.example"];

function noise(world: World, count: number): readonly SeenLoad[] {
  const random = world.random("log-noise");
  const first = Math.floor((PROXY_LOG_SINCE - FIRST_DAY) / DAY);
  return Array.from({ length: count }, () => {
    const day = first + random.int(DAYS_TOTAL - first);
    const person = random.pick(world.staffOn(day));
    const url = `https://${random.pick(USUAL_HOSTS)}/${random.text(6, "abcdefgh")}/${random.int(900)}.png`;
    const user = person.address.split("@")[0] ?? "-";
    return { at: workMoment(day, 60, random), url, person: person.id, user, click: false };
  });
}

/** The desk's address, the same for years. */
function deskOf(person: string): string {
  return `2001:db8:10:2::${(hashOf(person) & 0xffff).toString(16)}`;
}

/** What goes over TLS is a tunnel to a host, and no more is known of it. */
function proxyLine({ at, url, person, user, click }: SeenLoad): Line {
  const { hostname: host, protocol } = new URL(url);
  const size = 200 + (hashOf(url) % (click ? 40_000 : 3000));
  const stamp = `${Math.floor(at / 1000)}.${String(at % 1000).padStart(3, "0")}`;
  const took = String(30 + (hashOf(url) % 300)).padStart(6);
  const asked =
    protocol === "https:"
      ? `TCP_TUNNEL/200 ${size + 3400} CONNECT ${host}:443 ${user} HIER_DIRECT/${host} -`
      : `TCP_MISS/200 ${size} GET ${url} ${user} HIER_DIRECT/${host} ${click ? "text/html" : "image/gif"}`;
  return { at, text: `${stamp} ${took} ${deskOf(person)} ${asked}` };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function local(at: number): Date {
  return new Date(at + officeOffset(at) * 60_000);
}

const two = (value: number): string => String(value).padStart(2, "0");

function clock(date: Date): string {
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

function dnsLine({ at, url, person }: SeenLoad): Line {
  const asked = at - 60;
  const date = local(asked);
  const host = new URL(url).hostname;
  const port = 20_000 + (hashOf(`${url}${at}`) % 40_000);
  const day = `${two(date.getUTCDate())}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()}`;
  return {
    at: asked,
    text: `${day} ${clock(date)}.${String(asked % 1000).padStart(3, "0")} queries: info: client @0x7f10 ${deskOf(person)}#${port} (${host}): query: ${host} IN A + (2001:db8:10::53)`,
  };
}

/** Arrival of planted mail at the organisation. */
function mailLines({ at, host, ip, envelopeFrom, account, bytes }: Arrival): readonly Line[] {
  const date = local(at);
  const day = `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2, " ")} ${clock(date)}`;
  const id = hashOf(`${envelopeFrom}/${account.address}/${at}`).toString(16).toUpperCase();
  const process = (name: string): number => 1000 + (hashOf(`${name}/${id}`) % 9000);
  const lines = [
    `smtpd[${process("smtpd")}]: ${id}: client=${host}[${ip}]`,
    `qmgr[812]: ${id}: from=<${envelopeFrom}>, size=${bytes}, nrcpt=1 (queue active)`,
    `lmtp[${process("lmtp")}]: ${id}: to=<${account.address}>, relay=store.${OFFICE_DOMAIN}, delay=0.3, dsn=2.0.0, status=sent`,
  ];
  return lines.map((text) => ({ at, text: `${day} mx postfix/${text}` }));
}
