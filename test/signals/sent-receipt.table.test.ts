/** Receipts as mail programs send them (RFC 8098 3.1): which message they are for, and what they say. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { messageKey } from "../../src/signals/answered-ids.ts";
import { sentReceipt } from "../../src/signals/sent-receipt.ts";
import { messageOf } from "./message-of.ts";

function receipt(
  fields: readonly string[],
  head: readonly string[] = ["Content-Type: message/disposition-notification"],
) {
  const lines = [
    "--b",
    "Content-Type: text/plain",
    "",
    "Your message was displayed.",
    "--b",
    ...head,
    "",
    ...fields,
    "",
    "--b--",
  ];
  const type = "Content-Type: multipart/report; report-type=disposition-notification; boundary=b";
  return sentReceipt(messageOf([type], lines.join("\n")));
}

const KEY = messageKey("a@b.example");

describe("a receipt", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, fields: readonly string[], expected: readonly unknown[]])[] = [
    ["displayed, sent by hand", ["Reporting-UA: desk.example; Mail 7", "Original-Message-ID: <A@b.example>", "Disposition: manual-action/MDN-sent-manually; displayed"],
      [KEY, "displayed", false, "desk.example; Mail 7"]],
    ["displayed, sent by a program", ["Original-Message-ID: <a@b.example>", "Disposition: manual-action/MDN-sent-automatically; displayed"], [KEY, "displayed", true, ""]],
    ["deleted", ["Original-Message-ID: <a@b.example>", "Disposition: automatic-action/MDN-sent-automatically; Deleted/error"], [KEY, "deleted", true, ""]],
    ["folded", ["Original-Message-ID:", " <a@b.example>", "Disposition: manual-action/MDN-sent-manually;", "\tdisplayed"], [KEY, "displayed", false, ""]],
    ["it names no message", ["Disposition: manual-action/MDN-sent-manually; displayed"], ["", "displayed", false, ""]],
    ["it says nothing", [], ["", "", false, ""]],
  ];
  for (const [what, fields, expected] of cases) {
    test(what, () => {
      const found = receipt(fields);
      assert.deepEqual([found?.original, found?.disposition, found?.isAutomatic, found?.agent], expected);
    });
  }

  test("in base64", () => {
    const body = Buffer.from("Original-Message-ID: <a@b.example>\r\nDisposition: x; displayed\r\n").toString("base64");
    const found = receipt(
      [body],
      ["Content-Type: message/disposition-notification", "Content-Transfer-Encoding: base64"],
    );
    assert.deepEqual([found?.original, found?.disposition], [KEY, "displayed"]);
  });

  test("ordinary mail is none", () =>
    assert.equal(sentReceipt(messageOf(["Content-Type: text/plain"], "Hello")), undefined));
});
