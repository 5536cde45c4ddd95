/** Mail accounts on the command line: where the password comes from, what is refused, and scans that are disturbed. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { Answer } from "../../src/case/answer.ts";
import { SecretLine } from "../../src/cli/ask-secret.ts";
import { type ImapServer, type ServedFolder, serveImap, type Twist } from "../support/imap-server.ts";
import { startCli } from "../support/run-cli.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const CANARY = "canary-password";
const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));
let folders = 0;

function newFolder(): string {
  folders += 1;
  return join(home, `case-${folders}`);
}

function letter(n: number): string {
  return `From: ada@letters.example\r\nTo: mp@office.example\r\nSubject: ${n}\r\nMessage-ID: <${n}@letters.example>\r\n\r\nGood morning.\r\n`;
}

function inbox(count: number): ServedFolder {
  const messages = Array.from({ length: count }, (_, n) => ({ uid: n + 1, text: letter(n) }));
  return { name: "INBOX", uidValidity: 77, messages };
}

async function served<T>(folder: ServedFolder, twist: Twist, use: (server: ImapServer) => Promise<T>): Promise<T> {
  const server = await serveImap([folder], twist);
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

async function scan(words: readonly string[], environment: Readonly<Record<string, string>> = {}, start = runHere) {
  const run = await start(["scan", ...words, "--json"], home, environment);
  return { ...run, answer: run.stdout === "" ? null : (JSON.parse(run.stdout) as Answer) };
}

/** The servers of this test know no encryption. */
const WARNING =
  "letterlock: imap+plaintext: password and mail cross the network unprotected; whoever is in between can read both.\n";
const honest: Twist = () => false;
const withPassword = { LETTERLOCK_IMAP_PASSWORD: CANARY };

describe("the password of a mail account", () => {
  test("comes from the environment, or from the first line of a file; nobody repeats it", async () =>
    served(inbox(3), honest, async (server) => {
      const file = join(home, "password");
      writeFileSync(file, `${CANARY}\r\nsecond line\n`, { mode: 0o600 });
      for (const [words, environment] of [
        [[], withPassword],
        [["--password-file", file], { LETTERLOCK_IMAP_PASSWORD: "another" }],
      ] as const) {
        server.lines.length = 0;
        const { stdout, stderr, answer } = await scan(
          [server.url, "--case", newFolder(), ...words],
          environment,
          startCli,
        );
        assert.equal(answer?.coverage.messages, 3, stderr);
        assert.ok(server.lines.some((line) => line.endsWith(`LOGIN "mp" "${CANARY}"`)));
        assert.ok(!`${stdout}${stderr}`.includes(CANARY));
      }
    }));

  test("a file that others can read is said", async () =>
    served(inbox(1), honest, async (server) => {
      const file = join(home, "open");
      writeFileSync(file, CANARY, { mode: 0o644 });
      const { stderr } = await scan([server.url, "--case", newFolder(), "--password-file", file]);
      assert.match(stderr, /can be read by other users.*chmod 600/);
    }));

  test("a token is sent as a token, and never as a password", async () => {
    const twist: Twist = ({ verb, tag, rest, say }) => {
      if (verb === "CAPABILITY") say("* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR");
      else if (verb !== "AUTHENTICATE") return false;
      const sent = Buffer.from(rest.split(" ")[1] ?? "", "base64")
        .toString()
        .split("\u0001");
      const isRight = verb === "CAPABILITY" || (sent[0] === "user=mp" && sent[1] === `auth=Bearer ${CANARY}`);
      say(`${tag} ${isRight ? "OK" : "NO"} done`);
      return true;
    };
    const token = { LETTERLOCK_IMAP_TOKEN: CANARY };
    await served(inbox(1), twist, async (server) => {
      const { answer } = await scan([server.url, "--case", newFolder()], token);
      assert.equal(answer?.coverage.messages, 1);
    });
    await served(inbox(1), honest, async (server) => {
      const { code, stderr } = await scan([server.url, "--case", newFolder()], token);
      assert.equal(code, 2);
      assert.match(stderr, /offers no way to log in with a token/);
      assert.ok(!server.lines.join().includes(CANARY));
    });
  });

  // biome-ignore format: a table reads by column
  const refused: readonly (readonly [words: readonly string[], environment: Record<string, string>, says: RegExp])[] = [
    [["imaps://mp:canary-password@mail.example/"], {},            /holds a password.*--password-file/],
    [["imaps://mp@mail.example/"],                 {},            /no password for imaps:\/\/mp@mail\.example\/ was given/],
    [["imaps://mail.example/"],                    withPassword,  /names no user/],
    [["imaps://a@m.example/", "imaps://b@m.example/"], withPassword, /one mail account a scan/],
    [["imaps://a@m.example/X", "--folder", "Y"],   withPassword,  /not both/],
    [["imaps://a@m.example/", "--ca-file", "nope"], withPassword, /nope could not be read \(ENOENT\)/],
    [["imaps://a@m.example/", "--password-file", "nope"], {},     /nope could not be read \(ENOENT\)/],
    [["imaps://a@m.example/"], { ...withPassword, LETTERLOCK_IMAP_TOKEN: "x" }, /both set/],
    [["mail", "--folder", "INBOX"],                {},            /--folder is for mail accounts/],
  ];
  for (const [words, environment, says] of refused) {
    test(`refused before anything is sent or written: ${words.join(" ")}`, async () => {
      const folder = newFolder();
      const { code, stdout, stderr } = await scan([...words, "--case", folder], environment);
      assert.deepEqual([code, stdout, existsSync(folder)], [2, "", false]);
      assert.match(stderr, says);
      assert.ok(!stderr.includes(CANARY));
    });
  }

  test("a line as it is typed: keys that correct, end and break off", () => {
    const typed = (...keys: readonly string[]) => {
      const line = new SecretLine();
      return [...keys.map((key) => line.type(key)), line.text];
    };
    assert.deepEqual(typed("abc", "\r"), ["open", "done", "abc"]);
    assert.deepEqual(typed("pasted text\r\n"), ["done", "pasted text"]);
    assert.deepEqual(typed("ab\u007fc\b", "d\n"), ["open", "done", "ad"]);
    assert.deepEqual(typed("p\u{1f511}\u007fq\r"), ["done", "pq"]);
    assert.deepEqual(typed("wrong\u0015right\r"), ["done", "right"]);
    assert.deepEqual(typed("a\u001b[D\u001b[3~\u001bOPb\r"), ["done", "ab"]);
    assert.deepEqual(typed("half\u0003"), ["broken-off", "half"]);
  });
});

