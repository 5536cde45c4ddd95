import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { encode } from "jpeg-js";
import { readPictureFacts } from "../../src/parts/picture-facts.ts";
import { readPixels } from "../../src/parts/picture-pixels.ts";
import { qrCodes, qrKind } from "../../src/parts/qr-codes.ts";
import { codePixels, writeCodePng } from "../support/file-writers.ts";

const URL = "https://canary.test/path?reader=1";

function codesOf(bytes: Buffer): readonly string[] {
  const pixels = readPixels(bytes);
  return typeof pixels === "string" ? [pixels] : qrCodes(pixels);
}

/** `codes` side by side on a grey page, turned by `degrees`, as JPEG. */
function photo(
  codes: readonly string[],
  { degrees, quality }: { readonly degrees: number; readonly quality: number },
): Buffer {
  const [width, height] = [400 * codes.length, 400];
  const data = Buffer.alloc(width * height * 4, 220);
  const angle = (degrees * Math.PI) / 180;
  for (const [index, text] of codes.entries()) {
    const code = codePixels(text, 6);
    const [cx, cy] = [200 + 400 * index, 200];
    for (let y = 0; y < height; y += 1) {
      for (let x = 400 * index; x < 400 * index + 400; x += 1) {
        const sx = Math.round((x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle) + code.width / 2);
        const sy = Math.round((y - cy) * Math.cos(angle) - (x - cx) * Math.sin(angle) + code.height / 2);
        if (sx >= 0 && sy >= 0 && sx < code.width && sy < code.height)
          data.fill(code.data[sy * code.width + sx] ?? 255, (y * width + x) * 4, (y * width + x) * 4 + 3);
      }
    }
  }
  return encode({ width, height, data }, quality).data;
}

function bmp({ width, height, data }: ReturnType<typeof codePixels>): Buffer {
  const head = Buffer.alloc(54);
  head.write("BM", "latin1");
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(-height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(32, 28);
  return Buffer.concat([head, Buffer.from([...data].flatMap((value) => [value, value, value, 0]))]);
}

/** Codes of nine bits alone, with a clear before the table grows. */
function gif({ width, height, data }: ReturnType<typeof codePixels>): Buffer {
  const head = Buffer.alloc(13);
  head.write("GIF89a", "latin1");
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  head[10] = 0xf7;
  const palette = Buffer.from(Array.from({ length: 256 }, (_, value) => [value, value, value]).flat());
  const frame = Buffer.alloc(10);
  frame[0] = 0x2c;
  frame.writeUInt16LE(width, 5);
  frame.writeUInt16LE(height, 7);
  const bytes: number[] = [];
  let [buffer, have] = [0, 0];
  const push = (code: number) => {
    buffer |= code << have;
    have += 9;
    while (have >= 8) {
      bytes.push(buffer & 255);
      buffer >>= 8;
      have -= 8;
    }
  };
  for (const [index, value] of data.entries()) {
    if (index % 200 === 0) push(256);
    push(value);
  }
  push(257);
  push(0);
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 255)
    blocks.push(Buffer.from([Math.min(255, bytes.length - at), ...bytes.slice(at, at + 255)]));
  return Buffer.concat([head, palette, frame, Buffer.from([8]), ...blocks, Buffer.from([0, 0x3b])]);
}

describe("codes in pictures", () => {
  test("PNG", () => assert.deepEqual(codesOf(writeCodePng(URL)), [URL]));
  test("GIF", () => assert.deepEqual(codesOf(gif(codePixels(URL))), [URL]));
  test("BMP", () => assert.deepEqual(codesOf(bmp(codePixels(URL))), [URL]));
  test("one pixel a module", () => assert.deepEqual(qrCodes(pixelsOf(codePixels(URL, 1))), [URL]));
  test("JPEG, badly packed", () => assert.deepEqual(codesOf(photo([URL], { degrees: 0, quality: 20 })), [URL]));
  for (const degrees of [7, 30, 90, 180])
    test(`turned by ${degrees} degrees`, () =>
      assert.deepEqual(codesOf(photo([URL], { degrees, quality: 80 })), [URL]));
  test("two on a page", () =>
    assert.deepEqual(
      [...codesOf(photo([URL, "tel:+15550100"], { degrees: 0, quality: 80 }))].sort(),
      [URL, "tel:+15550100"].sort(),
    ));
  test("inverted", () => {
    const code = pixelsOf(codePixels(URL));
    assert.deepEqual(qrCodes({ ...code, luma: code.luma.map((value) => 255 - value) }), [URL]);
  });
  test("a cut PNG", () => assert.deepEqual(codesOf(writeCodePng(URL).subarray(0, 60)), []));
});

function pixelsOf({ width, height, data }: ReturnType<typeof codePixels>) {
  return { width, height, luma: new Uint8Array(data) };
}

describe("kind of a payload", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [data: string, kind: string])[] = [
    [URL,                    "url"],
    ["HTTPS://CANARY.TEST",  "url"],
    ["canary.test/x",        "url"],
    ["mailto:a@example.org", "email"],
    ["tel:+15550100",        "mobile"],
    ["WIFI:S:x;;",           "wifi"],
    ["geo:1,2",              "geo"],
    ["market://details",     "app"],
    ["hello there",          "undefined"],
  ];
  for (const [data, kind] of cases) test(data, () => assert.equal(qrKind(data), kind));
});

describe("metadata of pictures", () => {
  const entry = (tag: number, text: string, at: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(2, 2);
    bytes.writeUInt32LE(text.length, 4);
    bytes.writeUInt32LE(at, 8);
    return bytes;
  };
  const tiff = Buffer.concat([
    Buffer.from("II*\0\x08\0\0\0\x02\0", "latin1"),
    entry(0x0110, "Canary 1", 38),
    entry(0x0131, "Canary 2", 46),
    Buffer.alloc(4),
    Buffer.from("Canary 1Canary 2"),
  ]);
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, tiff.length + 8]), Buffer.from("Exif\0\0"), tiff]);
  const plain = photo(["x"], { degrees: 0, quality: 50 });
  const jpeg = Buffer.concat([plain.subarray(0, 2), segment, plain.subarray(2), Buffer.from("PK")]);

  test("EXIF of JPEG", () => {
    const facts = readPictureFacts(jpeg);
    assert.deepEqual(
      [facts?.width, facts?.height, facts?.fields.get("Model"), facts?.fields.get("Software")],
      [400, 400, "Canary 1", "Canary 2"],
    );
  });

  test("what follows the picture", () => assert.equal(readPictureFacts(jpeg)?.trailerAt, jpeg.length - 2));
  test("nothing follows", () => assert.equal(readPictureFacts(plain)?.trailerAt, null));
});
