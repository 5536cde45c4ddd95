/**
 * Command line as data: a flag is one record, and parsing, help and "did you mean" all come from it (style 1).
 */
import { nearWord } from "../base/near-word.ts";
import type { Result } from "../base/result.ts";
import { err, ok } from "../base/result.ts";

export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  /** What stands for the value in help, `DIR`; null for a switch. */
  readonly value: string | null;
  /** May be given more than once, each time with one value: a word after that is an operand. */
  readonly repeats?: boolean;
  readonly help: string;
  /** Allowed values, where they are a closed set; no two differ by case alone. */
  readonly choices?: readonly string[];
}

export interface Command {
  readonly name: string;
  /** What stands for operands in the usage line, `PATH…`; empty for none. */
  readonly operands: string;
  /** How many operands: fewest and most. */
  readonly arity: readonly [min: number, max: number];
  readonly summary: string;
  /** Paragraphs under the usage line. */
  readonly about: readonly string[];
  readonly flags: readonly Flag[];
}

export interface Arguments {
  readonly operands: readonly string[];
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Flags that every command takes. */
export const COMMON_FLAGS: readonly Flag[] = [
  { name: "case", value: "DIR", help: "the case folder (default: LETTERLOCK_CASE, else ./letterlock-case)" },
  { name: "json", value: null, help: "machine-readable output: one JSON object, or one per line where it lists" },
  { name: "help", value: null, help: "show this help" },
];

/** Reads the words after the command's name. The error is a sentence for the user; `program` is how that is called. */
export function parseArguments(
  command: Command,
  words: readonly string[],
  program = "letterlock",
): Result<Arguments, string> {
  const flags = new Map([...command.flags, ...COMMON_FLAGS].map((flag) => [flag.name, flag]));
  const operands: string[] = [];
  /** The value that ends here was of a repeating flag, and operands stood before it. */
  let mayGoOn: { readonly name: string; readonly at: number } | null = null;
  const switches = new Set<string>();
  const values = new Map<string, string[]>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--") {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith("--")) {
      if (word.startsWith("-") && word !== "-") return err(`unknown option ${word}; options begin with two dashes`);
      if (mayGoOn?.at === at) return err(goesOn(mayGoOn.name, words[at - 1] ?? "", word));
      operands.push(word);
      continue;
    }
    const [name = "", attached] = splitOnce(word.slice(2), "=");
    const flag = flags.get(name);
    if (flag === undefined) return err(`unknown option --${name}${didYouMean(name, [...flags.keys()], "--")}`);
    if (flag.value === null) {
      if (attached !== undefined) return err(`--${name} takes no value`);
      switches.add(name);
      continue;
    }
    if (attached === undefined) at += 1;
    const value = attached ?? words[at];
    if (value === undefined || value === "") return err(`--${name} needs a value: --${name} ${flag.value}`);
    const refusal = refuse(flag, value, values.has(name));
    if (refusal !== null) return err(refusal);
    values.set(name, [...(values.get(name) ?? []), chosen(flag, value) ?? value]);
    if (flag.repeats === true && attached === undefined && operands.length > 0) mayGoOn = { name, at: at + 1 };
  }
  const [min, max] = command.arity;
  const wanted = operands.length < min || operands.length > max;
  if (wanted && !switches.has("help")) return err(`usage: ${program} ${usageOf(command)}`);
  return ok({ operands, switches, values });
}

/** `scan mail --logs a.log b.log`: taken as mail, the second log would be missed without a word. */
function goesOn(name: string, value: string, word: string): string {
  return `is ${word} a second --${name}? Then say --${name} ${value} --${name} ${word}; if not, put it before the options`;
}

function refuse(flag: Flag, value: string, again: boolean): string | null {
  if (again && flag.repeats !== true) return `--${flag.name} was given twice`;
  if (flag.choices === undefined || chosen(flag, value) !== undefined) return null;
  return `--${flag.name} takes one of ${flag.choices.join(", ")}${didYouMean(value, flag.choices, "")}`;
}

