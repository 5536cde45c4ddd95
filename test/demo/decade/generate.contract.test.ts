import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { decade } from "../../../src/demo/decade/generate.ts";
import type { Mail } from "../../../src/demo/decade/wire.ts";
import { withMarks } from "../../../src/demo/decade/wire.ts";
import { END, FIRST_DAY, type Parameters } from "../../../src/demo/world/size.ts";

function digest(parameters: Parameters): string {
  const hash = createHash("sha256");
  for (const mail of decade(parameters).mails()) hash.update(withMarks(mail), "latin1").update(mail.account.path);
  return hash.digest("hex");
}

const parameters = { seed: "test", size: 1500 };
const mails: readonly Mail[] = [...decade(parameters).mails()];

describe("a decade", () => {
  test("is the same on every run, and another for another seed", () => {
    const first = digest({ seed: "a", size: 300 });
    assert.equal(digest({ seed: "a", size: 300 }), first);
    assert.notEqual(digest({ seed: "b", size: 300 }), first);
  });

  for (const size of [200, 777, 4321]) {
    test(`has exactly ${size} messages when asked for them`, () => {
      assert.equal([...decade({ seed: "size", size }).mails()].length, size);
    });
  }

  test("lies within ten years, in order of delivery", () => {
    let before = FIRST_DAY;
    for (const { at } of mails) {
      assert.ok(at >= before && at < END, new Date(at).toISOString());
      before = at;
    }
  });

  test("can do without any campaign", () => {
    const none = [...decade({ seed: "none", size: 400, planted: 0 }).mails()];
    assert.equal(none.length, 400);
    assert.deepEqual(new Set(none.map(({ truth }) => truth?.kind).filter((kind) => kind === "campaign")), new Set());
  });

  test("no message is there twice", () => {
    assert.equal(new Set(mails.map((mail) => `${mail.account.path} ${withMarks(mail)}`)).size, mails.length);
  });

  test("every message has the fields that mail has, and lines of at most 998 octets", () => {
    for (const { octets } of mails) {
      const head = octets.slice(0, octets.indexOf("\n\n"));
      for (const name of ["Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type"])
        assert.match(head, new RegExp(`^${name}: .`, "m"));
      assert.ok(octets.split("\n").every((line) => line.length <= 998));
      assert.doesNotMatch(octets, /\bundefined\b|\{[a-z]+\}/);
    }
  });
});

test("a small decade has the same bytes on every machine", () => {
  // Changes with every change of what is made: then look at the mail, and write the new value here.
  assert.equal(digest({ seed: "pinned", size: 200 }), PINNED);
});

const PINNED = "2dcfc48414b7e85d48460dab9b28691987f86ab798718fa08f1b1e88f02a7a8e";
