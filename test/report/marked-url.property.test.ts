/** A mark in a URL changes nothing of the dead text, and never makes it live. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { defangUrl } from "../../src/report/defang.ts";
import { markedUrl } from "../../src/report/marked-url.ts";

const piece = fc.oneof(
  fc.constantFrom("http://", "https://", "/", "?", "a.example", "@", "x", "%2f", "mailto:", "\ue000"),
  fc.string(),
);
const url = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(""));

describe("markedUrl", () => {
  test("a token in a path", () => {
    assert.deepEqual(markedUrl("https://t.one.example/o/abc.png", { start: 24, end: 27 }), {
      before: "hxxps://t[.]one[.]example/o/",
      value: "abc",
      after: ".png",
    });
  });

  test("a token in the host is made dead as the host is", () => {
    const { before, value, after } = markedUrl("https://ab.cd.one.example/", { start: 8, end: 13 });
    assert.equal(before + value + after, "hxxps://ab[.]cd[.]one[.]example/");
    assert.equal(value, "ab[.]cd");
  });

  test("far from the host, what stands before the mark is still seen, and the host too", () => {
    const long = `https://t.one.example/${"p".repeat(400)}/tok`;
    const { before, value } = markedUrl(long, { start: long.length - 3, end: long.length });
    assert.ok(before.startsWith("hxxps://t[.]one[.]example/") && before.endsWith("ppp/"));
    assert.ok(before.length < 120);
    assert.equal(value, "tok");
  });

  test("short URLs: the parts are the dead URL", () => {
    fc.assert(
      fc.property(url, fc.nat(40), fc.nat(40), (text, start, length) => {
        fc.pre(text.length <= 60);
        const { before, value, after } = markedUrl(text, { start, end: start + length });
        assert.equal(before + value + after, defangUrl(text));
      }),
    );
  });

  test("any span of any URL: nothing live, and short", () => {
    fc.assert(
      fc.property(url, fc.integer({ min: -5, max: 200 }), fc.integer({ min: -5, max: 200 }), (text, start, end) => {
        const { before, value, after } = markedUrl(text.repeat(8), { start, end });
        assert.doesNotMatch(before + value + after, /https?:\/\//i);
        assert.ok(before.length + value.length + after.length <= 350);
      }),
    );
  });
});
