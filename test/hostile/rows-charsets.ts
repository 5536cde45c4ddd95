/** Catalogue section F: character sets and Unicode. Texts are written as the bytes of their charset. */
import { createPayload, type Payload, toBase64 } from "./canary.ts";
import { bareMail, envelope, type Kit, mail, type Row, scaled } from "./compose.ts";
import { file, type HostileFile, type Wish } from "./file.ts";

const utf8 = (text: string) => Buffer.from(text, "utf8").toString("latin1");
const utf16 = (text: string) => Buffer.from(text, "utf16le").toString("latin1");
const swapped = (text: string) => Buffer.from(text, "utf16le").swap16().toString("latin1");

function page(payload: Payload, text: string, meta = ""): string {
  return `<html><head>${meta}</head><body><p>${text}</p>${payload.bytes.toString("latin1").replace(/^.*<\/p>/, "")}`;
}

/** HTML of these bytes as the only part, plain and in base64. */
function htmlFiles(name: string, type: string, bytes: string, wish: Wish): readonly HostileFile[] {
  return [
    file(`${name}, 8bit`, mail([`Content-Type: ${type}`, "Content-Transfer-Encoding: 8bit"], bytes), wish),
    file(
      `${name}, base64`,
      mail([`Content-Type: ${type}`, "Content-Transfer-Encoding: base64"], toBase64(Buffer.from(bytes, "latin1"))),
      wish,
    ),
  ];
}

const cyrillic = {
  "windows-1251": "\xcf\xf0\xe8\xe2\xe5\xf2",
  "koi8-r": "\xf0\xd2\xc9\xd7\xc5\xd4",
  "utf-8": utf8("Привет"),
} as const;

const conflicts: Row = {
  id: "HM-100",
  title: "charsets in conflict",
  make: (kit) => {
    const fresh = () => createPayload(kit.random, "html");
    const simple = [
      "text/html",
      "text/html; charset=",
      "text/html; charset=x-unknown",
      "text/html; charset=utf-8; charset=koi8-r",
      "text/html; charset=\"'utf-8'\"",
      'text/html; charset=""utf-8""',
      `text/html; charset=${"x".repeat(10_240)}`,
      "text/html; charset=utf-8; format=flowed",
      "text/html; Charset =utf8",
      "text/html; charset=utf-8;utf-16",
    ];
    const plain = simple.flatMap((type) => {
      const payload = fresh();
      return htmlFiles(type.slice(0, 60), type, page(payload, cyrillic["utf-8"]), { loads: [payload.marker] });
    });
    const names = ["windows-1251", "koi8-r", "utf-8"] as const;
    const pairs = names.flatMap((header) =>
      names
        .filter((meta) => meta !== header)
        .flatMap((meta) => {
          const payload = fresh();
          const text = page(payload, cyrillic[meta], `<meta charset="${meta}">`);
          return htmlFiles(`header ${header}, meta ${meta}`, `text/html; charset=${header}`, text, {
            loads: [payload.marker],
            flags: ["charset-conflict"],
          });
        }),
    );
    const marks = [
      ["UTF-8 mark", "\xef\xbb\xbf", utf8],
      ["UTF-16LE mark", "\xff\xfe", utf16],
      ["UTF-16BE mark", "\xfe\xff", swapped],
      ["no mark, UTF-16LE", "", utf16],
      ["no mark, UTF-16BE", "", swapped],
    ] as const;
    const marked = marks.flatMap(([name, mark, encode]) =>
      ["koi8-r", "iso-8859-1", "us-ascii"].flatMap((charset) => {
        const payload = fresh();
        const bytes = mark + encode(page(payload, "Привет", '<meta charset="windows-1251">'));
        return htmlFiles(`${name}, header ${charset}, meta windows-1251`, `text/html; charset=${charset}`, bytes, {
          loads: [payload.marker],
          flags: ["charset-conflict"],
        });
      }),
    );
    return [...plain, ...pairs, ...marked];
  },
};

