/** Words in hidden places, which are put in to weigh against what is shown. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readHtml } from "../../src/html/read-html.ts";

describe("words that nobody sees", () => {
  const salad = "harbour boats sail under grey clouds ".repeat(20);
  const hiddenIn = (html: string): number => readHtml(html).hiddenWords;
  test("hidden text is counted, what is shown is not", () => {
    assert.ok(hiddenIn(`<p>Hello there</p><div style="display:none">${salad}</div>`) >= 100);
    assert.equal(hiddenIn(`<p>Hello there</p><p>${salad}</p>`), 0);
    assert.equal(hiddenIn('<p>Hello</p><font style="font-size:0">har<b>bour</b> is</font><p>there'), 2);
  });
  test("styles and scripts are no text", () => {
    for (const name of ["style", "script", "title", "template"]) {
      assert.equal(hiddenIn(`<${name}>.harbour { color: red } ${salad}</${name}><p>Hello there</p>`), 0, name);
    }
  });
});
