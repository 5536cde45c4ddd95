/** Which parts are files, and what is told of them. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { at, hostOf } from "../support/model.ts";

const pdf = Buffer.from("%PDF-1.7\n").toString("base64");
const lines = [
  ...["From: ada@example.org", 'Content-Type: multipart/mixed; boundary="m"', "", "--m"],
  ...[
    'Content-Type: multipart/related; boundary="r"',
    "",
    "--r",
    "Content-Type: text/html",
    "",
    "<p>Dear Lin</p>",
    "--r",
  ],
  ...[
    "Content-Type: image/png; name=pixel.png",
    "Content-ID: <pic@x>",
    "Content-Disposition: inline",
    "Content-Transfer-Encoding: base64",
    "",
    "iVBORw0KGgo=",
    "--r--",
    "--m",
  ],
  ...[
    "Content-Type: application/octet-stream",
    'Content-Disposition: attachment; filename="Invoice.final.PDF"',
    "Content-Transfer-Encoding: Base64",
    "",
    pdf,
    "--m",
  ],
  ...[
    "Content-Type: text/html; name=page.htm",
    "Content-Disposition: inline; filename=page.htm",
    "",
    "<html><body>x</body></html>",
    "--m",
  ],
  ...[
    "Content-Type: message/rfc822",
    "",
    "From: bo@example.net",
    "Subject: inner",
    "Content-Type: multipart/mixed; boundary=i",
    "",
    "--i",
    "Content-Type: text/plain; name=in.txt",
    "Content-Disposition: attachment",
    "",
    "x",
    "--i--",
    "--m",
  ],
  ...["Content-Type: application/x-empty", "Content-Disposition: attachment; filename=noext", "", "", "--m"],
  ...["Content-Type: text/plain", "", "the list's footer", "--m--", ""],
];

describe("attachments", () => {
  const host = hostOf(lines);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [path: string, value: unknown])[] = [
    ["attachments",                              ["<Attachment>", "<Attachment>", "<Attachment>", "<Attachment>", "<Attachment>"]],
    ["attachments[0].content_id",                "pic@x"],
    ["attachments[0].file_type",                 "png"],
    ["attachments[0].content_disposition",       "inline"],
    ["attachments[1].file_name",                 "Invoice.final.PDF"],
    ["attachments[1].file_extension",            "PDF"],
    ["attachments[1].file_type",                 "pdf"],
    ["attachments[1].content_type",              "application/octet-stream"],
    ["attachments[1].content_transfer_encoding", "base64"],
    ["attachments[1].size",                      9],
    ["attachments[1].sha256",                    createHash("sha256").update("%PDF-1.7\n").digest("hex")],
    ["attachments[2].file_type",                 "html"],
    ["attachments[3].content_type",              "message/rfc822"],
    ["attachments[3].file_name",                 null],
    ["attachments[4].file_extension",            null],
    ["attachments[4].file_type",                 "unknown"],
    ["body.html.raw",                            "<p>Dear Lin</p>"],
    ["body.plain.raw",                           "the list's footer"],
    ["body.current_thread.text",                 "Dear Lin"],
  ];
  for (const [path, value] of cases) test(path, () => assert.deepEqual(at(host, path), value));
});

describe("messages that are one part", () => {
  test("a text", () => {
    const host = hostOf(["Subject: x", "", "hello"]);
    assert.equal(at(host, "body.plain.raw"), "hello");
    assert.equal(at(host, "body.html"), null);
    assert.deepEqual(at(host, "attachments"), []);
  });
  test("a file", () => {
    const host = hostOf(["Content-Type: application/pdf; name=a.pdf", "Content-Transfer-Encoding: base64", "", pdf]);
    assert.deepEqual(at(host, "attachments"), ["<Attachment>"]);
    assert.equal(at(host, "body.plain"), null);
    assert.equal(at(host, "body.current_thread.text"), "");
  });
  test("nothing at all", () => {
    const host = hostOf([]);
    assert.deepEqual(at(host, "body.links"), []);
  });
});
