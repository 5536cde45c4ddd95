/** Plain mailboxes are read by one expression, all others word by word: an empty comment asks for the long way. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseAddressList } from "../../src/mail/addresses.ts";
import { runs } from "./random-mail.ts";

const plainWord = fc.stringMatching(/^[\w.+=-]{1,6}$/);
const address = fc.tuple(plainWord, fc.stringMatching(/^[A-Za-z0-9.-]{1,8}$/)).map((parts) => parts.join("@"));
const phrase = fc
  .array(fc.constantFrom("Ada", "Example", " ", "  ", "\t", "é", "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=", "'", "\x07"), {
    maxLength: 5,
  })
  .map((words) => words.join(""));
const mailbox = fc.oneof(
  address,
  fc.tuple(phrase, address).map(([name, inner]) => `${name}<${inner}>`),
  fc.tuple(phrase, address).map(([name, inner]) => `"${name}, x" <${inner}>`),
);

test("plain mailboxes read the same on both ways", () => {
  fc.assert(
    fc.property(
      fc.array(mailbox, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(", ", ",", " , ", ";"),
      (list, comma) => {
        const plain = parseAddressList(list.join(comma));
        const commented = parseAddressList(list.map((text) => `${text}()`).join(comma));
        assert.deepEqual(plain.mailboxes, commented.mailboxes);
      },
    ),
    { numRuns: runs * 5 },
  );
});
