/** `scan --rules` as a user runs it: rules of the user's beside ours or alone, what the case remembers of them, what is told of gaps. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { Answer } from "../../src/case/answer.ts";
import type { MessageJson } from "../../src/report/json.ts";
import { runCli } from "../support/run-cli.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
after(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const mail = (subject: string, more = "") =>
  `From: ada@papers.example\nTo: bo@office.example\nSubject: ${subject}\nDate: Mon, 1 Mar 2021 09:00:00 +0000\n${more}\nHello.\n`;
const receipt = "Disposition-Notification-To: <log@collector.test>\n";
const rule = (id: string, source: string, more = "") =>
  `id: ${id}\nname: ${id} it is\ntype: rule\nseverity: medium\ndescription: Because of it.\n${more}source: |\n  ${source}\n`;

write("mail/papers.eml", mail("Papers"));
write("mail/receipt.eml", mail("Receipt", receipt));
write("mine/papers.yml", rule("mine.papers", 'subject.subject == "Papers"', "techniques: [T1598]\nabout: targeting\n"));
write(
  "mine/sub/model.yml",
  rule("mine.model", 'any(ml.nlu_classifier(body.current_thread.text).intents, .name == "bec")'),
);
write("other/receipt.yml", rule("other.stranger", "letterlock.source.is_stranger", "open_questions:\n  - '\"why\"'\n"));

function scan(name: string, ...more: readonly string[]) {
  return runHere(["scan", "mail", "--owner", "@office.example", "--case", name, ...more], folder);
}

/** By a process and its worker, which is sent the rules and what was given beside them. */
function scanByProcess(name: string, ...more: readonly string[]) {
  return runCli(["scan", "mail", "--owner", "@office.example", "--case", name, "--workers", "1", ...more], folder);
}

async function messages(name: string): Promise<readonly MessageJson[]> {
  const { stdout } = await runHere(["messages", "--case", name, "--json"], folder);
  const lines = stdout.trim().split("\n");
  return lines.map((line) => JSON.parse(line) as MessageJson);
}

async function rulesIn(name: string): Promise<readonly string[]> {
  return (await messages(name)).flatMap(({ findings }) => findings.map((one) => one.rule)).sort();
}

async function coverage(name: string): Promise<Answer["coverage"]["rules"]> {
  return (JSON.parse((await runHere(["answer", "--case", name, "--json"], folder)).stdout) as Answer).coverage.rules;
}

write("lists/feed.txt", "# told by nobody\npapers.example\n");
write(
  "feed/feed.yml",
  rule("feed.domain", "sender.email.domain.domain in $abuse_ch_urlhaus_domains_trusted_reporters"),
);

describe("what the user gives beside rules", () => {
  const feed = "abuse_ch_urlhaus_domains_trusted_reporters";

  test("a list answers what is undetermined without it", async () => {
    assert.deepEqual((await scan("without", "--rules", "feed")).stderr, "");
    assert.ok(!(await rulesIn("without")).includes("feed.domain"));
    assert.deepEqual(scanByProcess("with", "--rules", "feed", "--list", `${feed}=lists/feed.txt`).stderr, "");
    assert.ok((await rulesIn("with")).includes("feed.domain"));
  });

  test("judging again has what the scan was given, and says what of it is gone", async () => {
    write("stranger/one.yml", rule("feed.stranger", `letterlock.source.domain in $${feed}`));
    write("lists/later.txt", "papers.example\n");
    write("none.txt", "nobody.example\n");
    await scan("again", "--rules", "stranger", "--list", `${feed}=lists/later.txt`);
    assert.ok((await rulesIn("again")).includes("feed.stranger"));
    const hunt = () => runHere(["hunt", "none.txt", "--case", "again"], folder);
    assert.deepEqual((await hunt()).stderr, "");
    assert.ok((await rulesIn("again")).includes("feed.stranger"), "a hunt judges the case anew");
    await scan("again");
    assert.ok((await rulesIn("again")).includes("feed.stranger"), "a scan without the flag too");
    rmSync(join(folder, "lists/later.txt"));
    assert.match((await hunt()).stderr, /later\.txt, which was given for rules, is not there any more/);
    assert.ok(!(await rulesIn("again")).includes("feed.stranger"));
  });

  test("what cannot be read is told before any mail is", async () => {
    const lost = await scan("lost", "--list", `${feed}=lists/none.txt`);
    assert.equal(lost.code, 2);
    assert.match(lost.stderr, /lists\/none\.txt could not be read: there is no such file\. No mail was read\./);
    assert.match((await scan("odd", "--list", "nonsense")).stderr, /names no list that rules know/);
  });
});

