import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { HandDecision, HandSide } from "../../../src/case/hand.ts";
import type { PrintRecord } from "../../../src/case/record.ts";
import { Linking } from "../../../src/cluster/linking/linking.ts";
import { observableKey } from "../../../src/cluster/linking/rarity.ts";
import { shaOf } from "../../support/record.ts";
import { groupsOf, linkingOf, type MemberWish, made, memberOf, NOBODYS, rarityOf } from "./members.ts";

const LETTER =
  "the council of the harbour towns meets again in spring and asks all members to read the annexed programme before they " +
  "answer the three questions on fishing rights and on the ferries which the ministers left open when they parted in winter";

/** What a sender's own program leaves in all of its mail. */
const WORKSHOP: Partial<PrintRecord> = {
  header: "0123456789",
  boundary: "b_h16",
  structure: "mixed(text/html b koi8-r)",
};

/** A phishing kit's: page, program and all. */
const KIT: Partial<PrintRecord> = { ...WORKSHOP, markup: "0a1b2c3d-24", tags: "4e5f6071-24" };
const KIT_CLAIMS = { mailer: "Kitmail 3" };
const named = (address: string) => [{ name: "Clara Wendt", address }];

const message = (name: string, wish: Partial<MemberWish> = {}) => memberOf({ name, ...wish });

describe("what ties two messages", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, one: Partial<MemberWish>, other: Partial<MemberWish>, isTied: boolean])[] = [
    ["nothing",                            {},                                     {},                                     false],
    ["a tracker's domain",                 { tracker: "t.test" },                  { tracker: "t.test" },                  true],
    ["a sender's domain",                  { from: "a@one.test", isAligned: true }, { from: "b@one.test", isAligned: true }, true],
    ["a sender that nothing was recorded of", { from: "a@one.test" },               { from: "a@one.test" },                 false],
    ["that one, once vouched for",         { from: "a@one.test" },                 { from: "a@one.test", isAligned: true }, false],
    ["that one, and where it came from",   { from: "a@one.test", print: { origin: "192.0.2.9" } }, { from: "a@one.test", print: { origin: "192.0.2.9" } }, true],
    ["a domain that both only claim",      { from: "a@one.test", isAligned: false }, { from: "a@one.test", isAligned: false }, false],
    ["a free-mail provider",               { from: "a@gmail.com" },                { from: "b@gmail.com" },                false],
    ["an account",                         { account: "mailwing/17" },             { account: "mailwing/17" },             true],
    ["an account, one passed on by ours",  { account: "mailwing/17", own: true },  { account: "mailwing/17", own: true },  false],
    ["a text",                             { content: { textPrint: "p" } },        { content: { textPrint: "p" } },        true],
    ["an attached file",                   { print: { files: ["a.doc|x/y|77aa77aa77"] } }, { print: { files: ["b.doc|x/y|77aa77aa77"] } }, true],
    ["a program alone",                    { print: WORKSHOP, claims: { mailer: "Zmail 1" } }, { print: WORKSHOP, claims: { mailer: "Zmail 1" } }, false],
    ["a program and the wording",          { print: WORKSHOP, words: LETTER },     { print: WORKSHOP, words: `dear all ${LETTER}` }, true],
    ["a program and where it came from",   { print: { ...WORKSHOP, origin: "192.0.2.9" } }, { print: { ...WORKSHOP, origin: "192.0.2.9" } }, true],
    ["the wording alone",                  { words: LETTER },                      { words: `dear all ${LETTER}` },        false],
    ["a kit alone",                        { print: KIT, claims: KIT_CLAIMS },     { print: KIT, claims: KIT_CLAIMS },     false],
    ["a kit and a name shown",             { print: KIT, claims: { ...KIT_CLAIMS, from: named("a@one.test") } }, { print: KIT, claims: { ...KIT_CLAIMS, from: named("b@two.test") } }, false],
    ["a kit and a rented network",         { print: { ...KIT, origin: "192.0.2.9" } }, { print: { ...KIT, origin: "192.0.2.7" } }, false],
    ["a kit and the wording",              { print: KIT, words: LETTER },          { print: KIT, words: `dear all ${LETTER}` }, true],
    ["a sender's domain that trackers lie at", { from: "a@one.test", isAligned: true }, { tracker: "one.test" },            true],
    ["one that it only claims",            { from: "a@one.test", isAligned: false }, { tracker: "one.test" },              false],
    ["a tracker's domain that answers go to", { tracker: "one.test" },             { claims: { replyTo: [{ name: "", address: "x@one.test" }] } }, true],
    ["a network alone",                    { print: { origin: "192.0.2.9" } },     { print: { origin: "192.0.2.7" } },     false],
  ];
  for (const [what, one, other, isTied] of cases) {
    test(`${what}: ${isTied ? "tied" : "not"}`, () => {
      const pair = [message("p1", { on: "2019-03-01", ...one }), message("p2", { on: "2021-09-01", ...other })];
      assert.deepEqual(groupsOf(pair), isTied ? [["p1", "p2"]] : []);
    });
  }
});

