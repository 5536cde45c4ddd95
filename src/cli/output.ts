/** Standard output and error for the commands. Mail text reaches a terminal only through `forTerminal`. */
import { writeSync } from "node:fs";
import { forJson, forTerminal } from "../report/printable.ts";

/** Exit codes (DESIGN 5). */
export const EXIT = { NOTHING_FOUND: 0, FOUND: 1, FAULT: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * Standard output takes no more. `EPIPE`: the reader went away (`… | head`), which is no fault, and the exit code is what
 * it would have been. Anything else, a full disk for example, is a fault.
 */
export class OutputClosed extends Error {
  get isReaderGone(): boolean {
    return this.message === "EPIPE";
  }
}

const STDOUT = 1;
const STDERR = 2;
/** Long enough for a sentence with two long paths: what to do stands at its end. */
const COMPLAINT_COLUMNS = 4000;

export function out(text: string): void {
  writeAll(STDOUT, text.endsWith("\n") ? text : `${text}\n`);
}

/** `message` may hold what mail, file names or arguments say: it is made safe for a terminal here, line by line. */
export function complain(message: string): void {
  const lines = message.split("\n").map((line) => forTerminal(line, COMPLAINT_COLUMNS));
  writeAll(STDERR, `letterlock: ${lines.join("\n")}\n`);
}

/** A line beside the output. */
export function remark(text: string): void {
  note(text.endsWith("\n") ? text : `${text}\n`);
}

/** Exactly `text`: for a line that is drawn over, or a question that is answered behind it. */
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
      // A message about standard error that cannot be written has nowhere to go.
      else if (fd === STDERR) return;
      else throw new OutputClosed(code ?? "unknown", { cause });
    }
  }
}
