/** `rules check`, `rules test` and `rules list` as a user runs them. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { runCli } from "../support/run-cli.ts";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
after(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
}

write("right/a.yml", "name: A\ntype: rule\nseverity: high\nsource: |\n  true\n");
write("right/deep/er/b.yaml", "name: B\ntype: query\nsource: 'true'\n");
write("right/.hidden/c.yml", "nothing: of ours\n");
write("right/notes.txt", "nothing");
write("mixed/a.yml", "name: A\ntype: rule\nsource: |\n  true\n");
write("mixed/b.yml", "name: B\u202e\ntype: rul\nsource: |\n  true and\n    (1 == 1\n");
write("mixed/c.yml", "name: [\n");
mkdirSync(join(folder, "empty"));

describe("rules check", () => {
  test("right rules: all found, to any depth, and nothing else; exit code 0", async () => {
    const { code, stdout, stderr } = runCli(["rules", "check", "right"], folder);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /^2 rules are right\.$/m);
  });

  test("broken rules: every problem with its place in the file; exit code 1", async () => {
    const { code, stdout } = await runHere(["rules", "check", "mixed", "right/a.yml"], folder);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^error\[key\]: `rul` is no type\n {2}mixed\/b\.yml:2:7 {3}type: rul\n +\^\^\^ did you mean `rule`\?$/m,
    );
    assert.match(stdout, /^error\[syntax\]: the `\(` that opens here is not closed\n {2}mixed\/b\.yml:5:5 /m);
    assert.match(stdout, /mixed\/c\.yml:/);
    assert.match(stdout, /3 broken/);
  });

  test("--json: the same as one object", async () => {
    const { code, stdout } = await runHere(["rules", "check", "mixed", "--json"], folder);
    assert.equal(code, 1);
    const said = JSON.parse(stdout) as {
      readonly broken: number;
      readonly problems: readonly { readonly path: string }[];
    };
    assert.equal(said.broken, 2);
    assert.deepEqual([...new Set(said.problems.map(({ path }) => path))], ["mixed/b.yml", "mixed/c.yml"]);
  });

  test("what is not there, what holds no rules, and what is no action: exit code 2", async () => {
    for (const [words, said] of [
      [["check", "nowhere"], /nowhere could not be read: ENOENT/],
      [["check", "empty"], /empty holds no rule file/],
      [["chekc", "right"], /rules takes one of check, test, list/],
      [[], /usage:/],
    ] as const) {
      const { code, stderr } = await runHere(["rules", ...words], folder);
      assert.equal(code, 2);
      assert.match(stderr, said);
    }
  });
});

test("check: also what a finding would say is checked, at its key", async () => {
  write("texts/a.yml", "name: A\ntype: rule\nreasons:\n  - sender.emial\nsource: |\n  true and (\n");
  write("texts/b.yml", "name: B\ntype: rule\nevidence: subject.nothing\nsource: |\n  true\n");
  const { code, stdout } = await runHere(["rules", "check", "texts"], folder);
  assert.equal(code, 1);
  assert.match(stdout, /`sender\.emial`.*\n +texts\/a\.yml:4:/);
  assert.match(stdout, /texts\/a\.yml:6:/);
  assert.match(stdout, /texts\/b\.yml:3:/);
  assert.match(stdout, /0 rules are right; 2 broken/);
});

describe("rules test", () => {
  const rule = (id: string, source: string) =>
    `id: ${id}\nname: ${id}\ntype: rule\nseverity: low\nsource: |\n  ${source}\n`;
  const mail = (subject: string) => `From: ada@papers.example\nTo: bo@office.example\nSubject: ${subject}\n\nHello.\n`;
  const lay = (place: string) => {
    write(`${place}/a.yml`, rule("papers.a", 'subject.subject == "Papers"'));
    write(`${place}/tests/papers.a/match-it.eml`, mail("Papers"));
    write(`${place}/tests/papers.a/clear-other.eml`, mail("Other"));
    write(`${place}/tests/papers.a/clear-two.mbox`, `From ada\n${mail("One")}\nFrom ada\n${mail("Two")}`);
  };

  test("all as wanted: exit code 0", async () => {
    lay("trial");
    const { code, stdout, stderr } = runCli(["rules", "test", "trial"], folder);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.equal(stdout, "ok        papers.a  (1 match, 2 clear)\n1 rule: 1 ok, 0 failed, 0 untested.\n");
  });

  test("what fails is told with what was expected; exit code 1", async () => {
    lay("failing");
    write("failing/tests/papers.a/clear-papers.eml", mail("Papers"));
    write("failing/tests/papers.a/match-empty.mbox", "");
    write("failing/tests/papers.a/mach-misspelt.eml", mail("Papers"));
    write("failing/tests/papers.b/match-it.eml", mail("Papers"));
    write(
      "failing/few.yml",
      rule("papers.few", 'profile.by_sender().prevalence == "common" and subject.subject == "Few"'),
    );
    write("failing/tests/papers.few/match-it.eml", mail("Few"));
    write("failing/tests/papers.few/owner.txt", "# whose mail it is\nada@papers.example\n");
    const { code, stdout } = await runHere(["rules", "test", "failing"], folder);
    assert.equal(code, 1);
    assert.match(stdout, /^failed +papers\.a {2}\(2 match, 3 clear\)$/m);
    assert.match(stdout, /clear-papers\.eml: expected no finding, and "Papers" has one/);
    assert.match(stdout, /match-empty\.mbox: no message could be read from it/);
    assert.match(
      stdout,
      /match-it\.eml: what the message alone could not tell did not hold later on: profile\.by_sender\(\)/,
    );
    assert.match(stdout, /^strange .*mach-misspelt\.eml is neither match-… nor clear-…/m);
    assert.match(stdout, /^strange .*papers\.b is called by the id of no rule here/m);
    assert.match(stdout, /2 rules: 0 ok, 2 failed, 0 untested; 1 with fewer than 1 message that must match and 2 that/);
  });

  test("owner.txt says whose mail it is", async () => {
    write("owned/a.yml", rule("papers.in", "not letterlock.source.is_own"));
    write("owned/tests/owner.txt", "@office.example\n");
    write("owned/tests/papers.in/match-in.eml", mail("In"));
    write(
      "owned/tests/papers.in/clear-out.eml",
      "From: bo@office.example\nTo: ada@papers.example\nSubject: Out\n\n.\n",
    );
    const { code, stdout } = await runHere(["rules", "test", "owned"], folder);
    assert.equal(code, 0, stdout);
  });

  test("a rule file by itself: its tests lie beside it, those of its neighbours are none of its", async () => {
    lay("single");
    write("single/tests/papers.b/match-it.eml", mail("Papers"));
    assert.equal((await runHere(["rules", "test", "single/a.yml"], folder)).code, 0);
  });

  test("a broken rule: told with its place, the others are tested, exit code 1", async () => {
    lay("halves");
    write("halves/b.yml", rule("papers.b", "sender.emial == 1"));
    write("halves/tests/papers.b/match-it.eml", mail("Papers"));
    const { code, stdout, stderr } = await runHere(["rules", "test", "halves"], folder);
    assert.equal(code, 1);
    assert.match(stderr, /halves\/b\.yml:6:/);
    assert.match(stdout, /1 rule: 1 ok, 0 failed, 0 untested; 1 broken and not tested\./);
  });

  test("--json: one object a rule, then the counts", async () => {
    lay("json");
    const { stdout } = await runHere(["rules", "test", "json", "--json"], folder);
    const [one, sum] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    assert.deepEqual([one?.["id"], one?.["state"], one?.["hasMinimum"]], ["papers.a", "ok", true]);
    assert.deepEqual([sum?.["rules"], sum?.["ok"], sum?.["failed"]], [1, 1, 0]);
  });
});

describe("rules list", () => {
  test("each rule, when it is asked, what may keep it undetermined, where it is", async () => {
    write(
      "kinds/a.yml",
      "id: k.a\nname: A\ntype: rule\nseverity: high\nsource: |\n  type.inbound and subject.subject != ''\n",
    );
    write(
      "kinds/b.yml",
      "id: k.b\nname: B\ntype: rule\nsource: |\n  any(ml.nlu_classifier(body.current_thread.text).intents, .name == 'bec')\n",
    );
    const { code, stdout } = runCli(["rules", "list", "right", "kinds"], folder);
    assert.equal(code, 0);
    assert.equal(
      stdout,
      [
        "high          rule/A: A",
        "              asked when mail is judged",
        "              right/a.yml",
        "query         query/B: B",
        "              not asked of mail",
        "              right/deep/er/b.yaml",
        "high          k.a: A",
        "              asked when a message is read, and decided when mail is judged",
        "              kinds/a.yml",
        "rule          k.b: B",
        "              asked when a message is read; undetermined without a model that says what a text wants (nlu)",
        "              kinds/b.yml",
        "",
      ].join("\n"),
    );
  });

  test("without a path: the rules that ship", async () => {
    const { code, stdout } = await runHere(["rules", "list", "--json"], folder);
    assert.equal(code, 0);
    const ids = stdout
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { readonly id: string }).id);
    assert.ok(ids.includes("tracking.covert-token") && ids.includes("simulation.ordered"), ids.join(" "));
  });

  test("--json: one object a line", async () => {
    const { code, stdout } = await runHere(["rules", "list", "right", "--json"], folder);
    assert.equal(code, 0);
    const rows = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { readonly id: string });
    assert.deepEqual(
      rows.map(({ id }) => id),
      ["rule/A", "query/B"],
    );
  });
});
