import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { registrableDomain } from "../../src/url/registrable-domain.ts";
import { classifyReference, resolveReference } from "../../src/url/resolve.ts";

describe("resolveReference", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [reference: string, base: string | null, kind: string | null, host: string, domain: string])[] = [
    ["http://News.Example.ORG:8080/a",        null,                      "remote", "news.example.org", "example.org"],
    ["https://example.org./a",                null,                      "remote", "example.org",      "example.org"],
    [" \t ht\ntp://ex\tample.org/a \r\n",     null,                      "remote", "example.org",      "example.org"],
    ["\u0001http://example.org/",             null,                      "remote", "example.org",      "example.org"],
    ["HTTP:\\\\example.org\\a",               null,                      "remote", "example.org",      "example.org"],
    ["http:/example.org/a",                   null,                      "remote", "example.org",      "example.org"],
    ["http:example.org",                      null,                      "remote", "example.org",      "example.org"],
    ["ftp://example.org/a",                   null,                      "remote", "example.org",      "example.org"],
    ["rtsp://Example.org/a",                  null,                      "remote", "example.org",      "example.org"],
    ["http://b\u00fccher.example/",           null,                      "remote", "xn--bcher-kva.example", "xn--bcher-kva.example"],
    ["http://192.0.2.7/a",                    null,                      "remote", "192.0.2.7",        "192.0.2.7"],
    // The number form of the same address (WHATWG URL, "ends in a number").
    ["http://0xC0000207/a",                   null,                      "remote", "192.0.2.7",        "192.0.2.7"],
    ["http://[2001:DB8::1]:80/",              null,                      "remote", "2001:db8::1",      "2001:db8::1"],
    ["http://localhost/",                     null,                      "remote", "localhost",        "localhost"],
    ["http://user:pw@t.example.com/",         null,                      "remote", "t.example.com",    "example.com"],
    ["view-source:view-source:http://a.example/", null,                  "remote", "a.example",        "a.example"],
    ["//t.example/x",                         null,                      "remote", "t.example",        "t.example"],
    ["/\\t.example/x",                        null,                      "remote", "t.example",        "t.example"],
    ["//t.example/x",                         "http://example.org/",     "remote", "t.example",        "t.example"],
    ["a.png",                                 "http://example.org/d/",   "remote", "example.org",      "example.org"],
    ["?q",                                    "http://example.org/d/",   "remote", "example.org",      "example.org"],
    ["a.png",                                 null,                      "local",  "",                 ""],
    ["a.png",                                 "file://fs.example/s/",    "unc",    "fs.example",       "fs.example"],
    ["\\\\fs.example\\share\\x",              null,                      "unc",    "fs.example",       "fs.example"],
    ["\\\\fs.example@SSL@443\\dav\\x",        null,                      "unc",    "fs.example",       "fs.example"],
    ["\\\\?\\UNC\\fs.example\\share",         null,                      "unc",    "fs.example",       "fs.example"],
    ["\\\\.\\UNC\\\\fs.example\\share",         null,                      "unc",    "fs.example",       "fs.example"],
    ["\\\\?\\C:\\x",                          null,                      "local",  "",                 ""],
    ["file://fs.example/share/x",             null,                      "unc",    "fs.example",       "fs.example"],
    ["file:////fs.example/share/x",           null,                      "unc",    "fs.example",       "fs.example"],
    ["file:///\\\\fs.example\\share!x",       null,                      "unc",    "fs.example",       "fs.example"],
    ["file:\\\\fs.example\\share",            null,                      "unc",    "fs.example",       "fs.example"],
    ["file://localhost/c:/x",                 null,                      "local",  "",                 ""],
    ["file:///c:/x",                          null,                      "local",  "",                 ""],
    ["c:\\x.png",                             null,                      "local",  "",                 ""],
    ["smb://u@fs.example/s",                  null,                      "unc",    "fs.example",       "fs.example"],
    ["ldap://l.example/x",                    null,                      "other",  "l.example",        "l.example"],
    ["search-ms:query=x",                     null,                      "other",  "",                 ""],
    ["ms-word:ofe|u|http://a.example/x",      null,                      "other",  "a.example",        "a.example"],
    ["search-ms:q=a&crumb=location:\\\\b.a.example\\s", null,              "other",  "b.a.example",      "a.example"],
    // Evasion: what is searched for names another server.
    ["search-ms:q=http://c.example/&crumb=location:\\\\b.a.example\\s", null, "other", "b.a.example",  "a.example"],
    ["search-ms:q=a&crumb=location:C:\\s",     null,                      "other",  "",                 ""],
    ["cid:part1@example.org",                 null,                      "inline", "",                 ""],
    ["DATA:image/png;base64,AA",              null,                      "inline", "",                 ""],
    ["java\nscript:alert(1)",                 null,                      "inline", "",                 ""],
    ["about:blank",                           "http://example.org/",     "inline", "",                 ""],
    ["",                                      "http://example.org/",     null,     "",                 ""],
    [" \n ",                                  null,                      null,     "",                 ""],
    ["http://a b/",                           null,                      null,     "",                 ""],
  ];
  for (const [reference, base, kind, host, domain] of cases) {
    test(`${JSON.stringify(reference)} against ${base}: ${kind}`, () => {
      const url = resolveReference(reference, base);
      assert.deepEqual(url && [url.kind, url.host, url.domain], kind && [kind, host, domain]);
    });
  }

  test("a protocol-relative reference takes the protocol of its base, and https without one", () => {
    assert.equal(resolveReference("//t.example/x", null)?.href, "https://t.example/x");
    assert.equal(resolveReference("//t.example/x", "http://example.org/")?.href, "http://t.example/x");
    assert.equal(resolveReference("//t.example/x", "file://fs.example/")?.href, "https://t.example/x");
  });

  test("a host that the URL standard refuses still classifies as remote", () => {
    assert.equal(classifyReference("http://a b/").kind, "remote");
  });

  test("property: total, and the host is bare", () => {
    const part = fc.constantFrom(
      "http:",
      "file:",
      "//",
      "\\\\",
      "/",
      "@",
      ":",
      "a.example",
      "?",
      "#",
      "\u0000",
      "\t",
      "[",
      "]",
      "%",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, fc.option(fc.constant("http://example.org/a/b")), (reference, base) => {
        const url = resolveReference(reference, base);
        if (url === null) return;
        assert.equal(url.host, url.host.toLowerCase());
        assert.ok(!url.host.endsWith("."));
        assert.ok(url.host === "" || url.domain !== "");
        assert.ok(url.host.endsWith(url.domain));
      }),
      { numRuns: Number(process.env["FUZZ_RUNS"] ?? 500) },
    );
  });

  test("attack: a reference of 2 MB is cut, not refused (HM-124)", () => {
    const url = resolveReference(`http://t.example/${"a".repeat(2_000_000)}`, null);
    assert.equal(url?.host, "t.example");
    assert.equal(url?.href.length, limits.urlCharsMax);
  });
});

describe("registrableDomain", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [host: string, domain: string])[] = [
    ["news.example.co.uk",     "example.co.uk"],
    ["a.b.c.example.com",      "example.com"],
    ["example.com",            "example.com"],
    // Not on the list: one label counts as suffix.
    ["a.b.example",            "b.example"],
    ["x.mail.test",            "mail.test"],
    // The private part of the list is not used: who rents the name is not who runs the server.
    ["user.github.io",         "github.io"],
    ["co.uk",                  "co.uk"],
    ["localhost",              "localhost"],
    ["192.0.2.1",              "192.0.2.1"],
    ["2001:db8::1",            "2001:db8::1"],
    ["",                       ""],
  ];
  for (const [host, domain] of cases) {
    test(`${host} → ${domain}`, () => assert.equal(registrableDomain(host), domain));
  }
});
