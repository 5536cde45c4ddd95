/** The program as a user runs it: what it answers, what bad input gets, and that a second run adds only what is new. */
import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Answer } from "../../src/case/answer.ts";
import type { MessageJson } from "../../src/report/json.ts";
import { dumpCase } from "../../src/store/sqlite/dump.ts";
import { type CliRun, runAndKill, runCli, runCliInto } from "../support/run-cli.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

let folders = 0;
function folder(): string {
  folders += 1;
  const path = join(home, `${folders}`);
  mkdirSync(path);
  return path;
}

function mail(n: number, body = "Good morning."): string {
  return [
    `From: Ada Example <ada@letters.example>`,
    "To: reader@office.example",
    `Subject: Letter ${n}`,
    `Date: Tue, ${String((n % 27) + 1).padStart(2, "0")} Jan 2019 10:00:00 +0000`,
    `Message-ID: <${n}@letters.example>`,
    "",
    body,
    "",
  ].join("\n");
}

function mbox(from: number, to: number): string {
  let text = "";
  for (let n = from; n < to; n += 1) text += `From ada@letters.example Tue Jan  1 10:00:00 2019\n${mail(n)}\n`;
  return text;
}

/** The messages with bodies of so many bytes that take little time to look through: several batches of them fill no minutes. */
function heavy(letters: string, bodyBytes: number): string {
  const body = "A line of a long letter.\n".repeat(bodyBytes / 25);
  return letters.replaceAll("\n\nGood morning.", `\nContent-Type: audio/basic\n\n${body}`);
}

async function scan(cwd: string, ...words: readonly string[]) {
  return withAnswer(await runHere(["scan", ...words, "--json"], cwd));
}

/** For tests of the process, its workers and its memory. */
function scanByProcess(cwd: string, ...words: readonly string[]) {
  return withAnswer(runCli(["scan", ...words, "--json"], cwd));
}

function withAnswer(run: CliRun) {
  return { ...run, answer: run.stdout === "" ? null : (JSON.parse(run.stdout) as Answer) };
}

function counted(answer: Answer | null) {
  const { messages, ok, partial, unparseable } = answer?.coverage ?? {
    messages: -1,
    ok: 0,
    partial: 0,
    unparseable: 0,
  };
  assert.equal(messages, ok + partial + unparseable, "found is not ok + partial + unparseable");
  return { messages, ok, partial, unparseable };
}

