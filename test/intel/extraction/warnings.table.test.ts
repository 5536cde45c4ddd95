/** The warning lists that are shipped, those of the user, and what they do to a value. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { extractIndicators } from "../../../src/intel/extraction/extract.ts";
import { shippedWarningLists } from "../../../src/intel/extraction/shipped-warning-lists.ts";
import { documentOfText } from "../../../src/intel/extraction/text-document.ts";
import { type Warnings, warningsWith } from "../../../src/intel/extraction/warnings.ts";
import type { Observable } from "../../../src/intel/observable.ts";

describe("the lists that are shipped", () => {
  const rows: readonly (readonly [type: Observable["type"], value: string, list: string | null])[] = [
    ["domain-name", "microsoft.com", "Microsoft"],
    ["domain-name", "update.microsoft.com", "Microsoft"],
    ["domain-name", "notmicrosoft.com", null],
    ["domain-name", "attack.mitre.org", "security vendors' pages"],
    ["ipv4-addr", "17.1.2.3", "Apple"],
    ["ipv4-addr", "17.1.0.0/16", "Apple"],
    ["ipv4-addr", "16.0.0.0/7", null],
    ["ipv4-addr", "192.0.2.7", null],
    ["file-hash", "d41d8cd98f00b204e9800998ecf8427e", "hashes of empty files"],
    ["file-hash", "d41d8cd98f00b204e9800998ecf8427f", null],
  ];
  for (const [type, value, list] of rows) {
    test(`${type} ${value}`, () => {
      assert.deepEqual(warningsWith(null).of({ type, value }), list === null ? [] : [{ list }]);
    });
  }

  test("have entries, of the types that are known", () => {
    for (const [name, type, values] of shippedWarningLists) {
      assert.ok(name !== "" && values.split(/\s+/).length >= 3, name);
      assert.ok(["hostname", "string", "cidr"].includes(type), name);
    }
  });
});

const cranes: Warnings = {
  of: ({ value }) => (value === "mail.crane.cf" || value === "203.0.113.9" ? [{ list: "Cranes" }] : []),
};

test("a list of the user marks what the document means, and rejects what it merely names", () => {
  const read = (text: string) => extractIndicators(documentOfText(text), { warnings: cranes });
  assert.deepEqual(
    read("It loads mail.crane[.]cf from 203.0.113[.]9 daily.").indicators.map(({ doubt }) => doubt),
    ["well-known host by the warning list: Cranes", "well-known address by the warning list: Cranes"],
  );
  assert.deepEqual(
    read("It loads mail.crane.cf daily.").rejected.map(({ why }) => why),
    ["well-known host by the warning list: Cranes"],
  );
});

test("what a customer has below a company's suffix is the customer's", () => {
  const { indicators } = extractIndicators(documentOfText("It loads crane-news.azurewebsites[.]net daily."));
  assert.deepEqual(
    indicators.map(({ value, doubt }) => [value, doubt]),
    [["crane-news.azurewebsites.net", null]],
  );
});
