/** Tokens of markup as they are given on: what a start tag is, and who takes the tokens. */
import { Attribute, type AttributeName } from "./attribute.ts";
import { type ElementKind, kindOf } from "./element-kinds.ts";
import type { NameEntry } from "./name-table.ts";

/** A start tag. One object serves for all: it is valid during the call that gives it. */
export interface StartTag {
  /** In lower case. */
  readonly name: string;
  readonly kind: ElementKind;
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
  /** Without doubles; the first of a name counts. */
  readonly attributes: Attribute[];
}

/** Takes the tokens, in the order of the source. Offsets are in the source. */
export interface MarkupHandler {
  readonly startTag: (tag: StartTag) => void;
  readonly endTag: (name: string, kind: ElementKind, start: number, end: number) => void;
  /** Characters that are no white space, references decoded. */
  readonly text: (chars: string) => void;
  /** `chars`: the white space in foreign content and raw text; anywhere else it may be told as one space. */
  readonly space: (chars: string) => void;
  readonly comment: (start: number, end: number) => void;
  /** `openTag`: where the start tag begins that the end of the text leaves open; null for none. */
  readonly endOfFile: (openTag: number | null) => void;
}

/** Attributes that are kept for later tags; a tag with more has its names looked up in a set. */
const POOL_MAX = 24;

/** The start tag in the making. */
export class OpenTag implements StartTag {
  name = "";
  kind = kindOf("");
  start = 0;
  end = 0;
  selfClosing = false;
  readonly attributes: Attribute[] = [];
  readonly #pool: Attribute[] = [];
  readonly #names = new Set<string>();

  begin({ name, info }: NameEntry<ElementKind>, start: number): void {
    this.name = name;
    this.kind = info;
    this.start = start;
    this.selfClosing = false;
    this.attributes.length = 0;
  }

  /** A new attribute at the end of the list. */
  add(): Attribute {
    const { length } = this.attributes;
    let attribute = this.#pool[length];
    if (attribute === undefined) {
      attribute = new Attribute();
      if (length < POOL_MAX) this.#pool.push(attribute);
    }
    this.attributes.push(attribute);
    return attribute;
  }

  /** Whether the tag has an attribute of that name. Cost over all attributes of a tag: linear. */
  has({ name }: AttributeName): boolean {
    const { length } = this.attributes;
    if (length >= POOL_MAX) return this.#isAmong(name, length);
    for (const attribute of this.attributes) if (attribute.name === name) return true;
    return false;
  }

  #isAmong(name: string, length: number): boolean {
    if (length === POOL_MAX) this.#names.clear();
    for (let n = this.#names.size; n < length; n += 1) this.#names.add(this.attributes[n]?.name ?? "");
    return this.#names.has(name);
  }
}