describe("scan", () => {
  test("mbox, .eml and a gzip in one folder; nothing found: exit 0", async () => {
    const cwd = folder();
    mkdirSync(join(cwd, "in"));
    writeFileSync(join(cwd, "in/a.mbox"), mbox(0, 5));
    writeFileSync(join(cwd, "in/b.eml"), mail(5));
    writeFileSync(join(cwd, "in/c.mbox.gz"), gzipSync(mbox(6, 9)));
    const { code, answer, stderr } = scanByProcess(cwd, "in");
    assert.deepEqual([code, counted(answer).messages, answer?.answer, stderr], [0, 9, "no", ""]);
    assert.equal(answer?.schema, 1);
  });

  test("the same message in two places is one message and a duplicate", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.eml"), mail(1));
    writeFileSync(join(cwd, "b.eml"), mail(1));
    const { answer } = await scan(cwd, "a.eml", "b.eml");
    assert.deepEqual([answer?.coverage.messages, answer?.coverage.duplicates], [1, 1]);
  });

  test("an mbox with LF and a Maildir with CRLF of the same mailbox: as one of them alone, counted as what was found", async () => {
    const cwd = folder();
    const pixel = (n: number) => `Hello.\n\n<img src="https://img${n % 2}.letters.example/o/${n}" width=1 height=1>`;
    let text = "";
    mkdirSync(join(cwd, "dir/cur"), { recursive: true });
    for (const name of ["new", "tmp"]) mkdirSync(join(cwd, "dir", name));
    for (let n = 0; n < 12; n += 1) {
      const one = mail(n, pixel(n)).replace("\n\n", "\nContent-Type: text/html\n\n");
      text += `From ada@letters.example Tue Jan  1 10:00:00 2019\n${one}\n`;
      writeFileSync(join(cwd, `dir/cur/${n}.host:2,S`), one.replaceAll("\n", "\r\n"));
    }
    writeFileSync(join(cwd, "a.mbox"), text);
    const alone = (await scan(cwd, "a.mbox", "--case", "alone")).answer;
    const both = (await scan(cwd, "a.mbox", "dir", "--case", "both")).answer;
    const turned = await scan(cwd, "dir", "--case", "turned");
    assert.equal(turned.answer?.coverage.secondCopies, 0);
    const later = (await scan(cwd, "a.mbox", "--case", "turned")).answer;
    for (const answer of [both, later]) {
      assert.deepEqual([counted(answer).messages, answer?.coverage.secondCopies], [24, 12]);
      assert.deepEqual(answer?.verdicts, alone?.verdicts);
      assert.deepEqual(answer?.classes, alone?.classes);
      assert.deepEqual([answer?.answer, answer?.conclusive], [alone?.answer, alone?.conclusive]);
    }
    const listed = async (name: string) =>
      (await runHere(["messages", "--case", name, "--json"], cwd)).stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as MessageJson);
    const [first, ...others] = await listed("both");
    assert.equal(others.length, 11);
    assert.deepEqual(
      (await listed("both")).map(({ sha256 }) => sha256),
      (await listed("alone")).map(({ sha256 }) => sha256),
    );
    assert.deepEqual(
      first?.locations.map(({ flags }) => flags),
      [[], ["\\Seen"]],
    );
    const [copy = ""] = first?.secondCopies ?? [];
    const shown = (await runHere(["show", copy, "--case", "both"], cwd)).stdout;
    assert.equal(shown, (await runHere(["show", first?.sha256 ?? "", "--case", "both"], cwd)).stdout);
    assert.match(shown, new RegExp(`Same as +${copy}`));
    assert.match(
      (await runHere(["answer", "--case", "both"], cwd)).stdout,
      /24\s+messages\s+\(of\s+these\s+12\s+are\s+second\s+copies/,
    );
  });

  test("copies of one lure to two readers stay two messages, in whatever line ends they lie", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.eml"), mail(1));
    writeFileSync(join(cwd, "b.eml"), mail(1).replace("reader@", "writer@").replaceAll("\n", "\r\n"));
    const { answer } = await scan(cwd, "a.eml", "b.eml");
    assert.deepEqual([counted(answer).messages, answer?.coverage.secondCopies], [2, 0]);
  });

  test("again over the same mail: the same case, byte for byte in its dump", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.mbox"), mbox(0, 50));
    await scan(cwd, "a.mbox");
    const first = await dumpCase(join(cwd, "letterlock-case"));
    const second = await scan(cwd, "a.mbox");
    assert.equal(await dumpCase(join(cwd, "letterlock-case")), first);
    assert.equal(second.answer?.coverage.messages, 50);
  });

  test("over grown mail: the same case as a fresh scan of all of it", async () => {
    const cwd = folder();
    const file = join(cwd, "a.mbox");
    writeFileSync(file, mbox(0, 50));
    await scan(cwd, "a.mbox");
    appendFileSync(file, mbox(50, 70));
    await scan(cwd, "a.mbox");
    await scan(cwd, "a.mbox", "--case", "fresh");
    assert.equal(await dumpCase(join(cwd, "letterlock-case")), await dumpCase(join(cwd, "fresh")));
  });

  test("killed at any time and run again: the same case as an unbroken run", async () => {
    const cwd = folder();
    const big = heavy(mbox(0, 400), 50_000);
    writeFileSync(join(cwd, "a.mbox"), big);
    writeFileSync(join(cwd, "b.mbox"), big.replaceAll("@letters.example", "@post.example"));
    scanByProcess(cwd, "a.mbox", "b.mbox", "--case", "whole", "--workers", "2");
    const words = ["scan", "a.mbox", "b.mbox", "--json", "--case", "broken", "--workers", "2"];
    let kills = 0;
    for (const wanted of [1, 200, 500]) {
      if (await runAndKill(words, cwd, () => storedMessages(join(cwd, "broken/case.db")) >= wanted)) kills += 1;
    }
    assert.ok(kills > 0, "no run was killed, so nothing was tested");
    assert.equal(scanByProcess(cwd, "a.mbox", "b.mbox", "--case", "broken", "--workers", "2").code, 0);
    assert.equal(await dumpCase(join(cwd, "broken")), await dumpCase(join(cwd, "whole")));
  });
});

