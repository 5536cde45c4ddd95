/** What rules learn of earlier mail when a message is judged: as of its day, twelve hours late, and nothing where the archive is too young. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EpochMs } from "../../src/base/brand.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { type Before, Past, type PastHow } from "../../src/cluster/past.ts";
import { ownDomainsOf } from "../../src/cluster/sender.ts";
import { createRecordHost } from "../../src/mdm/record-view.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import { compileRule } from "../../src/mql/check.ts";
import { evaluate, scopeOf } from "../../src/mql/evaluate.ts";
import { patternError } from "../../src/mql/patterns.ts";
import { IS_TRUE, Undetermined, type Value } from "../../src/mql/value.ts";
import { ownerOf, PastKnowledge } from "../../src/pipeline/knowledge-of.ts";
import { plain, valueAt } from "../support/model.ts";
import { type RecordWish, recordOf } from "../support/record.ts";

const HOUR_MS = 3_600_000;
const owners = new Set(["mp@parliament.example"]);
const ownDomains = new Set(["parliament.example"]);

interface Letter extends RecordWish {
  /** After 1 January 2024, noon. */
  readonly day: number;
  readonly hours?: number;
  readonly sent?: PastHow["sent"];
  readonly aligned?: boolean | null;
  readonly hostile?: boolean;
}

const letter = ({ day, hours = 0, ...wish }: Letter): MessageRecord => ({
  ...recordOf({ to: ["mp@parliament.example"], on: "2024-01-01", ...wish }),
  date: (Date.UTC(2024, 0, 1, 12) + (day * 24 + hours) * HOUR_MS) as EpochMs,
});

/** Three letters of somebody else, which begin the archive. */
const begin: readonly Letter[] = [0, 1, 2].map((day) => ({ name: `begin ${day}`, from: "old@harbour.example", day }));
const jane = (day: number, more: Partial<Letter> = {}): Letter => ({
  name: `jane ${day} ${more.hours ?? 0}`,
  from: "jane@rivertown.example",
  day,
  ...more,
});
const toJane = (day: number, more: Partial<Letter> = {}): Letter => ({
  name: `to jane ${day}`,
  from: "mp@parliament.example",
  to: ["jane@rivertown.example"],
  sent: "own",
  day,
  ...more,
});

/** The last of them, with what was there before it. */
function asked(letters: readonly Letter[]): {
  readonly before: Before;
  readonly past: Past;
  readonly record: MessageRecord;
} {
  const past = new Past(owners, ownDomains);
  for (const [nth, one] of letters.entries()) {
    const record = letter(one);
    const before = past.of(record);
    if (nth === letters.length - 1) return { before, past, record };
    past.add(record, { sent: one.sent ?? "other", aligned: one.aligned ?? null }, one.hostile ?? false);
  }
  throw new Error("no letters");
}

function hostOf(letters: readonly Letter[]) {
  const { before, past, record } = asked(letters);
  const knowledge = new PastKnowledge(ownerOf({ owners, ownDomains }), past).of(before);
  return createRecordHost({ record, own: () => null, isFromOwner: false }, knowledge);
}

function profile(letters: readonly Letter[], field: string, name = "profile.by_sender"): unknown {
  const value = mailSchema.functions.get(name)?.call(hostOf(letters), [], new Map()) as Value;
  return value instanceof Undetermined ? plain(value) : plain(valueAt(value, field));
}

const NOT_KNOWN = { undetermined: ["profile"] };
const weeks = (count: number, of: (day: number) => Letter): readonly Letter[] =>
  Array.from({ length: count }, (_, nth) => of(3 + nth));

