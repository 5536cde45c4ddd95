/** `intel fetch` against a server of the tests: who is asked, what is kept and searched for, and what is refused. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { DocumentRowJson } from "../../src/report/ledger-json.ts";
import { unpackSet } from "../../tools/corpus.ts";
import { runHere } from "../support/run-here.ts";
import { sendJson, serveTaxii, type TaxiiAnswers, type TaxiiServer } from "../support/taxii-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const home = temporaryFolder();
after(() => rmSync(home, { recursive: true, force: true }));
const CANARY = "canary-password";

const indicator = (host: string) => ({
  type: "indicator",
  spec_version: "2.1",
  id: "indicator--11111111-1111-4111-8111-111111111111",
  pattern: `[domain-name:value = '${host}']`,
  pattern_type: "stix",
  valid_from: "2020-01-01T00:00:00Z",
});

const answers: TaxiiAnswers = (url, response) => {
  if (url.pathname === "/taxii2/")
    sendJson(response, { title: "Cranes", api_roots: ["/a/", "https://elsewhere.example/b/"] });
  else if (url.pathname === "/a/collections/")
    sendJson(response, {
      collections: [
        { id: "c1", title: "Hosts\u001b[31m", can_read: true },
        { id: "c2", title: "Closed", can_read: false },
      ],
    });
  else if (url.pathname === "/a/collections/c1/objects/")
    sendJson(
      response,
      { objects: [indicator("harbour.example")] },
      { "x-taxii-date-added-last": "2024-03-01T00:00:00Z" },
    );
  else response.writeHead(404).end();
};

async function served(given: TaxiiAnswers, use: (server: TaxiiServer) => Promise<void>): Promise<void> {
  const server = await serveTaxii(given);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

const fetched = (words: readonly string[], folder: string, environment: Readonly<Record<string, string>> = {}) =>
  runHere(["intel", "fetch", ...words, "--case", folder], home, environment);

describe("intel fetch", () => {
  test("without a collection: says whom it asks, shows what there is, keeps nothing", () =>
    served(answers, async (server) => {
      const { code, stdout, stderr } = await fetched([`${server.url}taxii2/`], "none");
      assert.equal(code, 0);
      assert.match(stdout, /^Cranes: 2 collections;/);
      assert.match(stdout, / {2}c2 {2}Closed, \/a\/ \(may not be read by this user\)/);
      assert.ok(!stdout.includes("\u001b"));
      assert.match(stderr, /^asks 127\.0\.0\.1:\d+ by TAXII, and nobody else/);
      assert.match(stderr, /elsewhere\.example\/b\/, on another server, which was not asked/);
      assert.deepEqual(server.asked, ["/taxii2/", "/a/collections/"]);
    }));

  test("a collection is kept with its address and bytes, and found in the mail", () =>
    served(answers, async (server) => {
      mkdirSync(join(home, "mail"));
      const body = '<html><body><img src="https://harbour.example/x.png"></body></html>';
      writeFileSync(
        join(home, "mail", "1.eml"),
        `From: ada@letters.example\r\nTo: mp@office.example\r\nSubject: x\r\nMessage-ID: <1@letters.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${body}\r\n`,
      );
      await runHere(["scan", "mail", "--owner", "mp@office.example", "--case", "kept"], home);
      const { code, stderr } = await fetched([`${server.url}taxii2/`, "--collection", "c1", "--json"], "kept");
      assert.equal(code, 1, stderr);
      assert.match(stderr, /1 object from 127.*--since 2024-03-01T00:00:00Z/);
      const source = `${server.url}a/collections/c1/objects/`;
      const listed = await runHere(["intel", "list", "--json", "--case", "kept"], home);
      const rows = listed.stdout.split("\n").filter((line) => line.includes(source));
      const [document] = rows.map((line) => JSON.parse(line) as DocumentRowJson);
      assert.ok(document !== undefined, listed.stdout.slice(0, 2_000));
      assert.equal(listed.code, 0);
      const forgotten = await runHere(["hunt", "--forget", source, "--json", "--case", "kept"], home);
      assert.notEqual(forgotten.code, 2, forgotten.stderr);
    }));

  test("--since asks for what is newer, and a password goes to the server alone", () =>
    served(answers, async (server) => {
      const words = [`${server.url}taxii2/`, "--collection", "c1", "--since", "2024-01-01", "--user", "mp"];
      const { stdout, stderr } = await fetched(words, "since", { LETTERLOCK_TAXII_PASSWORD: CANARY });
      assert.equal(server.asked.at(-1), "/a/collections/c1/objects/?added_after=2024-01-01T00%3A00%3A00Z");
      const sent = `Basic ${Buffer.from(`mp:${CANARY}`).toString("base64")}`;
      assert.ok(server.headers.every(({ authorization }) => authorization === sent));
      assert.ok(!`${stdout}${stderr}`.includes(CANARY));
    }));

  // biome-ignore format: a table reads by column
  const refused: readonly (readonly [name: string, words: readonly string[], expected: RegExp])[] = [
    ["http to another machine",     ["http://taxii.example/"],                               /not encrypted/],
    ["a password in the address",   [`https://mp:${CANARY}@taxii.example/`],                 /holds a name or password/],
    ["two addresses",               ["https://a.example/", "https://b.example/"],            /one address/],
    ["a user and no password",      ["https://taxii.example/", "--user", "mp"],              /no password was given/],
    ["no day",                      ["https://taxii.example/", "--since", "yesterday"],      /--since takes a day/],
    ["a day that is none",          ["https://taxii.example/", "--since", "2024-13-01"],     /--since takes a day/],
    ["a password of nobody",        ["https://taxii.example/", "--password-file", "x"],      /is the password of --user/],
    ["no address",                  [],                                                      /usage: letterlock intel fetch URL/],
  ];
  for (const [name, words, expected] of refused) {
    test(`refused before anything is asked: ${name}`, async () => {
      const { code, stderr } = await fetched(words, "none");
      assert.equal(code, 2);
      assert.match(stderr, expected);
      assert.ok(!stderr.includes(CANARY) && !stderr.includes("by TAXII"));
    });
  }

  test("a collection that is not there, and one that may not be read", () =>
    served(answers, async (server) => {
      const strange = await fetched([`${server.url}taxii2/`, "--collection", "c9"], "none");
      assert.match(strange.stderr, /offers no collection c9/);
      const closed = await fetched([`${server.url}taxii2/`, "--collection", "c2"], "none");
      assert.deepEqual([strange.code, closed.code], [2, 2]);
      assert.match(closed.stderr, /does not let this user read/);
    }));

  test("the collections of the conformance set, page by page", async (t) => {
    const folder = unpackSet("conformance");
    if (folder === null) {
      t.skip("the set conformance is not there");
      return;
    }
    await served(answersOf(join(folder, "taxii", "default_data.json")), async (server) => {
      const listed = await fetched([`${server.url}taxii2/`, "--json"], "set");
      const rows = listed.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as { id: string; canRead: boolean });
      assert.ok(rows.length >= 3, listed.stderr);
      for (const { id, canRead } of rows) {
        const { code, stderr } = await fetched([`${server.url}taxii2/`, "--collection", id, "--json"], "set");
        if (canRead) assert.ok(code === 0 || code === 1, `${id}: ${stderr}`);
        else assert.equal(code, 2);
      }
    });
  });
});

interface ServedCollection {
  readonly id: string;
  readonly objects: readonly unknown[];
}

/** The test data of a reference server, two objects a page. */
function answersOf(path: string): TaxiiAnswers {
  const data = JSON.parse(readFileSync(path, "utf8")) as Readonly<
    Record<string, { readonly title?: string; readonly collections?: readonly ServedCollection[] }>
  >;
  const names = Object.keys(data).filter((name) => !name.startsWith("/"));
  return (url, response) => {
    const [root = "", , id = "", last = ""] = url.pathname.split("/").filter((step) => step !== "");
    const collections = data[root]?.collections ?? [];
    if (root === "taxii2")
      sendJson(response, { title: data["/discovery"]?.title, api_roots: names.map((name) => `/${name}/`) });
    else if (last === "objects") {
      const objects = collections.find((one) => one.id === id)?.objects ?? [];
      const at = Number(url.searchParams.get("next") ?? 0);
      const more = at + 2 < objects.length ? { more: true, next: String(at + 2) } : {};
      sendJson(response, { ...more, objects: objects.slice(at, at + 2) });
    } else sendJson(response, { collections: collections.map(({ objects: _, ...told }) => told) });
  };
}
