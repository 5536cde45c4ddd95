/** The indexes of values give what a list of all messages gives, whatever was folded, taken out or undone in between. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import fc from "fast-check";
import { MessageIdIndex } from "../../src/store/sqlite/message-id-index.ts";
import { MIGRATIONS } from "../../src/store/sqlite/schema.ts";
import { inTransaction } from "../../src/store/sqlite/transaction.ts";
import { HOST_INDEX, UseIndex } from "../../src/store/sqlite/use-index.ts";

const numRuns = Math.ceil(Number(process.env["FUZZ_RUNS"] ?? 200) / 4);

const USES = `
  SELECT labels, message, roles FROM (
    SELECT host, message, roles FROM host_uses UNION ALL SELECT host, message, roles FROM recent_host_uses)
    JOIN hosts ON id = host`;
const MESSAGE_IDS =
  "SELECT message, message_id FROM message_ids UNION ALL SELECT message, message_id FROM recent_message_ids";

const value = fc.constantFrom("a", "b", "c", "d", "e", "f", "g");
const uses = fc.dictionary(value, fc.integer({ min: 1, max: 63 }), { maxKeys: 5, noNullPrototype: true });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("apply" as const), batch: fc.array(uses, { maxLength: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("undo" as const), batch: fc.array(uses, { maxLength: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), nth: fc.nat(20) }) },
);

class Undone extends Error {}

test("the index equals a plain list", () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 12 }),
      fc.nat(12),
      fc.integer({ min: 1, max: 12 }),
      (steps, recentMax, waitingMax) => {
        const database = new DatabaseSync(":memory:");
        for (const migration of MIGRATIONS) database.exec(migration);
        const hosts = new UseIndex(database, HOST_INDEX, recentMax, waitingMax);
        const ids = new MessageIdIndex(database, recentMax);
        const model = new Map<number, ReadonlyMap<string, number>>();
        let next = 1;
        const add = (
          batch: readonly Readonly<Record<string, number>>[],
          into: Map<number, ReadonlyMap<string, number>>,
        ) => {
          for (const each of batch) {
            const roles = new Map(Object.entries(each));
            hosts.append(next, roles);
            ids.append(next, [...roles.keys()].join(""));
            into.set(next, roles);
            next += 1;
          }
          hosts.flush();
          ids.flush();
        };
        const take = (nth: number): void => {
          const message = [...model.keys()][nth];
          const roles = message === undefined ? undefined : model.get(message);
          if (message === undefined || roles === undefined) return;
          hosts.remove(message, roles.keys());
          ids.remove(message, [...roles.keys()].join(""));
          model.delete(message);
        };
        for (const each of steps) {
          if (each.kind === "apply") inTransaction(database, () => add(each.batch, model));
          else if (each.kind === "remove") inTransaction(database, () => take(each.nth));
          else {
            const undo = () =>
              inTransaction(database, () => {
                add(each.batch, new Map());
                throw new Undone();
              });
            assert.throws(undo, Undone);
            hosts.forget();
            ids.forget();
          }
        }
        const found = database
          .prepare(USES)
          .all()
          .map((row) => `${row["message"]} ${row["labels"]} ${row["roles"]}`);
        const wanted = [...model].flatMap(([message, roles]) =>
          [...roles].map(([host, bits]) => `${message} ${host} ${bits}`),
        );
        assert.deepEqual(found.sort(), wanted.sort());
        const foundIds = database
          .prepare(MESSAGE_IDS)
          .all()
          .map((row) => `${row["message"]} ${row["message_id"]}`);
        const named = [...model].filter(([, roles]) => roles.size > 0);
        assert.deepEqual(
          foundIds.sort(),
          named.map(([message, roles]) => `${message} ${[...roles.keys()].join("")}`).sort(),
        );
        database.close();
      },
    ),
    { numRuns },
  );
});

test("ids are remembered up to a bound from one flush to the next, and asked for again", () => {
  const database = new DatabaseSync(":memory:");
  for (const migration of MIGRATIONS) database.exec(migration);
  const hosts = new UseIndex(database, HOST_INDEX, 1000, 1000, 4);
  for (let message = 1; message <= 5; message += 1) {
    hosts.append(message, new Map(["shared", `a${message}`, `b${message}`].map((host) => [host, 1])));
    hosts.flush();
    assert.ok(hosts.remembered <= 4, `${hosts.remembered} ids after message ${message}`);
  }
  const uses = database
    .prepare(USES)
    .all()
    .filter((row) => row["labels"] === "shared");
  assert.deepEqual(
    uses.map((row) => row["message"]),
    [1, 2, 3, 4, 5],
  );
  database.close();
});
