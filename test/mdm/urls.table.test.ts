/** `strings.parse_url` and `href_url`: every part of a URL, wrappers undone, hosts that are addresses. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { looksLikeHost, parseUrl, parseUrlText, urlObject } from "../../src/mdm/urls.ts";
import type { Value } from "../../src/mql/value.ts";
import { at, hostOf, plain, valueAt } from "../support/model.ts";

function read(url: string, path: string): unknown {
  return plain(valueAt(urlObject(parseUrl(url, null)) as Value, path));
}

describe("parts", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [url: string, path: string, value: unknown])[] = [
    ["HTTPS://News.Example.COM/A/b?x=1#Top",      "scheme",                 "https"],
    ["HTTPS://News.Example.COM/A/b?x=1#Top",      "domain.domain",          "news.example.com"],
    ["HTTPS://News.Example.COM/A/b?x=1#Top",      "domain.subdomain",       "news"],
    ["HTTPS://News.Example.COM/A/b?x=1#Top",      "path",                   "/A/b"],
    ["HTTPS://News.Example.COM/A/b?x=1#Top",      "query_params",           "x=1"],
    ["HTTPS://News.Example.COM/A/b?x=1#Top",      "fragment",               "Top"],
    ["https://example.com",                       "path",                   null],
    ["https://example.com",                       "query_params",           null],
    ["https://example.com",                       "query_params_decoded",   null],
    ["https://example.com",                       "fragment",               null],
    ["https://example.com",                       "username",               null],
    ["https://example.com",                       "port",                   443],
    ["https://example.com:8443/",                 "port",                   8443],
    ["https://ada:s%40x@example.com/",            "username",               "ada"],
    ["https://ada:s%40x@example.com/",            "password",               "s@x"],
    ["https://example.com/?a=1&b=x+y&a=%32&c",    "query_params_decoded",   { a: ["1", "2"], b: ["x y"], c: [""] }],
    ["mailto:Ada@Example.com?subject=hi",         "url",                    "Ada@Example.com"],
    ["mailto:Ada@Example.com?subject=hi",         "scheme",                 "mailto"],
    ["mailto:Ada@Example.com?subject=hi",         "domain.root_domain",     "example.com"],
    ["tel:+15550100",                             "scheme",                 "tel"],
    ["https://192.0.2.7/a",                       "domain",                 null],
    ["https://192.0.2.7/a",                       "ip.ip",                  "192.0.2.7"],
    ["https://192.0.2.7/a",                       "ip.translation",         null],
    ["https://3221225991/a",                      "ip.ip",                  "192.0.2.7"],
    ["https://3221225991/a",                      "ip.translation.encoders", ["decimal_integer"]],
    ["https://0300.0.02.07/",                     "ip.ip",                  "192.0.2.7"],
    ["https://0300.0.02.07/",                     "ip.translation.encoders", ["octal"]],
    ["https://030000001007/",                     "ip.translation.encoders", ["octal"]],
    ["https://0xc0000207/",                       "ip.translation.encoders", ["hexadecimal"]],
    ["https://[::ffff:192.0.2.7]/",               "ip.translation.v4_to_v6", true],
    ["https://[::ffff:192.0.2.7]/",               "ip.ip",                  "192.0.2.7"],
    ["https://[2001:db8::1]/",                    "ip.version",             6],
    ["https:\\\\evil.example.com\\a",             "domain.domain",          "evil.example.com"],
    ["https://ex\u00e4mple.com/",                 "domain.punycode",        "ex\u00e4mple.com"],
    ["https://user.github.io/",                   "domain.root_domain",     "github.io"],
    ["https://a.b.example.co.uk/",                "domain.tld",             "co.uk"],
    ["https://a.b.example.co.uk/",                "domain.sld",             "example"],
    ["https://intranet/",                         "domain.valid",           false],
    ["https://intranet/",                         "domain.root_domain",     null],
  ];
  for (const [url, path, value] of cases) test(`${url} ${path}`, () => assert.deepEqual(read(url, path), value));
});

describe("wrappers", () => {
  const inner = "https%3A%2F%2Fexample.com%2Fa%3Fx%3D1";
  const safe = `https://eur01.safelinks.protection.outlook.com/?url=${inner}&data=1`;
  const nested = `https://www.google.com/url?q=${encodeURIComponent(safe)}`;
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [url: string, path: string, value: unknown])[] = [
    [safe,   "url",                "https://example.com/a?x=1"],
    [safe,   "domain.root_domain", "example.com"],
    [safe,   "rewrite.encoders",   ["azure_safelink"]],
    [safe,   "rewrite.original",   safe],
    [nested, "url",                "https://example.com/a?x=1"],
    [nested, "rewrite.encoders",   ["google_open_redirect", "azure_safelink"]],
    ["https://example.com/", "rewrite", null],
    // The wrapper keeps the address to itself.
    ["https://protect.mimecast.com/s/abcdef?domain=example.com", "rewrite", null],
  ];
  for (const [url, path, value] of cases)
    test(`${url.slice(0, 60)} ${path}`, () => assert.deepEqual(read(url, path), value));
});

describe("strings.parse_url", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, strict: string | null, loose: string | null])[] = [
    ["https://example.com/a",   "https://example.com/a", "https://example.com/a"],
    ["example.com/a",           null,                    "https://example.com/a"],
    ["example.com:8080/a",      null,                    "https://example.com:8080/a"],
    ["www.example.com",         null,                    "https://www.example.com"],
    ["no url at all",           null,                    null],
    ["version 1.2",             null,                    null],
    ["",                        null,                    null],
  ];
  for (const [text, strict, loose] of cases) {
    test(JSON.stringify(text), () => {
      assert.equal(parseUrlText(text, true)?.facts.url ?? null, strict);
      assert.equal(parseUrlText(text, false)?.facts.url ?? null, loose);
    });
  }
  test("what is a host by itself", () => {
    for (const host of ["example.com", "www.example.co.uk/a", "192.0.2.7"]) assert.ok(looksLikeHost(host), host);
    for (const other of ["1.2", "Dear.Lin", "a@example.com", "example", "...", "e.g."])
      assert.ok(!looksLikeHost(other), other);
  });
});

describe("links of a message", () => {
  const host = hostOf([
    ...["Subject: x", "Content-Type: text/html; charset=utf-8", ""],
    '<a href="https://evil.example.com/">https://bank.example.org/login</a><a href="https://bank.example.org/x">www.bank.example.org</a>',
    '<a href="https://example.com/y">Click</a><a href="https://example.com/z"><img src="cid:1"></a><a href="#top">up</a>',
    '<a style="display:none" href="https://example.com/h">hidden</a><a href="/relative">here</a>',
  ]);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [path: string, value: unknown])[] = [
    ["[0].mismatched",      true],
    ["[0].display_url.url", "https://bank.example.org/login"],
    ["[0].display_text",    null],
    ["[1].mismatched",      false],
    ["[2].mismatched",      null],
    ["[2].display_text",    "Click"],
    ["[2].display_url",     null],
    ["[2].parser",          "hyperlink"],
    ["[2].visible",         true],
    ["[3].display_text",    null],
    ["[3].display_url",     null],
    ["[4].visible",         false],
    ["[5]",                 null],
  ];
  for (const [path, value] of cases) test(path, () => assert.deepEqual(at(host, `body.links${path}`), value));

  test("of plain text", () => {
    const text = hostOf([
      "Subject: x",
      "",
      "see https://example.com/a?b=1, or www.example.org. <mailto:ada@example.com>",
    ]);
    const urls = [0, 1, 2].map((index) => at(text, `body.links[${index}].href_url.url`));
    assert.deepEqual(urls, ["https://example.com/a?b=1", "http://www.example.org", "ada@example.com"]);
    assert.equal(at(text, "body.links[0].parser"), "plain");
    assert.equal(at(text, "body.links[0].display_url.url"), "https://example.com/a?b=1");
  });
});
