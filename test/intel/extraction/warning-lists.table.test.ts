/** Warning lists of all types, those that are shipped, and files that are none. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../../src/base/limits.ts";
import { extractIndicators } from "../../../src/intel/extraction/extract.ts";
import { shippedWarningLists } from "../../../src/intel/extraction/shipped-warning-lists.ts";
import { documentOfText } from "../../../src/intel/extraction/text-document.ts";
import { parseWarningList, type WarningList, WarningLists } from "../../../src/intel/extraction/warning-lists.ts";

function parsed(type: string, list: readonly unknown[]): WarningList {
  const result = parseWarningList(JSON.stringify({ name: "Cranes", type, list, version: 1, matching_attributes: [] }));
  assert.ok(result.ok);
  return result.value;
}

describe("each type matches in its own way", () => {
  const rows: readonly (readonly [type: string, entry: string, value: string, isHit: boolean])[] = [
    ["hostname", "crane.example", "crane.example", true],
    ["hostname", ".crane.example", "mail.crane.example", true],
    ["hostname", "*.crane.example", "a.b.crane.example", true],
    ["hostname", "crane.example", "notcrane.example", false],
    ["string", "Crane.example", "crane.example", true],
    ["string", "crane.example", "mail.crane.example", false],
    ["substring", "crane", "paper-crane.example", true],
    ["substring", "heron", "paper-crane.example", false],
    ["regex", "/^crane[0-9]+\\.example$/i", "crane7.example", true],
    ["regex", "^crane[0-9]+\\.example$", "crane.example", false],
    // What RE2 does not know is left out.
    ["regex", "(?=crane)", "crane.example", false],
  ];
  for (const [type, entry, value, isHit] of rows) {
    test(`${type} ${entry} · ${value}`, () => {
      assert.equal(new WarningLists([parsed(type, [entry])]).ofHost(value), isHit ? "Cranes" : null);
    });
  }
  const networks: readonly (readonly [entry: string, value: string, isHit: boolean])[] = [
    ["192.0.2.0/24", "192.0.2.200", true],
    ["192.0.2.0/24", "192.0.2.64/26", true],
    ["192.0.2.0/24", "192.0.0.0/16", false],
    ["192.0.2.7", "192.0.2.7", true],
    ["192.0.2.7", "192.0.2.8", false],
    ["2001:db8::/32", "2001:db8:7::1", true],
    ["2001:db8::/32", "2001:db9::1", false],
    ["no network", "192.0.2.7", false],
  ];
  for (const [entry, value, isHit] of networks) {
    test(`cidr ${entry} · ${value}`, () => {
      assert.equal(new WarningLists([parsed("cidr", [entry])]).ofAddress(value), isHit ? "Cranes" : null);
    });
  }
});

test("a list of the user marks what the document means, and rejects what it merely names", () => {
  const warningLists = [parsed("hostname", ["crane.cf"])];
  const read = (text: string) => extractIndicators(documentOfText(text), { warningLists });
  assert.deepEqual(
    read("It loads mail.crane[.]cf daily.").indicators.map(({ doubt }) => doubt),
    ["well-known host by the warning list: Cranes"],
  );
  assert.deepEqual(
    read("It loads mail.crane.cf daily.").rejected.map(({ why }) => why),
    ["well-known host by the warning list: Cranes"],
  );
});

describe("files that are no warning list", () => {
  for (const text of ["", "{", "[]", "7", "null", '{"list": 7}', '{"list": [], "type": "wish"}']) {
    test(JSON.stringify(text), () => {
      const result = parseWarningList(text);
      assert.ok(!result.ok && result.error.startsWith("is "));
    });
  }
  test("entries that are no text are left out, a list without a type is one of values", () => {
    const result = parseWarningList('{"name": "Cranes", "list": [7, null, "", "a"]}');
    assert.deepEqual(result.ok && result.value, { name: "Cranes", type: "string", values: ["a"] });
  });
});

test("the number of entries and of searches is bounded", () => {
  const values = Array.from({ length: limits.warningSearchesMax + 1 }, (_, at) => `<${at}>`);
  const lists = new WarningLists([{ name: "Cranes", type: "substring", values }]);
  assert.equal(lists.ofValue(`<${limits.warningSearchesMax - 1}>`), "Cranes");
  assert.equal(lists.ofValue(`<${limits.warningSearchesMax}>`), null);
  const long = parseWarningList(`{"list": [${'"a",'.repeat(limits.warningListEntriesMax)}"b"]}`);
  assert.deepEqual(long.ok && [long.value.values.length, long.value.values.at(-1)], [
    limits.warningListEntriesMax,
    "a",
  ]);
});

test("the lists that are shipped have entries, of the types that are known", () => {
  for (const [name, type, values] of shippedWarningLists) {
    assert.ok(name !== "" && values.split(/\s+/).length >= 3, name);
    assert.ok(["hostname", "string", "cidr"].includes(type), name);
  }
});
