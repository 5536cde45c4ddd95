/** A load that only some clients see is in the record, with the view that shows it; what all see is there once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../src/pipeline/analyse.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { shaOf } from "../support/record.ts";

function recordOf(lines: readonly string[]) {
  const bytes = Buffer.from(lines.join("\r\n"));
  const location = { path: "/mail/a.eml", offset: 0, length: bytes.length, folder: "", marks: [] };
  const raw = { bytes, size: bytes.length, sha256: shaOf("a"), key: "a", location, problems: [], atSourceEnd: false };
  return analyse(raw, { owners: [], finder: createTokenFinder() }).record;
}

const pixel = (host: string) => `<img src="https://${host}/p.gif" width="1" height="1">`;

test("a pixel in a part that is declared nowhere", () => {
  const lines = [
    "From: a@example.org",
    "Content-Type: text/html",
    "",
    pixel("a.example"),
    "--x",
    "Content-Type: text/html",
    "Content-Transfer-Encoding: base64",
    "",
  ];
  const record = recordOf([...lines, Buffer.from(pixel("b.example")).toString("base64"), "--x--"]);
  assert.deepEqual(
    record.loads.map(({ host, view }) => [host, view]),
    [
      ["a.example", ""],
      ["b.example", "base64"],
    ],
  );
  assert.equal(record.loadCount, 2);
  assert.deepEqual(record.flags, ["ambiguous-structure", "odd-mime-version", "undeclared-boundary"]);
});

test("a load that several views show is told once", () => {
  const lines = ["From: a@example.org", "Content-Type: text/html", "Content-Type: text/plain", "", pixel("a.example")];
  const record = recordOf(lines);
  assert.deepEqual(
    record.loads.map(({ host, view }) => [host, view]),
    [["a.example", ""]],
  );
});
