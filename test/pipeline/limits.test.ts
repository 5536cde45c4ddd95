/** What the record keeps and says where there is too much of something. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sha256Of } from "../../src/base/brand.ts";
import { limits } from "../../src/base/limits.ts";
import type { MessageRecord } from "../../src/case/record.ts";
import { type AnalysisContext, analyse } from "../../src/pipeline/analyse.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";

function recordOf(text: string, wish: Partial<AnalysisContext> = {}): MessageRecord {
  const bytes = Buffer.from(text);
  const raw = {
    bytes,
    size: bytes.length,
    sha256: sha256Of("0".repeat(64)),
    key: "0",
    fidelity: "original",
    outlook: null,
    location: { path: "/a.eml", offset: 0, length: bytes.length, folder: "", marks: [] },
    problems: [],
    atSourceEnd: false,
  } as const;
  return analyse(raw, { owners: [], finder: createTokenFinder(), ...wish }).record;
}

const FROM = "From: Ada Marsh <ada@example.org>\n";
const others = (n: number) => Array.from({ length: n }, (_, i) => `r${i}@example.net`).join(",");

function tokenOf(text: string, wish: Partial<AnalysisContext> = {}): string {
  return recordOf(text, wish).loads[0]?.token.address ?? "none";
}

describe("too much of something", () => {
  test("the limits are told first where a record has too many problems", () => {
    const part = "--b\nContent-Type: text/plain; charset=unheard-of\n\nx\n";
    const { problems, status } = recordOf(
      `${FROM}To: ${"a@b.test,".repeat(20_000)}\nContent-Type: multipart/mixed; boundary=b\n\n${part.repeat(200)}--b--\n`,
    );
    const codes = problems.map(({ code }) => code);
    assert.deepEqual([status, problems.length, codes[0]], ["partial", 100, "limit.addresses"]);
    assert.equal(codes.filter((code) => code === "limit.addresses").length, 1);
  });

  test("attached files: the first ones are kept by name and hash, more are told", () => {
    const part = "--b\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n";
    const { attached = [], problems } = recordOf(
      `${FROM}Content-Type: multipart/mixed; boundary=b\n\n${part.repeat(limits.attachedFilesMax + 1)}--b--\n`,
    );
    assert.equal(attached.length, limits.attachedFilesMax);
    assert.deepEqual(attached[0], {
      ...{ name: "a.pdf", size: 5, md5: "8b1a9953c4611296a827abf8c47804d7" },
      sha1: "f7ff9e8b7bb2e09b70935a5d785e0cc5d9d0abf0",
      sha256: "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969",
    });
    assert.ok(problems.some(({ code }) => code === "limit.attached-files"));
  });

  test("receipts are kept beside any number of loads", () => {
    const pictures = Array.from({ length: 2_000 }, (_, i) => `<img src=http://t.example/${i}>`).join("");
    const { loads, loadCount } = recordOf(
      `${FROM}Disposition-Notification-To: ada@example.org\nContent-Type: text/html\n\n${pictures}`,
    );
    assert.equal(loads.length, limits.storedLoadsMax);
    assert.equal(loads[0]?.fires, "receipt");
    assert.equal(loadCount, 2_001);
  });

  test("URLs are tested for the first readers; more are nothing to tell of", () => {
    const mail = (reader: string) =>
      `${FROM}To: ${others(200)}\nContent-Type: text/html\n\n<img src=http://t.example/?e=${reader}>`;
    const last = limits.tokenReadersMax - 1;
    assert.equal(tokenOf(mail(`r${last}@example.net`)), `r${last}@example.net`);
    const beyond = recordOf(mail(`r${last + 1}@example.net`));
    assert.deepEqual([beyond.status, beyond.problems], ["ok", []]);
  });

  test("the owners are among them, however many there are", () => {
    const token = Buffer.from("bo@example.com").toString("base64url");
    const mail = `${FROM}To: ${others(200)},bo@example.com\nContent-Type: text/html\n\n<img src=http://t.example/${token}>`;
    assert.equal(tokenOf(mail, { owners: ["bo@example.com"] }), "bo@example.com");
    const owners = [...Array.from({ length: 100 }, (_, i) => `o${i}@example.com`)];
    assert.equal(tokenOf(mail.replace("To: r0@", "To: bo@example.com,r0@"), { owners }), "bo@example.com");
  });

  test(`${limits.tokenLayersMax} layers are taken off a token, not one more`, () => {
    let value = "bo@example.net";
    for (let layer = 1; layer <= limits.tokenLayersMax + 1; layer += 1) {
      value = Buffer.from(value).toString("base64url");
      const found = tokenOf(
        `${FROM}To: bo@example.net\nContent-Type: text/html\n\n<img src=http://t.example/?e=${value}>`,
      );
      assert.equal(found, layer <= limits.tokenLayersMax ? "bo@example.net" : "none");
    }
  });
});
