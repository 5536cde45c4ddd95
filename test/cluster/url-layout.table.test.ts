import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { urlLayout } from "../../src/cluster/url-layout.ts";

describe("a URL's shape and fields", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [url: string, domain: string, fields: string])[] = [
    ["https://a.t.one.example/o/x.png?r=1&c=2", "one.example", "host 0=a host 1=t path 0=o path 1=x.png query c=2 query r=1"],
    ["https://one.example/",                    "one.example", ""],
    ["https://u@one.example/?abc#f",            "one.example", "user=u query=abc"],
    ["mailto:leave-77-x@l.one.example?subject=s", "one.example", "user=leave-77-x host 0=l query subject=s"],
    ["mailto:a@one.example",                    "one.example", "user=a"],
  ];
  for (const [url, domain, wanted] of cases) {
    test(url, () => {
      const fields = urlLayout(url, domain)?.fields ?? [];
      assert.equal(fields.map(({ name, start, end }) => `${name}=${url.slice(start, end)}`).join(" "), wanted);
    });
  }
  for (const url of ["", "mailto:", "data:text/plain,x"]) {
    test(`no layout: ${JSON.stringify(url)}`, () => assert.equal(urlLayout(url, ""), null));
  }
});
