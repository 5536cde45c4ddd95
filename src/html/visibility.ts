/**
 * Whether a reader can see an element, and why: stated honestly from attributes, CSS and enclosing elements. Size is
 * never taken as a sign of a tracker here (threat-facts LK-12): trackers also claim big sizes or none.
 */

import { isSeenVector } from "../case/vectors.ts";
import { type Box, emptyBox, size } from "./box.ts";
import { backgroundVectors, type ElementKind, IS, kindOf } from "./element-kinds.ts";

/** What an element hands down to what is inside it. */
export interface Surroundings {
  /** Why everything inside is hidden; empty when it is not. */
  readonly hiddenWhy: string;
  /** `visibility: hidden`, which an inner element can take back. */
  readonly invisible: boolean;
  /** Text has no size or no colour; images are not touched by that. */
  readonly fontZero: boolean;
  readonly colourless: boolean;
}

export const openSurroundings: Surroundings = { hiddenWhy: "", invisible: false, fontZero: false, colourless: false };

/** An element as it stands in its place. */
export interface ElementState extends Surroundings {
  readonly box: Readonly<Box>;
  /** Pixels; NaN when not given, `Infinity` when given in other units. */
  readonly width: number;
  readonly height: number;
  readonly sizeFrom: string;
}

/** Attributes that bear on visibility, as written; `null` when absent. */
export interface VisibilityAttributes {
  readonly width: string | null;
  readonly height: string | null;
  readonly hidden: boolean;
}

