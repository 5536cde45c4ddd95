/** Mail in the owner's name: the classic trick is mail from the owner to the owner, and no forger is excused by what he writes or by what nobody recorded. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseAuthenticationResults } from "../../src/auth/authentication-results.ts";
import { outlineOf } from "../../src/case/outline.ts";
import type { LocationRecord, MarkRecord } from "../../src/case/record.ts";
import { isUnsent, ownership, ownershipByOutline } from "../../src/pipeline/ownership.ts";
import type { CaseStore } from "../../src/ports/store.ts";
import { judgedCase } from "../support/judged-case.ts";
import { pixel, type RecordWish, recordOf } from "../support/record.ts";

const ANNA = "anna@office.example";
const owner = { owners: new Set([ANNA]), servers: [] };

const place = (folder: string, marks: readonly MarkRecord[] = []): LocationRecord => ({
  ...{ path: "/mail/all.mbox", offset: 0, length: 10 },
  folder,
  marks,
});
const labelled = (origin: MarkRecord["origin"]): MarkRecord => ({ origin, flags: [], labels: ["Sent"] });
const results = (text: string) => parseAuthenticationResults(`mx.office.example; ${text}`, 0);

describe("whose is mail in the owner's name", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, wish: Omit<RecordWish, "name">, at: LocationRecord, whose: string])[] = [
    ["no server took it",                        {}, place("Inbox"), "own"],
    ["taken, and nothing recorded",              { received: true }, place("Inbox"), "unvouched"],
    ["the same among the sent mail",             { received: true }, place("Sent Items"), "own"],
    ["the same labelled by the provider",        { received: true }, place("All Mail", [labelled("gmail")]), "own"],
    ["the same labelled by a field of anybody's", { received: true }, place("Inbox", [labelled("status")]), "unvouched"],
    ["in a folder that begins alike",            { received: true }, place("Sentencing"), "unvouched"],
    ["in a folder of what others sent in",        { received: true }, place("sent in by members"), "unvouched"],
    ["below a folder of that name",              { received: true }, { ...place("Inbox"), path: "/cases/sent in by members/mail/Sent/1.eml" }, "unvouched"],
    ["among the sent mail of a year",            { received: true }, place("INBOX.Sent-2019"), "own"],
    ["among the sent mail that was put by",      { received: true }, place("Sent Items Archive"), "own"],
    ["sent mail in another language",            { received: true }, place("Anna/Gesendete Elemente"), "own"],
    ["what others sent, in another language",    { received: true }, place("Envoyés par les membres"), "unvouched"],
    ["it passed",                                { received: true, auth: results("dkim=pass header.d=office.example") }, place("Inbox"), "own"],
    ["it failed",                                { received: true, auth: results("dmarc=fail header.from=office.example") }, place("Inbox"), "forged"],
    ["a stranger's pass",                        { received: true, auth: results("spf=pass smtp.mailfrom=evil.test") }, place("Inbox"), "forged"],
    ["results that a forger brought along",      { received: true, auth: parseAuthenticationResults("i=1; a.test; dkim=pass header.d=office.example", 0, "arc-") }, place("Inbox"), "unvouched"],
  ];
  for (const [what, wish, at, whose] of cases) {
    test(what, async () => {
      const record = recordOf({ name: "m", from: ANNA, to: [ANNA], on: "2021-03-01", ...wish });
      const store = { message: async () => ({ record, judgement: null, locations: [at] }) } as unknown as CaseStore;
      assert.equal(await ownership(store, record, owner), whose);
      assert.equal(await ownershipByOutline(store, outlineOf(record), owner), whose);
    });
  }
});

describe("what lies among drafts alone was sent to nobody", () => {
  const draft = (origin: MarkRecord["origin"]): MarkRecord => ({ origin, flags: ["\\Draft", "\\Seen"], labels: [] });
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, at: readonly LocationRecord[], unsent: boolean])[] = [
    ["in the folder",              [place("Drafts")], true],
    ["below the folder",           [place("anna/Drafts/cur")], true],
    ["in another language",        [place("Anna/Entwürfe")], true],
    ["marked where it lies",       [place("Inbox", [draft("maildir")])], true],
    ["sent, and left among them",  [place("Drafts"), place("Sent")], false],
    ["sent",                       [place("Sent")], false],
    ["a folder that begins alike", [place("Drafts of the law")], false],
    ["it lies nowhere any more",   [], false],
  ];
  for (const [what, locations, unsent] of cases) {
    test(what, async () => {
      const record = recordOf({ name: "m", from: ANNA });
      const store = { message: async () => ({ record, judgement: null, locations }) } as unknown as CaseStore;
      assert.equal(await isUnsent(store, record), unsent);
    });
  }
});

describe("whom a forger writes to in the owner's name", () => {
  const token = { kind: "decoded", value: "bXA", detail: "base64 of the address", address: ANNA } as const;
  const lure = recordOf({
    ...{ name: "lure", from: "desk@outlet.test", to: [ANNA], on: "2021-03-05", received: true },
    content: { newsPersona: 'display name says "dispatch"' },
    loads: [pixel("https://t.outlet.test/o/bXA", { token })],
  });
  const classAfter = async (taken: Pick<RecordWish, "received">) => {
    const bait = { name: "bait", from: ANNA, to: ["desk@outlet.test"], deliveredTo: [ANNA], on: "2021-03-01" };
    const judged = await judgedCase([recordOf({ ...bait, ...taken }), lure], [ANNA]);
    return judged.get(lure.sha256)?.trackingClass;
  };
  test("is a stranger still", async () => assert.equal(await classAfter({ received: true }), "covert"));
  test("whom the owner wrote to is none", async () => assert.equal(await classAfter({}), "unexplained"));
});
