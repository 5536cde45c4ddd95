import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { HandDecision } from "../../../src/case/hand.ts";
import type { PrintRecord } from "../../../src/case/record.ts";
import { clockOf } from "../../../src/cluster/linking/makers.ts";
import { pixel, shaOf } from "../../support/record.ts";
import { type Known, linkingOf, type MemberWish, memberOf, type TestMember } from "./members.ts";

/** What one maker's own program leaves. */
const PROGRAM: Wish = { print: { header: "0123456789", boundary: "b_h16" }, claims: { mailer: "Kitmail 3" } };
const SMALL: Partial<PrintRecord> = { markup: "0a1b2c3d-7", tags: "4e5f6071-7" };
const PAGE: Partial<PrintRecord> = { markup: "0a1b2c3d-24", tags: "4e5f6071-24" };

interface Wish extends Partial<MemberWish> {
  /** What it loads from its tracker. */
  readonly path?: string;
}

function both(...wishes: readonly Wish[]): Wish {
  const print = Object.assign({}, ...wishes.map((one) => one.print));
  const claims = Object.assign({}, ...wishes.map((one) => one.claims));
  return { print, claims };
}

/** Two messages of different years that their tracker ties; `ab` gives `ab0` and `ab1`. */
function campaign(name: string, wish: Wish = {}): readonly TestMember[] {
  const { path, ...rest } = wish;
  // Loads and Message-IDs of the helper have one form for all, or none: here neither tells anything.
  const loads = path === undefined ? [] : [pixel(`https://img.${name}.test/${path}`)];
  return ["2015-03-02", "2016-04-05"].map((on, nth) =>
    memberOf({ name: `${name}${nth}`, on, tracker: `${name}.test`, loads, messageId: "", ...rest }),
  );
}

/** Of each pair the two, how likely, and what differs. */
function pairsOf(members: readonly TestMember[], known: Known = {}): readonly string[] {
  const linking = linkingOf(members, known);
  const names = linking.groups().map((group) => group.members[0]?.record.subject.slice("About ".length, -1) ?? "");
  return linking
    .makers()
    .map(({ one, other, chance, differing }) =>
      [[names[one], names[other]].sort().join("~"), chance.toFixed(2), ...differing].join(" "),
    )
    .sort();
}

describe("two campaigns", () => {
  const zone = (text: string): Wish => ({ print: { zone: text } });
  const asks = (path: string): Wish => ({ path });
  const plays = (name: string): Wish => ({ claims: { from: [{ name: "Clara Wendt", address: `desk@${name}.test` }] } });
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, one: Wish, other: Wish, pairs: readonly string[]])[] = [
    ["nothing in common",                      {},                                  {},                                             []],
    ["a program of their own",                 PROGRAM,                             PROGRAM,                                        ["a~b 0.50"]],
    ["that, and the sender's clock",           both(PROGRAM, zone("+0700")),        both(PROGRAM, zone("+0700")),                   ["a~b 0.75"]],
    ["that, and summer time",                  both(PROGRAM, zone("+0100")),        both(PROGRAM, zone("+0200")),                   ["a~b 0.50"]],
    ["that, on the other side of the world",   both(PROGRAM, zone("+0000")),        both(PROGRAM, zone("+0700")),                   ["a~b 0.50 zone"]],
    ["that, and the page",                     both(PROGRAM, { print: PAGE }),      both(PROGRAM, { print: PAGE }),                 ["a~b 0.75"]],
    ["that, and a name shown",                 both(PROGRAM, plays("a")),           both(PROGRAM, plays("b")),                      ["a~b 0.75"]],
    ["the page alone",                         { print: PAGE },                     { print: PAGE },                                ["a~b 0.50"]],
    ["a mailer, with other boundaries",        PROGRAM,                             { claims: { mailer: "Kitmail 3" }, print: { boundary: "c_h20" } }, []],
    ["another program and the page",           both(PROGRAM, { print: PAGE }),      { claims: { mailer: "Zmail 1" }, print: { ...PAGE, boundary: "c_h20" } }, []],
    ["a small page, by programs that write half alike", both(PROGRAM, { print: SMALL }), { print: { header: "0123456789", boundary: "c_h20", ...SMALL } }, []],
    ["a program that is used everywhere",      { claims: { mailer: "PHPMailer 5.2" } }, { claims: { mailer: "PHPMailer 5.2" } },   []],
    ["a name shown alone",                     plays("a"),                          plays("b"),                                     []],
    ["a rented network alone",                 { print: { origin: "192.0.2.9" } },  { print: { origin: "192.0.2.7" } },             []],
    ["how a tracker is asked",                 asks("o/7f3a9c0d2b1e/x.gif"),        asks("o/91b0cc4e5d7f/x.gif"),                   ["a~b 0.50"]],
    ["where pictures lie, in plain words",     asks("photo/1.jpg"),                 asks("photo/2.jpg"),                            []],
    ["the clock alone",                        zone("+0700"),                       zone("+0700"),                                  []],
  ];
  for (const [what, one, other, pairs] of cases) {
    test(`${what}: ${pairs.join() || "not told"}`, () => {
      const members = [...campaign("a", one), ...campaign("b", other)];
      assert.equal(linkingOf(members).groups().length, 2);
      assert.deepEqual(pairsOf(members), pairs);
    });
  }
});

