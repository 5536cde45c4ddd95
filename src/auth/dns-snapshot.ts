/**
 * A DNS snapshot: answers that somebody wrote down, as JSON or as a zone file (`docs/formats/dns-snapshot.md`).
 *
 * Total on any text: what cannot be read is told by its place and left out, and the rest is used. A name that stands in the file
 * only with other types is not known for the type that is asked: the one who wrote it down may not have asked for it.
 */
import { limits } from "../base/limits.ts";
import { type Answer, dnsName, FAILED, NO_RECORD, type RecordType, type Resolver, UNKNOWN } from "./resolver.ts";

/** `place`: a line, from 1 on, or a name. `code`: stable. */
export interface SnapshotProblem {
  readonly code: "not-json" | "not-a-record" | "unknown-type" | "too-many";
  readonly place: string;
}

export interface DnsSnapshot {
  readonly resolver: Resolver;
  /** Answers that are in it. */
  readonly count: number;
  /** At most a few of each file. */
  readonly problems: readonly SnapshotProblem[];
}

const TYPES: readonly RecordType[] = ["A", "AAAA", "MX", "PTR", "TXT"];
const PROBLEMS_MAX = 20;
/** RFC 1034 3.6.2 has chains of aliases followed; longer ones are loops. */
const ALIASES_MAX = 8;

/** One file, or several joined by line ends (zone files): later lines add to earlier ones. `answersMax`: more are left out, and told. */
export function parseDnsSnapshot(text: string, answersMax: number = limits.dnsAnswersMax): DnsSnapshot {
  const reader = new SnapshotReader(answersMax);
  if (/^\s*\{/.test(text)) reader.readJson(text);
  else reader.readZone(text);
  return { resolver: reader.resolver(), count: reader.count, problems: reader.problems };
}

class SnapshotReader {
  readonly problems: SnapshotProblem[] = [];
  count = 0;
  /** `type name` → what is known of it. */
  readonly #answers = new Map<string, Answer>();
  readonly #aliases = new Map<string, string>();
  /** Of MX: order of preference, beside the values. */
  readonly #orders = new Map<string, number[]>();
  readonly #answersMax: number;

  constructor(answersMax: number) {
    this.#answersMax = answersMax;
  }

  resolver(): Resolver {
    return (name, type) => {
      let at = dnsName(name);
      for (let hops = 0; hops <= ALIASES_MAX; hops += 1) {
        const answer = this.#answers.get(`${type} ${at}`);
        if (answer !== undefined) return answer;
        const next = this.#aliases.get(at) ?? this.#answers.get(`* ${at}`);
        if (typeof next !== "string") return next ?? UNKNOWN;
        at = next;
      }
      return FAILED;
    };
  }

  readJson(text: string): void {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      this.#complain("not-json", "the file");
      return;
    }
    for (const [name, types] of Object.entries(value as Readonly<Record<string, unknown>>)) {
      if (name === "taken" && typeof types === "string") continue;
      if (types === "none" || types === "failed") this.#setAbsent("*", name, types);
      else if (typeof types !== "object" || types === null) this.#complain("not-a-record", name);
      else for (const [type, values] of Object.entries(types)) this.#readJsonType(name, type, values);
    }
  }

  #readJsonType(name: string, type: string, values: unknown): void {
    if (values === "none" || values === "failed") {
      this.#setAbsent(type, name, values);
      return;
    }
    if (!Array.isArray(values)) {
      this.#complain("not-a-record", `${type} ${name}`);
      return;
    }
    // A list without a record is an answer too.
    if (values.length === 0) {
      this.#setAbsent(type, name, "none");
      return;
    }
    for (const value of values as readonly unknown[]) this.#add(name, type.toUpperCase(), value);
  }

  /** `name [ttl] [IN] TYPE value`, a record on a line; `;` begins a comment, `NONE` and `FAILED` stand for what is not there. */
  readZone(text: string): void {
    let number = 0;
    for (const line of linesOf(text)) {
      number += 1;
      const plain = withoutComment(line).trim();
      if (plain === "" || plain.startsWith("$")) continue;
      const match = /^(\S+)\s+(?:\d+\s+)?(?:IN\s+)?([A-Za-z]+|\*)\s+(\S.*)$/i.exec(plain);
      const [, name = "", type = "", value = ""] = match ?? [];
      if (match === null) this.#complain("not-a-record", `line ${number}`);
      else if (/^(?:none|failed)$/i.test(value)) {
        this.#setAbsent(type, name, /^none$/i.test(value) ? "none" : "failed");
      } else this.#add(name, type.toUpperCase(), zoneValue(type.toUpperCase(), value), `line ${number}`);
    }
  }

  #add(name: string, type: string, value: unknown, place = `${type} ${name}`): void {
    const key = dnsName(name);
    if (type === "CNAME") {
      const target = Array.isArray(value) ? value[0] : value;
      if (typeof target === "string") this.#aliases.set(key, dnsName(target));
      else this.#complain("not-a-record", place);
      return;
    }
    if (!(TYPES as readonly string[]).includes(type)) {
      this.#complain("unknown-type", place);
      return;
    }
    const text = valueText(type as RecordType, value);
    if (text === null) {
      this.#complain("not-a-record", place);
      return;
    }
    this.#insert(`${type} ${key}`, text, type === "MX" ? orderOf(value) : 0);
  }

  #insert(key: string, text: string, order: number): void {
    if (!this.#counts()) return;
    const known = this.#answers.get(key);
    const values = known?.kind === "records" ? [...known.values] : [];
    const orders = this.#orders.get(key) ?? [];
    const after = orders.findIndex((one) => one > order);
    const at = after < 0 ? orders.length : after;
    if (values.length >= VALUES_MAX) {
      this.#complain("too-many", key);
      return;
    }
    orders.splice(at, 0, order);
    values.splice(at, 0, text);
    this.#orders.set(key, orders);
    this.#answers.set(key, { kind: "records", values });
  }

  #setAbsent(type: string, name: string, what: "none" | "failed"): void {
    const wanted = type.toUpperCase();
    if (wanted !== "*" && !(TYPES as readonly string[]).includes(wanted)) {
      this.#complain("unknown-type", `${type} ${name}`);
      return;
    }
    if (!this.#counts()) return;
    this.#answers.set(`${wanted} ${dnsName(name)}`, what === "none" ? NO_RECORD : FAILED);
  }

  #counts(): boolean {
    if (this.count >= this.#answersMax) {
      if (!this.problems.some(({ code }) => code === "too-many"))
        this.problems.push({ code: "too-many", place: "the file" });
      return false;
    }
    this.count += 1;
    return true;
  }

  #complain(code: SnapshotProblem["code"], place: string): void {
    if (this.problems.length < PROBLEMS_MAX) this.problems.push({ code, place: place.slice(0, 300) });
  }
}

