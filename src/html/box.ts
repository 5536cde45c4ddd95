/**
 * What declarations of CSS say about the place and visibility of an element, as far as hiding goes.
 *
 * Lengths are in CSS pixels; `NaN` means "not said or not comparable" (`auto`, per cent, `calc()`). No full cascade:
 * later declarations win.
 */

import { ident } from "css-tree/utils";

export type Choice = "unset" | "yes" | "no";

export interface Box {
  /** `display: none`. */
  gone: Choice;
  /** The same with `!important`, which wins over what comes later without it. */
  goneByForce: Choice;
  /** `visibility: hidden` or `collapse`. */
  invisible: Choice;
  opacity: number;
  /** `Infinity`: given, but not in pixels. */
  width: number;
  height: number;
  maxWidth: number;
  maxHeight: number;
  /** `overflow` other than `visible`. */
  clipsOverflow: Choice;
  /** `position: absolute` or `fixed`, or `relative`: offsets count. */
  positioned: Choice;
  /** The most negative of `left`, `top`, `right`, `bottom`. */
  offset: number;
  /** The more negative of `margin-left` and `margin-top`. */
  margin: number;
  textIndent: number;
  /** `clip` or `clip-path` leaves nothing. */
  clipped: Choice;
  /** `transform` shrinks to nothing or moves far away. */
  transformedAway: Choice;
  /** `object-position` far outside: of an image alone. */
  pictureAway: Choice;
  /** `background-size` of nothing. */
  backgroundAway: Choice;
  fontSize: number;
  transparentText: Choice;
  /** `mso-hide: all`. */
  hiddenInOutlook: Choice;
  /** Something gives an empty element an extent: height, min-height or padding, in any unit. */
  hasExtent: Choice;
  /** Anything above is set. */
  any: boolean;
}

export function createBox(): Box {
  return {
    gone: "unset",
    goneByForce: "unset",
    invisible: "unset",
    opacity: Number.NaN,
    width: Number.NaN,
    height: Number.NaN,
    maxWidth: Number.NaN,
    maxHeight: Number.NaN,
    clipsOverflow: "unset",
    positioned: "unset",
    offset: Number.NaN,
    margin: Number.NaN,
    textIndent: Number.NaN,
    clipped: "unset",
    transformedAway: "unset",
    pictureAway: "unset",
    backgroundAway: "unset",
    fontSize: Number.NaN,
    transparentText: "unset",
    hiddenInOutlook: "unset",
    hasExtent: "unset",
    any: false,
  };
}

/** The box of an element that says nothing; never changed. */
export const emptyBox: Readonly<Box> = Object.freeze(createBox());

const boxKeys = Object.keys(emptyBox) as readonly (keyof Box)[];

/** `important`: the declaration says so. */
type Apply = (box: Box, value: string, important: boolean) => void;
type ChoiceKey = { [K in keyof Box]: Box[K] extends Choice ? K : never }[keyof Box];
type NumberKey = { [K in keyof Box]: Box[K] extends number ? K : never }[keyof Box];

function choice(key: ChoiceKey, holds: (value: string) => boolean): Apply {
  return (box, value) => {
    box[key] = holds(value) ? "yes" : "no";
  };
}

function number(key: NumberKey, read: (value: string) => number): Apply {
  return (box, value) => {
    box[key] = read(value);
  };
}

/** No mail is as wide as that many pixels: what is placed there lies off the screen, as on the other side. */
const FAR_RIGHT = 5_000;

/** Keeps the least of several (`left` and `top`; the four of `margin`); `far` and above count as the same below zero. */
function least(key: NumberKey, far = Number.POSITIVE_INFINITY): Apply {
  return (box, value) => {
    for (const part of value.split(/\s+/, 4)) {
      const length = pixels(part);
      box[key] = lesser(box[key], length >= far ? -length : length);
    }
  };
}

function zeroWhen(key: NumberKey, holds: (value: string) => boolean): Apply {
  return (box, value) => {
    if (holds(value)) box[key] = 0;
  };
}

const extent: Apply = (box, value) => {
  if (!isNothing(value)) box.hasExtent = "yes";
};
const height: Apply = (box, value, important) => {
  box.height = size(value);
  extent(box, value, important);
};
const overflow = choice("clipsOverflow", (value) => !value.startsWith("visible"));
const transform = choice("transformedAway", transformsAway);
const opacity = number("opacity", portion);
const gone = choice("gone", (value) => value === "none");
const display: Apply = (box, value, important) => {
  gone(box, value, important);
  if (important) box.goneByForce = box.gone;
};

