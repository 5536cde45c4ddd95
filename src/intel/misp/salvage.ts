/**
 * MISP JSON that is broken somewhere, or too large to be parsed as one value → its events as far as they can be read: their own words, and each
 * attribute that is whole. Brackets, quotes and the names of maps are all that is looked at; only attributes, tags and the like are parsed,
 * one at a time. Total, linear in the bytes; of an attribute only what detection needs is kept.
 */
import { limits } from "../../base/limits.ts";
import { isJson, type Json, parseJson } from "../formats/json.ts";
import { type MispEvent, mispEvents } from "./event.ts";

export interface Salvaged {
  readonly events: readonly MispEvent[];
  /** Maps that could not be parsed. */
  readonly broken: number;
  /** There were more attributes than `limits.indicatorsMax`. */
  readonly isCut: boolean;
}

/** By the names in its head, so that a bundle of STIX is not looked at twice. */
export function mayBeMisp(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  return (
    /"(?:Event|response|Attribute|Object|Orgc)"\s{0,100}:/.test(head) && !/"type"\s{0,100}:\s{0,100}"bundle"/.test(head)
  );
}

const HEAD_BYTES = 64 * 1024;

type Holder = Record<string, unknown> & { Attribute: unknown[]; Object: unknown[]; Tag: unknown[]; Galaxy: unknown[] };

/** `holder`: an event or an object, whose parts are gathered; `leaf`: is parsed when it ends; `other`: is passed over. */
interface Frame {
  readonly isMap: boolean;
  readonly role: "holder" | "leaf" | "other";
  /** Under which it stands in the nearest map around it. */
  readonly name: string;
  readonly start: number;
  readonly holder: Holder | null;
  key: string;
  isKeyNext: boolean;
}

const QUOTE = 0x22;
const ESCAPE = 0x5c;
/** Deeper frames are counted, not kept. */
const DEPTH_MAX = 64;
const KEY_CHARS_MAX = 64;
const LISTED: ReadonlySet<string> = new Set(["Attribute", "Tag", "Galaxy"]);
/** What an event or object tells of itself, as text, number or truth. */
const OWN: ReadonlySet<string> = new Set(["info", "date", "uuid", "name", "deleted"]);
const KEPT = ["uuid", "type", "category", "value", "comment", "to_ids", "deleted", "Tag", "Galaxy"] as const;

export function salvageMisp(bytes: Uint8Array): Salvaged {
  const walk = new Walk(bytes);
  walk.run();
  const events = walk.events.flatMap((event) => (isEmpty(event) ? [] : (mispEvents(event) ?? [])));
  return { events, broken: walk.broken, isCut: walk.isCut };
}

function isEmpty({ Attribute: own, Object: objects }: Holder): boolean {
  return own.length + objects.length === 0;
}

