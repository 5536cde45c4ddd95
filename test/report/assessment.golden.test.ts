/** Assessment and advice as text and JSON; the page for one person. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assess } from "../../src/assessment/assess.ts";
import { adviceJson } from "../../src/report/advice-json.ts";
import { adviceText, personAdviceText } from "../../src/report/advice-text.ts";
import { answerText } from "../../src/report/answer-text.ts";
import { assessmentJson } from "../../src/report/assessment-json.ts";
import { assessmentFacts, assessmentLines } from "../../src/report/assessment-text.ts";
import { htmlReport, personReport } from "../../src/report/html-report.ts";
import { campaignJson } from "../../src/report/json.ts";
import { timingLines } from "../../src/report/timing-text.ts";
import { covertNews, evidence } from "../assessment/fixture.ts";
import { answer, campaign, model, people, quietModel } from "./fixture.ts";
import { golden } from "./golden.ts";
import { adviceFor, assessment, campaignEvidence } from "./pages-fixture.ts";

const FINDINGS = ["MSG.TRACK", "MSG.IMPERSONATE", "EXP.DIRECT", "TGT.PERSON", "TGT.GROUP"] as const;
const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

describe("assessment", () => {
  test("as text", (t) =>
    golden(
      t,
      `${[...assessmentLines(assessment), ...timingLines(campaignEvidence.timing)].join("\n")}\n`,
      "assessment.txt",
    ));
  test("as JSON", (t) =>
    golden(t, pretty(assessmentJson({ assessment, evidence: campaignEvidence })), "assessment.json"));
  test("of a campaign in JSON, and null where none was made", () => {
    assert.equal(campaignJson(campaign).assessment, null);
    assert.equal(campaignJson(campaign, { assessment, evidence: campaignEvidence }).assessment?.enough, true);
  });
  test("too little", (t) =>
    golden(t, `${assessmentLines(assess(evidence({ messages: 1 }))).join("\n")}\n`, "assessment-little.txt"));

  test("the answer says it in one line, and whom it points to only with intelligence", () => {
    const [said, ...more] = assessmentFacts(assess(covertNews));
    assert.match(said ?? "", /^assessment: highly likely the work of somebody who chose these readers/);
    assert.deepEqual(more, []);
    assert.deepEqual(assessmentFacts(undefined), []);
    assert.match(assessmentFacts(assess(evidence()))[0] ?? "", /not enough to tell/);
    const [, attribution] = assessmentFacts(assessment);
    assert.match(
      attribution ?? "",
      /^attribution: consistent with the accused group \(Paper Lantern\).*; see the assessment$/,
    );
    const assessments = new Map([[campaign.id, assessment]]);
    const text = answerText(
      { answer: answer(), campaigns: [campaign], people, assessments },
      { color: false, width: 100 },
    );
    assert.match(text, /attribution: consistent with the accused group/);
  });
});

describe("advice", () => {
  test("for the organisation", (t) => golden(t, adviceText(adviceFor(people, FINDINGS)), "advice.txt"));
  test("where nothing was found", (t) => golden(t, adviceText(adviceFor([], ["NONE"])), "advice-none.txt"));
  test("for one person", (t) => {
    const [first] = adviceFor(people, FINDINGS).people;
    assert.ok(first !== undefined);
    golden(t, personAdviceText(first), "advice-person.txt");
  });
  test("as JSON: all, or one person's alone", () => {
    const view = adviceFor(people, FINDINGS);
    assert.deepEqual(
      adviceJson(view, null).advice.map(({ audience, person }) => person ?? audience),
      ["organisation", "it", "p-aa01", "p-aa02", "p-aa03"],
    );
    const { advice, schema } = adviceJson(view, "p-aa02");
    assert.deepEqual([schema, advice.map(({ person }) => person)], [1, ["p-aa02"]]);
    for (const { kind, source, by } of advice[0]?.first ?? [])
      assert.equal(kind === "official", source !== null && by !== null);
  });
});

describe("the page for one person", () => {
  test("as it is handed over", (t) => golden(t, personReport(model(), "p-aa01") ?? "", "report-person.html"));

  test("holds nothing of the others", () => {
    const page = personReport(model(), "p-aa01") ?? "";
    assert.match(page, /Mara Prentice/);
    for (const other of ["Jon Prentice", "spouse@", "office@parliament", "p-aa02", "p-aa03"]) {
      assert.ok(!page.replace(/<style>.*?<\/style>/s, "").includes(other), other);
    }
    assert.doesNotMatch(page, /3 people|41 people/);
  });

  test("nobody's page where nothing reached the person", () => {
    assert.equal(personReport(model(), "p-zz99"), null);
    assert.equal(personReport(quietModel(), "p-aa01"), null);
  });

  test("blames nobody, and says what it does not mean", () => {
    const page = personReport(model(), "p-aa01") ?? "";
    assert.match(page, /nobody&#39;s fault/);
    assert.match(page, /What it does not mean/);
  });
});

describe("the report", () => {
  test("official and own advice are marked apart", () => {
    const page = htmlReport(model());
    assert.match(page, /class="entry official"/);
    assert.match(page, /class="entry own"/);
  });
  test("where nothing was found there is no page for anybody", () => {
    const page = htmlReport(quietModel());
    assert.doesNotMatch(page, /id="private"|nobody&#39;s fault/);
    assert.match(page, /id="advice"/);
  });
  test("an older model without pages and advice is a report all the same", () => {
    const { pages: _pages, advice: _advice, shared: _shared, ...old } = model();
    assert.doesNotMatch(htmlReport(old), /id="advice"|class="assessment"/);
  });
});
