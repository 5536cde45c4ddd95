/** Who did not consent, or took it back, is named in nothing that is told of people and campaigns, and in no report. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runHere } from "../support/run-here.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));

/** The token is the reader's address, as it is and percent-encoded. */
function lure(to: string, name: string, nth: number): string {
  return [
    "Return-Path: <press@harbour.example>",
    `Delivered-To: ${to}`,
    "From: Harbour Press <press@harbour.example>",
    `To: ${name} <${to}>`,
    `Date: Tue, 19 Jan 2021 08:0${nth}:00 +0000`,
    `Message-ID: <${nth}@harbour.example>`,
    "Subject: What the vote means",
    "MIME-Version: 1.0",
    "Content-Type: text/html; charset=utf-8",
    "",
    `<p>Dear ${name.split(" ")[0]}, what the vote means for the harbour.</p><img src="https://t.harbour.example/o/${to}/1.gif?u=${encodeURIComponent(to)}" width="1" height="1">`,
    "",
  ].join("\r\n");
}

const SPOUSE = "sam.secret@home.example";
const ROSTER = (consent: string): string =>
  `person,name,addresses,household,consent\nmp,Mara Prentice,mp@office.example,,\nsam,Sam Secret,${SPOUSE},mp,${consent}\n`;

async function said(): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const run = async (...words: readonly string[]): Promise<string> => {
    const { stdout, stderr } = await runHere([...words, "--case", "c"], home);
    texts.set(words.join(" "), stdout + stderr);
    return stdout;
  };
  await run("report", "--output", "r.html");
  texts.set("the report", readFileSync(join(home, "r.html"), "utf8"));
  const [campaign = "{}"] = (await run("campaigns", "--json")).split("\n");
  await run("show", (JSON.parse(campaign) as { id: string }).id);
  for (const words of [
    ["advice"],
    ["advice", "--json"],
    ["answer"],
    ["answer", "--json"],
    ["people"],
    ["people", "--json"],
    ["campaigns"],
  ])
    await run(...words);
  return texts;
}

describe("consent", () => {
  before(async () => {
    mkdirSync(join(home, "mail"));
    writeFileSync(join(home, "mail", "1.eml"), lure("mp@office.example", "Mara Prentice", 1));
    mkdirSync(join(home, "mail", "sam.secret"));
    writeFileSync(join(home, "mail", "sam.secret", "2.eml"), lure(SPOUSE, "Sam Secret", 2));
    writeFileSync(join(home, "advisory.txt"), "harbour.example\n");
    writeFileSync(join(home, "roster.csv"), ROSTER("yes"));
    const words = ["scan", "mail", "--people", "roster.csv", "--intel", "advisory.txt", "--case", "c"];
    assert.equal((await runHere(words, home)).code, 1);
  });

  test("given: named", async () => {
    const all = [...(await said()).values()].join("\n");
    assert.match(all, /sam\.secret@home\.example/);
    assert.match(all, /Sam Secret/);
  });

  test("taken back: what is asked first is without the person already", async () => {
    writeFileSync(join(home, "roster.csv"), ROSTER(""));
    for (const [what, text] of await said()) {
      assert.equal(/.{0,80}sam\.secret.{0,40}|Sam Secret|Dear Sam/i.exec(text)?.[0], undefined, what);
      if (what === "the report") assert.ok(text.includes("address withheld"));
    }
  });
});
