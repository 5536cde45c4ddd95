/** Campaigns of one case as mail and decisions come: names last, what is told is told, what people decided stays. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { HandDecision } from "../../src/case/hand.ts";
import type { Campaign } from "../../src/case/judgement.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { judge } from "../../src/pipeline/judge.ts";
import type { CaseStore } from "../../src/ports/store.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { itemOf, must, readSource } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { conditions } from "../support/conditions.ts";
import { pixel, recordOf, shaOf } from "../support/record.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const READERS = ["anna@office.example", "bo@office.example"];

/** A news-like lure of two copies, with a hidden token that names its reader. */
function lure(
  name: string,
  on: string,
  { from = "digest@daily-dispatch.test", host = "t-one.test" } = {},
): MessageRecord[] {
  return READERS.map((reader) => {
    const url = `https://${host}/o.gif?m=${reader}`;
    const token = { kind: "decoded", value: reader, detail: `${reader} in plain text`, address: reader } as const;
    return recordOf({
      name: `${name} ${reader}`,
      from,
      to: [reader],
      on,
      subject: `Parliament and rights ${name}`,
      loads: [pixel(url, { token })],
      loadCount: 1,
      claims: { from: [{ name: `News ${from.slice(from.indexOf("@") + 1)}`, address: from }], messageIdDomain: "" },
      content: { newsPersona: 'domain ends in "dispatch"', textPrint: name },
    });
  });
}

class Case {
  readonly #store: CaseStore;
  #sources = 0;

  constructor(store: CaseStore) {
    this.#store = store;
  }

  async scan(records: readonly MessageRecord[]): Promise<readonly Campaign[]> {
    this.#sources += 1;
    const source = { path: `/mail/${this.#sources}.mbox`, kind: "mbox", size: 9, mtimeMs: 1, folder: "In" } as const;
    await readSource(
      this.#store,
      source,
      records.map((record, index) => itemOf(record, index)),
    );
    return this.judge([]);
  }

  async judge(byHand: readonly HandDecision[]): Promise<readonly Campaign[]> {
    must(await this.#store.saveSettings({ owners: ["@office.example"], byHand }));
    must(await judge(this.#store, conditions));
    return this.#store.campaigns();
  }
}

async function inCase(work: (one: Case) => Promise<void>): Promise<void> {
  const folder = temporaryFolder();
  const store = must(await openCase(join(folder, "case"), { mode: "write", registrableDomain }));
  try {
    await work(new Case(store));
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

test("an id survives growth, also by earlier mail and by a changed sender with the same tracker", () =>
  inCase(async (one) => {
    const [first] = await one.scan(lure("second", "2020-05-01"));
    assert.equal(first?.messages.length, 2);
    await one.scan(lure("first", "2018-02-01"));
    const [grown, ...others] = await one.scan(lure("third", "2021-09-01", { from: "desk@world-gazette.test" }));
    assert.deepEqual([grown?.id, grown?.messages.length, others.length], [first?.id, 6, 0]);
    assert.equal(grown?.formerly, undefined);
    assert.ok(grown?.facts.some((fact) => /^it came in 3 mailings; the longest pause .* is about 2 years$/.test(fact)));
  }));

test("two that become one say so, and what people cut apart stays apart", () =>
  inCase(async (one) => {
    const other = { from: "desk@world-gazette.test", host: "t-two.test" };
    const two = await one.scan([...lure("first", "2018-02-01"), ...lure("second", "2020-05-01", other)]);
    assert.equal(two.length, 2);
    const [a, b] = two.map(({ id, messages }) => ({ campaign: id, messages }));
    assert.ok(a && b);
    const [joined, ...more] = await one.judge([{ what: "join", a, b }]);
    assert.equal(more.length, 0);
    assert.equal(joined?.messages.length, 4);
    assert.equal(joined?.formerly?.[0]?.how, "joined");
    assert.ok(joined?.facts.some((fact) => / of an earlier judging is part of it$/.test(fact)));
    assert.ok(joined?.links.some(({ kind }) => kind === "by-hand"));
    const apart = await one.judge([]);
    assert.deepEqual(new Set(apart.flatMap(({ id }) => id)).size, 2);
    assert.ok(apart.some(({ formerly }) => formerly?.some(({ how }) => how === "split")));
  }));

test("a message that is taken out by hand is in no campaign then, at every judging", () =>
  inCase(async (one) => {
    const [whole] = await one.scan([...lure("first", "2018-02-01"), ...lure("second", "2020-05-01")]);
    assert.equal(whole?.messages.length, 4);
    const out = shaOf(`second ${READERS[0]}`);
    const rest = (whole?.messages ?? []).filter((sha256) => sha256 !== out);
    const cut: HandDecision = {
      what: "cut",
      a: { campaign: null, messages: [out] },
      b: { campaign: whole?.id ?? "", messages: rest },
    };
    for (let round = 0; round < 2; round += 1) {
      const [left] = await one.judge([cut]);
      assert.deepEqual([left?.id, left?.messages], [whole?.id, rest]);
    }
  }));

test("a message that nothing ties is of interest once people join it", () =>
  inCase(async (one) => {
    const letter = recordOf({ name: "letter", from: "friend@elsewhere.example", to: [...READERS], on: "2019-01-01" });
    const [first] = await one.scan([...lure("first", "2018-02-01"), letter]);
    assert.equal(first?.messages.length, 2);
    const join: HandDecision = {
      what: "join",
      a: { campaign: null, messages: [letter.sha256] },
      b: { campaign: first?.id ?? "", messages: first?.messages ?? [] },
    };
    const [joined] = await one.judge([join]);
    assert.deepEqual([joined?.id, joined?.messages.length], [first?.id, 3]);
  }));
