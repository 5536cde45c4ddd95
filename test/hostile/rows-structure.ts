/** Catalogue section D, first half: media types, boundaries and boundary lines. */
import { type Canary, toBase64 } from "./canary.ts";
import {
  bareMail,
  CRLF,
  encodingField,
  envelope,
  innocent,
  leafFields,
  mail,
  mixed,
  part,
  parts,
  perCanary,
  type Row,
  typeField,
} from "./compose.ts";
import { file, type HostileFile, type Wish } from "./file.ts";

const odd = (canary: Canary): Wish => ({ canaries: [canary], anyFlag: true });

const mimeVersion: Row = {
  id: "HM-070",
  title: "MIME-Version",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const versions = [
        [],
        ["MIME-Version: 1.0", "MIME-Version: 1.0"],
        ["MIME-Version: 1.0", "MIME-Version: 3.7"],
        ["MIME-Version: 2.0"],
        ["MIME-Version: 1.0 (produced by (Example) 3)"],
        ["MIME-Version: 1.(x)0"],
        ["MIME-Version:"],
        ["Mime-Version : 1.0"],
      ];
      return versions.flatMap((lines, index) => [
        file(
          `${index}: ${lines.join(" + ") || "none"}, two parts`,
          bareMail(
            [...envelope, ...lines, "Content-Type: multipart/mixed; boundary=b"],
            parts("b", innocent, part(canary)),
          ),
          odd(canary),
        ),
        file(
          `${index}: ${lines.join(" + ") || "none"}, one part`,
          bareMail([...envelope, ...lines, ...leafFields(canary)], canary.encoded),
          odd(canary),
        ),
      ]);
    }),
};

const conflictingTypes: Row = {
  id: "HM-071",
  title: "conflicting media types",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const wish: Wish = { canaries: [canary], flags: ["dup-header:content-type"] };
      const multipart = "Content-Type: multipart/mixed; boundary=b";
      const leaves = [
        "Content-Type: text/plain",
        "Content-Type: application/octet-stream",
        "Content-Type: text/html; charset=utf-8",
      ];
      const body = parts("b", innocent, part(canary));
      const twoWays = (a: string, b: string) => [
        [a, b],
        [b, a],
        [a, b, b],
        [b, a, a],
      ];
      const asParts = leaves.flatMap((leaf) =>
        twoWays(multipart, leaf).map((fields, index) =>
          file(`multipart body, ${leaf} ${index}`, mail(fields, body), wish),
        ),
      );
      const asLeaf = twoWays(multipart, typeField(canary)).map((fields, index) =>
        file(`leaf body ${index}`, mail([...fields, encodingField(canary)], canary.encoded), wish),
      );
      const asEncoded = twoWays("Content-Type: message/rfc822", typeField(canary)).map((fields, index) =>
        file(`leaf body or a message ${index}`, mail([...fields, encodingField(canary)], canary.encoded), wish),
      );
      const inPart = twoWays(multipart, leaves[0] ?? "").map((fields, index) =>
        file(
          `part with both types ${index}`,
          mail(["Content-Type: multipart/mixed; boundary=o"], parts("o", innocent, [...fields, "", body].join(CRLF))),
          wish,
        ),
      );
      const lists = [
        "text/plain, multipart/mixed; boundary=b",
        "multipart/mixed; boundary=b, text/plain",
        "text/plain; multipart/mixed; boundary=b",
        "text/plain multipart/mixed; boundary=b",
        "multipart/mixed, text/plain; boundary=b",
        "text/plain; boundary=b",
      ];
      return [
        ...asParts,
        ...asLeaf,
        ...asEncoded,
        ...inPart,
        ...twoBoundaries(
          canary,
          (a, b) => [`Content-Type: multipart/mixed; boundary=${a}`, `Content-Type: multipart/mixed; boundary=${b}`],
          wish,
        ),
        ...lists.map((type) => file(`list ${type}`, mixed(canary, "b", type), odd(canary))),
      ];
    }),
};

