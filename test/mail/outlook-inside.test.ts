/** What only Outlook shows of an attachment is found: winmail.dat and .msg, whatever they are called (HM-167, 168). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { readViews } from "../../src/mail/views/read-views.ts";
import type { MapiItem } from "../support/mapi-values.ts";
import { writeMsg } from "../support/msg-writer.ts";
import { fileBytes, letterItem, nested } from "../support/outlook-items.ts";
import { writeTnef } from "../support/tnef-writer.ts";

const PIXEL = "http://pixel.example/1.gif";

/** A mail with each as an attachment, under a type and name that tell nothing. */
function mailWith(...attachments: readonly Buffer[]): Buffer {
  const lines = ["From: a@example.org", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", ""];
  lines.push("--b", "Content-Type: text/plain", "", "Hello");
  for (const bytes of attachments) {
    lines.push("--b", "Content-Type: application/octet-stream; name=a.bin", "Content-Transfer-Encoding: base64", "");
    lines.push(...(bytes.toString("base64").match(/.{1,76}/g) ?? []));
  }
  return Buffer.from([...lines, "--b--", ""].join("\r\n"));
}

function textsWith(bytes: Buffer, needle: string): string[] {
  const { objects } = readViews(bytes);
  const found = objects.filter((object) => Buffer.from(object.bytes).includes(needle));
  return found.map(({ mediaType, views }) => `${mediaType}: ${views[0]}`);
}

describe("an attachment that only Outlook opens", () => {
  // biome-ignore format: a table reads by column
  const containers: readonly (readonly [what: string, bytes: Buffer, view: string, innerView: string])[] = [
    ["winmail.dat",               writeTnef(letterItem),                                  "in winmail.dat", "in winmail.dat"],
    ["a .msg",                    writeMsg(letterItem),                                   "in .msg",        "in .msg"],
    ["a .msg in a winmail.dat",   writeTnef(attached(writeMsg(letterItem))),              "in .msg in winmail.dat", "in .msg in winmail.dat"],
  ];
  for (const [what, bytes, view, innerView] of containers) {
    const mail = mailWith(bytes);
    const { objects, flags } = readViews(mail);

    test(`${what}: bodies, files, the message inside`, () => {
      assert.ok(textsWith(mail, PIXEL).includes(`text/html: ${view}`), textsWith(mail, PIXEL).join("\n"));
      assert.ok(textsWith(mail, "inner text").includes(`text/plain: ${innerView}`));
      const file = objects.find(({ bytes: content }) => fileBytes.equals(content));
      assert.deepEqual([file?.mediaType, file?.names[0]], ["application/pdf", "Übersicht.pdf"]);
    });

    test(`${what}: flags say so, and that a share is named; the mail around it is clear`, () => {
      assert.deepEqual(flags, ["outlook-container", "unc-path"]);
    });

    test(`${what}: every span is one of the mail's own leaf`, () => {
      const [, leaf] = objects;
      for (const object of objects.slice(2)) assert.deepEqual(object.span, leaf?.span);
    });
  }

  test("HTML in the charset that it claims is read in it", () => {
    const html = Buffer.from(`<img src="${PIXEL}">`, "utf16le");
    for (const write of [writeTnef, writeMsg]) {
      const item: MapiItem = { properties: { 26: "IPM.Note", 4115: html, 16350: 1200 } };
      assert.equal(textsWith(mailWith(write(item)), PIXEL).filter((text) => text.startsWith("text/html")).length, 1);
    }
  });

  test("damage is flagged", () => {
    const cut = writeTnef(letterItem).subarray(0, -500);
    assert.ok(readViews(mailWith(cut)).flags.includes("odd-outlook-container"));
  });

  test("a compound file that is no Outlook item, and mail without containers, have no flag", () => {
    const word = Buffer.concat([writeMsg(letterItem).subarray(0, 512), Buffer.alloc(9000)]);
    assert.deepEqual(readViews(mailWith(word, Buffer.from("plain"))).flags, []);
  });
});

describe("attack: containers without end", () => {
  test("more than are opened: the limit is told", () => {
    const many = Array.from({ length: limits.outlookContainersMax + 1 }, (_, i) => {
      return writeTnef({ properties: { 26: "IPM.Note", 4096: `text ${i}` } });
    });
    const last = `text ${limits.outlookContainersMax}`;
    assert.deepEqual(readViews(mailWith(...many.slice(1))).flags, ["outlook-container"]);
    const { flags, objects } = readViews(mailWith(...many));
    assert.deepEqual(flags, ["outlook-container", "views-truncated"]);
    assert.ok(
      !objects.some(
        ({ mediaType, bytes }) => mediaType === "text/plain" && Buffer.from(bytes).equals(Buffer.from(last)),
      ),
    );
  });

  test("items in items, and containers in containers: an end", () => {
    assert.ok(readViews(mailWith(writeMsg(nested(50)))).flags.includes("odd-outlook-container"));
    let bytes = writeTnef(letterItem);
    for (let level = 0; level < 20; level += 1) bytes = writeTnef(attached(bytes));
    assert.ok(readViews(mailWith(bytes)).flags.includes("outlook-container"));
  });
});

function attached(bytes: Buffer): MapiItem {
  return {
    properties: { 26: "IPM.Note", 55: "Outer" },
    attachments: [{ properties: { 14081: bytes, 14085: 1, 14087: "b.bin" } }],
  };
}