describe("rules of the user's", () => {
  test("beside ours: their findings are like any, and show says which file they are of", async () => {
    const { code, stdout, stderr } = scanByProcess("beside", "--rules", "mine", "--rules", "other/receipt.yml");
    assert.deepEqual([code, stderr], [1, ""]);
    assert.deepEqual(await rulesIn("beside"), [
      "mine.papers",
      "other.stranger",
      "other.stranger",
      "receipt.foreign-address",
    ]);
    const papers = (await messages("beside")).find(({ subject }) => subject === "Papers");
    assert.deepEqual(
      papers?.findings.map(({ rule: id, title, severity, techniques, undetermined }) => ({
        id,
        title,
        severity,
        techniques,
        undetermined,
      })),
      [
        {
          id: "other.stranger",
          title: "other.stranger it is",
          severity: "medium",
          techniques: [],
          undetermined: ["why"],
        },
        { id: "mine.papers", title: "mine.papers it is", severity: "medium", techniques: ["T1598"], undetermined: [] },
      ],
    );
    assert.match(
      stdout,
      /On 2 messages one rule could not be decided, for want of: a model that says what a text\s+wants\./,
    );
    assert.deepEqual(await coverage("beside"), {
      packs: [
        ...(await coverage("beside")).packs.filter(({ source }) => !source.startsWith(folder)),
        { source: join(folder, "mine"), rules: 2, atReading: 2 },
        { source: join(folder, "other/receipt.yml"), rules: 1, atReading: 0 },
      ],
      notAsked: 0,
      undecidedMessages: 2,
      undecidedRulesMax: 1,
      missing: [{ capability: "nlu", messages: 2 }],
    });
    const shown = (await runHere(["show", papers?.sha256 ?? "", "--case", "beside"], folder)).stdout;
    assert.match(shown.replaceAll(/\s+/g, " "), /rule mine\.papers of \S+\/mine\/papers\.yml, ATT&CK T1598/);
    await runHere(["report", "--case", "beside", "--output", "beside.html"], folder);
    const page = readFileSync(join(folder, "beside.html"), "utf8");
    assert.match(page, /mine\/papers\.yml/);
    assert.match(page, /Rules that were not asked or not decided/);
    assert.match(page, /rules: [^<]*espionage \(\d+\)/);
  });

  test("alone: none of ours is asked", async () => {
    assert.equal((await scan("alone", "--no-packs", "--rules", "mine")).code, 1);
    assert.deepEqual(await rulesIn("alone"), ["mine.papers"]);
  });

  test("a broken file: all of it told before mail is read, the other rules run, exit code 2", async () => {
    write("half/papers.yml", rule("half.papers", 'subject.subject == "Papers"'));
    write("half/wrong.yml", "name: W\ntype: rul\nreasons: [sender.emial]\nsource: |\n  sender.emial == 1 and (\n");
    write("half/ours.yml", rule("tracking.covert-token", "true"));
    const { code, stderr } = await scan("half", "--rules", "half");
    assert.equal(code, 2);
    for (const said of [
      /wrong\.yml:2:7/,
      /wrong\.yml:5:\d+/,
      /ours\.yml:1:5/,
      /2 rule files are broken and were left out/,
    ]) {
      assert.match(stderr, said);
    }
    assert.ok((await rulesIn("half")).includes("half.papers"));
  });

  test("what cannot be read, and what holds no rule: nothing is scanned, exit code 2", async () => {
    mkdirSync(join(folder, "nothing"));
    for (const path of ["nowhere", "nothing"]) {
      const { code, stdout, stderr } = await scan("unread", "--rules", path);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, /the rules could not be read: .*No mail was read\./);
    }
  });
});

describe("what the case remembers", () => {
  test("rules are asked again without being named, until others or none are", async () => {
    await scan("memory", "--rules", "mine");
    write("mail/more.eml", mail("Papers").replace("Hello", "Again"));
    try {
      await scan("memory");
      // Both are of one sender with the targeted one, so that they are tied to it.
      const found = (await rulesIn("memory")).filter((one) => one !== "campaign.linked");
      assert.deepEqual(found, ["mine.papers", "mine.papers", "receipt.foreign-address"]);
      assert.equal((await coverage("memory")).notAsked, 0);
      await scan("memory", "--rules", "none");
      assert.ok((await coverage("memory")).packs.every(({ source }) => !source.startsWith(folder)));
    } finally {
      rmSync(join(folder, "mail/more.eml"));
    }
  });

  test("mail that was read with other rules is told as not asked by these", async () => {
    await scan("later");
    const { stdout } = await scan("later", "--rules", "mine");
    assert.deepEqual(await rulesIn("later"), ["receipt.foreign-address"]);
    assert.equal((await coverage("later")).notAsked, 2);
    assert.match(
      stdout.replaceAll(/\s+/g, " "),
      /2 messages were read before with other rules, .* scan the same mail into a fresh case/,
    );
  });

  test("a rule that is asked when mail is judged needs no reading", async () => {
    await scan("judged");
    await scan("judged", "--rules", "other");
    assert.ok((await rulesIn("judged")).includes("other.stranger"));
    assert.equal((await coverage("judged")).notAsked, 0);
  });

  test("remembered rules that are gone: told, and nothing is read", async () => {
    write("gone/a.yml", rule("gone.a", "true"));
    await scan("vanished", "--rules", "gone");
    rmSync(join(folder, "gone"), { recursive: true });
    const { code, stderr } = await scan("vanished");
    assert.equal(code, 2);
    assert.match(stderr, /the rules that the case remembers could not be read: .*--rules none/);
    assert.equal((await scan("vanished", "--rules", "none")).code, 1);
  });
});
