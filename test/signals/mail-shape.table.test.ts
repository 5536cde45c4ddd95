import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { NO_CLAIMS } from "../../src/case/empty.ts";
import type { ClaimsRecord } from "../../src/case/record.ts";
import { readForms } from "../../src/signals/credential-forms.ts";
import { type Divergence, divergenceOf } from "../../src/signals/divergence.ts";
import { pictureMail } from "../../src/signals/picture-mail.ts";
import { type SenderShape, senderShapes } from "../../src/signals/sender-shape.ts";

describe("how a sender is written", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, address: string, shapes: readonly SenderShape[]])[] = [
    ["Jane Roe",                       "jane.roe@rivertown.example",          []],
    ["Jane Roe (Rivertown)",           "jane@mail.rivertown.example",         []],
    ["O'Neil, Sam",                    "sam2024@rivertown.example",           []],
    ["jane@rivertown.example",         "x@attacker.test",                     ["name-other-address"]],
    ["jane@rivertown.example",         "jane@rivertown.example",              ["name-own-address"]],
    ["rivertown.com",                  "x@attacker.test",                     ["name-other-host"]],
    ["rivertown.com",                  "x@rivertown.de",                      []],
    ["🎁 Rivertown",                    "x@attacker.test",                     ["name-symbols"]],
    ["Rivеrtown",                      "x@attacker.test",                     ["name-styled"]], // Cyrillic е
    ["𝐑𝐢𝐯𝐞𝐫",                           "x@attacker.test",                     ["name-styled"]],
    ["",                               "x@attacker.test",                     ["no-name"]],
    ["Sam",                            "x@localhost",                         ["no-domain"]],
    ["Sam",                            "xq7zk9pw2v@attacker.test",            ["random-local"]],
    ["Sam",                            "sam@xqzkvbpwtj.test",                 ["random-domain"]],
    ["Sam",                            "sam@x-403bb.firebaseapp.com",         ["public-host"]],
    ["Sam",                            "sam@harbour.onmicrosoft.com",         ["public-host"]],
  ];
  for (const [name, address, shapes] of cases) {
    test(`${name} <${address}>`, () => assert.deepEqual(senderShapes({ name, address }), shapes));
  }
  test("total", () =>
    fc.assert(fc.property(fc.string(), fc.string(), (name, address) => void senderShapes({ name, address }))));
});

describe("where the parts disagree", () => {
  const from = (address: string, more: Partial<ClaimsRecord>): Divergence =>
    divergenceOf({ ...NO_CLAIMS, from: [{ name: "", address }], ...more });
  const reply = (address: string): Partial<ClaimsRecord> => ({ replyTo: [{ name: "", address }] });
  const at = "jane@rivertown.example";
  // biome-ignore format: a table reads by column
  const replies: readonly (readonly [replyTo: string, state: Divergence["replyTo"], freeMail: boolean])[] = [
    ["jane@rivertown.example",      "none",  false],
    ["desk@mail.rivertown.example", "same",  false],
    ["jane@attacker.test",          "other", false],
    ["jane.roe@gmail.com",          "other", true],
    ["",                            "none",  false],
  ];
  for (const [address, state, freeMail] of replies) {
    test(`reply to ${address}`, () => {
      const found = from(at, reply(address));
      assert.deepEqual([found.replyTo, found.replyToFreeMail], [state, freeMail]);
    });
  }
  test("one free mailbox that answers to another is no divergence of kinds", () => {
    assert.equal(from("jane@gmail.com", reply("jane@outlook.com")).replyToFreeMail, false);
  });
  test("return path, Message-ID, signatures, Sender", () => {
    const own = {
      returnPath: "b@bounce.rivertown.example",
      messageIdDomain: "rivertown.example",
      dkimDomains: ["rivertown.example"],
    };
    const same = from(at, own);
    assert.deepEqual([same.returnPath, same.messageId, same.dkim, same.sender], ["same", "same", "same", "none"]);
    const service = from(at, { returnPath: "b@em.sendgrid.net", dkimDomains: ["sendgrid.net"] });
    assert.deepEqual([service.returnPath, service.messageId, service.dkim], ["service", "none", "service"]);
    const other = from(at, {
      returnPath: "b@a.test",
      messageIdDomain: "a.test",
      dkimDomains: ["a.test"],
      sender: { name: "", address: "x@a.test" },
    });
    assert.deepEqual(
      [other.returnPath, other.messageId, other.dkim, other.sender],
      ["other", "other", "other", "other"],
    );
  });
});

describe("forms that take secrets", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [html: string, forms: number, passwords: number, secrets: number, targets: string])[] = [
    ['<form action="https://a.test/x"><input type=password name=p></form>',  1, 1, 0, "a.test"],
    ['<INPUT TYPE="Password">',                                              0, 1, 0, ""],
    ['<form><input name="card_number"><input autocomplete="one-time-code">', 1, 0, 2, ""],
    ['<form action="https://shop.example/s"><input name=q></form>',          1, 0, 0, "shop.example"],
    ["<p>Your password is safe</p>",                                         0, 0, 0, ""],
    ["<!-- <input type=password> -->",                                       0, 0, 0, ""],
    ["",                                                                     0, 0, 0, ""],
  ];
  for (const [html, forms, passwordInputs, secretInputs, targets] of cases) {
    test(html, () =>
      assert.deepEqual(readForms(html), {
        forms,
        passwordInputs,
        secretInputs,
        targets: targets === "" ? [] : [targets],
      }),
    );
  }
  test("total on any markup", () => fc.assert(fc.property(fc.string(), (text) => void readForms(`<form>${text}`))));
});

describe("mail in a picture", () => {
  test("few words and a picture", () => {
    assert.equal(pictureMail("Open the picture", 1).isPictureOnly, true);
    assert.equal(pictureMail("Open the picture", 0).isPictureOnly, false);
    assert.equal(pictureMail("word ".repeat(30), 3).isPictureOnly, false);
  });
  test("asks to scan a code", () => {
    const asks = [
      "Scan the QR code below",
      "Scannen Sie den QR-Code",
      "Escanea el código",
      "请扫描下方二维码",
      "QRコードを読み取り",
    ];
    assert.deepEqual(
      asks.filter((text) => !pictureMail(text, 0).asksToScan),
      [],
    );
    const not = ["The scan of your passport", "a code of conduct", "scanner for sale"];
    assert.deepEqual(
      not.filter((text) => pictureMail(text, 0).asksToScan),
      [],
    );
  });
});
