/** Mail in pieces as a user meets it: the scan's answer, `show` of the pieces and of the whole, and mail accounts. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import type { Answer } from "../../src/case/answer.ts";
import type { MessageJson } from "../../src/report/json.ts";
import { serveImap } from "../support/imap-server.ts";
import { piecesOf } from "../support/pieces.ts";
import { runCli } from "../support/run-cli.ts";
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

const WHOLE = [
  "Subject: A long letter",
  "Message-ID: <whole@example.org>",
  "MIME-Version: 1.0",
  "Content-Type: text/html",
  "",
  "<p>Good morning.</p>",
  "<img width=1 height=1",
  ' src="http://track.example/p.gif?u=bo@example.net">',
  "<p>Good night.</p>",
  "",
].join("\n");
const CUTS = [WHOLE.indexOf("Content-Type"), WHOLE.indexOf(" src=")];
const [one = "", two = "", three = ""] = piecesOf(WHOLE, CUTS);

async function list(cwd: string): Promise<readonly MessageJson[]> {
  const { stdout } = await runHere(["messages", "--json"], cwd);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as MessageJson);
}

describe("mail in pieces", () => {
  test("scan joins and judges it; show and the report say so on both sides", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "1.eml"), one);
    writeFileSync(join(cwd, "2.mbox.gz"), gzipSync(`From a@example.org Tue Jan  1 10:00:00 2019\n${two}\n`));
    writeFileSync(join(cwd, "3.eml"), three);
    const before = await runHere(["scan", "1.eml", "2.mbox.gz", "--owner", "bo@example.net"], cwd);
    assert.deepEqual([before.code, before.stderr], [0, ""]);
    assert.match(
      before.stdout.replace(/\s+/g, " "),
      /one message was sent in pieces of which not all are in this case/,
    );

    const scanned = await runHere(["scan", "3.eml"], cwd);
    assert.deepEqual([scanned.code, scanned.stderr], [1, ""]);
    assert.match(scanned.stdout, /3 messages, .*and 1 put together from pieces/s);
    assert.ok(!scanned.stdout.includes("not all are in this case"));
    const { coverage, verdicts } = JSON.parse((await runHere(["answer", "--json"], cwd)).stdout) as Answer;
    assert.deepEqual(
      [coverage.messages, coverage.partial, coverage.joined, coverage.duplicates, verdicts.suspicious],
      [3, 3, 1, 0, 1],
    );

    const all = await list(cwd);
    const whole = all.find(({ joinedFrom }) => joinedFrom.length > 0);
    const pieces = all
      .filter(({ piece }) => piece !== null)
      .sort((a, b) => (a.piece?.number ?? 0) - (b.piece?.number ?? 0));
    assert.deepEqual(whole?.joinedFrom, [pieces.map(({ sha256 }) => sha256)]);
    assert.equal(whole?.tracking.loads[0]?.url, "http://track.example/p.gif?u=bo@example.net");
    const shown = (await runHere(["show", whole?.sha256 ?? ""], cwd)).stdout;
    assert.match(shown, /put together from its pieces/);
    for (const { sha256 } of pieces) {
      assert.ok(shown.includes(sha256.slice(0, 12)), "the whole names its pieces");
      const piece = (await runHere(["show", sha256], cwd)).stdout;
      assert.match(piece, new RegExp(`^Part of +${whole?.sha256.slice(0, 12)}$`, "m"));
      const json = JSON.parse((await runHere(["show", sha256, "--json"], cwd)).stdout) as MessageJson;
      assert.deepEqual(json.joinedInto, [whole?.sha256]);
    }
    assert.equal((await runHere(["report"], cwd)).code, 0);
  });

  test("a piece of interest by itself: the report says on its page what it is a part of", async () => {
    const cwd = folder();
    const pixel = '<img width=1 height=1 src="http://track.example/p.gif?u=bo@example.net">';
    const [first = "", second = ""] = piecesOf(`${WHOLE}${pixel}\n<p>Bye.</p>\n`, [WHOLE.length + pixel.length + 1]);
    writeFileSync(join(cwd, "1.eml"), first);
    writeFileSync(join(cwd, "2.eml"), second);
    await runHere(["scan", "1.eml", "2.eml", "--owner", "bo@example.net"], cwd);
    const all = await list(cwd);
    const whole = all.find(({ joinedFrom }) => joinedFrom.length > 0)?.sha256 ?? "";
    assert.ok(all.some(({ piece, verdict }) => piece !== null && verdict === "suspicious"));
    assert.equal((await runHere(["report", "--output", "report.html"], cwd)).code, 0);
    const page = readFileSync(join(cwd, "report.html"), "utf8");
    assert.match(
      page,
      new RegExp(`Part of</dt><dd><a href="#message-[0-9]+"><code>${whole.slice(0, 12)}</code></a></dd>`),
    );
  });

  test("an mbox with LF and a Maildir with CRLF of the same pieces: one message, judged once, conclusive", async () => {
    const cwd = folder();
    const pieces = [one, two, three];
    mkdirSync(join(cwd, "dir/cur"), { recursive: true });
    for (const name of ["new", "tmp"]) mkdirSync(join(cwd, "dir", name));
    for (const [n, piece] of pieces.entries()) {
      writeFileSync(join(cwd, `dir/cur/${n}.host:2,S`), piece.replaceAll("\n", "\r\n"));
    }
    const separator = "From a@example.org Tue Jan  1 10:00:00 2019\n";
    writeFileSync(join(cwd, "a.mbox"), pieces.map((piece) => `${separator}${piece}\n`).join(""));
    const scanned = async (name: string, ...paths: readonly string[]) =>
      JSON.parse(
        (await runHere(["scan", ...paths, "--owner", "bo@example.net", "--case", name, "--json"], cwd)).stdout,
      ) as Answer;
    const alone = await scanned("alone", "a.mbox");
    await scanned("turned", "dir");
    for (const [name, both] of [
      ["both", await scanned("both", "a.mbox", "dir")],
      ["turned", await scanned("turned", "a.mbox")],
    ] as const) {
      const { messages, secondCopies, joined } = both.coverage;
      assert.deepEqual([messages, secondCopies, joined], [6, 3, 1], name);
      assert.deepEqual([both.verdicts, both.classes], [alone.verdicts, alone.classes], name);
      assert.deepEqual([both.answer, both.conclusive], [alone.answer, alone.conclusive], name);
      const all = (await runHere(["messages", "--json", "--case", name], cwd)).stdout;
      assert.equal(all.trimEnd().split("\n").length, 4);
    }
    const whole = async (name: string) => {
      const { stdout } = await runHere(["messages", "--json", "--case", name], cwd);
      const all = stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as MessageJson);
      return all.find(({ joinedFrom }) => joinedFrom.length > 0);
    };
    assert.deepEqual((await whole("both"))?.sha256, (await whole("alone"))?.sha256);
    assert.deepEqual((await whole("both"))?.locations[0]?.flags, ["\\Seen"]);
    const [hash = ""] = (await whole("both"))?.joinedFrom[0] ?? [];
    const shown = (await runHere(["show", hash, "--case", "both"], cwd)).stdout;
    const copy = /^Same as +([0-9a-f]{64})/m.exec(shown)?.[1] ?? "";
    assert.notEqual(copy, "");
    assert.match(shown, new RegExp(`^Part of +${(await whole("both"))?.sha256.slice(0, 12)}$`, "m"));
    assert.equal((await runHere(["show", copy, "--case", "both"], cwd)).stdout, shown);
    const loads = runCli(["loads", "--json", "--case", "both"], cwd).stdout;
    assert.equal(loads, (await runHere(["loads", "--json", "--case", "alone"], cwd)).stdout);
    assert.match(loads, /track\.example/);
  });

  test("in folders of a mail account: read again from the server, and not where the scan does not log in", async () => {
    const cwd = folder();
    const served = (uid: number, text: string) => ({ uid, text: text.replaceAll("\n", "\r\n") });
    const server = await serveImap(
      [
        { name: "INBOX", uidValidity: 77, messages: [served(4, three), served(9, one)] },
        { name: "Other", uidValidity: 78, messages: [served(4, two)] },
      ],
      () => false,
    );
    try {
      const scan = async (...words: readonly string[]) => {
        const run = await runHere(["scan", ...words, "--json"], cwd, { LETTERLOCK_IMAP_PASSWORD: "canary" });
        return { ...run, answer: JSON.parse(run.stdout) as Answer };
      };
      const whole = await scan(server.url, "--case", "whole");
      assert.deepEqual([whole.answer.coverage.messages, whole.answer.coverage.joined], [3, 1], whole.stderr);

      await scan(server.url, "--folder", "INBOX", "--case", "mixed");
      writeFileSync(join(cwd, "2.eml"), two);
      const offline = await scan("2.eml", "--case", "mixed");
      assert.equal(offline.code, 2);
      assert.match(offline.stderr, /holds a piece of a longer message that could not be read again/);
      assert.deepEqual([offline.answer.coverage.messages, offline.answer.coverage.joined], [3, 0]);
      const again = await scan(server.url, "--folder", "INBOX", "--case", "mixed");
      assert.deepEqual([again.answer.coverage.messages, again.answer.coverage.joined], [3, 1], again.stderr);
    } finally {
      await server.close();
    }
  });
});
