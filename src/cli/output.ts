/** Standard output and error for the commands. Mail text reaches a terminal only through `forTerminal`. */
import { writeSync } from "node:fs";
import { forJson } from "../report/printable.ts";

/** Exit codes (DESIGN 5). */
export const EXIT = { NOTHING_FOUND: 0, FOUND: 1, FAULT: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Reader went away (`… | head`): no fault, nothing more to say. */
export class OutputClosed extends Error {}

const STDOUT = 1;
const STDERR = 2;

export function out(text: string): void {
  writeAll(STDOUT, text.endsWith("\n") ? text : `${text}\n`);
}

export function complain(message: string): void {
  writeAll(STDERR, `letterlock: ${message}\n`);
}

export function note(text: string): void {
  writeAll(STDERR, text);
}

export function outJson(value: unknown): void {
  out(forJson(value));
}

/** Writes all of it, also to a pipe that is full for a while. */
function writeAll(fd: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === "EAGAIN") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else if (code === "EPIPE") throw new OutputClosed("output closed", { cause });
      else throw cause;
    }
  }
}