/** Boundaries `x1` and `y2` declared in both orders; the lines use the first, the second, or both. */
function twoBoundaries(
  canary: Canary,
  declare: (a: string, b: string) => readonly string[],
  wish: Wish,
): readonly HostileFile[] {
  return [
    ["x1", "y2"],
    ["y2", "x1"],
  ].flatMap(([a = "", b = ""]) => {
    const fields = declare(a, b);
    const both = [`--${a}`, innocent, `--${b}`, part(canary), `--${b}--`, `--${a}--`, ""].join(CRLF);
    const sequence = parts(a, innocent) + parts(b, part(canary));
    const nested = parts(a, `Content-Type: text/plain${CRLF}${CRLF}${parts(b, part(canary))}`);
    const name = fields.join(" | ").replaceAll("Content-Type: ", "");
    return [
      file(`${name}, first used`, mail(fields, parts(a, innocent, part(canary))), wish),
      file(`${name}, second used`, mail(fields, parts(b, innocent, part(canary))), wish),
      file(`${name}, interleaved`, mail(fields, both), wish),
      file(`${name}, one after the other`, mail(fields, sequence), wish),
      file(`${name}, second inside`, mail(fields, nested), wish),
    ];
  });
}

const twiceDeclared: Row = {
  id: "HM-072",
  title: "boundary declared twice",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const one = (join: (a: string, b: string) => string) => (a: string, b: string) => [
        `Content-Type: multipart/mixed; ${join(a, b)}`,
      ];
      return [
        ...twoBoundaries(
          canary,
          one((a, b) => `boundary=${a}; boundary=${b}`),
          odd(canary),
        ),
        ...twoBoundaries(
          canary,
          one((a, b) => `boundary="${a}"; boundary="${b}"`),
          odd(canary),
        ),
        ...twoBoundaries(
          canary,
          one((a, b) => `boundary=${a}, boundary=${b}`),
          odd(canary),
        ),
        ...twoBoundaries(
          canary,
          one((a, b) => `boundary=${a} boundary=${b}`),
          odd(canary),
        ),
        ...twoBoundaries(
          canary,
          one((a, b) => `boundary=${a}; Boundary=${b}`),
          odd(canary),
        ),
        ...twoBoundaries(
          canary,
          one((a, b) => `boundary="${a}"boundary="${b}"`),
          odd(canary),
        ),
        ...twoBoundaries(
          canary,
          (a, b) => [
            `Content-Type: multipart/mixed; boundary=${a}`,
            "X-A: between",
            `Content-Type: multipart/mixed; boundary=${b}`,
          ],
          {
            canaries: [canary],
            flags: ["dup-header:content-type"],
          },
        ),
      ];
    }),
};

const long = (count: number) => "abcdefghij".repeat(count / 10);

/** Boundary as written after `boundary=`, and the forms that some reader takes it for. */
const BOUNDARIES: readonly (readonly [name: string, written: string, used: readonly string[]])[] = [
  ["empty", "", ["", "b"]],
  ["empty quotes", '""', ["", '""', "b"]],
  ["one quote", '"', ["", '"', "b"]],
  ["leading space", '" b"', [" b", "b"]],
  ["trailing space", '"b "', ["b", "b "]],
  ["inner space", '"a b"', ["a b", "a"]],
  ["inner space, bare", "a b", ["a b", "a"]],
  ["inner TAB", '"a\tb"', ["a\tb", "a"]],
  ["semicolon", '"a;b"', ["a;b", "a"]],
  ["semicolon, bare", "a;b", ["a;b", "a"]],
  ["comma", '"a,b"', ["a,b", "a"]],
  ["comma, bare", "a,b", ["a,b", "a"]],
  ["escaped quote", '"a\\"b"', ['a"b', 'a\\"b', "a", "a\\"]],
  ["quoted pair", '"a\\b"', ["ab", "a\\b"]],
  ["text after the quotes", '"a"b', ["a", "ab", 'a"b', '"a"b']],
  ["empty quotes before", '""b', ["b", "", '""b']],
  ["quotes not closed", '"b', ["b", '"b']],
  ["quote at the end", 'b"', ["b", 'b"']],
  ["single quotes", "'b'", ["'b'", "b"]],
  ["71 characters", `"${long(70)}k"`, [`${long(70)}k`, long(70)]],
  ["10,000 characters", `"${long(10_000)}"`, [long(10_000), long(70)]],
  ["NUL", '"a\0b"', ["a\0b", "a", "ab"]],
  ["non-ASCII", '"b\xc3\xa4"', ["b\xc3\xa4"]],
  ["non-ASCII, bare latin1", "b\xe4", ["b\xe4"]],
  ["encoded-word", '"=?us-ascii?Q?bnd?="', ["=?us-ascii?Q?bnd?=", "bnd"]],
  ["comment", "a(b)c", ["a(b)c", "ac", "a"]],
  ["quoted comment", '"a(b)c"', ["a(b)c", "ac"]],
  ["upper case", "BoUnD", ["BoUnD", "bound", "BOUND"]],
  ["dashes", '"--"', ["--", ""]],
  ["dashes around", '"--b--"', ["--b--", "b"]],
  ["equals signs", "a=b", ["a=b", "a"]],
  ["equals at the end", "b=", ["b=", "b"]],
  ["slash and colon, bare", "a/b:c?d", ["a/b:c?d", "a/b"]],
  ["percent escapes", '"a%62"', ["a%62", "ab"]],
  ["full stop", "b.", ["b.", "b"]],
];

