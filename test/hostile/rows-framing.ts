/** Catalogue section A: framing, line ends, bytes. */
import { gzipSync } from "node:zlib";
import { type Canary, createCanary } from "./canary.ts";
import {
  bareMail,
  CRLF,
  encodingField,
  envelope,
  innocent,
  type Kit,
  leafFields,
  mail,
  mixed,
  part,
  parts,
  perCanary,
  type Row,
  scaled,
  single,
  spread,
  typeField,
} from "./compose.ts";
import { file, type Wish } from "./file.ts";

const ODD_ENDS: readonly (readonly [name: string, end: string])[] = [
  ["CR CR LF", "\r\r\n"],
  ["LF CR", "\n\r"],
  ["CR LF LF", "\r\n\n"],
  ["CR LF CR", "\r\n\r"],
  ["LF CR LF", "\n\r\n"],
];

/** Sound messages of several shapes that all hold the canary. */
function soundShapes(canary: Canary): readonly (readonly [name: string, text: string])[] {
  const inner = mixed(canary, "inner");
  return [
    ["one part", single(canary)],
    ["two parts", mixed(canary)],
    [
      "nested",
      mail(
        ["Content-Type: multipart/mixed; boundary=o"],
        parts("o", `Content-Type: multipart/related; boundary=i${CRLF}${CRLF}${parts("i", innocent, part(canary))}`),
      ),
    ],
    [
      "forwarded",
      mail(
        ["Content-Type: multipart/mixed; boundary=o"],
        parts("o", innocent, `Content-Type: message/rfc822${CRLF}${CRLF}${inner}`),
      ),
    ],
  ];
}

const bareLf: Row = {
  id: "HM-001",
  title: "bare LF",
  make: (kit) =>
    perCanary(kit, (canary) =>
      soundShapes(canary).map(([name, text]) =>
        file(name, text.replaceAll("\r\n", "\n"), { canaries: [canary], flags: ["bare-lf"] }),
      ),
    ),
};

const bareCr: Row = {
  id: "HM-002",
  title: "bare CR",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const wish: Wish = { canaries: [canary], flags: ["bare-cr"] };
      const separators = ["\r\r", "\r\n\r", "\r\r\n"].map((separator) =>
        file(
          `separator ${JSON.stringify(separator)}`,
          single(canary).replace("\r\n\r\n", separator),
          separator.endsWith("\r") ? wish : { canaries: [canary], anyFlag: true },
        ),
      );
      const inPart = file("separator of the part only", mixed(canary).replace(part(canary), partWithCr(canary)), wish);
      const all = soundShapes(canary).map(([name, text]) => file(name, text.replaceAll("\r\n", "\r"), wish));
      return [...all, ...separators, inPart];
    }),
};

function partWithCr(canary: Canary): string {
  return part(canary).replace("\r\n\r\n", "\r\r");
}

const mixedEnds: Row = {
  id: "HM-003",
  title: "mixed line ends in one header block",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const ends = ["\n", "\r", "\r\n"];
      return ends.flatMap((a) =>
        ends.flatMap((b) => {
          if (a === "\r\n" && b === "\r\n") return [];
          const [type = "", encoding = "", disposition = ""] = leafFields(canary);
          const head = `${envelope.join(CRLF)}${CRLF}MIME-Version: 1.0${CRLF}${type}${a}${encoding}${b}${disposition}`;
          const text = `${head}${CRLF}${CRLF}${canary.encoded}${CRLF}`;
          return [file(`${JSON.stringify(a)} ${JSON.stringify(b)}`, text, { canaries: [canary], anyFlag: true })];
        }),
      );
    }),
};

const oddEnds: Row = {
  id: "HM-004",
  title: "odd line ends",
  make: (kit) =>
    perCanary(kit, (canary) =>
      ODD_ENDS.flatMap(([name, end]) => {
        const wish: Wish = { canaries: [canary], flags: ["odd-line-end"] };
        const [type = "", ...rest] = leafFields(canary);
        const head = envelope.join(CRLF);
        const body = `${CRLF}${CRLF}${canary.encoded}${CRLF}`;
        const boundaryField = "Content-Type: multipart/mixed; boundary=b";
        const multipartBody = `${CRLF}${CRLF}${parts("b", innocent, part(canary))}`;
        const fields = leafFields(canary).join(CRLF);
        return [
          file(`${name} before the type`, `${head}${end}${[type, ...rest].join(CRLF)}${body}`, wish),
          file(`${name} after the type`, `${head}${CRLF}${type}${end}${rest.join(CRLF)}${body}`, wish),
          file(`${name} before a multipart's type`, `${head}${end}${boundaryField}${multipartBody}`, wish),
          file(`${name} as separator`, `${head}${CRLF}${fields}${end}${canary.encoded}${CRLF}`, wish),
          file(
            `${name} after CR LF as separator`,
            `${head}${CRLF}${fields}${CRLF}${end}${canary.encoded}${CRLF}`,
            wish,
          ),
          file(`${name} twice as separator`, `${head}${CRLF}${fields}${end}${end}${canary.encoded}${CRLF}`, wish),
          file(`${name} after the boundary line`, mixed(canary).replaceAll(`--b${CRLF}`, `--b${end}`), wish),
          file(`${name} before the boundary line`, mixed(canary).replaceAll(`${CRLF}--b`, `${end}--b`), wish),
        ];
      }),
    ),
};

