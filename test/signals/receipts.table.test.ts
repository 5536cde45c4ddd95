import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { receiptLoads } from "../../src/signals/receipts.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { messageOf, textAt } from "./message-of.ts";

const finder = createTokenFinder();
const reader = "ada.quill@parliament.example";

describe("receipt fields (RL-40 to RL-42)", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [line: string, vector: string, url: string, domain: string])[] = [
    ["Disposition-Notification-To: News <desk@harbour-post.example>", "RL-40", "mailto:desk@harbour-post.example", "harbour-post.example"],
    ["Disposition-Notification-Options: signed-receipt-protocol=optional,pkcs7", "RL-40", "", ""],
    ["Return-Receipt-To: <r@sub.example.org>",                        "RL-41", "mailto:r@sub.example.org", "example.org"],
    ["Return-Receipt-Requested: yes",                                 "RL-41", "", ""],
    ["X-Confirm-Reading-To: r@example.org",                           "RL-42", "mailto:r@example.org", "example.org"],
    ["Read-Receipt-To: r@example.org",                                "RL-42", "mailto:r@example.org", "example.org"],
    ["X-Pmrqc: 1",                                                    "RL-42", "", ""],
    ["Generate-Delivery-Report: prohibited",                          "RL-42", "", ""],
  ];
  for (const [line, vector, url, domain] of cases) {
    test(line, () => {
      const message = messageOf([`From: a@example.org`, line]);
      const [load, ...more] = receiptLoads(message, [reader], finder).loads;
      assert.deepEqual(more, []);
      assert.equal(load?.vector, vector);
      assert.equal(load?.fires, "receipt");
      assert.equal(load?.hidden, true);
      assert.match(load?.why ?? "", /^a header, never shown/);
      assert.equal(load?.url, url);
      assert.equal(load?.domain, domain);
      assert.equal(
        load === undefined ? "" : textAt(message, load.span).trim(),
        line.slice(line.indexOf(":") + 1).trim(),
      );
    });
  }
});

test("the reader's address in the receipt address is a token", () => {
  const message = messageOf([`Disposition-Notification-To: <receipts+ada.quill=parliament.example@collect.example>`]);
  const [load] = receiptLoads(message, [reader], finder).loads;
  assert.equal(load?.token.kind, "decoded");
  assert.equal(load?.token.address, reader);
});

test("an ordinary receipt address, and the reader's own, are no token", () => {
  for (const line of ["Disposition-Notification-To: <desk@collect.example>", `Return-Receipt-To: <${reader}>`]) {
    assert.equal(receiptLoads(messageOf([line]), [reader], finder).loads[0]?.token.kind, "none", line);
  }
});

test("other fields ask for nothing", () => {
  const { loads } = receiptLoads(messageOf(["Subject: receipt", "X-Receipt: r@example.org"]), [reader], finder);
  assert.deepEqual(loads, []);
});

test("a thousand receipt fields stay few", () => {
  const lines = Array.from({ length: 1000 }, (_, i) => `Return-Receipt-To: r${i}@example.org`);
  const { loads, problems } = receiptLoads(messageOf(lines), [reader], finder);
  assert.equal(loads.length, 32);
  assert.deepEqual(problems, [{ code: "limit.receipts" }]);
});
