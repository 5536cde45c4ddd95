/**
 * Logs of the organisation, in common formats, cut to what concerns us and some noise: `proxy.log` (Squid's native form, UTC),
 * `dns.log` (BIND 9 query log, office time), `mail.log` (Postfix through syslog: office time, and no year).
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "../../src/demo/random.ts";
import type { Wave } from "./actors.ts";
import type { SeenLoad } from "./lures.ts";
import { officeOffset, workMoment } from "./world/calendar.ts";
import { DNS_LOG_SINCE, MAIL_LOG_SINCE, PROXY_LOG_SINCE } from "./world/clients.ts";
import { OFFICE_DOMAIN } from "./world/people.ts";
import { DAY, DAYS_TOTAL, FIRST_DAY } from "./world/size.ts";
import type { World } from "./world/world.ts";

/** Lines of honest traffic a log has beside those on planted mail. */
const NOISE = 4;

interface Line {
  readonly at: number;
  readonly text: string;
}

export function writeLogs(folder: string, world: World, waves: readonly Wave[], loads: readonly SeenLoad[]): void {
  const root = join(folder, "logs");
  mkdirSync(root, { recursive: true });
  const seen = [...loads, ...noise(world, loads.length * NOISE + 40)];
  const write = (name: string, lines: readonly Line[]): void =>
    writeFileSync(
      join(root, name),
      lines
        .toSorted((a, b) => a.at - b.at)
        .map(({ text }) => `${text}\n`)
        .join(""),
    );
  const web = seen.filter(({ url }) => url.startsWith("http"));
  write("proxy.log", web.filter(({ at }) => at >= PROXY_LOG_SINCE).map(proxyLine));
  write("dns.log", web.filter(({ at }) => at >= DNS_LOG_SINCE).map(dnsLine));
  write(
    "mail.log",
    waves.flatMap(mailLines).filter(({ at }) => at >= MAIL_LOG_SINCE),
  );
}

function noise(world: World, count: number): readonly SeenLoad[] {
  const random = world.random("log-noise");
  return Array.from({ length: count }, () => {
    const day = Math.floor((PROXY_LOG_SINCE - FIRST_DAY) / DAY) + random.int(DAYS_TOTAL - 1100);
    const person = random.pick(world.staffOn(day));
    const host = random.pick([
      "static.harbourcourier.example",
      "www.civicnet.example",
      "tiles.map-office.example",
      "intranet.calder-assembly.example",
    ]);
    return {
      at: workMoment(day, 60, random),
      url: `https://${host}/${random.text(6, "abcdefgh")}/${random.int(900)}.png`,
      person: person.id,
      click: false,
    };
  });
}

/** The desk's address, the same for years. */
function deskOf(person: string): string {
  return `2001:db8:10:2::${(hashOf(person) & 0xffff).toString(16)}`;
}

function proxyLine({ at, url, person, click }: SeenLoad): Line {
  const host = new URL(url).hostname;
  const size = 200 + (hashOf(url) % (click ? 40_000 : 3000));
  const stamp = `${Math.floor(at / 1000)}.${String(at % 1000).padStart(3, "0")}`;
  return {
    at,
    text: `${stamp} ${String(30 + (hashOf(url) % 300)).padStart(6)} ${deskOf(person)} TCP_MISS/200 ${size} GET ${url} - HIER_DIRECT/${host} ${click ? "text/html" : "image/gif"}`,
  };
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
function mailLines({ campaign, at, targets }: Wave): readonly Line[] {
  return targets.flatMap(({ account }, index) => {
    if (account.kind !== "work") return [];
    const time = at + index * 130_000;
    const date = local(time);
    const day = `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2, " ")} ${clock(date)}`;
    const id = hashOf(`${campaign.id}/${account.address}/${at}`).toString(16).toUpperCase();
    const head = `${day} mx postfix`;
    return [
      {
        at: time,
        text: `${head}/smtpd[${1000 + (hashOf(id) % 9000)}]: ${id}: client=mx1.${campaign.senderDomain}[${campaign.server}]`,
      },
      {
        at: time,
        text: `${head}/qmgr[812]: ${id}: from=<info@${campaign.senderDomain}>, size=4096, nrcpt=1 (queue active)`,
      },
      {
        at: time,
        text: `${head}/lmtp[${1000 + (hashOf(account.address) % 9000)}]: ${id}: to=<${account.address}>, relay=store.${OFFICE_DOMAIN}, delay=0.3, dsn=2.0.0, status=sent`,
      },
    ];
  });
}
