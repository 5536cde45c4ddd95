/** No byte of the sample may name a real host: every name and address is looked at, under each transfer encoding. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parse } from "tldts";
import { demoMailbox } from "../../src/demo/mailbox.ts";
import { decodedRuns, openFile, unquoted } from "./open-files.ts";

const RESERVED = /(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org))$/i;
const DOCUMENTATION_V4 = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/;

function isReserved(host: string): boolean {
  return RESERVED.test(host) || DOCUMENTATION_V4.test(host);
}

const known = new Map<string, boolean>();

function hasRealTopLevel(name: string): boolean {
  const real = known.get(name) ?? parse(name).isIcann === true;
  known.set(name, real);
  return real;
}

/** Names that a client could contact, and names under a real top-level domain wherever they stand. */
function violationsIn(text: string): readonly string[] {
  const placed = [...text.matchAll(/(?:@|:\/\/|\\\\)([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)/g)].map(
    ([, host = ""]) => host,
  );
  const dotted = text.match(/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g) ?? [];
  const real = dotted.filter(hasRealTopLevel);
  const quads = text.match(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/g) ?? [];
  const colons = text.match(/(?<![\w:])[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}(?![\w:])/gi) ?? [];
  return [
    ...[...placed, ...real, ...quads].filter((host) => !isReserved(host)),
    ...colons.filter((address) => !/^2001:db8:/i.test(address)),
  ];
}

/** The header as it stands, the body with quoted-printable undone where there is any, and what base64 holds. */
function violations(octets: string): readonly string[] {
  const bodyStart = octets.indexOf("\n\n") + 1;
  const body = octets.slice(bodyStart);
  const shown = /=\n|quoted-printable/.test(body) || /quoted-printable/.test(octets) ? unquoted(body) : body;
  const views = [octets.slice(0, bodyStart), shown, ...decodedRuns(octets), ...decodedRuns(shown)];
  return [...new Set(views.flatMap(violationsIn))];
}

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
  for (const file of demoMailbox()) {
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
