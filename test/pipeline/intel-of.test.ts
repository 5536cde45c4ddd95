/** Which groups an assessment calls accused, and on whose word: by the user's documents, by what ships, under another name as somebody's claim. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { assess } from "../../src/assessment/assess.ts";
import type { IntelFile } from "../../src/case/indicator.ts";
import type { CampaignIntel, KnownGroup } from "../../src/case/intel.ts";
import type { Campaign } from "../../src/case/judgement.ts";
import type { LedgerDocument } from "../../src/case/ledger.ts";
import { readStatementFile } from "../../src/ledger/read-statement-file.ts";
import { intelOfCase } from "../../src/pipeline/intel-of.ts";
import type { CaseStore } from "../../src/ports/store.ts";
import { evidence } from "../assessment/fixture.ts";
import { ledgerDocument, party, said } from "../support/ledger.ts";

const VALUE = "img.digest.example";
const NORTH = party("Northern Centre", "agency", "NO");
const charge = said("charge", { by: [NORTH], against: [party("Paper Crane", "group", "HB")], date: "2031-05-02" });
const CLAIM = { by: "Vendor X", name: "TIN HERON", aliases: ["Paper Crane"], source: "its blog" };

function fileOf(group: string, title = "list", sha256 = "0".repeat(64)): IntelFile {
  const indicator = { id: "i-1", type: "domain-name", value: VALUE, name: "", place: "line 1" } as const;
  return {
    path: `/record/${title}`,
    sha256,
    format: "text",
    title,
    tlp: "",
    indicators: [{ ...indicator, from: null, until: null, groups: group === "" ? [] : [group] }],
    unusable: [],
    unusableCount: 0,
  };
}

async function intelOf(
  documents: readonly LedgerDocument[],
  { files, shipped = [] }: { readonly files: readonly IntelFile[]; readonly shipped?: readonly LedgerDocument[] },
): Promise<CampaignIntel> {
  const heads = files.map(({ indicators: all, ...file }) => ({
    ...file,
    groups: [...all].flatMap(({ groups }) => groups),
  }));
  const store = { intelHeads: async () => heads, documents: async () => documents } as Partial<CaseStore> as CaseStore;
  const indicators = files.flatMap(({ title, indicators: all }) =>
    all.map(({ value, place, groups }) => ({ value, source: title, place, groups, messages: 1 })),
  );
  return (await intelOfCase(store, async () => shipped))({ indicators } as Partial<Campaign> as Campaign);
}

const sentenceFor = (intel: CampaignIntel) => assess(evidence({ intel })).attribution.sentence ?? "";

describe("a group that a file names is accused", () => {
  const ours = ledgerDocument("ours", [charge], { origin: "shipped", aliases: [CLAIM] });
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, group: string, documents: readonly LedgerDocument[], shipped: readonly LedgerDocument[], expected: Partial<KnownGroup>])[] = [
    ["by a document of the user's",    "paper-crane", [ledgerDocument("notes", [charge])], [], { standing: "accused", accusedBy: ["Northern Centre (2031-05-02, by “notes”)"] }],
    ["by what ships",                  "Paper Crane", [], [ours], { standing: "accused", accusedBy: ["Northern Centre (2031-05-02, the record that ships)"] }],
    ["under another name, as a claim", "Tin Heron",   [], [ours], { standing: "accused", accusedAs: { name: "Paper Crane", by: "Vendor X" } }],
    ["not without anybody's claim",    "Gray Ferry",  [], [ours], { standing: "known" }],
  ];
  for (const [what, group, documents, shipped, expected] of cases) {
    test(what, async () => {
      const [found] = (await intelOf(documents, { files: [fileOf(group)], shipped })).groups;
      assert.equal(found?.name, group);
      for (const [key, value] of Object.entries(expected)) assert.deepEqual(Reflect.get(found ?? {}, key), value);
    });
  }

  test("and the sentence says whose claim the other name is, who accuses, and that one calls it denied or not", async () => {
    const sentence = sentenceFor(await intelOf([], { files: [fileOf("Tin Heron")], shipped: [ours] }));
    assert.match(
      sentence,
      /Tin Heron is accused under the name Paper Crane, which Vendor X takes for it, a claim and no identity: by Northern Centre \(2031-05-02, the record that ships\); no denial/,
    );
  });

  test("what ships accuses nobody whom no file names", async () => {
    assert.deepEqual((await intelOf([], { files: [fileOf("")], shipped: [ours] })).groups, []);
  });

  test("the record that ships, whole: a name of it is accused with the denial beside it", async () => {
    const bytes = readFileSync(new URL("../../record/public-record.yaml", import.meta.url));
    const read = readStatementFile(bytes, "letterlock:public-record", "shipped");
    assert.ok(read.ok);
    const intel = await intelOf([], { files: [fileOf("Violet Typhoon")], shipped: [read.value] });
    const [group] = intel.groups;
    assert.equal(group?.standing, "accused");
    assert.equal(group?.accusedAs?.name, "APT31");
    assert.ok((group?.deniedBy?.length ?? 0) > 0);
    assert.match(sentenceFor(intel), /denied by Chinese Embassy in London/);
  });
});

describe("a source is official", () => {
  const publisher = "Northern Centre";
  const statement = ledgerDocument("statement", [charge], { title: "Statement", publisher, vouchedBy: "user" });
  const isOfficial = async (files: readonly IntelFile[], document = statement) =>
    (await intelOf([document], { files })).matches.map((one) => one.isOfficial);

  test("not where it says so of itself", async () => {
    const forged = ledgerDocument("statement", [charge], { title: "Statement", publisher });
    assert.deepEqual(await isOfficial([fileOf("", "Statement", forged.sha256)], forged), [false]);
  });

  test("where somebody vouches that a body of a state published it", async () => {
    assert.deepEqual(await isOfficial([fileOf("", "Statement", statement.sha256)]), [true]);
  });

  test("not where another file has the same title", async () => {
    assert.deepEqual(await isOfficial([fileOf("", "Statement", "1".repeat(64))]), [false]);
  });
});
