/** No byte of the sample may name a real host: every name and address is looked at, under each transfer encoding. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { violations, violationsIn } from "../support/reserved-names.ts";
import { officeMailbox } from "./mailbox.ts";
import { openFile } from "./open-files.ts";

describe("the check itself sees what it forbids", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [octets: string, found: readonly string[]])[] = [
    ["<a href=\"https://mail.example.org/x\">",                       []],
    ["to a@b.parliament.example via 192.0.2.7 and 2001:db8::5",        []],
    ["http://localhost/",                                              ["localhost"]],
    ["see www.w3.org for more",                                        ["www.w3.org"]],
    ["someone@example.com.evil.net",                                   ["example.com.evil.net"]],
    ["from [10.0.0.1]",                                                ["10.0.0.1"]],
    ["from [fe80:0:0:1::7]",                                           ["fe80:0:0:1::7"]],
    ["\\\\fileserver\\pub",                                            ["fileserver"]],
    [Buffer.from("src=https://tracker.bad/p.gif").toString("base64"),  ["tracker.bad"]],
  ];
  for (const [octets, found] of cases) {
    test(JSON.stringify(octets), () => assert.deepEqual(violations(octets), found));
  }
  test("a name broken by a soft line end", () => {
    assert.ok(violations("https://trac=\nker.com/").includes("tracker.com"));
  });
});

test("every name and address in the sample is reserved", () => {
  const found = new Map<string, string>();
  let messages = 0;
  for (const file of officeMailbox()) {
    if (file.path === "README.txt")
      assert.deepEqual(
        violationsIn(
          Buffer.from(file.bytes)
            .toString()
            .replace(/\S+\.zip/g, ""),
        ),
        [],
      );
    for (const { octets } of openFile(file)) {
      messages += 1;
      for (const name of violations(octets)) found.set(name, file.path);
    }
  }
  assert.ok(messages > 2000);
  assert.deepEqual([...found], []);
});
