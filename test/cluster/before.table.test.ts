import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { describe, test } from "node:test";
import type { EpochMs } from "../../src/base/brand.ts";
import { CorrespondentBook } from "../../src/cluster/correspondents.ts";
import { ThemeBook } from "../../src/cluster/day-themes.ts";
import { ProfileBook, type ProfiledMail } from "../../src/cluster/profiles.ts";
import { answersBySubject, baseSubject, ThreadBook } from "../../src/cluster/threads.ts";

const at = (day: number, hour = 9): EpochMs => Date.UTC(2024, 0, day, hour) as EpochMs;
const mail = (from: string, date: EpochMs | null, mailer = ""): ProfiledMail => ({ date, from, mailer });
const key = (id: string): string => hash("sha256", id.replace(/[<>]/g, "").toLowerCase(), "hex").slice(0, 13);

describe("profiles", () => {
  test("nobody was heard of", () => {
    const { received, sent, firstReceived } = new ProfileBook().of("jane@rivertown.example");
    assert.deepEqual([received, sent, firstReceived], [0, 0, null]);
  });

  test("address and domain are counted, days once", () => {
    const book = new ProfileBook();
    book.addReceived(mail("jane@rivertown.example", at(1)));
    book.addReceived(mail("jane@rivertown.example", at(1, 15)));
    book.addReceived(mail("sam@mail.rivertown.example", at(3)));
    book.addReceived(mail("sam@mail.rivertown.example", null));
    const domain = book.of("rivertown.example");
    assert.deepEqual(
      [domain.received, domain.receivedDays, domain.firstReceived, domain.lastReceived],
      [4, 2, at(1), at(3)],
    );
    assert.equal(book.of("jane@rivertown.example").received, 2);
    assert.equal(book.of("mail.rivertown.example").received, 2);
    assert.deepEqual(book.keys("received", "address"), ["jane@rivertown.example", "sam@mail.rivertown.example"]);
    assert.deepEqual(book.keys("received", "domain"), ["rivertown.example", "mail.rivertown.example"]);
    assert.deepEqual(book.keys("sent", "address"), []);
    assert.equal(book.count("received"), 4);
  });

  test("whom the owner wrote to, and what became of earlier mail", () => {
    const book = new ProfileBook();
    book.addSent({ date: at(2), to: ["jane@rivertown.example"] });
    book.note("jane@rivertown.example", "harmless");
    const { sent, firstSent, anyHarmless, anyHostile } = book.of("jane@rivertown.example");
    assert.deepEqual([sent, firstSent, anyHarmless, anyHostile], [1, at(2), true, false]);
    assert.equal(book.isSolicited("sam@rivertown.example"), true);
    assert.equal(book.isSolicited("sam@attacker.test"), false);
  });

  test("strangers who share a provider are no solicited ones", () => {
    const book = new ProfileBook();
    book.addSent({ date: at(2), to: ["jane@gmail.com"] });
    assert.equal(book.isSolicited("jane@gmail.com"), true);
    assert.equal(book.isSolicited("other@gmail.com"), false);
  });

  test("hours and programs, once there is a habit", () => {
    const book = new ProfileBook();
    const jane = "jane@rivertown.example";
    assert.equal(book.habitFit(mail(jane, at(1))).unusualHour, null);
    for (let day = 1; day <= 12; day += 1) book.addReceived(mail(jane, at(day, 9), "Harbour Mail 3.1"));
    const usual = book.habitFit(mail(jane, at(13, 10), "Harbour Mail 3.2"));
    assert.deepEqual([usual.unusualHour, usual.unusualMailer], [false, false]);
    const odd = book.habitFit(mail(jane, at(13, 2), "Bulk Sender"));
    assert.deepEqual([odd.unusualHour, odd.unusualMailer], [true, true]);
    assert.ok((usual.perMonth ?? 0) > 20);
  });

  test("midnight has neighbours", () => {
    const book = new ProfileBook();
    const jane = "jane@rivertown.example";
    for (let day = 1; day <= 12; day += 1) book.addReceived(mail(jane, at(day, 23)));
    assert.equal(book.habitFit(mail(jane, at(14, 0))).unusualHour, false);
    assert.equal(book.habitFit(mail(jane, at(14, 1))).unusualHour, true);
  });
});

