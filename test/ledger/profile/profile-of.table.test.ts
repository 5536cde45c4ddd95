/** What a report's words let one look for; what they deny, or do not say of mail, gives nothing. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { EpochMs } from "../../../src/base/brand.ts";
import type { TraitSign } from "../../../src/case/hunting-profile.ts";
import { profileOf } from "../../../src/ledger/profile/profile-of.ts";
import { documentOf, incident, NOTHING_STATED, party } from "./fixture.ts";

function signs(text: string): readonly string[] {
  const profile = profileOf(documentOf(text), NOTHING_STATED);
  return (profile?.traits ?? []).map(({ sign }) => worded(sign));
}

function worded(sign: TraitSign): string {
  return sign.kind === "lure" ? `lure ${sign.lure}` : sign.kind === "target" ? `target ${sign.walk}` : sign.kind;
}

// biome-ignore format: a table reads by row
const WORDS: readonly (readonly [text: string, signs: readonly string[]])[] = [
  ["The emails carried hidden tracking links.", ["opening"]],
  ["Merely opening the message was enough.", ["opening"]],
  ["Each mail held a web beacon and appeared to come from news outlets.", ["opening", "lure news"]],
  ["The senders posed as journalists in their e-mails.", ["lure news"]],
  ["Targets got mails with fake conference invitations.", ["lure invitation"]],
  ["Mails led to a fake login page.", ["lure login"]],
  ["The phishing was meant to steal credentials.", ["lure login"]],
  ["A malicious attachment came with each message.", ["lure document"]],
  ["They asked by mail for comment, building rapport over weeks.", ["lure appeal"]],
  ["Ten accounts at a mass-mail service sent the emails.", ["bulk-service"]],
  ["Messages went to work and personal accounts.", ["personal-accounts"]],
  // Denied, or not of mail.
  ["The emails carried no malicious attachments.", []],
  ["There was never a fake login page in the mails.", []],
  ["The mails came without tracking pixels.", []],
  ["Servers were found with fake login pages.", []],
  ["The ministry published a message.", []],
  ["", []],
];

describe("words of a report", () => {
  for (const [text, expected] of WORDS)
    test(text === "" ? "nothing" : text, () => assert.deepEqual(signs(text), expected));

  test("a denial in one sentence leaves the next alone", () => {
    assert.deepEqual(signs("The mails had no malicious attachments. They held tracking pixels."), ["opening"]);
  });

  test("the quote is the sentence that says it", () => {
    const text = "It began early. The emails carried hidden tracking links. Nobody knew.";
    const profile = profileOf(documentOf(text), NOTHING_STATED);
    assert.equal(profile?.traits[0]?.quote.text, "The emails carried hidden tracking links.");
  });
});

describe("statements of a report", () => {
  const from = Date.UTC(2020, 0, 1) as EpochMs;
  const until = Date.UTC(2022, 0, 1) as EpochMs;
  const later = Date.UTC(2023, 0, 1) as EpochMs;
  const mail = documentOf("They sent emails.");

  test("whom it was aimed at, each walk of life once", () => {
    const assertions = [
      incident({ targets: [party("members of parliament"), party("foreign critics")] }),
      incident({ targets: [party("lawmakers")] }),
    ];
    const profile = profileOf(mail, { ...NOTHING_STATED, assertions });
    assert.deepEqual(
      profile?.traits.map(({ sign }) => worded(sign)),
      ["target legislature", "target advocacy"],
    );
  });

  test("advice and what is denied tell of no target", () => {
    const assertions = [
      incident({ kind: "advice", targets: [party("journalists")] }),
      incident({ isNegated: true, targets: [party("the electoral system")] }),
    ];
    assert.equal(profileOf(mail, { ...NOTHING_STATED, assertions }), null);
  });

  test("the time runs from the earliest beginning to the latest end, and an open end stays open", () => {
    const words = "between 2020 and 2021";
    const closed = [
      incident({ time: { from, until, words } }),
      incident({ time: { from: until, until: later, words } }),
    ];
    const open = [...closed, incident({ time: { from, until: null, words: "since 2020" } })];
    const pixels = documentOf("They sent emails with tracking pixels.");
    const sign = (assertions: typeof closed) =>
      profileOf(pixels, { ...NOTHING_STATED, assertions })?.traits.find((one) => one.sign.kind === "time")?.sign;
    assert.deepEqual(sign(closed), { kind: "time", from, until: later });
    assert.deepEqual(sign(open), { kind: "time", from, until: null });
    assert.deepEqual(
      profileOf(mail, {
        ...NOTHING_STATED,
        assertions: [incident({ time: { from: null, until: null, words: "a decade" } })],
      }),
      null,
    );
  });

  test("techniques that mail shows are traits, others are told", () => {
    const quote = { start: 0, end: 4, text: "They", page: 0, line: 1 };
    const techniques = [
      { id: "T1598.003", name: "Spearphishing Link", quote },
      { id: "T1090", name: "Proxy", quote },
    ];
    const profile = profileOf(documentOf("They scanned."), { ...NOTHING_STATED, techniques });
    assert.deepEqual(
      profile?.traits.map(({ sign }) => sign),
      [{ kind: "technique", id: "T1598.003" }],
    );
    assert.deepEqual(profile?.beyondMail, ["Proxy (T1090) leaves no trace in mail."]);
  });
});

test("any text: quotes are verbatim and in order, each sign once", () => {
  const word = fc.constantFrom(
    "emails",
    "no",
    "tracking pixel",
    "posed as",
    "news",
    "fake login page",
    ".",
    "\n",
    "personal accounts",
    "x".repeat(400),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const document = documentOf(words.join(" "));
      const traits = profileOf(document, NOTHING_STATED)?.traits ?? [];
      for (const { quote } of traits) assert.equal(document.text.slice(quote.start, quote.end), quote.text);
      assert.deepEqual(
        traits.map(({ quote }) => quote.start),
        traits.map(({ quote }) => quote.start).toSorted((a, b) => a - b),
      );
      assert.equal(new Set(traits.map(({ sign }) => JSON.stringify(sign))).size, traits.length);
    }),
  );
});
