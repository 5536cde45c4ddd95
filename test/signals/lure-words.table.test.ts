import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { wordsOf } from "../../src/base/words.ts";
import { sentenceWords } from "../../src/signals/known-senders.ts";
import { luresIn } from "../../src/signals/lure-words.ts";
import { runPhrases, spacedPhrases } from "../../src/signals/lures/index.ts";
import type { LureTheme, StepTheme } from "../../src/signals/lures/lure.ts";

describe("what a text asks of its reader", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, theme: LureTheme, atLeast: number])[] = [
    ["Please verify your account within 24 hours.",                    "credentials",    3],
    ["Confirm your password now",                                      "credentials",    3],
    ["Your account has been suspended",                                "suspension",     3],
    ["We saw unusual activity on your account",                        "security-alert", 3],
    ["Your mailbox storage has exceeded its quota",                    "mailbox",        3],
    ["Please note our new bank details",                               "payment-change", 3],
    ["I need you to buy some gift cards for a client",                 "gift-card",      3],
    ["Are you at your desk? I need a favour.",                         "rapport",        3],
    ["Call our toll free number to cancel",                            "callback",       3],
    ["Ihr Konto wurde gesperrt",                                       "suspension",     3],
    ["Bitte bestätigen Sie Ihre Daten",                                "credentials",    3],
    ["Votre compte a été suspendu",                                    "suspension",     3],
    ["Actualización de datos: su cuenta será suspendida",              "suspension",     3],
    ["Confirme seus dados",                                            "credentials",    3],
    ["Bevestig uw gegevens",                                           "credentials",    3],
    ["Подтвердите ваши данные, аккаунт будет заблокирован",            "suspension",     3],
    ["本人確認をお願いします",                                            "credentials",    3],
    ["您的包裹",                                                        "delivery",       3],
  ];
  for (const [text, theme, atLeast] of cases) {
    test(`${text} → ${theme}`, () => assert.ok((luresIn(text).scores.get(theme) ?? 0) >= atLeast));
  }
});

describe("phrases that honest mail hardly ever has", () => {
  const honest = [
    "Congratulations! Claim your gift card today and collect loyalty points. Last chance, the sale ends tonight.",
    "Herzlichen Glückwunsch, Sie haben gewonnen! Sichern Sie sich Ihr Geschenk, nur heute.",
    "Earn up to 30 an hour, work from home, no experience needed. See our personal loan and check your credit score.",
    "Tu regalo exclusivo te espera. Última oportunidad.",
  ];
  for (const text of honest) test(text.slice(0, 40), () => assert.equal(luresIn(text).rare, 0));
  test("counted apart from the others, each once", () => {
    const { rare, total } = luresIn("Confirm your password. Confirm your password. Last chance.");
    assert.deepEqual([rare, total > rare], [3, true]);
  });
});

describe("honest mail scores little", () => {
  const cases: readonly string[] = [
    "Hi Sam, see you at the harbour tomorrow at ten. I will bring the boat.",
    "Minutes of the committee, with the amendments that we discussed. Please send corrections by Friday.",
    "The parcel of land north of the river will be surveyed next week.",
    "We accounted for the password policy in chapter three.",
    "Sehr geehrte Frau Roe, anbei das Protokoll der Sitzung.",
    "",
  ];
  for (const text of cases) test(text.slice(0, 40), () => assert.ok(luresIn(text).total <= 1));
});

describe("steps that let somebody in", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, step: StepTheme, atLeast: number])[] = [
    ["Open microsoft.com/devicelogin and enter the code.",                "device-code",    4],
    ["Bitte die Adresszeile kopieren und den Code mir zurückschicken.",   "device-code",    3],
    ["Please send us the app password that you made.",                    "app-password",   4],
    ["Надішліть нам пароль додатка.",                                     "app-password",   4],
    ["Envoyez-nous le mot de passe d’application.",                       "app-password",   4],
    ["In Signal open linked devices and link a new device.",              "linked-device",  2],
    ["リンク済みデバイス",                                                   "linked-device",  2],
    ["Press Win+R, then Ctrl+V and Enter.",                               "pasted-command", 4],
    ["powershell -w hidden",                                              "pasted-command", 3],
  ];
  for (const [text, step, atLeast] of cases) {
    test(`${text} → ${step}`, () => assert.ok((luresIn(text).steps.get(step) ?? 0) >= atLeast));
  }
  test("are in no total: help pages name them as well", () => {
    const { total, scores } = luresIn(
      "An app password is made on the page of linked devices; a device code is entered there.",
    );
    assert.deepEqual({ total, scores: [...scores] }, { total: 0, scores: [] });
  });
});

describe("phrases", () => {
  test("a gap takes up to three words, and no more", () => {
    assert.ok(luresIn("restore your full access").scores.has("credentials"));
    assert.ok(!luresIn("restore the boats and the engine before access").scores.has("credentials"));
  });
  test("repeating one says no more", () => {
    assert.equal(luresIn("verify your account ".repeat(50)).total, luresIn("verify your account").total);
  });
  test("are written as texts are read, with a weight from 1 to 3", () => {
    for (const { words, weight } of spacedPhrases) {
      assert.ok(weight >= 1 && weight <= 3);
      const plain = words.filter((word) => word !== "~");
      assert.deepEqual(wordsOf(plain.join(" "), 20), plain);
    }
    for (const { weight } of runPhrases) assert.ok(weight >= 1 && weight <= 3);
  });
  test("one word alone weighs 1", () => {
    assert.deepEqual(
      spacedPhrases.filter(({ words, weight }) => words.length === 1 && weight > 1).map(({ words }) => words[0]),
      [],
    );
  });
  test("every phrase is found in a text that holds it", () => {
    for (const { words, theme } of spacedPhrases) {
      const text = words.map((word) => (word === "~" ? "the" : word)).join(" ");
      const { scores, steps } = luresIn(text);
      const found: readonly string[] = [...scores.keys(), ...steps.keys()];
      assert.ok(found.includes(theme), text);
    }
  });
  test("words that somebody has already change nothing", () => {
    const pieces = fc.constantFrom(
      "verify your account",
      "kohl's",
      "été",
      "提供",
      "scan",
      "x".repeat(2_000),
      "a b c ".repeat(1_000),
    );
    const texts = fc.array(pieces, { maxLength: 20 }).map((all) => all.join("\n"));
    fc.assert(
      fc.property(texts, texts, (subject, text) => {
        const whole = `${subject}\n${text}`;
        assert.deepEqual(luresIn(whole, [...sentenceWords(subject), ...sentenceWords(text)]), luresIn(whole));
      }),
    );
  });
  test("total on any text", () =>
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void luresIn(text))));
});
