import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fieldText } from "../../src/mail/headers.ts";
import { withLateFields } from "../../src/mail/late-fields.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import { context, rawMessage, readFile } from "../hostile/read.ts";

const JUNK = "a line of no use\nand one more\n";
const LATE = "From: Ada <ada@example.org>\nTo: bo@example.net\nSubject: news\nDate: Mon, 25 Mar 2024 10:20:00 +0000\n";

function fieldsOf(text: string): readonly string[] {
  const message = withLateFields(parseMessage(Buffer.from(text, "latin1")));
  return message.root.headers.fields.map((field) => `${field.key}=${fieldText(message.bytes, field)}`);
}

describe("fields behind lines that are none", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [title: string, text: string, fields: readonly string[]])[] = [
    ["what the header lacks is taken",   `Cc: a@b.test\n${JUNK}Subject: x\n\ny`,         ["cc=a@b.test", "subject=x"]],
    ["what it has is not",               `Subject: x\n${JUNK}Subject: y\n\ny`,           ["subject=x"]],
    ["in several blocks",                `Cc: a@b.test\n${JUNK}To: c@d.test\n${JUNK}Subject: x\n\ny`, ["cc=a@b.test", "to=c@d.test", "subject=x"]],
    ["with folds",                       `Cc: a@b.test\n${JUNK}Subject: x\n y\n\nz`,      ["cc=a@b.test", "subject=x y"]],
    ["up to the blank line",             `Cc: a@b.test\n${JUNK}\nSubject: x\n\ny`,        ["cc=a@b.test"]],
    ["with CRLF",                        `Cc: a@b.test\r\na b\r\nc d\r\nSubject: x\r\n\r\nTo: e@f.test\r\n`, ["cc=a@b.test", "subject=x"]],
    ["no field that says how to read",   `Cc: a@b.test\n${JUNK}Content-Type: text/html\n\ny`, ["cc=a@b.test"]],
    ["no field by which servers vouch",  `Cc: a@b.test\n${JUNK}Authentication-Results: x; dkim=pass\n\ny`, ["cc=a@b.test"]],
    ["no prose with a colon",            `Cc: a@b.test\n${JUNK}Remember: bring cake\n\ny`, ["cc=a@b.test"]],
  ];
  for (const [title, text, fields] of cases) test(title, () => assert.deepEqual(fieldsOf(text), fields));

  test("a message whose header ends in a blank line is the same object", () => {
    const message = parseMessage(Buffer.from("Cc: a@b.test\n\nSubject: x\n"));
    assert.equal(withLateFields(message), message);
  });

  test("the record says who, to whom, when and about what; the body stays where it was", () => {
    const text = `Return-Path: <ada@example.org>\n${JUNK}${LATE}\nbody\n`;
    const { record, views } = readFile(Buffer.from(text));
    assert.deepEqual(record.claims.from, [{ name: "Ada", address: "ada@example.org" }]);
    assert.deepEqual([record.subject, record.dateFrom, record.to.length], ["news", "date", 1]);
    assert.ok(record.problems.some(({ code }) => code === "header.no-blank-line"));
    assert.equal(views.strict.root.body.start, text.indexOf(JUNK));
  });

  test("total on any bytes, and the fields lie in the message, in order", () => {
    const line = fc.constantFrom("From: a@b.test", "To: c@d.test", "x y", " fold", "", "Subject: s", ": z", "-- a");
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom("\n", "\r\n", "\r"), (lines, eol) => {
        const message = withLateFields(parseMessage(Buffer.from(lines.join(eol))));
        let at = 0;
        for (const { span } of message.root.headers.fields) {
          assert.ok(at <= span.start && span.start <= span.end && span.end <= message.bytes.length);
          at = span.end;
        }
      }),
    );
  });

  test("attack: a receipt that is asked for behind junk is seen", () => {
    const text = `From: ada@example.org\nTo: bo@example.net\n${JUNK}Disposition-Notification-To: ada@example.org\n\nx\n`;
    const { record } = analyse(rawMessage(Buffer.from(text)), context);
    assert.ok(record.loads.some(({ fires }) => fires === "receipt"));
  });
});
