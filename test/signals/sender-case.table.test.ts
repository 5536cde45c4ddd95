import assert from "node:assert/strict";
import { test } from "node:test";
import { isOpaquePath } from "../../src/signals/lure-paths.ts";
import { hasRandomCase } from "../../src/signals/sender-shape.ts";

test("capitals where no word begins", () => {
  const random = ["xqRTbaLk", "nUXBdrMw", "QKkCpXCMd"];
  const words = ["JaneRoe", "janeroe", "JANEROE", "NewsLetter", "HarbourMailTeam", "jane", "Jane.Roe", ""];
  assert.deepEqual(
    random.filter((local) => !hasRandomCase(local)),
    [],
  );
  assert.deepEqual(words.filter(hasRandomCase), []);
});

test("paths of one value that reads like no word", () => {
  assert.equal(isOpaquePath("/4bQx7Zp2603TGmr243qsbitkyedXom551"), true);
  assert.equal(isOpaquePath("/a-winter-day-at-the-harbour-2024"), false);
  assert.equal(isOpaquePath("/news/2024/4bQx7Zp2603TGmr243qsbitkyedXom551"), false);
  assert.equal(isOpaquePath("/"), false);
});
