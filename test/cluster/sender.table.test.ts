import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { outlineOf } from "../../src/case/outline.ts";
import { HistoryBook } from "../../src/cluster/history.ts";
import { ownDomainsOf, senderKey } from "../../src/cluster/sender.ts";
import { shippedList } from "../../src/mdm/lists/shipped.ts";
import { Undetermined } from "../../src/mql/value.ts";
import { isFreeMail } from "../../src/url/shared-domains.ts";
import { recordOf } from "../support/record.ts";

describe("whose the mail of a domain is", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [address: string, key: string])[] = [
    ["desk@mail.harbour.example", "harbour.example"],
    ["anna@gmail.com",            "anna@gmail.com"],
    // Providers that activists and journalists choose are shared by strangers like the large ones.
    ["anna@riseup.net",           "anna@riseup.net"],
    ["anna@posteo.de",            "anna@posteo.de"],
    ["anna@systemli.org",         "anna@systemli.org"],
  ];
  for (const [address, key] of cases) test(address, () => assert.equal(senderKey(address), key));
});

test("a stranger at a small provider inherits nothing of others there", () => {
  const book = new HistoryBook();
  for (let month = 1; month <= 9; month += 1) {
    const friend = recordOf({ name: `friend ${month}`, from: "friend@riseup.net", on: `2021-0${month}-05` });
    book.add(outlineOf(friend), { readers: [], own: false });
  }
  assert.equal(book.of(recordOf({ name: "lure", from: "stranger@riseup.net" })).messages, 0);
});

test("rules and history know the same providers", () => {
  const list = shippedList("free_email_providers");
  assert.ok(!(list instanceof Undetermined));
  assert.ok(list.values.length > 500);
  assert.deepEqual(
    list.values.filter((domain) => typeof domain === "string" && !isFreeMail(domain)),
    [],
  );
});

test("the owner's domains: none that strangers share, unless the user says so", () => {
  assert.deepEqual(
    [...ownDomainsOf(["a@office.example", "b@mail.office.example", "a@riseup.net"])],
    ["office.example"],
  );
  assert.deepEqual([...ownDomainsOf(["@riseup.net"])], ["riseup.net"]);
});