describe("what our own people pass on", () => {
  const lures = ["p1", "p2"].map((name) => message(name, { tracker: "t.test" }));
  const passed = { ...message("fwd", { own: true, on: "2021-02-01" }), forwardOf: shaOf("p1") };
  test("is with the copy whose token it holds, though nothing else ties it", () => {
    assert.deepEqual(groupsOf([...lures, { ...passed, forwardOf: null }]), [["p1", "p2"]]);
    assert.deepEqual(groupsOf([...lures, passed]), [["fwd", "p1", "p2"]]);
    const [group] = linkingOf([...lures, passed]).groups();
    assert.ok(group?.links.some(({ kind, to }) => kind === "passed-on" && to === passed.record.sha256));
  });
  test("is apart where the copy is none of the members, or where somebody else sent it", () => {
    assert.deepEqual(groupsOf([...lures, { ...passed, forwardOf: shaOf("p9") }]), [["p1", "p2"]]);
    assert.deepEqual(groupsOf([...lures, { ...passed, own: false }]), [["p1", "p2"]]);
  });
});

describe("what harmless mail has too", () => {
  const pair = [message("p1", { tracker: "t.test" }), message("p2", { tracker: "t.test" })];
  const others = (count: number) =>
    Array.from({ length: count }, (_, n) =>
      message(`h${n}`, { tracker: "t.test", claims: { replyTo: [{ name: "", address: "desk@r.test" }] } }),
    );
  test("a tracker's domain ties nothing then", () => {
    assert.deepEqual(groupsOf(pair, { others: others(1), isOfStanding: true }), []);
    assert.deepEqual(groupsOf(pair, { others: others(6) }), []);
  });
  test("one harmless mail that nobody vouches for takes no campaign apart", () => {
    assert.deepEqual(groupsOf(pair, { others: others(1) }), [["p1", "p2"]]);
    const claims = { replyTo: [{ name: "", address: "desk@r.test" }] };
    const answered = [message("p1", { claims }), message("p2", { claims })];
    assert.deepEqual(groupsOf(answered, { others: others(2) }), [["p1", "p2"]]);
  });
  test("a spoofed sender does not tie those who spoof it", () => {
    const spoofs = [message("p1", { from: "a@bank.test" }), message("p2", { from: "b@bank.test" })];
    assert.deepEqual(groupsOf(spoofs, { others: [message("h1", { from: "news@bank.test" })] }), []);
  });
  test("a program that dozens use is no help to the wording", () => {
    const two = ["p1", "p2"].map((name) => message(name, { print: WORKSHOP, words: LETTER }));
    const others = Array.from({ length: 60 }, (_, n) => message(`h${n}`, { print: WORKSHOP }));
    assert.equal(groupsOf(two).length, 1);
    assert.deepEqual(groupsOf(two, { others, senders: 0 }), []);
  });
});

describe("chains", () => {
  const campaign = (name: string, from: number) =>
    Array.from({ length: 6 }, (_, n) =>
      message(`${name}${n}`, {
        tracker: `${name}.test`,
        on: `20${11 + from}-0${n + 1}-03`,
        print: { header: `${name}header` },
      }),
    );
  test("one message that is like both of two campaigns joins one and is no bridge", () => {
    const bridge = message("bridge", { tracker: "a.test", on: "2013-01-03", print: { header: "aheader" } });
    const both = { ...bridge, trackerDomains: ["a.test", "b.test"] };
    const groups = groupsOf([...campaign("a", 0), both, ...campaign("b", 4)]);
    assert.deepEqual(groups.map(({ length }) => length).sort(), [6, 7]);
  });
  test("a host that many share who have nothing else in common ties nobody", () => {
    const pictures = Array.from({ length: 12 }, (_, n) =>
      message(`p${n}`, { tracker: "pictures.test", on: `2015-${n + 1 < 10 ? "0" : ""}${n + 1}-01` }),
    ).map((one, n) => made({ ...one, record: { ...one.record, loads: [], messageId: `${"x".repeat(n)}@p.example` } }));
    assert.deepEqual(groupsOf(pictures), []);
  });
  test("long pauses do not matter", () => {
    const years = [2011, 2014, 2019].map((year) => message(`y${year}`, { tracker: "t.test", on: `${year}-05-05` }));
    const [group] = linkingOf(years).groups();
    assert.equal(group?.members.length, 3);
    assert.equal(group?.waves.length, 3);
  });
});

