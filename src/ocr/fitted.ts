/**
 * A picture as large as it is read best: letters on a screen have half the pixels that the recogniser was trained with, photos more than it
 * can use. Pure; cost linear in the pixels.
 */
import { limits } from "../base/limits.ts";
import type { GreyPicture } from "../ports/picture-reader.ts";

/** Twice as large where `limits.pictureTextPixelsMax` allows, as it is, or made smaller by the whole number that it takes. */
export function fitted(picture: GreyPicture): GreyPicture {
  const pixels = picture.width * picture.height;
  if (pixels * 4 <= limits.pictureTextPixelsMax) return doubled(picture);
  if (pixels <= limits.pictureTextPixelsMax) return picture;
  return shrunk(picture, Math.ceil(Math.sqrt(pixels / limits.pictureTextPixelsMax)));
}

/** Each new pixel lies a quarter from its old one towards a neighbour: 9, 3, 3 and 1 sixteenths of the four around. */
function doubled({ width, height, luma }: GreyPicture): GreyPicture {
  const out = new Uint8Array(width * height * 4);
  for (let row = 0; row < height * 2; row += 1) {
    const near = (row >> 1) * width;
    const far = clamped((row >> 1) + ((row & 1) === 0 ? -1 : 1), height) * width;
    for (let column = 0; column < width * 2; column += 1) {
      const here = column >> 1;
      const there = clamped(here + ((column & 1) === 0 ? -1 : 1), width);
      const sum =
        9 * at(luma, near + here) + 3 * at(luma, near + there) + 3 * at(luma, far + here) + at(luma, far + there);
      out[row * width * 2 + column] = (sum + 8) >> 4;
    }
  }
  return { width: width * 2, height: height * 2, luma: out };
}

/** The mean of each square of `by` pixels; what is left over at right and bottom is cut. */
function shrunk({ width, height, luma }: GreyPicture, by: number): GreyPicture {
  const small = { width: Math.max(1, Math.floor(width / by)), height: Math.max(1, Math.floor(height / by)) };
  const out = new Uint8Array(small.width * small.height);
  for (let row = 0; row < small.height; row += 1) {
    for (let column = 0; column < small.width; column += 1) {
      let sum = 0;
      for (let y = 0; y < by; y += 1) {
        const from = clamped(row * by + y, height) * width + column * by;
        for (let x = 0; x < by; x += 1) sum += at(luma, from + x);
      }
      out[row * small.width + column] = Math.round(sum / (by * by));
    }
  }
  return { ...small, luma: out };
}

function clamped(value: number, size: number): number {
  return Math.min(size - 1, Math.max(0, value));
}

function at(luma: Uint8Array, index: number): number {
  return luma[index] ?? 255;
}
