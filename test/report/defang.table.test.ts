import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { defangText, defangUrl } from "../../src/report/defang.ts";

describe("defangUrl", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [url: string, dead: string])[] = [
    ["http://a.example/x.gif",             "hxxp://a[.]example/x.gif"],
    ["HTTPS://A.example",                  "hxxps://A[.]example"],
    ["https://u@a.example:8443/p?q=1.2#f", "hxxps://u@a[.]example:8443/p?q=1.2#f"],
    ["//a.example/x",                      "//a[.]example/x"],
    ["http:\\\\a.example\\x",              "http[:]\\\\a[.]example\\x"],
    ["\\\\host.example\\share\\a.wav",     "\\\\host[.]example\\share\\a.wav"],
    ["file://host.example/share",          "file[:]//host[.]example/share"],
    ["ftp://a.example/",                   "ftp[:]//a[.]example/"],
    ["mailto:a.b@c.example?subject=x.y",   "mailto[:]a.b@c[.]example?subject=x.y"],
    ["javascript:fetch('http://a.example')", "javascript[:]fetch('hxxp://a.example')"],
    ["https://w.example/?u=http://a.example", "hxxps://w[.]example/?u=hxxp://a.example"],
    ["/relative.gif",                      "/relative.gif"],
    ["",                                   ""],
  ];
  for (const [url, dead] of cases) test(url || "(empty)", () => assert.equal(defangUrl(url), dead));

  test("long URLs are cut", () => assert.equal(defangUrl(`http://a.example/${"x".repeat(9_000)}`).length, 2_003));

  test("no live scheme is left, wherever it stands", () => {
    const url = fc.string({
      unit: fc.constantFrom("http", "https", "ftp", ":", "/", "//", "\\", "a", "1", "_", ".", "?", "@"),
    });
    fc.assert(
      fc.property(url, (text) => {
        assert.doesNotMatch(defangUrl(text), /https?:\/\/|ftp:\/\//i);
        assert.doesNotMatch(defangText(text), /https?:\/\/|ftp:\/\//i);
        assert.equal(defangText(defangText(text)), defangText(text));
      }),
    );
  });
});
