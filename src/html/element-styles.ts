/**
 * What styles and attributes say about the elements of one document: style attributes, the rules of its sheets, and
 * sizes.
 */
import { type Attribute, ROLE } from "./attribute.ts";
import { type Box, bothOf, emptyBox } from "./box.ts";
import type { HidingRules } from "./hiding-rules.ts";
import { type CssReading, readDeclarations } from "./read-css.ts";
import type { VisibilityAttributes } from "./visibility.ts";

/** What the attributes of an element say about its looks. */
export interface Looks extends VisibilityAttributes {
  /** Null when absent or empty. */
  readonly style: Attribute | null;
  readonly id: string;
  readonly classes: string;
}

export class ElementStyles {
  readonly #rules: HidingRules;
  readonly #problem: (code: string) => void;
  /** What a ruled box says together with an own one, by the two. */
  readonly #together = new Map<Readonly<Box>, Map<Readonly<Box>, Readonly<Box>>>();

  constructor(rules: HidingRules, problem: (code: string) => void) {
    this.#rules = rules;
    this.#problem = problem;
  }

  /** A style attribute, or an SVG attribute that takes CSS values. */
  declarations(css: string): CssReading {
    const reading = readDeclarations(css);
    for (const code of reading.problems) this.#problem(code);
    return reading;
  }

  /** Rules and the element's own style together. */
  boxOf(tag: string, { style, id, classes }: Looks): Readonly<Box> {
    const own = style === null ? emptyBox : this.declarations(style.value).box;
    const ruled = this.#rules.boxFor(tag, id, classes);
    if (ruled === null || own === emptyBox) return ruled ?? own;
    let boxes = this.#together.get(ruled);
    if (boxes === undefined) {
      boxes = new Map();
      this.#together.set(ruled, boxes);
    }
    let box = boxes.get(own);
    if (box === undefined) {
      box = bothOf(ruled, own);
      boxes.set(own, box);
    }
    return box;
  }
}

/** The value of an attribute; `null` when the element has none of that name. */
export function valueNamed(attributes: readonly Attribute[], name: string): string | null {
  for (const attribute of attributes) if (attribute.name === name) return attribute.value;
  return null;
}

const plainLooks: Looks = { style: null, id: "", classes: "", width: null, height: null, hidden: false };
const LOOKS = ROLE.STYLE | ROLE.ID | ROLE.CLASS | ROLE.WIDTH | ROLE.HEIGHT | ROLE.HIDDEN;

/** The attributes that bear on an element's looks. */
export function looksOf(attributes: readonly Attribute[]): Looks {
  let style: Attribute | null = null;
  let id = "";
  let classes = "";
  let width: string | null = null;
  let height: string | null = null;
  let hidden = false;
  let roles = 0;
  for (const attribute of attributes) {
    const { role } = attribute;
    roles |= role;
    if (role === ROLE.STYLE && !attribute.isEmpty) style = attribute;
    else if (role === ROLE.ID) id = attribute.value;
    else if (role === ROLE.CLASS) classes = attribute.value;
    else if (role === ROLE.WIDTH) width = attribute.value;
    else if (role === ROLE.HEIGHT) height = attribute.value;
    else if (role === ROLE.HIDDEN) hidden = true;
  }
  return (roles & LOOKS) === 0 ? plainLooks : { style, id, classes, width, height, hidden };
}
