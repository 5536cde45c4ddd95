/** What would run in a webmail: kinds, what runs by itself, and what reaches out; ordinary markup of twenty years has nothing of these. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { activeMarkup, reachesOut } from "../../src/mdm/active-markup.ts";
import { mayBeActive } from "../../src/mdm/active-signs.ts";
import { parseTree } from "../../src/mdm/html-tree.ts";
import { cpuMs } from "../support/cpu-time.ts";

/** `kind element attribute`, `!` behind what runs by itself, `^` behind what stands in SVG or MathML. */
function found(source: string): readonly string[] {
  if (!mayBeActive(source)) return [];
  const tree = parseTree(source);
  assert.ok(tree);
  return activeMarkup(tree).map(
    ({ kind, element, attribute, isForeign, runsByItself }) =>
      `${kind} ${element}${attribute === "" ? "" : ` ${attribute}`}${isForeign ? "^" : ""}${runsByItself ? "!" : ""}`,
  );
}

// biome-ignore format: a table reads by column
const CASES: readonly (readonly [source: string, found: readonly string[]])[] = [
  ["<p>hello</p>",                                                      []],
  ["<script>canary()</script>",                                         ["script script!"]],
  ["<script src=https://canary.test/a.js></script>",                    ["script script!"]],
  ["<script type=application/ld+json>{}</script>",                      []],
  ["<p onclick='a()'>",                                                 ["handler p onclick"]],
  ["<body onload='a()'>",                                               ["handler body onload"]],
  ["<img/onerror=a()/src=x>",                                           ["handler img onerror!"]],
  ["<IMG SRC=x ONERROR='a()'>",                                         ["handler img onerror!"]],
  ["<input onfocus=a()>",                                               ["handler input onfocus"]],
  ["<input onfocus=a() autofocus>",                                     ["handler input onfocus!"]],
  ["<details ontoggle=a() open>",                                       ["handler details ontoggle!"]],
  ["<svg><set onbegin=a() attributename=x>",                            ["handler set onbegin^!"]],
  ["<svg><script>a()</script></svg>",                                   ["script script^!"]],
  ["<svg><style><img src=x onerror=a()></style></svg>",                 ["handler img onerror!"]],
  ["<svg><animate attributeName=href values='x;javascript:a()'>",       ["animation animate values^!"]],
  ["<svg><a xlink:href='javascript:a()'>",                              ["address a xlink:href^"]],
  ["<math href='javascript:a()'>",                                      ["address math href^"]],
  ["<a href='javascript:a()'>",                                         ["address a href"]],
  // Evasions: what browsers drop from addresses, and entities.
  ["<a href='java\tscript:a()'>",                                       ["address a href"]],
  ["<a href='j\na\tvascrip\u00adt\r:a()'>",                            ["address a href"]],
  ["<img src=x onerror             =a()>",                              ["handler img onerror!"]],
  ["<img src=x onerror='' title=a>",                                    []],
  ["<a href='&#x6a;avascript:a()'>",                                    ["address a href"]],
  ["<title><img&Tab;onerror=a()></title>",                              ["hidden title!"]],
  ["<a href='javascript&colon;a()'>",                                   ["address a href"]],
  ["<a href='java&shy;script:a()'>",                                    ["address a href"]],
  ["<svg><style>p {behavi&#111;r:url(x.htc)}</style></svg>",            ["style style^!"]],
  ["<p style='width:expr&#101;ssion&nbsp;(a())'>",                      ["style p style!"]],
  ["<table background='java&#115;cript:a()'>",                          ["address table background"]],
  ["<p title='&lt;script>canary()'>",                                   ["hidden p title!"]],
  ["<p title='<b on&#x6C;oad=a()>'>",                                   ["hidden p title!"]],
  ["<p title='The caf&#233;&#8217;s &#8220;menu&#8221;'>",              []],
  ["<iframe src='javascript:a()'></iframe>",                            ["address iframe src!"]],
  ["<base href='javascript:a()//'>",                                    ["address base href!"]],
  ["<iframe srcdoc='<script>a()</script>'></iframe>",                   ["frame iframe srcdoc!"]],
  ["<iframe srcdoc='<p>hello'></iframe>",                               []],
  ["<a href='data:text/html,<script>a()</script>'>",                    ["frame a href!"]],
  ["<img src='data:image/svg+xml,<svg onload=a()>'>",                   ["hidden img src!"]],
  ["<img src='data:image/png;base64,AAAA'>",                            []],
  ["<p style='width:expression(a())'>",                                 ["style p style!"]],
  ["<style>v\\:* {behavior:url(#default#VML)}</style>",                 []],
  ["<style>p {behavior:url(x.htc)}</style>",                            ["style style!"]],
  ["<meta http-equiv=refresh content='0;url=https://canary.test/'>",    ["refresh meta content!"]],
  ["<meta content='0;url=https://canary.test/?a>b' http-equiv=\"refresh\">", ["refresh meta content!"]],
  ["<meta http-equiv=refresh content=300>",                             []],
  // Places that sanitizers and browsers read differently.
  ["<p title='</noscript><img src=x onerror=a()>'>",                    ["hidden p title!"]],
  ["<img alt='\" onerror=\"a()'>",                                      ["hidden img alt!"]],
  ["<textarea><svg onload=a()></textarea>",                             ["hidden textarea!"]],
  ["<svg><!--<img src=x onerror=a()>--></svg>",                         ["hidden #comment!"]],
  ["<!--<img src=x onerror=a()>-->",                                    []],
  ["<noframes><script>a()</script></noframes>",                         []],
  ["<template><img src=x onerror=a()></template>",                      ["handler img onerror!"]],
  ["<p>&lt;img src=x onerror=a()&gt;</p>",                              []],
];

