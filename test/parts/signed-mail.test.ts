/** Opaque S/MIME: the mail inside a signature is read without a key, and encrypted mail is said to be. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { readCertificates } from "../../src/parts/der.ts";
import { PartBudget } from "../../src/parts/reference.ts";
import { recordOfPart } from "./mail-with-part.ts";

/** A value with its length; `endless` by the end mark (X.690 8.1.3.6). */
function value(tag: number, content: Buffer, endless = false): Buffer {
  if (endless) return Buffer.concat([Buffer.of(tag, 0x80), content, Buffer.of(0, 0)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  return Buffer.concat([Buffer.of(tag, 0x84), size, content]);
}

const oid = (hex: string) => Buffer.from(hex, "hex");
const SIGNED = oid("06092a864886f70d010702");
const ENVELOPED = oid("06092a864886f70d010703");
const DATA = oid("06092a864886f70d010701");

function signed(content: Buffer, { endless = false, pieces = 0 } = {}): Buffer {
  const parts = Array.from({ length: pieces }, (_, n) =>
    value(
      0x04,
      content.subarray(Math.floor((n * content.length) / pieces), Math.floor(((n + 1) * content.length) / pieces)),
    ),
  );
  const string = pieces === 0 ? value(0x04, content) : value(0x24, Buffer.concat(parts), endless);
  const inner = value(0x30, Buffer.concat([DATA, value(0xa0, string, endless)]), endless);
  const data = value(
    0x30,
    Buffer.concat([Buffer.from("0201013100", "hex"), inner, value(0x31, Buffer.alloc(0))]),
    endless,
  );
  return value(0x30, Buffer.concat([SIGNED, value(0xa0, data, endless)]), endless);
}

const MAIL = Buffer.from(
  'Content-Type: text/html\r\n\r\n<p>Hello.</p><img src="https://px.canary.example/o?u=7" width=1 height=1>\r\n',
);

function loadsOf(content: Buffer) {
  return recordOfPart({ type: "application/pkcs7-mime; smime-type=signed-data", file: "smime.p7m", content }).record;
}

describe("opaque S/MIME", () => {
  const forms = [{}, { pieces: 3 }, { pieces: 3, endless: true }, { pieces: 1, endless: true }];
  for (const form of forms) {
    test(`a signed mail fires when the mail is opened: ${JSON.stringify(form)}`, () => {
      const { loads, status } = loadsOf(signed(MAIL, form));
      assert.deepEqual(
        [loads.map(({ vector, host, fires, hidden }) => [vector, host, fires, hidden]), status],
        [[["RL-01", "px.canary.example", "open", true]], "ok"],
      );
    });
  }

  test("an encrypted one is said to be, and nothing is found", () => {
    const secret = value(0x30, Buffer.concat([ENVELOPED, value(0xa0, value(0x30, Buffer.from("020100", "hex")))]));
    const { loads, problems } = loadsOf(secret);
    assert.deepEqual([loads.length, problems.map(({ code }) => code)], [0, ["part.encrypted"]]);
  });

  test("a signature beside its mail, or of nothing, holds no mail", () => {
    for (const bytes of [
      signed(Buffer.alloc(0)),
      value(0x30, SIGNED),
      value(0x30, Buffer.concat([SIGNED, value(0xa0, value(0x30, DATA))])),
    ])
      assert.deepEqual(readCertificates(bytes, new PartBudget()).files, []);
  });

  test("total, and never more than the bytes, on cut and changed ones", () => {
    const whole = signed(MAIL, { pieces: 3, endless: true });
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (end, at, byte) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        const { files } = readCertificates(bytes.subarray(0, end), new PartBudget());
        assert.ok(files.every((file) => file.bytes.length <= end));
      }),
    );
  });
});