describe("profile.* when judged", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, letters: readonly Letter[], field: string, value: unknown])[] = [
    ["nobody wrote before",                 [...begin, jane(40)],                              "prevalence",              "new"],
    ["the archive is a week old",           [...begin, jane(9)],                               "prevalence",              NOT_KNOWN],
    ["thirty days are enough",              [...begin, jane(32)],                              "prevalence",              "new"],
    ["one wrong clock begins no archive",   [{ ...jane(-900), name: "stray" }, ...begin, jane(9)], "prevalence",          NOT_KNOWN],
    ["one letter before",                   [...begin, jane(20), jane(40)],                    "prevalence",              "outlier"],
    ["one letter before, known since",      [...begin, jane(20), jane(40)],                    "days_known",              20],
    ["ten copies within twelve hours",      [...begin, ...[0, 1, 2, 11].map((hours) => jane(40, { hours })), jane(40, { hours: 11.9 })], "prevalence", "new"],
    ["the first of them was a day before",  [...begin, jane(39), jane(40)],                    "prevalence",              "outlier"],
    ["just twelve hours before",            [...begin, jane(40), jane(40, { hours: 12 })],     "prevalence",              "outlier"],
    ["mail of five days",                   [...begin, ...weeks(5, jane), jane(40)],           "prevalence",              "rare"],
    ["mail of thirty days",                 [...begin, ...weeks(30, jane), jane(40)],          "prevalence",              "common"],
    ["another one of the house",            [...begin, jane(20), jane(40, { from: "sam@rivertown.example" })], "prevalence", "outlier"],
    ["a host of the house is another one",  [...begin, jane(20), jane(40, { from: "sam@news.rivertown.example" })], "prevalence", "new"],
    ["at a free provider everybody is one", [...begin, jane(20, { from: "a@gmail.com" }), jane(40, { from: "b@gmail.com" })], "prevalence", "new"],
    ["the owner never wrote",               [...begin, jane(20), jane(40)],                    "solicited",               false],
    ["the owner wrote",                     [...begin, toJane(20), jane(40)],                  "solicited",               true],
    ["the owner wrote an hour before",      [...begin, toJane(40), jane(40, { hours: 1 })],    "solicited",               false],
    ["an automatic answer is no letter",    [...begin, toJane(20, { claims: { autoSubmitted: "auto-replied" } }), jane(40)], "solicited", false],
    ["forged in the owner's name",          [...begin, toJane(20, { sent: "forged" }), jane(40)], "solicited",            false],
    ["days since the owner wrote",          [...begin, toJane(20), jane(40)],                  "days_since.last_outbound", 20],
    ["never written to",                    [...begin, jane(40)],                              "days_since.last_outbound", null],
    ["earlier mail was hostile",            [...begin, jane(20, { hostile: true }), jane(40)], "any_messages_malicious_or_spam", true],
    ["earlier mail was not",                [...begin, jane(20), jane(40)],                    "any_messages_malicious_or_spam", false],
  ];
  for (const [what, letters, field, value] of cases) {
    test(`${what}: ${field}`, () => assert.deepEqual(profile(letters, field), value));
  }
  test("by the address, and whom answers go to", () => {
    const letters = [
      ...begin,
      jane(20),
      jane(40, { claims: { replyTo: [{ name: "", address: "old@harbour.example" }] } }),
    ];
    assert.equal(profile(letters, "prevalence", "profile.by_sender_email"), "outlier");
    assert.equal(profile(letters, "prevalence", "beta.profile.by_reply_to"), "rare");
  });
});

