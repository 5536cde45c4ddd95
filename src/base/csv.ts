/**
 * Comma-separated values (RFC 4180), as spreadsheets write them: also with semicolons or tabs, any line end, quoted cells over
 * several lines. Total and linear: what is malformed is taken as well as it can be, and told with its line.
 */
import { limits } from "./limits.ts";

export interface CsvRow {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvProblem {
  readonly line: number;
  readonly code: "unclosed-quote" | "text-after-quote" | "stray-quote" | "too-many-cells" | "long-cell";
}

export interface Csv {
  /** Without empty lines; the first one is the heading. */
  readonly rows: readonly CsvRow[];
  readonly separator: "," | ";" | "\t";
  readonly problems: readonly CsvProblem[];
}

/** `rowsMax`: later rows are not read. */
export function parseCsv(text: string, rowsMax: number): Csv {
  const separator = separatorOf(text);
  const problems: CsvProblem[] = [];
  const rows = [...csvRows(text, rowsMax, problems)];
  return { rows, separator, problems };
}

/** A table that comes in pieces: what the first one tells of the others. */
export interface CsvPiece {
  readonly separator: Csv["separator"];
  /** Line in which the piece begins, from 1. */
  readonly firstLine: number;
}

/** The same one row at a time, for tables of a million rows; `problems` is added to as they are met. */
export function* csvRows(
  text: string,
  rowsMax: number,
  problems: CsvProblem[],
  piece: CsvPiece = { separator: separatorOf(text), firstLine: 1 },
): Iterable<CsvRow> {
  const reader = new CsvReader(text, piece, problems);
  for (let rows = 0; !reader.isAtEnd && rows < rowsMax; ) {
    const row = reader.row();
    if (row.cells.every((cell) => cell.trim() === "")) continue;
    rows += 1;
    yield row;
  }
}

/** The one that the heading has most of. */
export function separatorOf(text: string): Csv["separator"] {
  const heading = /^\ufeff?(?:[ \t,;]*\r?\n)*([^\r\n]*)/.exec(text)?.[1] ?? "";
  const counted = ([",", ";", "\t"] as const).map((sign) => ({ sign, count: heading.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

class CsvReader {
  readonly #problems: CsvProblem[];
  readonly #text: string;
  readonly #separator: string;
  /** A cell without quotes ends before one of these. */
  readonly #end: RegExp;
  #at: number;
  #line: number;

  constructor(text: string, { separator, firstLine }: CsvPiece, problems: CsvProblem[]) {
    this.#line = firstLine;
    this.#text = text;
    this.#problems = problems;
    this.#separator = separator;
    this.#end = separator === "\t" ? /[\t\r\n]/g : separator === ";" ? /[;\r\n]/g : /[,\r\n]/g;
    this.#at = text.startsWith("\ufeff") ? 1 : 0;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  row(): CsvRow {
    const line = this.#line;
    const cells: string[] = [];
    let told = false;
    for (;;) {
      const cell = this.#cell();
      if (cells.length < limits.csvCellsMax) cells.push(cell);
      else if (!told) {
        told = true;
        this.#tell("too-many-cells", line);
      }
      if (this.#text[this.#at] !== this.#separator) break;
      this.#at += 1;
    }
    this.#lineEnd();
    return { line, cells };
  }

  #cell(): string {
    const line = this.#line;
    const cell = this.#text[this.#at] === '"' ? this.#quoted() : this.#bare();
    if (cell.length <= limits.csvCellCharsMax) return cell;
    this.#tell("long-cell", line);
    return cell.slice(0, limits.csvCellCharsMax);
  }

  #bare(): string {
    const start = this.#at;
    this.#at = this.#nextEnd();
    const cell = this.#text.slice(start, this.#at);
    if (cell.includes('"')) this.#tell("stray-quote", this.#line);
    return cell;
  }

  /** A quote that is not closed would swallow the rest of the file, so it ends with its line. */
  #quoted(): string {
    const start = this.#at;
    const line = this.#line;
    const pieces: string[] = [];
    let at = start + 1;
    for (;;) {
      const close = this.#text.indexOf('"', at);
      if (close < 0) {
        this.#tell("unclosed-quote", line);
        this.#at = this.#nextEnd();
        return this.#text.slice(start + 1, this.#at);
      }
      pieces.push(this.#text.slice(at, close));
      if (this.#text[close + 1] !== '"') {
        this.#at = close + 1;
        break;
      }
      pieces.push('"');
      at = close + 2;
    }
    const cell = pieces.join("");
    this.#line += cell.split(/\r\n|\r|\n/).length - 1;
    const after = this.#text.slice(this.#at, this.#nextEnd());
    if (after.trim() !== "") this.#tell("text-after-quote", line);
    this.#at += after.length;
    return cell + after.trimEnd();
  }

  #nextEnd(): number {
    this.#end.lastIndex = this.#at;
    return this.#end.exec(this.#text)?.index ?? this.#text.length;
  }

  #lineEnd(): void {
    if (this.isAtEnd) return;
    this.#at += this.#text.startsWith("\r\n", this.#at) ? 2 : 1;
    this.#line += 1;
  }

  #tell(code: CsvProblem["code"], line: number): void {
    if (this.#problems.length < limits.csvProblemsMax) this.#problems.push({ line, code });
  }
}
