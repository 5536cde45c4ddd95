import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { writeDecade } from "../../../tools/decade/output.ts";
import { readTruths } from "../../../tools/decade/truth-files.ts";
import { splitMbox } from "../../office/open-files.ts";

const folder = mkdtempSync(join(tmpdir(), "letterlock-decade-"));
after(() => rmSync(folder, { recursive: true }));
const written = writeDecade(folder, { seed: "truth", size: 1200 }, { mail: "tree" });
const text = (name: string): string => readFileSync(join(folder, name), "utf8");
const lines = text("truth.jsonl")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Record<string, unknown> & { readonly [key: string]: string });

/** By another splitter than the program's. */
const messages = new Map<string, { readonly path: string; readonly octets: string }>();
for (const path of readdirSync(join(folder, "mail"), { recursive: true, encoding: "utf8" })) {
  if (!path.endsWith(".mbox")) continue;
  for (const octets of splitMbox(readFileSync(join(folder, "mail", path), "latin1"))) {
    messages.set(createHash("sha256").update(octets, "latin1").digest("hex"), { path, octets });
  }
}

describe("what is written", () => {
  test("each message lies in the tree once, and kinds.tsv names it", () => {
    assert.equal(messages.size, 1200);
    assert.equal(written.messages, 1200);
    const kinds = new Set(
      text("kinds.tsv")
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(0, 16)),
    );
    assert.equal(kinds.size, 1200);
    for (const sha256 of messages.keys()) assert.ok(kinds.has(sha256.slice(0, 16)));
  });

  test("each line of the truth is of a message that lies where its address says", () => {
    assert.ok(lines.length > 60);
    for (const { sha256 = "", messageId = "", address = "", kind } of lines) {
      const message = messages.get(sha256);
      assert.ok(message !== undefined, `${kind} ${messageId}`);
      assert.ok(message.octets.includes(`Message-ID: ${messageId}`), messageId);
      assert.ok(message.path.includes(`/${address}/`), `${message.path} of ${address}`);
    }
  });

  test("all four kinds are there, and every person is of the roster", () => {
    assert.deepEqual([...new Set(lines.map(({ kind }) => kind))].sort(), ["campaign", "crime", "decoy", "reaction"]);
    const truths = readTruths(folder);
    for (const { person = "", address = "" } of lines) assert.equal(truths.personOf(address), person);
  });

  test("what was answered has the answer in Sent", () => {
    const answered = lines.filter(({ kind, replied }) => kind === "campaign" && Boolean(replied));
    const sent = [...messages.values()].filter(({ path }) => path.endsWith("/Sent.mbox")).map(({ octets }) => octets);
    for (const { messageId = "" } of answered) {
      assert.ok(
        sent.some((octets) => octets.includes(messageId)),
        messageId,
      );
    }
  });

  test("a mailbox that keeps marks shows what was opened, and one that keeps none shows nothing", () => {
    for (const { sha256 = "", kind, opened } of lines) {
      if (kind !== "campaign") continue;
      const status = /^Status: (\w+)$/m.exec(messages.get(sha256)?.octets ?? "")?.[1];
      if (status !== undefined) assert.equal(status.includes("R"), Boolean(opened));
    }
  });

  test("levels by logs are borne out by a line of a log at that time", () => {
    const proxy = text("logs/proxy.log");
    const confirmed = lines.filter((line) => {
      const exposure = line["exposure"] as unknown as { readonly all: { readonly level: number } } | null;
      return exposure?.all.level === 5;
    });
    for (const { sha256 = "", address = "" } of confirmed) {
      const octets = messages.get(sha256)?.octets ?? "";
      const user = address.split("@")[0] ?? "";
      assert.ok(octets !== "" && proxy.includes(` ${user} `), user);
    }
  });

  test("no message gives the truth away", () => {
    for (const { octets } of messages.values()) assert.doesNotMatch(octets, /\bA\d-C\d\b|decoy|planted/i);
  });

  test("the bundle of indicators is STIX 2.1 with distinct ids", () => {
    const { type, objects } = JSON.parse(text("intel.stix.json")) as {
      readonly type: string;
      readonly objects: readonly { readonly id: string; readonly type: string; readonly pattern?: string }[];
    };
    assert.equal(type, "bundle");
    assert.equal(new Set(objects.map(({ id }) => id)).size, objects.length);
    for (const { type: kind, id } of objects) assert.match(id, new RegExp(`^${kind}--[0-9a-f-]{36}$`));
    assert.ok(objects.some(({ pattern = "" }) => pattern.startsWith("[domain-name:value = '")));
  });
});
