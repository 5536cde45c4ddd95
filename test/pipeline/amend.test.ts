/** A hunt that amends a judged case leaves it as one that judges it anew, where nothing is to be linked anew; and where it is, says what it did. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import fc from "fast-check";
import { NO_PRINT } from "../../src/case/empty.ts";
import type { Indicator, IntelFile } from "../../src/case/indicator.ts";
import type { Campaign } from "../../src/case/judgement.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { amend } from "../../src/pipeline/amend.ts";
import { hunt } from "../../src/pipeline/hunt.ts";
import { judge } from "../../src/pipeline/judge.ts";
import type { CaseStore } from "../../src/ports/store.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { conditions } from "../support/conditions.ts";
import { pixel, recordOf, shaOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const SOURCE = { path: "/mail/all.mbox", kind: "mbox", size: 900, mtimeMs: 1, folder: "Inbox" } as const;
const READERS = ["anna@office.example", "boris@office.example", "clara@office.example"];
const OWNERS = ["@office.example"];

/** A covert mailing to three readers in two issues; letters of three strangers; what one of them was answered. */
const records: readonly MessageRecord[] = [
  ...["2021-01-19", "2021-01-26"].flatMap((on, issue) =>
    READERS.map((reader) =>
      recordOf({
        name: `issue ${issue} ${reader}`,
        ...{ on, to: [reader], from: "press@harbour.example", subject: `Issue ${issue}` },
        loads: [pixel(`https://track.harbour.example/o?c=${issue}&u=${shaOf(reader).slice(0, 12)}`)],
        content: { textPrint: `issue ${issue}` },
      }),
    ),
  ),
  letter("first", "jane@rivertown.example", "2021-03-01"),
  letter("second", "jane@rivertown.example", "2021-03-02"),
  letter("other", "joe@hilltown.example", "2021-03-03"),
  letter("free", "someone@gmail.com", "2021-03-04"),
  {
    ...recordOf({ name: "answer", from: "anna@office.example", to: ["joe@hilltown.example"], on: "2021-03-05" }),
    answers: [createHash("sha256").update("other@mail.example").digest("hex").slice(0, 13)],
  },
];

function letter(name: string, from: string, on: string): MessageRecord {
  return { ...recordOf({ name, from, to: [READERS[0] ?? ""], on }), messageId: `${name}@mail.example` };
}

function indicator(type: Indicator["type"], value: string): Indicator {
  return { id: `i-${value}`, type, value, name: "", place: "line 1", from: null, until: null, groups: [] };
}

function fileOf(indicators: readonly Indicator[]): IntelFile {
  const none = { unusable: [], unusableCount: 0, tlp: "" } as const;
  return { path: "/intel/a.txt", sha256: "00", format: "text", title: "a.txt", indicators, ...none };
}

let cases = 0;

async function withCase<T>(work: (store: CaseStore) => Promise<T>, mail = records): Promise<T> {
  cases += 1;
  const store = must(await openCase(join(home, `case${cases}`), { mode: "write", registrableDomain }));
  try {
    must(await store.saveSettings({ owners: OWNERS }));
    const read = { marks: [{ origin: "maildir", flags: ["\\Seen"], labels: [] }] } as const;
    await readSource(
      store,
      SOURCE,
      mail.map((record, index) => itemOf(record, index, record.date === null ? {} : read)),
    );
    must(await judge(store, conditions));
    return await work(store);
  } finally {
    await store.close();
  }
}

/** All that a hunt may change. */
async function stateOf(store: CaseStore) {
  const judgements = [];
  for await (const { judgement } of store.messages({})) judgements.push(judgement);
  const { verdicts, classes, judged } = await store.counts();
  return {
    ...{ judgements, verdicts, classes, judged },
    campaigns: (await store.campaigns()).map(withoutWeights),
    people: await store.people(),
    targeted: await store.targeted(),
    months: await store.months(),
  };
}

