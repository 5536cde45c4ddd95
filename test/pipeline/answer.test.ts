/** The answer says when it rests on less than the whole case, and shows what no campaign shows. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, beforeEach, describe, test } from "node:test";
import type { Judgement } from "../../src/case/judgement.ts";
import { answerOf } from "../../src/pipeline/answer.ts";
import type { CaseStore } from "../../src/ports/store.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import {
  batchOf,
  INBOX,
  itemOf,
  judgementOf,
  MAILDIR,
  must,
  NEW,
  readSource,
  saveJudgements,
} from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { shaOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const HOSTILE = { verdict: "hostile", targeting: "hostile", trackingClass: "covert" } as const;
const SUSPICIOUS = { verdict: "suspicious", targeting: "suspicious", trackingClass: "unexplained" } as const;

describe("answerOf", () => {
  const root = temporaryFolder();
  after(() => rmSync(root, { recursive: true }));
  let store: CaseStore;
  let cases = 0;
  beforeEach(async () => {
    store = must(await openCase(join(root, String(cases++)), { mode: "write", registrableDomain }));
  });
  afterEach(() => store.close());

  const outcome = async () => {
    const { answer } = await answerOf(store, 0);
    const { answer: word, conclusive, inconclusiveBecause, summary } = answer;
    assert.equal(conclusive, inconclusiveBecause.length === 0);
    return { word, conclusive, summary };
  };

  test("a case that was read and judged is conclusive", async () => {
    await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
    must(await saveJudgements(store, [judgementOf("a")]));
    assert.deepEqual(await outcome(), {
      word: "no",
      conclusive: true,
      summary: "Nothing in this mailbox looks like targeted tracking.",
    });
  });

  test("an unfinished reading is no NO", async () => {
    must(await store.beginSource(INBOX, NEW));
    must(await store.applyBatch(batchOf(INBOX, [itemOf({ name: "a" }, 0)])));
    const { word, conclusive, summary } = await outcome();
    assert.deepEqual([word, conclusive], ["no", false]);
    assert.match(summary, /^No answer yet: reading stopped after 1 message, .* run the same scan again to finish\./);
  });

  test("unjudged mail is no NO, also beside judged mail", async () => {
    await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
    must(await saveJudgements(store, [judgementOf("a")]));
    await readSource(store, { ...INBOX, path: "/mail/second.mbox" }, [itemOf({ name: "b" }, 0)]);
    const { conclusive, summary } = await outcome();
    assert.equal(conclusive, false);
    assert.match(summary, /^No answer yet: .*judged/);
  });

  test("a message without verdict is unjudged, whatever the mark says", async () => {
    await readSource(store, INBOX, [itemOf({ name: "a" }, 0), itemOf({ name: "b" }, 1)]);
    must(await saveJudgements(store, [judgementOf("a")]));
    assert.equal((await store.counts()).judged, true);
    assert.equal((await outcome()).conclusive, false);
  });

  test("what was put together wants a verdict beside the found, a second copy none", async () => {
    const crlf = { ...itemOf({ name: "a", sha256: shaOf("a CRLF") }, 1), lineSha256: shaOf("a") };
    await readSource(store, INBOX, [itemOf({ name: "a" }, 0), crlf]);
    const joined = { path: "joined:", kind: "joined", size: 0, mtimeMs: 0, folder: "" } as const;
    const whole = itemOf({ name: "whole" }, "key", { path: `joined:${shaOf("a")}`, folder: "" });
    await readSource(store, joined, [whole], { state: "grown", fingerprint: "" });
    must(await saveJudgements(store, [judgementOf("a")]));
    assert.equal((await outcome()).conclusive, false);
    must(await saveJudgements(store, [judgementOf("a"), judgementOf("whole")]));
    assert.equal((await outcome()).conclusive, true);
    const { coverage } = (await answerOf(store, 0)).answer;
    assert.deepEqual([coverage.messages, coverage.secondCopies, coverage.joined, coverage.duplicates], [2, 1, 1, 0]);
  });

  test("nothing readable is no answer", async () => {
    const empty = await outcome();
    assert.deepEqual(
      [empty.conclusive, empty.summary],
      [false, "No answer: no mail was read, so nothing can be said."],
    );
    await readSource(store, INBOX, [itemOf({ name: "a", status: "unparseable" }, 0)]);
    must(await saveJudgements(store, [judgementOf("a")]));
    const { conclusive, summary } = await outcome();
    assert.equal(conclusive, false);
    assert.match(summary, /^No answer: the one message found could not be read/);
  });

  test("a YES of an unfinished case stays, and says that more may follow", async () => {
    await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
    must(await saveJudgements(store, [judgementOf("a", HOSTILE)]));
    must(await store.beginSource(MAILDIR, NEW));
    const { word, conclusive, summary } = await outcome();
    assert.deepEqual([word, conclusive], ["yes", false]);
    assert.match(summary, /^These mailboxes hold targeted mail.* More may follow\. Reading stopped/);
  });

  test("messages in no campaign: hostile first, at most eight", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `m${index}`);
    await readSource(
      store,
      INBOX,
      names.map((name, index) => itemOf({ name, on: `2020-01-${10 + index}` }, index)),
    );
    const judged = (name: string, index: number): Judgement => {
      if (index === 0) return judgementOf(name, { ...HOSTILE, campaign: "c-1" });
      if (index === 1) return judgementOf(name);
      return judgementOf(name, index < 10 ? SUSPICIOUS : HOSTILE);
    };
    must(await saveJudgements(store, names.map(judged)));
    const { loose } = await answerOf(store, 0);
    assert.deepEqual(
      loose.map(({ record }) => record.subject.replace("About ", "")),
      ["m10", "m11", "m2", "m3", "m4", "m5", "m6", "m7"],
    );
  });
});
