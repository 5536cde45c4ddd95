/** The model over a stored record says nothing else than the model over its message: the same, or `not-stored`. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { sha256Of } from "../../src/base/brand.ts";
import { createMailHost } from "../../src/mdm/host.ts";
import type { Knowledge } from "../../src/mdm/knowledge.ts";
import { ModelObject } from "../../src/mdm/model-object.ts";
import { ownObject } from "../../src/mdm/own.ts";
import { createRecordHost } from "../../src/mdm/record-view.ts";
import { mailSchema } from "../../src/mdm/schema.ts";
import { Undetermined, type Value } from "../../src/mql/value.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { unpackSet } from "../../tools/corpus.ts";
import { at, mailOf, nothingKnown, plain, valueAt } from "../support/model.ts";

const finder = createTokenFinder();

function hostsOf(bytes: Buffer, knowledge: Knowledge = nothingKnown) {
  const sha256 = sha256Of(createHash("sha256").update(bytes).digest("hex"));
  const location = { path: "a.eml", offset: 0, length: bytes.length, folder: "", marks: [] };
  const raw = {
    bytes,
    size: bytes.length,
    sha256,
    fidelity: "original" as const,
    outlook: null,
    location,
    problems: [],
    key: "0",
    atSourceEnd: false,
  };
  const { record } = analyse(raw, { owners: [], finder });
  const message = createMailHost(mailOf(bytes), knowledge, record);
  return {
    message,
    stored: createRecordHost({ record, own: () => ownObject({ record, signs: null }), isFromOwner: false }, knowledge),
  };
}

/** Records hold addresses in lower case. */
function lower(value: unknown): unknown {
  return typeof value === "string" ? value.toLowerCase() : value;
}

/** Paths where the record knows something else than the message. */
function differences(message: Value, stored: Value, path: string, found: string[]): number {
  if (stored instanceof Undetermined) return 0;
  if (stored instanceof ModelObject && message instanceof ModelObject) {
    let known = 0;
    for (const [name, field] of mailSchema.objects.get(stored.type)?.fields ?? []) {
      known += differences(field.read(message), field.read(stored), `${path}.${name}`, found);
    }
    return known;
  }
  if (Array.isArray(stored) && Array.isArray(message)) {
    if (stored.length !== message.length) found.push(`${path}: ${message.length} and ${stored.length}`);
    return (stored as readonly Value[]).reduce<number>(
      (sum, one, index) =>
        sum + differences((message as readonly Value[])[index] ?? null, one, `${path}[${index}]`, found),
      0,
    );
  }
  const [one, other] = [plain(message), plain(stored)].map((value) => JSON.stringify(lower(value)));
  if (one?.toLowerCase() !== other?.toLowerCase()) found.push(`${path}: ${one} and ${other}`);
  return 1;
}

const LETTER = [
  ...[
    "Return-Path: <Bounce@Example.COM>",
    "From: Ada Example <Ada@Example.com>",
    "To: Lin <lin@example.org>",
    "Reply-To: bo@example.net",
  ],
  ...[
    "Subject: Re: [x] plan",
    "Date: Mon, 25 Mar 2024 10:20:00 +0000",
    "X-Mailer: Example 1",
    "Message-ID: <1@example.com>",
    "",
    "hello",
  ],
];

describe("the model over a stored record", () => {
  const { message, stored } = hostsOf(Buffer.from(LETTER.join("\r\n")));
  test("says what the message says", () => {
    const found: string[] = [];
    assert.ok(differences(message.root, stored.root, "", found) > 40);
    assert.deepEqual(found, []);
  });

  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [path: string, value: unknown])[] = [
    ["sender.email.domain.root_domain",   "example.com"],
    ["subject.base",                      "plan"],
    ["headers.reply_to[0].email.email",   "bo@example.net"],
    ["headers.return_path.local_part",    "bounce"],
    ["headers.in_reply_to",               null],
    ["headers.references",                []],
    ["headers.hops",                      { undetermined: ["not-stored"] }],
    ["headers.auth_summary",              { undetermined: ["not-stored"] }],
    ["recipients.cc",                     { undetermined: ["not-stored"] }],
    ["body.html",                         null],
    ["body.links",                        { undetermined: ["not-stored"] }],
    ["body.current_thread",               { undetermined: ["not-stored"] }],
    ["attachments",                       { undetermined: ["not-stored"] }],
    ["letterlock.load_count",             1],
    ["letterlock.tracking",               { undetermined: ["later"] }],
    ["type.inbound",                      { undetermined: ["list.org"] }],
  ];
  for (const [path, value] of cases) test(path, () => assert.deepEqual(at(stored, path), value));

  test("the owner is known by then", () => {
    const owner = { addresses: ["lin@example.org"], domains: [], vips: null };
    const { stored: owned } = hostsOf(Buffer.from(LETTER.join("\r\n")), { ...nothingKnown, owner });
    assert.equal(plain(valueAt(owned.root, "type.inbound")), true);
    assert.equal(plain(valueAt(owned.root, "mailbox.email.email")), "lin@example.org");
  });
});

const folder = unpackSet("spamassassin");
if (folder === null) {
  test("real mail: skipped, the corpus is not here", () => {});
} else {
  test("one in fifty real messages", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".eml"));
    const found: string[] = [];
    for (const [index, name] of files.sort().entries()) {
      if (index % 50 !== 0) continue;
      const { message, stored } = hostsOf(readFileSync(join(folder, name)));
      differences(message.root, stored.root, name, found);
    }
    assert.ok(files.length > 1_000);
    assert.deepEqual(found, []);
  });
}