/** How many messages a case holds while another process writes it; 0 until there is a table. */
function storedMessages(file: string): number {
  if (!existsSync(file)) return 0;
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    const row = database.prepare("SELECT count(*) AS n FROM messages").get() as { readonly n: number };
    database.close();
    return row.n;
  } catch {
    return 0;
  }
}

describe("what bad input gets", () => {
  test("the border of own servers marks forged Received lines, and is remembered", async () => {
    const cwd = folder();
    const trace = [
      "from helo.example (mail.stranger.example [203.0.113.9]) by mx.office.example with ESMTP id 1; Tue, 1 Jan 2019 10:00:00 +0000",
      "from mx.office.example ([192.0.2.1]) by mx.office.example with ESMTP id 2; Tue, 1 Jan 2019 09:59:00 +0000",
    ];
    const traced = (n: number) => trace.map((line) => `Received: ${line}\n`).join("") + mail(n);
    writeFileSync(join(cwd, "1.eml"), traced(1));
    await scan(cwd, "1.eml", "--boundary", "mx.office.example,192.0.2.0/24");
    writeFileSync(join(cwd, "2.eml"), traced(2));
    await scan(cwd, "2.eml");
    const listed = (await runHere(["messages", "--json"], cwd)).stdout.trim().split("\n");
    assert.equal(listed.length, 2);
    for (const line of listed) {
      const { sha256 } = JSON.parse(line) as { readonly sha256: string };
      assert.match((await runHere(["show", sha256], cwd)).stdout, /received-untrusted/);
    }
    assert.match((await runHere(["scan", "1.eml", "--boundary", "no host"], cwd)).stderr, /takes a host/);
  });

  test("a path that does not exist: named, exit 2, and the rest is read and answered", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.eml"), mail(1));
    const { code, stderr, answer } = await scan(cwd, "missing.mbox", "a.eml");
    assert.deepEqual([code, answer?.coverage.messages], [2, 1]);
    assert.match(stderr, /missing\.mbox/);
    assert.deepEqual(
      answer?.coverage.notCovered.map(({ code: why }) => why),
      ["not-found"],
    );
  });

  test("an empty file: named, exit 2", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "empty.mbox"), "");
    const { code, stderr } = await scan(cwd, "empty.mbox");
    assert.equal(code, 2);
    assert.match(stderr, /empty\.mbox/);
  });

  test("a directory with no mail: said, exit 2", async () => {
    const cwd = folder();
    mkdirSync(join(cwd, "pictures"));
    writeFileSync(join(cwd, "pictures/a.png"), Buffer.from("\u0089PNG\r\n\u001a\n0000000000", "latin1"));
    const { code, stderr, answer } = await scan(cwd, "pictures");
    assert.deepEqual([code, answer?.coverage.messages], [2, 0]);
    assert.match(stderr, /pictures/);
  });

  test("a truncated gzip: what came before the damage is read, the damage is named", async () => {
    const cwd = folder();
    const whole = gzipSync(mbox(0, 200));
    writeFileSync(join(cwd, "cut.mbox.gz"), whole.subarray(0, Math.floor(whole.length * 0.7)));
    const { code, stderr, answer } = await scan(cwd, "cut.mbox.gz");
    assert.equal(code, 2);
    assert.match(stderr, /cut\.mbox\.gz/);
    assert.ok(counted(answer).messages > 50);
    assert.equal(counted(answer).partial, 1);
  });

  test("a line of 300 MiB: one partial message, in bounded memory, true size", async () => {
    const cwd = folder();
    const file = join(cwd, "long.eml");
    writeFileSync(file, mail(1));
    truncateSync(file, 300 * 1024 * 1024);
    const { code, answer } = scanByProcess(cwd, "long.eml");
    assert.equal(code, 0);
    assert.deepEqual(counted(answer), { messages: 1, ok: 0, partial: 1, unparseable: 0 });
    assert.equal(answer?.coverage.bytes, 300 * 1024 * 1024);
  });

  test("bytes that are no message are counted as unparseable", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.eml"), "\u0000\u0001 nothing here");
    writeFileSync(join(cwd, "b.eml"), mail(1));
    const { answer } = await scan(cwd, "a.eml", "b.eml");
    assert.deepEqual(counted(answer), { messages: 2, ok: 1, partial: 0, unparseable: 1 });
  });

  test("a case of a later version: refused by name, untouched, exit 2", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.eml"), mail(1));
    await scan(cwd, "a.eml");
    const file = join(cwd, "letterlock-case/case.db");
    const database = new DatabaseSync(file);
    database.exec("PRAGMA user_version = 9999");
    database.close();
    const { code, stderr } = await scan(cwd, "a.eml");
    assert.equal(code, 2);
    assert.match(stderr, /letterlock-case/);
    assert.match(stderr, /newer|later/);
  });

  test("a damaged case: refused by name, untouched, exit 2", async () => {
    const cwd = folder();
    mkdirSync(join(cwd, "letterlock-case"));
    const file = join(cwd, "letterlock-case/case.db");
    writeFileSync(file, "this is no database, but somebody's only copy of something");
    writeFileSync(join(cwd, "a.eml"), mail(1));
    const { code, stderr } = await scan(cwd, "a.eml");
    assert.equal(code, 2);
    assert.match(stderr, /letterlock-case/);
    assert.match(readFileSync(file, "utf8"), /only copy/);
  });

  test("no case yet: answer says which command makes one, exit 2", async () => {
    const { code, stderr } = await runHere(["answer"], folder());
    assert.equal(code, 2);
    assert.match(stderr, /scan PATH/);
  });

  test("a report that cannot be written: said, exit 2", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.eml"), mail(1));
    await scan(cwd, "a.eml");
    const { code, stderr } = await runHere(["report", "--output", "no/such/folder/report.html"], cwd);
    assert.equal(code, 2);
    assert.match(stderr, /--output/);
  });

  test("a report replaces an older report, and nothing else: neither mail nor what is no report", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.eml"), mail(1));
    await scan(cwd, "a.eml");
    const write = (file: string) => runHere(["report", "--output", file], cwd);
    const refused = await write("a.eml");
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /no report of Letterlock's.*--output/);
    assert.deepEqual(readFileSync(join(cwd, "a.eml"), "utf8"), mail(1));
    writeFileSync(join(cwd, "notes.txt"), "somebody's notes");
    assert.match((await write("notes.txt")).stderr, /no report of Letterlock's/);
    assert.equal(readFileSync(join(cwd, "notes.txt"), "utf8"), "somebody's notes");
    assert.equal((await write("r.html")).code, 0);
    assert.equal((await write("r.html")).code, 0);
  });

  test("an unknown command and an unknown owner", async () => {
    const cwd = folder();
    assert.match(runCli(["scna"], cwd).stderr, /did you mean scan\?\nSee letterlock --help\.$/m);
    assert.match((await runHere(["scan", "x", "--owner", "nobody"], cwd)).stderr, /takes an address/);
    assert.equal((await runHere(["scan", "x", "--owner", "nobody"], cwd)).code, 2);
  });
});

