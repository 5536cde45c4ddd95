/** Rules that are kept between runs: found again by content, and never trusted where they are not what was written. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { cachedRules } from "../../src/cli/rule-cache.ts";
import { type RuleChoice, rulesOf } from "../../src/cli/rule-choice.ts";
import { ruleWorld } from "../../src/cli/rule-world.ts";
import { printRule } from "../../src/mql/print.ts";
import type { RuleFile } from "../../src/rules/load-rules.ts";
import { type ReadRules, readRules } from "../../src/rules/read-rules.ts";

function fileOf(path: string, source: string, more = ""): RuleFile {
  return { path, text: `name: rule ${path}\nid: ${path}\ntype: rule\nseverity: low\nsource: |\n  ${source}\n${more}` };
}

const files: readonly RuleFile[] = [
  fileOf("a.yml", 'subject.subject == "Papers" and any(body.links, .href_url.scheme == "https")'),
  fileOf("b.yml", "subject.subjekt == 1"),
  fileOf(
    "c.yml",
    'subject.subject != ""',
    "reasons:\n  - strings.concat(subject.subject, '!')\nhigh_when: type.inbound\n",
  ),
  { path: "d.yml", text: "name: d\ntype: triage_rule\nsource: type.inbound\n" },
];

/** What a run sees of rules. */
function seen({ ready, notApplicable, broken }: ReadRules) {
  const print = (tree: { readonly expression: Parameters<typeof printRule>[0] } | null) =>
    tree === null ? null : printRule(tree.expression);
  return {
    ready: ready.map(({ rule, checked, medium, high, reasons, questions, evidence }) => ({
      rule,
      trees: [checked, medium, high, evidence].map(print),
      texts: [...reasons, ...questions].map(print),
    })),
    notApplicable,
    broken,
  };
}

class Cache {
  readonly folder = mkdtempSync(join(tmpdir(), "rules-"));
  reads = 0;
  read(of: readonly RuleFile[] = files): ReadRules {
    return cachedRules(this.folder, of, ruleWorld.schema, () => {
      this.reads += 1;
      return readRules(of, ruleWorld);
    });
  }
  entries(): readonly string[] {
    return readdirSync(this.folder).map((name) => join(this.folder, name));
  }
  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}

describe("rules kept between runs", () => {
  test("the second run reads none, and sees the same rules and problems", () => {
    using cache = new Cache();
    const first = seen(cache.read());
    assert.deepEqual([first.ready.length, first.broken.length, first.notApplicable.length], [2, 1, 1]);
    assert.deepEqual(seen(cache.read()), first);
    assert.equal(cache.reads, 1);
  });

  test("a changed file, another path and another order are read anew", () => {
    using cache = new Cache();
    cache.read();
    const [first, ...rest] = files;
    assert.ok(first !== undefined);
    cache.read([{ ...first, text: first.text.replace("Papers", "Paper") }, ...rest]);
    cache.read([{ ...first, path: "e.yml" }, ...rest]);
    cache.read([...rest, first]);
    assert.equal(cache.reads, 4);
    assert.equal(cache.entries().length, 4);
  });

  const damages: readonly (readonly [what: string, damage: (text: string) => string])[] = [
    ["cut", (text) => text.slice(0, text.length - 7)],
    ["empty", () => ""],
    ["one letter changed", (text) => text.replace("Papers", "Papfrs")],
    ["another's", () => "something else altogether, longer than a hash ".repeat(4)],
  ];
  for (const [what, damage] of damages) {
    test(`an entry that is ${what} is passed over and written anew`, () => {
      using cache = new Cache();
      const first = seen(cache.read());
      const [path = ""] = cache.entries();
      const good = readFileSync(path, "utf8");
      writeFileSync(path, damage(good));
      assert.deepEqual(seen(cache.read()), first);
      assert.equal(cache.reads, 2);
      assert.equal(readFileSync(path, "utf8"), good);
    });
  }

  test("few sets are kept, and nothing else lies there", () => {
    using cache = new Cache();
    for (let n = 0; n < 9; n += 1) cache.read([fileOf("a.yml", `subject.subject == "${n}"`)]);
    assert.equal(cache.entries().length, 6);
  });

  test("a folder that cannot be written costs nothing but time", () => {
    using cache = new Cache();
    const file = join(cache.folder, "file");
    writeFileSync(file, "");
    const read = () => cachedRules(join(file, "in"), files, ruleWorld.schema, () => readRules(files, ruleWorld));
    assert.deepEqual(seen(read()), seen(read()));
  });

  test("the rules that ship and those of the user come out of it as they went in", () => {
    using cache = new Cache();
    const choice: RuleChoice = { shipped: true, named: [{ path: "mine", files }] };
    const fresh = seen(rulesOf(choice, null));
    assert.deepEqual(seen(rulesOf(choice, cache.folder)), fresh);
    assert.deepEqual(seen(rulesOf(choice, cache.folder)), fresh);
    assert.equal(cache.entries().length, 1);
  });
});
