/** Catalogue section E: transfer encodings. */
import { createCanary, createPayload, cutLines, type Payload, toBase64, toQuotedPrintable } from "./canary.ts";
import {
  CRLF,
  innocent,
  type Kit,
  leafFields,
  mail,
  parts,
  perCanary,
  type Row,
  scaled,
  typeField,
} from "./compose.ts";
import { file, type HostileFile, type Wish } from "./file.ts";

const KINDS = ["short", "long", "html"] as const;

function perPayload({ random }: Kit, make: (payload: Payload) => readonly HostileFile[]): readonly HostileFile[] {
  return KINDS.flatMap((kind) =>
    make(createPayload(random, kind)).map((made) => ({ ...made, variant: `${made.variant} [${kind}]` })),
  );
}

const encodingNames: Row = {
  id: "HM-090",
  title: "encoding names",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const { encoding } = canary;
      const cut = (join: string) => encoding.slice(0, 3) + join + encoding.slice(3);
      const values: readonly (readonly string[])[] = [
        [`${encoding}, 7bit`],
        [`7bit, ${encoding}`],
        [`${encoding}; charset=utf-8`],
        [`${encoding} 8bit`],
        [`${encoding}5`],
        [`${encoding}-`],
        [`x-${encoding}`],
        [`"${encoding}"`],
        [`'${encoding}'`],
        [`  ${encoding}  `],
        [`\t${encoding}\t`],
        [`${encoding};`],
        [`${encoding}.`],
        [encoding.toUpperCase()],
        [[...encoding].map((letter, index) => (index % 2 === 0 ? letter : letter.toUpperCase())).join("")],
        [cut("\r\n ")],
        [cut("(x)")],
        [cut(" ")],
        [cut("\t")],
        ["7bit"],
        ["8bit"],
        ["binary"],
        ["x-unknown"],
        [""],
        [],
        [encoding, "7bit"],
        ["7bit", encoding],
        ["x-unknown", encoding],
        [encoding === "base64" ? "quoted-printable" : "base64", encoding],
        [encoding, encoding === "base64" ? "quoted-printable" : "base64"],
        ["base64 quoted-printable"],
        ["quoted-printable, base64"],
      ];
      return values.flatMap((list, index) => {
        const name = `${index}: ${list.map((value) => JSON.stringify(value)).join(" + ") || "none"}`;
        const isLegal = list.length === 1 && list[0]?.trim().toLowerCase() === encoding;
        const wish: Wish = isLegal ? { canaries: [canary] } : { canaries: [canary], anyFlag: true };
        const fields = [typeField(canary), ...list.map((value) => `Content-Transfer-Encoding: ${value}`)];
        return [
          file(`${name}, the message`, mail(fields, canary.encoded), wish),
          file(
            `${name}, a part`,
            mail(
              ["Content-Type: multipart/mixed; boundary=b"],
              parts("b", innocent, [...fields, "", canary.encoded].join(CRLF)),
            ),
            wish,
          ),
        ];
      });
    }),
};

const base64Type = ['Content-Type: application/octet-stream; name="papers.bin"', "Content-Transfer-Encoding: base64"];

