/** The newcomer's first command, held against what its sample really holds. */
import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { sample } from "../../src/demo/sample.ts";
import type { MessageJson, PersonJson } from "../../src/report/json.ts";
import { runCli } from "../support/run-cli.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

describe("demo", () => {
  const { truths, messages: total } = sample();
  let messages: readonly MessageJson[] = [];
  const truthOf = ({ messageId }: MessageJson) => truths.get(`<${messageId.replace(/^<|>$/g, "")}>`);
  const ofInterest = () => messages.filter(({ verdict }) => verdict === "hostile" || verdict === "suspicious");
  const json = async (words: readonly string[]) => {
    const { stdout } = await runHere([...words, "--json", "--case", "d/case"], home);
    return stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  };

  before(() => {
    const demo = runCli(["demo", "--folder", "d", "--json"], home);
    assert.deepEqual([demo.code, demo.stderr], [1, ""]);
    const listed = runCli(["messages", "--json", "--case", "d/case"], home);
    messages = listed.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as MessageJson);
  });

  test("every message is read once, found = ok + partial + unparseable", () => assert.equal(messages.length, total));

  test("every planted message is found", () => {
    const found = new Set(ofInterest().map(({ messageId }) => messageId.replace(/^<|>$/g, "")));
    const planted = [...truths].filter(([, { kind }]) => kind === "campaign");
    const missed = planted.filter(([id]) => !found.has(id.replace(/^<|>$/g, "")));
    assert.deepEqual(
      missed.map(([id, { scheme }]) => [id, scheme]),
      [],
    );
  });

  test("what our own people passed on of a campaign is told with it", () => {
    const own = ofInterest().filter(({ subject }) => /^(?:fwd?|wg):/i.test(subject));
    assert.ok(own.length >= 4);
    const apart = own.filter(({ campaign }) => campaign === null);
    assert.deepEqual(
      apart.map(({ sha256 }) => sha256),
      [],
    );
  });

  test("honest mail is left alone, but for decoys", () => {
    const honest = messages.filter((message) => truthOf(message) === undefined);
    const falsely = honest.filter(({ campaign }) => campaign !== null);
    assert.ok(honest.length > 2000);
    assert.ok(falsely.length <= 5, `${falsely.length} honest messages in campaigns`);
  });

  test("logs confirm what they saw, and the advisory's values are found", async () => {
    const people = (await json(["people"])) as readonly PersonJson[];
    const confirmed = people.filter(({ exposure: { level, likelihood } }) => level >= 5 && likelihood === "confirmed");
    assert.ok(confirmed.length >= 2);
    const campaigns = await json(["campaigns"]);
    assert.ok(campaigns.some(({ indicators }) => indicators.length > 0));
  });

  test("people have the roster's names and roles; who did not consent is not named", async () => {
    const people = (await json(["people"])) as readonly PersonJson[];
    assert.ok(people.filter(({ role, messages: reached }) => role !== "" && reached.length > 0).length >= 5);
    const roster = readFileSync(join(home, "d/sample/roster.csv"), "utf8").split("\n");
    const withheld = roster.filter((line) => line.endsWith(",none")).map((line) => line.split(",")[1] ?? "?");
    const told = JSON.stringify(people) + readFileSync(join(home, "d/report.html"), "utf8");
    for (const name of withheld) assert.ok(!told.includes(name), "a name without consent is told");
  });

  test("a second demo finds its mail unchanged and answers the same", () => {
    const answer = () => {
      const {
        answer: said,
        verdicts,
        campaigns,
      } = JSON.parse(runCli(["answer", "--json", "--case", "d/case"], home).stdout);
      return { said, verdicts, campaigns };
    };
    const first = answer();
    assert.equal(first.said, "yes");
    assert.equal(runCli(["demo", "--folder", "d", "--json"], home).code, 1);
    assert.deepEqual(answer(), first);
  });

  test("the report is written, holds no script and loads nothing", () => {
    const html = readFileSync(join(home, "d/report.html"), "utf8");
    assert.match(html, /Content-Security-Policy/);
    assert.doesNotMatch(html, /<script|<img|<link|<iframe|\ssrc=|href="(?!#)/);
  });
});
