import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { atLeast, sharedRoleOf } from "../../src/assessment/shared-role.ts";

const people = Array.from({ length: 40 }, (_, n) => ({
  id: `p${n}`,
  role: n < 6 ? "committee" : n < 38 ? "staff" : "",
}));
const chosen = (...ids: readonly number[]) => new Set(ids.map((n) => `p${n}`));

describe("sharedRoleOf", () => {
  test("only members' mail was read: that all chosen are members says nothing", () => {
    const all = Array.from({ length: 40 }, (_, nth) => ({
      id: `p${nth}`,
      role: nth < 10 ? "member" : "clerk",
      messagesAll: nth < 10 ? 50 : 0,
    }));
    const members = new Set(["p0", "p1", "p2", "p3", "p4"]);
    const found = sharedRoleOf(all, members);
    assert.deepEqual([found?.all, found?.chance], [10, 1]);
  });

  test("five of six of a small committee are no chance", () => {
    const found = sharedRoleOf(people, chosen(0, 1, 2, 3, 4));
    assert.equal(found?.role, "committee");
    assert.deepEqual([found?.chosenWithRole, found?.chosen, found?.allWithRole, found?.all], [5, 5, 6, 38]);
    assert.ok((found?.chance ?? 1) < 1e-4);
  });
  test("staff, who are most of the house, stand out against nothing", () => {
    assert.ok((sharedRoleOf(people, chosen(10, 11, 12))?.chance ?? 0) > 0.05);
  });
  test("two people, nobody with a role, or everybody: nothing", () => {
    assert.equal(sharedRoleOf(people, chosen(0, 1)), null);
    assert.equal(sharedRoleOf(people, chosen(38, 39)), null);
    assert.equal(sharedRoleOf(people.slice(0, 3), chosen(0, 1, 2)), null);
    assert.equal(sharedRoleOf([], chosen(0, 1, 2)), null);
  });
});

test("atLeast agrees with counting by hand", () => {
  // 2 of 2 drawn are among the 3 marked of 5: 3 of 10 pairs.
  assert.ok(Math.abs(atLeast(2, { all: 5, marked: 3, drawn: 2 }) - 0.3) < 1e-9);
  assert.ok(Math.abs(atLeast(0, { all: 5, marked: 3, drawn: 2 }) - 1) < 1e-9);
});
