/** Rules that come after the elements they hide, in every order in which sheets and content can stand. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readHtml } from "../../src/html/read-html.ts";

const load = "<img src=https://t.example/1>";
const hides = "<style>p{display:none}</style>";
const other = "<style>.x{display:none}</style>";

describe("a style sheet that comes late", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [html: string, hidden: boolean])[] = [
    [`<p>${load}</p>${hides}`,                  true],
    [`<p>${load}</p>${other}`,                  false],
    [`<p>${hides}${load}</p>${other}`,          true],
    [`<p>word ${load}</p>${other}${hides}`,     true],
    [`<p>word ${load}</p><iframe>${hides}</iframe>${other}`, true],
  ];
  for (const [html, hidden] of cases) {
    test(`${html} → ${hidden ? "hidden" : "shown"}`, () => {
      assert.equal(readHtml(html).references.find(({ vector }) => vector === "RL-01")?.hidden, hidden);
    });
  }
});
