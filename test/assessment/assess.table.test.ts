/** What an assessment comes to for campaigns of each kind, for decoys, and where too little is known. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assess, leadingOf } from "../../src/assessment/assess.ts";
import type { CampaignEvidence } from "../../src/assessment/evidence.ts";
import type { ExplanationKind } from "../../src/assessment/explanations.ts";
import { ITEMS } from "../../src/assessment/items.ts";
import type { CampaignIntel, IntelMatch } from "../../src/case/intel.ts";
import { covertNews, evidence, NO_DATES, YEARS } from "./fixture.ts";

const bulk = (messages: number) => [{ name: "Mailwing", kind: "bulk" as const, messages }];
const sales = (messages: number) => [{ name: "Pipeline Pal", kind: "sales" as const, messages }];
const simulation = (messages: number) => [{ name: "PhishDrill", kind: "simulation" as const, messages }];

const GROUPS: CampaignIntel["groups"] = [
  { name: "Paper Lantern", standing: "accused", techniques: ["T1598.003"] },
  { name: "Gray Ferry", standing: "known", techniques: ["T1598.003"] },
];

function match(changes: Partial<IntelMatch> = {}): IntelMatch {
  return {
    value: "img.daily-digest.example",
    kind: "indicator",
    group: "Paper Lantern",
    source: "advisory.txt, line 14",
    date: null,
    isOfficial: false,
    isShared: false,
    ...changes,
  };
}

function leads(given: CampaignEvidence): ExplanationKind | null {
  return leadingOf(assess(given))?.kind ?? null;
}

function wordsFor(kind: ExplanationKind, given: CampaignEvidence): string | null {
  return assess(given).explanations.find((one) => one.kind === kind)?.estimate?.id ?? null;
}

describe("which explanation leads", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, given: CampaignEvidence, leads: ExplanationKind | null])[] = [
    ["covert news, as the known campaign", covertNews, "unknown"],
    ["the same through a bulk service, few of whose mails it explains", { ...covertNews, services: bulk(5) }, "unknown"],
    ["the same with a form for a login in one mail", { ...covertNews, credentials: 1, asking: 1 }, "unknown"],
    ["a webmail exploit dressed as news", evidence({ news: 6, covert: 6, exploits: 6, asking: 6, hiddenPersonal: 6 }), "unknown"],
    ["decoy: a small newsletter by a bulk service",
      evidence({ news: 6, covert: 0, hiddenPersonal: 6, aligned: 6, services: bulk(6), listUnsubscribe: 6, fullExit: 6, firstContact: true, timing: YEARS }), "commercial"],
    ["decoy: a newsletter by the publisher's own servers",
      evidence({ news: 36, messages: 36, hiddenPersonal: 36, aligned: 36, listUnsubscribe: 36, fullExit: 36, firstContact: false, timing: YEARS }), "commercial"],
    ["decoy: sales outreach", evidence({ hiddenPersonal: 6, services: sales(6), aligned: 6, firstContact: true, fullExit: 0 }), "outreach"],
    ["decoy: a simulation, vouched for", evidence({ credentials: 6, asking: 6, hiddenPersonal: 6, services: simulation(6), verifiedSimulation: 6 }), "simulation"],
    ["decoy: a small newsletter that does not pose as news", evidence({ messages: 36, readers: 6, mailboxes: 54, hiddenPersonal: 36, aligned: 36, firstContact: true, listUnsubscribe: 36, fullExit: 36, timing: YEARS }), null],
    ["decoy: a form for a login, at four of fifty people", evidence({ messages: 4, readers: 4, mailboxes: 54, credentials: 4, asking: 4, failed: 2, firstContact: false }), null],
    ["decoy: a harmful file, at three of fifty people", evidence({ messages: 3, mailboxes: 54, malware: 3, asking: 3, aligned: 3, firstContact: true }), null],
    ["decoy: tracked outreach by a tool that nobody knows", evidence({ messages: 8, readers: 8, mailboxes: 54, hiddenPersonal: 8, aligned: 8, firstContact: true }), null],
    ["invitations that calendars act on", evidence({ messages: 23, readers: 15, invitations: 23, asking: 0, aligned: 23, firstContact: true }), null],
    ["phishing to many", evidence({ messages: 900, readers: 700, mailboxes: 1000, credentials: 900, asking: 900, failed: 900, firstContact: true }), "crime"],
    ["harmful files to many", evidence({ messages: 400, readers: 300, mailboxes: 1000, malware: 400, asking: 400, failed: 400 }), "crime"],
  ];
  for (const [what, given, expected] of cases) {
    test(what, () =>
      assert.equal(
        leads(given),
        expected,
        JSON.stringify(assess(given).explanations.map((one) => [one.kind, one.estimate?.id])),
      ),
    );
  }

  test("a small newsletter by its own tracker: nothing is sure, and commerce stands first", () => {
    const newsletter = evidence({
      messages: 36,
      hiddenPersonal: 36,
      aligned: 36,
      listUnsubscribe: 36,
      fullExit: 36,
      timing: YEARS,
    });
    assert.equal(assess(newsletter).explanations[0]?.kind, "commercial");
  });

  test("marks of a simulation that nothing vouches for clear nobody", () => {
    const claimed = { ...covertNews, services: simulation(17) };
    assert.notEqual(leads(claimed), "simulation");
    assert.ok(assess(claimed).items.some(({ id }) => id === "service.simulation-claimed"));
  });

  test("a login form alone fits crime, spies and tests alike: nothing leads", () => {
    assert.equal(leads(evidence({ credentials: 6, asking: 6, failed: 6 })), null);
  });

  test("the mail alone never makes anything almost certain", () => {
    for (const { estimate } of assess({ ...covertNews, warnedReaders: 3, mailboxes: 400 }).explanations) {
      assert.notEqual(estimate?.id, "almost-certain");
    }
  });
});

describe("not enough to tell", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, given: CampaignEvidence, why: RegExp])[] = [
    ["one message", { ...covertNews, messages: 1, news: 1, hiddenPersonal: 1, covert: 1 }, /one message only/],
    ["nothing seen", evidence(), /Nothing that was found tells/],
    ["one copy each", evidence({ likelyOnly: 6 }), /Nothing that was found tells/],
    ["weak things only", evidence({ aligned: 6, firstContact: true, warnedReaders: 1 }), /Nothing that was found tells/],
    ["one telling thing, no dates", evidence({ failed: 6, timing: NO_DATES }), /Only one thing/],
  ];
  for (const [what, given, why] of cases) {
    test(what, () => {
      const { isEnough, explanations, reasons } = assess(given);
      assert.equal(isEnough, false);
      assert.match(reasons.join(" "), why);
      for (const { estimate, notEstimated } of explanations) {
        assert.equal(estimate, null);
        assert.match(notEstimated, /not enough to tell/);
      }
    });
  }
  test("no dates are told", () => {
    assert.match(assess(evidence({ failed: 6, timing: NO_DATES })).reasons.join(" "), /No message has a usable date/);
  });
});

describe("confidence", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, given: CampaignEvidence, confidence: string, why: RegExp])[] = [
    ["the mail alone", covertNews, "moderate", /the mail alone/],
    ["one person", { ...covertNews, readers: 1 }, "low", /one person only/],
    ["no dates", { ...covertNews, timing: NO_DATES }, "low", /No message has a usable date/],
    ["two messages", { ...covertNews, messages: 2, news: 2, hiddenPersonal: 2, covert: 2 }, "low", /only 2 messages/],
    ["one official source for one value", { ...covertNews, intel: { groups: GROUPS, matches: [match({ isOfficial: true })] } }, "moderate", /what the sources say/],
    ["two values, one by an official source", { ...covertNews, intel: { groups: GROUPS, matches: [match({ isOfficial: true, document: "advisory.txt" }), match({ value: "203.0.113.9", source: "list, line 2", document: "list" })] } }, "high", /one of them vouched for as official/],
    ["two values, but the official source ties none of them to a group as the other does", { ...covertNews, intel: { groups: GROUPS, matches: [match({ isOfficial: true, group: null, document: "advisory.txt" }), match({ value: "203.0.113.9", source: "list, line 2", document: "list" })] } }, "moderate", /what the sources say/],
    ["two values by one official document", { ...covertNews, intel: { groups: GROUPS, matches: [match({ isOfficial: true, document: "advisory.txt" }), match({ value: "203.0.113.9", source: "advisory.txt, line 20", document: "advisory.txt" })] } }, "moderate", /what the sources say/],
  ];
  for (const [what, given, confidence, why] of cases) {
    test(what, () => {
      const assessment = assess(given);
      assert.equal(assessment.confidence, confidence);
      assert.match(assessment.reasons.join(" "), why);
    });
  }

  test("low confidence weakens the word", () => {
    assert.equal(wordsFor("unknown", covertNews), "highly-likely");
    assert.equal(wordsFor("unknown", { ...covertNews, readers: 1 }), "likely");
  });
});

describe("who: only intelligence speaks for a name", () => {
  const of = (matches: readonly IntelMatch[]) => assess({ ...covertNews, intel: { groups: GROUPS, matches } });
  const said = (matches: readonly IntelMatch[]) => JSON.stringify(of(matches));

  test("no intelligence, no attribution, no group among the explanations", () => {
    const { attribution, explanations } = assess(covertNews);
    assert.deepEqual(attribution, { kind: "none", sentence: null });
    assert.ok(!explanations.some(({ kind }) => kind === "accused" || kind === "other-group"));
  });

  test("known groups with the same technique are neither named nor estimated", () => {
    const assessment = of([]);
    assert.equal(assessment.attribution.kind, "unmatched");
    assert.doesNotMatch(JSON.stringify(assessment), /Paper Lantern|Gray Ferry/);
    for (const kind of ["accused", "other-group"] as const) {
      const one = assessment.explanations.find((explanation) => explanation.kind === kind);
      assert.equal(one?.estimate, null);
      assert.match(one?.notEstimated ?? "", /a technique is not an actor/);
    }
  });

  test("a match with the accused group: it leads, it is named, others are not ruled out", () => {
    const assessment = of([match()]);
    assert.equal(leadingOf(assessment)?.kind, "accused");
    assert.deepEqual(leadingOf(assessment)?.groups, ["Paper Lantern"]);
    assert.match(assessment.attribution.sentence ?? "", /^consistent with the accused group \(Paper Lantern\)/);
    assert.match(assessment.attribution.sentence ?? "", /not ruled out/);
    assert.doesNotMatch(JSON.stringify(assessment), /Gray Ferry/);
  });

  test("matches with two groups: both are told, neither leads", () => {
    const assessment = of([match(), match({ group: "Gray Ferry", value: "203.0.113.9" })]);
    assert.match(assessment.attribution.sentence ?? "", /also consistent with another known group \(Gray Ferry\)/);
    assert.equal(leadingOf(assessment), null);
  });

  test("a shared value names nobody", () => {
    const assessment = of([match({ isShared: true, value: "mailwing.example" })]);
    assert.equal(assessment.attribution.kind, "unmatched");
    assert.deepEqual(
      assessment.explanations.flatMap(({ groups }) => groups),
      [],
    );
    assert.equal(assessment.explanations.find(({ kind }) => kind === "accused")?.estimate, null);
    const [item] = assessment.items;
    assert.equal(item?.id, "intel.shared-value");
    assert.match(item?.weakBecause ?? "", /strangers use the same value/);
  });

  test("a source that names no group makes commerce unlikely and names nobody", () => {
    const assessment = of([match({ group: null })]);
    assert.match(assessment.attribution.sentence ?? "", /names no group/);
    assert.doesNotMatch(said([match({ group: null })]), /Paper Lantern/);
  });

  test("an indicator in mail that is else a plain newsletter is weighed, not swallowed", () => {
    const newsletter = evidence({ news: 6, services: bulk(6), listUnsubscribe: 6, fullExit: 6, hiddenPersonal: 6 });
    assert.equal(leads(newsletter), "commercial");
    assert.notEqual(leads({ ...newsletter, intel: { groups: GROUPS, matches: [match()] } }), "commercial");
  });
});

describe("what it hangs on, what would change it", () => {
  test("without a linchpin the word is weaker or another leads", () => {
    const { linchpins, items } = assess(covertNews);
    assert.ok(linchpins.includes("token.hidden-in-news"));
    assert.ok(linchpins.every((id) => items.some((item) => item.id === id)));
    assert.ok(!linchpins.includes("sender.authenticated"), "what tells nothing apart is no linchpin");
  });
  test("every explanation says what would change it", () => {
    for (const { wouldChange } of assess(covertNews).explanations) assert.ok(wouldChange.length >= 2);
  });
});

describe("the table of items", () => {
  test("ids are unique, and each cell has its reason", () => {
    assert.equal(new Set(ITEMS.map(({ id }) => id)).size, ITEMS.length);
    for (const { id, cells } of ITEMS) {
      assert.equal(Object.keys(cells).length, 7, id);
      for (const { why, fit, against } of Object.values(cells)) {
        assert.ok(why.length > 10, id);
        assert.equal(against > 0, fit === "inconsistent", id);
      }
    }
  });
  test("only intelligence tells the three apart who may have chosen the readers", () => {
    for (const { id, cells } of ITEMS) {
      const same = cells.accused === cells.unknown && cells["other-group"] === cells.unknown;
      assert.ok(same || id.startsWith("intel."), id);
    }
  });
  test("each of them can be seen, and is not seen in an empty campaign", () => {
    const seen = new Set(ITEMS.filter(({ seen: see }) => see(evidence()) !== null).map(({ id }) => id));
    assert.deepEqual([...seen], ["readers.few-read", "time.burst"]);
  });
});
