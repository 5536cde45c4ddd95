import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isNamespace } from "../../src/parts/addresses.ts";

describe("names of formats are no addresses, and nobody else's address looks like one", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [url: string, isName: boolean])[] = [
    ["http://schemas.openxmlformats.org/package/2006/relationships", true],
    ["http://schemas.microsoft.com/office/word/2010/wordml",         true],
    ["http://www.w3.org/2000/svg",                                   true],
    ["http://purl.org/dc/terms/",                                    true],
    ["http://purl.oclc.org/ooxml/officeDocument/",                   true],
    ["http://www.iec.ch",                                            true],
    // Evasion: a host or path of the sender's that begins like one.
    ["http://schemas.evil.example/t.dotm",                           false],
    ["http://schemas.microsoft.com.evil.example/t.dotm",             false],
    ["http://iec.ch.evil.example/",                                  false],
    ["http://www.iec.chevil.example/",                               false],
    ["http://www.w3.org.evil.example/2000/svg",                      false],
    ["http://purl.org/net/somebody",                                 false],
  ];
  for (const [url, isName] of cases) test(url, () => assert.equal(isNamespace(url), isName));
});
