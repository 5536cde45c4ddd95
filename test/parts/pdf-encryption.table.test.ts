import assert from "node:assert/strict";
import { createCipheriv, createHash } from "node:crypto";
import { describe, test } from "node:test";
import { openPdf } from "../../src/parts/pdf-encryption.ts";
import { readPdfFacts } from "../../src/parts/pdf-facts.ts";
import { PartBudget } from "../../src/parts/reference.ts";

const URL = "https://canary.test/x";
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const md5 = (...pieces: readonly Buffer[]) => createHash("md5").update(Buffer.concat(pieces)).digest();

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number) => ([state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0]);
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    [...data].map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}

/** The user's password as the standard pads it. */
const padded = (password: string) => Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32);

/** Object 1 holds a link, encrypted by the methods of revision 3 or 4. */
function writeLocked(form: "rc4" | "aes", password = ""): Buffer {
  const [owner, id, flags] = [
    Buffer.alloc(32, 7),
    Buffer.from("0123456789abcdef"),
    Buffer.from([0xfc, 0xff, 0xff, 0xff]),
  ];
  let key = md5(padded(password), owner, flags, id);
  for (let round = 0; round < 50; round += 1) key = md5(key);
  let user = rc4(key, md5(PADDING, id));
  for (let round = 1; round < 20; round += 1) user = rc4(Buffer.from(key.map((byte) => byte ^ round)), user);
  const own = md5(key, Buffer.from([1, 0, 0, 0, 0]), form === "aes" ? Buffer.from("sAlT") : Buffer.alloc(0));
  const iv = Buffer.alloc(16, 9);
  const cipher = createCipheriv("aes-128-cbc", own, iv);
  const secret = form === "rc4" ? rc4(own, Buffer.from(URL)) : Buffer.concat([iv, cipher.update(URL), cipher.final()]);
  const how =
    form === "rc4"
      ? "/V 2 /R 3 /Length 128"
      : "/V 4 /R 4 /Length 128 /CF << /StdCF << /CFM /AESV2 >> >> /StmF /StdCF /StrF /StdCF";
  return Buffer.from(
    `%PDF-1.6\n1 0 obj\n<< /S /URI /URI <${secret.toString("hex")}> >>\nendobj\n2 0 obj\n<< /Filter /Standard ${how} /P -4 /O <${owner.toString("hex")}> /U <${user.toString("hex")}${"00".repeat(16)}> >>\nendobj\ntrailer << /Encrypt 2 0 R /ID [<${id.toString("hex")}> <00>] >>\n`,
    "latin1",
  );
}

/** Revision 5: AES with 256 bits. */
function writeLong(): Buffer {
  const [key, salts] = [Buffer.alloc(32, 5), Buffer.from("saltsaltkeykeyke")];
  const sha = (data: Buffer) => createHash("sha256").update(data).digest();
  const wrap = createCipheriv("aes-256-cbc", sha(salts.subarray(8)), Buffer.alloc(16)).setAutoPadding(false);
  const wrapped = Buffer.concat([wrap.update(key), wrap.final()]);
  const user = Buffer.concat([sha(salts.subarray(0, 8)), salts]);
  const iv = Buffer.alloc(16, 9);
  const cipher = createCipheriv("aes-256-cbc", key, iv);
  const secret = Buffer.concat([iv, cipher.update(URL), cipher.final()]);
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /S /URI /URI <${secret.toString("hex")}> >>\nendobj\n2 0 obj\n<< /Filter /Standard /V 5 /R 5 /CF << /StdCF << /CFM /AESV3 >> >> /StmF /StdCF /StrF /StdCF /P -4 /U <${user.toString("hex")}> /UE <${wrapped.toString("hex")}> >>\nendobj\ntrailer << /Encrypt 2 0 R >>\n`,
    "latin1",
  );
}

describe("encrypted PDFs that open without a password", () => {
  for (const [what, file] of [
    ["RC4", writeLocked("rc4")],
    ["AES, 128 bits", writeLocked("aes")],
    ["AES, 256 bits", writeLong()],
  ] as const) {
    test(what, () => {
      const facts = readPdfFacts(file, new PartBudget());
      assert.deepEqual([facts.urls, facts.isEncrypted], [[URL], false]);
      assert.match(facts.encryption, /^Standard V[245]/);
    });
  }

  test("one that needs a password stays shut", () => {
    const file = writeLocked("rc4", "canary");
    assert.equal(openPdf(file), null);
    const facts = readPdfFacts(file, new PartBudget());
    assert.deepEqual([facts.urls, facts.isEncrypted], [[], true]);
  });

  test("any damage: no throw", () => {
    const file = writeLocked("aes");
    for (let at = 0; at < file.length; at += 1) {
      const damaged = Buffer.from(file);
      damaged[at] = (at * 31) & 255;
      readPdfFacts(damaged, new PartBudget());
    }
  });
});