describe("a scan of a mail account that is disturbed", () => {
  test("a UIDVALIDITY that changes in the middle: the folder is read again from its start, in the same run", async () => {
    const folder = inbox(600);
    const twist: Twist = ({ verb, rest, socket }) => {
      if (verb === "UID FETCH" && rest.includes("BODY") && folder.uidValidity === 77) {
        // What has these UIDs is other mail from here on.
        folder.uidValidity = 78;
        folder.messages = Array.from({ length: 500 }, (_, n) => ({ uid: n + 1, text: letter(1_000 + n) }));
        // A server may not go on with a folder that is gone.
        socket.destroy();
        return true;
      }
      return false;
    };
    await served(folder, twist, async (server) => {
      const path = newFolder();
      const { code, stderr, answer } = await scan([server.url, "--workers", "2", "--case", path], withPassword);
      assert.deepEqual([code, stderr, answer?.conclusive, answer?.coverage.notCovered], [0, WARNING, true, []]);
      const listed = await runHere(["messages", "--json", "--case", path], home);
      const places = listed.stdout
        .trim()
        .split("\n")
        .flatMap((line) => (JSON.parse(line) as { locations: { path: string }[] }).locations)
        .map((place) => place.path);
      assert.equal(new Set(places.filter((place) => place.includes("UIDVALIDITY=78"))).size, 500);
    });
  });

  test("a folder that is made anew for ever does not hold the scan for ever", async () => {
    const folder = inbox(5);
    const twist: Twist = ({ verb }) => {
      if (verb === "EXAMINE") folder.uidValidity += 1;
      return false;
    };
    await served(folder, twist, async (server) => {
      const { code, stderr } = await scan([server.url, "--case", newFolder()], withPassword);
      assert.equal(code, 2);
      assert.match(stderr, /made anew on the server/);
    });
  });

  test("a server that goes away: what was read is kept, the rest is told, and the next scan brings it", async () => {
    let isAway = true;
    const twist: Twist = ({ verb, rest, nth, socket, tag, say }) => {
      if (!isAway || verb !== "UID FETCH" || !rest.includes("BODY") || nth < 4) return false;
      // A NO ends the slice at once; a lost connection would be waited for.
      say(`${tag} NO [UNAVAILABLE] try later`);
      socket.end();
      return true;
    };
    await served(inbox(600), twist, async (server) => {
      const path = newFolder();
      const first = await scan([server.url, "--workers", "1", "--case", path], withPassword, startCli);
      assert.equal(first.code, 2);
      assert.match(first.stderr, /was refused by its server.*try later/);
      const before = first.answer?.coverage.messages ?? 0;
      assert.ok(before > 0 && before < 600, `${before}`);
      isAway = false;
      server.lines.length = 0;
      const second = await scan([server.url, "--workers", "1", "--case", path], withPassword);
      assert.deepEqual([second.code, second.stderr, second.answer?.coverage.messages], [0, WARNING, 600]);
      assert.deepEqual(second.answer?.coverage.notCovered, []);
      // Mail that was read is not fetched again.
      assert.ok(!server.lines.some((line) => /UID FETCH 1[:,].*BODY/.test(line)));
    });
  });

  test("what the server wants to be read is shown escaped, once", async () => {
    const twist: Twist = ({ verb, say }) => {
      if (verb === "EXAMINE") say("* OK [ALERT] quota\u001b[2J\u0007 nearly full");
      return false;
    };
    return served(inbox(1), twist, async (server) => {
      const { stderr, answer } = await scan([server.url, "--case", newFolder()], withPassword);
      assert.equal(answer?.coverage.messages, 1);
      assert.equal(stderr.split("the mail server says: quota⟨U+001B⟩[2J⟨U+0007⟩ nearly full").length, 2);
      assert.ok(!stderr.includes("\u001b") && !stderr.includes("\u0007"));
    });
  });

  test("folder names are never files: nothing is written beside the case", async () =>
    served({ ...inbox(1), name: "../../../../escape" }, honest, async (server) => {
      const before = readdirSync(home).length;
      const { answer } = await scan([server.url, "--case", newFolder()], withPassword);
      assert.deepEqual([answer?.coverage.messages, readdirSync(home).length], [1, before + 1]);
    }));
});