describe("active markup", () => {
  for (const [source, expected] of CASES) test(source, () => assert.deepEqual(found(source), expected));
});

describe("what code reaches", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [code: string, reaches: boolean])[] = [
    ["this.style.display='none'",                 false],
    ["this.src='a.gif'",                          false],
    ["window.status='news';return true",          false],
    ["MM_swapImage('a','','b.gif',1)",            false],
    ["if(this.blur)this.blur()",                  false],
    ["history.back()",                            false],
    ["void(0)",                                   false],
    ["fetch('https://canary.test')",              true],
    ["window['ev'+'al'](x)",                      true],
    ["top.document.cookie",                       true],
    ["\\u0065val(x)",                             true],
    ["[].constructor.constructor(x)()",           true],
    ["location='https://canary.test'",            true],
  ];
  for (const [code, reaches] of cases) test(code, () => assert.equal(reachesOut(code), reaches));
});

test("total on any text, and nothing active is found that the first look does not let through", () => {
  const piece = fc.constantFrom(
    ...[
      "<svg",
      "<script",
      ">",
      " onload=",
      "'",
      '"',
      "javascript:",
      "data:text/html,",
      "&#106;",
      "</",
      "<!--",
      "-->",
      "a()",
    ],
    ...[
      "<math",
      "<style",
      "<template",
      "<p title=",
      " href=",
      " srcdoc=",
      "\0",
      "\n",
      "<title>",
      "<meta http-equiv=refresh content=",
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const source = pieces.join("");
      const tree = parseTree(source);
      if (tree !== null && activeMarkup(tree).length > 0) assert.ok(mayBeActive(source), source);
    }),
  );
});

test("whatever a reference spells or stands between, the first look lets through what is found", () => {
  let swept = 0;
  for (const [source] of CASES) {
    for (let at = 1; at < source.length; at += 1) {
      const code = source.charCodeAt(at);
      const rest = source.slice(at + 1);
      const written = [`&#${code};`, `&#x0${code.toString(16)};`, `&#${code}`];
      const between = ["&shy;", "&nbsp;", "&#9;", "&ZeroWidthSpace;", "\u200b"].map((one) => source[at] + one);
      for (const piece of [...written, ...between]) {
        const spelled = source.slice(0, at) + piece + rest;
        const tree = parseTree(spelled);
        if (tree === null || activeMarkup(tree).length === 0) continue;
        swept += 1;
        assert.ok(mayBeActive(spelled), spelled);
      }
    }
  }
  assert.ok(swept > 1_000, `${swept}`);
});

test("attack: signs that begin and never end cost no more than their length", () => {
  const long = (piece: string) => piece.repeat(Math.ceil(400_000 / piece.length));
  for (const piece of [
    "<meta ",
    "java ",
    " on",
    "<p title='<a ",
    "href=&",
    "behavior:url(",
    "&#",
    "&nbsp;",
    "&#106;",
    "http-equiv= ",
    "t\t:",
    "j ava script ",
    "            =",
    "<a href='\"  onx ",
    "<!--<a <svg ",
  ]) {
    const started = cpuMs();
    found(long(piece));
    assert.ok(cpuMs() - started < 5_000, piece);
  }
});
