/**
 * QR codes in a picture (ISO/IEC 18004), by `qr`: found one after another, each painted over before the next look.
 *
 * Total and without a clock. Cost grows with the picture's pixels; codes that are turned, small or badly lit may be missed.
 */
import { decodeQR } from "qr/decode.js";
import type { Pixels } from "./picture-pixels.ts";

const CODES_MAX = 8;
/** Smaller ones hold no code: the smallest has 21 modules. */
const SIDE_MIN = 21;
/** Codes are found best where a module has a few pixels; tiny pictures are drawn larger. */
const SMALL_SIDE = 120;

export function qrCodes(pixels: Pixels): readonly string[] {
  if (Math.min(pixels.width, pixels.height) < SIDE_MIN) return [];
  const picture = framed(pixels);
  const found: string[] = [];
  for (let count = 0; count < CODES_MAX; count += 1) {
    const next = oneCode(picture);
    if (next === null) break;
    if (!found.includes(next.text)) found.push(next.text);
    if (!paintOver(picture, next.box)) break;
  }
  return found;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function oneCode({ width, height, luma }: Pixels): { readonly text: string; readonly box: Box } | null {
  let box: Box = { x: 0, y: 0, width: 0, height: 0 };
  try {
    // The plane of brightness is all that the decoder reads of this format.
    const data = new Uint8Array(width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2)).fill(128);
    data.set(luma);
    const text = decodeQR(
      { width, height, data },
      {
        format: "I420",
        timeLimit: Number.POSITIVE_INFINITY,
        pointsOnDetect: ({ boundingBox }) => {
          box = boundingBox;
        },
      },
    );
    return { text, box };
  } catch {
    // Its way to say that there is none.
    return null;
  }
}

/** With the white margin that the standard asks for and pictures often lack; small ones drawn larger. */
function framed({ width, height, luma }: Pixels): Pixels {
  const scale = Math.min(width, height) < SMALL_SIDE ? 4 : 1;
  const margin = 16;
  const out = { width: width * scale + 2 * margin, height: height * scale + 2 * margin };
  const pixels = new Uint8Array(out.width * out.height).fill(255);
  for (let row = 0; row < height * scale; row += 1) {
    const target = (row + margin) * out.width + margin;
    const source = Math.floor(row / scale) * width;
    if (scale === 1) pixels.set(luma.subarray(source, source + width), target);
    else
      for (let column = 0; column < width * scale; column += 1)
        pixels[target + column] = luma[source + Math.floor(column / scale)] as number;
  }
  return { ...out, luma: pixels };
}

/** False where nothing would change. */
function paintOver({ width, height, luma }: Pixels, box: Box): boolean {
  const [left, top] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
  const [right, bottom] = [
    Math.min(width, Math.ceil(box.x + box.width)),
    Math.min(height, Math.ceil(box.y + box.height)),
  ];
  if (right <= left || bottom <= top) return false;
  for (let row = top; row < bottom; row += 1) luma.fill(255, row * width + left, row * width + right);
  return true;
}

export type QrKind = "email" | "mobile" | "app" | "geo" | "wifi" | "url" | "undefined";

/** What a reader of codes would do with a payload. */
export function qrKind(data: string): QrKind {
  if (/^(?:mailto:|MATMSG:|smtp:)/i.test(data)) return "email";
  if (/^(?:tel|sms|smsto|mms|mmsto|facetime):/i.test(data)) return "mobile";
  if (/^(?:market|itms-apps?|intent):/i.test(data)) return "app";
  if (/^geo:/i.test(data)) return "geo";
  if (/^WIFI:/i.test(data)) return "wifi";
  if (
    /^[\s\0]*(?:https?:\/\/|URLTO:|www\.)/i.test(data) ||
    /^[\w-]{1,63}(?:\.[\w-]{1,63})*\.[a-z]{2,24}(?::\d{1,5})?(?:[/?#]\S*)?$/i.test(data)
  )
    return "url";
  return "undefined";
}
