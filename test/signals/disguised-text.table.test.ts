/** Text that shows one thing to people and another to programs (HM-082, 103, 105); ordinary text of all scripts is let be. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { alternativesDiffer } from "../../src/signals/alternatives.ts";
import { hasInvisibleText, hasLookAlikeWords } from "../../src/signals/disguised-text.ts";

describe("invisible and look-alike text", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, text: string, invisible: boolean, lookAlike: boolean])[] = [
    ["zero-width spaces in a word",     "p\u200ba\u200bs\u200bs word",                         true,  false],
    ["tag characters in a word",        "a\u{e0061}b\u{e0062}c\u{e0063}d",                    true,  false],
    ["one soft hyphen",                 "Donau\u00addampfschiff",                             false, false],
    ["soft hyphens where words break",  "Do\u00adnau\u00addampf\u00adschiff\u00adfahrts\u00adkapi\u00adtän", false, false],
    ["a soft hyphen after each letter", "p\u00ada\u00ads\u00ads\u00adword",                     true,  false],
    ["soft hyphens at the edges",       "p\u00adassword acces\u00ads a\u00adccount",            true,  false],
    ["a sentence in tag characters",    "Hello\u{e0020}\u{e0069}\u{e0067}\u{e006e}",           true,  false],
    ["the flag of a part of a country", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}", false, false],
    ["space fillers of a preview",      `Hello ${"\u200c\u00a0".repeat(50)} there`,            false, false],
    ["joiners of Persian",              "می\u200cخواهم نمی\u200cدانم کتاب\u200cها خانه\u200cها", false, false],
    ["joined pictures",                 "👩\u200d👩\u200d👧 👨\u200d💻 🏳\ufe0f\u200d🌈 ❤\ufe0f",        false, false],
    ["formula letters",                 "your 𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝",                                      false, true],
    ["Cyrillic in Latin words",         "раssword of your аccount",                           false, true],
    ["Russian with English words",      "Проверьте ваш email и пароль в Windows",             false, false],
    ["Greek letters of physics",        "the α-decay and μm scale",                           false, false],
    ["Japanese with wide letters",      "ＰＣの設定",                                           false, false],
  ];
  for (const [name, text, invisible, lookAlike] of cases) {
    test(name, () => assert.deepEqual([hasInvisibleText([text]), hasLookAlikeWords([text])], [invisible, lookAlike]));
  }
});

describe("alternatives", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [plain: string, visible: string, differ: boolean])[] = [
    ["Minutes of the meeting are attached.",    "Minutes of the meeting are attached.",                    false],
    ["Minutes of the meeting are attached.",    "Your account was locked. Unlock it within two hours.",     true],
    ["See https://a.example/x",                 "Your account was locked. Unlock it within two hours.",     false],
    ["Your account was locked, unlock it now:", "Your account was locked. Unlock it within two hours.",     false],
  ];
  for (const [plain, visible, differ] of cases) {
    test(`${plain} | ${visible}`, () => assert.equal(alternativesDiffer(plain, visible), differ));
  }
});
