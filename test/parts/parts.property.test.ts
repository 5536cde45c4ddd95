/** Reading a part is total on any bytes of any kind, its places lie in it, and it ends with what its budget allows. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { limits } from "../../src/base/limits.ts";
import { readPart } from "../../src/parts/read-part.ts";
import { PartBudget } from "../../src/parts/reference.ts";
import { writeZip } from "../support/part-files.ts";
import { recordOfPart } from "./mail-with-part.ts";
import { calendarRows, cardRows, fileRows, packedRows, signatureRows } from "./part-rows.ts";

const rows = [...calendarRows, ...cardRows, ...fileRows, ...packedRows, ...signatureRows];
const numRuns = Number(process.env["FUZZ_RUNS"] ?? 300);

/** Bytes of a sound file with some cut, doubled or replaced. */
const damaged = fc
  .tuple(
    fc.constantFrom(...rows),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.uint8Array({ maxLength: 40 })), { maxLength: 6 }),
  )
  .map(([{ type, file, content }, edits]) => {
    let bytes = Buffer.from(content);
    for (const [at, cut, put] of edits) {
      const place = at % (bytes.length + 1);
      bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
    }
    return { mediaType: type, names: [file], bytes };
  });

describe("any part", () => {
  test("damaged files are read to an end, and places lie in them", () => {
    fc.assert(
      fc.property(damaged, (part) => {
        const { references } = readPart(part, new PartBudget());
        assert.ok(references.length <= limits.partReferencesMax);
        for (const { url, start = 0, end = 0 } of references) {
          assert.ok(url !== "");
          assert.ok(
            start >= 0 && start <= end && end <= part.bytes.length,
            `${start} to ${end} of ${part.bytes.length}`,
          );
        }
      }),
      { numRuns },
    );
  });

  test("a second reading says the same", () => {
    fc.assert(
      fc.property(damaged, (part) => {
        assert.deepEqual(readPart(part, new PartBudget()), readPart(part, new PartBudget()));
      }),
      { numRuns },
    );
  });
});

/** Beginnings of every kind that is told by its first bytes. */
const BEGINNINGS = [
  "d0cf11e0",
  "504b0304",
  "1f8b08",
  "4c000000",
  "255044462d",
  "308006092a",
  "c2ff00",
  "fffe",
  "efbbbf",
];

test("a part may end anywhere in what tells its kind", () => {
  for (const hex of BEGINNINGS) {
    const bytes = Buffer.from(hex, "hex");
    for (let length = 0; length <= bytes.length; length += 1) {
      for (const [mediaType, name] of [
        ["application/octet-stream", "a.bin"],
        ["image/png", "a.png"],
        ["application/pkcs7-signature", "smime.p7s"],
        ["application/pgp-signature", "a.sig"],
        ["text/calendar", "a.ics"],
      ] as const) {
        readPart({ mediaType, names: [name], bytes: bytes.subarray(0, length) }, new PartBudget());
      }
    }
  }
});

test("attack: an attachment of one byte does not take its mail away", () => {
  const { record } = recordOfPart({ type: "application/octet-stream", file: "a.bin", content: Buffer.from([0xd0]) });
  assert.equal(record.status, "ok");
});

test("attack: a shortcut filled up to be none is read, and what is left out is told", () => {
  const budget = new PartBudget();
  const content = `[InternetShortcut]\r\nURL=file://share.test/a\r\n${";\r\n".repeat(2_000_000)}`;
  const { references } = readPart({ mediaType: "", names: ["a.url"], bytes: Buffer.from(content) }, budget);
  assert.deepEqual(
    references.map(({ url }) => url),
    ["file://share.test/a"],
  );
  assert.deepEqual([...budget.codes], ["limit.part-bytes"]);
});

