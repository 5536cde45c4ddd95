/**
 * Buttons and headings with light letters on dark ground, turned into dark letters on white: the recogniser takes such areas for pictures within the page.
 *
 * An area is what hangs together of dark pixels, about a box, with dark edges all around and something light in it; large letters are none, since
 * no letter has four straight edges. Pure; cost linear in the pixels, four bytes for each.
 */
import type { GreyPicture } from "../ports/picture-reader.ts";

const DARK_MAX = 140;
const WIDTH_MIN = 60;
const HEIGHT_MIN = 20;
/** Of a box that is dark ground. */
const GROUND_MIN = 0.45;
const LETTERS_MIN = 0.02;
/** Of each edge that is dark; corners may be round. */
const EDGE_MIN = 0.75;

interface Area {
  readonly left: number;
  readonly top: number;
  /** Past the last. */
  readonly right: number;
  readonly bottom: number;
  readonly pixels: number;
  /** Mean brightness. */
  readonly ground: number;
}

export function lightened({ width, height, luma }: GreyPicture): GreyPicture {
  const picture = { width, height, luma: Uint8Array.from(luma) };
  for (const area of darkAreas(picture)) if (hasLetters(picture, area)) turn(picture, area);
  return picture;
}

function darkAreas({ width, height, luma }: GreyPicture): readonly Area[] {
  const seen = new Uint8Array(luma.length);
  const open = new Int32Array(luma.length);
  const found: Area[] = [];
  for (let start = 0; start < luma.length; start += 1) {
    if (seen[start] === 1 || !isDark(luma, start)) continue;
    let [left, right, top, bottom] = [width, 0, height, 0];
    let [count, sum] = [0, 0];
    let waiting = 1;
    open[0] = start;
    seen[start] = 1;
    while (waiting > 0) {
      waiting -= 1;
      const at = open[waiting] ?? 0;
      const [x, y] = [at % width, Math.floor(at / width)];
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      count += 1;
      sum += luma[at] ?? 0;
      for (const next of [x > 0 ? at - 1 : -1, x + 1 < width ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= luma.length || seen[next] === 1 || !isDark(luma, next)) continue;
        seen[next] = 1;
        open[waiting] = next;
        waiting += 1;
      }
    }
    if (right - left < WIDTH_MIN || bottom - top < HEIGHT_MIN) continue;
    found.push({ left, right, top, bottom, pixels: count, ground: Math.round(sum / count) });
  }
  return found;
}

function isDark(luma: Uint8Array, at: number): boolean {
  return (luma[at] ?? 255) < DARK_MAX;
}

function hasLetters(picture: GreyPicture, area: Area): boolean {
  const { left, right, top, bottom, pixels } = area;
  const share = pixels / ((right - left) * (bottom - top));
  if (share < GROUND_MIN || share > 1 - LETTERS_MIN) return false;
  return (
    darkShare(picture, { left, right, top, bottom: top + 1 }) >= EDGE_MIN &&
    darkShare(picture, { left, right, top: bottom - 1, bottom }) >= EDGE_MIN &&
    darkShare(picture, { left, right: left + 1, top, bottom }) >= EDGE_MIN &&
    darkShare(picture, { left: right - 1, right, top, bottom }) >= EDGE_MIN
  );
}

function darkShare({ width, luma }: GreyPicture, box: Pick<Area, "left" | "right" | "top" | "bottom">): number {
  let dark = 0;
  for (let y = box.top; y < box.bottom; y += 1) {
    for (let x = box.left; x < box.right; x += 1) if (isDark(luma, y * width + x)) dark += 1;
  }
  return dark / ((box.right - box.left) * (box.bottom - box.top));
}

/** The ground becomes white, what is lighter than it dark. */
function turn({ width, luma }: { readonly width: number; readonly luma: Uint8Array }, area: Area): void {
  for (let y = area.top; y < area.bottom; y += 1) {
    for (let at = y * width + area.left; at < y * width + area.right; at += 1) {
      luma[at] = Math.min(255, 255 - Math.max(0, (luma[at] ?? 0) - area.ground));
    }
  }
}
