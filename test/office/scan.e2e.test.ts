/** The whole way over the office's mail, held against what its mailboxes really hold. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { MessageJson, PersonJson } from "../../src/report/json.ts";
import { runCli } from "../support/run-cli.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { officeMailbox, officeOwners, officeTruth } from "./mailbox.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

describe("the office", () => {
  const truth = officeTruth();
  const forwardIds = truth.campaign.forwards.map(({ messageId }) => messageId);
  let messages: readonly MessageJson[] = [];
  const idsOf = (wanted: (message: MessageJson) => boolean) =>
    messages.filter(wanted).map(({ messageId }) => messageId);
  const bare = (ids: readonly string[]) => ids.map((id) => id.replace(/^<|>$/g, "")).sort();

  before(() => {
    for (const { path, bytes } of officeMailbox()) {
      const file = join(home, "d/mail", ...path.split("/"));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    const owners = officeOwners.flatMap((address) => ["--owner", address]);
    const scan = runCli(["scan", "d/mail", ...owners, "--case", "d/case", "--json"], home);
    assert.deepEqual([scan.code, scan.stderr], [1, ""]);
    assert.equal(runCli(["report", "--output", "d/report.html", "--case", "d/case"], home).code, 0);
    const listed = runCli(["messages", "--json", "--case", "d/case"], home);
    messages = listed.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as MessageJson);
  });

  test("every message is read once, found = ok + partial + unparseable", () => {
    assert.equal(messages.length, truth.messages - truth.duplicates);
  });

  test("the planted campaign is found whole, and each of its tokens is proven", () => {
    const planted = bare(truth.campaign.messages.map(({ messageId }) => messageId));
    const covert = bare(idsOf(({ tracking }) => tracking.class === "covert"));
    assert.equal(planted.length, 17);
    assert.deepEqual(covert, planted);
    for (const message of messages.filter(({ tracking }) => tracking.class === "covert")) {
      assert.equal(message.verdict, "hostile");
      assert.ok(
        message.tracking.loads.some(({ token }) => token.kind === "proven"),
        message.messageId,
      );
    }
  });

  test("nothing else is of interest but the lone lures and the forwards of the campaign", () => {
    const interest = bare(idsOf(({ verdict }) => verdict === "hostile" || verdict === "suspicious"));
    const campaign = truth.campaign.messages.map(({ messageId }) => messageId);
    const expected = bare([...campaign, ...truth.lone.map(({ messageId }) => messageId), ...forwardIds]);
    assert.deepEqual([...new Set(interest)], [...new Set(expected)]);
  });

  test("no look-alike of threat-facts 5 is of interest", () => {
    const interest = new Set(bare(idsOf(({ verdict }) => verdict === "hostile" || verdict === "suspicious")));
    const forwards = new Set(bare(forwardIds));
    assert.ok(truth.lookAlikes.size >= 10);
    for (const [kind, ids] of truth.lookAlikes) {
      for (const id of bare(ids)) assert.ok(!interest.has(id) || forwards.has(id), `${kind}: ${id}`);
    }
  });

  test("the commercial senders are known for what they are", () => {
    const commercial = new Set(
      messages
        .filter(({ tracking }) => tracking.class === "commercial")
        .map(({ from }) => from.slice(from.indexOf("@") + 1)),
    );
    for (const { domain } of truth.commercialSenders) {
      assert.ok(
        [...commercial].some((host) => host === domain || host.endsWith(`.${domain}`)),
        domain,
      );
    }
  });

  describe("what it means, and what to do", () => {
    const [planted] = truth.campaign.messages;
    const json = async (words: readonly string[]) => {
      const run = await runHere([...words, "--json", "--case", "d/case"], home);
      assert.deepEqual([run.code, run.stderr], [0, ""], words.join(" "));
      return JSON.parse(run.stdout.split("\n")[0] ?? "");
    };

    test("the planted campaign: somebody who chose them, highly likely; nobody is named", async () => {
      assert.ok(planted !== undefined);
      const { assessment } = await json(["show", (await json(["campaigns"])).id]);
      const [first, ...others] = assessment.explanations;
      assert.deepEqual([first.kind, first.words, assessment.enough], ["unknown", "highly likely", true]);
      assert.deepEqual(assessment.attribution, { kind: "none", sentence: null });
      for (const { from } of others) assert.ok(from <= 20);
      assert.equal(assessment.timing.waves.length, 3);
    });

    test("the answer says so in one line", () => {
      const { stdout, code } = runCli(["answer", "--case", "d/case"], home);
      assert.equal(code, 1);
      assert.match(
        stdout.replaceAll(/\s+/g, " "),
        /assessment: highly likely the work of somebody who chose these readers/,
      );
      assert.doesNotMatch(stdout, /attribution:/);
      assert.match(stdout, /letterlock advice/);
    });

    test("world events beside three waves: too few to tell", async () => {
      writeFileSync(join(home, "events.csv"), "date,title\n2021-01-17,The chamber debates a treaty\nyesterday,x\n");
      const { id } = JSON.parse(runCli(["campaigns", "--json", "--case", "d/case"], home).stdout);
      const { stdout, stderr } = runCli(["show", id, "--events", "events.csv", "--case", "d/case"], home);
      assert.match(stdout.replaceAll(/\s+/g, " "), /Nothing can be said: 3 waves: too few to tell from chance/);
      assert.match(stderr, /line 3: "yesterday" is no day/);
      const missing = await runHere(["show", id, "--events", "none.csv", "--case", "d/case"], home);
      assert.deepEqual([missing.code, missing.stdout], [2, ""]);
    });

    test("advice for all, and for one person alone", async () => {
      const all = await json(["advice", "--country", "uk"]);
      assert.equal(all.country, "GB");
      const people = all.advice.filter((one: { readonly person: string | null }) => one.person !== null);
      assert.ok(people.length >= 4);
      for (const { first } of all.advice) assert.ok(first.length <= 5);
      assert.equal((await json(["advice", "--person", people[0].person])).advice.length, 1);
      assert.equal(runCli(["advice", "--person", "p-00000000", "--case", "d/case"], home).code, 2);
      assert.equal((await runHere(["advice", "--country", "Britain", "--case", "d/case"], home)).code, 2);
    });

    test("a page for one person holds no other name", async () => {
      const people = runCli(["people", "--json", "--case", "d/case"], home)
        .stdout.trim()
        .split("\n")
        .map((line) => JSON.parse(line) as PersonJson)
        .filter((one) => one.messages.length > 0);
      const [first, ...others] = people;
      assert.ok(first !== undefined && others.length > 0);
      const run = runCli(["report", "--person", first.id, "--output", "own.html", "--case", "d/case"], home);
      assert.equal(run.code, 0);
      const page = readFileSync(join(home, "own.html"), "utf8").split("</head>")[1] ?? "";
      assert.match(page, /nobody&#39;s fault/);
      for (const { name, addresses, id } of others) {
        for (const other of [id, ...(name === "" ? [] : [name]), ...addresses])
          assert.ok(!page.includes(`>${other}<`), other);
      }
    });
  });

  test("the report is written, holds no script and loads nothing", () => {
    const html = readFileSync(join(home, "d/report.html"), "utf8");
    assert.match(html, /Content-Security-Policy/);
    assert.doesNotMatch(html, /<script|<img|<link|<iframe|\ssrc=|href="(?!#)/);
  });
});
