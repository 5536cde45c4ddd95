/** Trees read in runs are parse5's own, with the same offsets, on random pages. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { parseTree } from "../../src/mdm/html-tree.ts";

const RUNS = Number(process.env["FUZZ_RUNS"] ?? 1500);

const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...["<p>", "</p>", "<b>", "</b>", "<table>", "</table>", "<tr>", "<td>", "<colgroup>", "<select>", "<option>"],
      ...["<frameset>", "</frameset>", "<frame>", "<pre>", "<textarea>", "</textarea>", "<style>", "</style>", "<svg>"],
      ...["</svg>", "<title>", "</title>", "<body>", "</body>", "<html>", "</html>", "<template>", "</template>"],
      ...["<!DOCTYPE html>", "<!-- a -- b\r\n-->", "<!--<!x-->", "<![CDATA[ a b ]]>", "<plaintext>", "<script>", "</a"],
      ...[
        '<A HREF=\'x &amp; "y" é😀\r\nz\' Class="a\'b\nc">',
        "<IMG src=a&b alt = x/>",
        "<p id=x ID=y o:p=1 ü=2>",
        "<x-Y/>",
      ],
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      "a b",
      " ",
      "\n",
      "\r\n",
      "\r",
      "word\u00a0 next",
      "é",
      "😀",
      "\ud83d",
      "\0",
      "&amp;",
      "&nbsp",
      "&#32;",
      "<",
      "-",
      "'",
      '"',
    ),
  },
);

interface Plain {
  readonly name: string;
  readonly text: string;
  readonly place: string;
  readonly below: readonly Plain[];
}

type Node = DefaultTreeAdapterTypes.Node;

function plain(node: Node): Plain {
  const attributes = "attrs" in node ? JSON.stringify(node.attrs) : "";
  const text = "value" in node ? node.value : "data" in node ? node.data : attributes;
  const place = "sourceCodeLocation" in node ? node.sourceCodeLocation : null;
  const below: readonly Node[] = "content" in node ? [node.content] : "childNodes" in node ? node.childNodes : [];
  const offsets = place === null || place === undefined ? "" : `${place.startOffset} ${place.endOffset}`;
  return { name: node.nodeName, text, place: offsets, below: below.map(plain) };
}

test("the tree is parse5's", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const page = pieces.join("");
      const tree = parseTree(page);
      assert.ok(tree !== null);
      const own = parse(page, { sourceCodeLocationInfo: true, scriptingEnabled: false });
      assert.deepEqual(plain(tree.document), plain(own));
    }),
    { numRuns: RUNS },
  );
});
