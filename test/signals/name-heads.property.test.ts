import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { NameHeads } from "../../src/signals/name-heads.ts";
import { skeletonOf } from "../../src/url/look-alikes.ts";

/** Letters that skeletons change or make, few enough that halves of pairs meet across words; a Cyrillic one. */
const word = fc.string({ unit: fc.constantFrom(..."rnvcli10omwdabо"), minLength: 1, maxLength: 7 });
const words = fc.array(word, { minLength: 1, maxLength: 4 });

test("a name may begin wherever words joined have its skeleton, whatever follows", () => {
  fc.assert(
    fc.property(words, words, (name, others) => {
      const heads = new NameHeads();
      heads.add(skeletonOf(name.join("")));
      assert.ok(heads.mayBegin([...name, ...others], 0, 8), name.join(" "));
      assert.ok(heads.mayBegin([...others, ...name], others.length, 8), name.join(" "));
    }),
  );
});

test("a name is found in another spelling", () => {
  fc.assert(
    fc.property(words, (name) => {
      const heads = new NameHeads();
      const skeleton = skeletonOf(name.join(""));
      heads.add(skeleton);
      assert.ok(heads.mayBegin([skeleton], 0, 8), skeleton);
    }),
  );
});

test("other words begin none", () => {
  const heads = new NameHeads();
  heads.add(skeletonOf("meadowbank"));
  const begin = (text: string) => heads.mayBegin(text.split(" "), 0, 7);
  assert.deepEqual(["meadow bank", "rneaclow", "rn ea clow"].map(begin), [true, true, true]);
  assert.deepEqual(["meadow", "meado", "meal", "bank", "your meadowbank", "the"].map(begin), [
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
