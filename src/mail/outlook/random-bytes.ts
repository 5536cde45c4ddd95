/** Bytes that are read at any place: a file, or memory. Reading a file may throw an error of the file system. */

export interface RandomBytes {
  readonly size: number;
  /** Copies up to `length` bytes from `position` into `target` at `at`; gives their number, 0 at the end. */
  read(target: Buffer, at: number, length: number, position: number): number;
}

/** Over memory, which must not change meanwhile. */
export function memoryBytes(bytes: Uint8Array): RandomBytes {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read: (target, at, length, position) =>
      position >= buffer.length ? 0 : buffer.copy(target, at, position, Math.min(buffer.length, position + length)),
  };
}

/** The bytes `[position, position + length)`, fewer where the source ends before. */
export function readRange(source: RandomBytes, position: number, length: number): Buffer {
  const wanted = Math.max(0, Math.min(length, source.size - position));
  const bytes = Buffer.allocUnsafe(wanted);
  let fill = 0;
  while (fill < wanted) {
    const count = source.read(bytes, fill, wanted - fill, position + fill);
    if (count === 0) break;
    fill += count;
  }
  return bytes.subarray(0, fill);
}
