/** HM-106, HM-207, HM-213 and kin: any text in any field of a case, and the page stays ours. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import type { Person } from "../../src/case/judgement.ts";
import type { AdviceForJson } from "../../src/report/advice-json.ts";
import { htmlReport } from "../../src/report/html-report.ts";
import type { ReportModel } from "../../src/report/model.ts";
import { forJson } from "../../src/report/printable.ts";
import { STYLE } from "../../src/report/style.ts";
import {
  answer,
  attackerWarnings,
  campaign,
  hashOf,
  load,
  location,
  lure,
  model,
  quietModel,
  record,
  tracker,
} from "./fixture.ts";
import { HOSTILE, hostileText, UNSEEN, withStrings } from "./hostile.ts";
import { pageOf } from "./pages-fixture.ts";

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

const ELEMENTS: ReadonlySet<string> = new Set(
  `html head meta title style body header main footer nav section article div span p h1 h2 h3 h4 ul ol li dl dt dd a b em strong
   h5 blockquote code bdi mark time br details summary table caption thead tbody tr th td figure figcaption svg desc g rect line text`.split(
    /\s+/,
  ),
);
const ATTRIBUTES: ReadonlySet<string> = new Set(
  `lang charset http-equiv content name id class href role open scope aria-label aria-labelledby aria-hidden data-of
   viewbox preserveaspectratio x y x1 x2 y1 y2 dy rx width height text-anchor`.split(/\s+/),
);

function elementsOf(node: Node): readonly Element[] {
  const found: Element[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    assert.notEqual(next.nodeName, "#comment", "a comment");
    if ("tagName" in next) found.push(next);
    if ("childNodes" in next) open.push(...next.childNodes);
  }
  return found;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name.toLowerCase() === name)?.value;
}

/** Throws unless the page holds our elements and attributes only, and points nowhere but into itself. */
function checkPage(text: string): void {
  assert.doesNotMatch(text, UNSEEN);
  assert.doesNotMatch(text, /<script/i);
  const errors: string[] = [];
  const elements = elementsOf(parse(text, { onParseError: ({ code }) => errors.push(code) }));
  assert.deepEqual(errors, []);
  const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
  assert.equal(new Set(ids).size, ids.length, "ids are unique");
  for (const element of elements) {
    assert.ok(ELEMENTS.has(element.tagName), `element ${element.tagName}`);
    for (const { name, value } of element.attrs) {
      assert.ok(ATTRIBUTES.has(name.toLowerCase()), `attribute ${name}`);
      assert.doesNotMatch(value, /url\(/i);
    }
    const href = attribute(element, "href");
    if (href !== undefined) assert.ok(href.startsWith("#") && ids.includes(href.slice(1)), `link ${href}`);
    for (const id of attribute(element, "aria-labelledby")?.split(" ") ?? [])
      assert.ok(ids.includes(id), `label ${id}`);
  }
  const styles = elements.filter(({ tagName }) => tagName === "style");
  assert.deepEqual(
    styles.map((style) => style.childNodes.map((child) => ("value" in child ? child.value : ""))),
    [[STYLE]],
  );
}

/** Small, with every kind of thing in it. */
const small: ReportModel = model({
  answer: answer({ attackerWarnings }),
  months: model().months.slice(-6),
  messages: model().messages.slice(16),
  campaigns: [{ ...campaign, links: campaign.links.slice(14) }],
});

describe("the page stays ours", () => {
  test("the check itself sees what it forbids", () => {
    const page = htmlReport(small);
    checkPage(page);
    const planted = [
      "<script></script>",
      "<img src=x>",
      '<a href="http://a.example">x</a>',
      "<p onclick=x>",
      '<p style="x">',
      "\u202e",
      "<b",
      "<!-- -->",
    ];
    for (const bad of planted) assert.throws(() => checkPage(page.replace("<main>", `<main>${bad}`)), bad);
  });

  for (const text of HOSTILE) {
    test(`in every field: ${forJson(text.slice(0, 40))}`, () => {
      checkPage(htmlReport(withStrings(small, () => text)));
      checkPage(htmlReport(withStrings(small, (before) => before + text)));
      checkPage(htmlReport(withStrings(quietModel(), (before) => text + before)));
    });
  }

  test("any text in any field", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 8 }), (texts) => {
        let at = 0;
        checkPage(htmlReport(withStrings(small, () => texts[at++ % texts.length] ?? "")));
      }),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 100) },
    );
  });

  test("no URL of mail is left alive", () => {
    const body =
      htmlReport(withStrings(small, (before) => `${before} https://evil.example/x`)).split("</head>")[1] ?? "";
    assert.doesNotMatch(body, /https?:\/\//i);
  });
});

