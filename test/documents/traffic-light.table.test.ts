/** Which light a document bears, however it is written: one that is not seen goes out with what it marks. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readDocument } from "../../src/documents/read-document.ts";

const WORDS = "The parliament of Northland was written to by strangers in the autumn. ".repeat(150);

async function lightOf(text: string, path = "x.txt"): Promise<string> {
  const read = await readDocument(Buffer.from(text), path);
  assert.ok(read.ok);
  return read.value.tlp;
}

describe("a label", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [label: string, light: string])[] = [
    ["TLP:RED",                           "TLP:RED"],
    ["TLP RED",                           "TLP:RED"],
    ["TLP=RED",                           "TLP:RED"],
    ["TLP_RED",                           "TLP:RED"],
    ["TLP 2.0: Red",                      "TLP:RED"],
    ["Classification: TLP RED",           "TLP:RED"],
    ["Traffic Light Protocol (TLP): RED", "TLP:RED"],
    ["TLP:\uff32\uff25\uff24",            "TLP:RED"],
    ["TLP\u200b:RED",                     "TLP:RED"],
    ["TLP:AMBER-STRICT",                  "TLP:AMBER+STRICT"],
    ["TLP: AMBER + STRICT",               "TLP:AMBER+STRICT"],
    ["TLP:REDACTED",                      ""],
    ["ATLP:RED",                          ""],
  ];
  for (const [label, light] of cases) {
    test(`${JSON.stringify(label)} at the head and at the foot`, async () => {
      assert.equal(await lightOf(`${label}\n\nReport\n\n${WORDS}`), light);
      assert.equal(await lightOf(`Report\n\n${WORDS}\n\n${label}\n`), light);
    });
  }
});

test("in the middle a bare label counts, a sentence and a legend of all lights do not", async () => {
  const between = (middle: string) => lightOf(`Report\n\n${WORDS}\n\n${middle}\n\n${WORDS}`);
  assert.equal(await between("TLP:RED"), "TLP:RED");
  assert.equal(await between("Some authors write TLP:RED over everything that they send."), "");
  assert.equal(await between("TLP:RED\n\nTLP:AMBER\n\nTLP:GREEN\n\nTLP:CLEAR"), "");
});

test("a mail's subject and a file's name", async () => {
  const mail = `From: desk@centre.example\r\nSubject: Warning (TLP:RED)\r\nDate: Tue, 19 Jan 2021 08:00:00 +0000\r\n\r\nWords.\r\n`;
  assert.equal(await lightOf(mail, "x.eml"), "TLP:RED");
  assert.equal(await lightOf("Words.\n", "/record/report_TLP-AMBER.txt"), "TLP:AMBER");
});
