/** Flanker's list of addresses that must be read as one address each. */
import { existsSync, readFileSync } from "node:fs";
import { type ExpectedMessage, silent } from "./expected.ts";

export function flankerAddresses(file: string): readonly ExpectedMessage[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => ({
      ...silent,
      name: line,
      bytes: Buffer.from(`From: ${line}\nSubject: x\n\nx\n`),
      from: [/<([^<>]+)>$/.exec(line)?.[1] ?? line],
    }));
}
