/** TNEF: what a winmail.dat holds, and streams that lie. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ids } from "../../src/mail/outlook/properties.ts";
import { propertyFields } from "../../src/mail/outlook/property-fields.ts";
import { msgObjects, tnefObjects } from "../../src/mail/outlook-objects.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { parseTnef } from "../../src/mail/tnef.ts";
import { writeMsg } from "../support/msg-writer.ts";
import { fileBytes, letterItem, nested } from "../support/outlook-items.ts";
import { attribute, header, propertyList, writeTnef } from "../support/tnef-writer.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 300);
const stream = writeTnef(letterItem);

function codes(bytes: Buffer): string[] {
  return parseTnef(bytes).problems.map(({ code }) => code);
}

describe("an item with one of everything", () => {
  const { item, observables, problems } = parseTnef(stream);

  test("properties, recipients, no problem", () => {
    assert.equal(item?.properties.text(ids.subject), "Grüße, \u{1f427}");
    assert.deepEqual(
      item?.recipients.map((bag) => bag.text(ids.displayName)),
      ["Bo Lind", "Team", "Di"],
    );
    assert.deepEqual(problems, []);
  });

  test("the reminder's sound on a share (CVE-2023-23397)", () => {
    assert.deepEqual(observables, [{ name: "reminder-file", value: "\\\\198.51.100.7\\share\\bell.wav" }]);
  });

  test("objects: bodies, the file whole, the item inside as a message", () => {
    const { objects } = tnefObjects(stream);
    assert.deepEqual(
      objects.map(({ mediaType, names }) => [mediaType, ...names]),
      [["text/plain"], ["text/html"], ["application/pdf", "Übersicht.pdf"], ["message/rfc822", "Inner letter"]],
    );
    assert.ok(Buffer.from(objects[2]?.bytes ?? []).equals(fileBytes));
    assert.match(
      Buffer.from(objects[3]?.bytes ?? []).toString(),
      /^From: "Cy" <cy@example\.org>\r\nSubject: Inner letter\r\n/,
    );
  });

  test("a .msg gives its message", () => {
    const { objects, observables: found } = msgObjects(writeMsg(letterItem));
    assert.deepEqual(
      objects.map(({ mediaType }) => mediaType),
      ["message/rfc822"],
    );
    // Its fields name them.
    assert.deepEqual(found, []);
    const message = parseMessage(objects[0]?.bytes ?? Buffer.alloc(0));
    assert.deepEqual(
      propertyFields(message).map(({ name, value }) => [name, value]),
      [["reminder-file", "\\\\198.51.100.7\\share\\bell.wav"]],
    );
    assert.deepEqual(msgObjects(Buffer.from("no compound file")).objects, []);
  });
});

describe("old attributes", () => {
  const from = Buffer.concat([Buffer.from([4, 0, 0, 0, 4, 0, 21, 0]), Buffer.from("Ada\0SMTP:ada@example.org\0")]);
  const bytes = Buffer.concat([
    header(),
    attribute(1, 0x9007, Buffer.from([0xe3, 4, 0, 0, 0, 0, 0, 0])),
    attribute(1, 0x8008, Buffer.from("IPM.Microsoft Mail.Note\0")),
    attribute(1, 0x8004, Buffer.from("cff0e8e2e5f200", "hex")),
    attribute(1, 0x8000, from),
    attribute(1, 0x8005, Buffer.from("e507030004000500060007000400", "hex")),
    attribute(1, 0x800c, Buffer.from("text\0")),
    attribute(2, 0x9002, Buffer.alloc(14)),
    attribute(2, 0x800f, Buffer.from("one")),
    attribute(2, 0x8010, Buffer.from("a.txt\0")),
    attribute(2, 0x800f, Buffer.from("two")),
  ]);

  test("say what properties do not, in the stream's code page", () => {
    const { item, problems } = parseTnef(bytes);
    assert.deepEqual(problems, []);
    assert.equal(item?.properties.text(ids.subject), "Привет");
    assert.equal(item?.properties.text(ids.senderAddress), "ada@example.org");
    assert.equal(item?.properties.time(ids.submitTime), Date.UTC(2021, 2, 4, 5, 6, 7));
  });

  test("attachments; a second content without rendering data is an attachment of its own", () => {
    const { objects } = tnefObjects(bytes);
    assert.deepEqual(
      objects.map(({ names, bytes: content }) => [names[0], Buffer.from(content).toString()]),
      [
        [undefined, "text"],
        ["a.txt", "one"],
        [undefined, "two"],
      ],
    );
  });
});

describe("attack: TNEF (HM-167)", () => {
  const big = Buffer.from([0xff, 0xff, 0xff, 0xff]);
  const lying = (data: Buffer, id = 0x9003) => Buffer.concat([header(), attribute(1, id, data)]);
  const tooLong = Buffer.concat([header(), attribute(1, 0x8004, Buffer.from("subject"))]);
  tooLong.writeUInt32LE(0xffffffff, 11);
  const badSum = Buffer.from(stream);
  badSum[badSum.length - 1] = (badSum.at(-1) ?? 0) ^ 0xff;

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, bytes: Buffer, codes: readonly string[]])[] = [
    ["no TNEF",                              Buffer.from("nothing"),                                             ["tnef.no-signature"]],
    ["nothing at all",                       Buffer.alloc(0),                                                    ["tnef.no-signature"]],
    ["the header alone",                     header(),                                                           []],
    ["an attribute of 4 GiB",                tooLong,                                                            ["tnef.truncated"]],
    ["a wrong checksum",                     badSum,                                                             ["tnef.checksum"]],
    ["line ends after the end",              Buffer.concat([stream, Buffer.from("\r\n\0 ")]),                    ["tnef.trailing-bytes"]],
    ["bytes after the end",                  Buffer.concat([stream, Buffer.from("more")]),                       ["tnef.unread-bytes"]],
    ["4 thousand million properties",        lying(big),                                                         ["tnef.truncated"]],
    ["4 thousand million values",            lying(Buffer.concat([Buffer.from("010000001f003700", "hex"), big])), ["tnef.truncated"]],
    ["numbers of no bytes, 4 thousand million of them", lying(Buffer.concat([Buffer.from("0100000001103700", "hex"), big])), ["limit.mapi-properties"]],
    ["a type of unknown length",             lying(Buffer.from("01000000ee0f3700", "hex")),                      ["tnef.property-type"]],
    ["4 thousand million recipients",        lying(big, 0x9004),                                                 []],
    ["recipients without properties",        lying(Buffer.concat([big, Buffer.alloc(400_000)]), 0x9004),         ["limit.outlook-parts"]],
  ];
  for (const [what, bytes, expected] of cases) {
    test(`${what}: ${expected.join(", ") || "read"}`, () => assert.deepEqual(codes(bytes), expected));
  }

  test("items inside items, 50 deep: an end, and the limit is told", () => {
    const { objects, problems } = tnefObjects(writeTnef(nested(50)));
    assert.equal(objects.length, 1);
    assert.ok(problems.some(({ code }) => code === "limit.mime-depth"));
  });

  test("an item inside that is cut: told when it was read", () => {
    const whole = writeTnef(nested(1));
    const inner = whole.lastIndexOf(Buffer.from("789f3e22", "hex"));
    assert.ok(inner > 4);
    const cut = Buffer.from(whole);
    cut[inner + 6] = 9;
    assert.deepEqual(
      tnefObjects(cut).problems.map(({ code }) => code),
      ["tnef.checksum", "tnef.unread-bytes"],
    );
  });

  test("100,000 attachments: the limit is told", () => {
    const one = attribute(2, 0x9002, Buffer.alloc(14));
    const many = Buffer.concat([header(), ...Array.from({ length: 20_000 }, () => one)]);
    assert.deepEqual(codes(many), ["limit.outlook-parts"]);
  });

  test("cut anywhere: an end, and what is there is right", () => {
    for (let length = 0; length < stream.length; length += 61) {
      const { item, problems } = parseTnef(stream.subarray(0, length));
      const subject = item?.properties.text(ids.subject) ?? null;
      assert.ok(subject === null || "Grüße, \u{1f427}".startsWith(subject));
      assert.ok(item === null || length < 100 || problems.length > 0 || item.attachments.length < 2);
    }
  });

  test("random damage: total", () => {
    const place = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), byte: fc.nat(255) });
    const originals = [stream, writeTnef(nested(5)), lying(propertyList(letterItem.properties))];
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(place, { minLength: 1, maxLength: 12 }),
        (original, places) => {
          const copy = Buffer.from(original);
          for (const { at, byte } of places) copy[Math.floor(at * copy.length)] = byte;
          const { objects } = tnefObjects(copy);
          const total = objects.reduce((sum, { bytes }) => sum + bytes.length, 0);
          assert.ok(total <= 4 * copy.length + 100_000);
        },
      ),
      { numRuns },
    );
  });
});