const boundaryTexts: Row = {
  id: "HM-073",
  title: "boundary text",
  make: (kit) =>
    perCanary(kit, (canary) => [
      ...BOUNDARIES.flatMap(([name, written, used]) =>
        used.flatMap((boundary, index) => {
          const types = [`multipart/mixed; boundary=${written}`, `multipart/mixed; boundary=${written}; charset=utf-8`];
          return types.map((type, place) => {
            const wish = isPlainBoundary(written, boundary) ? { canaries: [canary] } : odd(canary);
            return file(
              `${name}, use ${index}${place === 0 ? "" : ", more follows"}`,
              mixed(canary, boundary, type),
              wish,
            );
          });
        }),
      ),
      file(
        "prefix of an inner one",
        mail(
          ["Content-Type: multipart/mixed; boundary=a"],
          parts(
            "a",
            innocent,
            `Content-Type: multipart/mixed; boundary=ab${CRLF}${CRLF}${parts("ab", innocent, part(canary))}`,
          ),
        ),
        { canaries: [canary] },
      ),
      file(
        "longer than an inner one",
        mail(
          ["Content-Type: multipart/mixed; boundary=ab"],
          parts(
            "ab",
            innocent,
            `Content-Type: multipart/mixed; boundary=a${CRLF}${CRLF}${parts("a", innocent, part(canary))}`,
          ),
        ),
        { canaries: [canary] },
      ),
      file("prefix of the lines", mixed(canary, "abc", "multipart/mixed; boundary=ab"), odd(canary)),
      file("longer than the lines", mixed(canary, "ab", "multipart/mixed; boundary=abc"), odd(canary)),
    ]),
};

/** Legal by RFC 2046, and used as declared: no reason for a flag. */
function isPlainBoundary(written: string, used: string): boolean {
  return (
    written.replaceAll('"', "") === used &&
    // RFC 2046 5.1.1 allows the full stop, also without quotes: a boundary that ends in one is a plain one.
    /^"?[\w .,;:=?/()%-]*[\w.:?/=%)-]"?$/.test(written) &&
    used.length <= 70 &&
    used !== ""
  );
}

