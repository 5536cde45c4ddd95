/** What RTF asks for from outside: fields, template, shapes, linked objects (RL-68, HM-162). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { limits } from "../../../src/base/limits.ts";
import { readRtfBody } from "../../../src/mail/outlook/rtf-body.ts";
import { rtfReferences } from "../../../src/mail/outlook/rtf-references.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 200);
const URL = "http://pixel.example/1.gif";
const SHARE = "\\\\198.51.100.7\\share\\1.gif";

/** As `fires url`. */
function referencesIn(rtf: string): string[] {
  const body = readRtfBody(Buffer.from(`{\\rtf1\\ansi ${rtf}}`, "latin1"));
  assert.ok(body !== null);
  return rtfReferences(body.outward).map(({ fires, url }) => `${fires} ${url}`);
}

/** A backslash of RTF is written twice. */
const raw = (text: string) => text.replaceAll("\\", "\\\\");
const field = (code: string) => `{\\field{\\*\\fldinst {${raw(code)}}}{\\fldrslt shown}}`;
const wide = (text: string) => Buffer.from(text, "utf16le").toString("hex");
const object = (kind: string, digits: string) =>
  `{\\object${kind}{\\*\\objclass Word.Document.8}{\\*\\objdata ${digits}}}`;

describe("outside references of RTF", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, rtf: string, expected: readonly string[]])[] = [
    ["a picture that a field takes in",     field(`INCLUDEPICTURE "${URL}" \\* MERGEFORMAT \\d`),                         [`open ${URL}`]],
    ["lower case, no quotes",               field(`includepicture ${URL} \\d`),                                         [`open ${URL}`]],
    ["typographic quotes",                  `{\\field{\\*\\fldinst INCLUDEPICTURE \\u8220?${URL}\\u8221?}{\\fldrslt}}`, [`open ${URL}`]],
    ["a share, backslashes twice",          field(`INCLUDEPICTURE "${raw(SHARE)}"`),                                    [`open ${SHARE}`]],
    ["a share, backslashes once",           field(`INCLUDEPICTURE "${SHARE}"`),                                         [`open ${SHARE}`]],
    ["old name of the field",               field(`IMPORT ${URL}`),                                                     [`open ${URL}`]],
    ["a document that a field takes in",    field(`INCLUDETEXT "${URL}"`),                                              [`open ${URL}`]],
    ["data of another program",             field(`LINK Excel.Sheet.8 "${raw(SHARE)}" "R1C1" \\a`),                      [`open ${SHARE}`]],
    ["a link",                              field(`HYPERLINK "${URL}" \\o "tip"`),                                      [`click ${URL}`]],
    ["a field in a field",                  `{\\field{\\*\\fldinst HYPERLINK {\\field{\\*\\fldinst INCLUDEPICTURE "${URL}"}} "http://l.example/"}}`, [`open ${URL}`, "click http://l.example/"]],
    ["an instruction in pieces",            "{\\field{\\*\\fldinst{INCLUDE}{\\b PICTURE \"http://pixel}{\\i .example/1.gif\"}}}", [`open ${URL}`]],
    ["without a star",                      `{\\field{\\fldinst INCLUDEPICTURE "${URL}"}{\\fldrslt}}`,                   [`open ${URL}`]],
    ["never closed",                        `{\\field{\\*\\fldinst INCLUDEPICTURE "${URL}"`,                             [`open ${URL}`]],
    ["a template",                          `{\\*\\template ${URL}}`,                                                  [`open ${URL}`]],
    ["a shape's linked picture",            `{\\shp{\\*\\shpinst{\\sp{\\sn pibName}{\\sv ${URL}}}}}`,                     [`open ${URL}`]],
    ["another property of a shape",         `{\\shp{\\*\\shpinst{\\sp{\\sn wzName}{\\sv ${URL}}}}}`,                      []],
    ["a linked object, wide text",          object("\\objautlink\\objupdate", `01050000${wide(URL)}00000000`),           [`open ${URL}`]],
    ["a linked object, narrow text",        object("\\objlink", `0105${Buffer.from(`${SHARE}\0`).toString("hex")}`),     [`open ${SHARE}`]],
    ["digits with words and spaces between", object("\\objautlink", `0105 ${wide(URL).replaceAll("00", "0\\par 0\r\n")} 00`), [`open ${URL}`]],
    ["an embedded object",                  object("\\objemb", wide(URL)),                                              []],
    ["an embedded object after a linked one", object("\\objlink", "01") + object("\\objemb", wide(URL)),                []],
    ["other fields, and text",              `${field("PAGE \\* MERGEFORMAT")}${field("TOC \\o")} INCLUDEPICTURE "${URL}"`, []],
    ["a picture of the document's own disk", field('INCLUDEPICTURE "a.png"'),                                          []],
  ];
  for (const [what, rtf, expected] of cases) {
    test(`${what}: ${expected.length === 0 ? "none" : expected.join(", ")}`, () =>
      assert.deepEqual(referencesIn(rtf), expected));
  }

  test("an object's data as bytes", () => {
    const data = Buffer.from(`${URL}\0`, "utf16le");
    assert.deepEqual(
      referencesIn(`{\\object\\objautlink{\\*\\objdata\\bin${data.length} ${data.toString("latin1")}}}`),
      [`open ${URL}`],
    );
  });

  test("none of it is text of the body", () => {
    const body = readRtfBody(Buffer.from(`{\\rtf1 a${field(`INCLUDEPICTURE "${URL}"`)}{\\*\\template t}b}`));
    assert.equal(body?.text, "ashownb");
  });
});

