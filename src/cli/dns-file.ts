/** Reads the DNS snapshot that `--dns` names, and tells what in it could not be read. Asks no server. */
import { readFileSync, statSync } from "node:fs";
import { parseDnsSnapshot } from "../auth/dns-snapshot.ts";
import { err, ok, type Result } from "../base/result.ts";
import { forTerminal } from "../report/printable.ts";
import { complain } from "./output.ts";

/** Each worker holds it; two million answers have some 200 MB. */
const FILE_BYTES_MAX = 256 * 1024 * 1024;

/** The error is a sentence for the user. */
export function readDnsSnapshot(file: string): Result<{ readonly dns: string }, string> {
  try {
    if (statSync(file).size > FILE_BYTES_MAX)
      return err(`${forTerminal(file)} is larger than 256 MB: give a smaller DNS snapshot`);
    const dns = readFileSync(file, "utf8");
    const { count, problems } = parseDnsSnapshot(dns);
    if (count === 0) return err(`${forTerminal(file)} holds no answer of the DNS (see docs/formats/dns-snapshot.md)`);
    for (const { code, place } of problems)
      complain(`${forTerminal(file)}, ${forTerminal(place)}: ${PROBLEMS[code]}; left out`);
    return ok({ dns });
  } catch {
    return err(`${forTerminal(file)} could not be read: --dns takes a DNS snapshot`);
  }
}

const PROBLEMS = {
  "not-json": "no JSON",
  "not-a-record": "no record",
  "unknown-type": "a type that no check asks for",
  "too-many": "too many answers",
} as const;