const boundarySpelling: Row = {
  id: "HM-074",
  title: "boundary parameter spelled oddly",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const spellings: readonly (readonly [type: string, used: readonly string[]])[] = [
        ["multipart/mixed; boundary =b", ["b"]],
        ["multipart/mixed; boundary\t= b", ["b"]],
        ["multipart/mixed; boundary\0=b", ["b"]],
        ["multipart/mixed boundary=b", ["b"]],
        ["multipart/mixed, boundary=b", ["b"]],
        ["multipart/mixed;boundary=b", ["b"]],
        ["multipart/mixed;; boundary=b", ["b"]],
        ["multipart/mixed; ; boundary=b;", ["b"]],
        ["multipart/mixed; bound=b", ["b"]],
        ["multipart/mixed; xboundary=b", ["b"]],
        ["multipart/mixed; boundary:b", ["b"]],
        ["multipart/mixed; boundary b", ["b"]],
        ["multipart/mixed; BOUNDARY=b", ["b"]],
        ["multipart/mixed; charset=utf-8 boundary=b", ["b"]],
        ['multipart/mixed; charset="utf-8" boundary="b"', ["b"]],
        ['multipart/mixed; x="; boundary=c"; boundary=b', ["b", "c"]],
        ["multipart/mixed; boundary*0=a; boundary*1=b", ["ab", "a"]],
        ["multipart/mixed; boundary*1=b; boundary*0=a", ["ab", "a"]],
        ["multipart/mixed; boundary*0*=utf-8''a; boundary*1*=%62", ["ab", "a"]],
        ["multipart/mixed; boundary*=utf-8''a%62", ["ab", "a%62", "utf-8''a%62"]],
        ["multipart/mixed; boundary*=us-ascii'en'ab", ["ab", "us-ascii'en'ab"]],
        ["multipart/mixed; boundary=x1; boundary*=utf-8''y2", ["x1", "y2"]],
        ["multipart/mixed; boundary*=utf-8''y2; boundary=x1", ["x1", "y2"]],
        ["multipart/mixed; boundary=x1; boundary*0=y; boundary*1=2", ["x1", "y2"]],
        ["multipart/mixed; boundary*0=y; boundary*1=2; boundary=x1", ["x1", "y2"]],
        ["multipart/mixed", ["b"]],
        ["multipart", ["b"]],
      ];
      return spellings.flatMap(([type, used]) =>
        used.map((boundary) => {
          const isLegal = ["multipart/mixed;boundary=b", "multipart/mixed; BOUNDARY=b"].includes(type);
          const wish = isLegal ? { canaries: [canary] } : odd(canary);
          return file(`${type}, used --${boundary}`, mixed(canary, boundary, type), wish);
        }),
      );
    }),
};

/** Rewrites of the lines of a sound multipart with boundary `bnd`. */
const LINE_EDITS: readonly (readonly [name: string, edit: (text: string) => string])[] = [
  ["leading space", (text) => text.replaceAll("\r\n--bnd", "\r\n --bnd")],
  ["leading TAB", (text) => text.replaceAll("\r\n--bnd", "\r\n\t--bnd")],
  ["trailing spaces", (text) => text.replaceAll("--bnd\r\n", "--bnd   \r\n")],
  ["trailing TAB", (text) => text.replaceAll("--bnd\r\n", "--bnd\t\r\n")],
  ["glued to text", (text) => text.replace("Good morning.\r\n--bnd", "Good morning.--bnd")],
  ["ended by CR", (text) => text.replaceAll("--bnd\r\n", "--bnd\r")],
  ["ended by LF", (text) => text.replaceAll("--bnd\r\n", "--bnd\n")],
  ["begun by CR", (text) => text.replaceAll("\r\n--bnd", "\r--bnd")],
  ["begun by LF", (text) => text.replaceAll("\r\n--bnd", "\n--bnd")],
  ["NUL after", (text) => text.replaceAll("--bnd\r\n", "--bnd\0\r\n")],
  ["control byte after", (text) => text.replaceAll("--bnd\r\n", "--bnd\x01\r\n")],
  ["vertical tab after", (text) => text.replaceAll("--bnd\r\n", "--bnd\x0b\r\n")],
  ["text after", (text) => text.replaceAll("--bnd\r\n", "--bnd text\r\n")],
  ["semicolon after", (text) => text.replaceAll("--bnd\r\n", "--bnd;\r\n")],
  ["quote after", (text) => text.replaceAll("--bnd\r\n", '--bnd"\r\n')],
  ["quoted", (text) => text.replaceAll("--bnd\r\n", '--"bnd"\r\n')],
  ["one dash too many", (text) => text.replaceAll("--bnd\r\n", "---bnd\r\n")],
  ["one dash at the end", (text) => text.replaceAll("--bnd\r\n", "--bnd-\r\n")],
  ["end marker early", (text) => text.replace("\r\n--bnd\r\n", "\r\n--bnd--\r\n")],
  [
    "end marker before the second part",
    (text) => text.replace("Good morning.\r\n--bnd", "Good morning.\r\n--bnd--\r\n--bnd"),
  ],
  [
    "end marker with space before the second part",
    (text) => text.replace("Good morning.\r\n--bnd", "Good morning.\r\n--bnd-- \r\n--bnd"),
  ],
  [
    "end marker with text before the second part",
    (text) => text.replace("Good morning.\r\n--bnd", "Good morning.\r\n--bnd--x\r\n--bnd"),
  ],
  ["no end marker", (text) => text.replace("\r\n--bnd--\r\n", "")],
  ["no end marker, line end", (text) => text.replace("--bnd--\r\n", "")],
  ["end marker cut", (text) => text.replace("--bnd--\r\n", "--bnd")],
  ["no first line", (text) => text.replace("\r\n\r\n--bnd\r\n", "\r\n\r\n")],
  ["line in the header", (text) => text.replace("MIME-Version: 1.0", "MIME-Version: 1.0\r\n--bnd")],
  ["line instead of the blank line", (text) => text.replace("\r\n\r\n--bnd", "\r\n--bnd")],
  ["upper case", (text) => text.replaceAll("--bnd\r\n", "--BND\r\n")],
  ["soft break before", (text) => text.replace("Good morning.\r\n--bnd", "Good morning.=\r\n--bnd")],
  ["escaped dash", (text) => text.replace("Good morning.\r\n--bnd", "Good morning.\r\n=2D-bnd\r\n--bnd")],
];

