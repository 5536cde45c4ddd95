/** The sample of `demo`: whole, deterministic, in every form in which mail is handed over, and all of it invented. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { type Sample, sample, sampleOwners } from "../../src/demo/sample.ts";
import { openFile } from "../office/open-files.ts";
import { violations } from "../support/reserved-names.ts";

function digest({ files }: Sample): string {
  const hash = createHash("sha256");
  for (const { path, bytes } of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}

const made = sample();
const mail = made.files.filter(({ path }) => path.startsWith("mail/"));
const opened = mail.flatMap((file) => openFile({ ...file, path: file.path.slice("mail/".length) }));

describe("the sample", () => {
  test("is the same on every run", () => assert.equal(digest(sample()), digest(made)));

  test("has as many messages in its containers as it says, in at most 15 MB", () => {
    assert.equal(opened.length, made.messages);
    assert.equal(new Set(opened.map(({ octets }) => octets)).size, made.messages);
    assert.ok(mail.reduce((sum, { bytes }) => sum + bytes.length, 0) < 15_000_000);
  });

  test("shows every form in which mail is handed over, and what can be given beside it", () => {
    const forms = [
      /\/cur\/.*:2,[A-Z]*S/,
      /\/new\/[^:]+$/,
      /\/\.Sent\//,
      /[a-z]\.mbox$/,
      /\.mbox\.gz$/,
      /\.eml$/,
      /\.zip$/,
    ];
    for (const form of [...forms, /^mail\/personal\//])
      assert.ok(
        mail.some(({ path }) => form.test(path)),
        String(form),
      );
    const beside = made.files.map(({ path }) => path).filter((path) => !path.startsWith("mail/"));
    assert.deepEqual(beside, [
      "README.txt",
      "roster.csv",
      "clients.csv",
      "events.csv",
      "advisory.stix.json",
      "logs/proxy.log",
      "logs/dns.log",
      "logs/mail.log",
    ]);
    for (const { path, bytes } of made.files) assert.ok(bytes.length > 0, path);
  });

  test("paths are relative, distinct and safe", () => {
    assert.equal(new Set(made.files.map(({ path }) => path)).size, made.files.length);
    for (const { path } of made.files) assert.match(path, /^(?!\/)(?!.*\.\.)[A-Za-z0-9.,:=/_-]+$/);
  });

  test("its mail names only what is reserved", () => {
    const found = new Set(opened.flatMap(({ octets }) => [...violations(octets)]));
    // Names of attached files.
    assert.deepEqual(
      [...found].filter((name) => !/^order-\d+\.zip$/.test(name)),
      [],
    );
  });

  test("plants campaigns of several senders, and decoys", () => {
    const truths = [...made.truths.values()];
    const planted = truths.filter(({ kind }) => kind === "campaign");
    assert.equal(planted.length, 60);
    assert.equal(new Set(planted.map(({ actor }) => actor)).size, 4);
    assert.equal(new Set(planted.map(({ campaign }) => campaign)).size, 7);
    assert.ok(truths.some(({ kind }) => kind === "decoy"));
  });

  test("its owners are the office's domains, old and new", () => {
    for (const owner of sampleOwners) assert.match(owner, /^@[a-z-]+\.example$/);
  });
});
