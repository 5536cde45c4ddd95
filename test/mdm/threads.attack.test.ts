/** Texts that were made to take long: each would run for minutes where the cost grows with the square of its length. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { splitBanners } from "../../src/mdm/banners.ts";
import { parsePreamble } from "../../src/mdm/preambles.ts";
import { parseReceivedSpf, parseResultField } from "../../src/mdm/result-clauses.ts";
import { parseSubject } from "../../src/mdm/subjects.ts";
import { splitThreads } from "../../src/mdm/thread-split.ts";
import { at, hostOf } from "../support/model.ts";

const LONG = 200_000;

describe("long texts", () => {
  const texts: readonly (readonly [name: string, text: string])[] = [
    ["spaces", " ".repeat(LONG)],
    ["a label and spaces", `From${" ".repeat(LONG)}: x`],
    ["stars and spaces", "* _".repeat(LONG / 3)],
    ["quote marks", "> ".repeat(LONG / 2)],
    ["attributions", "On 1.1.2024 10:20, Ada <a@example.org> wrote:\n> x\n".repeat(LONG / 50)],
    ["head blocks", "From: a\nSent: b\nTo: c\nSubject: d\n".repeat(LONG / 34)],
    ["depths up and down", "> a\n>> b\n>>> c\ny\n".repeat(LONG / 17)],
    ["warnings", "caution external email warning attention ".repeat(LONG / 41)],
    ["at signs", "a@".repeat(LONG / 2)],
    ["addresses", "www.a.example.com ".repeat(LONG / 18)],
    ["brackets", "(".repeat(LONG)],
    ["semicolons and equals", "a=b;".repeat(LONG / 4)],
  ];
  for (const [name, text] of texts) {
    test(name, () => {
      splitThreads([{ depth: 0, text, links: [] }], true);
      splitBanners(text);
      splitBanners(text.slice(0, 390));
      parsePreamble(text);
      parseSubject(text);
      parseResultField(text);
      parseReceivedSpf(text);
      const host = hostOf([`Subject: ${text.slice(0, 5_000).replaceAll("\n", " ")}`, "", text]);
      assert.equal(typeof at(host, "body.current_thread.text"), "string");
      const threads = at(host, "body.previous_threads") as readonly unknown[];
      for (const index of threads.slice(0, 50).keys()) at(host, `body.previous_threads[${index}].sender`);
      assert.ok(Array.isArray(at(host, "body.links")));
    });
  }
  test("quotes thousands deep in HTML", () => {
    const page = `${'<blockquote type="cite">x'.repeat(1_000)}`;
    const host = hostOf(["Subject: Re: x", "Content-Type: text/html", "", "<p>Yes.</p>", page]);
    assert.equal(at(host, "body.current_thread.text"), "Yes.");
  });
});
