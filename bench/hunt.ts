/**
 * `npm run bench:hunt [messages]`: indicators against the index of a million invented messages (`comparison/mail.ts`), kept in
 * `scratch/` once it is made: a list read, then hunted for. Beside it the floor: every distinct host of the case read and nothing else. Then what a hunt changes in the
 * judged case: by ten indicators, and back. The judgements are invented: all clear, so that making them takes no hour. Wall clock and
 * processor time, and the peak of the process.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Indicator, IndicatorSighting, IntelFile } from "../src/case/indicator.ts";
import type { Judgement } from "../src/case/judgement.ts";
import { readIntel } from "../src/intel/read-intel.ts";
import { amend } from "../src/pipeline/amend.ts";
import { answerOf } from "../src/pipeline/answer.ts";
import { hunt } from "../src/pipeline/hunt.ts";
import type { CaseStore } from "../src/ports/store.ts";
import { packItem } from "../src/store/packed/pack-item.ts";
import { openCase } from "../src/store/sqlite/open-case.ts";
import { registrableDomain } from "../src/url/registrable-domain.ts";
import { OWNERS, recordAt } from "./comparison/mail.ts";

const messages = Number(process.argv[2] ?? 1_000_000);
const folder = join(fileURLToPath(new URL("../scratch/bench/", import.meta.url)), `hunt-${messages}`);
const BATCH = 1_000;
/** Indicators of each list that are in the mail, or might be. */
const SEEN = 20;

async function fill(store: CaseStore): Promise<void> {
  const source = { path: "/mail/all.mbox", kind: "mbox", size: messages, mtimeMs: 1, folder: "Inbox" } as const;
  await store.beginSource(source, { state: "new", fingerprint: "1" });
  for (let at = 0; at < messages; at += BATCH) {
    const items = Array.from({ length: Math.min(BATCH, messages - at) }, (_, index) => {
      const record = recordAt(at + index);
      const location = { path: source.path, offset: at + index, length: 1, folder: "Inbox", marks: [] };
      return packItem({ record, location, key: String(at + index), file: null });
    });
    const slice = { start: at, end: at + BATCH, done: true, atSourceEnd: at + BATCH >= messages };
    const applied = await store.applyBatch({ source: source.path, slice, items, notCovered: [] });
    if (!applied.ok) throw new Error(applied.error.message);
  }
  await store.finishSource(source.path);
}

/** As a judging would leave a case in which nothing is of interest. */
async function judgePlainly(store: CaseStore): Promise<void> {
  async function* judgements(): AsyncGenerator<Judgement> {
    for (let at = 0; at < messages; at += 1) {
      const plain = {
        trackingClass: "none",
        verdict: "clear",
        targeting: "clear",
        campaign: null,
        service: "",
      } as const;
      const lists = { classReasons: ["nothing is loaded"], findings: [], tokens: [] };
      yield { sha256: recordAt(at).sha256, ...plain, ...lists };
    }
  }
  const saved = await store.saveJudgements({
    judgements: judgements(),
    campaigns: () => [],
    people: () => [],
    owners: () => ({ addresses: [...OWNERS], from: "given" }),
    attackerWarnings: () => ({ total: 0, listed: [] }),
    targeted: () => ({ hostile: 0, suspicious: 0, loose: [] }),
  });
  if (!saved.ok) throw new Error(saved.error.message);
}

/** Some hosts of the mail itself, the others invented. */
function fileOf(count: number): IntelFile {
  const indicators = Array.from({ length: count }, (_, at): Indicator => {
    const host = at < SEEN ? (recordAt((at * 7919) % messages).loads[0]?.host ?? "") : "";
    const value = host === "" ? `indicator-${at}.example` : host;
    return {
      id: `i-${at}`,
      type: "domain-name",
      value,
      name: "",
      place: `line ${at}`,
      from: null,
      until: null,
      groups: [],
    };
  });
  return {
    path: "/intel",
    sha256: "",
    format: "text",
    title: "list",
    tlp: "",
    indicators,
    unusable: [],
    unusableCount: 0,
  };
}

mkdirSync(folder, { recursive: true });
if (!existsSync(join(folder, "made"))) {
  rmSync(folder, { recursive: true });
  const made = await openCase(folder, { mode: "write", registrableDomain });
  if (!made.ok) throw new Error(made.error.message);
  const started = performance.now();
  await fill(made.value);
  await judgePlainly(made.value);
  await made.value.close();
  mkdirSync(join(folder, "made"));
  console.log(`made a case of ${messages.toLocaleString("en")} messages in ${seconds(started)}`);
}

function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(2)} s`;
}

function secondsOf(cpu: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(cpu);
  return `${((user + system) / 1e6).toFixed(2)} s`;
}

/** As people write lists: URLs and hosts defanged, hashes; the first are hosts of the mail. */
function listOf(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => {
    if (at < SEEN) return recordAt((at * 7919) % messages).loads[0]?.host ?? "";
    if (at % 3 === 0) return `hxxps://news-${at}[.]invented-${at % 9_973}.example/a/${at}`;
    return at % 3 === 1 ? `login-${at}[.]example` : createHash("sha256").update(String(at)).digest("hex");
  });
  return lines.join("\n");
}

const opened = await openCase(folder, { mode: "write", registrableDomain });
if (!opened.ok) throw new Error(opened.error.message);
const store = opened.value;
let started = performance.now();
let hosts = 0;
for await (const _ of store.observables("host")) hosts += 1;
console.log(`floor: ${hosts.toLocaleString("en")} hosts read in ${seconds(started)}`);
for (const count of [10, 1_000, 100_000, 1_000_000]) {
  const list = Buffer.from(listOf(count));
  let cpu = process.cpuUsage();
  const read = readIntel(list, "/intel/list.txt");
  const reading = secondsOf(cpu);
  if (!read.ok) throw new Error(read.error);
  started = performance.now();
  cpu = process.cpuUsage();
  const { sightings, isCut } = await hunt(store, [read.value]);
  const seen = `${sightings.length.toLocaleString("en")}${isCut ? "+" : ""} sightings`;
  const cost = `list read in ${reading}, hunted for in ${secondsOf(cpu)} of processor time (${seconds(started)})`;
  console.log(`${read.value.indicators.length.toLocaleString("en").padStart(9)} indicators: ${cost}, ${seen}`);
}
let before: readonly IndicatorSighting[] = [];
for (const [what, file] of [
  ["ten indicators seen", fileOf(10)],
  ["and forgotten", fileOf(0)],
] as const) {
  started = performance.now();
  const cpu = process.cpuUsage();
  const { sightings } = await hunt(store, [file]);
  const amended = await amend(store, before, sightings);
  if (!amended.ok) throw new Error(amended.error.message);
  const { answer } = await answerOf(store, 0);
  before = sightings;
  const changed = `${amended.value.messages} messages judged anew, the answer: ${answer.answer}`;
  console.log(`${what}: ${seconds(started)}, ${secondsOf(cpu)} of processor time; ${changed}`);
}
console.log(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);
await store.close();
