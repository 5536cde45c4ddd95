/**
 * Which style rules apply to an element, for simple selectors only: `tag`, `.class`, `#id` and compounds of them. No
 * combinators, no specificity: later rules win. Enough for the ways mail hides things by class, and bounded:
 * an element asks one small bucket per class.
 */
import { tokenize, tokenTypes } from "css-tree/tokenizer";
import { ident } from "css-tree/utils";
import { limits } from "../base/limits.ts";
import { type Box, createBox, overlay } from "./box.ts";
import type { StyleRule } from "./read-css.ts";

interface SimpleRule {
  /** Lower case; empty for any. */
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly box: Box;
  readonly order: number;
}

/** Compound rules that share their rarest key; more than this many on one class are an attack. */
const BUCKET_MAX = 32;
/** Classes of one element that are looked up. */
const CLASSES_MAX = 32;
/** Selectors of one rule's list that are read. */
const SELECTORS_MAX = 256;
/** Characters of one selector list that are read: real ones are short. */
const SELECTOR_CHARS_MAX = 8_192;

export class HidingRules {
  /** By `#id`, `.class` or `tag`. */
  readonly #buckets = new Map<string, SimpleRule[]>();
  #count = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  add(rules: readonly StyleRule[]): void {
    for (const rule of rules) {
      if (this.#count >= limits.cssRulesMax) return;
      for (const selector of simpleSelectors(rule.selector)) this.#addOne(selector, rule.box);
    }
  }

  /** What all rules for such an element say together; `null` when none applies. */
  boxFor(tag: string, id: string, classAttribute: string): Box | null {
    if (this.#count === 0) return null;
    const classes = classAttribute === "" ? [] : classAttribute.split(/\s+/, CLASSES_MAX).filter((name) => name !== "");
    const found: SimpleRule[] = [];
    this.#collect(tag, tag, id, classes, found);
    if (id !== "") this.#collect(`#${id}`, tag, id, classes, found);
    for (const name of new Set(classes)) this.#collect(`.${name}`, tag, id, classes, found);
    if (found.length === 0) return null;
    found.sort((a, b) => a.order - b.order);
    const box = createBox();
    for (const rule of found) overlay(box, rule.box);
    return box;
  }

  #collect(key: string, tag: string, id: string, classes: readonly string[], found: SimpleRule[]): void {
    for (const rule of this.#buckets.get(key) ?? []) {
      const fits =
        (rule.tag === "" || rule.tag === tag) &&
        (rule.id === "" || rule.id === id) &&
        rule.classes.every((name) => classes.includes(name));
      if (fits) found.push(rule);
    }
  }

  #addOne(selector: Omit<SimpleRule, "box" | "order">, box: Readonly<Box>): void {
    const lastClass = selector.classes.at(-1);
    const key = selector.id !== "" ? `#${selector.id}` : lastClass !== undefined ? `.${lastClass}` : selector.tag;
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      bucket = [];
      this.#buckets.set(key, bucket);
    }
    const same = bucket.find((rule) => sameSelector(rule, selector));
    if (same !== undefined) {
      overlay(same.box, box);
    } else if (bucket.length < BUCKET_MAX && this.#count < limits.cssRulesMax) {
      const own = createBox();
      overlay(own, box);
      bucket.push({ ...selector, box: own, order: this.#count++ });
    }
  }
}

function sameSelector(rule: SimpleRule, other: Omit<SimpleRule, "box" | "order">): boolean {
  return rule.tag === other.tag && rule.id === other.id && rule.classes.join(".") === other.classes.join(".");
}

interface OpenSelector {
  tag: string;
  id: string;
  classes: string[];
  /** Holds only what can be matched here. */
  simple: boolean;
  /** A part was read; white space after it may be a combinator. */
  started: boolean;
  spaced: boolean;
  dot: boolean;
}

function openSelector(): OpenSelector {
  return { tag: "", id: "", classes: [], simple: true, started: false, spaced: false, dot: false };
}

/** The simple selectors of a comma-separated list; the others are left out. */
export function simpleSelectors(list: string): readonly Omit<SimpleRule, "box" | "order">[] {
  if (list.length > SELECTOR_CHARS_MAX) return [];
  const done: OpenSelector[] = [];
  let current = openSelector();
  tokenize(list, (type, start, end) => {
    if (type === tokenTypes.Comma) {
      done.push(current);
      current = openSelector();
    } else if (type === tokenTypes.WhiteSpace || type === tokenTypes.Comment) {
      current.spaced ||= current.started;
    } else {
      if (current.spaced) current.simple = false;
      current.started = true;
      addPart(current, type, list.slice(start, end));
    }
  });
  done.push(current);
  const usable = (one: OpenSelector) =>
    one.simple && !one.dot && (one.tag !== "" || one.id !== "" || one.classes.length > 0);
  return done.filter(usable).slice(0, SELECTORS_MAX);
}

function addPart(selector: OpenSelector, type: number, text: string): void {
  if (type === tokenTypes.Ident && selector.dot) {
    selector.classes.push(ident.decode(text));
    selector.dot = false;
  } else if (type === tokenTypes.Ident && selector.tag === "" && selector.id === "" && selector.classes.length === 0) {
    selector.tag = ident.decode(text).toLowerCase();
  } else if (type === tokenTypes.Hash) {
    selector.id = ident.decode(text.slice(1));
  } else if (type === tokenTypes.Delim && text === ".") {
    selector.dot = true;
  } else if (!(type === tokenTypes.Delim && text === "*")) {
    selector.simple = false;
  }
}
