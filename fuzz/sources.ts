/**
 * What the fuzzer starts from: the catalogue's files, containers of Outlook's own, and files of the shared corpus where it lies beside
 * the project.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { catalogue, filesOf } from "../test/hostile/catalogue.ts";
import { suite } from "../test/hostile/standing.ts";
import type { MapiItem } from "../test/support/mapi-values.ts";
import { writeMsg } from "../test/support/msg-writer.ts";
import { letterItem, nested } from "../test/support/outlook-items.ts";
import { writeTnef } from "../test/support/tnef-writer.ts";
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
  /** Files that are attached to a mail once they were edited. */
  readonly containers: readonly Container[];
}

export interface Container {
  readonly name: string;
  readonly bytes: Buffer;
}

/** `onlyOutlook`: containers and nothing else. */
export function loadSources(withCorpus: boolean, onlyOutlook = false): Sources {
  if (onlyOutlook) return { made: [], corpus: [], containers };
  const made = catalogue
    .flatMap((row) => filesOf(row, suite).map(({ bytes }) => bytes))
    .filter(({ length }) => length <= BYTES_MAX)
    .map((bytes) => bytes.toString("latin1"));
  return { made, corpus: withCorpus ? CORPUS_SETS.flatMap(corpusTexts) : [], containers };
}

const rtf = [
  '{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}{\\*\\template http://t.example/}{\\field{\\*\\fldinst INCLUDEPICTURE "http://p.example/a"}{\\fldrslt x}}',
  "{\\object\\objautlink{\\*\\objdata 01050000680074007400700000}}\\u8364?\\'e4{\\sp{\\sn pibName}{\\sv x}}\\bin3 }}}}",
].join("");
const packedRtf = Buffer.concat([
  Buffer.from("2b000000", "hex"),
  Buffer.from("000000004d454c4100000000", "hex"),
  Buffer.from(rtf),
]);
packedRtf.writeUInt32LE(rtf.length, 4);
const rich: MapiItem = {
  properties: { 26: "IPM.Note", 55: "Rich", 4105: packedRtf, 4115: Buffer.from("<img src=http://h.example/>") },
};

/** `.msg`, `winmail.dat` and RTF of every shape that the tests have. */
const containers: readonly Container[] = [
  ...[letterItem, rich, nested(6)].flatMap((item) => [
    { name: "a.msg", bytes: writeMsg(item) },
    { name: "winmail.dat", bytes: writeTnef(item) },
  ]),
  { name: "a.rtf", bytes: Buffer.from(rtf) },
];

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
