/**
 * Outlook files of other projects' tests against what those projects expect of them. The files lie in the shared corpus,
 * which is never committed; where it is absent, these tests say so and pass. Nothing of their content stands here.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, type TestContext, test } from "node:test";
import { decompressRtf } from "../../../src/mail/outlook/compressed-rtf.ts";
import { subjectOf } from "../../../src/mail/outlook/header-block.ts";
import type { OutlookAttachment, OutlookItem } from "../../../src/mail/outlook/item.ts";
import { ItemBudget } from "../../../src/mail/outlook/item-budget.ts";
import { openMsgFile } from "../../../src/mail/outlook/msg-file.ts";
import { ids } from "../../../src/mail/outlook/properties.ts";
import { memoryBytes } from "../../../src/mail/outlook/random-bytes.ts";
import { attachmentName } from "../../../src/mail/outlook/rebuild.ts";
import { tnefObjects } from "../../../src/mail/outlook-objects.ts";
import { parseMessage } from "../../../src/mail/parse.ts";
import { isTnef, parseTnef } from "../../../src/mail/tnef.ts";
import { unpackSet } from "../../../tools/corpus.ts";
import { readAll } from "../mailbox-fixture.ts";

const corpus = unpackSet("formats");

/** Files with one of these endings, sorted. */
function filesOf(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && statSync(join(folder, name)).isFile())
    .map((name) => join(folder, name))
    .sort();
}

function withCorpus(name: string, run: (folder: string, t: TestContext) => void | Promise<void>): void {
  test(name, async (t) => {
    if (corpus === null) t.diagnostic("the corpus is absent: nothing was compared");
    else await run(corpus, t);
  });
}

describe("accounting", () => {
  for (const set of ["msg", "tika", "pst"]) {
    withCorpus(`${set}: every file gives messages or is named`, async (folder, t) => {
      const files = [...filesOf(join(folder, set), ".msg"), ...filesOf(join(folder, set), ".pst")];
      const { messages, notCovered } = await readAll(files);
      const silent = files.filter(
        (file) =>
          !messages.some(({ location }) => location.path.startsWith(file)) &&
          !notCovered.some(({ path }) => path === file),
      );
      assert.deepEqual(silent, []);
      for (const { text, problems, location } of messages) {
        assert.deepEqual(problems, [], location.path);
        const parsed = parseMessage(Buffer.from(text, "latin1")).problems.filter(
          ({ code }) => code !== "header.eight-bit",
        );
        assert.deepEqual(parsed, [], location.path);
      }
      assert.ok(messages.every(({ fidelity }) => fidelity === "rebuilt"));
      t.diagnostic(`${files.length} files, ${messages.length} messages, ${notCovered.length} remarks`);
    });
  }
});

/** The fields of the expectation that are compared here. */
interface ExpectedItem {
  readonly subject?: string;
  readonly body?: string;
  readonly headers?: string;
  readonly messageClass?: string;
  readonly messageFlags?: number;
  readonly senderName?: string;
  readonly senderEmail?: string;
  readonly messageId?: string;
  readonly recipients: readonly { readonly name?: string; readonly email?: string; readonly recipType?: string }[];
  readonly attachments: readonly ExpectedAttachment[];
}

interface ExpectedAttachment {
  readonly name?: string;
  readonly fileName?: string;
  readonly contentLength?: number;
  readonly attachMimeTag?: string;
  readonly pidContentId?: string;
  readonly innerMsgContentFields?: ExpectedItem;
}

const ROLES: readonly string[] = ["", "to", "cc", "bcc"];

