/** Which properties of Outlook items make a client contact a server, and by which vector (RL-66, RL-31). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { propertyReferences } from "../../src/signals/property-loads.ts";
import { resolveReference } from "../../src/url/resolve.ts";

describe("properties of Outlook items", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, value: string, expected: string | null])[] = [
    ["reminder-file",      "\\\\198.51.100.7\\share\\bell.wav",           "RL-66 open 198.51.100.7"],
    ["reminder-file",      "\\\\fs.example@SSL@443\\dav\\bell.wav",       "RL-66 open fs.example"],
    ["reminder-file",      "//fs.example/share/bell.wav",                 "RL-66 open fs.example"],
    ["reminder-file",      "\\/fs.example/share/bell.wav",                "RL-66 open fs.example"],
    ["reminder-file",      "\\\\?\\UNC\\fs.example\\bell.wav",            "RL-66 open fs.example"],
    // CVE-2023-29324: a path that one function of Windows takes for local and another for a share.
    ["reminder-file",      "\\\\.\\UNC\\\\fs.example\\bell.wav",          "RL-66 open fs.example"],
    ["reminder-file",      "file://fs.example/share/bell.wav",            "RL-66 open fs.example"],
    ["reminder-file",      "http://fs.example/bell.wav",                  "RL-66 open fs.example"],
    ["reminder-file",      " \\\\fs.example\\bell.wav",                   "RL-66 open fs.example"],
    ["attachment/reminder-file", "\\\\fs.example\\bell.wav",              "RL-66 open fs.example"],
    // What Outlook writes itself.
    ["reminder-file",      "reminder.wav",                                null],
    ["reminder-file",      "C:\\Windows\\Media\\chimes.wav",              null],
    ["reminder-file",      "\\\\.\\C:\\bell.wav",                         null],
    ["attachment/0x370d",  "\\\\fs.example\\share\\a.docx",               "RL-31 click fs.example"],
    ["attachment/0x370d",  "file://fs.example/share/a.docx",              "RL-31 click fs.example"],
    ["0x8123",             "\\\\fs.example\\share",                       "RL-31 click fs.example"],
    // Kept, shown or answered by nobody.
    ["attachment/0x3713",  "https://www.example/page.html",               null],
    ["0x0070",             "see \\\\fs.example\\share",                   null],
    ["00020386-0000-0000-c000-000000000046/list-unsubscribe", "<https://list.example/u>", null],
    ["attachment/0x370d",  "C:\\Users\\ada\\a.docx",                      null],
  ];
  for (const [name, value, expected] of cases) {
    test(`${name} ${JSON.stringify(value)}: ${expected ?? "none"}`, () => {
      const [reference, ...more] = propertyReferences([{ name, value }]);
      assert.deepEqual(more, []);
      const host = reference === undefined ? "" : (resolveReference(reference.url, null)?.host ?? "");
      assert.equal(reference === undefined ? null : `${reference.vector} ${reference.fires} ${host}`, expected);
    });
  }

  test("a reference names its property's place", () => {
    const properties = ["reminder.wav", "\\\\a.example\\x", "\\\\b.example\\x"].map((value) => ({
      name: "reminder-file",
      value,
    }));
    assert.deepEqual(
      propertyReferences(properties).map(({ start }) => start),
      [1, 2],
    );
  });
});
