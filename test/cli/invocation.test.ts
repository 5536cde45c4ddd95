/** Lines to type next are typed as the program was called: what the launcher says, what a shell needs, and that nobody writes them by hand. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { invocationOf, programOf } from "../../src/cli/invocation.ts";
import { commandLine } from "../../src/report/command-line.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

describe("a command to type next", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [program: string | null, folder: string | null, line: string])[] = [
    [null,                   null,            "letterlock show c-7f3a"],
    ["./letterlock",         null,            "./letterlock show c-7f3a"],
    ["./letterlock",         "mail/case",     "./letterlock show c-7f3a --case mail/case"],
    ["/opt/my tools/lock",   "it's a case",   "'/opt/my tools/lock' show c-7f3a --case 'it'\\''s a case'"],
    ["./letter\u001b[31mlock", null,          "'./letter⟨U+001B⟩[31mlock' show c-7f3a"],
  ];
  for (const [program, folder, line] of cases) {
    test(line, () => {
      const environment = new Map(program === null ? [] : [["LETTERLOCK_PROGRAM", program]]);
      const values = new Map(folder === null ? [] : [["case", [folder]]]);
      const args = { operands: [], switches: new Set<string>(), values };
      assert.equal(commandLine("show c-7f3a", invocationOf(args, { environment })), line);
      assert.ok(line.startsWith(`${commandLine("", { program: programOf({ environment }) })} `));
    });
  }
});

describe("the launcher says how it was called", () => {
  // A clone whose packages are there, and a runtime that only tells what it was given.
  const clone = join(home, "clone");
  const tools = join(home, "tools");
  const script = join(clone, "letterlock");
  mkdirSync(join(clone, "node_modules"), { recursive: true });
  mkdirSync(tools);
  copyFileSync(fileURLToPath(new URL("../../letterlock", import.meta.url)), script);
  writeFileSync(join(clone, "package-lock.json"), "{}");
  writeFileSync(join(clone, "node_modules/.package-lock.json"), "{}");
  const told = '#!/bin/sh\n[ "$1" = --version ] && echo v26.0.0 || printf %s "$LETTERLOCK_PROGRAM"\n';
  writeFileSync(join(tools, "node"), told, { mode: 0o755 });
  symlinkSync(script, join(tools, "letterlock"));
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [called: string, said: string])[] = [
    ["./letterlock",          "./letterlock"],
    ["../clone/letterlock",   "../clone/letterlock"],
    // As npm installs it: found by the shell.
    ["letterlock",            "letterlock"],
    [join(tools, "letterlock"), "letterlock"],
    [script,                  script],
  ];
  for (const [called, said] of cases) {
    test(called.replace(home, "…"), () => {
      const env = { PATH: `${tools}:${process.env["PATH"]}` };
      assert.equal(execFileSync("/bin/sh", ["-c", `${called} answer`], { cwd: clone, env, encoding: "utf8" }), said);
    });
  }
});