function differences(item: OutlookItem, expected: ExpectedItem): string[] {
  const { properties } = item;
  const found: string[] = [];
  const compare = (what: string, got: unknown, wanted: unknown) => {
    if (wanted !== undefined && got !== wanted) found.push(what);
  };
  compare("subject", subjectOf(properties) ?? "", expected.subject);
  compare("body", properties.textUpTo(ids.body, 1 << 25) ?? "", expected.body);
  compare("headers", properties.textUpTo(ids.transportHeaders, 1 << 20), expected.headers);
  compare("class", properties.text(ids.messageClass), expected.messageClass);
  compare("flags", properties.integer(ids.messageFlags), expected.messageFlags);
  compare("senderName", properties.text(ids.senderName), expected.senderName);
  compare("senderEmail", properties.text(ids.senderAddress), expected.senderEmail);
  compare("messageId", properties.text(ids.messageId), expected.messageId);
  compare("recipients", item.recipients.length, expected.recipients.length);
  for (const [i, { name, email, recipType }] of expected.recipients.entries()) {
    const bag = item.recipients[i];
    compare(`recipient ${i} name`, bag?.text(ids.displayName), name);
    compare(`recipient ${i} email`, bag?.text(ids.address), email);
    compare(`recipient ${i} type`, ROLES[bag?.integer(ids.recipientType) ?? 0] ?? "", recipType);
  }
  compare("attachments", item.attachments.length, expected.attachments.length);
  for (const [i, wanted] of expected.attachments.entries()) {
    const attachment = item.attachments[i];
    if (attachment !== undefined)
      found.push(...attachmentDifferences(attachment, wanted).map((what) => `attachment ${i} ${what}`));
  }
  return found;
}

function attachmentDifferences({ properties, content }: OutlookAttachment, expected: ExpectedAttachment): string[] {
  const found: string[] = [];
  if (expected.fileName !== undefined && attachmentName(properties) !== expected.fileName) found.push("name");
  if (expected.attachMimeTag !== undefined && properties.text(ids.attachMimeType) !== expected.attachMimeTag)
    found.push("type");
  if (expected.pidContentId !== undefined && properties.text(ids.attachContentId) !== expected.pidContentId)
    found.push("content id");
  if (expected.contentLength !== undefined) {
    const length = content.kind === "file" ? [...content.chunks()].reduce((sum, chunk) => sum + chunk.length, 0) : -1;
    if (length !== expected.contentLength) found.push(`length ${length}`);
  }
  if (expected.innerMsgContentFields !== undefined) {
    const inner = content.kind === "item" ? content.item() : null;
    if (inner === null) found.push("inner item");
    else found.push(...differences(inner, expected.innerMsgContentFields));
  }
  return found;
}

function openItem(file: string): OutlookItem {
  const bytes = readFileSync(file);
  const item = openMsgFile(memoryBytes(bytes), new ItemBudget(8 * bytes.length + 1_000_000));
  assert.ok(item !== null, file);
  return item;
}

describe("msgreader's expectations", () => {
  withCorpus("every item: subject, text, header, people, flags, attachments, items inside", (folder, t) => {
    const root = join(folder, "msg/msgreader");
    const disagreements: string[] = [];
    let compared = 0;
    for (const json of filesOf(root, ".json")) {
      const file = json.replace(/\.json$/, ".msg");
      // Expectations of attachments that were saved as files of their own have no file here.
      if (!existsSync(file)) continue;
      const expected = JSON.parse(readFileSync(json, "utf8")) as ExpectedItem;
      disagreements.push(...differences(openItem(file), expected).map((what) => `${basename(json)}: ${what}`));
      compared += 1;
    }
    t.diagnostic(`${compared} expectations`);
    assert.ok(compared >= 30);
    // Its expectation is the bytes of Japanese text, read as Latin-1.
    assert.deepEqual(disagreements, ["contactAnsi.json: subject"]);
  });

  withCorpus("every RTF body, byte for byte", (folder, t) => {
    const files = filesOf(join(folder, "msg/msgreader"), ".rtf");
    const differing = files.filter((rtf) => {
      const packed = openItem(rtf.replace(/\.rtf$/, ".msg")).properties.content(ids.compressedRtf, 1 << 25);
      return packed === null || !sameText(decompressRtf(packed).bytes, readFileSync(rtf));
    });
    t.diagnostic(`${files.length} bodies`);
    assert.deepEqual(
      differing.map((path) => basename(path)),
      [],
    );
  });
});

const OLE_INTERFACE = Buffer.from("0b00000000000000c000000000000046", "hex");

