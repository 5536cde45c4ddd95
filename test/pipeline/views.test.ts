/** A load that only some clients see is in the record, with the view that shows it; what all see is there once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../src/pipeline/analyse.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { writeMsg } from "../support/msg-writer.ts";
import { shaOf } from "../support/record.ts";
import { writeTnef } from "../support/tnef-writer.ts";

function recordOf(lines: readonly string[]) {
  const bytes = Buffer.from(lines.join("\r\n"));
  const location = { path: "/mail/a.eml", offset: 0, length: bytes.length, folder: "", marks: [] };
  const kept = { bytes, size: bytes.length, sha256: shaOf("a"), fidelity: "original", outlook: null } as const;
  const raw = { ...kept, key: "a", location, problems: [], atSourceEnd: false };
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

test("a pixel in UTF-16 without a mark, in a part that is declared nowhere", () => {
  for (const order of ["le", "be"] as const) {
    const wide = Buffer.from(`<p>${pixel("b.example")}</p>`, "utf16le");
    if (order === "be") wide.swap16();
    const lines = ["From: a@example.org", "Content-Type: text/plain", "", "text", "--x", "Content-Type: text/html"];
    const record = recordOf([...lines, "Content-Transfer-Encoding: base64", "", wide.toString("base64"), "--x--"]);
    assert.deepEqual(
      record.loads.map(({ host }) => host),
      ["b.example"],
      order,
    );
  }
});

test("a load that several views show is told once", () => {
  const lines = ["From: a@example.org", "Content-Type: text/html", "Content-Type: text/plain", "", pixel("a.example")];
  const record = recordOf(lines);
  assert.deepEqual(
    record.loads.map(({ host, view }) => [host, view]),
    [["a.example", ""]],
  );
});

test("a pixel that only Outlook shows, in a winmail.dat", () => {
  const item = { properties: { 26: "IPM.Note", 4115: Buffer.from(pixel("c.example")) } };
  const record = recordOf([
    "From: a@example.org",
    "Content-Type: application/ms-tnef; name=winmail.dat",
    "Content-Transfer-Encoding: base64",
    "MIME-Version: 1.0",
    "",
    writeTnef(item).toString("base64"),
  ]);
  assert.deepEqual(
    record.loads.map(({ host, view }) => [host, view]),
    [["c.example", "in winmail.dat"]],
  );
  assert.deepEqual([record.status, ...record.flags], ["ok"]);
});

test("fifty forwarded mails in .msg files, and decoys beside them: each pixel is found", () => {
  const lines = ["From: a@example.org", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", ""];
  for (let i = 0; i < 50; i += 1) {
    const decoy = `<p>decoy ${i}</p>`.repeat(8);
    lines.push("--b", "Content-Type: text/plain", "", Buffer.from(decoy).toString("base64"));
    const letter = writeMsg({ properties: { 26: "IPM.Note", 4115: Buffer.from(pixel(`h${i}.example`)) } });
    lines.push("--b", "Content-Type: application/octet-stream", "Content-Transfer-Encoding: base64", "");
    lines.push(letter.toString("base64"));
  }
  const { loads, flags } = recordOf([...lines, "--b--", ""]);
  assert.equal(new Set(loads.map(({ host }) => host)).size, 50);
  assert.ok(loads.every(({ view }) => view === "in .msg"));
  // Of the decoys.
  assert.ok(flags.includes("views-truncated"));
});