describe("waves", () => {
  const copy = (name: string, on: string) =>
    message(name, { on, from: "desk@press.test", content: { textPrint: "lure" } });
  test("copies of days are one wave, the same text a month later another", () => {
    const [group] = linkingOf([
      copy("c1", "2020-01-06"),
      copy("c2", "2020-01-07"),
      copy("c3", "2020-01-08"),
      copy("c4", "2020-02-20"),
    ]).groups();
    assert.deepEqual(
      group?.waves.map(({ messages }) => messages),
      [3, 1],
    );
  });
  test("every member is reached by links, strongest first, each with its reason", () => {
    const [group] = linkingOf([copy("c1", "2020-01-06"), copy("c2", "2020-01-07"), copy("c4", "2020-02-20")]).groups();
    assert.ok(group);
    const reached = new Set([group.members[0]?.record.sha256]);
    for (let n = 0; n < 3; n += 1) {
      for (const { from, to } of group.links) {
        if (reached.has(from)) reached.add(to);
        else if (reached.has(to)) reached.add(from);
      }
    }
    assert.equal(reached.size, 3);
    const weights = group.links.map(({ weight }) => weight);
    assert.deepEqual(
      weights,
      [...weights].sort((a, b) => b - a),
    );
    assert.ok(
      group.links.every(({ why, weight }) => why.startsWith("the same") || (why.startsWith("copies") && weight <= 1)),
    );
  });
});

test("an outlet that is played does not tie those who play it", () => {
  const play = (name: string, newsPersona: string | null) =>
    message(name, {
      print: { helo: "out.hosting.example" },
      content: { newsPersona },
      claims: { from: [{ name: "Harbour Dispatch", address: `desk@${name}.test` }] },
    });
  assert.deepEqual(groupsOf([play("p1", "named as news"), play("p2", "named as news")]), []);
  assert.deepEqual(groupsOf([play("p1", null), play("p2", null)]), [["p1", "p2"]]);
});

test("what is left out weighs nothing", () => {
  const pair = ["p1", "p2"].map((name) => message(name, { tracker: "t.test" }));
  const context = { rarity: rarityOf([], 400), decisions: [], isEverybodys: NOBODYS };
  assert.equal(new Linking(pair, context).groups().length, 1);
  assert.deepEqual(new Linking(pair, { ...context, leftOut: new Set(["load-domain", "any-domain"]) }).groups(), []);
});

describe("by hand", () => {
  const side = (...names: string[]): HandSide => ({ campaign: null, messages: names.map(shaOf) });
  const members = ["h1", "h2", "h3"].map((name) =>
    message(name, { tracker: "t.test", on: `2020-0${name.slice(1)}-01` }),
  );
  const cut: HandDecision = { what: "cut", a: side("h1"), b: side("h2", "h3") };
  test("a cut is respected", () => {
    assert.deepEqual(groupsOf(members, { decisions: [cut] }), [["h2", "h3"]]);
  });
  test("a cut holds within a wave too", () => {
    const copies = ["h1", "h2", "h3"].map((name) => message(name, { from: "a@b.test", content: { textPrint: "x" } }));
    assert.deepEqual(groupsOf(copies, { decisions: [cut] }), [["h2", "h3"]]);
  });
  test("a join ties what has nothing in common, and says so", () => {
    const strangers = ["h1", "h2"].map((name) => message(name));
    const known = { decisions: [{ what: "join", a: side("h1"), b: side("h2") } as const] };
    const [group] = linkingOf(strangers, known).groups();
    assert.deepEqual(
      group?.links.map(({ kind, why, weight }) => [kind, why, weight]),
      [["by-hand", "joined by hand", 1]],
    );
  });
  test("the last word counts", () => {
    const join: HandDecision = { what: "join", a: side("h1"), b: side("h2") };
    assert.equal(groupsOf(members, { decisions: [cut, join] })[0]?.length, 3);
    assert.deepEqual(groupsOf(members, { decisions: [join, cut] }), [["h2", "h3"]]);
  });
});

describe("drawing in", () => {
  test("a message that shares what a group owns is near it; one that shares a program is not", () => {
    const linking = linkingOf(["g1", "g2"].map((name) => message(name, { tracker: "t.test", print: WORKSHOP })));
    linking.weighAnew();
    const keys = (kind: string, value: string) => [observableKey(kind, value)];
    assert.ok(linking.nearest({ keys: keys("load-domain", "t.test"), text: "" }));
    assert.equal(linking.nearest({ keys: keys("header-print", "0123456789"), text: "" }), null);
  });
});

test("the same members give the same groups, whatever comes twice", () => {
  const members = Array.from({ length: 40 }, (_, n) => message(`m${n}`, { tracker: `t${n % 7}.test`, on: null }));
  assert.deepEqual(groupsOf(members), groupsOf(members));
});
