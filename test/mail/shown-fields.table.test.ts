import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fieldText, findField } from "../../src/mail/headers.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { plausibleFroms } from "../../src/mail/plausible-froms.ts";
import { shownMailboxes, shownText } from "../../src/mail/shown-fields.ts";

/** Header fields and body of Latin-1 characters, which stand for bytes. */
function shown(value: string, type: string) {
  const bytes = Buffer.from(`Subject: ${value}\nFrom: ${value}\n${type}\n\ntext\n`, "latin1");
  const message = parseMessage(bytes);
  const subject = findField(message.root.headers, "subject");
  const from = findField(message.root.headers, "from");
  assert.ok(subject !== undefined && from !== undefined);
  return {
    subject: shownText(message, subject),
    list: shownMailboxes(message, from, fieldText(bytes, from)),
    froms: plausibleFroms(message),
  };
}

const typed = (charset: string) => `Content-Type: text/plain; charset=${charset}`;
const MIXED = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=koi8-r\n\nx\n--b--\n";

describe("raw bytes of a header by the message's charset", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [bytes: string, type: string, text: string])[] = [
    ["plain",                          typed("windows-1251"), "plain"],
    ["\xcf\xf0\xe8\xe2\xe5\xf2",       typed("windows-1251"), "Привет"],
    ["\xf0\xd2\xc9\xd7\xc5\xd4",       typed("koi8-r"),       "Привет"],
    ["\xf0\xd2\xc9\xd7\xc5\xd4",       MIXED,                 "Привет"],
    ["\xd6\xd0\xce\xc4",               typed("gb2312"),       "中文"],
    ["\x95\x5c\x8e\xa6",               typed("shift_jis"),    "表示"],
    ["\xbe\xc8\xb3\xe7",               typed("euc-kr"),       "안녕"],
    ["\x1b$B$3$l\x1b(B",               typed("iso-2022-jp"),  "これ"],
    ["\xe1\xe5",                       typed("iso-8859-7"),   "αε"],
    // UTF-8 is UTF-8 whatever the body is, also when it was cut.
    ["\xd0\x9f\xd1\x80",               typed("windows-1251"), "Пр"],
    ["\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1", typed("windows-1251"), "Приве\ufffd"],
    // Nothing that says more than the bytes.
    ["Gr\xfc\xdfe",                    typed("utf-8"),        "Grüße"],
    ["Gr\xfc\xdfe",                    typed("us-ascii"),     "Grüße"],
    ["Gr\xfc\xdfe",                    typed("utf-16"),       "Grüße"],
    ["Gr\xfc\xdfe",                    typed("x-nobody"),     "Grüße"],
    ["Gr\xfc\xdfe",                    "X: y",                "Grüße"],
    ["\x1b$B$3$l\x1b(B",               typed("utf-8"),        "\x1b$B$3$l\x1b(B"],
    // Not a text of that charset.
    ["\x80\xff\x80\xff x",             typed("gb2312"),       "€ÿ€ÿ x"],
    // Encoded-words have their own; the rest has the message's.
    ["\xcf =?utf-8?Q?=C3=BC?=",        typed("windows-1251"), "П ü"],
  ];
  for (const [bytes, type, text] of cases) {
    test(`${JSON.stringify(bytes)} with ${type.split("\n", 1)[0]}: ${JSON.stringify(text)}`, () => {
      assert.equal(shown(bytes, type).subject, text);
    });
  }
});

describe("names and addresses by the message's charset", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [bytes: string, charset: string, names: readonly string[], addresses: readonly string[], problems: readonly string[]])[] = [
    ["\xc0\xed\xed\xe0 <ada@example.org>",        "windows-1251", ["Анна"],   ["ada@example.org"], []],
    ['"\xc0\xed\xed\xe0" <ada@example.org>',      "windows-1251", ["Анна"],   ["ada@example.org"], []],
    // The second byte of a character is a backslash, a quote's escape for who reads bytes.
    ['"\x95\x5c" <ada@example.org>',              "shift_jis",    ["表"],     ["ada@example.org"], []],
    // A character takes an `@` in; the address is there still.
    ["a\x81@example.org",                         "gbk",          [""],       ["a@example.org"],   ["address.ambiguous"]],
    ["\x1b$B$3$l\x1b(B <ada@example.org>",        "iso-2022-jp",  ["これ"],   ["ada@example.org"], []],
  ];
  for (const [bytes, charset, names, addresses, problems] of cases) {
    test(`${JSON.stringify(bytes)} in ${charset}`, () => {
      const { list, froms } = shown(bytes, typed(charset));
      const known = list.mailboxes.map(({ name, address }) => [name, address]);
      assert.deepEqual(
        known,
        names.map((name, index) => [name, addresses[index]]),
      );
      assert.deepEqual(
        list.problems.map(({ code }) => code),
        problems,
      );
      assert.ok(addresses.every((address) => froms.froms.some((from) => from.address === address)));
      assert.equal(
        froms.problems.some(({ code }) => code === "address-ambiguous"),
        problems.length > 0,
      );
    });
  }
});
