/** What every engine of the case must do. An engine's test file calls `caseStoreContract` with a way to make cases. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, test } from "node:test";
import fc from "fast-check";
import type { Result } from "../../src/base/result.ts";
import type { Indicator, IndicatorSighting, IntelFile } from "../../src/case/indicator.ts";
import type { Judgement } from "../../src/case/judgement.ts";
import { outlineOf } from "../../src/case/outline.ts";
import type { LocationRecord, MarkRecord } from "../../src/case/record.ts";
import type { Batch, CaseStore, MessageQuery, StoreError } from "../../src/ports/store.ts";
import { ledgerDocument, party, said } from "../support/ledger.ts";
import { day, pixel, type RecordWish, recordOf, shaOf } from "../support/record.ts";
import { anyRecord } from "./any-record.ts";
import {
  ARCHIVE,
  batchOf,
  collect,
  fileItemOf,
  INBOX,
  itemOf,
  judgementOf,
  MAILDIR,
  must,
  NEW,
  personOf,
  readSource,
  saveJudgements,
  sliceOf,
  subjectsOf,
} from "./fixtures.ts";

const MARKS: readonly MarkRecord[] = [
  { origin: "maildir", flags: [], labels: [] },
  { origin: "gmail", flags: ["$Forwarded", "\\Seen"], labels: ["\\Answered", '"Wörk, \ud800"'] },
];

/** One place for one case, empty at first. */
export interface CasePlace {
  readonly open: (mode: "write" | "read") => Promise<Result<CaseStore, StoreError>>;
  /** Canonical text of all content, as of the last commit. */
  readonly dump: () => Promise<string>;
  /** Called after the stores were closed. */
  readonly remove: () => Promise<void>;
}

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 60);

