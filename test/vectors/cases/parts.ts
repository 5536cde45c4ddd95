/** Loads in parts beside the HTML body that are HTML, SVG or CSS themselves (RL-08, RL-19, RL-30), and in the places around them. */
import type { Part } from "./evasions.ts";

export type PartCase = readonly [name: string, evasion: string, about: string, part: Part, ...loads: readonly string[]];

const html = "Content-Type: text/html; charset=utf-8";
const svgHead = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">';

function multipart(subtype: string, parts: readonly (readonly [headers: readonly string[], body: string])[]): Part {
  const written = parts.map(([headers, body]) => `--b\r\n${[...headers, "", body].join("\r\n")}\r\n`).join("");
  return {
    headers: [`Content-Type: multipart/${subtype}; boundary="b"`],
    body: Buffer.from(`${written}--b--\r\n`),
  };
}

function attachedSvg(svg: string, headers: readonly string[] = ["Content-Type: image/svg+xml; name=a.svg"]): Part {
  const disposition = "Content-Disposition: attachment; filename=a.svg";
  return multipart("mixed", [
    [["Content-Type: text/plain"], "Good morning."],
    [[...headers, disposition], svg],
  ]);
}

// biome-ignore format: a table reads by column
export const partCases: readonly PartCase[] = [
  ["rl08-attached-sheet", "none", "a style sheet of the message that loads more",
    multipart("related", [
      [[html], "<link rel=stylesheet href='cid:s@example.org'>text"],
      [["Content-Type: text/css", "Content-ID: <s@example.org>"], "p { background: url({T}) } @import '{T2}';"],
    ]), "RL-05 {T}", "RL-07 {T2}"],
  ["rl19-attached-image",    "none", "an attached drawing", attachedSvg(`${svgHead}<image href="{T}"/></svg>`), "{T}"],
  ["rl19-attached-xlink",    "none", "an attached drawing", attachedSvg(`${svgHead}<use xlink:href="{T}#a"/></svg>`), "{T}#a"],
  ["rl19-attached-style",    "none", "an attached drawing", attachedSvg(`${svgHead}<style>@import "{T}"; a{fill:url({T2})}</style></svg>`), "{T} hidden", "{T2}"],
  ["rl19-attached-script",   "none", "an attached drawing", attachedSvg(`${svgHead}<script href="{T}"/></svg>`), "{T} hidden"],
  ["rl19-attached-foreign",  "none", "an attached drawing", attachedSvg(`${svgHead}<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="{T}"/></foreignObject></svg>`), "{T}"],
  ["rl19-attached-sheet",    "none", "an attached drawing", attachedSvg(`<?xml version="1.0"?><?xml-stylesheet href="{T}"?>${svgHead}</svg>`), "{T} hidden"],
  ["rl19-attached-entity",   "character references", "a URL behind an entity of the document type", attachedSvg(`<!DOCTYPE svg [<!ENTITY u "{T}">]>${svgHead}<image href="&u;"/></svg>`), "{T}"],
  ["rl19-attached-external", "none", "an external entity", attachedSvg(`<!DOCTYPE svg [<!ENTITY x SYSTEM "{T}">]>${svgHead}&x;</svg>`), "{T} hidden"],
  ["rl19-prefix",            "name prefix", "names with a prefix of the author's", attachedSvg(`<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:y="http://www.w3.org/1999/xlink"><s:image y:href="{T}"/></s:svg>`), "{T}"],
  ["rl19-octets",            "type that says nothing", "a drawing by its file name alone", attachedSvg(`${svgHead}<image href="{T}"/></svg>`, ["Content-Type: application/octet-stream"]), "{T}"],
  ["rl19-related-cid",       "none", "a drawing that the body shows by cid:",
    multipart("related", [
      [[html], "<img src='cid:d@example.org'>"],
      [["Content-Type: image/svg+xml", "Content-ID: <d@example.org>"], `${svgHead}<image href="{T}"/></svg>`],
    ]), "{T}"],
  ["rl30-amp-part", "none", "an AMP part beside plain text and HTML",
    multipart("alternative", [
      [["Content-Type: text/plain"], "Good morning."],
      [["Content-Type: text/x-amp-html; charset=utf-8"], "<!doctype html><html ⚡4email><body><amp-img src='{T}'></amp-img><amp-list src='{T2}'></amp-list>"],
      [[html], "<p>Good morning."],
    ]), "{T}", "{T2}"],
  ["rl01-content-base", "base in a header", "a relative URL with its base in a header (RL-48)",
    { headers: [html, "Content-Base: https://{H}/"], body: Buffer.from("<img src=1>\r\n") }, "1 => {T}"],
];
