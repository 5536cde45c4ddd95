import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { inconclusiveReasons } from "../../src/report/answer-words.ts";
import { htmlReport } from "../../src/report/html-report.ts";
import { SCHEMES } from "../../src/report/style.ts";
import { answer, attackerWarnings, emptyCoverage, load, lure, model, people, quietModel, record } from "./fixture.ts";
import { golden } from "./golden.ts";

const nothingRead = model({
  answer: answer({ answer: "no", coverage: emptyCoverage(), owners: [], ownersFrom: "none", campaigns: 0, people: 0 }),
  months: [],
  campaigns: [],
  people: [],
  messages: [],
  messagesTotal: 0,
  incomplete: [],
  trackers: [],
});

describe("htmlReport", () => {
  test("a targeted mailbox", (t) => golden(t, htmlReport(model()), "report-yes.html"));
  test("a quiet mailbox", (t) => golden(t, htmlReport(quietModel()), "report-no.html"));
  test("a warning about state attackers is told above the figures, and is no answer", () => {
    const quiet = quietModel();
    const text = htmlReport({ ...quiet, answer: { ...quiet.answer, attackerWarnings } });
    assert.match(text, /<span class="word">No\.<\/span>/);
    assert.match(text, /Warned: 5 messages warn/);
    assert.ok(text.indexOf("Google warned") < text.indexOf('class="figures"'));
    assert.match(text, /A mail in the name of Microsoft warned a@office/);
    assert.match(text, /and 1 more/);
    assert.doesNotMatch(htmlReport(quiet), /Warned/);
  });
  test("nothing read", (t) => golden(t, htmlReport(nothingRead), "report-none.html"));

  test("the same model gives the same bytes", () => assert.equal(htmlReport(model()), htmlReport(model())));

  test("nothing read is no reassurance", () => {
    const text = htmlReport(nothingRead);
    assert.match(text, /No answer\.<\/span> No mail was read, so nothing can be said\./);
    assert.doesNotMatch(text, /No message was judged/);
  });

  const open = { ...quietModel().answer.coverage, unfinishedSources: 2 };
  const inconclusive = { coverage: open, conclusive: false, inconclusiveBecause: inconclusiveReasons(open, false) };

  test("an unfinished reading is no reassurance", () => {
    const text = htmlReport(model({ ...quietModel(), answer: { ...quietModel().answer, ...inconclusive } }));
    assert.match(text, /No answer yet\.<\/span> Reading stopped after 184,213 messages/);
    assert.match(text, /2 sources are not read to the end/);
    assert.match(text, /run the same scan again/i);
    assert.match(text, /<title>Letterlock report: no answer yet</);
    assert.doesNotMatch(text, /looks like targeted tracking|No campaign|all read|nothing in the mail/i);
  });

  test("an unfinished yes stays a yes and says that more may follow", () => {
    const text = htmlReport(model({ answer: answer(inconclusive) }));
    assert.match(text, /Yes\.<\/span>/);
    assert.match(text, /More may follow\. Reading stopped after/);
    assert.doesNotMatch(htmlReport(model()), /More may follow|not read to the end/);
  });

  test("a path that could not be read is named once", () => {
    const message = "1 file in /mail/in: /mail/in/README.txt: no mail, so not searched.";
    const notCovered = [{ path: "/mail/in", code: "no-mail", message }];
    const text = htmlReport(model({ answer: answer({ coverage: emptyCoverage({ notCovered }) }) }));
    assert.equal(text.split("/mail/in").length, 2);
    assert.match(text, /1 file in \/mail\/in: README\.txt: no mail/);
  });

  test("the policy names the hash of the one style element and allows nothing else", () => {
    const text = htmlReport(model());
    const styles = [...text.matchAll(/<style>(.*?)<\/style>/gs)];
    assert.equal(styles.length, 1);
    const hash = createHash("sha256")
      .update(styles[0]?.[1] ?? "")
      .digest("base64");
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1]?.replaceAll("&#39;", "'");
    assert.equal(policy, `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
  });

  test("the style loads nothing", () =>
    assert.doesNotMatch(styleOf(htmlReport(model())), /url\(|@import|@font-face|expression|\/\//i));

  test("numbers that do not add up are owned up to", () => {
    const wrong = model({ answer: answer({ coverage: emptyCoverage({ messages: 5, ok: 3, partial: 1 }) }) });
    assert.match(htmlReport(wrong), /do not add up \(4 against 5\)/);
    assert.doesNotMatch(htmlReport(model()), /do not add up/);
  });

  test("what was left out is counted", () => {
    const many = model({ messages: Array.from({ length: 520 }, () => lure), messagesTotal: 9_000 });
    assert.match(htmlReport(many), /And 8,500 more: <code>letterlock messages<\/code>/);
    const called = { ...many, invocation: { program: "./letterlock", caseOption: "--case mail/case" } };
    assert.match(htmlReport(called), /And 8,500 more: <code>.\/letterlock messages --case mail\/case<\/code>/);
    const loads = Array.from({ length: 40 }, () => load());
    const loaded = model({ messages: [{ ...lure, record: record({ loads, loadCount: 7_000 }) }] });
    assert.match(htmlReport(loaded), /and 6,988 more/);
  });

  test("people whom nothing reached are not listed", () => {
    const [first] = people;
    assert.ok(first !== undefined);
    const text = htmlReport(model({ campaigns: [], people: [{ ...first, name: "Someone Untouched", messages: [] }] }));
    assert.doesNotMatch(text, /Someone Untouched/);
  });
});

describe("text colours hold WCAG AA on their grounds", () => {
  const pairs = [
    ["ink", "paper"],
    ["ink", "card"],
    ["ink", "code"],
    ["soft", "paper"],
    ["soft", "card"],
    ["soft", "code"],
    ["link", "paper"],
    ["link", "card"],
    ["link", "code"],
    ["hostile", "paper"],
    ["hostile", "card"],
    ["suspicious", "paper"],
    ["suspicious", "card"],
    ["calm", "paper"],
  ] as const;
  for (const [scheme, colours] of Object.entries(SCHEMES)) {
    for (const [text, ground] of pairs) {
      test(`${scheme}: ${text} on ${ground}`, () => {
        assert.ok(contrast(colours.get(text), colours.get(ground)) >= 4.5);
      });
    }
    for (const bar of ["bar-hostile", "bar-commercial", "bar-suspicious"]) {
      const least = bar === "bar-hostile" ? 3 : 1.5;
      test(`${scheme}: ${bar} is seen on paper`, () => {
        assert.ok(contrast(colours.get(bar), colours.get("paper")) >= least);
      });
    }
  }
});

function styleOf(text: string): string {
  return /<style>(.*?)<\/style>/s.exec(text)?.[1] ?? assert.fail("no style");
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string | undefined, b: string | undefined): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string | undefined): number {
  assert.match(colour ?? "", /^#[0-9a-f]{6}$/);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour?.slice(at, at + 2) ?? "", 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