describe("attack: more addresses than a call takes arguments", () => {
  const many = 200_000;
  const subpacket = Buffer.from("\x0c\x18http://a.tt", "latin1");
  const size = Buffer.alloc(4);
  size.writeUInt32BE(subpacket.length * many);
  const body = Buffer.concat([Buffer.from([6, 0, 0, 0]), size, Buffer.alloc(subpacket.length * many, subpacket)]);
  const packet = Buffer.alloc(6);
  packet.writeUInt16BE(0xc2ff);
  packet.writeUInt32BE(body.length, 2);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [file: string, content: string | Buffer])[] = [
    ["a.ics", `BEGIN:VCALENDAR\n${"URL:http://a.test/\n".repeat(many)}`],
    ["a.vcf", `BEGIN:VCARD\n${"URL:http://a.test/\n".repeat(many)}`],
    ["a.url", `[InternetShortcut]\n${"URL=http:a\n".repeat(many)}`],
    ["a.csv", `=dde(\n${"=dde( http:aa\n".repeat(many)}`],
    ["a.pdf", `%PDF-1.4\n${Array.from({ length: many }, (_, at) => `/URI(http:${at})`).join("")}`],
    ["a.sig", Buffer.concat([packet, body])],
  ];
  for (const [file, content] of cases) {
    test(file, () => {
      const budget = new PartBudget();
      const { references } = readPart({ mediaType: "", names: [file], bytes: Buffer.from(content) }, budget);
      assert.equal(references.length, limits.partReferencesMax);
      assert.deepEqual([...budget.codes], ["limit.part-references"]);
    });
  }
});

describe("bombs", () => {
  test("damage behind much that comes out has its price, however many entries name it", () => {
    // One entry that unpacks 31 MB and is damaged then, listed 5,000 times.
    const whole = deflateRawSync(Buffer.alloc(31 * 1024 * 1024));
    const data = Buffer.concat([whole.subarray(0, -2), Buffer.alloc(6, 0xff)]);
    const local = Buffer.alloc(30);
    local.write("PK\x03\x04", "latin1");
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(data.length, 18);
    const listed = Buffer.alloc(46);
    listed.write("PK\x01\x02", "latin1");
    listed.writeUInt16LE(8, 10);
    listed.writeUInt32LE(data.length, 20);
    const end = Buffer.alloc(22);
    end.write("PK\x05\x06", "latin1");
    end.writeUInt32LE(46 * 5_000, 12);
    end.writeUInt32LE(local.length + data.length, 16);
    const bytes = Buffer.concat([local, data, Buffer.alloc(46 * 5_000, listed), end]);
    const budget = new PartBudget();
    const before = process.cpuUsage();
    readPart({ mediaType: "application/zip", names: ["a.zip"], bytes }, budget);
    const spentMs = process.cpuUsage(before).user / 1_000;
    assert.ok(budget.codes.has("part.damaged") && budget.codes.has("limit.part-bytes"));
    // Takes a tenth of a second; took fifty when damage cost nothing.
    assert.ok(spentMs < 5_000, `${spentMs} ms`);
  });

  test("a hundred million zeros end at the bound, and what stands before them is found", () => {
    const shortcut = { name: "a.url", content: "[InternetShortcut]\r\nURL=https://url.test/" };
    const budget = new PartBudget();
    const bytes = writeZip([shortcut, { name: "b", content: Buffer.alloc(100_000_000) }]);
    const { references } = readPart({ mediaType: "application/zip", names: ["a.zip"], bytes }, budget);
    assert.deepEqual(
      references.map(({ url }) => url),
      ["https://url.test/"],
    );
    assert.deepEqual([...budget.codes], ["limit.part-bytes"]);
  });

  test("what takes a password is said, not passed over", () => {
    const budget = new PartBudget();
    const bytes = writeZip([{ name: "a.url", content: "[InternetShortcut]" }], { isEncrypted: true });
    assert.deepEqual(readPart({ mediaType: "application/zip", names: ["a.zip"], bytes }, budget).references, []);
    assert.deepEqual([...budget.codes], ["part.encrypted"]);
  });
});
