/** A PNG around rows of pixels that another format holds (ISO 15948), so that one reader of pictures is enough. */
import { crc32, deflateSync } from "node:zlib";

export interface PictureRows {
  readonly width: number;
  readonly height: number;
  /** Bits of one sample. */
  readonly depth: number;
  /** Samples of one pixel: 1 or 3. */
  readonly colours: number;
  readonly data: Buffer;
  /** A filter byte stands before each row already. */
  readonly hasPredictor: boolean;
}

/** Whether there is such a PNG. */
export function isPngShape({ depth, colours }: Pick<PictureRows, "depth" | "colours">): boolean {
  return [1, 2, 4, 8, 16].includes(depth) && (colours === 1 || (colours === 3 && depth >= 8));
}

/** Of rows for which there is such a PNG. Rows that are missing are black. */
export function pngOf({ width, height, depth, colours, data, hasPredictor }: PictureRows): Buffer {
  const rowBytes = Math.ceil((width * depth * colours) / 8);
  const rows = Buffer.alloc(height * (rowBytes + 1));
  for (let row = 0; row < height; row += 1) {
    const at = row * (rowBytes + 1);
    if (hasPredictor) data.subarray(at, at + rowBytes + 1).copy(rows, at);
    else data.subarray(row * rowBytes, (row + 1) * rowBytes).copy(rows, at + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = depth;
  header[9] = colours === 3 ? 2 : 0;
  const head = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    head,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 1 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
