/** House rules, kept by tests: borders between modules, file names, sizes, what must not stand in the tree. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { allowed, pure, violations } from "./imports.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

function filesUnder(folder: string, ending: string): readonly string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(ending))
    .sort();
}

const sources = filesUnder("src", ".ts");
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");

test("the check itself sees what it forbids", () => {
  assert.deepEqual(violations("src/mail/x.ts", 'import { y } from "../store/y.ts";'), [
    "src/mail/x.ts: mail may not import store",
  ]);
  assert.deepEqual(violations("src/mail/x.ts", 'import type {\n  Y,\n} from "../store/y.ts";'), [
    "src/mail/x.ts: mail may not import store",
  ]);
  assert.deepEqual(violations("src/mail/x.ts", 'import { readFileSync } from "node:fs";'), [
    "src/mail/x.ts: mail is pure and may not import node:fs",
  ]);
  assert.deepEqual(violations("src/cli/x.ts", 'const y = await import("../store/y.ts");'), []);
  const dials = "only src/mailbox/imap/ and src/taxii/ may open a socket";
  assert.deepEqual(violations("src/mailbox/x.ts", 'import { ImapFlow } from "imapflow";'), [
    `src/mailbox/x.ts: ${dials}, so imapflow may not be imported`,
  ]);
  assert.deepEqual(violations("src/cli/x.ts", 'const net = await import("node:net");'), [
    `src/cli/x.ts: ${dials}, so node:net may not be imported`,
  ]);
  assert.deepEqual(violations("src/cli/x.ts", 'await fetch("https://example.org/");'), [`src/cli/x.ts: ${dials}`]);
  assert.deepEqual(violations("src/mailbox/imap/x.ts", 'import tls from "node:tls";'), []);
  assert.deepEqual(violations("src/base/x.ts", 'const y = await import("../mail/y.ts");'), [
    "src/base/x.ts: base may not import mail",
  ]);
});

test("imports keep the borders between modules", () => {
  assert.ok(sources.length > 50, "no sources were looked at");
  assert.deepEqual(
    sources.flatMap((path) => violations(path, read(path))),
    [],
  );
});

test("every folder under src is in the table, and every row is a folder", () => {
  assert.deepEqual(readdirSync(`${root}src`).sort(), Object.keys(allowed).sort());
});

test("the linter refuses clock, chance and process to every pure folder", () => {
  const listed = /src\/\{([\w,]+)\}\/\*\*/.exec(readFileSync(`${root}biome.json`, "utf8"))?.[1]?.split(",") ?? [];
  // Of the demo only the mail is made without a clock; biome.json names that file.
  const wanted = Object.keys(pure).filter((module) => module !== "demo");
  assert.deepEqual(listed.toSorted(), wanted.toSorted());
});

test("no module is a drawer for odds and ends", () => {
  const drawers = sources.filter((path) => /(?:^|\/)(?:utils?|helpers?|common|misc|manager)(?:\.ts$|\/)/.test(path));
  assert.deepEqual(drawers, []);
});

test("text is normalised where a bound keeps it linear", () => {
  const elsewhere = sources.filter((path) => read(path).includes(".normalize(") && path !== "src/base/normal-form.ts");
  assert.deepEqual(elsewhere, []);
});

test("lines to type are written by `commandLine` or with the program's name as it was called", () => {
  const names = [...read("src/cli/commands.ts").matchAll(/^ {2}\["?([a-z]+)"?,/gm)].map(([, name]) => name);
  assert.ok(names.includes("scan") && names.includes("intel"), "no commands were found");
  const byHand = new RegExp(`letterlock (?:${names.join("|")}|COMMAND|--)`);
  assert.match('"Ids are listed by letterlock people."', byHand);
  const found = sources.filter((path) => {
    const code = read(path).replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, "");
    return byHand.test(code);
  });
  assert.deepEqual(found, []);
});

test("every source file says what it is first", () => {
  const silent = sources.filter((path) => {
    const lines = read(path)
      .split("\n", 40)
      .filter((line) => !/^\s*(?:import\b|\/\/ biome|$)/.test(line));
    return !read(path).includes("/**") || lines.length === 0;
  });
  assert.deepEqual(silent, []);
});

test("every test mirrors a module that exists", () => {
  const folders = readdirSync(`${root}test`).filter(
    (name) => !["hostile", "office", "support", "tidy", "tools", "vectors"].includes(name),
  );
  assert.deepEqual(
    folders.filter((name) => !existsSync(`${root}src/${name}`)),
    [],
  );
});

test("ARCHITECTURE.md names every module, and stays on one page", () => {
  const page = read("ARCHITECTURE.md");
  assert.deepEqual(
    readdirSync(`${root}src`).filter((name) => !page.includes(`\`${name}/\``)),
    [],
  );
  assert.ok(page.split("\n").length <= 130, "ARCHITECTURE.md has grown beyond a page");
});

test("every production dependency has a decision page", () => {
  const { dependencies } = JSON.parse(read("package.json")) as { dependencies: Record<string, string> };
  const pages = filesUnder("docs/decisions", ".md").map(read).join("\n");
  assert.deepEqual(
    Object.keys(dependencies).filter((name) => !pages.includes(`\`${name}\``)),
    [],
  );
});

test("no case, index or mailbox of anybody lies in the tree", () => {
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (path) =>
      !/^(?:node_modules|scratch|\.git|letterlock-case|letterlock-demo|fuzz\/finds)(?:\/|$)/.test(
        path.replaceAll("\\", "/"),
      ),
  );
  assert.ok(names.length > 500, "no files were looked at");
  // Test messages of rules are invented, and may be mailboxes.
  const isInvented = (path: string) => /^rules\/tests\/.*\.mbox$/.test(path.replaceAll("\\", "/"));
  const isKept = (path: string) => /\.(?:db|db-wal|db-shm|lock|mbox|pst|ost|sqlite)$/i.test(path) && !isInvented(path);
  assert.deepEqual(names.filter(isKept), []);
});
