/** `scan --dns`: mail is checked again by a snapshot, what is not in it is said, and own servers decide whose results count. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { MessageJson } from "../../src/report/json.ts";
import { runCli } from "../support/run-cli.ts";
import { runHere } from "../support/run-here.ts";
import { ed25519Signer, keyRecord, signature } from "../support/signer.ts";
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

const SIGNER = ed25519Signer(3);
const HEAD = [
  "From: Ada Example <ada@letters.example>",
  "To: reader@office.example",
  "Subject: Letter",
  "Date: Tue, 01 Jan 2019 10:00:00 +0000",
  "Message-ID: <1@letters.example>",
];
const BODY = "Good morning.\r\n";
const RECEIVED = [
  "Return-Path: <ada@letters.example>",
  "Received: from out.letters.example (out.letters.example [192.0.2.7]) by mx.office.example with ESMTP id 1; Tue, 1 Jan 2019 10:00:00 +0000",
];
const MAIL = [...RECEIVED, signature(SIGNER, HEAD, BODY, { domain: "letters.example" }), ...HEAD, "", BODY].join(
  "\r\n",
);
const SNAPSHOT = [
  `k1._domainkey.letters.example. 3600 IN TXT "${keyRecord(SIGNER)}"`,
  'letters.example. TXT "v=spf1 ip4:192.0.2.0/24 -all"',
  '_dmarc.letters.example. TXT "v=DMARC1; p=reject"',
].join("\n");

/** What `show` has under its heading, and the exit code of the scan. */
async function checked(
  files: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<readonly [code: number | null, lines: string]> {
  const cwd = folder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  // By a process and its worker where there is a snapshot, which the worker is sent.
  const run = words.includes("--boundary") ? runCli : runHere;
  const { code } = await run(["scan", "1.eml", ...words], cwd);
  const [line = "{}"] = (await runHere(["messages", "--json"], cwd)).stdout.split("\n");
  const { sha256 = "" } = JSON.parse(line) as { readonly sha256?: string };
  const shown = (await runHere(["show", sha256], cwd)).stdout.replace(/\n {4,}/g, " ");
  return [code, /\nWhat was checked again[^\n]*\n((?: .*\n)*)/.exec(shown)?.[1] ?? ""];
}

describe("scan --dns", () => {
  test("signature, sender and policy are checked by the snapshot, the sender where own servers are named", async () => {
    const [, lines] = await checked(
      { "1.eml": MAIL, "dns.txt": SNAPSHOT },
      "--dns",
      "dns.txt",
      "--boundary",
      "office.example",
    );
    assert.match(lines, /dkim verified for letters/);
    assert.match(lines, /spf pass for letters/);
    assert.match(lines, /dmarc pass for letters/);
  });
  test("without own servers who sent is not known, and said", async () => {
    const [, lines] = await checked({ "1.eml": MAIL, "dns.txt": SNAPSHOT }, "--dns", "dns.txt");
    assert.match(lines, /spf unknown: which server took the message from outside is not known/);
    assert.match(lines, /dmarc pass/);
  });
  test("what the snapshot does not have is not known, and said", async () => {
    const [, lines] = await checked(
      { "1.eml": MAIL, "dns.txt": "other.example A 192.0.2.1\n" },
      "--dns",
      "dns.txt",
      "--boundary",
      "office.example",
    );
    assert.match(lines, /dkim key-unknown for letters.*only the body was compared/);
    assert.match(lines, /spf unknown for letters.*nobody recorded TXT letters/);
    assert.match(lines, /dmarc unknown/);
  });
  test("without a snapshot nothing is checked", async () => {
    assert.equal((await checked({ "1.eml": MAIL }))[1], "");
  });
  test("a snapshot that cannot be read is a fault before anything is read", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "1.eml"), MAIL);
    writeFileSync(join(cwd, "empty.txt"), "; nothing\n");
    writeFileSync(join(cwd, "odd.txt"), `${SNAPSHOT}\nnonsense\n`);
    for (const [file, said] of [
      ["missing.txt", /could not be read/],
      ["empty.txt", /holds no answer/],
    ] as const) {
      const { code, stderr } = await runHere(["scan", "1.eml", "--dns", file], cwd);
      assert.equal(code, 2);
      assert.match(stderr, said);
    }
    assert.match(
      (await runHere(["scan", "1.eml", "--dns", "odd.txt"], cwd)).stderr,
      /odd\.txt, line 4: no record; left out/,
    );
  });
});

test("a result that the sender wrote counts until own servers are named", async () => {
  const forged = [
    "Authentication-Results: aaa.test; dkim=pass header.d=office.example",
    "Received: from x.test (x.test [203.0.113.9]) by mx.office.example with ESMTP id 1; Tue, 1 Jan 2019 10:00:00 +0000",
    "From: reader@office.example",
    "To: reader@office.example",
    "Subject: Your account",
    "Date: Tue, 01 Jan 2019 10:00:00 +0000",
    "Content-Type: text/html",
    "",
    `<img width=1 height=1 src="https://track.test/o?u=cmVhZGVyQG9mZmljZS5leGFtcGxl"><a href="https://track.test/login">Log in</a>`,
    "",
  ].join("\r\n");
  const found: boolean[] = [];
  for (const words of [[], ["--boundary", "office.example"]]) {
    const cwd = folder();
    writeFileSync(join(cwd, "1.eml"), forged);
    await runHere(["scan", "1.eml", "--owner", "reader@office.example", ...words], cwd);
    const [line = "{}"] = (await runHere(["messages", "--json"], cwd)).stdout.split("\n");
    const { findings } = JSON.parse(line) as MessageJson;
    found.push(findings.some(({ rule }) => rule === "tracking.address-to-stranger"));
  }
  assert.deepEqual(found, [false, true]);
});