const EOD: readonly string[] = ["\n.\r\n", "\n.\n", "\r.\r", "\r\n.\r", "\r\n.\n"];

const smuggling: Row = {
  id: "HM-005",
  title: "SMTP smuggling residue",
  make: (kit) =>
    perCanary(kit, (canary) =>
      EOD.flatMap((eod) =>
        ["\r\n", "\n"].flatMap((eol) =>
          [mixed(canary), single(canary)].map((inner, index) => {
            const commands = ["MAIL FROM:<ceo@attacker.test>", "RCPT TO:<bo@example.net>", "DATA", ""].join(eol);
            const forged = inner.replace("ada@example.org", "forged@attacker.test");
            const text = `${mail(["Content-Type: text/plain"], "Good morning.")}${eod}${commands}${forged}`;
            return file(
              `${JSON.stringify(eod)} ${JSON.stringify(eol)} ${index === 0 ? "two parts" : "one part"}`,
              text,
              {
                canaries: [canary],
                flags: ["smuggling-residue"],
                senders: ["ada@example.org"],
                notSenders: ["forged@attacker.test"],
              },
            );
          }),
        ),
      ),
    ),
};

const secondHalf: Row = {
  id: "HM-006",
  title: "second half of a smuggled pair",
  make: (kit) =>
    perCanary(kit, (canary) => [
      file("no Received", `Return-Path: <ada@example.org>${CRLF}${single(canary)}`, { canaries: [canary] }),
      file("bare Received", `Return-Path: <ada@example.org>${CRLF}Received: by relay.example${CRLF}${single(canary)}`, {
        canaries: [canary],
      }),
    ]),
};

const nuls: Row = {
  id: "HM-007",
  title: "NUL bytes",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const wish: Wish = { canaries: [canary], flags: ["nul"] };
      const typed = (type: string, boundary: string) => mixed(canary, boundary, type);
      const declared = 'multipart/mixed; boundary="b\0x"';
      const odd = (find: string, replacement: string) => single(canary).replace(find, replacement);
      const multi = (find: string, replacement: string) => mixed(canary).replace(find, replacement);
      return [
        file("at the end of a header name", multi("Content-Type:", "Content-Type\0:"), wish),
        file("at the start of a header name", multi("Content-Type:", "\0Content-Type:"), wish),
        file("inside a header name", multi("Content-Type:", "Content-\0Type:"), wish),
        file("in the type", typed("multi\0part/mixed; boundary=b", "b"), wish),
        file("after the subtype", typed("multipart/mixed\0; boundary=b", "b"), wish),
        file("after the boundary", typed("multipart/mixed; boundary=b\0", "b"), wish),
        file("boundary kept", typed(declared, "b\0x"), wish),
        file("boundary cut at NUL", typed(declared, "b"), wish),
        file("boundary without NUL", typed(declared, "bx"), wish),
        file(
          "boundary line with NUL after it",
          multi("--b\r\n", "--b\0\r\n").replace("--b\r\nContent", "--b\0\r\nContent"),
          wish,
        ),
        file("in the encoding's name", odd(encodingField(canary), `${encodingField(canary)}\0`), wish),
        file(
          "inside the encoding's name",
          odd(`: ${canary.encoding}`, `: ${canary.encoding.slice(0, 3)}\0${canary.encoding.slice(3)}`),
          wish,
        ),
        file(
          "before the encoded text",
          mail(leafFields(canary), `\0${canary.encoded}${CRLF}`),
          canary.encoding === "base64" ? wish : { flags: ["nul"], within: [canary.payload.marker] },
        ),
        file("in the text", mail(["Content-Type: text/plain"], `Good\0 morning ${canary.payload.marker}`), {
          flags: ["nul"],
          within: [canary.payload.marker],
        }),
        file("in a file name", odd("filename=", 'filename="safe.txt\0.exe"; x='), { ...wish, names: ["safe.txt"] }),
        file("in an address", odd("ada@example.org", "ada@example.org\0.attacker.test"), {
          ...wish,
          senders: ["ada@example.org"],
        }),
        file("in an encoded-word", odd("Papers for Monday", "=?utf-8?Q?Papers=00?= =?utf-8?Q?a\0b?="), wish),
      ];
    }),
};