class Walk {
  readonly events: Holder[] = [];
  broken = 0;
  isCut = false;
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder("utf-8");
  readonly #open: Frame[] = [];
  /** Frames beyond `DEPTH_MAX`. */
  #beyond = 0;
  #attributes = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  run(): void {
    const bytes = this.#bytes;
    for (let at = 0; at < bytes.length && !this.isCut; at += 1) {
      const code = bytes[at];
      if (code === QUOTE) {
        const end = endOfQuote(bytes, at);
        this.#text(at, end);
        at = end;
      } else if (code === 0x7b || code === 0x5b) this.#begin(at, code === 0x7b);
      else if (code === 0x7d || code === 0x5d) this.#end(at, code === 0x7d);
      else if (code === 0x2c) this.#comma();
      else if (code !== undefined && code > 0x20 && code !== 0x3a) this.#word(at);
    }
  }

  #begin(at: number, isMap: boolean): void {
    if (this.#open.length >= DEPTH_MAX) {
      this.#beyond += 1;
      return;
    }
    const around = this.#open.at(-1);
    const name = around === undefined ? "" : around.isMap ? around.key : around.name;
    const holder = around?.holder ?? null;
    const frame = { isMap, name, start: at, key: "", isKeyNext: isMap };
    if (around !== undefined && around.role !== "holder") {
      this.#open.push({ ...frame, role: "other", holder: null });
    } else if (isMap && (holder === null || name === "Event" || name === "response" || name === "")) {
      const event = newHolder();
      this.events.push(event);
      this.#open.push({ ...frame, role: "holder", holder: event });
    } else if (isMap && name === "Object" && holder !== null) {
      const object = newHolder();
      holder.Object.push(object);
      this.#open.push({ ...frame, role: "holder", holder: object });
    } else if (isMap) {
      const isKnown = LISTED.has(name) || name === "Orgc" || name === "Org";
      this.#open.push({ ...frame, role: isKnown ? "leaf" : "other", holder });
    } else {
      const leads = LISTED.has(name) || name === "Object" || name === "Event" || name === "response" || holder === null;
      this.#open.push({ ...frame, role: leads ? "holder" : "other", holder });
    }
  }

  #end(at: number, isMap: boolean): void {
    if (this.#beyond > 0) {
      this.#beyond -= 1;
      return;
    }
    const frame = this.#open.at(-1);
    // A bracket that closes nothing of its kind is part of what is broken.
    if (frame === undefined || frame.isMap !== isMap) return;
    this.#open.pop();
    if (frame.role === "leaf") this.#leaf(frame, at + 1);
  }

  #leaf({ name, start, holder }: Frame, end: number): void {
    const parsed = parseJson(this.#decoder.decode(this.#bytes.subarray(start, end)));
    if (!parsed.ok || !isJson(parsed.value) || holder === null) {
      this.broken += 1;
      return;
    }
    if (name === "Tag" || name === "Galaxy") holder[name].push(parsed.value);
    else if (name !== "Attribute") holder[name] = parsed.value;
    else if (this.#attributes >= limits.indicatorsMax) this.isCut = true;
    else {
      this.#attributes += 1;
      holder.Attribute.push(slim(parsed.value));
    }
  }

  #text(start: number, end: number): void {
    const frame = this.#open.at(-1);
    if (frame?.isMap !== true || frame.role !== "holder" || this.#beyond > 0) return;
    if (frame.isKeyNext) {
      frame.key = this.#decoder.decode(this.#bytes.subarray(start + 1, Math.min(end, start + 1 + KEY_CHARS_MAX)));
      frame.isKeyNext = false;
    } else this.#own(frame, start, end + 1);
  }

  /** A number, `true`, `false` or `null`, at its first sign. */
  #word(at: number): void {
    const frame = this.#open.at(-1);
    if (frame?.isMap !== true || frame.role !== "holder" || frame.isKeyNext) return;
    if (frame.holder === null || !OWN.has(frame.key) || frame.key in frame.holder) return;
    const word = /^[\w.+-]+/.exec(this.#decoder.decode(this.#bytes.subarray(at, at + 40)))?.[0] ?? "";
    const parsed = parseJson(word);
    if (parsed.ok) frame.holder[frame.key] = parsed.value;
  }

  #own({ key, holder }: Frame, start: number, end: number): void {
    if (holder === null || !OWN.has(key) || key in holder) return;
    const parsed = parseJson(this.#decoder.decode(this.#bytes.subarray(start, end)));
    if (parsed.ok) holder[key] = parsed.value;
  }

  #comma(): void {
    const frame = this.#open.at(-1);
    if (frame?.isMap === true && this.#beyond === 0) frame.isKeyNext = true;
  }
}

function newHolder(): Holder {
  return Object.assign(Object.create(null) as Record<string, unknown>, {
    Attribute: [],
    Object: [],
    Tag: [],
    Galaxy: [],
  });
}

function slim(attribute: Json): Json {
  const kept: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of KEPT) if (attribute[name] !== undefined) kept[name] = attribute[name];
  return kept;
}

/** Its closing quote, or the end. */
function endOfQuote(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(QUOTE, start + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === ESCAPE) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return bytes.length;
}