/** The allowed value as it is listed; capitals and small letters are one. */
function chosen({ choices }: Flag, value: string): string | undefined {
  return choices?.find((one) => one.toLowerCase() === value.toLowerCase());
}

export function usageOf(command: Command): string {
  return [command.name, command.operands, "[options]"].filter(Boolean).join(" ");
}

/** Help of one command: usage, what it does, its flags in a column. */
export function helpOf(command: Command, program = "letterlock"): string {
  const flags = [...command.flags, ...COMMON_FLAGS].map((flag) => [shownFlag(flag), flagHelp(flag)] as const);
  const width = Math.max(...flags.map(([shown]) => shown.length));
  const rows = flags.flatMap(([shown, help]) => {
    const [first = "", ...more] = folded(help, HELP_COLUMNS - width - 4);
    return [`  ${shown.padEnd(width)}  ${first}`, ...more.map((line) => " ".repeat(width + 4) + line)];
  });
  return [`${program} ${usageOf(command)}`, "", ...paragraphs(command.about), "", ...rows, ""].join("\n");
}

const HELP_COLUMNS = 80;

/** Lines that follow each other are one paragraph; `word  what it does`, with two spaces, is a row of a table. */
function paragraphs(about: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let paragraph = "";
  const end = (): void => {
    if (paragraph !== "") lines.push(...folded(paragraph, HELP_COLUMNS));
    paragraph = "";
  };
  for (const line of about) {
    const [, term, text] = /^(\S.*?\s{2,})(\S.*)$/.exec(line) ?? [];
    if (term !== undefined && text !== undefined) {
      end();
      const [first = "", ...more] = folded(text, HELP_COLUMNS - term.length);
      lines.push(term + first, ...more.map((one) => " ".repeat(term.length) + one));
    } else if (line === "") {
      end();
      lines.push("");
    } else paragraph += `${paragraph === "" ? "" : " "}${line}`;
  }
  end();
  return lines;
}

/** Lines of at most so many columns, broken at spaces; a longer word is a line. */
function folded(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

const OPERANDS_SHOWN_MAX = 16;

/** Help of the whole program. */
export function overviewOf(commands: readonly Command[], program = "letterlock"): string {
  const rows = commands.map(({ name, operands, summary }) => {
    const whole = `${name} ${operands}`.trim();
    return [whole.length > OPERANDS_SHOWN_MAX ? `${name} …` : whole, summary] as const;
  });
  const width = Math.max(...rows.map(([shown]) => shown.length));
  return [
    "Letterlock finds covert tracking mail in your mailboxes: offline, read-only, with",
    "evidence.",
    "",
    `Usage: ${program} COMMAND [options]`,
    "",
    ...rows.flatMap(([shown, summary]) => {
      const [first = "", ...more] = folded(summary, HELP_COLUMNS - width - 4);
      return [`  ${shown.padEnd(width)}  ${first}`, ...more.map((line) => " ".repeat(width + 4) + line)];
    }),
    "",
    `New here: ${program} demo. Your own mail: ${program} scan PATH.`,
    `More on a command: ${program} COMMAND --help.`,
    "Exit code 0: done, nothing found. 1: done, something found. 2: a fault; see the",
    "message.",
    "",
  ].join("\n");
}

function shownFlag({ name, value, repeats }: Flag): string {
  return `--${name}${value === null ? "" : ` ${value}`}${repeats === true ? " …" : ""}`;
}

function flagHelp({ help, choices }: Flag): string {
  return choices === undefined ? help : `${help} (${choices.join(", ")})`;
}

function splitOnce(text: string, at: string): [string, string | undefined] {
  const index = text.indexOf(at);
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}

/** `; did you mean …?` when a known word is close. */
export function didYouMean(word: string, known: readonly string[], prefix: string): string {
  const near = nearWord(
    word.toLowerCase(),
    known.map((one) => one.toLowerCase()),
  );
  const shown = known.find((one) => one.toLowerCase() === near);
  return shown === undefined ? "" : `; did you mean ${prefix}${shown}?`;
}