export interface Visibility {
  readonly hidden: boolean;
  readonly why: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** Coordinates beyond this many pixels to the left or top lie outside any screen. */
const FAR_PIXELS = -999;
/** An opacity below this cannot be told from nothing. */
const OPACITY_MIN = 0.01;
/** An image up to this many pixels each way is not noticed. */
const SPECK_PIXELS = 2;
const ENCLOSING = " on an enclosing element";

/** The state of an element with these attributes and styles inside these surroundings. */
export function elementState(
  kind: ElementKind,
  box: Readonly<Box>,
  attributes: VisibilityAttributes,
  around: Surroundings,
): ElementState {
  const width = extent(box.width, box.maxWidth, attributes.width);
  const height = extent(box.height, box.maxHeight, attributes.height);
  const own = around.hiddenWhy === "" ? ownHiding(kind, box, attributes, width, height) : "";
  return {
    hiddenWhy: around.hiddenWhy === "" ? own : enclosing(around.hiddenWhy),
    invisible: box.invisible === "unset" ? around.invisible : box.invisible === "yes",
    fontZero: Number.isNaN(box.fontSize) ? around.fontZero : box.fontSize === 0,
    colourless: box.transparentText === "unset" ? around.colourless : box.transparentText === "yes",
    box,
    width,
    height,
    sizeFrom: sizeSource(box, attributes),
  };
}

/** Whether text directly inside is hidden from a reader. */
export function hidesText(around: Surroundings): boolean {
  return around.hiddenWhy !== "" || around.invisible || around.fontZero || around.colourless;
}

/** The visibility of a load that the element itself makes. `image`: its own size decides whether it is seen. */
export function judgeReference(vector: string, state: ElementState, image: boolean): Visibility {
  const width = Number.isFinite(state.width) ? state.width : null;
  const height = Number.isFinite(state.height) ? state.height : null;
  const shown = (hidden: boolean, why: string): Visibility => ({ hidden, why, width, height });
  if (!isSeenVector(vector)) return shown(true, "not something a reader sees");
  if (state.hiddenWhy !== "") return shown(true, state.hiddenWhy);
  if (state.invisible)
    return shown(true, state.box.invisible === "yes" ? "visibility:hidden" : `visibility:hidden${ENCLOSING}`);
  if (image && state.box.pictureAway === "yes") return shown(true, "its picture moved out of its box");
  if (!image && state.box.backgroundAway === "yes" && backgroundVectors.has(vector))
    return shown(true, "a background of no size");
  if (!image && backgroundVectors.has(vector) && isSpeckByStyle(state.box))
    return shown(true, `a background of ${sizeText(state.box.width, state.box.height)}`);
  if (image && isSpeck(state.width, state.height)) return shown(true, `${sizeWords(state)}${state.sizeFrom}`);
  return shown(false, `shown: ${sizeWords(state)}`);
}

const noAttributes: VisibilityAttributes = { width: null, height: null, hidden: false };

/** The visibility of a load of a style sheet: tied to no element, so that only its own rule speaks. */
export function judgeSheetReference(vector: string, box: Readonly<Box>): Visibility {
  const judged = judgeReference(vector, elementState(kindOf(""), box, noAttributes, openSurroundings), true);
  return judged.why === "shown: no size given" ? { ...judged, why: "shown: by a style sheet" } : judged;
}

function enclosing(why: string): string {
  return why.endsWith(ENCLOSING) || why.startsWith("inside ") ? why : why + ENCLOSING;
}

function ownHiding(
  { is, name }: ElementKind,
  box: Readonly<Box>,
  attributes: VisibilityAttributes,
  width: number,
  height: number,
): string {
  // The attribute is a style of the client's that any other one undoes (HTML 15.3.1).
  if (attributes.hidden && box.gone !== "no") return "hidden attribute";
  if ((is & IS.UNSHOWN) !== 0) return `inside <${name}>, which is not shown`;
  if (name === "svg" && (width === 0 || height === 0)) return `${sizeText(width, height)} drawing`;
  return box === emptyBox ? "" : hidingByStyle(box, width, height);
}

function hidingByStyle(box: Readonly<Box>, width: number, height: number): string {
  if (box.goneByForce === "unset" ? box.gone === "yes" : box.goneByForce === "yes") return "display:none";
  if (box.opacity <= OPACITY_MIN) return "opacity:0";
  if (box.clipsOverflow === "yes" && isSpeck(width, height))
    return `a box of ${sizeText(width, height)}, overflow hidden`;
  if (box.positioned === "yes" && box.offset <= FAR_PIXELS) return "placed off the screen";
  if (box.margin <= FAR_PIXELS || box.textIndent <= FAR_PIXELS) return "moved off the screen";
  if (box.clipped === "yes") return "clipped to nothing";
  if (box.transformedAway === "yes") return "transformed to nothing or off the screen";
  if (box.hiddenInOutlook === "yes") return "mso-hide:all (hidden in Outlook)";
  return "";
}

/** Nothing in one direction, or a speck in both; one that is left open follows the other, as images keep their shape. */
function isSpeck(width: number, height: number): boolean {
  if (width === 0 || height === 0) return true;
  const narrow = width <= SPECK_PIXELS;
  const low = height <= SPECK_PIXELS;
  return (narrow && low) || (narrow && Number.isNaN(height)) || (low && Number.isNaN(width));
}

/** Both are said in the style: a line of one pixel's height is seen, and attributes of tables only say the least. */
function isSpeckByStyle({ width, height }: Readonly<Box>): boolean {
  return width <= SPECK_PIXELS && height <= SPECK_PIXELS;
}

/** CSS wins over the attribute; a maximum caps both. */
function extent(fromStyle: number, maximum: number, attribute: string | null): number {
  const given = Number.isNaN(fromStyle) ? attributeLength(attribute) : fromStyle;
  if (Number.isNaN(maximum)) return given;
  return Number.isNaN(given) ? (maximum <= SPECK_PIXELS ? maximum : Number.NaN) : Math.min(given, maximum);
}

/** HTML "rules for parsing dimension values": digits, then anything; per cent is not pixels. */
function attributeLength(value: string | null): number {
  if (value === null) return Number.NaN;
  const text = value.trim().toLowerCase();
  const plain = /^\+?\d+(?:\.\d+)?/.exec(text);
  if (plain === null) return Number.NaN;
  return text.charAt(plain[0].length) === "%" ? Number.POSITIVE_INFINITY : size(text.replace(/^\+/, "").slice(0, 20));
}

function sizeSource(box: Readonly<Box>, attributes: VisibilityAttributes): string {
  const byStyle = !(
    Number.isNaN(box.width) &&
    Number.isNaN(box.height) &&
    Number.isNaN(box.maxWidth) &&
    Number.isNaN(box.maxHeight)
  );
  const byAttribute =
    (attributes.width !== null && Number.isNaN(box.width)) || (attributes.height !== null && Number.isNaN(box.height));
  if (byStyle && byAttribute) return " by attributes and style";
  return byStyle ? " by style" : byAttribute ? " by attributes" : "";
}

function sizeWords(state: ElementState): string {
  return sizeText(state.width, state.height);
}

/** `600 × 200 pixel`, `600 pixel wide`, `no size given`. */
function sizeText(width: number, height: number): string {
  const wide = Number.isFinite(width);
  const high = Number.isFinite(height);
  if (wide && high) return `${short(width)} × ${short(height)} pixel`;
  if (wide) return `${short(width)} pixel wide`;
  if (high) return `${short(height)} pixel high`;
  return width === Number.POSITIVE_INFINITY || height === Number.POSITIVE_INFINITY
    ? "size relative to its surroundings"
    : "no size given";
}

function short(pixels: number): string {
  return String(Math.round(pixels * 100) / 100);
}
