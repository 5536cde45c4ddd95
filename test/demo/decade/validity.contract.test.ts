import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import type { Sha256 } from "../../../src/base/brand.ts";
import type { MessageRecord } from "../../../src/case/record.ts";
import { decade } from "../../../src/demo/decade/generate.ts";
import type { Mail } from "../../../src/demo/decade/wire.ts";
import { createRandom } from "../../../src/demo/random.ts";
import type { Language } from "../../../src/demo/text/phrase-book.ts";
import { articleIn, books } from "../../../src/demo/text/writing.ts";
import { analyse } from "../../../src/pipeline/analyse.ts";
import { createTokenFinder } from "../../../src/signals/tokens.ts";
import { violations } from "../../support/reserved-names.ts";

const mails: readonly Mail[] = [...decade({ seed: "valid", size: 1000 }).mails()];
const finder = createTokenFinder();

function recordOf({ octets }: Mail): MessageRecord {
  const bytes = Buffer.from(octets, "latin1");
  const sha256 = createHash("sha256").update(bytes).digest("hex") as Sha256;
  const location = { path: "decade", offset: 0, length: bytes.length, folder: "", marks: [] };
  const about = { size: bytes.length, fidelity: "original", outlook: null, problems: [] } as const;
  return analyse({ bytes, sha256, ...about, key: sha256, atSourceEnd: false, location }, { owners: [], finder }).record;
}

test("our own reader finds every message sound", () => {
  for (const mail of mails) {
    const { status, problems, messageId, date } = recordOf(mail);
    assert.equal(status, "ok", `${mail.kind}: ${JSON.stringify(problems.slice(0, 3))}\n${mail.octets.slice(0, 3000)}`);
    assert.equal(messageId.replace(/^<?/, "<").replace(/>?$/, ">"), mail.messageId);
    // Written at most some minutes before it arrived.
    assert.ok(date !== null && Math.abs(date - mail.at) < 600_000, mail.kind);
  }
});

test("every name and address is reserved", () => {
  const found = new Map<string, string>();
  for (const mail of mails) for (const name of violations(mail.octets)) found.set(name, mail.kind);
  assert.deepEqual([...found], []);
});

describe("lures", () => {
  const planted = mails.filter(({ truth }) => truth?.kind === "campaign");

  test("load what their scheme says, and no other copy loads the same", () => {
    const urls = new Map<string, string>();
    for (const mail of planted) {
      const scheme = mail.truth?.scheme ?? "";
      const loads = recordOf(mail).loads;
      const opens = loads.filter(({ fires }) => fires === "open");
      if (scheme === "none" || scheme === "link") assert.equal(opens.length, 0, scheme);
      else if (scheme === "receipt") assert.ok(loads.some(({ fires }) => fires === "receipt"));
      else if (scheme === "calendar") assert.ok(loads.length > 0);
      else {
        const own = opens.filter(({ url }) => urls.get(url) === undefined || urls.get(url) === mail.account.address);
        assert.ok(own.length > 0, `${scheme} of ${mail.messageId}`);
      }
      for (const { url } of opens) urls.set(url, mail.account.address);
    }
  });

  test("a reply goes on with the letter that it answers", () => {
    const ids = new Set(mails.map(({ messageId }) => messageId));
    const replies = mails.filter(({ octets, kind }) => kind === "reaction" && /^In-Reply-To: /m.test(octets));
    for (const { octets } of replies) assert.ok(ids.has(/^In-Reply-To: (.*)$/m.exec(octets)?.[1] ?? ""));
  });
});

describe("texts", () => {
  for (const language of Object.keys(books) as readonly Language[]) {
    test(`5,000 paragraphs in ${language} differ`, () => {
      const random = createRandom(`paragraphs/${language}`);
      const seen = new Set<string>();
      for (let i = 0; i < 5000; i += 1) seen.add(articleIn(language, 1, random).paragraphs[0] ?? "");
      assert.equal(seen.size, 5000);
      for (const text of seen) assert.doesNotMatch(text, /[{}]/);
    });
  }
});

test("copies of one lure have one subject and one text, but for the reader's name", () => {
  const planted = mails.filter(({ truth }) => truth?.kind === "campaign");
  let compared = 0;
  for (const copies of Map.groupBy(planted, ({ truth }) => `${truth?.campaign} ${truth?.wave}`).values()) {
    const records = copies.map(recordOf);
    assert.equal(new Set(records.map(({ subject }) => subject)).size, 1);
    assert.equal(new Set(records.map(({ content }) => content.textPrint)).size, 1, copies[0]?.octets ?? "");
    compared += copies.length;
  }
  assert.ok(compared > 20);
});