/** Property → what it changes. Values come in lower case, trimmed, `!important` taken off. */
const properties: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ["display", display],
  ["visibility", choice("invisible", (value) => value === "hidden" || value === "collapse")],
  ["opacity", opacity],
  ["-moz-opacity", opacity],
  ["filter", zeroWhen("opacity", (value) => /(?:^|\s)(?:opacity\(\s*0%?\s*\)|alpha\(opacity=0\))/.test(value))],
  ["width", number("width", size)],
  ["height", height],
  ["max-width", number("maxWidth", pixels)],
  ["max-height", number("maxHeight", pixels)],
  ["min-height", extent],
  ["padding", extent],
  ["padding-top", extent],
  ["padding-bottom", extent],
  ["overflow", overflow],
  ["overflow-x", overflow],
  ["overflow-y", overflow],
  ["position", choice("positioned", (value) => value !== "static" && value !== "sticky")],
  ["left", least("offset", FAR_RIGHT)],
  ["top", least("offset")],
  ["right", least("offset", FAR_RIGHT)],
  ["bottom", least("offset")],
  ["text-indent", number("textIndent", pixels)],
  ["margin", least("margin")],
  ["margin-left", least("margin")],
  ["margin-top", least("margin")],
  ["clip", choice("clipped", clipsRectangle)],
  ["clip-path", choice("clipped", clipsPath)],
  ["object-position", choice("pictureAway", (value) => value.split(/\s+/, 4).some(isFar))],
  ["background-size", choice("backgroundAway", (value) => value.split(/[\s,]+/, 2).some((part) => pixels(part) === 0))],
  ["scale", choice("transformedAway", (value) => value.split(/\s+/, 3).some((part) => isTiny(part)))],
  ["transform", transform],
  ["-webkit-transform", transform],
  ["font-size", number("fontSize", fontSize)],
  ["font", zeroWhen("fontSize", (value) => /(?:^|\s)0(?:px|pt)?(?:\/|\s)/.test(value))],
  ["color", choice("transparentText", isTransparent)],
  ["mso-hide", choice("hiddenInOutlook", (value) => value === "all")],
]);

/** Whether `applyDeclaration` does anything with the property (lower case). */
export function isBoxProperty(property: string): boolean {
  return properties.has(property);
}

/** `property` in lower case, `value` as written. */
export function applyDeclaration(box: Box, property: string, value: string): void {
  const apply = properties.get(property);
  if (apply === undefined) return;
  const text = plainValue(value);
  const mark = text.indexOf("!");
  apply(box, mark < 0 ? text : text.slice(0, mark).trimEnd(), mark >= 0);
  box.any = true;
}

/** Lower case, trimmed, without comments and escapes; values worth reading are short. */
function plainValue(value: string): string {
  const bare = value.includes("/*") ? value.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, " ") : value;
  let text = bare.trim().slice(0, VALUE_CHARS_MAX).toLowerCase();
  if (text.includes("\\")) text = ident.decode(text).toLowerCase();
  return text;
}

/** Characters of a value that are read. */
const VALUE_CHARS_MAX = 200;

/** Lays what `over` sets on top of `box`. */
export function overlay(box: Box, over: Readonly<Box>): void {
  if (!over.any) return;
  box.any = true;
  if (over.gone !== "unset") box.gone = over.gone;
  if (over.goneByForce !== "unset") box.goneByForce = over.goneByForce;
  if (over.invisible !== "unset") box.invisible = over.invisible;
  if (over.clipsOverflow !== "unset") box.clipsOverflow = over.clipsOverflow;
  if (over.positioned !== "unset") box.positioned = over.positioned;
  if (over.clipped !== "unset") box.clipped = over.clipped;
  if (over.transformedAway !== "unset") box.transformedAway = over.transformedAway;
  if (over.pictureAway !== "unset") box.pictureAway = over.pictureAway;
  if (over.backgroundAway !== "unset") box.backgroundAway = over.backgroundAway;
  if (over.transparentText !== "unset") box.transparentText = over.transparentText;
  if (over.hiddenInOutlook !== "unset") box.hiddenInOutlook = over.hiddenInOutlook;
  if (over.hasExtent !== "unset") box.hasExtent = over.hasExtent;
  box.opacity = said(over.opacity, box.opacity);
  box.width = said(over.width, box.width);
  box.height = said(over.height, box.height);
  box.maxWidth = said(over.maxWidth, box.maxWidth);
  box.maxHeight = said(over.maxHeight, box.maxHeight);
  box.offset = said(over.offset, box.offset);
  box.margin = said(over.margin, box.margin);
  box.textIndent = said(over.textIndent, box.textIndent);
  box.fontSize = said(over.fontSize, box.fontSize);
}

