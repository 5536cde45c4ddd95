/** The role that the chosen share, by the same test and minimum as all traits. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sharedRoleOf, sharedTraits } from "../../src/people/shared-traits.ts";

const people = Array.from({ length: 40 }, (_, n) => ({
  id: `p${n}`,
  role: n < 6 ? "committee" : n < 38 ? "staff" : "",
}));
const chosen = (...ids: readonly number[]) => new Set(ids.map((n) => `p${n}`));

describe("sharedRoleOf", () => {
  test("only members' mail was read: that all chosen are members says nothing", () => {
    const all = Array.from({ length: 40 }, (_, nth) => ({
      id: `p${nth}`,
      role: nth < 14 ? "member" : "clerk",
      messagesAll: nth < 14 ? 50 : 0,
    }));
    assert.equal(sharedRoleOf(all, chosen(0, 1, 2, 3, 4)), null);
  });
  test("five of six of a small committee are no chance", () => {
    const found = sharedRoleOf(people, chosen(0, 1, 2, 3, 4));
    assert.equal(found?.role, "committee");
    assert.deepEqual([found?.chosenWithRole, found?.chosen, found?.allWithRole, found?.all], [5, 5, 6, 38]);
    assert.ok((found?.chance ?? 1) < 1e-4);
  });
  test("staff, who are most of the house, stand out against nothing", () => {
    assert.ok((sharedRoleOf(people, chosen(10, 11, 12, 13))?.chance ?? 0) > 0.05);
  });
  test("three people, nobody with a role, or everybody: nothing", () => {
    assert.equal(sharedRoleOf(people, chosen(0, 1, 2)), null);
    assert.equal(sharedRoleOf(people, chosen(38, 39)), null);
    assert.equal(sharedRoleOf(people.slice(0, 14), new Set(people.map(({ id }) => id))), null);
    assert.equal(sharedRoleOf([], chosen(0, 1, 2)), null);
  });
  test("says what sharedTraits says of the same people", () => {
    const ids = chosen(0, 1, 2, 3, 20);
    const bearers = people
      .filter(({ role }) => role !== "")
      .map(({ id, role }) => ({ role, groups: [], isReached: ids.has(id) }));
    const [trait] = sharedTraits(bearers, null).traits;
    assert.equal(sharedRoleOf(people, ids)?.chance, trait?.chance);
    assert.equal(trait?.name, "committee");
  });
});
