/** What is said of a description: each line that it is no attribution, nothing of what does not fit, and dead text only. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ConsistencyGrade, Description } from "../../src/case/hunting-profile.ts";
import { descriptionBriefJson } from "../../src/report/description-json.ts";
import {
  descriptionFacts,
  descriptionLines,
  othersWords,
  profileLines,
  profileRemark,
} from "../../src/report/description-words.ts";
import { htmlText } from "../../src/report/html.ts";
import { descriptionsHtml } from "../../src/report/html-description.ts";

function described(grade: ConsistencyGrade, changes: Partial<Description> = {}): Description {
  const quote = { start: 0, end: 9, text: "They \u001b[31m<b>sent</b> it to https://spy.example/x", page: 0, line: 1 };
  const trait = { sign: { kind: "opening" as const }, says: "opening was enough", quote };
  return {
    source: "article.txt",
    sha256: "a".repeat(64),
    grade,
    traits: [
      { trait, fit: "fits", why: "so it is", isBroad: false },
      { trait, fit: "cannot-tell", why: "nobody looked", isBroad: false },
    ],
    sentence: "",
    compared: 5,
    othersAsGood: 2,
    ...changes,
  };
}

describe("in the answer", () => {
  test("one short line, with its figures and what it is not", () => {
    assert.deepEqual(descriptionFacts([described("partly")]), [
      "description in article.txt: partly consistent (1 of 2 things fits, 1 open; as well or better: 2 of 4 others); no indicator match, no attribution",
    ]);
  });
  test("nothing of what does not fit or could not be compared", () => {
    assert.deepEqual(descriptionFacts([described("not"), described("untold")]), []);
    assert.deepEqual(descriptionFacts(undefined), []);
  });
  test("the closest first", () => {
    const [first = ""] = descriptionFacts([described("broadly"), described("closely")]);
    assert.match(first, /closely consistent/);
  });
});

test("how many fit as well is not said where nothing fits, or nothing is beside it", () => {
  assert.equal(othersWords(described("untold")), "");
  assert.equal(othersWords(described("partly", { compared: 1, othersAsGood: 0 })), "");
  assert.match(othersWords(described("partly")), /^2 of the 4 others compared here fit as well or better$/);
});

test("text, page and JSON say that it is no attribution", () => {
  const one = described("partly");
  assert.match(descriptionLines([one]).join(" "), /no attribution/);
  assert.match(htmlText(descriptionsHtml([one]) ?? assert.fail()), /no attribution/);
  assert.match(descriptionBriefJson(one).sentence, /no attribution$/);
  assert.equal(descriptionBriefJson(one).isAttribution, false);
});

test("a quote is dead text", () => {
  const one = described("partly");
  const shown = descriptionLines([one]).join("\n");
  assert.ok(!shown.includes("\u001b") && !shown.includes("https://spy.example"));
  const page = htmlText(descriptionsHtml([one]) ?? assert.fail());
  assert.ok(!page.includes("<b>") && !page.includes("https://spy.example"));
});

describe("after reading a document", () => {
  const profile = { source: "a", sha256: "a".repeat(64), traits: [], beyondMail: [] };
  test("what it holds", () => {
    const { trait } = described("partly").traits[0] ?? assert.fail();
    const said = profileRemark({ ...profile, traits: [trait] }, 0);
    assert.equal(said, "no indicators; a description: 1 thing to look for: opening was enough");
  });
  test("that it says nothing of mail", () => assert.match(profileRemark(null, 0), /^no indicators; it says nothing/));
  test("nothing of what is no document", () => {
    assert.equal(profileRemark(undefined, 2), "");
    assert.equal(profileRemark(null, 2), "");
    assert.deepEqual(profileLines(undefined), []);
  });
});
