/** A message of a bench as a mailbox gives it. */
import { createHash } from "node:crypto";
import type { Sha256 } from "../src/base/brand.ts";
import type { RawMessage } from "../src/ports/mailbox.ts";

export function rawOf(bytes: Buffer): RawMessage {
  return {
    bytes,
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex") as Sha256,
    key: "0",
    location: { path: "bench", offset: 0, length: bytes.length, folder: "", marks: [] },
    fidelity: "original",
    outlook: null,
    problems: [],
    atSourceEnd: false,
  };
}
