/**
 * Text from parts: templates with `{slot}`s, filled anew at every place. Enough parts that two texts of three sentences
 * are never the same by accident; the words are all our own.
 */
import type { Random } from "../../../src/demo/random.ts";

export type Slots = Readonly<Record<string, readonly string[]>>;

type Piece = string | readonly string[];

const compiled = new WeakMap<Slots, Map<string, readonly Piece[]>>();

/** The template with each slot replaced by one of its values; values may hold slots themselves, two levels deep. */
export function fill(template: string, slots: Slots, random: Random): string {
  return fillTo(template, slots, random, 3);
}

function fillTo(template: string, slots: Slots, random: Random, depth: number): string {
  let out = "";
  for (const piece of piecesOf(template, slots)) {
    if (typeof piece === "string") out += piece;
    else {
      const value = random.pick(piece);
      out += depth > 0 && value.includes("{") ? fillTo(value, slots, random, depth - 1) : value;
    }
  }
  return out;
}

function piecesOf(template: string, slots: Slots): readonly Piece[] {
  let known = compiled.get(slots);
  if (known === undefined) {
    known = new Map();
    compiled.set(slots, known);
  }
  let pieces = known.get(template);
  if (pieces === undefined) {
    pieces = template.split(/(\{\w+\})/).map((part) => slots[part.slice(1, -1)] ?? part);
    known.set(template, pieces);
  }
  return pieces;
}

/** `count` different templates, filled, as one paragraph. */
export function paragraph(templates: readonly string[], count: number, slots: Slots, random: Random): string {
  const first = random.int(templates.length);
  const step = 1 + random.int(templates.length - 1);
  const lines: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const template = templates[(first + i * step) % templates.length] ?? "";
    lines.push(capital(fill(template, slots, random)));
  }
  return lines.join(" ");
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