describe("what others have too", () => {
  const two = [...campaign("a", PROGRAM), ...campaign("b", PROGRAM)];
  test("a program that some harmless senders use makes no pair: it is a service's or sold", () => {
    const others = (count: number) => Array.from({ length: count }, (_, n) => memberOf({ name: `h${n}`, ...PROGRAM }));
    assert.deepEqual(pairsOf(two, { others: others(1) }), ["a~b 0.50"]);
    assert.deepEqual(pairsOf(two, { others: others(6) }), []);
  });
  test("a mailer that makers of interest with different habits have makes none", () => {
    const kit = (n: number) => ({ claims: { mailer: "Kitmail 3" }, print: { boundary: `b${n}_h16`, header: `${n}` } });
    const buyers = Array.from({ length: 6 }, (_, n) => campaign(`k${n}`, kit(n))).flat();
    const plain = (name: string) => campaign(name, { claims: { mailer: "Kitmail 3" } });
    const alone = [...plain("a"), ...plain("b")];
    assert.deepEqual(pairsOf(alone), ["a~b 0.50"]);
    assert.deepEqual(pairsOf([...alone, ...buyers]), []);
  });
  test("what most of a campaign's waves lack is not its own", () => {
    const odd = Array.from({ length: 8 }, (_, n) =>
      memberOf({
        name: `odd${n}`,
        on: `201${n}-05-06`,
        account: "service/odd",
        messageId: "",
        ...(n === 0 ? PROGRAM : {}),
      }),
    );
    assert.deepEqual(pairsOf([...campaign("a", PROGRAM), ...odd]), []);
  });
});

test("what people took apart is not told", () => {
  const members = [...campaign("a", PROGRAM), ...campaign("b", PROGRAM)];
  const side = (...names: string[]) => ({ campaign: null, messages: names.map(shaOf) });
  const cut: HandDecision = { what: "cut", a: side("a0", "a1"), b: side("b0", "b1") };
  assert.deepEqual(pairsOf(members, { decisions: [cut] }), []);
});

test("of very many campaigns each has a few, and the same ones again", () => {
  const names = Array.from({ length: 300 }, (_, n) => `n${n}x`);
  const members = names.flatMap((name) => campaign(name, PROGRAM));
  const known: Known = { senders: 4000 };
  const pairs = linkingOf(members, known).makers();
  const told = new Map<number, number>();
  for (const at of pairs.flatMap(({ one, other }) => [one, other])) told.set(at, (told.get(at) ?? 0) + 1);
  assert.ok(pairs.length >= 300);
  assert.ok(Math.max(...told.values()) <= 8);
  assert.deepEqual(linkingOf(members, known).makers(), pairs);
});

test("each trait says how rare it is here, and by whom it is had", () => {
  const linking = linkingOf([...campaign("a", PROGRAM), ...campaign("b", PROGRAM)]);
  const [pair] = linking.makers();
  assert.ok(pair);
  const shared = linking.traitsOf(pair);
  assert.deepEqual(
    shared.map(({ kind, value, why }) => [kind, value, why]),
    [
      ["mailer", "kitmail 3", "the same program that says it wrote the mail, which no harmless sender here has"],
      ["header-print", "0123456789", "the same order and spelling of header fields, which no harmless sender here has"],
      ["boundary", "b_h16", "the same form of the boundary between parts, which no harmless sender here has"],
    ],
  );
  assert.ok(shared.every(({ weight }) => weight > 0.4 && weight < 1));
});

describe("the clock of a campaign", () => {
  const clock = (...zones: readonly string[]) =>
    clockOf(zones.map((zone, n) => memberOf({ name: `z${n}`, print: { zone } })));
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [zones: readonly string[], minutes: number | null])[] = [
    [["+0700", "+0700", "+0000"], 420],
    [["-0330"],                   -210],
    [["GMT", ""],                 0],
    [["", "moon"],                null],
    [[],                          null],
  ];
  for (const [zones, minutes] of cases) {
    test(`${zones.join(" ") || "none"} → ${minutes}`, () => assert.equal(clock(...zones), minutes));
  }
});