/** A new box: what `over` sets on top of `under`. */
export function bothOf(under: Readonly<Box>, over: Readonly<Box>): Readonly<Box> {
  const box = createBox();
  overlay(box, under);
  overlay(box, over);
  return box;
}

/** Whether two answers about an element say the same. */
export function sameBox(one: Readonly<Box> | null, other: Readonly<Box> | null): boolean {
  if (one === null || other === null) return one === other;
  for (const key of boxKeys) if (!Object.is(one[key], other[key])) return false;
  return true;
}

function said(over: number, under: number): number {
  return Number.isNaN(over) ? under : over;
}

function lesser(a: number, b: number): number {
  return Number.isNaN(a) || b < a ? b : a;
}

/** Pixels of one CSS unit (CSS Values 6.2); font-relative units by the usual 16 px. */
const unitPixels: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["px", 1],
  ["pt", 4 / 3],
  ["pc", 16],
  ["in", 96],
  ["cm", 96 / 2.54],
  ["mm", 96 / 25.4],
  ["em", 16],
  ["rem", 16],
  ["ex", 8],
  ["ch", 8],
]);

/** A CSS length in pixels; `0` in any unit is 0; everything else is NaN. A number without unit counts, as quirks do. */
export function pixels(value: string): number {
  const number = Number.parseFloat(value);
  if (Number.isNaN(number) || number === 0) return number;
  const unit = /^[-+]?[\d.]+(?:e[-+]?\d+)?([a-z%]*)/.exec(value)?.[1] ?? "";
  return number * (unitPixels.get(unit) ?? farUnit(number));
}

/** An extent in pixels; `Infinity` when it is given in another way, NaN when it is left open. */
export function size(value: string): number {
  const length = pixels(value);
  if (!Number.isNaN(length)) return length;
  return value === "auto" || value === "" ? Number.NaN : Number.POSITIVE_INFINITY;
}

/** Per cent and viewport units say nothing in pixels, except when they lead far out (`left: -9999vw`). */
function farUnit(number: number): number {
  return number <= -100 ? 16 : Number.NaN;
}

function isNothing(value: string): boolean {
  return value
    .split(/\s+/, 4)
    .every((part) => Number.parseFloat(part) === 0 || part === "" || part === "auto" || part === "initial");
}

/** 0 to 1 from `0`, `.5`, `0%`. */
function portion(value: string): number {
  const number = Number.parseFloat(value);
  return value.endsWith("%") ? number / 100 : number;
}

/** Zero only for an absolute zero: em and per cent of something visible stay visible. */
function fontSize(value: string): number {
  const size = pixels(value);
  return Number.isNaN(size) ? 16 : size;
}

/** No colour: by name, or with an alpha of nothing (CSS Color 4). */
function isTransparent(colour: string): boolean {
  if (colour.startsWith("#")) return /^#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)$/.test(colour);
  return colour === "transparent" || /^(?:rgb|hsl)a?\([^,/]*(?:,[^,/]*,[^,/]*,|\/)\s*0*\.?0*%?\s*\)$/.test(colour);
}

/** `rect(0, 0, 0, 0)` and the `rect(1px, 1px, 1px, 1px)` of visually-hidden text (CSS 2.1 11.1.2). */
function clipsRectangle(value: string): boolean {
  const rect = /^rect\(([^)]*)\)/.exec(value);
  if (rect === null) return false;
  const [top = 0, right = 0, bottom = 0, left = 0] = (rect[1] ?? "")
    .split(/[\s,]+/, 8)
    .filter(Boolean)
    .map(Number.parseFloat);
  return bottom - top <= 1 || right - left <= 1;
}

function clipsPath(value: string): boolean {
  const inset = /^inset\(\s*([\d.]+)%/.exec(value);
  if (inset !== null) return Number(inset[1]) >= 50;
  return /^(?:circle|ellipse)\(\s*0/.test(value) || /^polygon\([\s0,px%]*\)$/.test(value);
}

/** A factor that leaves nothing to see. */
function isTiny(factor: string): boolean {
  return Math.abs(portion(factor.trim())) < 0.01;
}

function isFar(length: string): boolean {
  return Math.abs(pixels(length)) >= 999;
}

function transformsAway(value: string): boolean {
  const scale = /scale(?:3d|x|y)?\(([^)]*)\)/.exec(value);
  if (scale?.[1]?.split(",", 2).some(isTiny)) return true;
  // On edge.
  if (/rotate[xy]\(\s*-?(?:90|270)deg\s*\)/.test(value)) return true;
  const shift = /translate(?:3d|x|y)?\(([^)]*)\)/.exec(value);
  return shift !== null && (shift[1] ?? "").split(",", 3).some((part) => pixels(part.trim()) <= -999);
}
