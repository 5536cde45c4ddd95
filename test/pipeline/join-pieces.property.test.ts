/** Pieces, decoys and copies, spread over several scans in any order, give the case that one scan of all of them gives. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { dumpCase } from "../../src/store/sqlite/dump.ts";
import { evenCuts, piecesOf } from "../support/pieces.ts";
import { scanHere } from "../support/scan-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 15);

/** One mail: which message, in how many pieces, which of them, for whom, and what else is odd. */
const mail = fc
  .record({
    message: fc.constantFrom("a", "b"),
    count: fc.constantFrom(2, 3),
    pick: fc.nat(2),
    to: fc.constantFrom("bo@example.net", "cy@example.net"),
    odd: fc.constantFrom("", "", "", "decoy", "total", "nested"),
  })
  .map(({ message, count, pick, to, odd }) => {
    const lines = ["one", "two", "three", "four", "five", "six"].map((word) => `<p>${word} of ${message}</p>`);
    const whole = ["Subject: long", "Content-Type: text/html", "", ...lines, ""].join("\n");
    const totalOf = odd === "total" ? () => count + 1 : () => count;
    const pieces = piecesOf(whole, evenCuts(whole, count), { id: message, to, totalOf });
    const text = pieces[pick % pieces.length] ?? "";
    if (odd === "nested") return piecesOf(text, evenCuts(text, 2), { id: `${message}-${pick}`, to })[pick % 2] ?? "";
    return odd === "decoy" ? text.replaceAll("<p>", "<b>") : text;
  });

test("any order of scans gives the case of one scan", async () => {
  let runs = 0;
  let joined = 0;
  const property = fc.asyncProperty(
    fc.array(fc.tuple(mail, fc.constantFrom("x", "y", "z")), { minLength: 4, maxLength: 24 }),
    fc.shuffledSubarray(["x", "y", "z"], { minLength: 3 }),
    async (mails, order) => {
      runs += 1;
      const root = join(home, `${runs}`);
      const paths = ["x", "y", "z"].map((name) => join(root, "in", name));
      for (const path of paths) mkdirSync(path, { recursive: true });
      for (const [n, [text, folder]] of mails.entries()) writeFileSync(join(root, "in", folder, `${n}.eml`), text);
      for (const name of order) await scanHere(join(root, "steps"), [join(root, "in", name)], async () => {});
      joined += await scanHere(join(root, "once"), paths, async (store) => (await store.counts()).joined);
      // What discovery says of an empty folder is of the scans, not of the case.
      const dump = async (name: string) =>
        (await dumpCase(join(root, name))).replace(/^not covered .*"origin":"".*\n/gm, "");
      assert.equal(await dump("steps"), await dump("once"));
    },
  );
  await fc.assert(property, { numRuns: RUNS });
  assert.ok(joined > 0, "nothing was joined, so nothing was tested");
});