describe("attack: RTF", () => {
  test("a million fields: an end, and the limit is told", () => {
    const one = field(`INCLUDEPICTURE "${URL}"`);
    const body = readRtfBody(Buffer.from(`{\\rtf1 ${one.repeat(limits.rtfOutwardMax + 5)}}`));
    assert.equal(body?.outward.length, limits.rtfOutwardMax);
    assert.deepEqual(body.problems, ["limit.rtf-outward"]);
  });

  test("an object of many megabytes: cut, and told", () => {
    const body = readRtfBody(Buffer.from(`{\\rtf1${object("\\objlink", "41".repeat(limits.rtfOutwardCharsMax))}}`));
    assert.ok((body?.outward[0]?.text.length ?? 0) <= limits.rtfOutwardCharsMax + 16 * 1024);
    assert.deepEqual(body?.problems, ["limit.rtf-outward"]);
  });

  test("fields in fields in fields, and quotes without end: linear", () => {
    const deep = `{\\field{\\*\\fldinst INCLUDEPICTURE "`.repeat(2_000);
    assert.ok(readRtfBody(Buffer.from(`{\\rtf1${deep}`)) !== null);
    referencesIn(field(`INCLUDEPICTURE ${'"a " \\'.repeat(100_000)}`));
    referencesIn(object("\\objlink", wide("http:".repeat(100_000))));
  });

  test("total on any bytes; text is that of the reader without fields", () => {
    const word = fc.constantFrom(
      ...[
        "{",
        "}",
        "\\*",
        "\\fldinst ",
        "\\template ",
        "\\objdata ",
        "\\objlink",
        "\\object",
        "\\sn ",
        "\\sv ",
        "\\bin9 ",
      ],
      ...[
        "INCLUDEPICTURE ",
        '"',
        "http://a.example/",
        "\\\\\\\\h\\\\s",
        "\\u8220?",
        "\\'e4",
        "\\htmlrtf ",
        "\\fonttbl",
        "pibName",
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 40 }), (words) => {
        const body = readRtfBody(Buffer.from(`{\\rtf1${words.join("")}`));
        assert.ok(body?.text.isWellFormed());
        for (const { url } of rtfReferences(body?.outward ?? [])) assert.ok(url !== "");
      }),
      { numRuns },
    );
  });
});
