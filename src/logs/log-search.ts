/**
 * Searches one log for what is of interest: lines about hosts, senders and Message-IDs that are wanted. Nothing else of a log is kept.
 *
 * Fed line by line, in order. Memory: the sightings, and for mail servers the names of mail in the queue, at most `QUEUE_MAX`. Total: a line
 * that is none of the known forms is passed over, and told where nothing else was found.
 */
import type { EpochMs } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { Sighting, WantedSightings } from "../case/sighting.ts";
import { parseDnsLine } from "./dns-line.ts";
import { isYearless, type LogClock, type LogTime } from "./log-time.ts";
import { type MailLine, parseMailLine } from "./mail-line.ts";
import { parseWebLine } from "./web-line.ts";

/** Mail that a server has in its queue at a time; older names are forgotten. */
const QUEUE_MAX = 50_000;
/** What is no jump: lines of several processes are a little out of order. */
const BACK_MS = 60 * 60_000;
const TEXT_CHARS = 300;
const URL_CHARS = 4_000;

interface Queued {
  from: string;
  messageId: string;
}

type Found = Omit<Sighting, "file" | "line" | "at" | "text">;

export class LogSearch {
  readonly sightings: Sighting[] = [];
  /** Some line that was kept says no year. */
  hasYearless = false;
  readonly #file: string;
  readonly #clock: LogClock;
  readonly #wanted: WantedSightings;
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

  constructor(file: string, clock: LogClock, wanted: WantedSightings) {
    this.#file = file;
    this.#clock = clock;
    this.#wanted = wanted;
  }

  add(whole: string): void {
    this.#lines += 1;
    const line = whole.length > limits.logLineCharsMax ? whole.slice(0, limits.logLineCharsMax) : whole;
    if (line !== whole) this.#cut += 1;
    if (line.trim() === "") return;
    const web = parseWebLine(line, this.#clock);
    if (web !== null) {
      const { at, kind, host, url, client, user, agent } = web;
      this.#note(at);
      if (!this.#wanted.hosts.has(host)) return;
      this.#keep(line, at, {
        ...NOTHING,
        kind,
        name: host,
        url: url.slice(0, URL_CHARS),
        client,
        user,
        agent: agent.slice(0, 300),
      });
      return;
    }
    const dns = parseDnsLine(line, this.#clock);
    if (dns !== null) {
      this.#note(dns.at);
      if (this.#wanted.hosts.has(dns.name))
        this.#keep(line, dns.at, { ...NOTHING, kind: "dns", name: dns.name, client: dns.client });
      return;
    }
    const mail = parseMailLine(line, this.#clock);
    if (mail === null) return;
    this.#note(mail.at);
    this.#mail(line, mail);
  }

  /** What could not be read or placed, as sentences; the file's name stands before each. */
  notes(): readonly string[] {
    const notes: string[] = [];
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
        if (messageIds.has(value)) this.#queued(queue).messageId = value;
        return;
      case "from": {
        const queued = this.#queued(queue);
        queued.from = value;
        if (messageIds.has(other)) queued.messageId = other;
        return;
      }
      case "saved":
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
      if (kept >= limits.logSightingsPerNameMax || this.sightings.length >= limits.logSightingsMax) {
        this.#left += 1;
        return;
      }
      this.#kept.set(found.name, kept + 1);
      if (isYearless(line)) this.hasYearless = true;
      this.sightings.push({ ...found, file: this.#file, line: this.#lines, at, text: line.slice(0, TEXT_CHARS) });
    }
  }
}

const NOTHING = { url: "", client: "", user: "", address: "", agent: "" } as const;