test("the page stays under 8 MiB when everything is as large and as dense as it gets", () => {
  // A column of 22 bytes: a quote with four marks over it.
  const dense = `"\u{1e130}\u{1e131}\u{1e132}\u{1e133}`.repeat(2_000);
  const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const finding = lure.judgement?.findings[0];
  assert.ok(finding !== undefined && lure.judgement !== null);
  const heavyFinding = {
    ...finding,
    reasons: many(50, () => dense),
    undetermined: many(50, () => dense),
    techniques: many(50, () => dense),
  };
  const mailboxes = many(100, () => ({ name: dense, address: dense }));
  const message = {
    record: record({
      subject: dense,
      to: mailboxes,
      cc: mailboxes,
      loads: many(100, () => load({ url: dense, resolved: dense, host: dense, why: dense })),
      loadCount: 10_000,
      problems: many(100, (index) => ({ code: `${index}${dense}` })),
    }),
    locations: many(50, () =>
      location({
        path: dense,
        folder: dense,
        marks: many(9, () => ({
          origin: "gmail" as const,
          flags: many(50, () => dense),
          labels: many(50, () => dense),
        })),
      }),
    ),
    judgement: { ...lure.judgement, findings: many(50, () => heavyFinding), classReasons: many(50, () => dense) },
  };
  const person = (index: number): Person => ({
    id: `p-${index}`,
    name: dense,
    addresses: many(60, () => dense),
    role: dense,
    messages: many(200, (n) => hashOf(String(n))),
    messagesAll: 1,
    first: null,
    last: null,
    exposure: { level: 4, likelihood: "probable", reasons: many(60, () => dense) },
  });
  const links = many(60, (index) => ({
    ...campaign.links[0],
    kind: dense,
    value: `${index}${dense}`,
    why: dense,
    weight: 1,
  }));
  const heavy = model({
    messages: many(600, () => message),
    messagesTotal: 1e6,
    incomplete: many(500, () => message),
    people: many(400, person),
    campaigns: many(
      100,
      (index) =>
        ({
          ...campaign,
          id: `c-${index}`,
          title: dense,
          facts: many(60, () => dense),
          links,
          techniques: many(60, () => dense),
        }) as typeof campaign,
    ),
    pages: many(100, () => withStrings(pageOf(campaign), () => dense)),
    advice: many(
      400,
      (index) =>
        ({ ...withStrings(small.advice?.[0], () => dense), audience: "person", person: `p-${index}` }) as AdviceForJson,
    ),
    shared: many(50, () => dense),
    trackers: many(1_000, () => tracker({ name: dense, hosts: [dense] })),
    caseFolder: dense,
    toolVersion: dense,
    generatedAt: dense,
  });
  const coverage = {
    ...heavy.answer.coverage,
    sources: many(1_000, () => ({ path: dense, kind: dense, messages: 1 })),
    notCovered: many(1_000, () => ({ path: dense, code: dense, message: dense })),
  };
  const page = htmlReport({ ...heavy, answer: { ...heavy.answer, coverage, owners: many(50, () => dense) } });
  assert.ok(Buffer.byteLength(page) < 8 * 1024 * 1024, `${Buffer.byteLength(page)} bytes`);
  assert.ok(Buffer.byteLength(page) > 4 * 1024 * 1024, `the test is heavy indeed: ${Buffer.byteLength(page)} bytes`);
});
