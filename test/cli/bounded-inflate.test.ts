import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deflateRawSync, deflateSync } from "node:zlib";
import { limits } from "../../src/base/limits.ts";
import { BoundedInflate } from "../../src/cli/bounded-inflate.ts";

class Overflowed extends Error {}
const overflow = (): never => {
  throw new Overflowed("over");
};

/** As the PDF library does it. */
async function unpacked(format: string, bytes: Uint8Array): Promise<string> {
  const { readable, writable } = new BoundedInflate(format, overflow);
  const writer = writable.getWriter();
  await writer.ready;
  const written = writer.write(bytes).then(() => writer.close());
  const pieces: Uint8Array[] = [];
  const read = (async () => {
    for await (const piece of readable) pieces.push(piece);
  })();
  await Promise.all([written, read]);
  return Buffer.concat(pieces).toString();
}

describe("unpacking within a bound", () => {
  test("what was packed comes out", async () => {
    assert.equal(await unpacked("deflate", deflateSync("Words.")), "Words.");
    assert.equal(await unpacked("deflate-raw", deflateRawSync("Words.")), "Words.");
    assert.equal(await unpacked("deflate", deflateSync("")), "");
  });

  test("what is broken is a failure of reading", async () => {
    await assert.rejects(unpacked("deflate", deflateSync("Words.").subarray(0, 5)));
    await assert.rejects(unpacked("gzip", deflateSync("Words.")), TypeError);
  });

  test("documentUnpackedBytesMax: beyond it the thread is ended", async () => {
    const bomb = deflateSync(Buffer.alloc(limits.documentUnpackedBytesMax + 1));
    await assert.rejects(unpacked("deflate", bomb), Overflowed);
  });
});
