/**
 * One contender of `bench/tracking.ts` in a process of its own: `node pass.ts NAME FRAMES PASSES`. Goes through all messages
 * PASSES times and prints a `Report` as one line of JSON. What a contender starts from is made before its clock runs;
 * the clock is the CPU time of all threads, which on one core is what a quiet machine's watch would show.
 */
import { parse } from "parse5";
import type { MessageRecord } from "../../src/case/record.ts";
import { readHtml } from "../../src/html/read-html.ts";
import { decodeText } from "../../src/mail/body.ts";
import { shownKind } from "../../src/mail/shown-kind.ts";
import { readViews, type Views } from "../../src/mail/views/read-views.ts";
import { analyse, describe } from "../../src/pipeline/analyse.ts";
import { readOutward } from "../../src/pipeline/outward.ts";
import { recordLoads } from "../../src/pipeline/record-loads.ts";
import { readTexts } from "../../src/pipeline/texts.ts";
import { recognizeService } from "../../src/signals/bulk-services.ts";
import { nameSearch } from "../../src/signals/reader-names.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { type Batch, readBatches } from "../mime/frames.ts";
import { rawOf } from "../raw-mail.ts";

export interface Report {
  /** Of CPU, each pass. */
  readonly seconds: readonly number[];
  readonly peakMiB: number;
  /** Of the last pass, so that a contender that skips work is seen: HTML documents, their characters, loads, tokens, services. */
  readonly tally: Tally;
}

interface Tally {
  documents: number;
  characters: number;
  loads: number;
  tokens: number;
  services: number;
}

const context = { owners: [], finder: createTokenFinder() };

type Work = () => void;

/** What is timed of one message; all else is done before. */
function prepare(name: string, bytes: Buffer, tally: Tally): Work {
  const raw = rawOf(bytes);
  if (name === "whole") return () => count(analyse(raw, context).record, tally);
  const views = readViews(bytes);
  if (name === "facts") return () => count(describe(raw, views, context).record, tally);
  if (name === "tracking") return findTracking(describe(raw, views, context).record, views, tally);
  const documents = htmlOf(views);
  const note = (document: string) => {
    tally.documents += 1;
    tally.characters += document.length;
  };
  if (name === "html") {
    return () => {
      for (const document of documents) {
        note(document);
        tally.loads += readHtml(document).referenceCount;
      }
    };
  }
  if (name !== "parse5") throw new Error(`no contender is called ${name}`);
  return () => {
    for (const document of documents) {
      note(document);
      tally.loads += parse(document).childNodes.length;
    }
  };
}

/** Texts, their loads with tokens, and the service: what asks who sent it has that from the record, made before. */
function findTracking(record: MessageRecord, views: Views, tally: Tally): Work {
  const { claims, to, cc, deliveredTo } = record;
  const addresses = [...deliveredTo, ...[...to, ...cc].map(({ address }) => address)].filter(Boolean);
  const senders = [...claims.from.map(({ address }) => address), claims.returnPath];
  const names = nameSearch([...to, ...cc]);
  return () => {
    const documents = [
      ...readTexts(views).documents,
      ...readOutward({ views, fidelity: "original", letter: views.strict, claims }).documents,
    ];
    const { kept } = recordLoads(documents, { receipts: [], addresses, senders, names, finder: context.finder });
    count({ ...record, loads: kept }, tally);
  };
}

/** The HTML that the strict reading shows. */
function htmlOf({ strict, bodies }: Views): readonly string[] {
  const shown = strict.entities.filter((entity) => shownKind(strict, entity) === "html");
  return shown.map((entity) => decodeText(strict, entity, bodies.get(entity)).text);
}

/** Facts, and the service that they point to: what the comparing steps do once more for each message. */
function count(record: MessageRecord, tally: Tally): void {
  tally.loads += record.loads.length;
  for (const { token } of record.loads) if (token.kind !== "none") tally.tokens += 1;
  if (recognizeService(record) !== null) tally.services += 1;
}

function timed(name: string, batch: Batch, tally: Tally): number {
  const works = batch.map((bytes) => prepare(name, bytes, tally));
  const before = process.cpuUsage();
  for (const work of works) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const [name = "", file = "", passes = "1"] = process.argv.slice(2);
const seconds: number[] = [];
let tally: Tally = { documents: 0, characters: 0, loads: 0, tokens: 0, services: 0 };
for (let pass = 0; pass < Number(passes); pass += 1) {
  tally = { documents: 0, characters: 0, loads: 0, tokens: 0, services: 0 };
  let milliseconds = 0;
  for (const batch of readBatches(file)) milliseconds += timed(name, batch, tally);
  seconds.push(milliseconds / 1000);
}
const report: Report = { seconds, peakMiB: process.resourceUsage().maxRSS / 1024, tally };
console.log(JSON.stringify(report));
