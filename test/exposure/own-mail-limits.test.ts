import assert from "node:assert/strict";
import { test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { OwnMail } from "../../src/exposure/own-mail.ts";
import { messageKey } from "../../src/signals/answered-ids.ts";
import { recordOf } from "../support/record.ts";

test("ownAnswersMax: later answers are not remembered", () => {
  const book = new OwnMail();
  const from = "jo@b.example";
  const answerTo = (id: string) => recordOf({ name: `to ${id}`, from, answers: [messageKey(id)] });
  const first = answerTo("a@c.example");
  for (let count = 0; count < limits.ownAnswersMax; count += 1) book.add(first);
  book.add(answerTo("b@c.example"));
  const asked = { addresses: [from], senders: new Set<string>() };
  const answers = (messageId: string) => book.answersTo(recordOf({ name: messageId, messageId }), asked).length;
  assert.ok(answers("a@c.example") > 0);
  assert.equal(answers("b@c.example"), 0);
});