/** How rare a value is among all that is of interest, linking alone weighs anew. */
function withoutWeights(campaign: Campaign) {
  return { ...campaign, links: campaign.links.map(({ from, to, kind, value }) => ({ from, to, kind, value })) };
}

async function amendBy(store: CaseStore, indicators: readonly Indicator[]) {
  const before = await store.indicatorSightings();
  const { sightings } = await hunt(store, [fileOf(indicators)]);
  const amended = must(await amend(store, before, sightings));
  must(await store.saveIndicatorSightings(sightings));
  return amended;
}

async function judgeBy(store: CaseStore, indicators: readonly Indicator[]): Promise<void> {
  const { sightings } = await hunt(store, [fileOf(indicators)]);
  must(await store.saveIndicatorSightings(sightings));
  must(await judge(store, conditions));
}

describe("as if judged anew", () => {
  // biome-ignore format: a table reads by column
  const rows: readonly (readonly [name: string, indicators: readonly Indicator[], changed: number])[] = [
    ["seen nowhere",                          [indicator("domain-name", "nobody.example")],                                                    0],
    ["seen in a campaign",                    [indicator("domain-name", "track.harbour.example")],                                             6],
    ["the host of a URL in a campaign",       [indicator("url", "https://track.harbour.example/other")],                                       6],
    ["a letter of a stranger, answered",      [indicator("email-addr", "joe@hilltown.example")],                                               2],
    ["doubted: told, and weighs nothing",     [indicator("domain-name", "gmail.com")],                                                         1],
    ["several",                               [indicator("domain-name", "harbour.example"), indicator("email-addr", "joe@hilltown.example")],  8],
  ];
  for (const [name, indicators, changed] of rows) {
    test(name, async () => {
      const wanted = await withCase(async (store) => {
        await judgeBy(store, indicators);
        return stateOf(store);
      });
      await withCase(async (store) => {
        const fresh = await stateOf(store);
        assert.ok(fresh.campaigns.length === 1, "nothing is shown by a case without a campaign");
        const { messages, joined } = await amendBy(store, indicators);
        assert.deepEqual([messages, joined], [changed, 0]);
        const state = await stateOf(store);
        if (changed > 0) assert.notDeepEqual(state.judgements, fresh.judgements);
        assert.deepEqual(state, wanted);
        if (name.endsWith("answered")) assert.equal(state.people[0]?.exposure.likelihood, "confirmed");
        // Twice is once.
        assert.deepEqual(await amendBy(store, indicators), { messages: 0, ofInterest: 0, joined: 0 });
        await amendBy(store, []);
        assert.deepEqual(await stateOf(store), fresh, "and forgotten, as before");
      });
    });
  }
});

describe("until it is linked anew", () => {
  test("messages that became of interest by one sender are one campaign, and say why", () =>
    withCase(async (store) => {
      const before = await store.campaigns();
      const amended = await amendBy(store, [indicator("email-addr", "jane@rivertown.example")]);
      assert.deepEqual(amended, { messages: 2, ofInterest: 2, joined: 2 });
      const made = (await store.campaigns()).filter(({ id }) => !before.some((one) => one.id === id));
      assert.deepEqual(
        made.map(({ messages, verdict, links, people }) => [messages, verdict, links[0]?.kind, people.length]),
        [[[shaOf("first"), shaOf("second")], "hostile", "indicator", 1]],
      );
      const judgement = (await store.message(shaOf("first")))?.judgement;
      assert.equal(judgement?.campaign, made[0]?.id);
      assert.deepEqual(await store.targeted(), { hostile: 2, suspicious: 6, loose: [] });
      await amendBy(store, []);
      assert.deepEqual(await store.campaigns(), before, "and forgotten, it is none");
    }));

  test("what people took apart is not joined again", () =>
    withCase(async (store) => {
      const side = (name: string) => ({ campaign: null, messages: [shaOf(name)] });
      const byHand = [{ what: "cut", a: side("first"), b: side("second") }] as const;
      must(await store.saveSettings({ owners: OWNERS, byHand }));
      must(await judge(store, conditions));
      const before = await store.campaigns();
      const jane = [indicator("email-addr", "jane@rivertown.example")];
      assert.deepEqual(await amendBy(store, jane), { messages: 2, ofInterest: 2, joined: 0 });
      assert.deepEqual(await store.campaigns(), before);
      const amended = await stateOf(store);
      must(await judge(store, conditions));
      assert.deepEqual(await stateOf(store), amended, "as judging anew leaves them");
    }));
});