describe("threads", () => {
  const book = new ThreadBook();
  book.add({
    messageId: "<one@rivertown.example>",
    subject: "[club] The harbour plan",
    parties: ["jane@rivertown.example"],
  });
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [subject: string, from: string, references: readonly string[], state: string])[] = [
    ["Lunch",                      "jane@rivertown.example", [],                            "none"],
    ["Fwd: Lunch",                 "jane@rivertown.example", [],                            "none"],
    ["Re: The harbour plan",       "jane@rivertown.example", ["<one@rivertown.example>"],   "known"],
    ["AW: Something else",         "x@attacker.test",        ["ONE@rivertown.example"],     "known"],
    ["Re: The harbour plan",       "jane@rivertown.example", [],                            "subject"],
    ["RE: AW: the  harbour PLAN",  "sam@rivertown.example",  ["<lost@x.test>"],             "subject"],
    ["Re: The harbour plan",       "x@attacker.test",        [],                            "bare"],
    ["Re: Invoice",                "x@attacker.test",        ["<made-up@x.test>"],          "unknown-ids"],
    ["回复: 发票",                  "x@attacker.test",        [],                            "bare"],
  ];
  for (const [subject, from, references, state] of cases) {
    test(`${subject} from ${from} → ${state}`, () => {
      const answers = references.map(key);
      assert.equal(book.stateOf({ subject, parties: [from], isReply: answers.length > 0, answers }), state);
    });
  }
  test("ids that were not kept", () => {
    const parties = ["x@attacker.test"];
    assert.equal(book.stateOf({ subject: "Re: Invoice", parties, isReply: true, answers: [] }), null);
    assert.equal(book.stateOf({ subject: "Invoice", parties, isReply: false, answers: [] }), "none");
  });
  test("bases and marks", () => {
    assert.equal(baseSubject("Re: [club] Re[2]: Fwd:  Plan"), "plan");
    assert.equal(baseSubject("Regarding: Plan"), "regarding: plan");
    assert.deepEqual(["Re: a", "RE : a", "Fwd: a", "Real: a", ""].map(answersBySubject), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("correspondents", () => {
  const known = (): CorrespondentBook => {
    const book = new CorrespondentBook();
    for (const day of [1, 2, 5])
      book.add({ name: "Jane Roe", address: "jane@meadowlark.example", date: at(day), aligned: true });
    return book;
  };

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, address: string, played: string | null])[] = [
    ["Jane Roe",    "jane.roe@gmail.com",        "jane@meadowlark.example"],
    ["Roe, Jane",   "x@attacker.test",           "jane@meadowlark.example"],
    ["JANE ROÉ",    "x@attacker.test",           "jane@meadowlark.example"],
    ["Jane Roe",    "jane@meadowlark.example",   null],
    ["Jane",        "x@attacker.test",           null],
    ["Jane Doe",    "x@attacker.test",           null],
    ["",            "x@attacker.test",           null],
  ];
  for (const [name, address, played] of cases) {
    test(`${name} <${address}>`, () =>
      assert.equal(known().playedBy({ name, address, date: at(9) })?.address ?? null, played));
  }

  test("one letter of a stranger is no correspondence; one that the owner wrote to is", () => {
    const book = new CorrespondentBook();
    const played = () => book.playedBy({ name: "Sam Poe", address: "x@a.test", date: at(9) });
    book.add({ name: "Sam Poe", address: "sam@northgate.example", date: at(1), aligned: null });
    assert.equal(played(), null);
    book.addWrittenTo("Sam Poe", "sam@northgate.example", at(2));
    assert.deepEqual(played(), { address: "sam@northgate.example", name: "Sam Poe", isWrittenTo: true });
  });

  test("a name that many known addresses bear is a role; strangers make no name common", () => {
    const book = known();
    const hosts = ["a.test", "b.test", "c.test", "d.test"];
    for (const host of hosts) book.add({ name: "Jane Roe", address: `x@${host}`, date: at(6), aligned: null });
    const played = () => book.playedBy({ name: "Jane Roe", address: "x@attacker.test", date: at(9) });
    assert.equal(played()?.address, "jane@meadowlark.example");
    for (const host of hosts) book.addWrittenTo("Jane Roe", `x@${host}`, at(7));
    assert.equal(played(), null);
  });

  test("their own domain, and an address with weeks of history, are theirs", () => {
    const book = known();
    const played = (address: string, day: number) => book.playedBy({ name: "Jane Roe", address, date: at(day) });
    assert.equal(played("j.roe@mail.meadowlark.example", 9), null);
    book.add({ name: "Jane Roe", address: "jane@second.test", date: at(10), aligned: null });
    assert.equal(played("jane@second.test", 20)?.address, "jane@meadowlark.example");
    assert.equal(played("jane@second.test", 25), null);
  });

  test("whom the owner answered is still new for two weeks", () => {
    const book = known();
    book.add({ name: "Jane Roe", address: "jane@attacker.test", date: at(10), aligned: null });
    book.addWrittenTo("Jane Roe", "jane@attacker.test", at(11));
    const played = book.playedBy({ name: "Jane Roe", address: "jane@attacker.test", date: at(12) });
    assert.equal(played?.address, "jane@meadowlark.example");
  });

  test("an address that writes for many people is a service's", () => {
    const book = known();
    for (const name of ["Ann Poe", "Sam Poe", "Lin Doe", "Ada Poe"])
      book.add({ name, address: "notice@service.test", date: at(6), aligned: true });
    assert.equal(book.playedBy({ name: "Jane Roe", address: "notice@service.test", date: at(9) }), null);
  });

  test("a domain made to be taken for one that the owner wrote to", () => {
    const book = known();
    assert.equal(book.resembled("meadowlark-login.test"), null);
    book.addWrittenTo("", "jane@meadowlark.example", at(6));
    assert.equal(book.resembled("meadowIark.example".toLowerCase())?.how, "homograph");
    assert.equal(book.resembled("meadowlark-login.test")?.how, "lure-word");
    assert.equal(book.resembled("www.meadowlark.example"), null);
  });

  test("long standing: half a year of aligned passes, and never without", () => {
    const isLong = (aligned: boolean | null, name = "The Herald", named = "The Herald"): boolean => {
      const book = new CorrespondentBook();
      for (let month = 0; month < 8; month += 1)
        book.add({
          name: month < 7 ? "The Herald" : named,
          address: "news@herald.example",
          date: Date.UTC(2024, month, 5) as EpochMs,
          aligned: month === 3 ? aligned : true,
        });
      return book.isLongStanding({ name, address: "news@herald.example", date: Date.UTC(2024, 9, 5) as EpochMs });
    };
    assert.deepEqual([isLong(true), isLong(false), isLong(null)], [true, false, false]);
    // Evasion: a good name is not made by writing under another one, nor by one letter under it.
    assert.equal(isLong(true, "Example Bank"), false);
    assert.equal(isLong(true, "Example Bank", "Example Bank"), false);
    const at = { name: "Jane Roe", date: Date.UTC(2024, 9, 5) as EpochMs };
    assert.equal(known().isLongStanding({ ...at, address: "jane@meadowlark.example" }), false);
    assert.equal(known().isLongStanding({ ...at, address: "x@attacker.test" }), false);
  });
});

describe("theme of the day", () => {
  test("a word that several strangers share within two days", () => {
    const book = new ThemeBook();
    book.add(at(1), "a.test", "Election results");
    book.add(at(1), "a.test", "The election again");
    assert.equal(book.of(at(1), "Election news"), null);
    book.add(at(2), "b.test", "On the ELECTION");
    assert.deepEqual(book.of(at(2), "Election news"), { word: "election", senders: 2 });
    assert.equal(book.of(at(2), "The harbour opens"), null);
    assert.equal(book.of(at(4), "Election news"), null);
    assert.equal(book.of(null, "Election news"), null);
  });
});
