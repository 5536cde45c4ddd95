/**
 * Style attributes as almost all are written: `name: value; name: value`, with strings and functions such as `rgb(…)`
 * but nothing that loads and nothing that needs CSS's tokenizer. Gives what `CssScanner` gives for the same text, or null
 * when the text may need it (a property test compares them). Cost: linear.
 */
import { applyDeclaration, type Box, createBox, isBoxProperty } from "./box.ts";
import { NameTable } from "./name-table.ts";

const TAB = 0x09;
const LF = 0x0a;
const FF = 0x0c;
const CR = 0x0d;
const SPACE = 0x20;
const OPENING = 0x28;
const CLOSING = 0x29;
const COLON = 0x3a;
const SEMICOLON = 0x3b;

/** What a character is to a declaration. */
const KIND = { PLAIN: 0, NAME: 1, WHITE: 2, END: 4, QUOTE: 8, OPENING: 16, OTHER: 32 } as const;
const kindOf = new Uint8Array(128);
for (let code = 0; code < kindOf.length; code += 1) kindOf[code] = kind(code);

function kind(code: number): number {
  const char = String.fromCharCode(code);
  if (/[a-z0-9_-]/i.test(char)) return KIND.NAME;
  if (code === SPACE || code === TAB || code === LF || code === CR || code === FF) return KIND.WHITE;
  if (code === SEMICOLON) return KIND.END;
  if (char === '"' || char === "'") return KIND.QUOTE;
  if (code === OPENING) return KIND.OPENING;
  // Delimiters that are a token of their own wherever they stand, or a part of a number, hash or per cent.
  return /[!#%*+,.:=?&|~^>$]/.test(char) ? KIND.PLAIN : KIND.OTHER;
}

function kindAt(css: string, at: number): number {
  return kindOf[css.charCodeAt(at)] ?? KIND.OTHER;
}

/** Whether a property (lower case) says something about the box. */
const propertyNames = new NameTable<boolean>(isBoxProperty);

/** The box of plain declarations, `nothing` when they say nothing about it; null when CSS has to be tokenized. */
export function plainDeclarations(css: string, nothing: Readonly<Box>): Readonly<Box> | null {
  let box: Box | null = null;
  for (let at = 0; ; ) {
    at = afterWhite(css, at);
    if (at >= css.length) return box ?? nothing;
    if (css.charCodeAt(at) === SEMICOLON) {
      at += 1;
      continue;
    }
    if (!isLetter(css.charCodeAt(at))) return null;
    const nameStart = at;
    while (kindAt(css, at) === KIND.NAME && at < css.length) at += 1;
    const { name, info: isOfBox } = propertyNames.at(css, nameStart, at);
    at = afterWhite(css, at);
    if (css.charCodeAt(at) !== COLON || name.endsWith("filter")) return null;
    const end = valueEnd(css, at + 1);
    if (end < 0) return null;
    if (isOfBox) {
      box ??= createBox();
      applyDeclaration(box, name, css.slice(at + 1, end));
    }
    at = end;
  }
}

/** Where the semicolon or the end of the text ends a value, or -1. */
function valueEnd(css: string, from: number): number {
  let at = from;
  while (at < css.length) {
    const what = kindAt(css, at);
    if (what === KIND.END) return at;
    if (what === KIND.OTHER) return -1;
    if (what === KIND.QUOTE) at = stringEnd(css, at);
    else if (what === KIND.OPENING) at = functionEnd(css, at);
    if (at < 0) return -1;
    at += 1;
  }
  return at;
}

/** Offset of the closing quote, or -1 when the string breaks off or holds an escape. */
function stringEnd(css: string, from: number): number {
  const quote = css.charCodeAt(from);
  for (let at = from + 1; at < css.length; at += 1) {
    const code = css.charCodeAt(at);
    if (code === quote) return at;
    if (code === LF || code === CR || code === FF || code === 0x5c) return -1;
  }
  return -1;
}

/** Offset of the `)` of a function with plain arguments, or -1; what may be `url(` is none. */
function functionEnd(css: string, opening: number): number {
  if ((css.charCodeAt(opening - 1) | 0x20) === 0x6c) return -1;
  for (let at = opening + 1; at < css.length; at += 1) {
    if (css.charCodeAt(at) === CLOSING) return at;
    const what = kindAt(css, at);
    if (what !== KIND.NAME && what !== KIND.WHITE && what !== KIND.PLAIN) return -1;
  }
  return -1;
}

function afterWhite(css: string, from: number): number {
  let at = from;
  while (kindAt(css, at) === KIND.WHITE) at += 1;
  return at;
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}
