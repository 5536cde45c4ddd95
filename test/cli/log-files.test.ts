/** Logs as files: plain, packed, cut, rotated. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { WantedLogLines } from "../../src/case/log-line.ts";
import { logReader, readLogs } from "../../src/cli/log-files.ts";

const folder = mkdtempSync(join(tmpdir(), "logs-"));
after(() => rmSync(folder, { recursive: true }));

const WANTED: WantedLogLines = { hosts: new Set(["t.example"]), senders: new Map(), messageIds: new Map() };
const LINE =
  "1611133953.123    201 192.0.2.7 TCP_MISS/200 843 GET http://t.example/p.gif - HIER_DIRECT/203.0.113.9 image/gif";
const OTHER = LINE.replace("t.example", "o.example");

function written(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function read(paths: readonly string[], wanted = WANTED) {
  return readLogs({ paths, zone: "UTC" }, wanted);
}

describe("log files", () => {
  const many = `${Array.from({ length: 3000 }, () => OTHER).join("\n")}\n${LINE}\n`;

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, name: string, bytes: string | Uint8Array, lines: readonly number[], note: RegExp | null])[] = [
    ["plain",                             "plain.log",  `${LINE}\n${OTHER}\n${LINE}\n`,                   [1, 3], null],
    ["with CRLF",                         "crlf.log",   `${LINE}\r\n${LINE}\r\n`,                         [1, 2], null],
    ["packed, of many pieces",            "many.gz",    gzipSync(many),                                   [3001], null],
    ["two packed ones behind each other", "two.gz",     Buffer.concat([gzipSync(`${OTHER}\n`), gzipSync(`${LINE}\n`)]), [2], null],
    ["its last line is cut",              "cut.log",    `${LINE}\n${LINE.slice(0, 40)}`,                  [1],    /ends in the middle of a line/],
    ["its packed data is cut",            "cut.gz",     gzipSync(many).subarray(0, -40),                  [],     /compressed data is cut/],
    ["empty",                             "empty.log",  "",                                               [],     null],
    ["no log",                            "no.log",     Buffer.from([0, 1, 2, 255, 10, 3]),               [],     /no line of it has a form that is known/],
  ];
  for (const [what, name, bytes, lines, note] of cases) {
    test(what, async () => {
      const path = written(name, bytes);
      const { sightings, notes, unread } = await read([path]);
      if (note === null) assert.deepEqual(notes, []);
      else
        assert.ok(
          notes.some((text) => note.test(text) && text.startsWith(name)),
          JSON.stringify(notes),
        );
      if (name !== "cut.gz")
        assert.deepEqual(
          sightings.map(({ line }) => line),
          lines,
        );
      assert.deepEqual(unread, []);
    });
  }

  test("one that is gone is told, and its name handed on", async () => {
    const path = join(folder, "gone.log");
    const { notes, unread } = await read([path]);
    assert.deepEqual(unread, [path]);
    assert.match(notes[0] ?? "", /could not be opened/);
  });

  test("rotated parts beside it that were not given are told", async () => {
    const path = written("access.log", `${LINE}\n`);
    const first = written("access.log.1", `${LINE}\n`);
    written("access.log.2.gz", gzipSync(`${LINE}\n`));
    assert.match(
      (await read([path, first])).notes[0] ?? "",
      /1 rotated part lies beside it and was not given \(access\.log\.2\.gz\)/,
    );
  });

  test("a log larger than any is read up to there, and told", async () => {
    const path = written("large.log", `${LINE}\n`.repeat(2000));
    const { sightings, notes } = await logReader(1000)({ paths: [path], zone: "UTC" }, WANTED);
    assert.ok(sightings.length > 0);
    assert.match(notes.join(), /larger than what is read of one log/);
  });

  test("nothing is opened while nothing is wanted", async () => {
    const nothing = { hosts: new Set<string>(), senders: new Map(), messageIds: new Map() };
    assert.deepEqual(await read([join(folder, "gone.log")], nothing), { sightings: [], notes: [], unread: [] });
  });

  const syslog = "Jul 20 09:12:33 ns dnsmasq[812]: query[A] t.example from 192.0.2.7\n";
  // biome-ignore format: a table reads by column
  const dated: readonly (readonly [name: string, year: number])[] = [
    ["dns-20210801.log", 2021], ["dns.2020-09.log", 2020], ["dns-2019.log", 2019], ["dns.log", 2022],
  ];
  for (const [name, year] of dated) {
    test(`a time without a year, in ${name}: ${year}`, async () => {
      const path = written(name, syslog);
      utimesSync(path, new Date("2022-08-01"), new Date("2022-08-01"));
      const { sightings } = await read([path]);
      assert.equal(new Date(sightings[0]?.at ?? 0).getUTCFullYear(), year);
    });
  }
});