const longLines: Row = {
  id: "HM-008",
  title: "very long lines",
  make: (kit) => {
    const canary = createCanary(kit.random, "base64");
    const wish: Wish = { canaries: [canary] };
    const long = "x".repeat(scaled(kit, 30_000_000));
    const after = (text: string) =>
      mail(["Content-Type: multipart/mixed; boundary=b"], parts("b", `${CRLF}${text}`, part(canary)));
    return [
      file("a long body line", after(long), wish),
      file("a long header line", `X-Long: ${"y".repeat(scaled(kit, 10_000_000))}${CRLF}${mixed(canary)}`, wish),
      file(
        "a long base64 line",
        mail(leafFields(canary), canary.payload.bytes.toString("base64") + "A".repeat(4 * scaled(kit, 5_000_000))),
        { within: [canary.payload.marker] },
      ),
      file("empty lines", after("\r\n".repeat(scaled(kit, 10_000_000))), wish),
      file("empty lines of LF", after("\n".repeat(scaled(kit, 10_000_000))), wish),
      file("empty lines of CR", after("\r".repeat(scaled(kit, 10_000_000))), wish),
    ];
  },
};

const RAW_HEADERS: readonly (readonly [name: string, text: string, is8Bit: boolean])[] = [
  ["UTF-8", Buffer.from("Привет, мир").toString("latin1"), true],
  ["windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2", true],
  ["invalid UTF-8", "a\xc3\x28b\xff", true],
  ["overlong UTF-8", "a\xc0\xbcb\xe0\x80\xbc", true],
  [
    "UTF-16LE with BOM",
    `\xff\xfe${Buffer.from("Привет", "utf16le")
      .toString("latin1")
      .replaceAll(/[\r\n]/g, " ")}`,
    true,
  ],
  ["UTF-7", "+BBIEQQRABEI-", false],
];

const raw8Bit: Row = {
  id: "HM-009",
  title: "8-bit bytes in headers",
  make: (kit) =>
    perCanary(kit, (canary) =>
      RAW_HEADERS.flatMap(([name, text, is8Bit]) => {
        const wish: Wish = { canaries: [canary], flags: is8Bit ? ["raw-8bit-header"] : [] };
        return [
          file(`${name} subject`, mixed(canary).replace("Papers for Monday", text), wish),
          file(`${name} sender's name`, mixed(canary).replace("Ada Example", text), {
            ...wish,
            senders: ["ada@example.org"],
          }),
          file(`${name} file name`, mixed(canary).replaceAll("papers.", `${text}.`), wish),
        ];
      }),
    ),
};

const LEADING: readonly (readonly [name: string, text: string])[] = [
  ["a BOM", "\xef\xbb\xbf"],
  ["a UTF-16 BOM", "\xff\xfe"],
  ["blank lines", "\r\n\r\n"],
  ["spaces", "   "],
  ["a line of spaces", "   \r\n"],
  ["From line", "From ada@example.org Mon Mar 25 10:20:30 2024\r\n"],
  ["quoted From line", ">From ada@example.org Mon Mar 25 10:20:30 2024\r\n"],
  ["an HTTP status line", "HTTP/1.1 200 OK\r\n"],
  ["an IMAP line", "* 12 FETCH (UID 12 BODY[] {1234}\r\n"],
  ["a POP3 line", "+OK 1234 octets\r\n"],
  ["an SMTP dialogue", "MAIL FROM:<ada@example.org>\r\nRCPT TO:<bo@example.net>\r\nDATA\r\n354 go ahead\r\n"],
  ["a stray boundary", "--stray\r\n"],
];

const leading: Row = {
  id: "HM-010",
  title: "junk before the header",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const wish: Wish = { canaries: [canary], flags: ["leading-junk"], senders: ["ada@example.org"] };
      // A sound line of an mbox stands on mail that was taken out of one; only what precedes it is odd.
      const ofMbox: Wish = { canaries: [canary], senders: ["ada@example.org"] };
      const alone = LEADING.map(([name, text]) =>
        file(name, text + mixed(canary), name === "From line" ? ofMbox : wish),
      );
      const pairs = LEADING.slice(0, 4).flatMap(([a, first]) =>
        LEADING.slice(5).map(([b, second]) => file(`${a}, ${b}`, `${first}${second}${mixed(canary)}`, wish)),
      );
      return [...alone, ...pairs];
    }),
};

