/** A plain URL is one that the platform's parser leaves alone: both are asked of texts that are nearly plain. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plainHost } from "../../src/url/plain-url.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 3_000);

const scheme = fc.constantFrom(
  "http://",
  "https://",
  "http://",
  "https://",
  "HTTP://",
  "http:/",
  "ftp://",
  "https:///",
);
const label = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z]{1,3}[a-z0-9-]{0,3}$/) },
  fc.stringMatching(/^[a-z0-9-]{0,6}$/),
  fc.constantFrom(
    "example",
    "com",
    "xn--a",
    "xn--bcher-kva",
    "0x7f",
    "127",
    "A",
    "ä",
    "a b",
    "a_b",
    "%61",
    "u:p@h",
    "com:80",
  ),
);
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));
const rest = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "/",
        "?",
        "#",
        ".",
        "..",
        "/./",
        "/../",
        "%2e",
        "%2E",
        "\\",
        "'",
        '"',
        "|",
        "^",
        "`",
        " ",
        "{",
        "<",
      ),
      fc.constantFrom(
        "a",
        "Z9",
        "%41",
        "%zz",
        "&",
        "=",
        ";",
        "+",
        ":",
        "@",
        "ä",
        "\t",
        "\u007f",
        "[",
        "]",
        "!$()*,~_-",
      ),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(""));

test("what is called plain is what the parser gives back, with its host", () => {
  let plain = 0;
  fc.assert(
    fc.property(scheme, host, fc.constantFrom("/", ""), rest, (start, name, slash, end) => {
      const text = `${start}${name}${slash}${end}`;
      const found = plainHost(text);
      if (found === "") return;
      plain += 1;
      const url = URL.parse(text);
      assert.equal(url?.href, text);
      assert.equal(url?.hostname, found);
      assert.equal(url?.host, found);
    }),
    { numRuns },
  );
  assert.ok(plain > numRuns / 100, "the test itself saw too few plain URLs");
});

test("ordinary URLs of mail are plain", () => {
  const ordinary = [
    "http://example.org/",
    "https://img.news-4.example.com/a/B_c.gif?x=1&y=%20#top",
    "https://localhost/a?b/..",
  ];
  for (const text of ordinary) assert.equal(plainHost(text), URL.parse(text)?.hostname);
});
