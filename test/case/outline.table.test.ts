/** What an outline says of loads: whether one copy sees a tracker, and else which pictures are shown. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { outlineOf } from "../../src/case/outline.ts";
import type { LoadRecord } from "../../src/case/record.ts";
import { pixel, recordOf } from "../support/record.ts";

const plain = { kind: "none", value: "", detail: "", address: null } as const;
const shown = (url: string, wish: Partial<LoadRecord> = {}): LoadRecord =>
  pixel(url, { hidden: false, token: plain, ...wish });
const printOf = (...loads: readonly LoadRecord[]): string | undefined =>
  outlineOf(recordOf({ name: "m", loads })).shown;

const A = shown("https://img.example/a/0f3c.jpg");
const B = shown("https://img.example/a/77aa.jpg");

describe("print of what is shown", () => {
  test("none for a message that is compared anyway, and for one that loads nothing on display", () => {
    assert.equal(printOf(A, pixel("https://t.example/o.gif")), undefined);
    assert.equal(
      printOf(A, shown("https://t.example/Zx81kQq02mYy43n", { token: pixel("https://t.example/").token })),
      undefined,
    );
    assert.equal(printOf(shown("https://img.example/page", { fires: "click" })), undefined);
    assert.equal(printOf(), undefined);
  });

  test("the same for the same addresses, whatever else is loaded on a click", () => {
    assert.equal(printOf(A, B)?.length, 22);
    assert.equal(printOf(A, B), printOf(A, shown("https://img.example/page", { fires: "click" }), B));
  });

  test("another for one address more, less or other, and where addresses run into each other", () => {
    const prints = [
      printOf(A),
      printOf(B),
      printOf(A, B),
      printOf(A, A),
      printOf(shown("https://img.example/a/0f3c.jpgx")),
    ];
    assert.equal(new Set(prints).size, prints.length);
  });
});
