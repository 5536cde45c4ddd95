/** `hunt` and `scan --intel` as a user types them. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { HuntJson } from "../../src/report/hunt-json.ts";
import { runCli } from "../support/run-cli.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

const MAIL =
  "From: Ana Kovač <ana@harbour.example>\r\nTo: mp@parliament.example\r\nDate: Tue, 19 Jan 2021 08:00:00 +0000\r\n" +
  "Message-ID: <1@harbour.example>\r\nSubject: Thursday\r\n\r\nSee you on Thursday.\r\n";

const hunted = async (...words: readonly string[]) => await runHere(["hunt", "--case", "c", ...words], home);

describe("hunt", () => {
  before(async () => {
    mkdirSync(join(home, "mail"));
    writeFileSync(join(home, "mail", "1.eml"), MAIL);
    writeFileSync(
      join(home, "advisory.txt"),
      "# TLP:GREEN\nharbour[.]example  # sender\nno host here\nnobody.example\n",
    );
    assert.equal((await runHere(["scan", "mail", "--case", "c", "--owner", "mp@parliament.example"], home)).code, 0);
  });

  test("a new advisory changes the answer without reading the mail again", async () => {
    const { code, stdout } = runCli(["hunt", "--case", "c", "advisory.txt"], home);
    assert.equal(code, 1);
    assert.match(stdout, /1 of 2 indicators in 1 message was seen/);
    assert.match(stdout, /harbour\[\.\]example {2}1 message, 2021-01-19/);
    assert.match(stdout, /named in advisory\.txt, line 2/);
    assert.match(stdout, /YES/);
  });

  test("a case without indicators says that no value was searched for", async () => {
    writeFileSync(join(home, "article.txt"), "The group sent mail that posed as news to members of parliament.\n");
    await runHere(["scan", "mail", "--case", "bare", "--owner", "mp@parliament.example"], home);
    const { stdout } = await runHere(["hunt", "--case", "bare", "article.txt"], home);
    assert.match(stdout, /The case has no indicators, so no value was searched for\./);
  });

  test("without a file it searches again; --json tells all of it", async () => {
    const { code, stdout } = await hunted("--json");
    const { schema, files, sightings, answer } = JSON.parse(stdout) as HuntJson;
    assert.deepEqual(
      [code, schema, files.length, files[0]?.tlp, sightings.length, answer.answer],
      [1, 1, 1, "TLP:GREEN", 1, "yes"],
    );
  });

  test("new mail is searched too", async () => {
    writeFileSync(
      join(home, "mail", "2.eml"),
      MAIL.replaceAll("1@harbour", "2@harbour").replace("Thursday.", "Friday."),
    );
    const { stdout } = await runHere(["scan", "mail", "--case", "c", "--json"], home);
    assert.equal((JSON.parse(stdout) as { targeted: { hostile: number } }).targeted.hostile, 2);
  });

  test("what is forgotten is searched for no more", async () => {
    const { code, stdout } = await hunted("--forget", "advisory.txt");
    assert.equal(code, 0, stdout);
    assert.equal((await hunted()).code, 2);
    assert.match((await hunted("--forget", "advisory.txt")).stderr, /is not among the files/);
  });

  test("a file that is not there, and one that is no intelligence: told, nothing changed", async () => {
    writeFileSync(join(home, "other.json"), '{"a": 1}');
    assert.match((await hunted("gone.txt")).stderr, /gone\.txt was not found/);
    assert.match((await hunted("other.json")).stderr, /neither a STIX bundle nor a MISP event/);
    assert.equal((await hunted("other.json")).code, 2);
  });

  test("scan --intel searches as it reads, and says what of the file it could not use", async () => {
    writeFileSync(join(home, "list.csv"), "type,value\ndomain,harbour.example\ndomain,no domain at all\n");
    const { code, stdout, stderr } = await runHere(["scan", "mail", "--case", "d", "--intel", "list.csv"], home);
    assert.equal(code, 1);
    assert.match(stdout, /YES/);
    assert.match(stderr, /list\.csv: 1 indicator could not be used/);
  });

  test("an attached file is found by its hash", async () => {
    const file =
      'Content-Type: application/msword; name="Brief.doc"\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=\r\n';
    const parts = `Content-Type: text/plain\r\n\r\nSee the file.\r\n--b\r\n${file}--b--\r\n`;
    const head = MAIL.slice(0, MAIL.indexOf("\r\n\r\n")).replace("1@harbour", "3@harbour");
    mkdirSync(join(home, "files"));
    writeFileSync(
      join(home, "files", "3.eml"),
      `${head}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${parts}`,
    );
    writeFileSync(join(home, "hashes.txt"), "8B1A9953C4611296A827ABF8C47804D7\nd41d8cd98f00b204e9800998ecf8427e\n");
    const { code, stdout, stderr } = await runHere(["scan", "files", "--case", "e", "--intel", "hashes.txt"], home);
    assert.deepEqual([code, stderr], [1, ""]);
    assert.match(stdout, /8b1a9953c4611296a827abf8c47804d7 \(attached file\) is named/);
  });
});
