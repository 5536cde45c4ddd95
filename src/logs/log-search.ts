/**
 * Searches one log for what is of interest: lines about hosts, senders and Message-IDs that are wanted. Nothing else of a log is kept.
 *
 * Fed line by line, in order. Memory: the sightings, and for mail servers the names of mail in the queue, at most `QUEUE_MAX`. Total: a line
 * that is none of the known forms is passed over, and told where nothing else was found.
 */
import type { EpochMs } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { LogLine, WantedLogLines } from "../case/log-line.ts";
import { type DnsLine, parseDnsLine } from "./dns-line.ts";
import { isYearless, type LogClock, type LogTime } from "./log-time.ts";
import { type MailLine, parseMailLine } from "./mail-line.ts";
import { parseWebLine, type WebLine } from "./web-line.ts";

/** Mail that a server has in its queue at a time; older names are forgotten. */
const QUEUE_MAX = 50_000;
/** What is no jump: lines of several processes are a little out of order. */
const BACK_MS = 60 * 60_000;
const TEXT_CHARS = 300;
const URL_CHARS = 4_000;

const DAY_MS = 86_400_000;
/** In a file without years: so far back no clock jumps, and a new year began. */
const ROLL_MS = 30 * DAY_MS;
/** Where times without a year stand until all is read; it has a 29 February. */
const FIRST_YEAR = 1992;

type Parsed =
  | { readonly form: "web"; readonly value: WebLine }
  | { readonly form: "dns"; readonly value: DnsLine }
  | { readonly form: "mail"; readonly value: MailLine };

function parseLine(line: string, clock: LogClock): Parsed | null {
  const web = parseWebLine(line, clock);
  if (web !== null) return { form: "web", value: web };
  const dns = parseDnsLine(line, clock);
  if (dns !== null) return { form: "dns", value: dns };
  const mail = parseMailLine(line, clock);
  return mail === null ? null : { form: "mail", value: mail };
}

function inYears(at: EpochMs, years: number): EpochMs {
  const moved = new Date(at);
  moved.setUTCFullYear(moved.getUTCFullYear() + years);
  return moved.getTime() as EpochMs;
}

interface Queued {
  from: string;
  messageId: string;
}

type Found = Omit<LogLine, "file" | "line" | "at" | "text">;

export class LogSearch {
  readonly #sightings: LogLine[] = [];
  /** Of these, the ones whose line says no year. */
  readonly #yearless = new Set<LogLine>();
  readonly #file: string;
  readonly #zone: string | null;
  /** The last moment that a line of the file can be of, most likely: by its name or by when it was last changed. */
  readonly #latestLine: EpochMs;
  readonly #wanted: WantedLogLines;
  readonly #kept = new Map<string, number>();
  readonly #queue = new Map<string, Queued>();
  #lines = 0;
  #known = 0;
  #left = 0;
  #zoneless = 0;
  #timeless = 0;
  #cut = 0;
  #latest: EpochMs | null = null;
  /** Where the clock goes back, from 1. */
  #jumps = 0;
  #firstJump = 0;

  /** In files without years: how often a year began, the last such time, and which first year mail of interest speaks for. */
  #rolls = 0;
  #lastYearless: EpochMs | null = null;
  readonly #anchors = new Map<number, number>();

  constructor(
    file: string,
    { zone, latest }: { readonly zone: string | null; readonly latest: EpochMs },
    wanted: WantedLogLines,
  ) {
    this.#file = file;
    this.#zone = zone;
    this.#latestLine = latest;
    this.#wanted = wanted;
  }

