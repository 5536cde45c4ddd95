/**
 * How much phishing our packs find, and what clean mail they flag, over the sets of `signal-sets.ts`: `node tools/detection.ts`.
 *
 *   --whole      every set as one mailbox by the whole pipeline (scan, judge); else every message as if it were the only one of its case,
 *                so that nobody is spared for having written before
 *   --read-pictures   the text in pictures is read, too (not with --whole)
 *   --set NAME   of this set only; may be given several times
 *   --every N    of every n-th message only
 *   --rules      what each rule hits by set, and how many it hits alone
 *   --false      hashes of what is flagged in half 0 of clean sets, with the rules that did
 *   --missed     hashes of what is not flagged in half 0 of phishing, with the rules that weigh little
 *   --json FILE  verdict and rules of each message by hash, for comparing two versions
 *
 * Every set is shown in two halves by the parity of SHA-256: rules may be made looking at half 0, and half 1 is what counts.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Sha256 } from "../src/base/brand.ts";
import type { Judgement } from "../src/case/judgement.ts";
import { outlineOf } from "../src/case/outline.ts";
import { NOTHING_GIVEN } from "../src/cli/reading-tools.ts";
import { shippedRules } from "../src/cli/shipped-rules.ts";
import { DoubtBook } from "../src/cluster/doubts.ts";
import { HistoryBook } from "../src/cluster/history.ts";
import { Past } from "../src/cluster/past.ts";
import { ResultWriters } from "../src/cluster/result-writers.ts";
import { createMailboxReader } from "../src/mailbox/reader.ts";
import { shippedList } from "../src/mdm/lists/shipped.ts";
import { mailSchema } from "../src/mdm/schema.ts";
import { createPictureReader } from "../src/ocr/picture-reader.ts";
import { analyse } from "../src/pipeline/analyse.ts";
import { judge } from "../src/pipeline/judge.ts";
import { Books } from "../src/pipeline/learn.ts";
import { scan } from "../src/pipeline/scan.ts";
import { weigh } from "../src/pipeline/weigh.ts";
import type { RawMessage } from "../src/ports/mailbox.ts";
import { createPool } from "../src/queue/local/pool.ts";
import { RuleDesk } from "../src/rules/rule-desk.ts";
import { createTokenFinder } from "../src/signals/tokens.ts";
import { openCase } from "../src/store/sqlite/open-case.ts";
import { registrableDomain } from "../src/url/registrable-domain.ts";
import { Conditions } from "../src/verdict/conditions.ts";
import { type MailSet, mailSets, messagesOf, type SetMessage } from "./signal-sets.ts";

interface Judged {
  readonly sha256: string;
  readonly half: 0 | 1;
  readonly verdict: Judgement["verdict"];
  /** Of findings that weigh anything. */
  readonly rules: readonly string[];
}

const { values } = parseArgs({
  options: {
    "read-pictures": { type: "boolean", default: false },
    whole: { type: "boolean", default: false },
    rules: { type: "boolean", default: false },
    false: { type: "boolean", default: false },
    missed: { type: "boolean", default: false },
    set: { type: "string", multiple: true, default: [] },
    every: { type: "string", default: "1" },
    json: { type: "string" },
  },
});
const every = Math.max(1, Number.parseInt(values.every, 10) || 1);

function* sampleOf(set: MailSet): Generator<SetMessage> {
  let seen = 0;
  for (const message of messagesOf(set)) if (seen++ % every === 0) yield message;
}

const hashOf = (bytes: Uint8Array): Sha256 => createHash("sha256").update(bytes).digest("hex") as Sha256;

function judgedFrom({ half }: SetMessage, sha256: string, { verdict, findings }: Omit<Judgement, "sha256">): Judged {
  return {
    sha256,
    half,
    verdict,
    rules: findings.filter(({ severity }) => severity !== "info").map(({ rule }) => rule),
  };
}

const ours = shippedRules();
const desk = new RuleDesk(ours, mailSchema);
const conditions = new Conditions(ours);
const finder = createTokenFinder();

const pictures = values["read-pictures"] ? createPictureReader() : null;
const given = pictures === null ? {} : { given: { list: shippedList, given: { ...NOTHING_GIVEN, pictures } } };

/** As the only message of a case whose owner nobody named. */
function alone(message: SetMessage): Judged {
  const { bytes, path } = message;
  const sha256 = hashOf(bytes);
  const location = { path, offset: 0, length: bytes.length, folder: "", marks: [] };
  const place = { key: path, atSourceEnd: false, location };
  const raw: RawMessage = {
    ...{ bytes, sha256, size: bytes.length, fidelity: "original", outlook: null, problems: [] },
    ...place,
  };
  const { record } = analyse(raw, { owners: [], finder, desk, ...given });
  const outline = outlineOf(record);
  const books = new Books();
  const before = new HistoryBook().of(record);
  books.add(outline, [], false);
  const none = new Set<string>();
  const learned = { owners: none, readers: none, vips: null, servers: [], ownDomains: none } as const;
  const evidence = weigh(
    {
      ...learned,
      ownersFrom: "none",
      messages: 1,
      books,
      writers: new ResultWriters(none),
    },
    {
      record,
      outline,
      before,
      past: new Past(none, none).of(record),
      doubts: new DoubtBook().add(record),
      sent: "other",
      isReceiverKnown: true,
      isWriterKnown: true,
      tokens: [],
      people: 1,
    },
  );
  return judgedFrom(message, sha256, { ...conditions.conclude(evidence), tokens: [], campaign: null, service: "" });
}

