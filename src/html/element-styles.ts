/**
 * What styles and attributes say about the elements of one document: style attributes, the rules of its sheets, and
 * sizes. Remembers readings by their text, since the thousands of cells of a newsletter share a few dozen styles.
 */
import type { Token } from "parse5";
import { type Box, createBox, emptyBox, overlay } from "./box.ts";
import type { HidingRules } from "./hiding-rules.ts";
import { type CssReading, readDeclarations, type StyleRule } from "./read-css.ts";
import type { VisibilityAttributes } from "./visibility.ts";

export class ElementStyles {
  readonly #rules: HidingRules;
  readonly #problem: (code: string) => void;
  readonly #readings = new Map<string, CssReading>();
  /** By tag, id and classes; dropped when a rule is added. */
  readonly #ruled = new Map<string, Readonly<Box> | null>();

  constructor(rules: HidingRules, problem: (code: string) => void) {
    this.#rules = rules;
    this.#problem = problem;
  }

  /** A style attribute, or an SVG attribute that takes CSS values. */
  declarations(css: string): CssReading {
    const known = this.#readings.get(css);
    if (known !== undefined) return known;
    const reading = readDeclarations(css);
    for (const code of reading.problems) this.#problem(code);
    this.#readings.set(css, reading);
    return reading;
  }

  addRules(rules: readonly StyleRule[]): void {
    this.#rules.add(rules);
    this.#ruled.clear();
  }

  /** Rules and the element's own style together. */
  boxOf(tag: string, attributes: readonly Token.Attribute[]): Readonly<Box> {
    const style = valueNamed(attributes, "style");
    const own = style === null || style === "" ? emptyBox : this.declarations(style).box;
    if (this.#rules.isEmpty) return own;
    const ruled = this.#ruledBox(tag, valueNamed(attributes, "id") ?? "", valueNamed(attributes, "class") ?? "");
    if (ruled === null || own === emptyBox) return ruled ?? own;
    const box = createBox();
    overlay(box, ruled);
    overlay(box, own);
    return box;
  }

  #ruledBox(tag: string, id: string, classes: string): Readonly<Box> | null {
    // The tokenizer lets no NUL through. Most elements have neither, and their key is at hand.
    const key = id === "" && classes === "" ? tag : `${tag}\u0000${id}\u0000${classes}`;
    let box = this.#ruled.get(key);
    if (box === undefined) {
      box = this.#rules.boxFor(tag, id, classes);
      this.#ruled.set(key, box);
    }
    return box;
  }
}

/** The value of an attribute; `null` when the element has none of that name. */
export function valueNamed(attributes: readonly Token.Attribute[], name: string): string | null {
  for (const attribute of attributes) if (attribute.name === name) return attribute.value;
  return null;
}

const noVisibilityAttributes: VisibilityAttributes = { width: null, height: null, hidden: false };

/** The attributes that bear on visibility. */
export function visibilityAttributes(attributes: readonly Token.Attribute[]): VisibilityAttributes {
  let width: string | null = null;
  let height: string | null = null;
  let hidden = false;
  for (const { name, value } of attributes) {
    if (name === "width") width = value;
    else if (name === "height") height = value;
    else if (name === "hidden") hidden = true;
  }
  return width === null && height === null && !hidden ? noVisibilityAttributes : { width, height, hidden };
}
