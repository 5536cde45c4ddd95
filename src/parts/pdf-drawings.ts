/**
 * Boxes that the pages of a PDF fill (ISO 32000-1, 8.5 and 8.4.4), as brightness for the search of codes: programs that make documents draw a QR code
 * as boxes at least as often as they bring it as a picture.
 *
 * Each content stream is a page by itself: only where its boxes lie among each other matters. What is filled dark and what is filled light is
 * painted in the order of the stream; boxes that are turned by other than right angles, shadings, patterns and clips are not. Total; linear in the
 * stream, bounded by `limits.pdfBoxesMax` and `limits.picturePixelsMax`.
 */
import { limits } from "../base/limits.ts";
import type { Pixels } from "./picture-pixels.ts";

/** One after another: left, bottom, right, top, and 1 for dark or 0 for light. */
export interface Drawing {
  readonly boxes: Float64Array;
}

const FIELDS = 5;
const NUMBERS_KEPT = 6;
/** Operands stand in front of their operator; strings, names, arrays and dictionaries are no operands of these. */
const TOKEN =
  /\((?:[^()\\]|\\[\s\S]){0,4096}\)|<[0-9A-Fa-f\s]{0,8192}>|\/[^\s()<>[\]{}/%]{0,256}|%[^\r\n]*|[-+]?(?:\d+\.?\d*|\.\d+)|[A-Za-z'"][A-Za-z0-9*'"]{0,15}/g;

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface State {
  readonly matrix: Matrix;
  readonly isDark: boolean;
}

/** Null where fewer boxes than `least` are filled, `unknown` where there are more than are kept. */
export function drawingOf(content: string, least: number): Drawing | null | "unknown" {
  const painter = new Painter();
  for (const [token] of content.matchAll(TOKEN)) {
    painter.take(token);
    if (painter.count > limits.pdfBoxesMax) return "unknown";
  }
  return painter.count < least ? null : { boxes: Float64Array.from(painter.filled) };
}

const SHAPES_MAX = 60;

/**
 * Whether a content stream may draw letters other than as text: curves, slanted lines, shadings, pictures within it, glyphs of its own, or so many
 * lines and boxes that letters can be made of them.
 */
export function mayDrawLetters(content: string): boolean {
  let [isPlain, shapes, pending] = [true, 0, 0];
  let numbers: number[] = [];
  let [x, y] = [0, 0];
  for (const [token] of content.matchAll(TOKEN)) {
    if (/^[-+.\d]/.test(token)) {
      numbers.push(Number.parseFloat(token));
      if (numbers.length > NUMBERS_KEPT) numbers.shift();
      continue;
    }
    if (/^[(</%]/.test(token)) continue;
    if (OF_ITS_OWN.has(token)) return true;
    const [toX = 0, toY = 0] = numbers.slice(-2);
    if (CURVES.has(token) || (token === "l" && x !== toX && y !== toY)) isPlain = false;
    if (token === "m" || token === "l") [x, y] = [toX, toY];
    if (token === "l" || token === "re") pending += 1;
    if (PAINTS.has(token)) {
      shapes += pending;
      if (!isPlain || shapes > SHAPES_MAX) return true;
    }
    if (PAINTS.has(token) || token === "n") [isPlain, pending] = [true, 0];
    numbers = [];
  }
  return false;
}

/** Shading, picture within the stream, glyph. */
const OF_ITS_OWN: ReadonlySet<string> = new Set(["sh", "BI", "ID", "d0", "d1"]);
const CURVES: ReadonlySet<string> = new Set(["c", "v", "y"]);
const PAINTS: ReadonlySet<string> = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s"]);

class Painter {
  readonly filled: number[] = [];
  #state: State = { matrix: IDENTITY, isDark: true };
  readonly #saved: State[] = [];
  #numbers: number[] = [];
  /** Of the path that is being made, in the page's units. */
  #path: number[] = [];
  /** Corners of the part of it that is being made. */
  #corners: number[] = [];

  get count(): number {
    return this.filled.length / FIELDS;
  }

  take(token: string): void {
    const first = token.charCodeAt(0);
    // Digits, dot, signs.
    if ((first >= 0x2b && first <= 0x39 && first !== 0x2f) || first === 0x2e) {
      if (this.#numbers.length === NUMBERS_KEPT) this.#numbers.shift();
      this.#numbers.push(Number.parseFloat(token));
      return;
    }
    if (first === 0x28 || first === 0x3c || first === 0x2f || first === 0x25) return;
    this.#operate(token);
    this.#numbers = [];
  }

  #operate(operator: string): void {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = this.#numbers;
    switch (operator) {
      case "q":
        if (this.#saved.length < limits.pdfBoxesMax) this.#saved.push(this.#state);
        return;
      case "Q":
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case "cm":
        this.#state = { ...this.#state, matrix: product([a, b, c, d, e, f], this.#state.matrix) };
        return;
      case "g":
      case "rg":
      case "k":
      case "sc":
      case "scn":
        this.#state = { ...this.#state, isDark: isDark(this.#numbers, operator) };
        return;
      case "re":
        this.#box(a, b, a + c, b + d);
        return;
      case "m":
        this.#close();
        this.#corners = [a, b];
        return;
      case "l":
        if (this.#corners.length < 12) this.#corners.push(a, b);
        return;
      case "c":
      case "v":
      case "y":
        // A curve: no box.
        this.#corners = [];
        return;
      case "f":
      case "F":
      case "f*":
      case "B":
      case "B*":
      case "b":
      case "b*":
        this.#close();
        this.#fill();
        return;
      case "h":
        this.#close();
        return;
      case "n":
      case "s":
      case "S":
        this.#path = [];
        this.#corners = [];
        return;
      default:
    }
  }

  /** Four corners, the first perhaps again, each beside or above the one before. */
  #close(): void {
    const corners = this.#corners;
    this.#corners = [];
    if (corners.length !== 8 && corners.length !== 10) return;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = corners;
    const isBox =
      (x0 === x1 && y1 === y2 && x2 === x3 && y3 === y0) || (y0 === y1 && x1 === x2 && y2 === y3 && x3 === x0);
    if (isBox) this.#box(x0, y0, x2, y2);
  }

  #box(x0: number, y0: number, x1: number, y1: number): void {
    const [a, b, c, d, e, f] = this.#state.matrix;
    const isUpright = (b === 0 && c === 0) || (a === 0 && d === 0);
    if (!isUpright || this.#path.length >= limits.pdfBoxesMax * 4) return;
    const [left, right] = [x0 * a + y0 * c + e, x1 * a + y1 * c + e];
    const [low, high] = [x0 * b + y0 * d + f, x1 * b + y1 * d + f];
    if (![left, right, low, high].every(Number.isFinite)) return;
    this.#path.push(Math.min(left, right), Math.min(low, high), Math.max(left, right), Math.max(low, high));
  }

  #fill(): void {
    for (let at = 0; at + 3 < this.#path.length; at += 4) {
      const [left = 0, low = 0, right = 0, high = 0] = this.#path.slice(at, at + 4);
      if (right > left && high > low) this.filled.push(left, low, right, high, this.#state.isDark ? 1 : 0);
    }
    this.#path = [];
  }
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

/** Four numbers are inks, one or three are light. A pattern, without numbers, counts as dark. */
function isDark(numbers: readonly number[], operator: string): boolean {
  const [a = 0, b = a, c = a, d = 0] = numbers;
  if (operator === "k" || numbers.length === 4) return a * 0.3 + b * 0.59 + c * 0.11 + d > 0.5;
  return a * 0.3 + b * 0.59 + c * 0.11 < 0.5;
}

/** Pixels for the side of the smallest box, and round the whole. */
const MODULE_PIXELS = 4;
const MODULE_PIXELS_MIN = 2;
const BORDER = 16;

/** Null where there is nothing dark, or no scale at which the smallest box has two pixels. */
export function pixelsOf({ boxes }: Drawing): Pixels | null {
  let [left, low, right, high, least] = [Infinity, Infinity, -Infinity, -Infinity, Infinity];
  const sides: number[] = [];
  for (let at = 0; at < boxes.length; at += FIELDS) {
    if (boxes[at + 4] !== 1) continue;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = boxes.subarray(at, at + 4);
    [left, low] = [Math.min(left, x0), Math.min(low, y0)];
    [right, high] = [Math.max(right, x1), Math.max(high, y1)];
    sides.push(Math.min(x1 - x0, y1 - y0));
  }
  // Hair lines beside a code are thinner than its modules: the side that is met most often, not the smallest.
  least = usual(sides);
  if (!Number.isFinite(least) || least <= 0) return null;
  const [across, upright] = [right - left, high - low];
  const room = Math.sqrt(limits.picturePixelsMax / 2 / Math.max(1e-9, across * upright));
  const scale = Math.min(MODULE_PIXELS / least, room);
  if (least * scale < MODULE_PIXELS_MIN || !Number.isFinite(scale)) return null;
  const width = Math.ceil(across * scale) + 2 * BORDER;
  const height = Math.ceil(upright * scale) + 2 * BORDER;
  if (width * height > limits.picturePixelsMax) return null;
  const luma = new Uint8Array(width * height).fill(255);
  for (let at = 0; at < boxes.length; at += FIELDS) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, dark = 0] = boxes.subarray(at, at + FIELDS);
    const [from, to] = [clamp((x0 - left) * scale + BORDER, width), clamp((x1 - left) * scale + BORDER, width)];
    const [top, bottom] = [clamp((high - y1) * scale + BORDER, height), clamp((high - y0) * scale + BORDER, height)];
    for (let row = top; row < bottom; row += 1) luma.fill(dark === 1 ? 0 : 255, row * width + from, row * width + to);
  }
  return { width, height, luma };
}

function clamp(value: number, max: number): number {
  return Math.min(max, Math.max(0, Math.round(value)));
}

/** Rounded to a hundredth; of two that are met equally often the smaller. */
function usual(sides: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const side of sides) {
    const key = Math.round(side * 100);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let [best, most] = [Number.POSITIVE_INFINITY, 0];
  for (const [side, count] of counts) {
    if (count > most || (count === most && side < best)) [best, most] = [side, count];
  }
  return best / 100;
}
