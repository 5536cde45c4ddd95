import assert from "node:assert/strict";
import { test } from "node:test";
import { lines, writePdf } from "../support/pdf-writer.ts";
import { read, told } from "./fixture.ts";

test("an advisory that came by mail: its HTML, and what is attached is read or told", async () => {
  const attached = (name: string, bytes: Buffer) =>
    `--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString("base64")}\r\n`;
  const mail = [
    "From: =?utf-8?q?Agency_f=C3=BCr_Beispiele?= <news@agency.example>",
    "To: reader@one.test",
    "Subject: =?utf-8?q?Warnung_=28TLP=3AGREEN=29?=",
    "Date: Mon, 25 Mar 2024 10:00:00 +0100",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    '--b\r\nContent-Type: multipart/alternative; boundary="c"\r\n',
    "--c\r\nContent-Type: text/plain\r\n\r\nPlain words.\r\n",
    "--c\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The words of <b>the mail</b>.</p>\r\n--c--\r\n",
    attached("report.pdf", writePdf([{ texts: lines(["Words of the attached report."]) }])),
    attached("logo.png", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")),
    "--b--\r\n",
  ].join("\r\n");
  const document = await read(mail);
  assert.deepEqual(told(document), ["paragraph: The words of the mail.", "paragraph: Words of the attached report."]);
  assert.deepEqual(
    [document.format, document.title, document.publisher, document.date],
    ["eml", "Warnung (TLP:GREEN)", "Agency für Beispiele", Date.UTC(2024, 2, 25, 9)],
  );
  assert.deepEqual(document.problems, [
    "the attachment “logo.png” is a picture (PNG), no text; letters in pictures are not read.",
  ]);
});