export function caseStoreContract(name: string, createPlace: () => Promise<CasePlace>): void {
  /** Runs `body` in a place of its own. */
  async function inPlace(body: (store: CaseStore, place: CasePlace) => Promise<void>): Promise<void> {
    const place = await createPlace();
    const store = must(await place.open("write"));
    try {
      await body(store, place);
    } finally {
      await store.close();
      await place.remove();
    }
  }

  describe(`${name}: a case`, () => {
    let place: CasePlace;
    let store: CaseStore;
    beforeEach(async () => {
      place = await createPlace();
      store = must(await place.open("write"));
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    const read = async (query: MessageQuery = {}) => subjectsOf(await collect(store.messages(query)));

    test("gives back what was put in", async () => {
      const record = recordOf({
        name: "a",
        on: "2021-01-19",
        subject: '\0 \ud800 \u{1f4e8} " \\ __proto__',
        problems: [{ code: "header.no-colon" }, { code: "limit.entities", span: { start: 1, end: 2 } }],
        loads: [
          pixel("https://img.news.example/p.png?u=abc"),
          pixel("https://other.example/", {
            resolved: "",
            host: "",
            domain: "",
            hidden: false,
            fires: "receipt",
            token: { kind: "none", value: "", detail: "", address: null },
          }),
        ],
        loadCount: 7,
      });
      const item = itemOf(record, 0, { folder: '"In\ud800box\0"', marks: MARKS });
      await readSource(store, INBOX, [item]);
      const judgement: Judgement = judgementOf("a", {
        verdict: "hostile",
        trackingClass: "covert",
        campaign: "c-1",
        tokens: [
          { load: 0, token: { kind: "proven", value: "abc", detail: "differs", address: null } },
          {
            load: 1,
            token: { kind: "proven", value: "def", detail: "differs", address: null },
            proof: {
              role: "recipient",
              start: 20,
              end: 23,
              reader: "reader@office.example",
              other: { sha256: shaOf("b"), load: 2, start: 20, end: 24 },
              again: { sha256: shaOf("c"), load: 0, start: 20, end: 23 },
              readers: 3,
              messages: 2,
              campaign: [{ start: 5, end: 9 }],
            },
          },
          {
            load: 2,
            token: { kind: "none", value: "", detail: "", address: null },
            proof: {
              ...{ role: "shared", start: 0, end: 0, reader: "reader@office.example", other: null, again: null },
              ...{ readers: 3, messages: 3, campaign: [] },
            },
          },
        ],
        findings: [
          {
            rule: "tracking.covert-token",
            title: "A token",
            severity: "high",
            about: "targeting",
            techniques: ["T1598.003"],
            reasons: ["It differs."],
            undetermined: [],
            spans: [{ start: 3, end: 9 }],
          },
        ],
      });
      must(await saveJudgements(store, [judgement]));
      assert.deepEqual(await store.message(record.sha256), { record, locations: [item.location], judgement });
    });

    test("remembers settings, owners, campaigns and people, in their order", async () => {
      assert.deepEqual(await store.settings(), { owners: [] });
      assert.deepEqual(await store.owners(), { addresses: [], from: "none" });
      must(await store.saveSettings({ owners: ["@office.example", "mp@parliament.example"] }));
      await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
      const campaign = {
        id: "c-7f3a",
        title: "news digest",
        verdict: "hostile",
        messages: [shaOf("a")],
        people: ["p-2"],
        first: day("2021-01-19"),
        last: null,
        links: [{ from: shaOf("a"), to: shaOf("a"), kind: "load-host", value: "x.example", weight: 0.5, why: "same" }],
        techniques: [],
        facts: ["Each copy carries its own token."],
      } as const;
      const people = [personOf("p-2"), personOf("p-1")];
      const warning = {
        sha256: shaOf("a"),
        provider: "Google",
        to: ["\0 \ud800@x"],
        date: null,
        verified: true,
      } as const;
      assert.deepEqual(await store.attackerWarnings(), { total: 0, listed: [] });
      must(
        await store.saveJudgements({
          judgements: (async function* () {})(),
          campaigns: () => [campaign],
          people: () => people,
          owners: () => ({ addresses: ["reader@office.example"], from: "inferred" }),
          attackerWarnings: () => ({ total: 3, listed: [warning] }),
          targeted: () => ({ hostile: 0, suspicious: 0, loose: [] }),
        }),
      );
      assert.deepEqual(await store.settings(), { owners: ["@office.example", "mp@parliament.example"] });
      assert.deepEqual(await store.owners(), { addresses: ["reader@office.example"], from: "inferred" });
      assert.deepEqual(await store.attackerWarnings(), { total: 3, listed: [warning] });
      assert.deepEqual(await store.campaigns(), [campaign]);
      assert.deepEqual(await store.people(), people);
    });

    test("remembers rules: which, and what they could not decide, until a judging says otherwise", async () => {
      const rules = {
        shipped: false,
        paths: ["/rules \0 \ud800"],
        set: "0123456789ab",
        packs: [{ source: "/rules", rules: 2, atReading: 1 }],
        files: [{ rule: "a", path: "/rules/a.yml" }],
      };
      const tally = {
        sets: [{ set: "", messages: 1 }],
        undecidedMessages: 1,
        undecidedRulesMax: 2,
        missing: [{ capability: "nlu", messages: 1 }],
      };
      assert.equal(await store.ruleTally(), null);
      const side = { campaign: null, messages: [shaOf("a")] };
      const byHand = [{ what: "cut", a: { ...side, campaign: "c-7f3a" }, b: side } as const];
      must(await store.saveSettings({ owners: [], rules, byHand }));
      assert.deepEqual(await store.settings(), { owners: [], rules, byHand });
      const nothing = {
        campaigns: () => [],
        people: () => [],
        owners: () => ({ addresses: [], from: "none" }) as const,
        attackerWarnings: () => ({ total: 0, listed: [] }),
        targeted: () => ({ hostile: 0, suspicious: 0, loose: [] }),
      };
      must(await store.saveJudgements({ ...nothing, judgements: (async function* () {})(), rules: () => tally }));
      assert.deepEqual(await store.ruleTally(), tally);
      must(await store.saveJudgements({ ...nothing, judgements: (async function* () {})() }));
      assert.equal(await store.ruleTally(), null);
    });

    test("passes over outlines and records go in the order of the list", async () => {
      const wishes = [
        { name: "a", on: "2020-05-05", loads: [pixel("https://img.news.example/p")] },
        {
          name: "b",
          on: "1969-01-01",
          auth: [{ authservId: "", method: "spf", result: "pass", domain: "", position: 0 }],
        },
        {
          name: "c",
          on: null,
          subject: '"\0 \ud800',
          claims: { listId: "list.example", autoSubmitted: "auto-replied" },
        },
      ];
      await readSource(
        store,
        INBOX,
        wishes.map((wish, index) => itemOf(wish, index)),
      );
      const records = (await collect(store.messages({}))).map(({ record }) => record);
      assert.deepEqual(await collect(store.records()), records);
      const some = await collect(store.records((sha256) => sha256 !== shaOf("b")));
      assert.deepEqual(
        some,
        records.filter(({ sha256 }) => sha256 !== shaOf("b")),
      );
      const named = new Set([...records.map(({ sha256 }) => sha256).reverse(), shaOf("nobody")]);
      assert.deepEqual(await collect(store.records(named)), records);
      named.delete(shaOf("b"));
      assert.deepEqual(await collect(store.records(named)), some);
      assert.deepEqual(await collect(store.records(new Set())), []);
      assert.deepEqual(
        await collect(store.outlines({})),
        records.map((record) => outlineOf(record)),
      );
    });

    test("lists undated messages first, then by date, then by hash", async () => {
      const names = ["a", "b", "c", "d"];
      const items = [...names.map((name) => ({ name, on: "2020-05-05" })), { name: "old", on: "1969-01-01" }];
      const undated = ["x", "y"].map((name) => ({ name, on: null }));
      await readSource(
        store,
        INBOX,
        [...items, ...undated].map((wish, index) => itemOf(wish, index)),
      );
      const byHash = (list: string[]) =>
        list.sort((a, b) => (shaOf(a) < shaOf(b) ? -1 : 1)).map((name) => `About ${name}`);
      assert.deepEqual(await read(), [...byHash(["x", "y"]), "About old", ...byHash(names)]);
    });

    describe("finds messages by", () => {
      beforeEach(async () => {
        await readSource(store, INBOX, [
          itemOf({ name: "a", on: "2020-01-01", from: "news@paper.example", to: ["mp@parliament.example"] }, 0),
          itemOf(
            { name: "b", on: "2020-02-01", status: "partial", claims: { returnPath: "bounce@mailer.example" } },
            1,
          ),
          itemOf({ name: "c", on: "2020-03-01", status: "unparseable", deliveredTo: ["mp@parliament.example"] }, 2),
          itemOf({ name: "d", on: null, cc: [{ name: "", address: "mp@parliament.example" }] }, 3),
        ]);
        must(
          await saveJudgements(store, [
            judgementOf("a", { verdict: "hostile", trackingClass: "covert", campaign: "c-1" }),
            judgementOf("b", { verdict: "tracked", trackingClass: "commercial" }),
            judgementOf("d", { verdict: "suspicious", trackingClass: "unexplained", campaign: "c-1" }),
          ]),
        );
      });
      const from = day("2020-02-01");
      const to = day("2020-03-01");
      // biome-ignore format: a table reads by column
      const cases: readonly (readonly [query: MessageQuery, names: string])[] = [
        [{},                                                          "d a b c"],
        [{ limit: 2 },                                                "d a"],
        [{ limit: 0 },                                                ""],
        [{ statuses: ["partial", "unparseable"] },                    "b c"],
        [{ statuses: [] },                                            ""],
        [{ verdicts: ["hostile", "suspicious"] },                     "d a"],
        [{ verdicts: ["hostile", "suspicious"], limit: 1 },           "d"],
        [{ verdicts: ["clear"] },                                     ""],
        [{ classes: ["commercial"] },                                 "b"],
        [{ classes: ["commercial", "covert"], verdicts: ["tracked"] }, "b"],
        [{ verdicts: ["tracked"], statuses: ["ok"] },                 ""],
        [{ campaign: "c-1" },                                         "d a"],
        [{ campaign: "c-1", verdicts: ["hostile"] },                  "a"],
        [{ campaign: "c-1", from: day("2019-01-01") },                "a"],
        [{ campaign: "c-2" },                                         ""],
        [{ campaign: null },                                          "b"],
        [{ campaign: null, verdicts: ["tracked", "hostile"] },        "b"],
        [{ campaign: null, verdicts: ["hostile", "suspicious"] },     ""],
        [{ campaign: null, statuses: ["ok"] },                        ""],
        [{ campaign: null, from: day("2020-02-02") },                 ""],
        [{ campaign: null, address: "bounce@mailer.example" },        "b"],
        [{ campaign: null, address: "mp@parliament.example" },        ""],
        [{ from },                                                    "b c"],
        [{ to },                                                      "a b"],
        [{ from, to },                                                "b"],
        [{ from, to, verdicts: ["tracked"] },                         "b"],
        [{ from, verdicts: ["hostile"] },                             ""],
        [{ address: "mp@parliament.example" },                        "d a c"],
        [{ address: "mp@parliament.example", from },                  "c"],
        [{ address: "mp@parliament.example", campaign: "c-1", classes: ["covert"] }, "a"],
        [{ address: "mp@parliament.example", statuses: ["ok"], limit: 1 }, "d"],
        [{ address: "news@paper.example" },                           "a"],
        [{ address: "bounce@mailer.example" },                        "b"],
        [{ address: "nobody@parliament.example" },                    ""],
      ];
      test("a sample: the same messages each time, all when it is large enough", async () => {
        const sampled = (sample: number) => collect(store.outlines({ sample }));
        const two = await sampled(2);
        assert.equal(two.length, 2);
        assert.deepEqual(await sampled(2), two);
        assert.equal((await sampled(100)).length, 4);
      });
      for (const [query, names] of cases) {
        test(`${JSON.stringify(query)} → ${names === "" ? "none" : names}`, async () => {
          const expected = names.split(" ").filter(Boolean);
          assert.deepEqual(
            await read(query),
            expected.map((each) => `About ${each}`),
          );
        });
      }
    });

    test("finds a message by its hash, or by a prefix that only it has", async () => {
      // Hashes found by counting: both begin with the same six digits.
      const twins = ["abcdef00", "abcdef01"].map((start) => ({ ...recordOf({ name: start }), sha256: shaWith(start) }));
      await readSource(
        store,
        INBOX,
        twins.map((record, index) => itemOf(record, index)),
      );
      assert.equal((await store.message(shaWith("abcdef01")))?.record.subject, "About abcdef01");
      assert.equal((await store.message("ABCDEF01"))?.record.subject, "About abcdef01");
      assert.equal((await store.message("abcdef00"))?.record.subject, "About abcdef00");
      assert.equal(await store.message("abcdef0"), null, "two have it");
      assert.equal(await store.message("abcde"), null, "too short");
      assert.equal(await store.message("abcdef02"), null, "none has it");
      assert.equal(await store.message("not hex"), null);
      assert.equal(await store.message(`${shaWith("abcdef01")}0`), null, "too long");
    });

    test("joined messages: named by their pieces, counted apart, and taken out with their place", async () => {
      const piece = (name: string, number: number) => ({
        ...recordOf({ name, on: "2020-01-01", size: 10, status: "partial" }),
        piece: { id: "x", number, total: 2 },
      });
      const path = `joined:${shaOf("p1")}+${shaOf("p2")}`;
      const joined = { ...itemOf({ name: "whole", on: "2020-01-01", size: 15 }, "key", { path, folder: "" }) };
      await readSource(store, INBOX, [itemOf(piece("p1", 1), 0), itemOf({ name: "other", status: "partial" }, 1)]);
      await readSource(store, ARCHIVE, [itemOf(piece("p2", 2), 7)]);
      const pieces = await collect(store.pieces());
      assert.deepEqual(
        pieces.map(({ record, places, joinedFrom }) => [record.sha256, places, joinedFrom]).sort(),
        [
          [shaOf("p1"), [{ source: INBOX, key: "0", file: null, path: INBOX.path }], []],
          [shaOf("p2"), [{ source: ARCHIVE, key: "7", file: null, path: ARCHIVE.path }], []],
        ].sort(),
      );
      const before = await store.counts();
      const dump = await place.dump();

      const source = { path: "joined:", kind: "joined", size: 0, mtimeMs: 0, folder: "" } as const;
      await readSource(store, source, [joined], { state: "grown", fingerprint: "" });
      const counts = await store.counts();
      assert.deepEqual({ ...counts, joined: 0 }, before);
      assert.equal(counts.joined, 1);
      assert.deepEqual(await store.joinedKeys(), ["key"]);
      const stored = await store.message(shaOf("whole"));
      assert.deepEqual([stored?.record.fidelity, stored?.locations[0]?.path], ["joined", path]);
      assert.deepEqual((await store.message(shaOf("p2")))?.joinedInto, [shaOf("whole")]);
      assert.deepEqual((await store.message(shaOf("other")))?.joinedInto, undefined);

      // The same bytes, found: they are a message like others, whatever came first.
      must(await store.applyBatch(batchOf(ARCHIVE, [itemOf({ name: "whole", on: "2020-01-01", size: 15 }, 99)])));
      assert.deepEqual([(await store.counts()).joined, (await store.counts()).messages], [0, 4]);
      assert.equal((await store.message(shaOf("whole")))?.record.fidelity, "original");
      must(await store.applyBatch(batchOf(ARCHIVE, [itemOf(piece("p2", 2), 99)])));

      const gap = { path: "joined:", code: "pieces-missing", message: "One is missing." };
      must(await store.applyBatch(batchOf(source, [], { dropped: ["key", "unknown"], notCovered: [gap] })));
      assert.equal(await store.message(shaOf("whole")), null);
      assert.deepEqual([await store.joinedKeys(), (await store.counts()).notCovered], [[], [gap]]);
      await readSource(store, source, [], { state: "grown", fingerprint: "" });
      assert.deepEqual((await store.counts()).notCovered, [], "said anew each time");
      assert.ok(dump.length > 0);
    });

    test("counts from the index", async () => {
      await readSource(store, INBOX, [
        itemOf({ name: "a", on: "2020-01-31", size: 10, from: "x@news.paper.example" }, 0),
        itemOf({ name: "b", on: "2020-02-01", size: 20, from: "y@paper.example", status: "partial" }, 1),
        itemOf({ name: "c", on: null, size: 30, status: "unparseable" }, 2),
      ]);
      await readSource(store, ARCHIVE, [
        itemOf({ name: "a", on: "2020-01-31", size: 10, from: "x@news.paper.example" }, 0),
      ]);
      must(
        await saveJudgements(store, [
          judgementOf("a", { verdict: "tracked", trackingClass: "commercial" }),
          judgementOf("b", { verdict: "tracked", trackingClass: "commercial" }),
          judgementOf("c"),
        ]),
      );
      must(
        await store.saveNotCovered(["/mail/gone"], [{ path: "/mail/gone", code: "not-found", message: "It is gone." }]),
      );
      assert.deepEqual(await store.counts(), {
        messages: 3,
        ok: 1,
        partial: 1,
        unparseable: 1,
        secondCopies: 0,
        joined: 0,
        locations: 4,
        bytes: 60,
        first: day("2020-01-31"),
        last: day("2020-02-01"),
        sources: [
          { path: ARCHIVE.path, kind: "mbox", messages: 1 },
          { path: INBOX.path, kind: "mbox", messages: 3 },
        ],
        notCovered: [{ path: "/mail/gone", code: "not-found", message: "It is gone." }],
        verdicts: { clear: 1, tracked: 2, suspicious: 0, hostile: 0 },
        classes: { none: 1, commercial: 2, unexplained: 0, covert: 0 },
        unfinishedSources: 0,
        judged: true,
      });
      assert.deepEqual(await store.months(), [
        { month: "2020-01", verdict: "tracked", trackingClass: "commercial", messages: 1 },
        { month: "2020-02", verdict: "tracked", trackingClass: "commercial", messages: 1 },
      ]);
      assert.equal(await store.senders("commercial"), 1, "paper.example is one sender");
      assert.equal(await store.senders("covert"), 0);
    });

    test("amended judgements leave the case as if it had been judged so", async () => {
      const items = ["a", "b", "c"].map((name, at) => itemOf({ name, on: `2020-0${at + 1}-01` }, at));
      const before = ["a", "b", "c"].map((name) => judgementOf(name, { trackingClass: "covert" }));
      const amended = judgementOf("b", {
        trackingClass: "covert",
        verdict: "hostile",
        targeting: "hostile",
        campaign: "c-1",
      });
      const after = [before[0], amended, before[2]].filter((one) => one !== undefined);
      let fresh = "";
      await inPlace(async (other, place) => {
        await readSource(other, INBOX, items);
        must(await saveJudgements(other, after));
        fresh = await place.dump();
      });
      await readSource(store, INBOX, items);
      must(await saveJudgements(store, before));
      const targeted = { hostile: 1, suspicious: 0, loose: [] };
      const gone = judgementOf("nobody");
      must(await store.amendJudgements({ judgements: [amended, gone], campaigns: [], people: [], targeted }));
      assert.deepEqual((await store.message(shaOf("b")))?.judgement, amended);
      assert.equal(await place.dump(), fresh);
    });

    test("observables, and the messages that hold them", async () => {
      await readSource(store, INBOX, [
        itemOf({ name: "a", on: "2020-01-31", from: "x@news.paper.example", to: ["\ud800@odd.example"] }, 0),
        itemOf({ name: "b", on: null, from: "y@paper.example", loads: [pixel("https://img.paper.example/p")] }, 1),
      ]);
      const hosts = await collect(store.observables("host"));
      assert.deepEqual(hosts.sort(), ["example.org", "img.paper.example", "news.paper.example", "paper.example"]);
      assert.ok((await collect(store.observables("address"))).includes("\ud800@odd.example"));
      const uses = await collect(
        store.observableUses("host", ["img.paper.example", "news.paper.example", "none.example"]),
      );
      assert.deepEqual(
        uses.sort((one, other) => (one.value < other.value ? -1 : 1)),
        [
          { value: "img.paper.example", sha256: shaOf("b"), date: null, roles: 1 },
          { value: "news.paper.example", sha256: shaOf("a"), date: day("2020-01-31"), roles: 4 },
        ],
      );
      assert.equal(await store.unhashedFiles(), false);
      assert.deepEqual(await collect(store.observables("file")), []);
      const attached = [{ name: "Brief.DOC", size: 3, sha256: "aa", sha1: "bb", md5: "cc" }];
      await readSource(store, INBOX, [itemOf({ name: "c", on: "2020-02-01", attached }, 2)]);
      assert.deepEqual(
        (await collect(store.observableUses("file", ["aa", "brief.doc", "dd"])))
          .map(({ value, roles }) => [value, roles])
          .sort(),
        [
          ["aa", 1],
          ["brief.doc", 8],
        ],
      );
      assert.deepEqual((await store.message(shaOf("c")))?.record.attached, attached);
      const [odd] = await collect(store.observableUses("address", ["\ud800@odd.example"]));
      assert.deepEqual([odd?.sha256, odd?.roles], [shaOf("a"), 16]);
      const inRole = async (roles: number) =>
        (await collect(store.observableUses("host", ["img.paper.example", "news.paper.example"], roles))).length;
      assert.deepEqual(await Promise.all([1, 4, 5, 2].map(inRole)), [1, 1, 2, 0]);
      const counts = await store.observableCounts(
        "host",
        ["paper.example", "img.paper.example", "none.example"],
        1 | 4,
      );
      assert.deepEqual([...counts].toSorted(), [
        ["img.paper.example", 1],
        ["paper.example", 1],
      ]);
    });

    test("remembers what is hunted for and where it was seen, until it is replaced", async () => {
      const indicator: Indicator = {
        id: "i-1",
        type: "domain-name",
        value: "news.example \0 \ud800",
        name: "",
        place: "line 1",
        from: null,
        until: day("2021-01-01"),
        groups: ["Paper Crane"],
      };
      const file: IntelFile = {
        path: "/intel \0",
        sha256: "00",
        format: "text",
        title: '"list',
        tlp: "",
        indicators: [indicator],
        unusable: [{ place: "line 2", text: "x", why: "is none" }],
        unusableCount: 4,
      };
      const sighting: IndicatorSighting = {
        sha256: shaOf("a"),
        indicator,
        source: "list",
        kind: "host",
        where: ["link"],
        value: "news.example",
        doubt: "It is everybody's.",
      };
      const kept = async (without?: ReadonlySet<string>) =>
        (await store.intel(without)).map((one) => ({ ...one, indicators: [...one.indicators] }));
      assert.deepEqual([await kept(), await store.indicatorSightings()], [[], []]);
      const many = Array.from({ length: 4_001 }, (_, at) => ({ ...indicator, id: `i-${at}`, groups: [] }));
      const files = [{ ...file, indicators: [] }, { ...file, path: "/many", indicators: many }, file];
      must(await store.saveIntel(files.slice(0, 1)));
      must(await store.saveIntel(files.slice(1)));
      assert.deepEqual(await kept(), [files[1], files[2]]);
      assert.deepEqual(await kept(new Set(["/many"])), [file]);
      const heads = async () => (await store.intelHeads()).map(({ path, title, groups }) => [path, title, ...groups]);
      assert.deepEqual(await heads(), [
        ["/many", file.title],
        [file.path, file.title, "Paper Crane"],
      ]);
      const changed = { ...file, title: "other", indicators: [{ ...indicator, groups: [] }] };
      must(await store.saveIntel([changed], ["/many", "/never"]));
      assert.deepEqual([await kept(), await heads()], [[changed], [[file.path, "other"]]]);
      must(await store.saveIntel([file]));
      must(await store.saveIndicatorSightings([sighting, { ...sighting, doubt: null }]));
      assert.deepEqual(await kept(), [file]);
      assert.deepEqual(await store.indicatorSightings(), [sighting, { ...sighting, doubt: null }]);
      must(await store.saveIntel([], [file.path]));
      must(await store.saveIndicatorSightings([]));
      assert.deepEqual([await kept(), await store.indicatorSightings()], [[], []]);
    });

    test("keeps documents with their bytes, and remembers what was taken out", async () => {
      const bytes = Buffer.from('"The chamber \ud83d\udd4a denies it." \0');
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const statement = said("denial", { words: 'no "evidence" \0 \ud800', date: "2031-05-02", isNegated: true });
      const document = ledgerDocument("notes", [statement, said("advice", { by: [party("Northern Centre")] })], {
        sha256,
        id: `d-${sha256.slice(0, 12)}`,
        size: bytes.length,
        source: '"/record \0',
        aliases: [{ by: "X", name: "Paper Crane", aliases: ["TIN HERON"], source: "" }],
        indicators: [{ type: "cve", value: "x", quote: statement.assertion.quote, doubt: "it is a file name" }],
      });
      await inPlace(async (store, place) => {
        assert.deepEqual([await store.documents(), await store.removed()], [[], []]);
        must(await store.keepDocuments([{ document, bytes }]));
        const dump = await place.dump();
        must(await store.keepDocuments([{ document, bytes }]));
        assert.equal(await place.dump(), dump, "kept twice is kept once");
        assert.deepEqual(await store.documents(), [document]);
        assert.deepEqual(Buffer.from(must(await store.documentBytes(sha256))), bytes);

        const other = ledgerDocument("other");
        const missing = await store.documentBytes(other.sha256);
        assert.ok(!missing.ok && missing.error.code === "missing");

        const { id } = statement.assertion;
        must(await store.remove({ id, what: "statement", sha256, words: "denial no" }));
        assert.deepEqual(await store.documents(), [{ ...document, statements: document.statements.slice(1) }]);
        must(await store.remove({ id: document.id, what: "document", sha256, words: "" }));
        assert.deepEqual(await store.documents(), []);
        assert.equal((await store.documentBytes(sha256)).ok, false, "its bytes are gone with it");
        assert.deepEqual((await store.removed()).map((one) => one.what).sort(), ["document", "statement"]);
        must(await store.keepDocuments([{ document, bytes }]));
        assert.deepEqual(
          (await store.removed()).map((one) => one.what),
          ["statement"],
        );
      });
    });

    test("is empty at first", async () => {
      const counts = await store.counts();
      assert.equal(counts.messages, 0);
      assert.equal(counts.bytes, 0);
      assert.equal(counts.first, null);
      assert.deepEqual([counts.unfinishedSources, counts.judged], [0, true]);
      assert.deepEqual(await read(), []);
    });

    test("applying a batch twice changes nothing", async () => {
      must(await store.beginSource(INBOX, NEW));
      const gap = { path: INBOX.path, code: "truncated", message: "Its end is missing." };
      const batch = batchOf(INBOX, [itemOf({ name: "a" }, 0), itemOf({ name: "b" }, 1)], { notCovered: [gap] });
      must(await store.applyBatch(batch));
      const once = await place.dump();
      must(await store.applyBatch(batch));
      assert.equal(await place.dump(), once);
      assert.match(once, /About b/);
      assert.match(once, /truncated/);
    });

    test("the first record of a message holds", async () => {
      await readSource(store, INBOX, [itemOf({ name: "a", subject: "first" }, 0)]);
      await readSource(store, ARCHIVE, [itemOf({ name: "a", subject: "second" }, 0)]);
      assert.deepEqual(await read(), ["first"]);
    });

    test("a half-written tail that grew takes the place of the half", async () => {
      const half = itemOf({ name: "half", on: "2020-01-01", from: "half@tail.example" }, 500);
      await readSource(store, INBOX, [itemOf({ name: "a" }, 0), half]);
      const tally = { verdict: "tracked", trackingClass: "commercial" } as const;
      must(await saveJudgements(store, [judgementOf("a"), judgementOf("half", tally)]));
      await readSource(store, INBOX, [itemOf({ name: "whole" }, 500)], { state: "grown", fingerprint: "print-2" });
      assert.deepEqual(new Set(await read()), new Set(["About a", "About whole"]));
      assert.deepEqual(await read({ address: "half@tail.example" }), []);
      const counts = await store.counts();
      assert.deepEqual([counts.messages, counts.locations], [2, 2]);
      assert.deepEqual(counts.verdicts, { clear: 1, tracked: 0, suspicious: 0, hostile: 0 });
      assert.deepEqual([await store.months(), await store.senders("commercial")], [[], 0]);
    });

    test("a tail that lies elsewhere too stays when it grew here", async () => {
      await readSource(store, ARCHIVE, [itemOf({ name: "half" }, 0)]);
      await readSource(store, INBOX, [itemOf({ name: "half" }, 500)]);
      await readSource(store, INBOX, [itemOf({ name: "whole" }, 500)], { state: "grown", fingerprint: "print-2" });
      assert.deepEqual(
        (await store.message(shaOf("half")))?.locations.map(({ path }) => path),
        [ARCHIVE.path],
      );
    });

    test("a tail that moved within one batch stays", async () => {
      await readSource(store, INBOX, [itemOf({ name: "half" }, 500)]);
      const items = [itemOf({ name: "whole" }, 500), itemOf({ name: "half" }, 700)];
      await readSource(store, INBOX, items, { state: "grown", fingerprint: "print-2" });
      assert.deepEqual(
        (await store.message(shaOf("half")))?.locations.map(({ offset }) => offset),
        [700],
      );
    });

    test("a rewritten source drops places that it no longer has, and keeps the messages as found once", async () => {
      const seen = { marks: MARKS };
      await readSource(store, INBOX, [
        itemOf({ name: "a" }, 0),
        itemOf({ name: "b" }, 100, seen),
        itemOf({ name: "c" }, 200),
      ]);
      await readSource(store, ARCHIVE, [itemOf({ name: "c" }, 0)]);
      // b was deleted from the mailbox, c moved up into its place.
      must(await store.beginSource(INBOX, { state: "changed", fingerprint: "print-2" }));
      must(await store.applyBatch(batchOf(INBOX, [itemOf({ name: "a" }, 0), itemOf({ name: "c" }, 100)])));
      must(await store.finishSource(INBOX.path));
      const counts = await store.counts();
      assert.deepEqual([counts.messages, counts.locations], [3, 4], "b counts as one place");
      assert.deepEqual(
        counts.sources.map(({ messages }) => messages),
        [1, 2],
      );
      const gone = await store.message(shaOf("b"));
      assert.deepEqual(gone?.locations, [{ path: INBOX.path, offset: 100, length: 1000, folder: "Inbox", ...seen }]);
      const moved = await store.message(shaOf("c"));
      assert.deepEqual(
        moved?.locations.map(({ path, offset }) => [path, offset]),
        [
          [ARCHIVE.path, 0],
          [INBOX.path, 100],
        ],
      );
    });

    test("a message that comes back has only its new place", async () => {
      await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
      await readSource(store, INBOX, [], { state: "changed", fingerprint: "print-2" });
      await readSource(store, INBOX, [itemOf({ name: "a" }, 300)], { state: "changed", fingerprint: "print-3" });
      assert.deepEqual(
        (await store.message(shaOf("a")))?.locations.map(({ offset }) => offset),
        [300],
      );
      assert.equal((await store.counts()).locations, 1);
    });

    test("until a rewritten source is finished its old places stay", async () => {
      await readSource(store, INBOX, [itemOf({ name: "a" }, 0), itemOf({ name: "b" }, 100)]);
      must(await store.beginSource(INBOX, { state: "changed", fingerprint: "print-2" }));
      must(await store.applyBatch(batchOf(INBOX, [itemOf({ name: "b" }, 0)])));
      const counts = await store.counts();
      assert.deepEqual([counts.messages, counts.locations], [2, 3], "a counts as one place");
    });

    test("remembers slices and files for the planner", async () => {
      const empty = await store.memory(INBOX);
      assert.deepEqual([empty.source, empty.slices, await empty.files(["k"])], [null, [], new Map()]);
      must(await store.beginSource(INBOX, NEW));
      assert.equal((await store.memory(INBOX)).source, null, "nothing was read yet");
      const slices = [sliceOf({ end: 500 }), sliceOf({ start: 500, end: 900, done: false })];
      for (const slice of [...slices].reverse()) must(await store.applyBatch(batchOf(INBOX, [], { slice })));
      const memory = await store.memory(INBOX);
      assert.deepEqual(memory.source, { size: 9000, mtimeMs: 1.5, fingerprint: "print-1" });
      assert.deepEqual(memory.slices, slices);

      await readSource(store, MAILDIR, [
        fileItemOf({ name: "m" }, "1.host:2,S"),
        fileItemOf({ name: "n" }, "2.host:2,"),
      ]);
      const files = await (await store.memory(MAILDIR)).files(["1.host", "3.host"]);
      assert.deepEqual(files, new Map([["1.host", { size: 10, mtimeMs: 7.25, name: "cur/1.host:2,S" }]]));
      assert.equal((await store.memory({ ...MAILDIR, kind: "folder" })).source, null, "it was another kind of source");
    });

    test("a slice only makes progress, and a longer reading of it replaces a shorter one", async () => {
      must(await store.beginSource(INBOX, NEW));
      const put = async (slice: Batch["slice"]) => must(await store.applyBatch(batchOf(INBOX, [], { slice })));
      const slices = async () => (await store.memory(INBOX)).slices;
      await put(sliceOf({ done: true, atSourceEnd: true }));
      await put(sliceOf({ done: false }));
      must(await store.finishSource(INBOX.path));
      assert.deepEqual(await slices(), [sliceOf({ done: true, atSourceEnd: true })]);
      await put(sliceOf({ end: 2000, done: false }));
      assert.deepEqual(await slices(), [sliceOf({ end: 2000, done: false })]);
      await put(sliceOf({ end: 1000 }));
      assert.deepEqual(await slices(), [sliceOf({ end: 2000, done: false })]);
    });

    test("a source whose reading was not finished is not shown as done", async () => {
      must(await store.beginSource(INBOX, NEW));
      must(await store.applyBatch(batchOf(INBOX, [], { slice: sliceOf({ start: 0 }) })));
      must(await store.applyBatch(batchOf(INBOX, [], { slice: sliceOf({ start: 1000, end: 2000 }) })));
      assert.deepEqual(
        (await store.memory(INBOX)).slices.map(({ done }) => done),
        [true, false],
      );
      must(await store.finishSource(INBOX.path));
      assert.deepEqual(
        (await store.memory(INBOX)).slices.map(({ done }) => done),
        [true, true],
      );
    });

    test("a changed source forgets its slices and files at once", async () => {
      await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
      await readSource(store, MAILDIR, [fileItemOf({ name: "m" }, "1.host:2,S")]);
      must(await store.beginSource(INBOX, { state: "changed", fingerprint: "print-2" }));
      must(await store.beginSource(MAILDIR, { state: "changed", fingerprint: "print-2" }));
      assert.deepEqual((await store.memory(INBOX)).slices, []);
      assert.deepEqual(await (await store.memory(MAILDIR)).files(["1.host"]), new Map());
    });

    test("a file whose flags changed is the same message at the same place", async () => {
      await readSource(store, MAILDIR, [fileItemOf({ name: "m" }, "1.host:2,")]);
      const seen = { state: "grown", fingerprint: "print-1" };
      const item = fileItemOf({ name: "m" }, "1.host:2,S");
      await readSource(store, MAILDIR, [{ ...item, location: { ...item.location, marks: MARKS } }], seen);
      const [place] = (await store.message(shaOf("m")))?.locations ?? [];
      assert.deepEqual([place?.path, place?.marks], ["/mail/dir/cur/1.host:2,S", MARKS]);
      assert.equal((await store.counts()).locations, 1);
    });

    describe("gaps", () => {
      const gap = (path: string, code = "permission") => ({ path, code, message: `${path} was not read.` });
      const gaps = async () => (await store.counts()).notCovered.map(({ path }) => path);

      test("of discovery are replaced by the next discovery of the same paths", async () => {
        must(await store.saveNotCovered(["/mail", "/old"], [gap("/mail/b"), gap("/mail/a"), gap("/old")]));
        assert.deepEqual(await gaps(), ["/mail/a", "/mail/b", "/old"]);
        must(await store.saveNotCovered(["/mail"], [gap("/mail/c")]));
        assert.deepEqual(await gaps(), ["/mail/c", "/old"]);
        must(await store.saveNotCovered(["/ol"], []));
        assert.deepEqual(await gaps(), ["/mail/c", "/old"], "a path is not its prefix");
        must(await store.saveNotCovered(["/"], []));
        assert.deepEqual(await gaps(), []);
      });

      test("of a source go when it is read anew", async () => {
        must(await store.beginSource(INBOX, NEW));
        must(await store.applyBatch(batchOf(INBOX, [], { notCovered: [gap(INBOX.path)] })));
        must(await store.beginSource(INBOX, { state: "grown", fingerprint: "print-1" }));
        assert.deepEqual(await gaps(), [INBOX.path], "what was read still holds");
        must(await store.beginSource(INBOX, { state: "changed", fingerprint: "print-2" }));
        assert.deepEqual(await gaps(), []);
      });

      test("of a slice go when it is read further, not between two pieces of one reading", async () => {
        must(await store.beginSource(INBOX, NEW));
        const piece = (more: Partial<Batch["slice"]>, paths: readonly string[]) =>
          store.applyBatch(batchOf(INBOX, [], { slice: sliceOf(more), notCovered: paths.map((path) => gap(path)) }));
        must(await piece({ end: 500, done: false }, ["/p/1"]));
        must(await piece({ end: 900, done: true }, ["/p/2"]));
        assert.deepEqual(await gaps(), ["/p/1", "/p/2"]);
        must(await piece({ end: 1800, done: true }, ["/p/3"]));
        assert.deepEqual(await gaps(), ["/p/3"]);
      });

      test("of a file go when it is read", async () => {
        const item = fileItemOf({ name: "m" }, "1.host:2,S");
        must(await store.beginSource(MAILDIR, NEW));
        const notCovered = [gap(item.location.path), gap(`${MAILDIR.path}/cur/2.host`)];
        must(await store.applyBatch(batchOf(MAILDIR, [], { notCovered })));
        must(await store.applyBatch(batchOf(MAILDIR, [item])));
        assert.deepEqual(await gaps(), [`${MAILDIR.path}/cur/2.host`]);
      });
    });

    describe("what is unfinished", () => {
      const state = async () => {
        const { unfinishedSources, judged } = await store.counts();
        return { unfinishedSources, judged };
      };
      /** As after a kill: nothing is said on the way out. */
      const reopen = async () => {
        await store.close();
        store = must(await place.open("write"));
      };
      const DONE = { unfinishedSources: 0, judged: true };

      test("a run that ends before its first batch leaves its source unfinished", async () => {
        must(await store.beginSource(INBOX, NEW));
        await reopen();
        assert.deepEqual(await state(), { unfinishedSources: 1, judged: true });
      });

      test("a run that ends between a batch and the judging leaves the case unjudged", async () => {
        await readSource(store, ARCHIVE, [itemOf({ name: "a" }, 0)]);
        must(await saveJudgements(store, [judgementOf("a")]));
        assert.deepEqual(await state(), DONE);
        must(await store.beginSource(INBOX, NEW));
        must(await store.applyBatch(batchOf(INBOX, [itemOf({ name: "b" }, 0)])));
        await reopen();
        assert.deepEqual(await state(), { unfinishedSources: 1, judged: false });
        must(await store.finishSource(INBOX.path));
        await reopen();
        assert.deepEqual(await state(), { unfinishedSources: 0, judged: false });
        must(await saveJudgements(store, [judgementOf("a"), judgementOf("b")]));
        await reopen();
        assert.deepEqual(await state(), DONE);
      });

      test("judging does not finish a reading", async () => {
        must(await store.beginSource(INBOX, NEW));
        must(await store.applyBatch(batchOf(INBOX, [itemOf({ name: "a" }, 0)])));
        must(await saveJudgements(store, [judgementOf("a")]));
        assert.deepEqual(await state(), { unfinishedSources: 1, judged: true });
      });

      test("an open slice of a finished source is unfinished too", async () => {
        await readSource(store, INBOX, []);
        must(await store.applyBatch(batchOf(INBOX, [], { slice: sliceOf({ end: 2000, done: false }) })));
        assert.equal((await state()).unfinishedSources, 1);
        must(await store.applyBatch(batchOf(INBOX, [], { slice: sliceOf({ end: 2000, done: true }) })));
        assert.equal((await state()).unfinishedSources, 0);
      });

      test("a batch without items changes no judgement, the end of a reading may", async () => {
        must(await store.beginSource(INBOX, NEW));
        must(await store.applyBatch(batchOf(INBOX, [])));
        assert.equal((await state()).judged, true);
        must(await store.finishSource(INBOX.path));
        assert.equal((await state()).judged, false);
      });

      test("a judging that fails leaves the case unjudged", async () => {
        await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
        function* failing(): Iterable<Judgement> {
          yield judgementOf("a");
          throw new RangeError("a bug of the producer");
        }
        await assert.rejects(saveJudgements(store, failing()), RangeError);
        assert.equal((await state()).judged, false);
      });

      test("another reader sees it while this one writes", async () => {
        const reader = must(await place.open("read"));
        try {
          must(await store.beginSource(INBOX, NEW));
          must(await store.applyBatch(batchOf(INBOX, [itemOf({ name: "a" }, 0)])));
          const { messages, unfinishedSources, judged } = await reader.counts();
          assert.deepEqual([messages, unfinishedSources, judged], [1, 1, false]);
        } finally {
          await reader.close();
        }
      });
    });

    describe("judgements", () => {
      test("replace all that were there before", async () => {
        await readSource(store, INBOX, [itemOf({ name: "a", on: "2020-01-01" }, 0), itemOf({ name: "b" }, 1)]);
        must(await saveJudgements(store, [judgementOf("a", { verdict: "hostile" }), judgementOf("b")]));
        must(await saveJudgements(store, [judgementOf("a", { verdict: "tracked" })]));
        assert.deepEqual((await store.counts()).verdicts, { clear: 0, tracked: 1, suspicious: 0, hostile: 0 });
        assert.equal((await store.message(shaOf("b")))?.judgement, null);
        assert.deepEqual(await store.months(), [
          { month: "2020-01", verdict: "tracked", trackingClass: "none", messages: 1 },
        ]);
      });

      test("stay as they were when their producer fails", async () => {
        await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
        must(await saveJudgements(store, [judgementOf("a", { verdict: "hostile" })]));
        const before = await place.dump();
        function* failing(): Iterable<Judgement> {
          yield judgementOf("a");
          throw new RangeError("a bug of the producer");
        }
        await assert.rejects(saveJudgements(store, failing()), RangeError);
        assert.equal(await place.dump(), before);
        must(await store.saveSettings({ owners: ["@office.example"] }));
      });

      test("of an unknown message are a mistake of ours", async () => {
        await assert.rejects(saveJudgements(store, [judgementOf("nowhere")]), /assertion failed/);
      });

      test("cannot be mixed with other writes", async () => {
        await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
        const producer = {
          judgements: (async function* () {
            await assert.rejects(store.saveSettings({ owners: [] }), /assertion failed/);
            yield judgementOf("a");
          })(),
          campaigns: () => [],
          people: () => [],
          owners: () => ({ addresses: [], from: "none" as const }),
          attackerWarnings: () => ({ total: 0, listed: [] }),
          targeted: () => ({ hostile: 0, suspicious: 0, loose: [] }),
        };
        must(await store.saveJudgements(producer));
      });

      test("are taken in while their producer reads 10,000 messages, in constant memory", async () => {
        must(await store.beginSource(INBOX, NEW));
        const loads = Array.from({ length: 10 }, (_, i) =>
          pixel(`https://img${i}.news.example/${"x".repeat(200)}/${i}`),
        );
        for (let start = 0; start < 10_000; start += 1000) {
          const items = Array.from({ length: 1000 }, (_, i) => itemOf({ name: `${start + i}`, loads }, start + i));
          must(await store.applyBatch(batchOf(INBOX, items)));
        }
        let inFlight = 0;
        let inFlightMax = 0;
        let judged = 0;
        const producer = async function* () {
          for await (const { record, judgement } of store.messages({})) {
            assert.equal(judgement, null, "the producer sees the case as it was");
            inFlightMax = Math.max(inFlightMax, ++inFlight);
            judged += 1;
            yield { ...judgementOf("x"), sha256: record.sha256, verdict: "tracked" as const };
            inFlight -= 1;
            if (judged === 5000) assert.equal((await store.counts()).verdicts.tracked, 0, "nothing is half replaced");
          }
        };
        const nothing = {
          campaigns: () => [],
          people: () => [],
          owners: () => ({ addresses: [], from: "none" as const }),
          attackerWarnings: () => ({ total: 0, listed: [] }),
          targeted: () => ({ hostile: 0, suspicious: 0, loose: [] }),
        };
        must(await store.saveJudgements({ judgements: producer(), ...nothing }));
        assert.equal(judged, 10_000);
        assert.equal(inFlightMax, 1, "judgements are not gathered");
        assert.equal((await store.counts()).verdicts.tracked, 10_000);
      });
    });

    describe("reads beside writes", () => {
      test("an iteration sees the case as it was when it began", async () => {
        await readSource(store, INBOX, [itemOf({ name: "a" }, 0), itemOf({ name: "b" }, 1)]);
        const subjects: string[] = [];
        for await (const { record } of store.messages({})) {
          if (subjects.length === 0) {
            await readSource(store, ARCHIVE, [itemOf({ name: "c" }, 0)]);
            must(await saveJudgements(store, [judgementOf("a"), judgementOf("b"), judgementOf("c")]));
          }
          subjects.push(record.subject);
        }
        assert.deepEqual(new Set(subjects), new Set(["About a", "About b"]));
        assert.equal((await read()).length, 3);
      });

      test("an iteration may be left at any time", async () => {
        await readSource(store, INBOX, [itemOf({ name: "a" }, 0), itemOf({ name: "b" }, 1)]);
        for (let i = 0; i < 50; i++) for await (const _ of store.messages({})) break;
        const abandoned = store.messages({})[Symbol.asyncIterator]();
        await abandoned.next();
        await readSource(store, ARCHIVE, [itemOf({ name: "c" }, 0)]);
      });

      test("another reader sees whole batches while this one writes", async () => {
        await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
        const reader = must(await place.open("read"));
        try {
          assert.equal((await reader.counts()).messages, 1);
          await readSource(store, ARCHIVE, [itemOf({ name: "b" }, 0), itemOf({ name: "c" }, 1)]);
          assert.equal((await reader.counts()).messages, 3);
          await assert.rejects(reader.saveSettings({ owners: [] }), /assertion failed/);
        } finally {
          await reader.close();
        }
      });

      test("one run writes at a time", async () => {
        const second = await place.open("write");
        assert.equal(second.ok, false);
        assert.equal(!second.ok && second.error.code, "busy");
        await store.close();
        await store.close();
        store = must(await place.open("write"));
      });
    });

    test("a batch of a source that was not begun is a mistake of ours", async () => {
      await assert.rejects(store.applyBatch(batchOf(INBOX, [])), /assertion failed/);
    });
  });

  describe(`${name}: the same message with other line ends`, () => {
    const seen: MarkRecord = { origin: "maildir", flags: ["\\Seen"], labels: [] };
    const bothForms = async (store: CaseStore) => {
      await readSource(store, INBOX, [itemOf({ name: "a", on: "2020-01-01" }, 0), itemOf({ name: "b" }, 10)]);
      await readSource(store, ARCHIVE, [crlfOf("a", { on: "2020-01-01" }, 0, { marks: [seen], folder: "Old" })]);
    };

    test("is one message with the places and marks of both, and still two that were found", async () => {
      await inPlace(async (store) => {
        await bothForms(store);
        const [b, a, more] = await collect(store.messages({}));
        assert.deepEqual([b?.record.sha256, a?.record.sha256, more], [shaOf("b"), shaOf("a"), undefined]);
        assert.deepEqual(
          a?.locations.map(({ path, marks }) => [path, marks]),
          [
            [ARCHIVE.path, [seen]],
            [INBOX.path, []],
          ],
        );
        assert.deepEqual(a?.secondCopies, [{ sha256: shaOf("a CRLF"), size: 1010, locations: [a?.locations[0]] }]);
        assert.equal(b !== undefined && "secondCopies" in b, false);
        const { messages, ok, secondCopies, locations } = await store.counts();
        assert.deepEqual([messages, ok, secondCopies, locations], [3, 3, 1, 3]);
      });
    });

    test("is in every pass and listing once", async () => {
      await inPlace(async (store) => {
        await bothForms(store);
        const heads = [shaOf("a"), shaOf("b")].sort();
        const hashes = (all: readonly { readonly sha256: string }[]) => all.map(({ sha256 }) => sha256).sort();
        assert.deepEqual(hashes(await collect(store.records())), heads);
        assert.deepEqual(hashes(await collect(store.outlines({}))), heads);
        assert.deepEqual(hashes(await collect(store.outlines({ sample: 10 }))), heads);
        for (const query of [{}, { statuses: ["ok"] as const }, { address: "reader@office.example" }]) {
          assert.deepEqual(hashes((await collect(store.messages(query))).map(({ record }) => record)), heads);
        }
      });
    });

    describe("and messages put together from pieces", () => {
      const JOINED = { path: "joined:", kind: "joined", size: 0, mtimeMs: 0, folder: "" } as const;
      const grown = { state: "grown", fingerprint: "" };
      const pieceWish = (number: number) =>
        ({ status: "partial", on: "2020-01-01", piece: { id: "x", number, total: 2 } }) as const;
      /** The first piece lies with LF and with CRLF, the second with LF. */
      const pieces = async (store: CaseStore) => {
        const [p1, p2] = [1, 2].map((number) => itemOf({ name: `p${number}`, ...pieceWish(number) }, number));
        await readSource(store, INBOX, p1 === undefined || p2 === undefined ? [] : [p1, p2]);
        await readSource(store, ARCHIVE, [crlfOf("p1", pieceWish(1), 0, { marks: [seen], folder: "Old" })]);
      };
      const path = `joined:${shaOf("p1")}+${shaOf("p2")}`;
      const whole = (more: Partial<LocationRecord>, at = "key") => itemOf({ name: "whole" }, at, more);
      const wholeCrlf = (more: Partial<LocationRecord>, at = "key 2") => crlfOf("whole", {}, at, more);

      test("a piece is one, with the places of both forms", async () => {
        await inPlace(async (store) => {
          await pieces(store);
          const found = (await collect(store.pieces())).map(({ record, places }) => [
            record.sha256,
            places.map(({ source, key }) => [source.path, key]),
          ]);
          assert.deepEqual(
            new Map(found as [string, unknown][]),
            new Map<string, unknown>([
              [
                shaOf("p1"),
                [
                  [INBOX.path, "1"],
                  [ARCHIVE.path, "0"],
                ],
              ],
              [shaOf("p2"), [[INBOX.path, "2"]]],
            ]),
          );
          assert.equal(found.length, 2);
        });
      });

      test("the first place of either form comes before all others: not all are tried", async () => {
        await inPlace(async (store) => {
          await pieces(store);
          await readSource(store, INBOX, [itemOf({ name: "p1", ...pieceWish(1) }, 5)], grown);
          const first = (await collect(store.pieces())).find(({ record }) => record.sha256 === shaOf("p1"));
          assert.deepEqual(
            first?.places.map(({ key }) => key),
            ["1", "0", "5"],
          );
        });
      });

      test("either hash of a piece gives what it is a part of; that has the marks of all its places", async () => {
        await inPlace(async (store) => {
          await pieces(store);
          await readSource(store, JOINED, [whole({ path, folder: "" })], grown);
          for (const hash of [shaOf("p1"), shaOf("p1 CRLF")]) {
            assert.deepEqual((await store.message(hash))?.joinedInto, [shaOf("whole")]);
          }
          const [place] = (await store.message(shaOf("whole")))?.locations ?? [];
          assert.deepEqual([place?.folder, place?.marks], ["Old", [seen]]);
        });
      });

      test("a piece that is gone in one form has its places in the other", async () => {
        await inPlace(async (store) => {
          await pieces(store);
          await readSource(store, INBOX, [], { state: "changed", fingerprint: "print-2" });
          const first = (await collect(store.pieces())).find(({ record }) => record.sha256 === shaOf("p1"));
          assert.deepEqual(
            first?.places.map(({ source }) => source.path),
            [ARCHIVE.path],
          );
        });
      });

      // biome-ignore format: a table reads by column
      const forms: readonly (readonly [what: string, lf: "found" | "joined", crlf: "found" | "joined", counts: readonly number[], fidelity: string])[] = [
        ["both found",                 "found",  "found",  [5, 2, 0], "original"],
        ["LF joined, CRLF found",      "joined", "found",  [4, 1, 0], "original"],
        ["LF found, CRLF joined",      "found",  "joined", [4, 1, 0], "original"],
        ["both joined",                "joined", "joined", [3, 1, 1], "joined"],
      ];
      for (const [what, lf, crlf, counts, fidelity] of forms) {
        test(`the whole in both forms, ${what}: one message, found where one of them was`, async () => {
          await inPlace(async (store) => {
            await pieces(store);
            const put = async (form: typeof whole, how: "found" | "joined", source: typeof INBOX) =>
              how === "joined"
                ? readSource(store, JOINED, [form({ path, folder: "" })], grown)
                : readSource(store, source, [form({}, "90")], grown);
            await put(wholeCrlf, crlf, ARCHIVE);
            await put(whole, lf, INBOX);
            const { messages, ok, partial, secondCopies, joined } = await store.counts();
            assert.deepEqual([messages, secondCopies, joined], counts);
            assert.equal(ok + partial, messages);
            const all = await collect(store.messages({}));
            assert.equal(all.length, messages + joined - secondCopies, "as many as have a verdict");
            for (const hash of [shaOf("whole"), shaOf("whole CRLF")]) {
              const stored = await store.message(hash);
              assert.deepEqual([stored?.record.sha256, stored?.record.fidelity], [shaOf("whole"), fidelity]);
              assert.equal(stored?.locations.length, 2);
            }
            assert.deepEqual(
              (await store.message(shaOf("p2")))?.joinedInto,
              [lf, crlf].includes("joined") ? [shaOf("whole")] : [],
            );
          });
        });
      }

      test("what was put together goes, the other form stays and is a message by itself", async () => {
        await inPlace(async (store) => {
          await pieces(store);
          await readSource(store, ARCHIVE, [wholeCrlf({}, "90")], grown);
          await readSource(store, JOINED, [whole({ path, folder: "" })], grown);
          must(await store.applyBatch(batchOf(JOINED, [], { dropped: ["key"] })));
          assert.equal((await store.message(shaOf("whole CRLF")))?.record.sha256, shaOf("whole CRLF"));
          const { messages, secondCopies, joined } = await store.counts();
          assert.deepEqual([messages, secondCopies, joined], [4, 1, 0]);
        });
      });
    });

    test("either hash gives it", async () => {
      await inPlace(async (store) => {
        await bothForms(store);
        const byHead = await store.message(shaOf("a"));
        assert.deepEqual(await store.message(shaOf("a CRLF")), byHead);
        assert.deepEqual(await store.message(shaOf("a CRLF").slice(0, 16)), byHead);
        assert.equal(byHead?.record.sha256, shaOf("a"));
      });
    });

    test("alone, the one with CRLF is a message like others", async () => {
      await inPlace(async (store) => {
        await readSource(store, ARCHIVE, [crlfOf("a", {}, 0)]);
        assert.deepEqual(
          (await collect(store.records())).map(({ sha256 }) => sha256),
          [shaOf("a CRLF")],
        );
        assert.equal((await store.counts()).secondCopies, 0);
      });
    });

    test("a message that was read before line ends were looked at is found when it is read again", async () => {
      await inPlace(async (store) => {
        await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
        const { lineSha256: _, ...before } = crlfOf("a", {}, 0);
        await readSource(store, ARCHIVE, [before]);
        assert.equal((await store.counts()).secondCopies, 0);
        await readSource(store, ARCHIVE, [crlfOf("a", {}, 0)]);
        assert.equal((await store.counts()).secondCopies, 1);
      });
    });

    // biome-ignore format: a table reads by column
    const differences: readonly (readonly [what: string, wish: Omit<RecordWish, "name">])[] = [
      ["a load",   { loads: [pixel("https://img.news.example/p.png?u=abc")], loadCount: 1 }],
      ["a reader", { deliveredTo: ["other@office.example"] }],
      ["how far it was read", { status: "partial" }],
      ["a word that is shown", { content: { preview: "Hello" } }],
    ];
    for (const [what, wish] of differences) {
      test(`stays apart when reading found another thing: ${what}`, async () => {
        await inPlace(async (store) => {
          await readSource(store, INBOX, [itemOf({ name: "a" }, 0)]);
          await readSource(store, ARCHIVE, [crlfOf("a", wish, 0)]);
          assert.equal((await collect(store.records())).length, 2);
          assert.equal((await store.counts()).secondCopies, 0);
        });
      });
    }

    test("what is of the bytes or of the place keeps nothing apart", async () => {
      await inPlace(async (store) => {
        const load = pixel("https://img.news.example/p.png?u=abc");
        await readSource(store, INBOX, [itemOf({ name: "a", loads: [load] }, 0)]);
        const there = { loads: [{ ...load, span: { start: 50, end: 60 } }], problems: [{ code: "emlx.byte-count" }] };
        await readSource(store, ARCHIVE, [crlfOf("a", there, 0)]);
        assert.equal((await store.counts()).secondCopies, 1);
      });
    });

    test("a half-written tail that grew is no copy of anything any more", async () => {
      await inPlace(async (store) => {
        await bothForms(store);
        must(await store.applyBatch(batchOf(INBOX, [itemOf({ name: "a grown" }, 0)])));
        assert.deepEqual(
          (await collect(store.records())).map(({ sha256 }) => sha256).sort(),
          ["a grown", "a CRLF", "b"].map(shaOf).sort(),
        );
        assert.equal((await store.message(shaOf("a CRLF")))?.record.sha256, shaOf("a CRLF"));
        assert.equal((await store.counts()).secondCopies, 0);
      });
    });

    test("the place that is gone is shown while nothing else is", async () => {
      await inPlace(async (store) => {
        await bothForms(store);
        await readSource(store, INBOX, [itemOf({ name: "c" }, 0)], { state: "changed", fingerprint: "print-2" });
        const left = await store.message(shaOf("a"));
        assert.deepEqual(
          left?.locations.map(({ path }) => path),
          [ARCHIVE.path],
        );
        await readSource(store, ARCHIVE, [itemOf({ name: "d" }, 0)], { state: "changed", fingerprint: "print-2" });
        const gone = await store.message(shaOf("a"));
        assert.deepEqual(
          gone?.locations.map(({ path }) => path),
          [ARCHIVE.path, INBOX.path],
        );
      });
    });
  });

  describe(`${name}: properties`, () => {
    test("reading where no case is: missing, and the command that makes one is named", async () => {
      const place = await createPlace();
      const opened = await place.open("read");
      assert.equal(opened.ok, false);
      assert.equal(!opened.ok && opened.error.code, "missing");
      assert.match(opened.ok ? "" : opened.error.message, /scan PATH/);
      await place.remove();
    });

    test("any record comes back as it was", async () => {
      await inPlace(async (store) => {
        must(await store.beginSource(INBOX, NEW));
        let count = 0;
        await fc.assert(
          fc.asyncProperty(anyRecord, async (any) => {
            // The first record of a hash holds, so each has its own.
            const record = { ...any, sha256: shaOf(String(count++)) };
            must(await store.applyBatch(batchOf(INBOX, [itemOf(record, record.sha256)])));
            assert.deepEqual((await store.message(record.sha256))?.record, record);
            const [outline] = (await collect(store.outlines({}))).filter(({ sha256 }) => sha256 === record.sha256);
            assert.deepEqual(outline, outlineOf(record));
          }),
          { numRuns: RUNS },
        );
      });
    });

    test("the order of sources with the same mail in CRLF and in LF, read twice or not, does not show", async () => {
      const sources = [INBOX, ARCHIVE, MAILDIR] as const;
      const items = [
        [itemOf({ name: "a", subject: "one", messageId: "one" }, 0), itemOf({ name: "b" }, 10)],
        [crlfOf("a", { subject: "one", messageId: "one" }, 0), crlfOf("c", {}, 10)],
        [fileItemOf({ name: "c", size: 990 }, "1.host:2,S"), fileItemOf({ name: "b" }, "2.host:2,")],
      ] as const;
      const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
      const dumps = new Set<string>();
      await fc.assert(
        fc.asyncProperty(order, fc.array(fc.nat(2), { maxLength: 2 }), async (first, again) => {
          await inPlace(async (store, place) => {
            for (const source of sources) must(await store.beginSource(source, NEW));
            for (const index of [...first, ...again]) {
              must(await store.applyBatch(batchOf(sources[index] ?? INBOX, items[index] ?? [])));
            }
            for (const source of sources) must(await store.finishSource(source.path));
            dumps.add(await place.dump());
            assert.deepEqual(
              (await collect(store.outlines({}))).map(({ sha256 }) => sha256),
              [..."abc"].map(shaOf).sort(),
            );
            assert.equal((await store.counts()).secondCopies, 2);
          });
          assert.equal(dumps.size, 1);
        }),
        { numRuns: Math.min(RUNS, 15) },
      );
    });

    test("the order of batches, and applying some twice, does not show", async () => {
      const order = fc.shuffledSubarray([...BATCHES.keys()], { minLength: BATCHES.length });
      const dumps = new Set<string>();
      await fc.assert(
        fc.asyncProperty(order, fc.array(fc.nat(BATCHES.length - 1), { maxLength: 4 }), async (first, again) => {
          await inPlace(async (store, place) => {
            for (const source of [INBOX, ARCHIVE, MAILDIR]) must(await store.beginSource(source, NEW));
            for (const index of [...first, ...again])
              must(await store.applyBatch(BATCHES[index] ?? batchOf(INBOX, [])));
            for (const source of [MAILDIR, INBOX, ARCHIVE]) must(await store.finishSource(source.path));
            dumps.add(await place.dump());
          });
          assert.equal(dumps.size, 1);
        }),
        { numRuns: Math.min(RUNS, 15) },
      );
      assert.match([...dumps][0] ?? "", /About m5/);
    });
  });
}

/** The message `name` with CRLF: the hash and the size are its own, the rest is as wished for the one with LF. */
function crlfOf(name: string, wish: Omit<RecordWish, "name">, at: number | string, more: Partial<LocationRecord> = {}) {
  const record = recordOf({ name, size: 1010, ...wish, sha256: shaOf(`${name} CRLF`) });
  return { ...itemOf(record, at, more), lineSha256: shaOf(name) };
}

/** Batches of one reading of three sources; messages lie in several places, and slices come in pieces. */
const BATCHES: readonly Batch[] = [
  batchOf(INBOX, [itemOf({ name: "m1", on: "2020-01-01" }, 0), itemOf({ name: "m2" }, 10)], {
    slice: sliceOf({ done: false }),
  }),
  batchOf(INBOX, [itemOf({ name: "m3", loads: [pixel("https://a.b.example/x")] }, 20)], {
    slice: sliceOf({ atSourceEnd: true }),
  }),
  batchOf(INBOX, [itemOf({ name: "m1", on: "2020-01-01" }, 1010)], {
    slice: sliceOf({ start: 1000, end: 2000 }),
    notCovered: [{ path: INBOX.path, code: "truncated", message: "Its end is missing." }],
  }),
  batchOf(ARCHIVE, [itemOf({ name: "m2" }, 0), itemOf({ name: "m4", claims: { dkimDomains: ["b.example"] } }, 10)]),
  batchOf(MAILDIR, [fileItemOf({ name: "m3", loads: [pixel("https://a.b.example/x")] }, "1.host:2,S")]),
  batchOf(MAILDIR, [fileItemOf({ name: "m5", to: ["x@y.example", "x@y.example"] }, "2.host:2,")], {
    slice: sliceOf({ start: 1, end: 2 }),
    notCovered: [{ path: `${MAILDIR.path}/cur/3.host`, code: "permission", message: "It may not be read." }],
  }),
];

function shaWith(start: string) {
  return recordSha(start.padEnd(64, "7"));
}

function recordSha(hex: string) {
  return hex as ReturnType<typeof shaOf>;
}