const base64Bodies: Row = {
  id: "HM-091",
  title: "odd base64",
  make: (kit) =>
    perPayload(kit, (payload) => {
      const clean = payload.bytes.toString("base64");
      const lines = toBase64(payload.bytes);
      const odd: Wish = { contents: [payload.bytes], anyFlag: true };
      const legal: Wish = { contents: [payload.bytes] };
      const every = (step: number, junk: string) => cutLines(clean, step, junk);
      const junks = [".", "-", "#", " ", "!", "*", "\x80", "\xff", "\0", "<", "\\", "\f"];
      const inside = (text: string, wish: Wish, name: string) => [
        file(`${name}, the message`, mail(base64Type, text), wish),
        file(
          `${name}, a part`,
          mail(
            ["Content-Type: multipart/mixed; boundary=b"],
            parts("b", innocent, [...base64Type, "", text].join(CRLF)),
          ),
          wish,
        ),
      ];
      // Of a length that needs padding: whole groups of three put end to end are one sound block.
      const middle = payload.bytes.length >> 1;
      const half = middle % 3 === 0 ? middle + 1 : middle;
      // Without padding nothing tells where the block ended.
      const ended: Wish = clean.endsWith("=") ? odd : { within: [payload.marker], anyFlag: true };
      const blocks = (sizes: number) => {
        const list: string[] = [];
        for (let at = 0; at < payload.bytes.length; at += sizes)
          list.push(payload.bytes.subarray(at, at + sizes).toString("base64"));
        return list;
      };
      const urlSafe = clean.replaceAll("+", "-").replaceAll("/", "_");
      const mixedSafe = [...clean]
        .map((letter, index) => (index % 2 === 0 ? letter.replace("+", "-").replace("/", "_") : letter))
        .join("");
      return [
        ...junks.flatMap((junk) => [
          ...inside(every(1, junk), junk === " " ? legal : odd, `${JSON.stringify(junk)} between all`),
          ...inside(every(4, junk), junk === " " ? legal : odd, `${JSON.stringify(junk)} between groups`),
          ...inside(junk + lines, junk === " " ? legal : odd, `${JSON.stringify(junk)} first`),
        ]),
        ...[1, 2, 3, 6, 77, 998].flatMap((length) =>
          inside(toBase64(payload.bytes, length), legal, `lines of ${length}`),
        ),
        ...inside(clean, legal, "one line"),
        ...inside(blocks(half).join(""), odd, "two padded blocks"),
        ...inside(blocks(half).join(CRLF), odd, "two padded blocks on lines"),
        ...inside(blocks(1).join(""), odd, "every byte a padded block"),
        ...inside(blocks(4).join(CRLF), odd, "four bytes a padded block"),
        ...inside(clean.replace(/=+$/, ""), payload.bytes.length % 3 === 0 ? legal : odd, "padding missing"),
        ...inside(`${clean.replace(/=+$/, "")}=====`, odd, "padding too long"),
        ...inside(`${clean.replace(/=+$/, "")}==\r\nQUJD`, ended, "data after padding, to be dropped"),
        ...inside(`====${clean}`, odd, "padding first"),
        ...inside(`=${lines}`, odd, "equals sign first"),
        ...inside(`${lines}\r\nThis text was added by a mailing list.`, ended, "a text after it"),
        ...inside(`${lines}\r\n-- \r\nlist.example`, ended, "a footer after it"),
        // A blank line is white space like any other: only padding shows that a block ended before it.
        ...inside(
          `${lines}\r\n\r\n${toBase64(Buffer.from("Good night."))}`,
          clean.endsWith("=") ? odd : { within: [payload.marker] },
          "another block after a blank line",
        ),
        ...inside(`This is a base64 part:\r\n\r\n${lines}`, odd, "a text before it"),
        ...inside(urlSafe, legal, "URL-safe digits"),
        ...inside(mixedSafe, legal, "mixed digits"),
        ...inside(lines.replaceAll(CRLF, "\r"), payload.kind === "short" ? legal : odd, "CR as line end"),
        ...inside(lines.replaceAll(CRLF, "\n"), legal, "LF as line end"),
        ...inside(lines.replaceAll(CRLF, "=\r\n"), payload.kind === "short" ? legal : odd, "soft breaks"),
        ...inside(
          lines
            .split(CRLF)
            .map((line) => `> ${line}`)
            .join(CRLF),
          odd,
          "quoted lines",
        ),
        ...inside(
          lines
            .split(CRLF)
            .map((line) => `  ${line}  `)
            .join(CRLF),
          legal,
          "blanks around lines",
        ),
        ...inside(`${lines.split(CRLF).join(`${CRLF}${CRLF}`)}`, legal, "blank lines between"),
        ...inside(
          `${clean.replace(/=+$/, "")}A`,
          clean.endsWith("=") ? { within: [payload.marker] } : odd,
          "one digit too many",
        ),
      ];
    }),
};

const quotedType = [
  'Content-Type: application/octet-stream; name="papers.bin"',
  "Content-Transfer-Encoding: quoted-printable",
];

