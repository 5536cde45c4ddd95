/** What the fuzzer starts from: the catalogue's files, and files of the shared corpus where it lies beside the project. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { catalogue, filesOf } from "../test/hostile/catalogue.ts";
import { suite } from "../test/hostile/standing.ts";
import { unpackSet } from "../tools/corpus.ts";

/** Larger files would take the time of many small ones. */
const BYTES_MAX = 12 * 1024;
const CORPUS_SETS = ["parser-torture", "conformance", "malicious-samples"];
/** Of each set, spread over it. */
const CORPUS_FILES_MAX = 600;

export interface Sources {
  /** Texts whose characters are bytes. */
  readonly made: readonly string[];
  readonly corpus: readonly string[];
}

export function loadSources(withCorpus: boolean): Sources {
  const made = catalogue
    .flatMap((row) => filesOf(row, suite).map(({ bytes }) => bytes))
    .filter(({ length }) => length <= BYTES_MAX)
    .map((bytes) => bytes.toString("latin1"));
  return { made, corpus: withCorpus ? CORPUS_SETS.flatMap(corpusTexts) : [] };
}

function corpusTexts(set: string): readonly string[] {
  const folder = unpackSet(set);
  if (folder === null) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:eml|raw|msg|txt|mbox|mail)$/i.test(name))
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size <= BYTES_MAX);
  const step = Math.max(1, Math.ceil(paths.length / CORPUS_FILES_MAX));
  return paths.filter((_, index) => index % step === 0).map((path) => readFileSync(path, "latin1"));
}