  add(whole: string): void {
    this.#lines += 1;
    const line = whole.length > limits.logLineCharsMax ? whole.slice(0, limits.logLineCharsMax) : whole;
    if (line !== whole) this.#cut += 1;
    if (line.trim() === "") return;
    const found = this.#parse(line);
    if (found === null) return;
    this.#note(found.value.at);
    if (found.form === "mail") {
      this.#mail(line, found.value);
    } else if (found.form === "web") {
      const { at, kind, host, url, client, user, agent } = found.value;
      const asked = { url: url.slice(0, URL_CHARS), client, user, agent: agent.slice(0, TEXT_CHARS) };
      if (this.#wanted.hosts.has(host)) this.#keep(line, at, { ...NOTHING, kind, name: host, ...asked });
    } else {
      const { at, name, client } = found.value;
      if (this.#wanted.hosts.has(name)) this.#keep(line, at, { ...NOTHING, kind: "dns", name, client });
    }
  }

  #parse(line: string): Parsed | null {
    const parsed = parseLine(line, this.#clock());
    if (parsed === null || typeof parsed.value.at !== "number" || !isYearless(line)) return parsed;
    const before = this.#lastYearless;
    this.#lastYearless = parsed.value.at;
    if (before === null || parsed.value.at >= before - ROLL_MS) return parsed;
    // From December to January.
    this.#rolls += 1;
    const again = parseLine(line, this.#clock());
    if (typeof again?.value.at === "number") this.#lastYearless = again.value.at;
    return again;
  }

  #clock(): LogClock {
    return { zone: this.#zone, year: FIRST_YEAR + this.#rolls };
  }

  /** All that was found, once the last line was added. */
  sightings(): readonly LogLine[] {
    const shift = this.#firstYear() - FIRST_YEAR;
    return this.#sightings.map((one) => (this.#yearless.has(one) ? { ...one, at: inYears(one.at, shift) } : one));
  }

  /** The year that lines without one begin in: by mail of interest whose day is known, else so that the last line is not in the future. */
  #firstYear(): number {
    const [voted] = [...this.#anchors].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    if (voted !== undefined) return voted;
    const year = new Date(this.#latestLine).getUTCFullYear() - this.#rolls;
    const last = this.#lastYearless === null ? null : inYears(this.#lastYearless, year - FIRST_YEAR);
    return last !== null && last > this.#latestLine + DAY_MS ? year - 1 : year;
  }

  /** What could not be read or placed, as sentences; the file's name stands before each. */
  notes(): readonly string[] {
    const notes: string[] = [];
    if (this.#yearless.size > 0) {
      const first = this.#firstYear();
      const years = this.#rolls === 0 ? `${first}` : `${first} to ${first + this.#rolls}`;
      const by =
        this.#anchors.size > 0 ? "by messages of known date in it" : "by the file's name or date, which may be wrong";
      notes.push(`its times have no year and were placed in ${years}, ${by}`);
    }
    if (this.#lines > 0 && this.#known === 0) {
      notes.push("no line of it has a form that is known (docs/formats/logs.md); nothing was found by it");
    }
    if (this.#zoneless > 0) {
      notes.push(
        `${this.#zoneless} lines about mail of interest do not say their time zone and were left out: give it with --log-zone, for example --log-zone +01:00`,
      );
    }
    if (this.#timeless > 0)
      notes.push(`${this.#timeless} lines about mail of interest have no time that can be, and were left out`);
    if (this.#jumps > 0) {
      notes.push(
        `its clock goes back by more than an hour ${this.#jumps === 1 ? "once" : `${this.#jumps} times`}, first at line ${this.#firstJump}: times around there are uncertain`,
      );
    }
    if (this.#left > 0) notes.push(`${this.#left} further lines about mail of interest were counted and not kept`);
    if (this.#cut > 0)
      notes.push(`${this.#cut} lines are longer than ${limits.logLineCharsMax} characters and were cut`);
    return notes;
  }

  #mail(line: string, mail: MailLine): void {
    const { senders, messageIds } = this.#wanted;
    const { at, kind, queue, value, other } = mail;
    switch (kind) {
      case "message":
        this.#anchor(line, at, [messageIds.get(value) ?? null]);
        if (messageIds.has(value)) this.#queued(queue).messageId = value;
        return;
      case "from": {
        const queued = this.#queued(queue);
        queued.from = value;
        this.#anchor(line, at, [messageIds.get(other) ?? null, ...(senders.get(value) ?? [])]);
        if (messageIds.has(other)) queued.messageId = other;
        return;
      }
      case "saved":
        this.#anchor(line, at, [messageIds.get(value) ?? null]);
        if (messageIds.has(value)) this.#keep(line, at, { ...NOTHING, kind: "delivered", name: value, address: other });
        return;
      case "to": {
        const { from, messageId } = this.#queue.get(queue) ?? { from: "", messageId: "" };
        const became = mail.isDelivered ? "delivered" : mail.isRefused ? "refused" : null;
        if (became === null) return;
        if (senders.has(value) && mail.isDelivered && from !== "") {
          this.#keep(line, at, { ...NOTHING, kind: "sent", name: value, address: from });
        }
        const name = messageId === "" ? from : messageId;
        if (messageId === "" && !senders.has(from)) return;
        for (const address of new Set([other, value])) {
          if (address !== "") this.#keep(line, at, { ...NOTHING, kind: became, name, address });
        }
      }
    }
  }

  /** A message of interest says in which year its line is. */
  #anchor(line: string, at: LogTime, dates: readonly (EpochMs | null)[]): void {
    if (typeof at !== "number" || dates.length === 0 || !isYearless(line)) return;
    for (const date of dates) {
      if (date === null) continue;
      for (const year of [-1, 0, 1].map((step) => new Date(date).getUTCFullYear() + step)) {
        const here = inYears(at, year - FIRST_YEAR - this.#rolls);
        if (Math.abs(here - date) > DAY_MS) continue;
        const first = year - this.#rolls;
        this.#anchors.set(first, (this.#anchors.get(first) ?? 0) + 1);
      }
    }
  }

  #queued(name: string): Queued {
    let queued = this.#queue.get(name);
    if (queued !== undefined) return queued;
    if (this.#queue.size >= QUEUE_MAX) {
      const [oldest = ""] = this.#queue.keys();
      this.#queue.delete(oldest);
    }
    queued = { from: "", messageId: "" };
    this.#queue.set(name, queued);
    return queued;
  }

  #note(at: LogTime): void {
    this.#known += 1;
    if (typeof at !== "number") return;
    if (this.#latest !== null && at < this.#latest - BACK_MS) {
      this.#jumps += 1;
      if (this.#jumps === 1) this.#firstJump = this.#lines;
      this.#latest = at;
    } else if (this.#latest === null || at > this.#latest) this.#latest = at;
  }

  #keep(line: string, at: LogTime, found: Found): void {
    if (at === "zone") this.#zoneless += 1;
    else if (at === "bad") this.#timeless += 1;
    else {
      const kept = this.#kept.get(found.name) ?? 0;
      if (kept >= limits.logSightingsPerNameMax || this.#sightings.length >= limits.logSightingsMax) {
        this.#left += 1;
        return;
      }
      this.#kept.set(found.name, kept + 1);
      const sighting = { ...found, file: this.#file, line: this.#lines, at, text: line.slice(0, TEXT_CHARS) };
      if (isYearless(line)) this.#yearless.add(sighting);
      this.#sightings.push(sighting);
    }
  }
}

const NOTHING = { url: "", client: "", user: "", address: "", agent: "" } as const;
