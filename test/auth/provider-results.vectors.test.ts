/**
 * The results that fifteen receivers really wrote, also on mail that came with forged ones, where the corpus is beside the project: with the
 * receiver's own servers named, honest results count as before, and forged ones do not. Figures: docs/received-results.md.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { alignedPass } from "../../src/auth/alignment.ts";
import { readAuthentication } from "../../src/auth/authentication-results.ts";
import { parseAddressList } from "../../src/mail/addresses.ts";
import { fieldsNamed, fieldText } from "../../src/mail/headers.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { unpackSet } from "../../tools/corpus.ts";

const folder = unpackSet("auth");

/** Methods that pass for the domain in From. */
function passes(bytes: Buffer, own: readonly string[]): string {
  const message = parseMessage(bytes);
  const from = fieldsNamed(message.root.headers, "from").flatMap(
    (field) => parseAddressList(fieldText(message.bytes, field)).mailboxes,
  );
  const { dkim, spf, dmarc } = alignedPass(readAuthentication(message).results, { from }, own);
  return [dkim && "dkim", spf && "spf", dmarc && "dmarc"].filter(Boolean).join(" ");
}

// biome-ignore format: a table reads by column
const receivers: readonly (readonly [receiver: string, own: string, honest: number, passing: number, believed: string])[] = [
  // Receiver            whose servers write    honest, passing, and what a forged field passes as when no server is named
  ["aol.com",            "yahoo.com",           13, 12, ""],
  ["delta.blinzeln.de",  "blinzeln.de",         16,  0, ""],
  ["disroot.org",        "disroot.org",         15, 13, "dkim"],
  ["e.email",            "ecloud.global",       16, 15, ""],
  ["fastmail.com",       "messagingengine.com", 16, 15, ""],
  ["gmail.com",          "google.com",          16, 15, ""],
  ["gmx.de",             "gmx.net",              1,  1, ""],
  ["icloud.com",         "icloud.com",          15, 14, ""],
  ["ik.me",              "infomaniak.com",      15, 14, ""],
  ["mail.de",            "mail.de",             16, 15, ""],
  ["mail.ru",            "mail.ru",             16, 15, ""],
  ["outlook.com",        "outlook.com",         13, 12, ""],
  ["posteo.de",          "posteo.de",           16, 15, ""],
  ["testrun.org",        "testrun.org",          1,  1, "spf"],
  ["yandex.ru",          "yandex.net",          16, 15, "dkim"],
];

describe("results at receivers", { skip: folder === null ? "no corpus beside the project" : false }, () => {
  if (folder === null) return;
  for (const [receiver, own, honest, passing, believed] of receivers) {
    test(receiver, () => {
      const at = join(folder, "provider-authres", `alice@${receiver}`);
      const names = readdirSync(at);
      const read = (name: string) => readFileSync(join(at, name));
      const plain = names.filter((name) => !name.startsWith("forged"));
      const passed = plain.filter((name) => passes(read(name), [own]) !== "");
      assert.deepEqual([plain.length, passed.length], [honest, passing]);
      // What counted on its own still does, to the letter.
      for (const name of passed) assert.equal(passes(read(name), [own]), passes(read(name), []), name);
      for (const name of names.filter((one) => one.startsWith("forged"))) {
        assert.equal(passes(read(name), [own]), "", name);
        assert.equal(passes(read(name), []), believed, `${name}, no server named`);
      }
    });
  }
});