describe("campaigns that perhaps have one maker", () => {
  /** The mailing and one stranger's letters by the same rare program. */
  const made = records.map((record) =>
    /harbour|rivertown/.test(record.claims.from[0]?.address ?? "")
      ? {
          ...record,
          messageId: "",
          claims: { ...record.claims, mailer: "Kitmail 3" },
          print: { ...NO_PRINT, header: "0123456789", boundary: "b_h16", zone: "+0700" },
        }
      : record,
  );
  const jane = indicator("email-addr", "jane@rivertown.example");
  const pairsOf = async (store: CaseStore) =>
    (await store.campaigns()).map(({ id, perhapsOneMaker = [] }) => [id, perhapsOneMaker.map((one) => one.campaign)]);

  test("stay while both are there, as they were weighed", () =>
    withCase(async (store) => {
      await judgeBy(store, [jane]);
      const before = await store.campaigns();
      const [[one, others] = [], [other, ones] = []] = await pairsOf(store);
      assert.deepEqual([others, ones], [[other], [one]], "nothing is shown by campaigns without a maker in common");
      await amendBy(store, [jane, indicator("domain-name", "track.harbour.example")]);
      const makers = (campaigns: readonly Campaign[]) => campaigns.map(({ perhapsOneMaker }) => perhapsOneMaker);
      const after = await store.campaigns();
      assert.deepEqual(makers(after), makers(before));
      assert.notDeepEqual(after, before, "both are put together anew");
    }, made));

  test("what is no campaign any more has no maker in common with what is left", () =>
    withCase(async (store) => {
      const fresh = await stateOf(store);
      await judgeBy(store, [jane]);
      assert.deepEqual(
        (await pairsOf(store)).map(([, others]) => others?.length),
        [1, 1],
      );
      await amendBy(store, []);
      assert.deepEqual(await stateOf(store), fresh);
    }, made));
});

/** Values of the case, and some that are nowhere. */
const HUNTED: readonly Indicator[] = [
  indicator("domain-name", "harbour.example"),
  indicator("domain-name", "track.harbour.example"),
  indicator("url", "https://track.harbour.example/other"),
  indicator("email-addr", "jane@rivertown.example"),
  indicator("domain-name", "rivertown.example"),
  indicator("email-addr", "joe@hilltown.example"),
  indicator("domain-name", "gmail.com"),
  indicator("email-addr", "someone@gmail.com"),
  indicator("email-addr", "anna@office.example"),
  indicator("email-subject", "About first"),
  indicator("domain-name", "nobody.example"),
];

test("any hunts, one after the other, leave the answer and the judgements that the last gives by itself", {
  timeout: 120_000,
}, async () => {
  const some = fc.subarray([...HUNTED], { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 3 }), async (hunts) => {
      const wanted = await withCase(async (store) => {
        await judgeBy(store, hunts.at(-1) ?? []);
        return judgedOf(store);
      });
      const amended = await withCase(async (store) => {
        for (const hunt of hunts) await amendBy(store, hunt);
        return judgedOf(store);
      });
      assert.deepEqual(amended, wanted);
    }),
    { numRuns: 25, seed: 6 },
  );
});

/** Without campaigns: those wait to be linked. */
async function judgedOf(store: CaseStore) {
  const { judgements, verdicts, targeted, people } = await stateOf(store);
  return {
    verdicts,
    hostile: targeted?.hostile,
    suspicious: targeted?.suspicious,
    judgements: judgements.map((one) => one && { ...one, campaign: null }),
    people: people.map(({ campaigns: _, ...person }) => person),
  };
}