describe("what a reader that goes away gets", () => {
  test("the exit code is the answer's all the same, and faults are still told", () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.eml"), mail(1));
    const run = runCliInto("head -c 0", ["scan", "a.eml", "missing.mbox"], cwd);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /missing\.mbox/);
    assert.doesNotMatch(run.stderr, /fault of ours/);
  });
  test("a full disk behind standard output is said", () => {
    if (!existsSync("/dev/full")) return;
    const run = runCliInto("cat > /dev/full", ["--help"], folder());
    assert.doesNotMatch(run.stderr, /fault of ours/);
  });
});

describe("an unfinished case", () => {
  test("says NO ANSWER YET, exit 2, until the scan is run again", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.mbox"), heavy(mbox(0, 400), 84_000));
    const killed = await runAndKill(
      ["scan", "a.mbox"],
      cwd,
      () => storedMessages(join(cwd, "letterlock-case/case.db")) > 0,
    );
    assert.ok(killed, "the run was over before it could be killed");
    const unfinished = runCli(["answer", "--json"], cwd);
    assert.equal(unfinished.code, 2);
    assert.equal((JSON.parse(unfinished.stdout) as Answer).conclusive, false);
    assert.equal(scanByProcess(cwd, "a.mbox").code, 0);
    assert.equal(runCli(["answer"], cwd).code, 0);
  });
});
