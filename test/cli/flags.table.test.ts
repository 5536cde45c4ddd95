import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { allCommands, commands } from "../../src/cli/commands.ts";
import { type Command, helpOf, overviewOf, parseArguments } from "../../src/cli/flags.ts";
import { progressText } from "../../src/cli/progress.ts";
import { VERSION } from "../../src/cli/version.ts";

const command: Command = {
  name: "scan",
  operands: "PATH…",
  arity: [1, 2],
  summary: "",
  about: [],
  flags: [
    { name: "owner", value: "ADDR", repeats: true, help: "" },
    { name: "workers", value: "N", help: "" },
    { name: "verdict", value: "WORD", help: "", choices: ["clear", "hostile"] },
    { name: "level", value: "LIGHT", help: "", choices: ["CLEAR", "GREEN"] },
  ],
};

describe("command line", () => {
  const good: readonly (readonly [words: string[], operands: string[], values: Record<string, string[]>])[] = [
    [["a"], ["a"], {}],
    [["a", "b", "--json"], ["a", "b"], {}],
    [["--owner", "x@y.example", "a", "--owner=z@y.example"], ["a"], { owner: ["x@y.example", "z@y.example"] }],
    [["--", "--odd", "-x"], ["--odd", "-x"], {}],
    [["-"], ["-"], {}],
    [["a", "--case", "dir=1"], ["a"], { case: ["dir=1"] }],
    [["--owner", "x@y.example", "a", "b"], ["a", "b"], { owner: ["x@y.example"] }],
    [["a", "--workers", "1", "b"], ["a", "b"], { workers: ["1"] }],
    [["a", "--verdict", "Hostile"], ["a"], { verdict: ["hostile"] }],
    [["a", "--level=green"], ["a"], { level: ["GREEN"] }],
    [["--help"], [], {}],
  ];
  for (const [words, operands, values] of good) {
    test(words.join(" "), () => {
      const parsed = parseArguments(command, words);
      assert.ok(parsed.ok, parsed.ok ? "" : parsed.error);
      assert.deepEqual([parsed.value.operands, Object.fromEntries(parsed.value.values)], [operands, values]);
    });
  }

  const bad: readonly (readonly [words: string[], says: RegExp])[] = [
    [[], /usage: letterlock scan PATH… \[options\]/],
    [["a", "b", "c"], /usage/],
    [["a", "--onwer", "x"], /unknown option --onwer; did you mean --owner\?/],
    [["a", "--zzzzzzzz"], /unknown option --zzzzzzzz$/],
    [["a", "-x"], /two dashes/],
    [["a", "--workers"], /--workers needs a value/],
    [["a", "--workers", "1", "--workers", "2"], /given twice/],
    [["a", "--json=1"], /takes no value/],
    [["a", "--verdict", "hostil"], /one of clear, hostile; did you mean hostile\?/],
    [["a", "--level", "grean"], /one of CLEAR, GREEN; did you mean GREEN\?/],
    [["a", "--__proto__", "1"], /unknown option/],
    [
      ["a", "--owner", "x@y.example", "z@y.example"],
      /second --owner\? Then say --owner x@y.example --owner z@y.example/,
    ],
  ];
  for (const [words, says] of bad) {
    test(`refused: ${words.join(" ") || "(nothing)"}`, () => {
      const parsed = parseArguments(command, words);
      assert.match(parsed.ok ? "accepted" : parsed.error, says);
    });
  }

  test("help names every command, and every flag of each", async () => {
    const all = await allCommands();
    assert.deepEqual(
      [...commands.keys()],
      all.map(({ command: { name } }) => name),
    );
    const overview = overviewOf(all.map((module) => module.command));
    assert.ok(all.length >= 9);
    for (const line of overview.split("\n")) assert.ok(line.length <= 84, `too wide: ${line}`);
    for (const { command: one } of all) {
      assert.ok(overview.includes(`  ${one.name}`), one.name);
      for (const { name } of one.flags) assert.ok(helpOf(one).includes(`--${name}`), `${one.name} --${name}`);
      for (const line of helpOf(one).split("\n")) assert.ok(line.length <= 84, `too wide: ${line}`);
    }
  });

  test("the version is the package's", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    assert.equal(VERSION, version);
  });
});

describe("progress line", () => {
  const cases = [
    [{ messages: 0, bytes: 0, diskBytes: 0, diskBytesAll: 0 }, 0, "  0 messages  0.0 MB/s"],
    [{ messages: 12_345, bytes: 85e6, diskBytes: 50, diskBytesAll: 100 }, 1000, "  12,345 messages  85 MB/s  50 %"],
    [
      { messages: 1, bytes: 8e6, diskBytes: 25, diskBytesAll: 100 },
      10_000,
      "  1 messages  0.8 MB/s  25 %  about 30 s left",
    ],
    [
      { messages: 1, bytes: 8e6, diskBytes: 2, diskBytesAll: 100 },
      100_000,
      "  1 messages  0.1 MB/s  2 %  about 82 min left",
    ],
  ] as const;
  for (const [progress, elapsedMs, text] of cases) {
    test(text, () => assert.equal(progressText(progress, elapsedMs), text));
  }
});
