/**
 * Which style rules apply to an element, for simple selectors only: `tag`, `.class`, `#id` and compounds of them. No
 * combinators, no specificity: later rules win. Enough for the ways mail hides things by class, and bounded:
 * an element asks one small bucket per class.
 */
import { ident } from "css-tree/utils";
import { limits } from "../base/limits.ts";
import { type Box, bothOf, createBox, overlay, sameBox } from "./box.ts";
import { CSS, CssTokens } from "./css-tokens.ts";
import type { StyleRule } from "./read-css.ts";

interface SimpleRule {
  /** Lower case; empty for any. */
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  box: Readonly<Box>;
  readonly order: number;
}

/** Answers that are looked at again over all sheets of a part; beyond, each sheet counts as changing some. */
const ANSWERS_CHECKED_MAX = 20_000;

interface Answer {
  readonly id: string;
  readonly classes: string;
  readonly box: Readonly<Box> | null;
}

/** Of the elements of one tag, by classes and id. */
type Answers = Map<string, Answer>;

export class HidingRules {
  /** By `#id`, `.class` or `tag`. */
  readonly #buckets = new Map<string, SimpleRule[]>();
  #count = 0;
  /** What was answered by the rules so far, by tag. */
  readonly #answers = new Map<string, Answers>();
  #answersChecked = 0;
  #hasChanged = false;
  #isCut = false;
  /** Some rule, or class of an element, was left out; others are still taken. */
  #isFull = false;

  /** An answer that was given would be, or may be, another one by the rules that came later. */
  get hasChanged(): boolean {
    return this.#hasChanged;
  }

  /** There were more rules than are remembered. */
  get isCut(): boolean {
    return this.#isCut || this.#isFull;
  }

  add(rules: readonly StyleRule[]): void {
    for (const rule of rules) {
      this.#isCut ||= this.#count >= limits.cssRulesMax;
      if (this.#isCut) break;
      const selectors = simpleSelectors(rule.selector);
      for (const selector of selectors.slice(0, limits.cssSelectorsMax)) this.#addOne(selector, rule.box);
      this.#isFull ||= selectors.length > limits.cssSelectorsMax || rule.selector.length > limits.cssSelectorCharsMax;
    }
    this.#hasChanged = this.#changesAnswers() || this.#hasChanged;
  }

  /** What all rules for such an element say together; `null` when none applies. The same box for the same answer. */
  boxFor(tag: string, id: string, classes: string): Readonly<Box> | null {
    let answers = this.#answers.get(tag);
    if (answers === undefined) {
      answers = new Map();
      this.#answers.set(tag, answers);
    }
    // No NUL is let through in values. Most elements have no id, and their key is at hand.
    const key = id === "" ? classes : `${classes}\u0000${id}`;
    const known = answers.get(key);
    if (known !== undefined) return known.box;
    const box = this.#boxFor(tag, id, classes);
    answers.set(key, { id, classes, box });
    return box;
  }

  #changesAnswers(): boolean {
    let changes = false;
    for (const [tag, answers] of this.#answers) {
      this.#answersChecked += answers.size;
      if (this.#answersChecked > ANSWERS_CHECKED_MAX) {
        this.#answers.clear();
        return true;
      }
      for (const [key, answer] of answers) {
        const box = this.#boxFor(tag, answer.id, answer.classes);
        if (sameBox(answer.box, box)) continue;
        answers.set(key, { ...answer, box });
        changes = true;
      }
    }
    return changes;
  }

  #boxFor(tag: string, id: string, classAttribute: string): Readonly<Box> | null {
    if (this.#count === 0) return null;
    const written = classAttribute === "" ? [] : classAttribute.split(/\s+/, limits.cssClassesMax + 3);
    const named = written.filter((name) => name !== "");
    if (named.length > limits.cssClassesMax) this.#isFull = true;
    const classes = named.slice(0, limits.cssClassesMax);
    const found: SimpleRule[] = [];
    this.#collect(tag, tag, id, classes, found);
    if (id !== "") this.#collect(`#${id}`, tag, id, classes, found);
    for (const name of new Set(classes)) this.#collect(`.${name}`, tag, id, classes, found);
    if (found.length <= 1) return found[0]?.box ?? null;
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
      same.box = bothOf(same.box, box);
    } else if (this.#count >= limits.cssRulesMax) {
      this.#isCut = true;
    } else if (bucket.length < limits.cssRulesPerKeyMax) {
      bucket.push({ ...selector, box, order: this.#count++ });
    } else {
      this.#isFull = true;
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

/** The simple selectors of a comma-separated list; the others are left out. None of a list of more than `limits.cssSelectorCharsMax`. */
export function simpleSelectors(list: string): readonly Omit<SimpleRule, "box" | "order">[] {
  if (list.length > limits.cssSelectorCharsMax) return [];
  const done: OpenSelector[] = [];
  let current = openSelector();
  const tokens = new CssTokens(list);
  while (tokens.next()) {
    const { type, start, end } = tokens;
    if (type === CSS.COMMA) {
      done.push(current);
      current = openSelector();
    } else if (type === CSS.WHITE_SPACE || type === CSS.COMMENT) {
      current.spaced ||= current.started;
    } else {
      if (current.spaced) current.simple = false;
      current.started = true;
      addPart(current, type, list.slice(start, end));
    }
  }
  done.push(current);
  // With more classes than are looked up of an element, a selector fits none.
  const usable = (one: OpenSelector) =>
    one.simple &&
    !one.dot &&
    one.classes.length <= limits.cssClassesMax &&
    (one.tag !== "" || one.id !== "" || one.classes.length > 0);
  return done.map(withoutDoubles).filter(usable);
}

function withoutDoubles(selector: OpenSelector): OpenSelector {
  return { ...selector, classes: [...new Set(selector.classes)] };
}

function addPart(selector: OpenSelector, type: number, text: string): void {
  if (type === CSS.IDENT && selector.dot) {
    selector.classes.push(ident.decode(text));
    selector.dot = false;
  } else if (type === CSS.IDENT && selector.tag === "" && selector.id === "" && selector.classes.length === 0) {
    selector.tag = ident.decode(text).toLowerCase();
  } else if (type === CSS.HASH) {
    selector.id = ident.decode(text.slice(1));
  } else if (type === CSS.DELIM && text === ".") {
    selector.dot = true;
  } else if (!(type === CSS.DELIM && text === "*")) {
    selector.simple = false;
  }
}
