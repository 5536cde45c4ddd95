/** A mail account on a real server, read by the program as a user runs it: the answer, and that the server is unchanged. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Answer } from "../../src/case/answer.ts";
import { officeMailbox } from "../office/mailbox.ts";
import { DOVECOT_PASSWORD, type Dovecot, dovecotMissing, startDovecot } from "../support/dovecot.ts";
import { type CliRun, runCli } from "../support/run-cli.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const missing = dovecotMissing();

/** Commands that cannot change a mailbox, with the arguments that matter. What is sent before the login is not in the log. */
const HARMLESS =
  /^(?:CAPABILITY|ID NIL|NAMESPACE|NOOP|LOGOUT|LIST "" "\*"|EXAMINE .*|UID FETCH \S+ \(UID FLAGS (?:RFC822\.SIZE|BODY\.PEEK\[\](?:<\d+\.\d+>)?)\))$/;

const withAnswer = (run: CliRun) => ({
  ...run,
  answer: run.stdout === "" ? null : (JSON.parse(run.stdout) as Answer),
});

describe("a mail account on Dovecot", { skip: missing ?? false }, () => {
  const home = temporaryFolder();
  const passwordFile = join(home, "password");
  const maildir = join(home, "maildir");
  let server: Dovecot;
  let cases = 0;

  before(async () => {
    let messages = 0;
    for (const { path, bytes } of officeMailbox()) {
      if (!path.startsWith("member/")) continue;
      messages += 1;
      // A part is enough, and quicker.
      if (path.includes("/cur/") && messages % 8 !== 0) continue;
      mkdirSync(dirname(join(maildir, path)), { recursive: true });
      writeFileSync(join(maildir, path), bytes);
    }
    writeFileSync(passwordFile, `${DOVECOT_PASSWORD}\n`, { mode: 0o600 });
    server = await startDovecot();
    cpSync(join(maildir, "member"), join(server.mail, "mp"), { recursive: true });
    server.own();
  });
  after(async () => {
    await server?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const imaps = (path = "") => `imaps://mp@127.0.0.1:${server.imapsPort}/${path}`;
  const withPassword = () => ["--password-file", passwordFile, "--ca-file", server.certificate];
  const newCase = () => {
    cases += 1;
    return join(home, `case-${cases}`);
  };
  const scan = async (...words: readonly string[]) => {
    return withAnswer(await runHere(["scan", ...words, "--json"], home));
  };
  /** Names of message files, with the directory that says new or seen, and the flags. */
  const state = () =>
    readdirSync(join(server.mail, "mp"), { recursive: true, encoding: "utf8" })
      .filter((name) => /(?:^|\/)(?:cur|new|tmp)\//.test(name))
      .sort();

  test("gives the answer of the same mail on disk, and leaves the mail as it is, new mail new and unread mail unread", async () => {
    const before = state();
    server.forgetCommands();
    // By a process and its workers: each logs in by itself.
    const remote = withAnswer(runCli(["scan", imaps(), "--case", newCase(), ...withPassword(), "--json"], home));
    const local = await scan(join(maildir, "member"), "--case", newCase());
    assert.equal(remote.stderr, "");
    assert.deepEqual([remote.code, remote.answer?.answer], [local.code, local.answer?.answer]);
    assert.deepEqual(remote.answer?.verdicts, local.answer?.verdicts);
    assert.equal(remote.answer?.coverage.messages, local.answer?.coverage.messages);
    assert.ok(before.some((name) => name.startsWith("new/")) && before.some((name) => /:2,[^S]*$/.test(name)));
    assert.deepEqual(state(), before);
    const commands = server.commands();
    assert.ok(commands.some((command) => command.includes("BODY.PEEK[]")) && commands.includes("EXAMINE INBOX"));
    assert.deepEqual(
      commands.filter((command) => !HARMLESS.test(command)),
      [],
    );
  });

  test("the same messages with the same flags in the same folders as the Maildir has", async () => {
    // Told by Message-ID: a server ends lines with CRLF, a Maildir mostly with LF, so the hashes differ.
    const list = async (path: string) =>
      (await runHere(["messages", "--json", "--case", path], home)).stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { messageId: string; locations: { flags: string[]; folder: string }[] })
        .map(({ messageId, locations: [place] }) => `${messageId} ${place?.folder} ${place?.flags}`)
        .map((line) => line.replace(" member ", " INBOX "))
        .sort();
    const [first, second] = [newCase(), newCase()];
    await scan(imaps(), "--case", first, ...withPassword());
    await scan(join(maildir, "member"), "--case", second);
    assert.deepEqual(await list(first), await list(second));
    for (const name of readdirSync(first)) {
      assert.ok(!readFileSync(join(first, name)).includes(DOVECOT_PASSWORD), `${name} holds the password`);
    }
  });

  test("again: nothing is fetched; with new mail, that alone", async () => {
    const folder = newCase();
    await scan(imaps(), "--case", folder, ...withPassword());
    server.forgetCommands();
    await scan(imaps(), "--case", folder, ...withPassword());
    assert.deepEqual(
      server.commands().filter((command) => command.includes("BODY")),
      [],
    );
    const letter = "From: ada@letters.example\nTo: mp@parliament.example\nSubject: new\n\nHello.\n";
    writeFileSync(join(server.mail, "mp/new/1700000000.M1.test"), letter);
    server.own();
    server.forgetCommands();
    const { answer } = await scan(imaps(), "--case", folder, ...withPassword());
    assert.equal(answer?.coverage.messages, state().length);
    assert.equal(server.commands().filter((command) => command.includes("BODY")).length, 1);
    rmSync(join(server.mail, "mp/new/1700000000.M1.test"), { force: true });
  });

  test("STARTTLS, a folder by address, folders by flag", async () => {
    const starttls = `imap://mp@127.0.0.1:${server.imapPort}/Sent`;
    const one = await scan(starttls, "--case", newCase(), ...withPassword());
    assert.deepEqual([one.stderr, one.answer?.coverage.sources.map(({ path }) => path)], ["", [starttls]]);
    const not = await scan(imaps(), "--not-folder", "INBOX", "--case", newCase(), ...withPassword());
    assert.deepEqual(
      not.answer?.coverage.sources.map(({ path, kind }) => [path, kind]),
      [[imaps("Sent"), "imap"]],
    );
    assert.equal(one.answer?.coverage.messages, not.answer?.coverage.messages);
  });

  test("what goes wrong is told by name, and nothing was read", async () => {
    const wrong = join(home, "wrong");
    writeFileSync(wrong, "not the password\n", { mode: 0o600 });
    const ca = ["--ca-file", server.certificate];
    const cases: readonly (readonly [words: string[], says: RegExp])[] = [
      [[imaps(), "--password-file", wrong, ...ca], /did not accept the user or the password/],
      [[imaps(), "--password-file", passwordFile], /certificate that this computer does not trust.*--ca-file/],
      [[imaps("Nope"), ...withPassword()], /no folder called "Nope".*INBOX, Sent/],
      [[`imaps://mp@127.0.0.1:${server.imapPort}/`, ...withPassword()], /could not begin encryption/],
    ];
    for (const [words, says] of cases) {
      const { code, stderr, answer } = await scan(...words, "--case", newCase());
      assert.deepEqual([code, answer?.coverage.messages], [2, 0], words.join(" "));
      assert.match(stderr, says);
      assert.ok(!stderr.includes(DOVECOT_PASSWORD));
    }
  });

  test("without encryption only by its name, and said", async () => {
    const { stderr, answer } = await scan(
      `imap+plaintext://mp@127.0.0.1:${server.imapPort}/Sent`,
      "--case",
      newCase(),
      ...withPassword(),
    );
    assert.match(stderr, /unprotected/);
    assert.equal(answer?.coverage.sources[0]?.kind, "imap");
  });

  test("a folder that was made anew (another UIDVALIDITY) is read again; places of the old one go", async () => {
    const folder = newCase();
    await scan(imaps("Sent"), "--case", folder, ...withPassword());
    const sent = join(server.mail, "mp/.Sent");
    for (const name of readdirSync(sent).filter((file) => file.startsWith("dovecot"))) rmSync(join(sent, name));
    server.forgetCommands();
    const { answer } = await scan(imaps("Sent"), "--case", folder, ...withPassword());
    assert.ok(server.commands().some((command) => command.includes("BODY")));
    const messages = state().filter((name) => name.startsWith(".Sent/")).length;
    assert.deepEqual([answer?.coverage.messages, answer?.coverage.duplicates], [messages, 0]);
  });
});
