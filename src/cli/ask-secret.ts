/** Asks for a password at the terminal; what is typed is not shown. */
import { note } from "./output.ts";

const ENTER = /[\r\n]/;
/** Ctrl-C and Ctrl-D. */
const BREAKS_OFF: readonly string[] = ["\u0003", "\u0004"];
const DELETE = /[\b\u007f]/;
/** Ctrl-U. */
const START_OVER = "\u0015";
/** Longer than any token that a service gives out. */
const CHARS_MAX = 16 * 1024;

/** Null when there is no terminal to ask at, and when the user broke it off. */
export async function askSecret(question: string, input: NodeJS.ReadStream): Promise<string | null> {
  if (input.isTTY !== true) return null;
  note(question);
  const line = new SecretLine();
  input.setRawMode(true);
  input.setEncoding("utf8");
  try {
    for await (const typed of input.iterator({ destroyOnReturn: false })) {
      const state = line.type(String(typed));
      if (state !== "open") return state === "done" ? line.text : null;
    }
    return null;
  } finally {
    input.setRawMode(false);
    input.pause();
    note("\n");
  }
}

/** A line as it is typed, in raw mode. */
export class SecretLine {
  text = "";

  /** What follows the end of the line in `typed` is dropped. */
  type(typed: string): "open" | "done" | "broken-off" {
    // Keys such as arrows send an escape sequence, which is no part of a password.
    for (const char of typed.replaceAll(ESCAPES, "")) {
      if (ENTER.test(char)) return "done";
      if (BREAKS_OFF.includes(char)) return "broken-off";
      if (DELETE.test(char)) this.text = Array.from(this.text).slice(0, -1).join("");
      else if (char === START_OVER) this.text = "";
      else if (!/\p{Cc}/u.test(char) && this.text.length < CHARS_MAX) this.text += char;
    }
    return "open";
  }
}

/** CSI and SS3 sequences (ECMA-48 5.4), built from their parts, since a pattern may hold no control character. */
const ESCAPES = new RegExp(`${String.fromCharCode(0x1b)}(?:\\[[0-?]*[ -/]*[@-~]|O.)`, "g");
