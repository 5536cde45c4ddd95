/**
 * Unpacking at once and within a bound, in the place of the runtime's `DecompressionStream`, for the worker that reads documents alone: the PDF
 * library unpacks each stream by it, knows no bound, and by the runtime's way each costs more waiting than unpacking.
 */
import { inflateRawSync, inflateSync } from "node:zlib";
import { limits } from "../base/limits.ts";

const UNPACKERS: ReadonlyMap<string, typeof inflateSync> = new Map([
  ["deflate", inflateSync],
  ["deflate-raw", inflateRawSync],
]);

/** What the library uses of a stream: one piece is written, and all that comes out is read. */
export class BoundedInflate {
  readonly readable: AsyncIterable<Uint8Array>;
  readonly writable: { getWriter(): BoundedInflateWriter };

  /** `onOverflow` is called where more comes out than a document may hold, and is not expected to come back. */
  constructor(format: string, onOverflow: () => never) {
    const written = Promise.withResolvers<Uint8Array>();
    // Whoever reads sees the failure; one that nobody reads is none.
    written.promise.catch(() => undefined);
    const write = async (bytes: Uint8Array): Promise<void> => {
      try {
        written.resolve(unpack(format, bytes));
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") onOverflow();
        written.reject(cause);
      }
    };
    this.writable = { getWriter: () => ({ ready: Promise.resolve(), write, close: async () => {} }) };
    this.readable = { [Symbol.asyncIterator]: () => once(written.promise) };
  }
}

export interface BoundedInflateWriter {
  readonly ready: Promise<void>;
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/** As the runtime's: what stands behind the end of the packed bytes is a failure, upon which the library unpacks by itself. */
function unpack(format: string, bytes: Uint8Array): Uint8Array {
  const unpacker = UNPACKERS.get(format);
  if (unpacker === undefined) throw new TypeError(`unknown format ${format}`);
  return unpacker(bytes, { maxOutputLength: limits.documentUnpackedBytesMax });
}

async function* once(piece: Promise<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  yield await piece;
}

/** In this thread, from here on. A stream beyond the bound ends the thread: the library would unpack it by itself. */
export function boundInflating(): void {
  const overflow = (): never => process.exit(1);
  const Bounded = class extends BoundedInflate {
    constructor(format: string) {
      super(format, overflow);
    }
  };
  Object.assign(globalThis, { DecompressionStream: Bounded });
}
