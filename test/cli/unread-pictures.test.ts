/** A scan that was asked to read pictures and could not says so, once, whatever the number of mailboxes. */
import assert from "node:assert/strict";
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createReadingHere } from "../../src/cli/reading-here.ts";
import { NOTHING_GIVEN, readingTools } from "../../src/cli/reading-tools.ts";
import { createMailboxReader } from "../../src/mailbox/reader.ts";
import { shippedList } from "../../src/mdm/lists/shipped.ts";
import { answerOf } from "../../src/pipeline/answer.ts";
import { judge } from "../../src/pipeline/judge.ts";
import { scan } from "../../src/pipeline/scan.ts";
import type { PictureReader } from "../../src/ports/picture-reader.ts";
import { openCase } from "../../src/store/sqlite/open-case.ts";
import { must } from "../store/fixtures.ts";
import { registrableDomain } from "../store/registrable-domain.ts";
import { conditions } from "../support/conditions.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const MAIL = fileURLToPath(new URL("../../rules/tests/picture.lure/match-words-in-picture.eml", import.meta.url));
const paths = ["first.eml", "second.eml"].map((name) => join(home, name));
for (const path of paths) copyFileSync(MAIL, path);

async function notCovered(name: string, pictures: PictureReader) {
  const store = must(await openCase(join(home, name), { mode: "write", registrableDomain }));
  const mailbox = createMailboxReader();
  const tools = await readingTools({ mailbox: {} });
  const reading = createReadingHere({ ...tools, given: { list: shippedList, given: { ...NOTHING_GIVEN, pictures } } });
  must(await scan({ store, mailbox, reading }, { paths, owners: ["@office.example"] }));
  must(await judge(store, conditions));
  const { answer } = await answerOf(store, 0);
  await mailbox.close();
  await store.close();
  return answer.coverage.notCovered.map(({ path, code }) => [path, code]);
}

test("a recogniser that cannot be started: one line", async () => {
  let asked = 0;
  const broken: PictureReader = {
    read: () => {
      asked += 1;
      return null;
    },
    unread: () => asked,
    close: () => {},
  };
  assert.deepEqual(await notCovered("broken", broken), [["--read-pictures", "pictures-unread"]]);
  assert.ok(asked > 0);
});

test("one that gives up on a picture: none", async () => {
  assert.deepEqual(await notCovered("given-up", { read: () => null, unread: () => 0, close: () => {} }), []);
});
