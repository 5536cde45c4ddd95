/** What a published file can do to its reader, and the words that an indicator is quoted with. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { readPublished } from "../../src/ledger/read-published.ts";
import { toBundle } from "../../src/ledger/stix-out/to-bundle.ts";
import { ledgerDocument, said } from "../support/ledger.ts";

async function quotes(text: string): Promise<readonly string[]> {
  const read = await readPublished(Buffer.from(text), "given/x.txt");
  assert.ok(read.ok);
  return read.value.document.indicators.map(({ quote }) => {
    assert.equal(quote.text, quote.text.trim());
    return quote.text;
  });
}

describe("an indicator is quoted with its sentence", () => {
  // biome-ignore format: a table reads by column
  const rows: readonly (readonly [text: string, quote: string])[] = [
    ["The first. The mails led to harbour[.]example in 2021. The last.", "The mails led to harbour[.]example in 2021."],
    ["harbour[.]example", "harbour[.]example"],
    [`${"word ".repeat(60)}harbour[.]example${" word".repeat(60)}`, `${"word ".repeat(16)}harbour[.]example${" word".repeat(16)}`],
  ];
  for (const [text, expected] of rows) {
    test(expected.slice(0, 40), async () => assert.deepEqual(await quotes(text), [expected]));
  }
});

describe("a ledger that somebody sent", () => {
  const sent = (tlp: string) =>
    toBundle([ledgerDocument("x", [{ ...said("accusation", { words: "Sent words." }), mark: "P" }], { tlp })]);
  const back = async (text: string) => {
    const read = await readPublished(Buffer.from(text), "sent.json");
    assert.ok(read.ok);
    return read.value.document;
  };

  test("bears the strictest of its lights, whatever its markings say; that a text was read is not told as ours", async () => {
    const document = await back(JSON.stringify(sent("TLP:RED")).replaceAll(/"object_marking_refs":\[[^\]]*\],?/g, ""));
    assert.deepEqual([document.tlp, document.statements[0]?.mark], ["TLP:RED", ""]);
    assert.equal(document.statements[0]?.assertion.quote.text, "Sent words.");
  });

  test("jsonWholeBytesMax: larger than can be read at once, it says that its statements were not read", async () => {
    const document = await back(JSON.stringify(sent("")) + " ".repeat(limits.jsonWholeBytesMax));
    assert.deepEqual([document.statements.length, document.isPartial], [0, true]);
    assert.match(document.problems.join("\n"), /ledger of Letterlock, but is larger/);
  });
});

test("XML of indicators that is refused is told as what it is, not as what it is not", async () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><OpenIOC><criteria>&a;</criteria></OpenIOC>';
  const read = await readPublished(Buffer.from(bomb), "x.ioc");
  assert.match(read.ok ? "" : read.error, /document type/);
});

test("a line of remarks that a line separator ends: a second, not a minute", { timeout: 20_000 }, async () => {
  for (const sign of [" #", " //", " ;"]) {
    const begun = process.cpuUsage();
    await quotes(`word\n${sign.repeat(80_000)}\u2028x`);
    const { user, system } = process.cpuUsage(begun);
    assert.ok(user + system < 5e6, `${sign}: ${(user + system) / 1e6} s`);
  }
});
