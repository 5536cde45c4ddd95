/** Reads a stream that is one message: its beginning is kept, all of it is hashed and counted. */
import { createHash, hash as hashOnce } from "node:crypto";
import { type Sha256, sha256Of } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { ByteStream } from "./byte-stream.ts";

const USUAL_BYTES = 256 * 1024;
const STEP_BYTES = 1024 * 1024;

export interface WholeMessage {
  /** At most `limits.messageBytesMax`; good until the next message is read. */
  readonly bytes: Buffer;
  readonly size: number;
  readonly sha256: Sha256;
}

/** Keeps its buffers from message to message: one of usual size, and one for large messages once there was one. */
export class MessageReader {
  readonly #small = Buffer.allocUnsafeSlow(USUAL_BYTES);
  #large: Buffer | null = null;

  async read(stream: ByteStream): Promise<WholeMessage> {
    let buffer: Buffer = this.#small;
    let fill = 0;
    for (;;) {
      if (fill === buffer.length) {
        if (buffer === this.#large) return readRest(stream, buffer);
        this.#large ??= Buffer.allocUnsafeSlow(limits.messageBytesMax);
        buffer.copy(this.#large);
        buffer = this.#large;
      }
      // Short steps: what is not touched takes no memory.
      const pending = stream.read(buffer, fill, Math.min(buffer.length - fill, STEP_BYTES));
      const count = typeof pending === "number" ? pending : await pending;
      if (count === 0) return whole(buffer.subarray(0, fill));
      fill += count;
    }
  }
}

function whole(bytes: Buffer): WholeMessage {
  return { bytes, size: bytes.length, sha256: sha256Of(hashOnce("sha256", bytes, "hex")) };
}

/** Counts and hashes what follows `bytes`, which are kept. */
async function readRest(stream: ByteStream, bytes: Buffer): Promise<WholeMessage> {
  const hash = createHash("sha256").update(bytes);
  const rest = Buffer.allocUnsafeSlow(STEP_BYTES);
  let size = bytes.length;
  for (;;) {
    const count = await stream.read(rest, 0, rest.length);
    if (count === 0) return { bytes, size, sha256: sha256Of(hash.digest("hex")) };
    hash.update(rest.subarray(0, count));
    size += count;
  }
}
