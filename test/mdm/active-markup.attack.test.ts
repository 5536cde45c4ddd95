/** HM-122: runs of white space where patterns of active markup allow some. Each is over at once, or its message is never judged. */
import { describe, test } from "node:test";
import { activeMarkup } from "../../src/mdm/active-markup.ts";
import { mayBeActive } from "../../src/mdm/active-signs.ts";
import { parseTree } from "../../src/mdm/html-tree.ts";
import { eventScripts } from "../../src/parts/html-scripts.ts";
import { withinCpuMs } from "../support/cpu-time.ts";

const SPACES = " ".repeat(200_000);
/** Ten times what the slowest takes on a slow machine; two such runs beside each other in one pattern took minutes. */
const CPU_MS_MAX = 2_000;

// biome-ignore format: a table reads by column
const markup: readonly (readonly [what: string, html: string])[] = [
  ["before the value of a refresh",        `<meta http-equiv=${SPACES}x>`],
  ["behind its quote",                     `<meta http-equiv="${SPACES}x">`],
  ["in what a refresh opens",              `<meta http-equiv="refresh" content="0;${SPACES}">`],
  ["behind the name of its address",       `<meta http-equiv="refresh" content="0;url=${SPACES}">`],
  ["in an address of CSS",                 `<p style="a:url(${SPACES}x)">`],
  ["in an import of CSS",                  `<style>@import ${SPACES}x</style><p onclick=x>`],
  ["before a handler's value",             `<p onclick${SPACES}=${SPACES}x>`],
  ["in the value of an address",           `<a href="java${SPACES}script:x">`],
];

describe("white space without end ends in time", () => {
  for (const [what, html] of markup) {
    test(
      what,
      withinCpuMs(CPU_MS_MAX, () => {
        mayBeActive(html);
        const tree = parseTree(html);
        if (tree !== null) activeMarkup(tree);
      }),
    );
  }
  test(
    "before the address of a program in an attached page",
    withinCpuMs(CPU_MS_MAX, () => {
      eventScripts(`<a href=${SPACES}x>`);
    }),
  );
});
