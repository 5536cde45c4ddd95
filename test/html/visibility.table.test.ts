/** Hidden or shown, with the reason in words. Size is stated, never judged (threat-facts LK-12). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readHtml } from "../../src/html/read-html.ts";

const I = "<img src=//t.example/>";
const sized = (attributes: string) => `<img src=//t.example/ ${attributes}>`;

// biome-ignore format: a table reads by column
const cases: readonly (readonly [html: string, hidden: boolean, why: string])[] = [
  [I,                                                             false, "shown: no size given"],
  [sized("width=600 height=200"),                                 false, "shown: 600 × 200 pixel"],
  [sized("width=600"),                                            false, "shown: 600 pixel wide"],
  [sized("width='100%'"),                                         false, "shown: size relative to its surroundings"],
  [sized("width=1 height=1"),                                     true,  "1 × 1 pixel by attributes"],
  [sized("width='1px' height=' 1 '"),                             true,  "1 × 1 pixel by attributes"],
  [sized("width=2 height=2"),                                     true,  "2 × 2 pixel by attributes"],
  [sized("width=3 height=3"),                                     false, "shown: 3 × 3 pixel"],
  [sized("width=0 height=40"),                                    true,  "0 × 40 pixel by attributes"],
  [sized("height=1"),                                             true,  "1 pixel high by attributes"],
  // A line across the page is seen.
  [sized("width=600 height=1"),                                   false, "shown: 600 × 1 pixel"],
  [sized("width='100%' height=1"),                                false, "shown: 1 pixel high"],
  [sized("style='width:1px;height:1px'"),                         true,  "1 × 1 pixel by style"],
  [sized("style='WIDTH: 0.5PT !important; HEIGHT: 0'"),           true,  "0.67 × 0 pixel by style"],
  // CSS wins over the attribute: trackers lie about size.
  [sized("width=600 height=200 style='width:1px;height:1px'"),    true,  "1 × 1 pixel by style"],
  [sized("width=1 height=1 style='width:600px;height:200px'"),    false, "shown: 600 × 200 pixel"],
  [sized("width=600 height=1 style='width:1px'"),                 true,  "1 × 1 pixel by attributes and style"],
  [sized("width=600 height=200 style='max-height:0'"),            true,  "600 × 0 pixel by attributes and style"],
  [sized("style='display:none'"),                                 true,  "display:none"],
  [sized("style='display:none;display:block'"),                   false, "shown: no size given"],
  [sized("style='d\\69splay:none'"),                              true,  "display:none"],
  [sized("style='color:red;/*;*/display:/**/none'"),              true,  "display:none"],
  [sized("style='visibility:hidden'"),                            true,  "visibility:hidden"],
  [sized("style='opacity:0'"),                                    true,  "opacity:0"],
  [sized("style='opacity:0.5'"),                                  false, "shown: no size given"],
  [sized("style='filter:alpha(opacity=0)'"),                      true,  "opacity:0"],
  [sized("style='position:absolute;left:-9999px'"),               true,  "placed off the screen"],
  [sized("style='left:-9999px'"),                                 false, "shown: no size given"],
  [sized("style='margin-left:-5000px'"),                          true,  "moved off the screen"],
  [sized("style='margin:-9999px 0 0'"),                           true,  "moved off the screen"],
  [sized("style='clip:rect(0 0 0 0);position:absolute'"),         true,  "clipped to nothing"],
  [sized("style='clip-path:inset(50%)'"),                         true,  "clipped to nothing"],
  [sized("style='transform:scale(0)'"),                           true,  "transformed to nothing or off the screen"],
  [sized("style='mso-hide:all'"),                                 true,  "mso-hide:all (hidden in Outlook)"],
  [sized("hidden"),                                               true,  "hidden attribute"],
  [`<div style='display:none'><p><b>${I}</b></div>`,              true,  "display:none on an enclosing element"],
  [`<div hidden>${I}</div>`,                                      true,  "hidden attribute on an enclosing element"],
  [`<div style='visibility:hidden'>${I}</div>`,                   true,  "visibility:hidden on an enclosing element"],
  [`<div style='visibility:hidden'>${sized("style='visibility:visible'")}</div>`, false, "shown: no size given"],
  [`<div style='height:0;overflow:hidden'>${I}</div>`,            true,  "a box of 0 pixel high, overflow hidden on an enclosing element"],
  [`<div style='max-height:0px;overflow:hidden'>${I}</div>`,      true,  "a box of 0 pixel high, overflow hidden on an enclosing element"],
  // What overflows a low box is seen.
  [`<div style='height:0'>${I}</div>`,                            false, "shown: no size given"],
  [`<div style='text-indent:-9999px'>${I}</div>`,                 true,  "moved off the screen on an enclosing element"],
  // Text without size hides text, no images.
  [`<div style='font-size:0'>${I}</div>`,                         false, "shown: no size given"],
  [`<template>${I}</template>`,                                   true,  "inside <template>, which is not shown"],
  [`<svg width=0 height=0><image href=//t.example/ /></svg>`,     true,  "0 × 0 pixel drawing on an enclosing element"],
  // What ends, and what does not end, an enclosing element.
  [`<div style='display:none'></div>${I}`,                        false, "shown: no size given"],
  [`<div style='display:none'></span></b></td>${I}`,              true,  "display:none on an enclosing element"],
  [`<p style='display:none'>a<div>${I}</div>`,                    false, "shown: no size given"],
  [`<table><tr style='display:none'><td>a<tr><td>${I}</table>`,   false, "shown: no size given"],
  [`<table style='display:none'><tr><td>${I}</table>`,            true,  "display:none on an enclosing element"],
  // Foster parenting: a table cannot hold an image, it stands before the table.
  [`<table style='display:none'>${I}<tr><td>a</table>`,           false, "shown: no size given"],
  [`<td><div style='display:none'></td>${I}`,                     false, "shown: no size given"],
  [`<span style='display:none'><div></span>${I}</div>`,           true,  "display:none on an enclosing element"],
  [`<body>a</body>${I}`,                                          false, "shown: no size given"],
  [`<head>${I}`,                                                  false, "shown: no size given"],
  // Rules of a style sheet, by simple selectors, wherever the sheet stands.
  [`<style>.x{display:none}</style><p class='a x'>${I}`,          true,  "display:none on an enclosing element"],
  [`<p class=x>${I}</p><style>.x{display:none}</style>`,          true,  "display:none on an enclosing element"],
  [`<style>#x,b{width:1px;height:1px}</style>${sized("id=x")}`,   true,  "1 × 1 pixel by style"],
  [`<style>img{display:none}</style>${I}`,                        true,  "display:none"],
  [`<style>p.x{display:none}</style><div class=x>${I}</div>`,     false, "shown: no size given"],
  [`<style>.x.y{display:none}</style><p class='y x'>${I}`,        true,  "display:none on an enclosing element"],
  [`<style>.\\78{display:none}</style><p class=x>${I}`,           true,  "display:none on an enclosing element"],
  [`<style>.x{display:none}.x{display:block}</style><p class=x>${I}`, false, "shown: no size given"],
  [`<style>.x{display:none}</style><p class=x style='display:block'>${I}`, false, "shown: no size given"],
  [`<style>@media screen{.x{display:none}}</style><p class=x>${I}`, true, "display:none on an enclosing element"],
  [`<style>@media (max-width:9em){.x{display:none}}</style><p class=x>${I}`, false, "shown: no size given"],
  [`<style>.a .x{display:none}</style><p class=x>${I}`,           false, "shown: no size given"],
  [`<!--[if mso]><style>.x{display:none}</style><![endif]--><p class=x>${I}`, false, "shown: no size given"],
  // The attribute is undone by any display, and !important by none.
  [`<div hidden style='display:block'>${I}</div>`,                false, "shown: no size given"],
  [`<div hidden style='color:red'>${I}</div>`,                    true,  "hidden attribute on an enclosing element"],
  [`<style>.x{display:none!important}</style><p class=x style='display:block'>${I}`, true, "display:none on an enclosing element"],
  [`<style>.x{display:none}</style><p class=x style='display:block!important'>${I}`, false, "shown: no size given"],
  [`<style>.x{display:block!important}</style><p class=x style='display:none'>${I}`, false, "shown: no size given"],
  [`<style>.x{display:none !important}</style><p class=x style='display:block !important'>${I}`, false, "shown: no size given"],
  // A sheet for certain screens hides nothing from the others.
  [`<style media=print>.x{display:none}</style><p class=x>${I}`,  false, "shown: no size given"],
  [`<style media='(max-width:600px)'>.x{display:none}</style><p class=x>${I}`, false, "shown: no size given"],
  [`<style media='only screen'>.x{display:none}</style><p class=x>${I}`, true, "display:none on an enclosing element"],
  [`<style media=''>.x{display:none}</style><p class=x>${I}`,     true,  "display:none on an enclosing element"],
  // Far to every side, small, on edge.
  [sized("style='position:absolute;left:9999px'"),                true,  "placed off the screen"],
  [sized("style='position:absolute;right:9999px'"),               true,  "placed off the screen"],
  [sized("style='position:absolute;left:900px'"),                 false, "shown: no size given"],
  [sized("style='position:absolute;top:9999px'"),                 false, "shown: no size given"],
  [sized("style='transform:scale(.001)'"),                        true,  "transformed to nothing or off the screen"],
  [sized("style='transform:scale(1,0)'"),                         true,  "transformed to nothing or off the screen"],
  [sized("style='transform:scale(.9)'"),                          false, "shown: no size given"],
  [sized("style='transform:scaleX(-1)'"),                         false, "shown: no size given"],
  [sized("style='transform:rotateY(90deg)'"),                     true,  "transformed to nothing or off the screen"],
  [sized("style='transform:rotate(90deg)'"),                      false, "shown: no size given"],
  [sized("style='scale:0'"),                                      true,  "transformed to nothing or off the screen"],
  [sized("style='scale:80%'"),                                    false, "shown: no size given"],
  [sized("style='object-position:-9999px 0'"),                    true,  "its picture moved out of its box"],
  [sized("style='object-position:50% 10px'"),                     false, "shown: no size given"],
  [`<div style='object-position:-9999px 0'>${I}</div>`,           false, "shown: no size given"],
  ["<div style='background:url(//t.example/);background-size:0'>text</div>", true, "a background of no size"],
  ["<div style='background:url(//t.example/);background-size:cover'>text</div>", false, "shown: no size given"],
  [sized("style='background-size:0'"),                            false, "shown: no size given"],
  // Colour hides text, no picture.
  [`<p style='color:rgba(0,0,0,0)'>${I}`,                         false, "shown: no size given"],
  // Loads that show nothing.
  ["<link rel=stylesheet href=//t.example/>",                     true,  "not something a reader sees"],
  ["<style>@import '//t.example/'</style>",                       true,  "not something a reader sees"],
  ["<bgsound src=//t.example/>",                                  true,  "not something a reader sees"],
  ["<a ping=//t.example/ href=#>x</a>",                           true,  "not something a reader sees"],
  ["<form action=//t.example/>",                                  false, "shown: no size given"],
  // Backgrounds need something to be behind.
  ["<div style='background:url(//t.example/)'>text</div>",        false, "shown: no size given"],
  ["<div style='background:url(//t.example/)'> </div>",           true,  "a background of an empty element without height"],
  ["<div style='background:url(//t.example/)'><img src=cid:a></div>", false, "shown: no size given"],
  ["<div style='background:url(//t.example/);height:90px'></div>", false, "shown: 90 pixel high"],
  ["<div style='background:url(//t.example/);padding:9%'></div>", false, "shown: no size given"],
  ["<div style='background:url(//t.example/);width:1px;height:1px'></div>", true, "a background of 1 × 1 pixel"],
  ["<div style='background:url(//t.example/);width:600px;height:1px'></div>", false, "shown: 600 × 1 pixel"],
  ["<td background=//t.example/ height=90></td>",                 false, "shown: 90 pixel high"],
  ["<body background=//t.example/>",                              false, "shown: no size given"],
  ["<style>p{background:url(//t.example/)}</style>",              false, "shown: by a style sheet"],
  ["<style>p{background:url(//t.example/);display:none}</style>", true,  "display:none"],
  ["<!--[if mso]><table><tr><td background=//t.example/><![endif]-->x", false, "shown: no size given (in Outlook)"],
  ["<!--[if mso]><v:fill src=//t.example/ /><![endif]-->",        false, "shown: no size given (in Outlook)"],
];

describe("visibility of loads", () => {
  for (const [html, hidden, why] of cases) {
    test(`${html}: ${why}`, () => {
      const [found, ...others] = readHtml(html).references;
      assert.deepEqual(others, []);
      assert.deepEqual([found?.hidden, found?.why], [hidden, why]);
    });
  }

  test("sizes are given as numbers", () => {
    const [found] = readHtml(sized("width=600 style='height:2in'")).references;
    assert.deepEqual([found?.width, found?.height], [600, 192]);
    const [relative] = readHtml(sized("width='50%'")).references;
    assert.deepEqual([relative?.width, relative?.height], [null, null]);
  });
});
