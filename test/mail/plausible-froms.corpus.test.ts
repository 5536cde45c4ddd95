/**
 * The generated list of deceptive From fields of a public research tool, where the shared corpus lies beside the project:
 * every address that stands in the raw text of a form is reported, wherever in the header the form stands.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseMessage } from "../../src/mail/parse.ts";
import { plausibleFroms } from "../../src/mail/plausible-froms.ts";
import { unpackSet } from "../../tools/corpus.ts";

const folder = unpackSet("parser-torture");

const places: readonly (readonly [title: string, header: (form: string) => string])[] = [
  ["alone", (form) => form],
  ["first", (form) => `${form}Subject: x\r\n`],
  ["last", (form) => `Subject: x\r\n${form}`],
  ["between", (form) => `To: ada@reader.example\r\n${form}Subject: x\r\n`],
];

const ADDRESS = /[A-Za-z0-9.]+@[A-Za-z0-9.-]+/g;

/** Addresses in the text, and in what its encoded-words hold (the list writes them without an encoding). */
function addressesIn(form: string): readonly string[] {
  const hidden = [...form.matchAll(/=\?utf-8\?([^?]+)\?=/g)].map(([, word = ""]) =>
    Buffer.from(word, "base64").toString("utf8"),
  );
  return [form, ...hidden].flatMap((text) => text.match(ADDRESS) ?? []).map((address) => address.toLowerCase());
}

if (folder === null) {
  test("forms of the corpus: skipped, the corpus is not here", () => {});
} else {
  const file = join(folder, "espoofing/fuzz.json");
  const forms = (JSON.parse(readFileSync(file, "utf8")) as { readonly mime_from: readonly string[] }).mime_from;
  for (const [title, header] of places) {
    test(`${title}: all addresses of ${forms.length} forms are reported`, () => {
      assert.ok(forms.length > 2_000, "the list is not whole");
      const missed = forms.filter((form) => {
        const ended = form.endsWith("\n") ? form : `${form}\r\n`;
        const bytes = Buffer.from(`${header(ended)}\r\nbody\r\n`, "utf8");
        const found = new Set(plausibleFroms(parseMessage(bytes)).froms.map(({ address }) => address.toLowerCase()));
        return addressesIn(form).some((address) => !found.has(address));
      });
      assert.deepEqual(missed, []);
    });
  }
}
