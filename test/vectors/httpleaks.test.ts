/**
 * HTTPLeaks (cure53), a page with every request that browsers were ever known to make: each address in it is found as a load, or
 * stands below with the reason why it is none. Reads the corpus beside the project; says so where that is absent.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readHtml } from "../../src/html/read-html.ts";
import { unpackSet } from "../../tools/corpus.ts";

/** Path of the address → why no program asks for it when a mail is shown. */
const noLoads: readonly (readonly [reason: string, paths: string])[] = [
  ["resolves others: kept as the base (RL-26)", "base-href"],
  ["ordinary links, kept as links", "svg-a-text mathml-math mathml-mi"],
  ["no reader of HTML fetches its document type, nor the one of an XML island", "doctype script-doctype xml-doctype"],
  ["a name for a set of meanings (HTML 4, 7.4.4.3), fetched by none", "head-profile"],
  ["policies in a meta element report nowhere (CSP 3, 3.3)", "meta-csp-report-uri meta-csp-report-uri-2"],
  ["opened by a person's choice, outside the mail", "meta-property-al-web-url meta-name-msa-task"],
  ["fetched by a developer's tools alone", "javascript-source-map css-source-map"],
  ["no browser ever read an address by attr()", "css-attr-notation"],
  [
    "links that say how pages belong together and that nobody follows by itself (HTML 4.6.7)",
    "link-canonical link-amphtml link-appendix link-archives link-author link-bookmark link-chapter link-contents " +
      "link-copyright link-entry-content link-external link-first link-glossary link-help link-index link-last link-prev " +
      "link-publisher link-start link-section link-subsection link-tag link-up",
  ],
];

const folder = unpackSet("parser-torture");

test("every request of HTTPLeaks is found, or has its reason", {
  skip: folder === null && "no corpus beside it",
}, () => {
  const text = readFileSync(join(folder ?? "", "httpleaks/leak.html"), "utf8");
  const paths = (of: string) => [...of.matchAll(/leaking\.via\/([\w.-]+)/g)].map(([, path = ""]) => path);
  const all = new Set(paths(text));
  const { references, base, links } = readHtml(text);
  const found = new Set(references.flatMap(({ url }) => paths(url)));
  const excused = noLoads.flatMap(([, names]) => names.split(" "));
  assert.deepEqual([...all].filter((path) => !found.has(path)).sort(), [...excused].sort());
  assert.ok(all.size > 200, "the page is another one");
  assert.ok(base?.endsWith("/base-href/"));
  assert.equal(links.filter(({ url }) => /svg-a-text|mathml/.test(url)).length, 3);
});
