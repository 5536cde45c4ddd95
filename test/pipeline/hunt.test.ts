/** Indicators against a case of invented records: what is seen where, how surely, what is doubted, and how it judges. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { EpochMs, Sha256 } from "../../src/base/brand.ts";
import { limits } from "../../src/base/limits.ts";
import type { Indicator, IndicatorSighting, IntelFile } from "../../src/case/indicator.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { hunt } from "../../src/pipeline/hunt.ts";
import { judge } from "../../src/pipeline/judge.ts";
import type { CaseStore, ObservableUse } from "../../src/ports/store.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { conditions } from "../support/conditions.ts";
import { pixel, recordOf, shaOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const SOURCE = { path: "/mail/all.mbox", kind: "mbox", size: 900, mtimeMs: 1, folder: "Inbox" } as const;

function indicator(type: Indicator["type"], value: string, more: Partial<Indicator> = {}): Indicator {
  return { id: `i-${value}`, type, value, name: "", place: "line 1", from: null, until: null, groups: [], ...more };
}

function fileOf(...indicators: readonly Indicator[]): IntelFile {
  const none = { unusable: [], unusableCount: 0, tlp: "" } as const;
  return { path: "/intel/a.txt", sha256: "00", format: "text", title: "a.txt", indicators, ...none };
}

const records: readonly MessageRecord[] = [
  recordOf({
    name: "tracked",
    on: "2021-01-01",
    from: "press@news.example",
    loads: [pixel("https://img.news.example/p?u=1")],
  }),
  recordOf({
    name: "subject",
    on: "2021-01-02",
    from: "a@other.example",
    to: ["drop@other.example"],
    subject: "The strait",
  }),
  recordOf({ name: "late", on: "2022-06-01", from: "b@gone.example" }),
  recordOf({
    name: "free",
    on: "2021-01-03",
    from: "c@gmail.com",
    attached: [{ name: "Brief.doc", size: 3, sha256: "ab".repeat(32), sha1: "cd".repeat(20), md5: "ef".repeat(16) }],
  }),
];

let cases = 0;

async function withCase<T>(work: (store: CaseStore) => Promise<T>): Promise<T> {
  cases += 1;
  const store = must(await openCase(join(home, `case${cases}`), { mode: "write", registrableDomain }));
  try {
    await readSource(
      store,
      SOURCE,
      records.map((record, index) => itemOf(record, index)),
    );
    return await work(store);
  } finally {
    await store.close();
  }
}

const nameOf = (sha256: Sha256) => ["tracked", "subject", "late", "free"].find((name) => shaOf(name) === sha256) ?? "?";
const told = ({ sha256, kind, where, doubt }: IndicatorSighting) =>
  `${nameOf(sha256)} ${kind}: ${where.join(", ")}${doubt === null ? "" : ` (doubt)`}`;

describe("what is seen", () => {
  const rows: readonly (readonly [name: string, wanted: Indicator, expected: readonly string[]])[] = [
    [
      "a domain: hosts below it too",
      indicator("domain-name", "news.example"),
      ["tracked exact: remote load, domain of the sender"],
    ],
    ["a host", indicator("domain-name", "img.news.example"), ["tracked exact: remote load"]],
    ["no part of a label", indicator("domain-name", "ews.example"), []],
    ["a URL", indicator("url", "http://img.news.example/p?u=1"), ["tracked exact: remote load"]],
    ["another URL there", indicator("url", "https://img.news.example/q"), ["tracked host: host"]],
    ["an address", indicator("email-addr", "press@news.example"), ["tracked exact: sender"]],
    ["whom mail went to", indicator("email-addr", "drop@other.example"), ["subject exact: written to (doubt)"]],
    ["a subject", indicator("email-subject", "The strait"), ["subject exact: subject"]],
    ["a domain of strangers", indicator("domain-name", "gmail.com"), ["free exact: domain of the sender (doubt)"]],
    [
      "after its time",
      indicator("domain-name", "gone.example", { until: Date.UTC(2022, 0, 1) as EpochMs }),
      ["late exact: domain of the sender (doubt)"],
    ],
    [
      "a pattern",
      indicator(
        "pattern",
        "[email-message:subject LIKE '%strait' AND email-message:from_ref.value = 'a@other.example']",
      ),
      ["subject exact: pattern"],
    ],
    ["an attached file by its SHA-256", indicator("file-hash", "ab".repeat(32)), ["free exact: attached file"]],
    [
      "a pattern of a hash in capitals and more",
      indicator("pattern", `[file:hashes.'SHA-256' = '${"AB".repeat(32)}' AND email-addr:value = 'c@gmail.com']`),
      ["free exact: pattern"],
    ],
    [
      "an attached file by its MD5, in capitals",
      indicator("file-hash", "EF".repeat(16)),
      ["free exact: attached file"],
    ],
    [
      "an attached file by its name, which anybody may give",
      indicator("file-name", "brief.DOC"),
      ["free exact: name of an attached file (doubt)"],
    ],
    ["a hash that is a file's name", indicator("file-hash", "brief.doc"), []],
    [
      "a pattern over a file and its sender",
      indicator("pattern", `[file:hashes.'SHA-256' = '${"ab".repeat(32)}' AND email-addr:value = 'c@gmail.com']`),
      ["free exact: pattern"],
    ],
    [
      "a pattern over two messages",
      indicator("pattern", "[domain-name:value = 'news.example'] FOLLOWEDBY [domain-name:value = 'gone.example']"),
      ["tracked exact: pattern", "late exact: pattern"],
    ],
  ];
  for (const [name, wanted, expected] of rows) {
    test(name, () =>
      withCase(async (store) => {
        const { sightings } = await hunt(store, [fileOf(wanted)]);
        assert.deepEqual(sightings.map(told), expected);
      }),
    );
  }

  test("what an older case cannot tell is said, by kind", () =>
    withCase(async (store) => {
      const older = new Proxy(store, {
        get: (whole, key) => (key === "unhashedFiles" ? async () => true : Reflect.get(whole, key).bind(whole)),
      });
      const { notHunted, sightings } = await hunt(older, [
        fileOf(indicator("file-hash", "aa"), indicator("file-name", "x.doc")),
      ]);
      assert.deepEqual(
        [sightings.length, notHunted.map(({ type, count }) => `${type} ${count}`)],
        [0, ["file-hash 1", "file-name 1"]],
      );
    }));
});

describe("how it judges", () => {
  const verdictOf = (wanted: Indicator, name: string) =>
    withCase(async (store) => {
      const { sightings } = await hunt(store, [fileOf(wanted)]);
      must(await store.saveIndicatorSightings(sightings));
      must(await judge(store, conditions));
      const judgement = (await store.message(shaOf(name)))?.judgement;
      return `${judgement?.targeting} ${judgement?.findings.map(({ rule, severity }) => `${rule} ${severity}`).join()}`;
    });

  test("seen: hostile", async () => {
    assert.match(
      await verdictOf(indicator("email-addr", "a@other.example"), "subject"),
      /^hostile .*intel\.indicator high/,
    );
  });
  test("the host of a URL alone: suspicious", async () => {
    assert.match(await verdictOf(indicator("url", "https://img.news.example/q"), "tracked"), /intel\.indicator medium/);
  });
  test("doubted: told, and weighs nothing", async () => {
    assert.match(await verdictOf(indicator("domain-name", "gmail.com"), "free"), /^clear .*intel\.indicator info/);
  });
  test("what is no more searched for judges no more", async () => {
    await withCase(async (store) => {
      const { sightings } = await hunt(store, [fileOf(indicator("email-addr", "a@other.example"))]);
      must(await store.saveIndicatorSightings(sightings));
      must(await judge(store, conditions));
      must(await store.saveIndicatorSightings([]));
      must(await judge(store, conditions));
      assert.deepEqual((await store.message(shaOf("subject")))?.judgement?.findings, []);
    });
  });
});

describe("bounds", () => {
  const uses = (count: number): CaseStore =>
    ({
      observables: async function* () {
        yield "news.example";
      },
      observableUses: async function* (kind: string): AsyncGenerator<ObservableUse> {
        for (let at = 0; at < (kind === "host" ? count : 0); at += 1) {
          yield { value: "news.example", sha256: String(at) as Sha256, date: null, roles: 1 };
        }
      },
      records: async function* () {
        for (let at = 0; at < count; at += 1) yield records[1];
      },
      outlines: async function* () {},
    }) as unknown as CaseStore;

  test("more than sightingsMax are not kept, and that is said", async () => {
    const { sightings, isCut } = await hunt(uses(limits.sightingsMax + 1), [
      fileOf(indicator("domain-name", "news.example")),
    ]);
    assert.deepEqual([sightings.length, isCut], [limits.sightingsMax, true]);
  });

  test("what everybody uses does not crowd out what answers, wherever it stands", async () => {
    const doubted = async function* (kind: string): AsyncGenerator<ObservableUse> {
      if (kind !== "host") return;
      for (let at = 0; at < limits.sightingsMax; at += 1) {
        yield { value: "gmail.com", sha256: String(at) as Sha256, date: null, roles: 4 };
      }
      yield { value: "evil.example", sha256: "sure" as Sha256, date: null, roles: 1 };
    };
    const observables = async function* (): AsyncGenerator<string> {
      yield* ["gmail.com", "evil.example"];
    };
    const store = { ...uses(0), observables, observableUses: doubted } as unknown as CaseStore;
    const { sightings, isCut } = await hunt(store, [
      fileOf(indicator("domain-name", "gmail.com"), indicator("domain-name", "evil.example")),
    ]);
    assert.deepEqual([sightings.length, isCut], [limits.sightingsMax, true]);
    assert.ok(sightings.some(({ sha256, doubt }) => sha256 === "sure" && doubt === null));
  });

  test("a pattern that fits more than patternMessagesMax and matches none of the first is open", async () => {
    const wanted = indicator("pattern", "[email-message:subject = 'none']");
    const { notHunted } = await hunt(uses(limits.patternMessagesMax + 1), [fileOf(wanted)]);
    assert.deepEqual(
      notHunted.map(({ type, count }) => `${type} ${count}`),
      ["pattern 1"],
    );
  });
});