const stateful: Row = {
  id: "HM-101",
  title: "charsets that change ASCII",
  make: (kit) => {
    const fresh = () => createPayload(kit.random, "html");
    const markup = (payload: Payload) => payload.bytes.toString("latin1");
    const utf7 = (text: string) =>
      text.replace(
        /[<>"=]+/g,
        (run) => `+${Buffer.from(run, "utf16le").swap16().toString("base64").replace(/=+$/, "")}-`,
      );
    const cases: readonly (readonly [
      name: string,
      charset: string,
      bytes: (text: string) => string,
      hidesMarkup: boolean,
    ])[] = [
      ["UTF-7", "utf-7", utf7, true],
      ["UTF-7, said twice", "utf-7; charset=utf-8", utf7, true],
      ["UTF-16LE", "utf-16le", utf16, false],
      ["UTF-16BE", "utf-16be", swapped, false],
      ["UTF-16", "utf-16", (text) => `\xfe\xff${swapped(text)}`, false],
      ["UTF-32LE", "utf-32le", (text) => [...text].map((letter) => `${letter}\0\0\0`).join(""), false],
      ["UTF-32BE", "utf-32be", (text) => [...text].map((letter) => `\0\0\0${letter}`).join(""), false],
      ["ISO-2022-JP", "iso-2022-jp", (text) => `\x1b$B$"\x1b(B${text}`, false],
      ["ISO-2022-JP, Roman", "iso-2022-jp", (text) => `\x1b(J\\${text}`, false],
      ["ISO-2022-JP, left open", "iso-2022-jp", (text) => `${text}\x1b$B`, false],
      ["ISO-2022-KR", "iso-2022-kr", (text) => `\x1b$)C\x0e!!\x0f${text}`, false],
      ["HZ", "hz-gb-2312", (text) => `~{<:Ky2;~}${text}`, false],
      ["x-user-defined", "x-user-defined", (text) => `\x80${text}`, false],
      ["GB18030", "gb18030", (text) => `\x81\x30\x81\x30${text}`, false],
      ["GBK, second byte is a quote's neighbour", "gbk", (text) => `\x81\x40${text}`, false],
      ["Big5, second byte is a backslash", "big5", (text) => `\xa4\x5c${text}`, false],
      ["Shift_JIS, lead byte at the end", "shift_jis", (text) => `${text}\x81`, false],
      ["EUC-KR", "euc-kr", (text) => `\xb0\xa1${text}`, false],
    ];
    return cases.flatMap(([name, charset, bytes, hidesMarkup]) => {
      const payload = fresh();
      return htmlFiles(name, `text/html; charset=${charset}`, bytes(markup(payload)), {
        loads: [payload.marker],
        flags: hidesMarkup ? ["charset-markup"] : [],
      });
    });
  },
};

const invalidUtf8: Row = {
  id: "HM-102",
  title: "invalid UTF-8",
  make: (kit) => {
    const sequences = [
      "\xc0\xbc",
      "\xe0\x80\xbc",
      "\xf0\x80\x80\xbc",
      "\xed\xa0\x80",
      "\xed\xbf\xbf",
      "\xf8\x88\x80\x80\x80",
      "\xfc\x84\x80\x80\x80\x80",
      "\xc3",
      "\xe2\x82",
      "\xf0\x9f\x98",
      "\xff\xfe",
      "\x80",
      "\xf4\x90\x80\x80",
    ];
    return sequences.flatMap((sequence, index) =>
      ["<p>before", "before<img src="].flatMap((before) => {
        const payload = createPayload(kit.random, "html");
        const bytes = `${before.includes("img") ? "" : before}${sequence}${payload.bytes.toString("latin1")}${sequence}`;
        return htmlFiles(`${index} ${before.length}`, "text/html; charset=utf-8", bytes, { loads: [payload.marker] });
      }),
    );
  },
};

const INVISIBLE = [
  "\u00ad",
  "\u200b",
  "\u200c",
  "\u200d",
  "\u2060",
  "\ufeff",
  "\u180e",
  "\ufe0f",
  "\u{e0041}",
  "\u3164",
  "\u115f",
  "\u034f",
];

const invisible: Row = {
  id: "HM-103",
  title: "invisible characters",
  make: (kit) =>
    INVISIBLE.flatMap((character) => {
      const payload = createPayload(kit.random, "html");
      const salted = [..."Please confirm your password at once"].join(character);
      const name = `U+${(character.codePointAt(0) ?? 0).toString(16)}`;
      const subject = bareMail(
        [
          ...envelope.map((line) => (line.startsWith("Subject:") ? utf8(`Subject: ${salted}`) : line)),
          "MIME-Version: 1.0",
          "Content-Type: text/plain; charset=utf-8",
        ],
        utf8(salted),
      );
      return [
        ...htmlFiles(`${name} in HTML`, "text/html; charset=utf-8", page(payload, utf8(salted)), {
          loads: [payload.marker],
          flags: ["invisible-text"],
        }),
        file(`${name} in text and subject`, subject, { flags: ["invisible-text"] }),
      ];
    }),
};

/** Bombs and oddities of text: bounded, and the picture is still found. */
function textRow(
  id: string,
  title: string,
  texts: (kit: Kit) => readonly (readonly [name: string, text: string])[],
  wish: Wish = {},
): Row {
  return {
    id,
    title,
    make: (kit) =>
      texts(kit).flatMap(([name, text]) => {
        const payload = createPayload(kit.random, "html");
        const before = `${payload.bytes.toString("latin1").replace("</body></html>", "")}<p>${utf8(text)}</p></body></html>`;
        return htmlFiles(name, "text/html; charset=utf-8", before, { ...wish, loads: [payload.marker] });
      }),
  };
}

const MARKED: readonly (readonly [name: string, text: string, count: number])[] = [
  ["U+FDFA", "\ufdfa", 1_000_000],
  ["combining marks", "\u0301", 1_000_000],
  ["mixed combining marks", "\u0301\u0323\u0315", 300_000],
  ["Hangul jamo", "\u1100\u1161\u11a8", 300_000],
];

const markedTexts = textRow("HM-104", "normalisation bombs", (kit) =>
  MARKED.map(([name, text, count]) => [name, `a${text.repeat(scaled(kit, count))}`]),
);

const normalisation: Row = {
  ...markedTexts,
  make: (kit) => {
    const headers = MARKED.flatMap(([name, text, count]) => {
      const long = `a${utf8(text).repeat(scaled(kit, count))}`;
      const { marker } = createPayload(kit.random, "short");
      const message = bareMail([...envelope, "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"], marker);
      return [
        file(
          `${name} in the subject`,
          message.replace("Papers for Monday", () => long),
          { within: [marker] },
        ),
        file(
          `${name} in the sender's name`,
          message.replace("Ada Example", () => `Daily News ${long}`),
          { within: [marker] },
        ),
        file(
          `${name} in the reader's name`,
          message.replace("Bo Example", () => long),
          { within: [marker] },
        ),
        file(`${name} in a text`, `${message} ${long}`, { within: [marker] }),
      ];
    });
    return [...markedTexts.make(kit), ...headers];
  },
};

const lookAlikes = textRow(
  "HM-105",
  "look-alike words",
  () => [
    ["mathematical", "𝐩𝐚𝐬𝐬𝐰𝐨𝐫𝐝 𝕔𝕠𝕟𝕗𝕚𝕣𝕞"],
    ["full-width", "ｐａｓｓｗｏｒｄ"],
    ["enclosed", "ⓟⓐⓢⓢⓦⓞⓡⓓ"],
    ["mixed scripts", "раssword соnfirm аccount"],
  ],
  { flags: ["mixed-script-word"] },
);

const bidiText = textRow("HM-106", "bidi overrides", () => [
  ["override over a paragraph", `\u202e${"drowssap ruoy mrifnoc ".repeat(20)}`],
  ["isolates left open", "\u2066\u2067\u2068".repeat(200)],
  ["embedding depth", "\u202a".repeat(2_000)],
]);

const salting = textRow("HM-107", "language salting", () => [
  ["hidden block", `visible <span style="display:none">${"Привет мир ".repeat(200)}</span>`],
  ["comment", `visible <!-- ${"Привет мир ".repeat(200)} -->`],
]);

export const charsetRows: readonly Row[] = [
  conflicts,
  stateful,
  invalidUtf8,
  invisible,
  normalisation,
  lookAlikes,
  bidiText,
  salting,
];
