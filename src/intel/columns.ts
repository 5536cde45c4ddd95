/** What the user says of a table's columns: `value=IOC,type=Kind,from=2`, by heading or by number from 1. Pure. */
import { err, ok, type Result } from "../base/result.ts";
import type { CsvMapping } from "./read-csv.ts";

const NAMES = ["value", "type", "name", "from", "until", "group"] as const;
const NEXT = new RegExp(`,(?=\\s*(?:${NAMES.join("|")})\\s*=)`);

/** `written`: each with one or several pairs; a comma within a heading parts nothing. The error is the rest of a sentence. */
export function parseColumns(written: readonly string[]): Result<CsvMapping, string> {
  const found = new Map<string, string>();
  for (const pair of written.flatMap((one) => one.split(NEXT))) {
    const [, key = "", column = ""] = /^\s*([a-z]+)\s*=\s*(\S.*?)\s*$/is.exec(pair) ?? [];
    const name = NAMES.find((one) => one === key.toLowerCase());
    if (name === undefined)
      return err(`takes NAME=COLUMN with a name of ${NAMES.join(", ")}, not "${pair.trim().slice(0, 80)}"`);
    if (found.has(name)) return err(`names ${name} twice`);
    found.set(name, column);
  }
  const value = found.get("value");
  if (value === undefined) return err("does not say which column holds the values: value=COLUMN");
  return ok({ ...Object.fromEntries(found), value });
}