describe("lists of history, the owner", () => {
  const holds = (rule: string): boolean => {
    const { checked } = compileRule(rule, { schema: mailSchema, problemOf: patternError, wanted: "condition" });
    assert.ok(checked !== null, rule);
    const host = hostOf([...begin, jane(10), toJane(20), jane(40, { from: "Sam@Northgate.example" })]);
    return evaluate(checked, scopeOf(checked, mailSchema, host)).mask === IS_TRUE;
  };
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [rule: string, isTrue: boolean])[] = [
    ['"jane@rivertown.example" in $recipient_emails',       true],
    ['"JANE@rivertown.example" in~ $recipient_emails',      true],
    ['"rivertown.example" in $recipient_domains',           true],
    ['"rivertown.example" in $recipient_emails',            false],
    ['"old@harbour.example" in $recipient_emails',          false],
    ['"old@harbour.example" in $sender_emails',             true],
    ['"harbour.example" in $sender_domains',                true],
    ['sender.email.email in $sender_emails',                false],
    ['any($sender_domains, . == "rivertown.example")',      true],
    ['any($recipient_emails, strings.contains(., "old"))',  false],
    ['"parliament.example" in $org_domains',                true],
    ['type.inbound',                                        true],
    ['profile.by_sender().prevalence == "new" and not profile.by_sender().solicited', true],
  ];
  for (const [rule, isTrue] of cases) test(rule, () => assert.equal(holds(rule), isTrue));

  test("no owner, and none of a provider's domain", () => {
    assert.equal(ownerOf({ owners: new Set(), ownDomains: new Set() }), null);
    const owners = new Set(["lin@gmx.net", "@party.example"]);
    const owner = ownerOf({ owners, ownDomains: ownDomainsOf(owners) });
    assert.deepEqual(owner, { addresses: ["lin@gmx.net"], domains: ["party.example"], vips: null });
  });
});

describe("first contact, habits, talks", () => {
  test("an undated message and a young archive say nothing", () => {
    const young = asked([...begin, jane(9)]).before;
    assert.deepEqual(
      [young.isFirstContact(), young.isNewSender(), young.played(), young.lookAlike()],
      [null, null, null, null],
    );
    const past = new Past(owners, ownDomains);
    assert.equal(past.of(recordOf({ name: "undated", on: null })).isFirstContact(), null);
  });
  test("what is made to look like the owner's own domain needs no archive, what differs by a slip does", () => {
    const first = (from: string) => asked([jane(9, { from })]).before.lookAlike()?.how ?? null;
    assert.equal(first("desk@par1iament.example"), "homograph");
    assert.equal(first("desk@parliament.example.portal.test"), "subdomain");
    assert.equal(first("desk@parliamment.example"), null);
    assert.equal(first("desk@parliament.example"), null);
    assert.equal(first("desk@rivertovvn.example"), null);
  });
  test("first contact is of the address, a new sender of the house", () => {
    const { before } = asked([...begin, jane(20), jane(40, { from: "sam@rivertown.example" })]);
    assert.deepEqual([before.isFirstContact(), before.isNewSender(), before.isSolicited()], [true, false, false]);
    const written = asked([...begin, toJane(20), jane(40)]).before;
    assert.deepEqual([written.isFirstContact(), written.isNewSender(), written.isSolicited()], [false, false, true]);
  });
  test("hours and programs", () => {
    const usual = weeks(20, (day) => jane(day, { claims: { mailer: "Harbour Mail 3" } }));
    const odd = asked([...begin, ...usual, jane(40, { hours: 9, claims: { mailer: "Bulk Sender" } })]).before.habit();
    assert.deepEqual([odd.unusualHour, odd.unusualMailer], [true, true]);
    const same = asked([...begin, ...usual, jane(40, { claims: { mailer: "Harbour Mail 4" } })]).before.habit();
    assert.deepEqual([same.unusualHour, same.unusualMailer], [false, false]);
  });
  test("a talk of the minute before counts; one with everybody else does not", () => {
    const said = { subject: "The harbour plan" };
    const answer = { subject: "Re: The harbour plan" };
    assert.equal(asked([...begin, toJane(40, said), jane(40, { hours: 1, ...answer })]).before.thread(), "subject");
    assert.equal(
      asked([...begin, toJane(40, said), jane(40, { hours: 1, ...answer, from: "x@attacker.test" })]).before.thread(),
      "bare",
    );
  });
});

describe("the day's theme", () => {
  test("of new senders only", () => {
    const news = (from: string): Letter => ({ name: from, from, day: 40, subject: "About the election" });
    const { before } = asked([...begin, news("a@one.test"), news("b@two.test"), news("c@three.test")]);
    assert.deepEqual(before.theme(), { word: "election", senders: 2 });
  });
});
