import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { registeredSenders } from "../../src/signals/known-senders.ts";
import { registry } from "../../src/signals/registry/index.ts";
import { publicHostKind } from "../../src/url/public-hosts.ts";
import { isCustomerDomain } from "../../src/url/shared-domains.ts";

describe("the registry of real senders", () => {
  test("is large enough to be of use", () => assert.ok(registry.length >= 300, `${registry.length} senders`));

  test("holds hosts in lower case, and no empty names", () => {
    for (const { names, domains } of registry) {
      assert.ok(
        names.every(({ text }) => text.trim() !== ""),
        domains.join(" "),
      );
      assert.deepEqual(
        domains.filter((domain) => !/^(?:[a-z0-9-]+\.)+[a-z]{2,24}$/.test(domain)),
        [],
        names[0]?.text ?? "",
      );
    }
  });

  test("names no sender twice", () => {
    const names = registry.map(({ kind, name }) => `${kind} ${name}`);
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
  });

  test("gives nobody a host that anybody gets", () => {
    const shared = registry.filter(({ domains }) =>
      domains.some((domain) => isCustomerDomain(domain) && publicHostKind(domain) !== null),
    );
    // Their own services carry their customers' names.
    assert.deepEqual(
      shared.map(({ name }) => name),
      ["WordPress"],
    );
  });

  test("no registered host is a look-alike of another one", () => {
    const known = registeredSenders();
    const found = registry.flatMap(({ domains }) => domains.filter((domain) => known.resembled(domain) !== null));
    assert.deepEqual(found, []);
  });
});