/** The set as one mailbox. */
async function together(set: MailSet): Promise<readonly Judged[]> {
  const folder = mkdtempSync(join(tmpdir(), "letterlock-detection-"));
  const messages = new Map<string, SetMessage>();
  for (const message of sampleOf(set)) {
    const sha256 = hashOf(message.bytes);
    messages.set(sha256, message);
    writeFileSync(join(folder, `${sha256}.eml`), message.bytes);
  }
  const opened = await openCase(join(folder, "case"), { mode: "write", registrableDomain });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const mailbox = createMailboxReader();
  const entry = new URL("../src/cli/reading-worker.ts", import.meta.url);
  const reading = createPool({ workers: 2, entry, data: { mailbox: {} } });
  try {
    const scanned = await scan({ store, mailbox, reading }, { paths: [folder], owners: [] });
    if (!scanned.ok) throw new Error(scanned.error.message);
    const done = await judge(store, conditions);
    if (!done.ok) throw new Error(done.error.message);
    const judged: Judged[] = [];
    for await (const { record, judgement } of store.messages({})) {
      const message = messages.get(record.sha256);
      if (message !== undefined && judgement !== null) judged.push(judgedFrom(message, record.sha256, judgement));
    }
    return judged;
  } finally {
    await reading.close();
    await store.close();
    await mailbox.close();
    rmSync(folder, { recursive: true });
  }
}

const isFlagged = ({ verdict }: Judged): boolean => verdict === "suspicious" || verdict === "hostile";
const share = (of: readonly Judged[], all: readonly Judged[]): string =>
  `${((100 * of.length) / Math.max(1, all.length)).toFixed(2)} %`;

interface SetResult {
  readonly set: MailSet;
  readonly half: 0 | 1;
  readonly name: string;
  readonly judged: readonly Judged[];
}

const results: SetResult[] = [];
const cpuBefore = process.cpuUsage().user;
const isWanted = ({ name }: MailSet): boolean => values.set.length === 0 || values.set.includes(name);
for (const set of mailSets.filter(isWanted)) {
  const judged = values.whole ? await together(set) : [...sampleOf(set)].map(alone);
  if (judged.length === 0) continue;
  for (const half of [0, 1] as const) {
    results.push({ set, half, name: `${set.name}, half ${half}`, judged: judged.filter((one) => one.half === half) });
  }
}
pictures?.close();
if (results.length === 0) console.log("no corpus beside the project");

console.log("| set | messages | flagged | share | hostile |\n| --- | ---: | ---: | ---: | ---: |");
for (const { name, judged } of results) {
  const flagged = judged.filter(isFlagged);
  const hostile = judged.filter(({ verdict }) => verdict === "hostile");
  console.log(`| ${name} | ${judged.length} | ${flagged.length} | ${share(flagged, judged)} | ${hostile.length} |`);
}
console.log(`${((process.cpuUsage().user - cpuBefore) / 1e6).toFixed(1)} s of processor time`);

if (values.rules) {
  const names = [...new Set(results.flatMap(({ judged }) => judged.flatMap(({ rules }) => rules)))].sort();
  console.log(
    `\n| rule | ${results.map(({ name }) => name).join(" | ")} |\n| --- |${" ---: |".repeat(results.length)}`,
  );
  for (const rule of names) {
    const cells = results.map(({ judged }) => {
      const hits = judged.filter(({ rules }) => rules.includes(rule));
      const only = hits.filter(({ rules }) => rules.length === 1);
      return hits.length === 0 ? "" : `${share(hits, judged)} (${only.length})`;
    });
    console.log(`| ${rule} | ${cells.join(" | ")} |`);
  }
  console.log("in brackets: messages that no other rule hits");
}

const lookedAt = (kind: MailSet["kind"]): readonly SetResult[] =>
  results.filter(({ set, half }) => set.kind === kind && half === 0);

function list(name: string, { sha256, verdict, rules }: Judged): void {
  console.log(`${name} ${sha256.slice(0, 16)} ${verdict} ${rules.join(" ")}`);
}

if (values.false) {
  for (const { name, judged } of lookedAt("clean")) for (const one of judged.filter(isFlagged)) list(name, one);
}
if (values.missed) {
  for (const { name, judged } of lookedAt("phish")) {
    for (const one of judged.filter((each) => !isFlagged(each))) list(name, one);
  }
}

if (values.json !== undefined) {
  writeFileSync(
    values.json,
    JSON.stringify(results.flatMap(({ set, judged }) => judged.map((one) => ({ set: set.name, ...one })))),
  );
}
