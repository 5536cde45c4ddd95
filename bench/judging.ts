/**
 * `node bench/judging.ts MODEL [MESSAGES]`: peak memory and time of judging a case of MESSAGES (a million by itself), in a process as the
 * launcher makes it, beside the bar of 512 MiB. Exit code 1 above the bar. The case is filled by records alone, without reading mail: those
 * of MODEL (a scanned case, such as a decade's) again and again, each time with other senders, subjects, texts, tokens and ids. It is kept
 * under `scratch/bench-judging`, so that the next run only judges.
 */
import { createHash } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Sha256 } from "../src/base/brand.ts";
import type { MessageRecord } from "../src/case/record.ts";
import { conditionsOf, judge, rulesOf } from "../src/cli/judging.ts";
import { chooseRules } from "../src/cli/rule-choice.ts";
import { openCase } from "../src/store/sqlite/open-case.ts";
import { registrableDomain } from "../src/url/registrable-domain.ts";
import { batchOf, INBOX, itemOf, must, NEW } from "../test/store/fixtures.ts";
import { launched } from "./launched.ts";

const BAR_MIB = 512;
const BATCH = 2_000;
/** Every so many times the senders are those of before. */
const SENDER_SETS = 10;
/** What is of interest comes again this many times less often: a larger mailbox has more of all other mail. */
const INTEREST_EVERY = 4;
const [model = "", size = "1000000", mode] = process.argv.slice(2);
const messages = Number(size);
const scratch = fileURLToPath(new URL("../scratch/bench-judging", import.meta.url));
const made = join(scratch, `case-${messages}`);

if (mode === "judge") await judgeIt();
else if (model === "") throw new Error("which scanned case are the records taken from?");
else {
  if (!existsSync(made)) await fill();
  const { seconds, cpuSeconds, peakMiB } = launched([fileURLToPath(import.meta.url), model, size, "judge"], scratch);
  const share = ((peakMiB / BAR_MIB) * 100).toFixed(0);
  console.log(
    `${messages} messages judged: peak ${peakMiB.toFixed(0)} MiB, ${share} % of the bar, ${seconds.toFixed(0)} s, cpu ${cpuSeconds.toFixed(0)} s`,
  );
  process.exitCode = peakMiB > BAR_MIB ? 1 : 0;
}

async function judgeIt(): Promise<void> {
  const store = must(await openCase(made, { mode: "write", registrableDomain }));
  const choice = chooseRules(true, []);
  if (!choice.ok) throw new Error(choice.error);
  must(await judge(store, conditionsOf(rulesOf(choice.value).ready)));
  await store.close();
}

async function fill(): Promise<void> {
  const from = must(await openCase(model, { mode: "read" }));
  const { owners } = await from.settings();
  const partial = `${made}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const store = must(await openCase(partial, { mode: "write", registrableDomain }));
  must(await store.saveSettings({ owners }));
  must(await store.beginSource(INBOX, NEW));
  const records: MessageRecord[] = [];
  const ordinary: MessageRecord[] = [];
  for await (const { record, judgement } of from.messages({})) {
    records.push(record);
    if (judgement?.targeting === "clear") ordinary.push(record);
  }
  await from.close();
  const rest = ordinary.length * (INTEREST_EVERY - 1);
  const round = records.length + rest;
  for (let start = 0; start < messages; start += BATCH) {
    const items = Array.from({ length: Math.min(BATCH, messages - start) }, (_, nth) => {
      const at = start + nth;
      const within = at % round;
      const isWhole = within < records.length;
      const since = within - records.length;
      const record = isWhole ? records[within] : ordinary[since % ordinary.length];
      if (record === undefined) throw new Error("the model has no messages");
      const time = Math.floor(at / round) * INTEREST_EVERY + (isWhole ? 0 : 1 + Math.floor(since / ordinary.length));
      return itemOf(again(record, time, owners), at);
    });
    must(await store.applyBatch(batchOf(INBOX, items)));
  }
  must(await store.finishSource(INBOX.path));
  await store.close();
  renameSync(partial, made);
}

/** The record as somebody else's message: nothing in it that is one message's or one sender's is as it was. */
function again(record: MessageRecord, time: number, owners: readonly string[]): MessageRecord {
  if (time === 0) return record;
  const mark = time.toString(26).replace(/[0-9]/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "q");
  const { claims, loads } = record;
  const from = claims.from[0]?.address ?? "";
  const domain = from.slice(from.lastIndexOf("@") + 1);
  const set = time % SENDER_SETS;
  let text = JSON.stringify({ ...record, sha256: "" });
  if (domain !== "" && !owners.includes(`@${domain}`) && set > 0) text = text.replaceAll(domain, `s${set}-${domain}`);
  for (const { token } of loads) {
    const plain = JSON.stringify(token.value).slice(1, -1);
    if (token.kind === "likely" && /^\w{8,}$/.test(plain)) text = text.replaceAll(plain, sameLength(plain, time));
  }
  const changed = JSON.parse(text) as MessageRecord;
  const { content } = changed;
  return {
    ...changed,
    sha256: createHash("sha256").update(`${record.sha256} ${time}`).digest("hex") as Sha256,
    messageId: record.messageId === "" ? "" : `${mark}.${record.messageId}`,
    subject: `${mark} ${changed.subject}`,
    content: { ...content, textPrint: content.textPrint === "" ? "" : sameLength(content.textPrint, time) },
    ...(record.answers === undefined ? {} : { answers: record.answers.map((key) => sameLength(key, time)) }),
  };
}

function sameLength(text: string, time: number): string {
  return createHash("sha512")
    .update(`${text} ${time}`)
    .digest("hex")
    .repeat(4)
    .slice(0, text.length)
    .padEnd(text.length, "0");
}
