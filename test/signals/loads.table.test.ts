import assert from "node:assert/strict";
import { test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import type { HtmlReference } from "../../src/html/reading.ts";
import { describeLoads } from "../../src/signals/loads.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";

const finder = createTokenFinder();
const reader = "ada.quill@parliament.example";

function reference(url: string, more: Partial<HtmlReference> = {}): HtmlReference {
  return {
    vector: "RL-01",
    url,
    start: 0,
    end: 1,
    hidden: false,
    why: "shown",
    fires: "open",
    width: null,
    height: null,
    ...more,
  };
}

function describe(references: readonly HtmlReference[], base: string | null = null) {
  return describeLoads({
    references,
    base,
    toRaw: (spans) => spans.map(({ start, end }) => ({ start: start + 1000, end: end + 1000 })),
    addresses: [reader],
    finder,
  });
}

test("a load is resolved, placed and searched", () => {
  const { loads, count } = describe(
    [reference("px?r=ada.quill%40parliament.example", { start: 5, end: 9, hidden: true, why: "1x1" })],
    "https://News.Example.co.uk/a/",
  );
  assert.equal(count, 1);
  const [load] = loads;
  assert.equal(load?.resolved, "https://news.example.co.uk/a/px?r=ada.quill%40parliament.example");
  assert.equal(load?.host, "news.example.co.uk");
  assert.equal(load?.domain, "example.co.uk");
  assert.deepEqual(load?.span, { start: 1005, end: 1009 });
  assert.equal(load?.token.kind, "decoded");
  assert.equal(load?.token.address, reader);
  assert.equal(load?.why, "1x1");
});

test("the same load twice is one; the hidden one is kept", () => {
  const { loads, count } = describe([
    reference("https://t.example/a.png", { start: 1 }),
    reference("https://t.example/a.png", { start: 2 }),
    reference("https://t.example/a.png", { start: 3, hidden: true }),
    reference("https://t.example/a.png", { start: 4, vector: "RL-05" }),
  ]);
  assert.equal(count, 2);
  assert.deepEqual(
    loads.map(({ vector, hidden, span }) => [vector, hidden, span.start]),
    [
      ["RL-01", true, 1003],
      ["RL-05", false, 1004],
    ],
  );
});

test("what contacts nobody is no load", () => {
  const { loads, count } = describe(
    ["cid:logo", "data:image/gif;base64,R0lG", "about:blank", "images/a.png"].map((url) => reference(url)),
  );
  assert.equal(count, 0);
  assert.deepEqual(loads, []);
});

test("a share is a load with its host (RL-31)", () => {
  const [load] = describe([reference("\\\\files.example.net\\pub\\a.png", { vector: "RL-31" })]).loads;
  assert.equal(load?.host, "files.example.net");
});

test("what cannot be resolved is kept as written", () => {
  const [load] = describe([reference("http://[broken/")]).loads;
  assert.equal(load?.resolved, "");
  assert.equal(load?.url, "http://[broken/");
  assert.equal(load?.token.kind, "none");
});

test("too many: the count is exact, tokens and hidden loads are kept, in the order of the message", () => {
  const many = Array.from({ length: limits.storedLoadsMax + 300 }, (_, i) =>
    reference(`https://cdn.example/pic${i}.png`, { start: i }),
  );
  const last = many.length;
  const { loads, count } = describe([
    ...many,
    reference("https://cdn.example/spacer.gif", { start: last, hidden: true }),
    reference(`https://t.example/o?r=${reader}`, { start: last + 1 }),
  ]);
  assert.equal(count, last + 2);
  assert.equal(loads.length, limits.storedLoadsMax);
  assert.equal(loads.at(-1)?.token.kind, "decoded");
  assert.equal(loads.at(-2)?.hidden, true);
  const starts = loads.map(({ span }) => span.start);
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => a - b),
  );
});

test("a load that a gateway wrapped is judged by what stands inside, and the gateway is named (LK-11)", () => {
  const inner = encodeURIComponent("https://px.example.org/open.gif");
  const data = encodeURIComponent(`05|02|${reader}|0a1b`);
  const url = `https://nam12.safelinks.protection.outlook.com/?url=${inner}&data=${data}`;
  const [load] = describe([reference(url, { hidden: true, why: "1x1" })]).loads;
  assert.deepEqual([load?.resolved, load?.host], ["https://px.example.org/open.gif", "px.example.org"]);
  assert.equal(load?.token.kind, "none", "the reader's address in the wrapper is the gateway's");
  assert.equal(load?.why, "1x1; wrapped by Microsoft Safe Links");
  assert.equal(load?.url, url, "as written");
});

test("a tracker inside a wrapper stays one", () => {
  const inner = encodeURIComponent(`https://px.example.org/o?r=${encodeURIComponent(reader)}`);
  const [load] = describe([reference(`https://www.google.com/url?q=${inner}`)]).loads;
  assert.deepEqual([load?.host, load?.token.address], ["px.example.org", reader]);
});

test("attack: a wrapper's host in a name of somebody else's unwraps nothing", () => {
  const inner = encodeURIComponent("https://www.example.org/logo.png");
  const [load] = describe([
    reference(`https://safelinks.protection.outlook.com.px.example/?url=${inner}&r=${reader}`),
  ]).loads;
  assert.deepEqual([load?.host, load?.token.address], ["safelinks.protection.outlook.com.px.example", reader]);
});

const keptBack = "https://url.emailprotection.link/?bA1bC2dE3fG4hI5jK6lM7nO8pQ9rS0~";

test("a gateway that keeps the address inside to itself is named, and its value is no token", () => {
  const [load] = describe([reference(keptBack, { fires: "click" })]).loads;
  assert.deepEqual([load?.host, load?.token.kind], ["url.emailprotection.link", "none"]);
  assert.equal(load?.why, "shown; wrapped by Intermedia Email Protection");
});

test("attack: a picture behind a link of a gateway that tells not where it leads, or only says a host", () => {
  const mimecast = "https://protect-eu.mimecast.com/s/A1bC2dE3fG4hI5jK6lM7nO8pQ9rS0?domain=www.example.org";
  const { loads } = describe([keptBack, mimecast].map((url) => reference(url, { hidden: true, why: "1x1" })));
  assert.deepEqual(
    loads.map(({ host, token }) => [host, token.kind]),
    [
      ["url.emailprotection.link", "likely"],
      ["protect-eu.mimecast.com", "likely"],
    ],
  );
});