const noMail: Row = {
  id: "HM-011",
  title: "no message at all",
  make: (kit) => {
    const refused: Wish = { statuses: ["unparseable", "partial"] };
    const noise = Buffer.from(
      kit.random.text(4096, Array.from({ length: 256 }, (_, n) => String.fromCharCode(n)).join("")),
      "latin1",
    );
    const png = Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), noise.subarray(0, 400)]);
    return [
      file("empty", "", refused),
      file("one byte", "x", refused),
      file("one NUL", "\0", refused),
      file("CR LF", CRLF, refused),
      file("only headers", envelope.join(CRLF)),
      file("only a body", "Good morning.\r\n\r\nNo header here", refused),
      file("zeros", Buffer.alloc(scaled(kit, 20_000_000)), refused),
      file("random bytes", noise, refused),
      file("a picture", png, refused),
      file("gzip", gzipSync("Good morning."), refused),
    ];
  },
};

/** A message of many shapes: `[text, canaries with the place where each encoded text ends]`. */
export function richTemplate(
  kit: Kit,
  bytes: number,
): { readonly text: string; readonly found: readonly { readonly canary: Canary; readonly end: number }[] } {
  const canaries = (["base64", "quoted-printable"] as const).flatMap((encoding) =>
    (["short", "html", "short"] as const).map((kind) => createCanary(kit.random, encoding, kind)),
  );
  const [first, second, third, fourth, fifth, sixth] = canaries as [Canary, Canary, Canary, Canary, Canary, Canary];
  const alternative = `Content-Type: multipart/alternative; boundary="alt"${CRLF}${CRLF}${parts("alt", part(first), part(second))}`;
  const forwarded = `Content-Type: message/rfc822${CRLF}${CRLF}${mail(['Content-Type: multipart/mixed; boundary="in"'], parts("in", part(third), part(fourth)))}`;
  const filler = "Good morning, said the postman. ".repeat(Math.max(1, Math.floor((bytes - 4_500) / 32)));
  const text = mail(
    ['Content-Type: multipart/mixed; boundary="outer"', "X-Mailer: Example Mail 1.0"],
    `This is a preamble.${CRLF}${parts("outer", alternative, `${innocent}${CRLF}${filler}`, part(fifth), forwarded, part(sixth))}epilogue${CRLF}`,
  );
  const found = canaries.map((canary) => ({ canary, end: text.indexOf(canary.encoded) + canary.encoded.length }));
  return { text, found };
}

/** Longest beginning of a boundary line: cut inside it, the line still belongs to the part before. */
const CUT_LINE_BYTES = 14;

const truncated: Row = {
  id: "HM-012",
  title: "cut at every byte",
  make: (kit) => {
    const { text, found } = richTemplate(kit, 8_192);
    return spread(text.length + 1, scaled(kit, text.length + 1, 400)).map((cut) => {
      const complete = found.filter(({ end }) => end + CUT_LINE_BYTES <= cut).map(({ canary }) => canary);
      return file(`cut at ${cut}`, text.slice(0, cut), { canaries: complete });
    });
  },
};

const SUBSTITUTES = ["\0", "\r", "\n", "\t", " ", "(", ")", '"', ";", ":", "=", "-", "?", "\\", "\x80", "\xff"];

const substituted: Row = {
  id: "HM-013",
  title: "every byte of the header substituted",
  make: (kit) => {
    const { text } = richTemplate(kit, 5_000);
    const headerEnd = text.indexOf("\r\n\r\n");
    const count = headerEnd * SUBSTITUTES.length;
    return spread(count, scaled(kit, count, 500)).map((place) => {
      const at = Math.floor(place / SUBSTITUTES.length);
      const byte = SUBSTITUTES[place % SUBSTITUTES.length] ?? "";
      return file(`${JSON.stringify(byte)} at ${at}`, text.slice(0, at) + byte + text.slice(at + 1));
    });
  },
};

const dots: Row = {
  id: "HM-014",
  title: "dot-stuffing",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const stuffed = canary.encoded.split(CRLF).map((line) => (line.startsWith(".") ? `.${line}` : line));
      return [
        file("stuffed lines", mail(leafFields(canary), ["..", ...stuffed, "..x"].join(CRLF)), {
          within: [canary.payload.marker],
        }),
        file(
          "stuffed boundary text",
          bareMail([...envelope, typeField(canary), encodingField(canary)], `${stuffed.join(CRLF)}${CRLF}.${CRLF}`),
          {
            within: [canary.payload.marker],
          },
        ),
      ];
    }),
};

export const framingRows: readonly Row[] = [
  bareLf,
  bareCr,
  mixedEnds,
  oddEnds,
  smuggling,
  secondHalf,
  nuls,
  longLines,
  raw8Bit,
  leading,
  noMail,
  truncated,
  substituted,
  dots,
];
