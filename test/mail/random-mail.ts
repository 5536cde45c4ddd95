/** Random mail for the property tests: lines that mean something to a MIME reader, in orders that nobody intended. */
import fc from "fast-check";

export const runs = Number(process.env["FUZZ_RUNS"] ?? 200);

const boundaries = ["b", "b1", "outer", "=_x", "a b", "--"];

const headerLine = fc.oneof(
  fc.constantFrom(
    "From: Ada Example <ada@example.org>",
    "Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?utf-8?B?w6TDtg==?=",
    "To: a@example.org, (x) b@example.net;",
    "Date: Mon, 25 Mar 2024 10:20:30 +0100",
    "Message-ID: <1@example.org>",
    "Content-Type: message/rfc822",
    "Content-Type: text/plain; charset=iso-8859-1",
    "Content-Type: text/html; charset*=utf-8''utf-8",
    "Content-Type: multipart/digest; boundary=b",
    "Content-Type: multipart/mixed",
    "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Transfer-Encoding: x-uuencode",
    'Content-Disposition: attachment; filename="a b.txt"',
    " folded more",
    "\tboundary=b1",
    " ",
    "no colon here",
    "Odd name : x",
    ": nameless",
    ">From ada@example.org Mon Mar 25 10:20:30 2024",
    "X\0Y: nul",
  ),
  fc.constantFrom(...boundaries).map((boundary) => `Content-Type: multipart/mixed; boundary="${boundary}"`),
);

const bodyLine = fc.oneof(
  fc.constantFrom(
    "",
    "plain text",
    "a=20b=C3=A4c =",
    "trailing blanks \t ",
    "QUJDRA==",
    "QUJD",
    '<meta charset=koi8-r><img src="http://example.org/p.gif">',
    "begin 644 a.txt",
    "#86)C",
    "end",
    "+AOQ- +2D3eAA",
    '\x1b$B$"\x1b(B',
  ),
  fc.constantFrom(...boundaries).map((boundary) => `--${boundary}`),
  fc.constantFrom(...boundaries).map((boundary) => `--${boundary}--`),
  fc.constantFrom(...boundaries).map((boundary) => `--${boundary} junk`),
  fc.string({ maxLength: 20 }),
);

const leaf: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.array(headerLine, { maxLength: 4 }), fc.array(bodyLine, { maxLength: 6 }))
  .map(([headers, body]) => [...headers, "", ...body]);

/** Sound nested mail: what the edits below then break. */
const { entity } = fc.letrec<{ entity: readonly string[]; multipart: readonly string[]; contained: readonly string[] }>(
  (tie) => ({
    entity: fc.oneof({ maxDepth: 4 }, leaf, tie("multipart"), tie("contained")),
    multipart: fc
      .tuple(
        fc.constantFrom(...boundaries),
        fc.constantFrom("mixed", "digest"),
        fc.array(tie("entity"), { maxLength: 4 }),
      )
      .map(([boundary, subtype, parts]) => [
        `Content-Type: multipart/${subtype}; boundary="${boundary}"`,
        "",
        ...parts.flatMap((part) => [`--${boundary}`, ...part]),
        `--${boundary}--`,
      ]),
    contained: tie("entity").map((inner) => ["Content-Type: message/rfc822", "", ...inner]),
  }),
);

interface Edit {
  readonly place: number;
  readonly kind: "drop" | "double" | "insert" | "swap";
  readonly line: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom("drop", "double", "insert", "swap"),
  line: fc.oneof(headerLine, bodyLine),
});

function applyEdit(lines: readonly string[], { place, kind, line }: Edit): readonly string[] {
  const at = lines.length === 0 ? 0 : place % lines.length;
  const here = lines[at] ?? "";
  switch (kind) {
    case "drop":
      return lines.toSpliced(at, 1);
    case "double":
      return lines.toSpliced(at, 0, here);
    case "insert":
      return lines.toSpliced(at, 0, line);
    case "swap":
      return lines.toSpliced(at, 2, lines[at + 1] ?? "", here);
  }
}

/** Lines of a message; none of them holds CR or LF. */
export const mailLines: fc.Arbitrary<readonly string[]> = fc
  .tuple(entity, fc.array(edit, { maxLength: 6 }))
  .map(([lines, edits]) => edits.reduce(applyEdit, lines).map((line) => line.replace(/[\r\n]/g, "")));

/** Bytes of a message, with line ends of any kind and at times a few random bytes in it. */
export const mailBytes: fc.Arbitrary<Uint8Array> = fc
  .tuple(mailLines, fc.constantFrom("\r\n", "\n", "\r", "mixed"), fc.uint8Array({ maxLength: 8 }), fc.nat())
  .map(([lines, eol, noise, place]) => {
    const text = eol === "mixed" ? lines.map((line, index) => line + mixed(index)).join("") : lines.join(eol);
    const bytes = Buffer.from(text, "utf8");
    const at = bytes.length === 0 ? 0 : place % bytes.length;
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
  });

function mixed(index: number): string {
  return ["\r\n", "\n", "\r", "\n\r"][index % 4] ?? "\n";
}