function subjectIn(bytes: Uint8Array): string {
  return /^Subject: (.*)\r$/m.exec(Buffer.from(bytes).toString("latin1"))?.[1] ?? "";
}

/** Line ends and NULs at the end are how the files were saved. */
function sameText(one: Uint8Array, other: Uint8Array): boolean {
  const plain = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1").replace(/\r/g, "").replace(/\0+$/, "");
  return plain(one) === plain(other);
}

describe("TNEF listings and contents", () => {
  withCorpus("every file that another program took out is there, byte for byte but for line ends", (folder, t) => {
    const disagreements: string[] = [];
    let compared = 0;
    let items = 0;
    for (const file of filesOf(join(folder, "tnef/mimekit"), ".tnef")) {
      const { objects } = tnefObjects(readFileSync(file));
      const contents = file.replace(/\.tnef$/, "");
      if (!existsSync(contents)) continue;
      for (const name of readdirSync(contents)) {
        compared += 1;
        const saved = readFileSync(join(contents, name));
        // The other program keeps the number of the interface before an OLE object, and an item inside as TNEF.
        const wanted = OLE_INTERFACE.equals(saved.subarray(0, 16)) ? saved.subarray(16) : saved;
        if (isTnef(saved)) {
          items += 1;
          const subject = parseTnef(saved).item?.properties.text(ids.subject) ?? "";
          const isThere = objects.some(
            ({ mediaType, bytes }) => mediaType === "message/rfc822" && subjectIn(bytes) === subject,
          );
          if (!isThere) disagreements.push(`${basename(file)}: ${name}`);
        } else if (!objects.some(({ bytes }) => sameText(bytes, wanted)))
          disagreements.push(`${basename(file)}: ${name}`);
      }
    }
    t.diagnostic(`${compared} contents, ${items} of them items inside`);
    assert.deepEqual(disagreements, []);
  });

  withCorpus("every file whose content a second program keeps beside its listings", (folder, t) => {
    const disagreements: string[] = [];
    let compared = 0;
    for (const list of filesOf(join(folder, "tnef/tnef/datafiles"), ".list")) {
      const { objects } = tnefObjects(readFileSync(list.replace(/\.list$/, ".tnef")));
      for (const name of readFileSync(list, "utf8").split("\n")) {
        const kept = join(folder, "tnef/tnef/baselines", `${name}.baseline`);
        if (name === "" || !existsSync(kept)) continue;
        compared += 1;
        if (!objects.some(({ bytes }) => sameText(bytes, readFileSync(kept))))
          disagreements.push(`${basename(list)}: ${name}`);
      }
    }
    t.diagnostic(`${compared} contents`);
    assert.ok(compared > 10);
    assert.deepEqual(disagreements, []);
  });

  withCorpus("every name that another program lists", (folder, t) => {
    const disagreements: string[] = [];
    let compared = 0;
    for (const list of filesOf(join(folder, "tnef"), ".list")) {
      const file = list.replace(/\.list$/, ".tnef");
      if (!existsSync(file)) continue;
      const { objects } = tnefObjects(readFileSync(file));
      for (const name of readFileSync(list, "utf8")
        .split("\n")
        .filter((line) => line !== "")) {
        compared += 1;
        const isBody = /(?:^|-)body\.(?:rtf|html)$/.exec(name);
        const has = isBody
          ? objects.some(
              ({ mediaType, names }) =>
                names.length === 0 && mediaType === (name.endsWith("rtf") ? "text/rtf" : "text/html"),
            )
          : objects.some(({ names }) => names.includes(name));
        if (!has) disagreements.push(`${basename(file)}: ${name}`);
      }
    }
    t.diagnostic(`${compared} names`);
    assert.deepEqual(disagreements, []);
  });

  withCorpus("every stream of the other sets is read", (folder, t) => {
    const files = filesOf(join(folder, "tnef"), ".tnef");
    const empty = files.filter((file) => {
      const { objects, observables, problems } = tnefObjects(readFileSync(file));
      return objects.length + observables.length === 0 && problems.some(({ code }) => code === "tnef.no-signature");
    });
    t.diagnostic(`${files.length} streams`);
    assert.deepEqual(empty, []);
  });
});