const boundaryLines: Row = {
  id: "HM-075",
  title: "boundary lines",
  make: (kit) =>
    perCanary(kit, (canary) => [
      ...LINE_EDITS.map(([name, edit]) => {
        const text = edit(mixed(canary, "bnd"));
        // Text after white space and dots of end are the harmless ones (RFC 2046 5.1.1 allows padding).
        const isLegal = ["trailing spaces", "trailing TAB", "soft break before", "escaped dash"].includes(name);
        return file(name, text, isLegal ? { canaries: [canary] } : odd(canary));
      }),
      file(
        "end marker of the parent inside the child",
        mail(
          ["Content-Type: multipart/mixed; boundary=o"],
          parts(
            "o",
            innocent,
            `Content-Type: multipart/mixed; boundary=i${CRLF}${CRLF}--i${CRLF}${innocent}${CRLF}--o--${CRLF}--i${CRLF}${part(canary)}${CRLF}--i--`,
          ),
        ),
        odd(canary),
      ),
      file(
        "end marker of the parent inside the canary's part",
        mail(
          ["Content-Type: multipart/mixed; boundary=o"],
          `--o${CRLF}Content-Type: multipart/mixed; boundary=i${CRLF}${CRLF}--i${CRLF}${innocent}${CRLF}--i${CRLF}${part(canary)}${CRLF}--o--${CRLF}--i--${CRLF}`,
        ),
        odd(canary),
      ),
    ]),
};

const outside: Row = {
  id: "HM-076",
  title: "payload outside the parts",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const wish: Wish = { canaries: [canary], flags: ["content-outside-parts"] };
      const fields = ["Content-Type: multipart/mixed; boundary=b"];
      const inner = `Content-Type: multipart/mixed; boundary=i${CRLF}${CRLF}${parts("i", innocent)}`;
      const payloads: readonly (readonly [name: string, text: string])[] = [
        ["a part", part(canary)],
        ["a part after a blank line", `${CRLF}${part(canary)}`],
        ["a multipart", parts("z", part(canary))],
        ["encoded text", canary.encoding === "base64" ? toBase64(canary.payload.bytes) : canary.encoded],
        ["a message", mixed(canary, "y")],
      ];
      return payloads.flatMap(([name, payload]) => {
        // Encoded text alone has no type that would make its markup load anything.
        const found: Wish =
          name === "encoded text" ? { contents: [canary.payload.bytes], flags: wish.flags ?? [] } : wish;
        return [
          file(`preamble holds ${name}`, mail(fields, `${payload}${CRLF}${parts("b", innocent)}`), found),
          file(`epilogue holds ${name}`, mail(fields, `${parts("b", innocent)}${payload}${CRLF}`), found),
          file(
            `between inner end and outer boundary stands ${name}`,
            mail(fields, parts("b", `${inner}${payload}`, innocent)),
            found,
          ),
          file(
            `preamble of an inner multipart holds ${name}`,
            mail(
              fields,
              parts(
                "b",
                inner.replace("--i", () => `${payload}${CRLF}--i`),
                innocent,
              ),
            ),
            found,
          ),
        ];
      });
    }),
};

export const structureRows: readonly Row[] = [
  mimeVersion,
  conflictingTypes,
  twiceDeclared,
  boundaryTexts,
  boundarySpelling,
  boundaryLines,
  outside,
];
