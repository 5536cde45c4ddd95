/** A MISP feed as a folder: its events are files of indicators; what is missing or broken is told. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readIntelFiles } from "../../src/cli/intel-files.ts";

const uuid = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

async function inFolder(
  files: Readonly<Record<string, unknown>>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "letterlock-feed-"));
  try {
    mkdirSync(join(folder, "feed"));
    for (const [name, value] of Object.entries(files)) writeFileSync(join(folder, "feed", name), JSON.stringify(value));
    await use(join(folder, "feed"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const event = (host: string) => ({
  Event: { info: host, Attribute: [{ type: "domain", value: host, to_ids: true, uuid: uuid(9) }] },
});

test("each event is a file; one that is missing or broken is told, and no name leads out of the folder", async () => {
  const manifest = {
    [uuid(1)]: { info: "one" },
    [uuid(2)]: { info: "two" },
    [uuid(3)]: { info: "gone" },
    "../../x": {},
  };
  const files = {
    "manifest.json": manifest,
    [`${uuid(1)}.json`]: event("a.example"),
    [`${uuid(2)}.json`]: event("b.example"),
  };
  await inFolder(files, async (folder) => {
    const read = await readIntelFiles([folder]);
    assert.ok(read.ok, read.ok ? "" : read.error);
    assert.deepEqual(
      read.value.map(({ file: { title, indicators } }) => [title, indicators.at(0)?.value]),
      [
        ["a.example", "a.example"],
        ["b.example", "b.example"],
      ],
    );
    const [first] = read.value;
    assert.deepEqual(
      first?.file.unusable.map(({ place, why }) => `${place}: ${why}`),
      [`${uuid(3)}.json: the event was not found`, "manifest.json: the key is no uuid"],
    );
    assert.equal(first?.file.unusableCount, 2);
  });
});

test("a folder that is no feed, and a feed of which nothing can be read, say so", async () => {
  await inFolder({}, async (folder) => {
    const read = await readIntelFiles([folder]);
    assert.ok(!read.ok && read.error.includes("without a manifest.json"));
  });
  await inFolder({ "manifest.json": { [uuid(1)]: {} } }, async (folder) => {
    const read = await readIntelFiles([folder]);
    assert.ok(!read.ok && read.error.includes("none of its events could be read"));
  });
  await inFolder({ "manifest.json": [] }, async (folder) => {
    const read = await readIntelFiles([folder]);
    assert.ok(!read.ok && read.error.includes("no manifest of a MISP feed"));
  });
});

test("hashes.csv tells of events that the manifest does not name", async () => {
  const files = { "manifest.json": { [uuid(1)]: { info: "one" } }, [`${uuid(1)}.json`]: event("a.example") };
  await inFolder(files, async (folder) => {
    const hash = "0".repeat(32);
    writeFileSync(join(folder, "hashes.csv"), `${hash},${uuid(1)}\n${hash},${uuid(7)}\n`);
    const read = await readIntelFiles([folder]);
    assert.ok(read.ok);
    assert.deepEqual(
      read.value[0]?.file.unusable.map(({ place, text }) => [place, text]),
      [["hashes.csv", uuid(7)]],
    );
  });
});
