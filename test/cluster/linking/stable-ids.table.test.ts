import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { KnownCampaign } from "../../../src/cluster/campaigns.ts";
import { named } from "../../../src/cluster/linking/stable-ids.ts";
import { shaOf } from "../../support/record.ts";
import { memberOf } from "./members.ts";

const group = (...names: string[]) => ({ members: names.map((name) => memberOf({ name })), links: [], waves: [] });
const known = (id: string, ...names: string[]): KnownCampaign => ({ id, messages: names.map(shaOf) });

describe("names of campaigns", () => {
  test("a new one is named by its first message", () => {
    const [first] = named([group("a", "b")], []);
    assert.match(first?.id ?? "", /^c-[0-9a-f]{8}$/);
    assert.equal(first?.id, named([group("a", "b", "c")], [])[0]?.id);
  });
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, before: readonly KnownCampaign[], groups: readonly (readonly string[])[], after: readonly (readonly [id: string, formerly: string])[]])[] = [
    ["grows, also at its front", [known("c-1", "b", "c")],                        [["a", "b", "c", "d"]],      [["c-1", ""]]],
    ["two become one",           [known("c-1", "a", "b", "c"), known("c-2", "d", "e")], [["a", "b", "c", "d", "e"]], [["c-1", "c-2 joined"]]],
    ["one becomes two",          [known("c-1", "a", "b", "c", "d", "e")],         [["a", "b", "c"], ["d", "e"]], [["c-1", ""], ["new", "c-1 split"]]],
    ["a part changes over",      [known("c-1", "a", "b", "c"), known("c-2", "d", "e", "f")], [["a", "b"], ["c", "d", "e", "f"]], [["c-1", ""], ["c-2", "c-1 split"]]],
    ["all of it is gone",        [known("c-1", "x", "y")],                        [["a", "b"]],                [["new", ""]]],
  ];
  for (const [what, before, groups, after] of cases) {
    test(what, () => {
      const got = named(
        groups.map((names) => group(...names)),
        before,
      ).map(({ id, formerly }) => [
        before.some((one) => one.id === id) ? id : "new",
        formerly.map((one) => `${one.id} ${one.how}`).join(),
      ]);
      assert.deepEqual(got, after);
    });
  }
  test("what it was goes on with it, and what it took in brings its own", () => {
    const before = [
      { ...known("c-1", "a", "b", "c"), formerly: [{ id: "c-0", how: "joined" as const }] },
      { ...known("c-2", "d", "e"), formerly: [{ id: "c-9", how: "joined" as const }] },
    ];
    const [one] = named([group("a", "b", "c", "d", "e")], before);
    assert.deepEqual(
      one?.formerly.map(({ id }) => id),
      ["c-0", "c-2", "c-9"],
    );
  });
  test("a name that is taken is not given again", () => {
    const id = named([group("a", "b")], [])[0]?.id ?? "";
    const names = named([group("a", "b"), group("c", "d", "e")], [known(id, "c", "d")]).map((one) => one.id);
    assert.equal(names[1], id);
    assert.notEqual(names[0], id);
  });
});
