/** The newcomer's first command, held against what the demo mailbox really holds. */
import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { demoTruth } from "../../src/demo/mailbox.ts";
import type { MessageJson } from "../../src/report/json.ts";
import { runCli } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

describe("demo", () => {
  const truth = demoTruth();
  const forwardIds = truth.campaign.forwards.map(({ messageId }) => messageId);
  let messages: readonly MessageJson[] = [];
  const idsOf = (wanted: (message: MessageJson) => boolean) =>
    messages.filter(wanted).map(({ messageId }) => messageId);
  const bare = (ids: readonly string[]) => ids.map((id) => id.replace(/^<|>$/g, "")).sort();

  before(() => {
    const demo = runCli(["demo", "--folder", "d", "--json"], home);
    assert.deepEqual([demo.code, demo.stderr], [1, ""]);
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

  test("the report is written, holds no script and loads nothing", () => {
    const html = readFileSync(join(home, "d/report.html"), "utf8");
    assert.match(html, /Content-Security-Policy/);
    assert.doesNotMatch(html, /<script|<img|<link|<iframe|\ssrc=|href="(?!#)/);
  });
});