const quotedBodies: Row = {
  id: "HM-092",
  title: "odd quoted-printable",
  make: (kit) =>
    perPayload(kit, (payload) => {
      const encoded = toQuotedPrintable(payload.bytes);
      const whole: Wish = { contents: [payload.bytes] };
      const odd: Wish = { contents: [payload.bytes], anyFlag: true };
      const marked: Wish = { within: [payload.marker], anyFlag: true };
      const inside = (name: string, text: string, wish: Wish, ofMessage: Wish = wish) => [
        file(`${name}, the message`, mail(quotedType, text), ofMessage),
        file(
          `${name}, a part`,
          mail(
            ["Content-Type: multipart/mixed; boundary=b"],
            parts("b", innocent, [...quotedType, "", text].join(CRLF)),
          ),
          wish,
        ),
      ];
      const isBroken = encoded.includes("=\r\n");
      const everyByte = [...payload.bytes].map((byte) => `=${byte.toString(16).padStart(2, "0")}`);
      const first = encoded.indexOf("=2D");
      const broken = (gap: string) => `${encoded.slice(0, first)}=2${gap}D${encoded.slice(first + 3)}`;
      return [
        ...inside(
          "lower-case hex",
          encoded.replace(/=[0-9A-F]{2}/g, (found) => found.toLowerCase()),
          odd,
        ),
        ...inside("every byte escaped", cutLines(everyByte.join(""), 72, "=\r\n"), whole),
        ...inside("every byte escaped, one a line", everyByte.join("=\r\n"), whole),
        ...inside("TAB after the soft break", encoded.replaceAll("=\r\n", "=\t\r\n"), isBroken ? odd : whole),
        ...inside("space after the soft break", encoded.replaceAll("=\r\n", "= \r\n"), isBroken ? odd : whole),
        // A body whose lines all end in LF below a header of CR LF is what programs leave that keep the two apart.
        ...inside("soft break of LF", encoded.replaceAll("=\r\n", "=\n"), isBroken ? odd : whole, whole),
        ...inside("soft break of CR", encoded.replaceAll("=\r\n", "=\r"), isBroken ? odd : whole),
        ...inside("soft break of CR CR LF", encoded.replaceAll("=\r\n", "=\r\r\n"), isBroken ? odd : whole),
        ...inside("no soft breaks", encoded.replaceAll("=\r\n", ""), whole),
        // Nothing tells these from lines that the writer ended.
        ...inside(
          "missing soft breaks",
          encoded.replaceAll("=\r\n", "\r\n"),
          isBroken ? { within: [payload.marker] } : whole,
        ),
        ...inside("escape split by a soft break", broken("=\r\n"), odd),
        // By the rules a soft break before the text "2D"; such texts are everyday.
        ...inside(
          "escape split after the equals sign",
          `${encoded.slice(0, first)}=\r\n2D${encoded.slice(first + 3)}`,
          {},
        ),
        ...inside("escape split by a line end", broken("\r\n"), { anyFlag: true }),
        ...["=4", "=4X", "=0", "==41", "=", "=ZZ", "=-1", "=\x80", "=3D3"].flatMap((junk) =>
          inside(
            `ends with ${JSON.stringify(junk)}`,
            `${encoded} ${junk}`,
            // The third is sound, and an equals sign that ends the data is a soft break (RFC 2045 6.7, rule 5).
            junk === "=3D3" || junk === "=" ? { within: [payload.marker] } : marked,
          ),
        ),
        ...["=4X", "==", "=G0"].flatMap((junk) =>
          inside(`begins with ${JSON.stringify(junk)}`, `${junk} ${encoded}`, marked),
        ),
        ...inside("raw 8-bit bytes", `\x80\xff ${encoded}`, { within: [payload.marker] }),
        ...inside("equals sign at the end", `${encoded}=`, whole),
        ...inside("trailing blanks", `${encoded}  \t `, whole),
        ...inside("NULs between", [...encoded].join("\0"), { anyFlag: true, flags: ["nul"] }),
      ];
    }),
};

const nestedEncodings: Row = {
  id: "HM-093",
  title: "encodings inside encodings",
  make: (kit) =>
    perPayload(kit, (payload) => {
      const inner = Buffer.from(toQuotedPrintable(payload.bytes), "latin1");
      const towers = [2, 3, 4, 10].map((levels) => {
        let bytes = payload.bytes;
        for (let level = 1; level < levels; level++) bytes = Buffer.from(toBase64(bytes), "latin1");
        return { levels, text: toBase64(bytes) };
      });
      const found: Wish = { contents: [payload.bytes], flags: ["nested-encoding"] };
      return [
        // Two extra levels are undone; what lies deeper is bounded work.
        ...towers.map(({ levels, text }) =>
          file(
            `base64, ${levels} levels`,
            mail(base64Type, text),
            levels <= 3 ? found : { flags: ["nested-encoding"] },
          ),
        ),
        file("quoted-printable in base64", mail(base64Type, toBase64(inner)), found),
        file(
          "base64 in quoted-printable",
          mail(quotedType, toQuotedPrintable(Buffer.from(toBase64(payload.bytes)))),
          found,
        ),
        file("quoted-printable twice", mail(quotedType, toQuotedPrintable(inner)), found),
      ];
    }),
};

const encodingBombs: Row = {
  id: "HM-094",
  title: "encoding bombs",
  make: (kit) => {
    const canary = createCanary(kit.random, "base64");
    const count = scaled(kit, 10_000_000);
    const texts: readonly (readonly [name: string, text: string])[] = [
      ["equals signs", "=".repeat(count)],
      ["soft breaks", "=\r\n".repeat(count / 3)],
      ["one block again and again", "QUJDREVGR0hJSktM".repeat(count / 16)],
      ["padded blocks", "QQ==".repeat(count / 4)],
      ["escapes", "=41".repeat(count / 3)],
      ["blanks", " \t".repeat(count / 2)],
      ["equals signs and blanks", "= ".repeat(count / 2)],
      ["blank-ended lines", `${" ".repeat(70)}\r\n`.repeat(count / 72)],
    ];
    return texts.flatMap(([name, text]) =>
      ["base64", "quoted-printable", "x-uuencode", "7bit"].map((encoding) =>
        file(
          `${name} as ${encoding}`,
          mail(
            ["Content-Type: multipart/mixed; boundary=b"],
            parts(
              "b",
              `Content-Transfer-Encoding: ${encoding}${CRLF}${CRLF}${text}`,
              [...leafFields(canary), "", canary.encoded].join(CRLF),
            ),
          ),
          { canaries: [canary] },
        ),
      ),
    );
  },
};

export const encodingRows: readonly Row[] = [encodingNames, base64Bodies, quotedBodies, nestedEncodings, encodingBombs];
