import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import type { Sha256 } from "../../src/base/brand.ts";
import { readViews } from "../../src/mail/views/read-views.ts";
import { createMailHost, fieldOf } from "../../src/mdm/host.ts";
import { shippedList } from "../../src/mdm/lists/shipped.ts";
import type { Value } from "../../src/mql/value.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";

const knowledge = { owner: null, history: null, list: shippedList };

/** A field below `letterlock`, by its path. */
function sign(lines: readonly string[], path: string): Value {
  const bytes = Buffer.from(lines.join("\r\n"));
  const sha256 = createHash("sha256").update(bytes).digest("hex") as Sha256;
  const location = { path: "a.eml", offset: 0, length: bytes.length, folder: "", marks: [] };
  const raw = { bytes, size: bytes.length, sha256, key: "a", location, atSourceEnd: false, problems: [] };
  const { record } = analyse(
    { ...raw, fidelity: "original", outlook: null },
    { owners: [], finder: createTokenFinder() },
  );
  const mail = { message: readViews(bytes).strict, bodies: new Map(), readings: new Map() };
  const { root } = createMailHost(mail, knowledge, record);
  return path.split(".").reduce<Value>((of, name) => fieldOf(of, name), fieldOf(root, "letterlock"));
}

const HEAD = ["From: Clara Moss <clara@firm.example>", "To: Anna Berg <anna@office.example>", "Subject: Plans"];
const PAGE = ["Content-Type: text/html", "", '<p>See <a href="https://gate.elsewhere.example/x">this</a></p>'];

describe("what a message tells of its sender and its words", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, lines: readonly string[], path: string, value: Value])[] = [
    ["no link at the sender's domain",     [...HEAD, ...PAGE],                                                             "is_foreign",                        true],
    ["no link at all",                     [...HEAD, "", "Hello"],                                                         "is_foreign",                        false],
    ["results that fail",                  ["Authentication-Results: mx.office.example; spf=fail", ...HEAD, "", "Hello"],  "results.fail",                      true],
    ["no results",                         [...HEAD, "", "Hello"],                                                         "results.fail",                      false],
    ["words that ask",                     [...HEAD, "", "We saw unusual activity"],                                       "lures.security_alert",              3],
    ["words that do not",                  [...HEAD, "", "The minutes are below"],                                         "lures.total",                       0],
    ["a null return path",                 ["Return-Path: <>", ...HEAD, "", "Hello"],                                      "divergence.is_return_path_null",    true],
    ["a list's mail",                      ["List-Id: X <x.office.example>", ...HEAD, "", "Hello"],                        "is_list",                           true],
    ["a list's id in somebody's mail",     ["List-Id: X <x.lists.example>", ...HEAD, "", "Hello"],                         "is_list",                           false],
    ["a list that passed",                 ["Authentication-Results: mx.test; spf=pass smtp.mailfrom=b@office.example", "List-Id: X <x.office.example>", ...HEAD, "", "Hello"], "is_list", true],
    ["a list's fields, and another passed", ["Authentication-Results: mx.test; spf=pass smtp.mailfrom=b@evil.test", "List-Id: X <x.office.example>", ...HEAD, "", "Hello"], "is_list", false],
    ["an absent reader's answer",          ["Return-Path: <>", "Auto-Submitted: auto-replied", ...HEAD, "", "I am away"],  "is_report",                         true],
    ["a letter that says it answers by itself", ["Auto-Submitted: auto-replied", ...HEAD, "", "Could we talk?"],           "is_report",                         false],
    ["a plain answer of a server",         ["From: mailer-daemon@mx.example", "", "Not delivered"],                        "is_report",                         true],
    // Evasion: fields that honest programs write excuse no page.
    ["a page that says it is a report",    ["From: mailer-daemon@mx.example", ...PAGE],                                    "is_report",                         false],
    ["a page that answers by itself",      ["Auto-Submitted: auto-replied", ...HEAD, ...PAGE],                             "is_report",                         false],
    ["a password field",                   [...HEAD, "Content-Type: text/html", "", '<form><input type="password"></form>'], "forms.passwords",                 1],
  ];
  for (const [name, lines, path, value] of cases) {
    test(`${name}: ${path} is ${String(value)}`, () => assert.deepEqual(sign(lines, path), value));
  }
});
