/** TF-128: what the opaque values of one message share is said, and proves nothing. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withSharedParts } from "../../src/signals/shared-parts.ts";
import { pixel } from "../support/record.ts";

const token = (value: string) => ({ kind: "likely", value, detail: "opaque", address: null }) as const;
const loads = (values: readonly string[], host = "t.example") =>
  values.map((value, n) => pixel(`https://${host}/${n}/${value}`, { token: token(value) }));
const details = (values: readonly string[]) => withSharedParts(loads(values)).map(({ token: { detail } }) => detail);

describe("shared parts", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [about: string, values: readonly string[], said: RegExp | null])[] = [
    ["one value in three addresses",  ["Zx81kQq02mYy", "Zx81kQq02mYy", "Zx81kQq02mYy"], /^opaque; the same in 3 addresses/],
    ["a shared beginning",            ["u-2mQx8aK1", "u-2mQx8bZ7", "u-2mQx8cP4"],       /^opaque; its first 7 characters are the same in all 3/],
    ["two addresses are too few",     ["u-2mQx8aK1", "u-2mQx8bZ7"],                     null],
    ["a beginning that is a word",    ["newsletter1a", "newsletter2b", "newsletter3c"], null],
    ["a short beginning",             ["a1b2x81kQq0", "a1b2c81kQq0", "a1b2d81kQq0"],    null],
    ["nothing shared",                ["Zx81kQq02mYy", "Kw72jRr13nXx", "Lp63hTt24oWw"], null],
  ];
  for (const [about, values, said] of cases) {
    test(about, () => {
      for (const detail of details(values)) {
        if (said === null) assert.equal(detail, "opaque");
        else assert.match(detail, said);
      }
    });
  }

  test("values of other domains, decoded ones and loads without token are left alone", () => {
    const all = [...loads(["u-2mQx8aK1", "u-2mQx8bZ7"]), ...loads(["u-2mQx8cP4"], "other.example")];
    const named = pixel("https://t.example/x", { token: { ...token("u-2mQx8dd"), address: "a@b.example" } });
    assert.equal(
      withSharedParts([...all, named, pixel("https://t.example/")]).at(-1)?.token.detail,
      pixel("https://t.example/").token.detail,
    );
    assert.deepEqual(withSharedParts(all), all);
  });
});
