/**
 * What the user gives beside rules (docs/formats/given-files.md): lists by name, registration dates of domains, YARA signatures. Reads only the files that
 * are named; what is in them stays here.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type EpochMs, epochMs } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Given, Knowledge, Registration, Signatures } from "../mdm/knowledge.ts";
import { listOf } from "../mdm/lists/list.ts";
import { listSources } from "../mdm/lists/names.ts";
import { shippedList } from "../mdm/lists/shipped.ts";
import type { List } from "../mql/value.ts";
import type { KeptGiven } from "../ports/store.ts";
import type { SignatureFile } from "./signature-engine.ts";

export interface GivenPaths {
  /** `name=FILE`, the name with or without its dollar sign. */
  readonly lists: readonly string[];
  readonly whois: string | null;
  /** Files and folders. */
  readonly yara: readonly string[];
}

export interface GivenFiles extends Pick<Knowledge, "list"> {
  readonly given: Given;
  /** Signature files that were left out, as sentences. */
  readonly problems: readonly string[];
}

/** The error is a sentence for the user. */
export async function readGiven({ lists, whois, yara }: GivenPaths): Promise<Result<GivenFiles, string>> {
  const named = readLists(lists);
  if (!named.ok) return named;
  const dates = whois === null ? ok(new Map<string, Registration>()) : readRegistrations(whois);
  if (!dates.ok) return dates;
  const signatures = await readSignatures(yara);
  if (!signatures.ok) return signatures;
  return ok({
    list: (name) => named.value.get(name) ?? shippedList(name),
    given: { signatures: signatures.value.signatures, registration: (domain) => dates.value.get(domain) ?? null },
    problems: signatures.value.problems,
  });
}

/** What the case goes on asking: what it knew, and what is given now in its place. Signatures are asked of a message's bytes, so only in this run. */
export function keptGiven(known: KeptGiven | undefined, given: GivenPaths | undefined): KeptGiven | undefined {
  if (known === undefined && (given === undefined || (given.lists.length === 0 && given.whois === null)))
    return undefined;
  const lists = new Map([...(known?.lists ?? []), ...(given?.lists ?? [])].map(partsOf));
  return {
    lists: [...lists].map(([name, path]) => `${name}=${resolve(path)}`).sort(),
    whois: given === undefined || given.whois === null ? (known?.whois ?? null) : resolve(given.whois),
  };
}

function partsOf(operand: string): readonly [name: string, path: string] {
  const at = operand.indexOf("=");
  return [operand.slice(0, at).replace(/^\$/, ""), operand.slice(at + 1)];
}

/** Without files that are gone since: `gone` are sentences for the user, since rules that ask of them stay undecided. */
export function stillGiven({ lists, whois }: KeptGiven): {
  readonly given: GivenPaths;
  readonly gone: readonly string[];
} {
  const isGone = (path: string): boolean => !existsSync(path);
  const missing = [...lists.map((operand) => partsOf(operand)[1]), ...(whois === null ? [] : [whois])].filter(isGone);
  return {
    given: {
      lists: lists.filter((operand) => !isGone(partsOf(operand)[1])),
      whois: whois === null || isGone(whois) ? null : whois,
      yara: [],
    },
    gone: missing.map(
      (path) => `${path}, which was given for rules, is not there any more: what rules ask of it stays undecided`,
    ),
  };
}

/** A ranking that is given whole gives its beginnings as well. */
const beginnings: readonly (readonly [name: string, of: string, entries: number])[] = [
  ["tranco_10k", "tranco_1m", 10_000],
  ["tranco_50k", "tranco_1m", 50_000],
];

function readLists(operands: readonly string[]): Result<ReadonlyMap<string, List>, string> {
  const lists = new Map<string, List>();
  for (const operand of operands) {
    const [, name = "", path = ""] = /^\$?(\w+)=(.+)$/s.exec(operand) ?? [];
    if (!listSources.has(name)) return err(`${operand.slice(0, 200)} names no list that rules know; write name=FILE`);
    const text = readText(path);
    if (!text.ok) return text;
    const entries = entriesOf(text.value);
    lists.set(name, listOf(entries));
    for (const [part, of, count] of beginnings) {
      if (of === name && !lists.has(part)) lists.set(part, listOf(entries.slice(0, count)));
    }
  }
  return ok(lists);
}

/** One a line; a rank before a comma is left out. */
export function entriesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim().replace(/^\d+,/, ""))
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function readRegistrations(path: string): Result<ReadonlyMap<string, Registration>, string> {
  const text = readText(path);
  return text.ok ? ok(registrationsOf(text.value)) : text;
}

/** `domain created [checked]` a line, dates as `2026-01-31`; other lines say nothing. */
export function registrationsOf(text: string): ReadonlyMap<string, Registration> {
  const found = new Map<string, Registration>();
  for (const line of text.split("\n")) {
    const [domain = "", created = "", checked = ""] = line.trim().split(/[\s,;]+/);
    const day = dayOf(created);
    if (domain !== "" && !domain.startsWith("#") && day !== null) {
      found.set(domain.toLowerCase(), { created: day, checked: dayOf(checked) });
    }
  }
  return found;
}

function dayOf(text: string): EpochMs | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/.exec(text) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(at).getUTCDate() === Number(day) ? epochMs(at) : null;
}

async function readSignatures(
  operands: readonly string[],
): Promise<Result<{ readonly signatures: Signatures | null; readonly problems: readonly string[] }, string>> {
  const files: SignatureFile[] = [];
  for (const operand of operands) {
    const paths = signaturePaths(operand);
    if (!paths.ok) return paths;
    for (const path of paths.value) {
      const text = readText(path);
      if (!text.ok) return text;
      files.push({ path, text: text.value });
    }
  }
  if (files.length === 0) return ok({ signatures: null, problems: [] });
  // Loaded here: it is large, and most runs have no signatures.
  const { compileSignatures } = await import("./signature-engine.ts");
  const { signatures, broken } = compileSignatures(files);
  return ok({ signatures, problems: broken.map(({ path, message }) => `${path} was left out: ${message}`) });
}

/** All `.yar` and `.yara` of a folder and those below it, by name. */
function signaturePaths(operand: string): Result<readonly string[], string> {
  try {
    if (!statSync(operand).isDirectory()) return ok([operand]);
    const names = readdirSync(operand, { recursive: true, encoding: "utf8" });
    return ok(
      names
        .filter((name) => /\.yara?$/i.test(name))
        .sort()
        .map((name) => join(operand, name)),
    );
  } catch (cause) {
    return err(unread(operand, cause));
  }
}

function readText(path: string): Result<string, string> {
  try {
    if (statSync(path).size > limits.givenFileBytesMax) return err(`${path} is larger than a file of its kind may be`);
    return ok(readFileSync(path, "utf8"));
  } catch (cause) {
    return err(unread(path, cause));
  }
}

function unread(path: string, cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  return `${path} could not be read: ${code === "ENOENT" ? "there is no such file" : code}`;
}
