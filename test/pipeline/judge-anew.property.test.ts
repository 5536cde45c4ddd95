/** Incremental equals fresh: however the messages came into the case, and however often it was judged between. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import type { Judgement } from "../../src/case/judgement.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { MailingBook } from "../../src/cluster/mailings.ts";
import { sureReader } from "../../src/cluster/readers.ts";
import { compareMailings } from "../../src/pipeline/compare-mailings.ts";
import { judge } from "../../src/pipeline/judge.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { conditions } from "../support/conditions.ts";
import { pixel, recordOf, shaOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const READERS = ["anna@office.example", "boris@office.example", "clara@office.example"];

/** Three mailings to three readers, one text that comes again, a forward, a redirect and plain mail. */
function mail(): readonly MessageRecord[] {
  const records: MessageRecord[] = [];
  for (const [issue, on] of ["2021-01-19", "2021-01-26", "2021-02-02"].entries()) {
    for (const [n, reader] of READERS.entries()) {
      const stable = shaOf(reader).slice(0, 8);
      const once = shaOf(`${issue} ${reader}`).slice(0, 16);
      const loads = [
        pixel(`https://track.example/o?c=${issue}&u=${stable}`),
        pixel(`https://track.example/w/${once}.gif`, { hidden: false }),
        pixel("https://cdn.example/logo.png?s=Zx81kQq02mYy43n", { hidden: false }),
      ];
      const content = { textPrint: n === 2 ? "form" : `issue ${issue}` };
      records.push(recordOf({ name: `i${issue} ${n}`, to: [reader], on, subject: `Issue ${issue}`, loads, content }));
    }
  }
  const first = records[0];
  assert.ok(first);
  const redirected = { ...first, sha256: shaOf("redirected"), deliveredTo: [READERS[1] ?? ""] };
  const loads = [pixel(first.loads[0]?.url ?? "")];
  const forward = recordOf({
    name: "forward",
    from: READERS[0] ?? "",
    to: ["friend@elsewhere.example"],
    on: "2021-01-20",
    loads,
  });
  const plain = recordOf({ name: "plain", to: [READERS[0] ?? ""], on: "2021-01-21" });
  return [...records, redirected, forward, plain, ...letters()];
}

/** A correspondent, and who plays her; what rules asked of earlier mail when it was read. */
function letters(): readonly MessageRecord[] {
  const [anna = ""] = READERS;
  const rules = { answers: [ruleAnswer('profile.by_sender().prevalence == "new"')], undecided: 0, missing: [] };
  const letter = (name: string, from: string, on: string, more: Partial<MessageRecord["claims"]> = {}) =>
    recordOf({ name, from, to: [anna], on, rules, claims: { from: [{ name: "Jane Roe", address: from }], ...more } });
  const begin = ["2020-11-01", "2020-11-02", "2020-11-03"].map((on) => letter(on, "info@harbour.example", on));
  const sent = recordOf({ name: "sent", from: anna, to: ["jane@rivertown.example"], on: "2020-12-01" });
  const reply = letter("reply", "jane@rivertown.example", "2020-12-06");
  const played = {
    ...letter("played", "jane@notes.test", "2021-01-25", { isReply: true }),
    answers: ["0123456789abc"],
  };
  return [...begin, sent, reply, played, { ...played, sha256: shaOf("played again") }];
}

function ruleAnswer(rest: string) {
  const told = {
    rule: "user.new",
    title: "New",
    about: "crime",
    kind: "rule",
    severity: "low",
    techniques: [],
    reasons: ["is new"],
  } as const;
  return { ...told, openQuestions: [], spans: [], rest };
}

/** Campaigns by their first message: their names are meant to outlive the mail that came before. */
function unnamed(judgements: readonly (Judgement | null)[]): readonly (Judgement | null)[] {
  const names = new Map<string, string>();
  return judgements.map((judgement) => {
    if (judgement === null || judgement.campaign === null) return judgement;
    const campaign = names.get(judgement.campaign) ?? `of ${judgement.sha256}`;
    names.set(judgement.campaign, campaign);
    return { ...judgement, campaign };
  });
}

/** Judges after each scan; returns what is said at the end, by hash. */
async function judgedBy(scans: readonly (readonly MessageRecord[])[]): Promise<readonly (Judgement | null)[]> {
  const folder = temporaryFolder();
  try {
    const store = must(await openCase(join(folder, "case"), { mode: "write", registrableDomain }));
    must(await store.saveSettings({ owners: ["@office.example"] }));
    for (const [nth, records] of scans.entries()) {
      const source = { path: `/mail/${nth}.mbox`, kind: "mbox", size: 900, mtimeMs: 1, folder: "Inbox" } as const;
      await readSource(
        store,
        source,
        records.map((record, index) => itemOf(record, index)),
      );
      must(await judge(store, conditions));
    }
    const judgements: (Judgement | null)[] = [];
    for await (const { judgement } of store.messages({})) judgements.push(judgement);
    await store.close();
    return unnamed(judgements);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("any order and any split into scans gives the judgements of one fresh run", async () => {
  const all = mail();
  const fresh = await judgedBy([all]);
  const roles = new Set(fresh.flatMap((judgement) => judgement?.tokens.map(({ proof }) => proof?.role) ?? []));
  // Nothing is shown by judgements that say nothing.
  assert.deepEqual([...roles].sort(), ["forward", "message", "recipient", "shared"]);
  const rules = fresh.flatMap((judgement) => judgement?.findings.map(({ rule }) => rule) ?? []);
  assert.deepEqual(
    ["impersonation.correspondent", "user.new"].map((rule) => rules.filter((one) => one === rule).length),
    [2, 3],
  );
  const split = fc.tuple(
    fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length }),
    fc.array(fc.integer({ min: 1, max: all.length }), { maxLength: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(split, async ([order, cuts]) => {
      const edges = [0, ...[...cuts].sort((a, b) => a - b), all.length];
      const scans = edges.slice(1).map((end, nth) => order.slice(edges[nth], end));
      assert.deepEqual(await judgedBy(scans), fresh);
    }),
    { numRuns: Number(process.env["FUZZ_RUNS"] ?? 12) },
  );
});

test("read in passing or one by one, copies tell the same", async () => {
  const folder = temporaryFolder();
  try {
    const store = must(await openCase(join(folder, "case"), { mode: "write", registrableDomain }));
    const source = { path: "/mail/all.mbox", kind: "mbox", size: 900, mtimeMs: 1, folder: "Inbox" } as const;
    await readSource(
      store,
      source,
      mail().map((record, index) => itemOf(record, index)),
    );
    const owners = new Set(["@office.example"]);
    const mailings = new MailingBook();
    for await (const outline of store.outlines({})) mailings.add(outline, sureReader(outline, owners) ?? "");
    const told = async (messages: number) => {
      const book = await compareMailings(store, mailings.mailings(), { owners, messages });
      return mail().map(({ sha256 }) => book.of(sha256));
    };
    const inPassing = await told(1);
    assert.ok(inPassing.flat().length > 20);
    assert.deepEqual(await told(1_000_000), inPassing);
    await store.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
