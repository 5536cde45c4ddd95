/** `rules check` and `rules list` as a user runs them. */
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { runCli } from "../support/run-cli.ts";
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
  test("right rules: all found, to any depth, and nothing else; exit code 0", () => {
    const { code, stdout, stderr } = runCli(["rules", "check", "right"], folder);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /\b2 (?:right in form|rules are right)/);
  });

  test("broken rules: every problem with its place in the file; exit code 1", () => {
    const { code, stdout } = runCli(["rules", "check", "mixed", "right/a.yml"], folder);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^error\[key\]: `rul` is no type\n {2}mixed\/b\.yml:2:7 {3}type: rul\n +\^\^\^ did you mean `rule`\?$/m,
    );
    assert.match(stdout, /^error\[syntax\]: the `\(` that opens here is not closed\n {2}mixed\/b\.yml:5:5 /m);
    assert.match(stdout, /mixed\/c\.yml:/);
    assert.match(stdout, /3 broken/);
  });

  test("--json: the same as one object", () => {
    const { code, stdout } = runCli(["rules", "check", "mixed", "--json"], folder);
    assert.equal(code, 1);
    const said = JSON.parse(stdout) as {
      readonly broken: number;
      readonly problems: readonly { readonly path: string }[];
    };
    assert.equal(said.broken, 2);
    assert.deepEqual([...new Set(said.problems.map(({ path }) => path))], ["mixed/b.yml", "mixed/c.yml"]);
  });

  test("what is not there, what holds no rules, and what is no action: exit code 2", () => {
    for (const [words, said] of [
      [["check", "nowhere"], /nowhere could not be read: ENOENT/],
      [["check", "empty"], /empty holds no rule file/],
      [["chekc", "right"], /rules takes one of check, list/],
      [["check"], /usage:/],
    ] as const) {
      const { code, stderr } = runCli(["rules", ...words], folder);
      assert.equal(code, 2);
      assert.match(stderr, said);
    }
  });
});

describe("rules list", () => {
  test("one line a rule", () => {
    const { code, stdout } = runCli(["rules", "list", "right"], folder);
    assert.equal(code, 0);
    assert.equal(
      stdout,
      "rule         high          A  (right/a.yml)\nquery        -             B  (right/deep/er/b.yaml)\n",
    );
  });

  test("--json: one object a line", () => {
    const { code, stdout } = runCli(["rules", "list", "right", "--json"], folder);
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
