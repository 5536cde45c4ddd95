/** Judges mail by the shipped packs for tools that measure them: each message as the only one of its case, or all as one mailbox by the whole pipeline. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
import type { createPictureReader } from "../src/ocr/picture-reader.ts";
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

export interface Mail {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Judged {
  readonly sha256: string;
  readonly verdict: Judgement["verdict"];
  readonly trackingClass: Judgement["trackingClass"];
  /** Of findings that weigh anything. */
  readonly rules: readonly string[];
}

export const hashOf = (bytes: Uint8Array): Sha256 => createHash("sha256").update(bytes).digest("hex") as Sha256;
export const isFlagged = ({ verdict }: Judged): boolean => verdict === "suspicious" || verdict === "hostile";

function judgedFrom(sha256: string, { verdict, trackingClass, findings }: Omit<Judgement, "sha256">): Judged {
  const weighing = findings.filter(({ severity }) => severity !== "info");
  return { sha256, verdict, trackingClass, rules: weighing.map(({ rule }) => rule) };
}

/** Judges a message as the only one of a case whose owner nobody named, so that nobody is spared for having written before. */
export function createLoneJudge(pictures: ReturnType<typeof createPictureReader> | null): (mail: Mail) => Judged {
  const ours = shippedRules();
  const desk = new RuleDesk(ours, mailSchema);
  const conditions = new Conditions(ours);
  const finder = createTokenFinder();
  const given = pictures === null ? {} : { given: { list: shippedList, given: { ...NOTHING_GIVEN, pictures } } };
  return ({ path, bytes }) => {
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
    books.add(outline, { readers: [], own: false });
    const none = new Set<string>();
    const learned = { owners: none, readers: none, vips: null, servers: [], ownDomains: none, house: null } as const;
    const evidence = weigh(
      {
        ...learned,
        ownersFrom: "none",
        messages: 1,
        books,
        unsent: new Set(),
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
    return judgedFrom(sha256, { ...conditions.conclude(evidence), tokens: [], campaign: null, service: "" });
  };
}

/** All as one mailbox of these owners, in no particular order; equal messages once. */
export async function judgeTogether(mails: Iterable<Mail>, owners: readonly string[]): Promise<readonly Judged[]> {
  const folder = mkdtempSync(join(tmpdir(), "letterlock-judging-"));
  for (const { bytes } of mails) writeFileSync(join(folder, `${hashOf(bytes)}.eml`), bytes);
  const opened = await openCase(join(folder, "case"), { mode: "write", registrableDomain });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  const mailbox = createMailboxReader();
  const entry = new URL("../src/cli/reading-worker.ts", import.meta.url);
  const reading = createPool({ workers: 2, entry, data: { mailbox: {} } });
  try {
    const scanned = await scan({ store, mailbox, reading }, { paths: [folder], owners });
    if (!scanned.ok) throw new Error(scanned.error.message);
    const done = await judge(store, new Conditions(shippedRules()));
    if (!done.ok) throw new Error(done.error.message);
    const judged: Judged[] = [];
    for await (const { record, judgement } of store.messages({})) {
      if (judgement !== null) judged.push(judgedFrom(record.sha256, judgement));
    }
    return judged;
  } finally {
    await reading.close();
    await store.close();
    await mailbox.close();
    rmSync(folder, { recursive: true });
  }
}