/** Records of one name and type; a name has some dozen. */
const VALUES_MAX = 100;

/** Without holding them all at once. */
function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const stop = end < 0 ? text.length : end;
    yield text.slice(start, Math.min(stop, start + LINE_CHARS_MAX)).replace(/\r$/, "");
    start = stop + 1;
  }
}

/** A TXT record has 64 KiB at most. */
const LINE_CHARS_MAX = 80_000;

/** `10 mx.example.org` → the pair; texts in quotes → the list of their strings. */
function zoneValue(type: string, value: string): unknown {
  if (type === "MX") {
    const [order = "", host = ""] = value.split(/\s+/);
    return { priority: Number(order), exchange: host };
  }
  if (type !== "TXT") return value;
  const strings = quotedStrings(value);
  return strings.length > 0 ? strings : value;
}

/** A semicolon outside quotes begins one; in a text without quotes, which keys have many of, only at the start of the line. */
function withoutComment(line: string): string {
  if (line.trimStart().startsWith(";")) return "";
  if (!line.includes('"') && /^\S+\s[^;]*\bTXT\s/i.test(line.slice(0, HEAD_CHARS_MAX))) return line;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === "\\") at += 1;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === ";" && !isQuoted) return line.slice(0, at);
  }
  return line;
}

/** A name, a time to live, a class and a type. */
const HEAD_CHARS_MAX = 400;

function quotedStrings(value: string): readonly string[] {
  const strings: string[] = [];
  let start = -1;
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at];
    if (sign === "\\") at += 1;
    else if (sign === '"' && start < 0) start = at + 1;
    else if (sign === '"') {
      strings.push(value.slice(start, at).replace(/\\(\d{3}|.)/g, unescaped));
      start = -1;
    }
  }
  return strings;
}

/** RFC 1035 5.1. */
function unescaped(_: string, sign: string): string {
  return sign.length === 3 ? String.fromCharCode(Number(sign) & 0xff) : sign;
}

/** As JSON has it: a text, the strings of one, or of MX `{ priority, exchange }` or `[priority, exchange]`. */
function valueText(type: RecordType, value: unknown): string | null {
  if (type === "MX") {
    const host = Array.isArray(value)
      ? value[1]
      : typeof value === "object" && value !== null && "exchange" in value
        ? value.exchange
        : value;
    return typeof host === "string" && host !== "" ? dnsName(host.replace(/^\d+\s+/, "")) : null;
  }
  const strings: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (strings.length === 0 || !strings.every((text) => typeof text === "string")) return null;
  const text = strings.join("");
  return type === "PTR" ? dnsName(text) : text;
}

function orderOf(value: unknown): number {
  if (typeof value === "string") return Number(/^(\d{1,5})\s/.exec(value)?.[1] ?? 0);
  const order = Array.isArray(value) ? value[0] : (value as { readonly priority?: unknown }).priority;
  return Number.isFinite(order) ? Number(order) : 0;
}
