/** Catalogue section B: the header block. */
import { type Canary, createCanary } from "./canary.ts";
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
  scaled,
  single,
  typeField,
} from "./compose.ts";
import { file, type HostileFile, type Seen, type Wish } from "./file.ts";

/** Both orders, and the three-fold forms. */
function orders(a: string, b: string): readonly (readonly [name: string, fields: readonly string[]])[] {
  return [
    ["AB", [a, b]],
    ["BA", [b, a]],
    ["ABB", [a, b, b]],
    ["BBA", [b, b, a]],
  ];
}

const PLAIN_SINGLETONS: readonly (readonly [key: string, a: string, b: string])[] = [
  ["from", "From: a@example.org", "From: b@attacker.test"],
  ["sender", "Sender: a@example.org", "Sender: b@attacker.test"],
  ["to", "To: a@example.org", "To: b@example.net"],
  ["subject", "Subject: one", "Subject: two"],
  ["date", "Date: Mon, 25 Mar 2024 10:20:30 +0100", "Date: Tue, 26 Mar 2024 10:20:30 +0100"],
  ["message-id", "Message-ID: <1@example.org>", "Message-ID: <2@example.org>"],
  ["mime-version", "MIME-Version: 1.0", "MIME-Version: 2.0"],
];

const duplicates: Row = {
  id: "HM-020",
  title: "duplicate singletons",
  make: (kit) =>
    perCanary(kit, (canary) => [
      ...PLAIN_SINGLETONS.flatMap(([key, a, b]) =>
        orders(a, b).map(([name, fields]) => {
          const others = envelope.filter((line) => !line.toLowerCase().startsWith(`${key}:`));
          const text = bareMail([...others, ...fields, ...leafFields(canary)], canary.encoded);
          const senders = key === "from" ? ["a@example.org", "b@attacker.test"] : [];
          return file(`${key} ${name}`, text, { canaries: [canary], flags: [`dup-header:${key}`], senders });
        }),
      ),
      ...["7bit", "base64", "quoted-printable", "x-unknown"]
        .filter((other) => other !== canary.encoding)
        .flatMap((other) => duplicateField(canary, "content-transfer-encoding", `Content-Transfer-Encoding: ${other}`)),
      ...duplicateField(canary, "content-disposition", 'Content-Disposition: attachment; filename="other.exe"', [
        "other.exe",
      ]),
      ...duplicateField(canary, "content-type", 'Content-Type: image/png; name="other.png"', ["other.png"]),
    ]),
};

/** One field of the canary's own and another of the same name, on the message and on a part. */
function duplicateField(
  canary: Canary,
  key: string,
  other: string,
  names: readonly string[] = [],
): readonly HostileFile[] {
  const own = leafFields(canary).find((line) => line.toLowerCase().startsWith(`${key}:`)) ?? "";
  const rest = leafFields(canary).filter((line) => line !== own);
  return orders(own, other).flatMap(([name, fields]) => {
    const wish: Wish = { canaries: [canary], flags: [`dup-header:${key}`], names };
    const inner = [...rest, ...fields, "", canary.encoded].join(CRLF);
    return [
      file(`${key} ${other.split(/[ ;]/)[1]} ${name}`, mail([...rest, ...fields], canary.encoded), wish),
      file(
        `${key} ${other.split(/[ ;]/)[1]} ${name} of a part`,
        mail(["Content-Type: multipart/mixed; boundary=b"], parts("b", innocent, inner)),
        wish,
      ),
    ];
  });
}

/** Spellings of a field's name that some client takes for the plain one. */
const ODD_NAMES: readonly (readonly [name: string, spell: (field: string) => string])[] = [
  ["space before the colon", (field) => field.replace(":", " :")],
  ["TAB before the colon", (field) => field.replace(":", "\t:")],
  ["NUL before the colon", (field) => field.replace(":", "\0:")],
  ["spaces before the colon", (field) => field.replace(":", "    :")],
  ["folded before the colon", (field) => field.replace(":", "\r\n :")],
];

/** Lines that a header block has to survive. */
const ODD_LINES: readonly (readonly [name: string, line: string])[] = [
  ["empty name", ": x"],
  ["space as name", " : x"],
  ["line without a colon", "no colon in this line"],
  ["control byte in a name", "X-A\x01B: x"],
  ["non-ASCII name", "X-\xc3\xa4: x"],
  ["two words as name", "X Odd Name: x"],
  ["quotes as name", '"X-A": x'],
];

const oddNames: Row = {
  id: "HM-021",
  title: "odd header names",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const wish: Wish = { canaries: [canary], flags: ["odd-header-name"] };
      const encoding = encodingField(canary);
      return [
        ...ODD_NAMES.flatMap(([name, spell]) => [
          file(
            `${name}, multipart's type`,
            mixed(canary).replace("Content-Type: multi", spell("Content-Type: multi")),
            wish,
          ),
          file(`${name}, encoding`, single(canary).replace(encoding, spell(encoding)), wish),
          file(`${name}, encoding of a part`, mixed(canary).replace(encoding, spell(encoding)), wish),
        ]),
        file(
          "space at the block's start",
          bareMail([" Content-Type: multipart/mixed; boundary=b", ...envelope], parts("b", part(canary))),
          wish,
        ),
        file(
          "space at a part's start",
          mail(["Content-Type: multipart/mixed; boundary=b"], parts("b", innocent, ` ${part(canary)}`)),
          canary.payload.kind === "html" ? { contents: [canary.payload.bytes], flags: ["odd-header-name"] } : wish,
        ),
        ...ODD_LINES.flatMap(([name, line]) => {
          // After another field it is that field's fold, as long lists of names in signatures have them (RFC 6376 3.5).
          const isFold = line.startsWith(" ");
          const inside: Wish = isFold ? { canaries: [canary] } : wish;
          return [
            file(
              `${name} before the type`,
              mixed(canary).replace("Content-Type: multi", `${line}${CRLF}Content-Type: multi`),
              inside,
            ),
            file(`${name} first`, `${line}${CRLF}${mixed(canary)}`, wish),
            file(
              `${name} before the encoding of a part`,
              mixed(canary).replace(encoding, `${line}${CRLF}${encoding}`),
              inside,
            ),
          ];
        }),
      ];
    }),
};

const folding: Row = {
  id: "HM-022",
  title: "folding",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const legal: Wish = { canaries: [canary] };
      const odd: Wish = { canaries: [canary], anyFlag: true };
      const typed = (type: string) => mixed(canary, "b", type);
      const coded = (value: string) => single(canary).replace(`: ${canary.encoding}`, `:${value}`);
      const { encoding } = canary;
      const many = "\r\n ".repeat(scaled(kit, 10_000, 200));
      return [
        file("value on the next line", mixed(canary).replace("Content-Type: multi", "Content-Type:\r\n multi"), legal),
        file("value two lines on", mixed(canary).replace("Content-Type: multi", "Content-Type:\r\n\t\r\n multi"), odd),
        file("encoding on the next line", coded(`\r\n ${encoding}`), legal),
        file("encoding cut", coded(` ${encoding.slice(0, 3)}\r\n ${encoding.slice(3)}`), odd),
        file("encoding cut by a TAB fold", coded(` ${encoding.slice(0, 3)}\r\n\t${encoding.slice(3)}`), odd),
        file("type cut", typed("multi\r\n part/mixed; boundary=b"), odd),
        file("subtype cut", typed("multipart/mi\r\n xed; boundary=b"), odd),
        file("after the equals sign", typed("multipart/mixed; boundary=\r\n b"), odd),
        file("after the equals sign, quoted", typed('multipart/mixed; boundary=\r\n "b"'), odd),
        file("before the equals sign", typed("multipart/mixed; boundary\r\n =b"), odd),
        file("in the parameter's name", typed("multipart/mixed; bound\r\n ary=b"), odd),
        file("in the boundary, used joined", mixed(canary, "bxy", 'multipart/mixed; boundary="bx\r\n y"'), odd),
        file(
          "in the boundary, used with the space",
          mixed(canary, "bx y", 'multipart/mixed; boundary="bx\r\n y"'),
          odd,
        ),
        file("in the boundary, used cut", mixed(canary, "bx", 'multipart/mixed; boundary="bx\r\n y"'), odd),
        file("white line in the value", typed("multipart/mixed;\r\n \r\n boundary=b"), odd),
        file(
          "white line before the type",
          mixed(canary).replace("\r\nContent-Type: multi", "\r\n \r\nContent-Type: multi"),
          odd,
        ),
        file(
          "white line ends the header",
          mail(leafFields(canary), canary.encoded).replace("\r\n\r\n", "\r\n \r\n"),
          odd,
        ),
        file("very many folds before the boundary", typed(`multipart/mixed;${many} boundary=b`), legal),
        file(
          "very many white folds",
          typed(`multipart/mixed;${"\r\n \t".repeat(scaled(kit, 10_000, 200))}\r\n boundary=b`),
          odd,
        ),
      ];
    }),
};

const blankLooking: Row = {
  id: "HM-023",
  title: "headers after a blank-looking line",
  make: (kit) =>
    perCanary(kit, (canary) =>
      (
        [
          ["space", "\r\n \r\n"],
          ["TAB", "\r\n\t\r\n"],
          ["NUL", "\r\n\0\r\n"],
          ["CR", "\r\n\r\r\n"],
          ["form feed", "\r\n\f\r\n"],
        ] as const
      ).flatMap(([name, line]) => {
        const wish: Wish = { canaries: [canary], anyFlag: true };
        const head = envelope.join(CRLF);
        const multipart = `Content-Type: multipart/mixed; boundary=b${CRLF}${CRLF}${parts("b", innocent, part(canary))}`;
        const fields = leafFields(canary).join(CRLF);
        return [
          file(`${name}, a multipart's type follows`, `${head}${line}${multipart}`, wish),
          file(
            `${name}, the encoding follows`,
            `${head}${CRLF}${typeField(canary)}${line}${encodingField(canary)}${CRLF}${CRLF}${canary.encoded}`,
            wish,
          ),
          file(`${name}, the body follows`, `${head}${CRLF}${fields}${line}${canary.encoded}`, wish),
          file(
            `${name}, text and a multipart's type follow`,
            `${head}${CRLF}Content-Type: text/plain${line}${multipart}`,
            wish,
          ),
          file(
            `${name} in a part`,
            mixed(canary).replace(
              part(canary),
              `${typeField(canary)}${line}${encodingField(canary)}${CRLF}${CRLF}${canary.encoded}`,
            ),
            wish,
          ),
        ];
      }),
    ),
};

const comments: Row = {
  id: "HM-024",
  title: "comments in structured values",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const { encoding } = canary;
      const wish: Wish = { canaries: [canary], flags: ["comment-in-mime-header"] };
      const cut = `${encoding.slice(0, 3)}(x)${encoding.slice(3)}`;
      const deep = (depth: number) => `${"(".repeat(depth)}x${")".repeat(depth)}`;
      const codings = [
        `${encoding} (x)`,
        `${encoding} (x`,
        `(${encoding})`,
        cut,
        `(x)${encoding}`,
        `(x) ${encoding}`,
        `${encoding}(x)`,
        `${encoding} (a (nested) pair)`,
        `${encoding} (a \\) quoted pair)`,
        `${encoding} )`,
        `(7bit) ${encoding}`,
        `${encoding} (7bit)`,
        `(x\r\n y) ${encoding}`,
        `${encoding} (x\r\n y)`,
        `(${deep(scaled(kit, 1_000, 100))}) ${encoding}`,
        `(${deep(scaled(kit, 100_000, 1_000))}) ${encoding}`,
        `${"(".repeat(scaled(kit, 100_000, 1_000))} ${encoding}`,
      ];
      const types = [
        "multipart/(x)mixed; boundary=b",
        "(x)multipart/mixed; boundary=b",
        "multipart(x)/mixed; boundary=b",
        "multipart/mixed (x); boundary=b",
        "multipart/mixed; (x) boundary=b",
        "multipart/mixed; boundary(x)=b",
        "multipart/mixed; boundary=(x)b",
        'multipart/mixed; boundary=(x)"b"',
        'multipart/mixed; boundary="b" (x)',
        "multipart/mixed; boundary=b(x)",
        "multipart/mixed; boundary=b (x",
        "multipart/mixed; (boundary=c) boundary=b",
        "multipart/mixed; boundary=b; (boundary=c)",
        "multipart/mixed (; boundary=c); boundary=b",
        "multipart/mixed; (\r\n x) boundary=b",
      ];
      return [
        ...codings.map((value, index) =>
          file(
            `encoding ${index}: ${value.slice(0, 40)}`,
            single(canary).replace(`: ${encoding}`, () => `: ${value}`),
            wish,
          ),
        ),
        ...types.map((value, index) => file(`type ${index}: ${value}`, mixed(canary, "b", value), wish)),
      ];
    }),
};

const encodedStructure: Row = {
  id: "HM-025",
  title: "encoded-words in structured values",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const wish: Wish = { canaries: [canary], flags: ["encoded-word-in-structure"] };
      const { encoding } = canary;
      const q = (text: string) => `=?us-ascii?Q?${text}?=`;
      const b = (text: string) => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
      const typed = (type: string, boundary: string) => mixed(canary, boundary, type);
      return [q, b].flatMap((word, index) => {
        const kind = index === 0 ? "Q" : "B";
        const codings = [
          word(encoding),
          `${encoding.slice(0, 2)}${word(encoding.slice(2))}`,
          `${word(encoding.slice(0, 2))}${encoding.slice(2)}`,
        ];
        return [
          file(
            `${kind} boundary, quoted, used decoded`,
            typed(`multipart/mixed; boundary="${word("bnd")}"`, "bnd"),
            wish,
          ),
          file(
            `${kind} boundary, quoted, used literally`,
            typed(`multipart/mixed; boundary="${word("bnd")}"`, word("bnd")),
            wish,
          ),
          file(`${kind} boundary, bare, used decoded`, typed(`multipart/mixed; boundary=${word("bnd")}`, "bnd"), wish),
          file(
            `${kind} boundary, bare, used literally`,
            typed(`multipart/mixed; boundary=${word("bnd")}`, word("bnd")),
            wish,
          ),
          file(`${kind} boundary in part`, typed(`multipart/mixed; boundary="b${word("nd")}"`, "bnd"), wish),
          file(`${kind} media type`, typed(`${word("multipart/mixed")}; boundary=b`, "b"), wish),
          file(`${kind} media type in part`, typed(`multi${word("part")}/mixed; boundary=b`, "b"), wish),
          file(`${kind} subtype`, typed(`multipart/${word("mixed")}; boundary=b`, "b"), wish),
          file(`${kind} parameter name`, typed(`multipart/mixed; ${word("boundary")}=b`, "b"), wish),
          file(`${kind} whole value`, typed(word("multipart/mixed; boundary=b"), "b"), wish),
          ...codings.map((value) =>
            file(`${kind} encoding ${value}`, single(canary).replace(`: ${encoding}`, `: ${value}`), wish),
          ),
          file(
            `${kind} Content-ID`,
            mixed(canary).replace(
              "Content-Disposition",
              `Content-ID: ${word("<1@example.org>")}${CRLF}Content-Disposition`,
            ),
            wish,
          ),
        ];
      });
    }),
};

function subjectOf(words: string, probe: (seen: Seen) => readonly string[], name: string, canary: Canary): HostileFile {
  return file(
    name,
    single(canary).replace("Papers for Monday", () => words),
    { canaries: [canary], probe },
  );
}

const encodedWords: Row = {
  id: "HM-026",
  title: "encoded-word torture",
  make: (kit) => {
    const canary = createCanary(kit.random, "base64");
    const noBreak = ({ record }: Seen) => (/[\r\n]/.test(record.subject) ? ["the subject holds a line end"] : []);
    const is = (wanted: string) => (seen: Seen) =>
      seen.record.subject === wanted
        ? []
        : [`the subject is ${JSON.stringify(seen.record.subject.slice(0, 60))}, not ${JSON.stringify(wanted)}`];
    const injected = Buffer.from("Hello\r\nFrom: forged@attacker.test\r\n\r\n<b>").toString("base64");
    const nested = `=?utf-8?B?${Buffer.from("=?utf-8?Q?inner?=").toString("base64")}?=`;
    return [
      subjectOf("=?x-unknown?Q?plain?=", noBreak, "unknown charset", canary),
      subjectOf(`=?${"x".repeat(10_240)}?Q?a?=`, noBreak, "charset of 10 KiB", canary),
      subjectOf("=?utf-8?Q??=", noBreak, "empty text", canary),
      subjectOf("=?utf-8?Q?two words?=", noBreak, "spaces in Q", canary),
      subjectOf("=?utf-8?B?SGVsbG8?=", is("Hello"), "B without padding", canary),
      subjectOf("=?utf-8?B?SGVsbG8====?=", is("Hello"), "B with too much padding", canary),
      subjectOf("=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=", is("Grüße"), "a character in two words", canary),
      subjectOf("=?utf-8?q?low?=", is("low"), "lower-case q", canary),
      subjectOf("=?utf-8?b?bG93?=", is("low"), "lower-case b", canary),
      subjectOf("=?utf-8*en?Q?lang?=", is("lang"), "language suffix", canary),
      subjectOf("=?utf-8?Q?open", noBreak, "not ended", canary),
      subjectOf("=?utf-8?Q?open=", noBreak, "not ended, half an escape", canary),
      subjectOf(nested, is("=?utf-8?Q?inner?="), "decodes to another one", canary),
      file(
        "line end and header inside, subject",
        single(canary).replace("Papers for Monday", `=?utf-8?B?${injected}?=`),
        {
          canaries: [canary],
          notSenders: ["forged@attacker.test"],
          probe: noBreak,
        },
      ),
      file(
        "line end and header inside, sender's name",
        single(canary).replace("Ada Example", `=?utf-8?B?${injected}?=`),
        {
          canaries: [canary],
          senders: ["ada@example.org"],
          notSenders: ["forged@attacker.test"],
        },
      ),
      subjectOf("=?utf-8?Q?a?= ".repeat(scaled(kit, 50_000, 2_000)), noBreak, "very many words", canary),
      subjectOf("=?utf-8?Q?".repeat(scaled(kit, 50_000, 2_000)), noBreak, "very many words not ended", canary),
      subjectOf("=?".repeat(scaled(kit, 100_000, 2_000)), noBreak, "very many starts", canary),
    ];
  },
};

const HAZARDS = ["__proto__", "constructor", "toString", "hasOwnProperty", "length", "then", "prototype", "valueOf"];

const prototypes: Row = {
  id: "HM-027",
  title: "names that objects have",
  make: (kit) =>
    perCanary(kit, (canary) =>
      HAZARDS.flatMap((name) => {
        const wish: Wish = {
          canaries: [canary],
          probe: () => (({}) as Record<string, unknown>)["polluted"] === undefined ? [] : ["a prototype was changed"],
        };
        return [
          file(`header ${name}`, `${name}: polluted${CRLF}${mixed(canary)}`, wish),
          file(
            `parameter ${name}`,
            mixed(canary, "b", `multipart/mixed; ${name}=polluted; boundary=b; ${name}*0=x; ${name}*=utf-8''y`),
            wish,
          ),
          file(
            `media type ${name}`,
            mail(
              ["Content-Type: multipart/mixed; boundary=b"],
              parts("b", `Content-Type: ${name}/${name}; charset=${name}${CRLF}${CRLF}x`, part(canary)),
            ),
            wish,
          ),
          file(
            `encoding ${name}`,
            mail(
              ["Content-Type: multipart/mixed; boundary=b"],
              parts("b", `Content-Transfer-Encoding: ${name}${CRLF}${CRLF}x`, part(canary)),
            ),
            wish,
          ),
          file(`boundary ${name}`, mixed(canary, name), wish),
        ];
      }),
    ),
};

const headerBombs: Row = {
  id: "HM-028",
  title: "header bombs",
  make: (kit) => {
    const canary = createCanary(kit.random, "base64");
    const fields = leafFields(canary);
    const after = (lines: string) =>
      `${fields.join(CRLF)}${CRLF}${envelope.join(CRLF)}${CRLF}${lines}${CRLF}${canary.encoded}`;
    const count = scaled(kit, 100_000, 11_000);
    const limited: Wish = { canaries: [canary], limits: ["limit.header-fields"] };
    return [
      file("very many fields", after("X-A: 1\r\n".repeat(count)), limited),
      file(
        "very many different fields",
        after(Array.from({ length: count }, (_, n) => `X-${n}: 1\r\n`).join("")),
        limited,
      ),
      file(
        "very many DKIM-Signatures",
        after("DKIM-Signature: v=1; d=example.org; s=a; h=from; bh=AA==; b=AA==\r\n".repeat(count)),
        limited,
      ),
      file(
        "many Received",
        after("Received: from a.example by b.example; Mon, 25 Mar 2024 10:20:30 +0100\r\n".repeat(scaled(kit, 20_000))),
        { canaries: [canary] },
      ),
      file("one long field", after(`X-A: ${"x".repeat(scaled(kit, 10_000_000))}\r\n`), { canaries: [canary] }),
      file("very many references", after(`References: ${"<1@example.org> ".repeat(scaled(kit, 1_000_000))}\r\n`), {
        canaries: [canary],
      }),
    ];
  },
};

const BAD_DATES: readonly string[] = [
  "Mon, 25 Mar 0000 10:20:30 +0000",
  "Mon, 25 Mar 99 10:20:30 +0000",
  "Mon, 25 Mar 275761 10:20:30 +0000",
  "Mon, 25 Mar 9999 10:20:30 +9999",
  "Mon, 25 Mar 2024 10:20:30 -9999",
  "Mon, 25 13 2024 10:20:30 +0000",
  "Mon, 45 Mar 2024 10:20:30 +0000",
  "Mon, 25 Mar 2024 99:99:99 +0000",
  "",
  "never",
  "Mon, 25 Mar 9223372036854775808 10:20:30 +0000",
];

const GOOD_DATES: readonly string[] = [
  "Mon, 25 Mar 2024 10:20:30 (local (nested)) +0100 (CET)",
  "25 Mar 2024 10:20 GMT",
  "Mon, 25 Mar 9999 10:20:30 +0000",
];

const dates: Row = {
  id: "HM-029",
  title: "date torture",
  make: (kit) => {
    const canary = createCanary(kit.random, "base64");
    const sound = ({ record }: Seen) =>
      record.date === null || Number.isSafeInteger(record.date) ? [] : [`the date is ${record.date}`];
    const dated = (value: string) => single(canary).replace(/Date: [^\r]*/, () => `Date: ${value}`);
    return [
      ...BAD_DATES.map((value) =>
        file(`bad ${value}`, dated(value), { canaries: [canary], probe: sound, flags: ["bad-date"] }),
      ),
      ...GOOD_DATES.map((value) => file(`odd ${value}`, dated(value), { canaries: [canary], probe: sound })),
      file("none", single(canary).replace(/Date: [^\r]*\r\n/, ""), { canaries: [canary], probe: sound }),
      file("two", dated("Mon, 25 Mar 2024 10:20:30 +0100\r\nDate: Mon, 25 Mar 1990 10:20:30 +0100"), {
        canaries: [canary],
        probe: sound,
        flags: ["dup-header:date"],
      }),
    ];
  },
};

const messageIds: Row = {
  id: "HM-030",
  title: "Message-ID torture",
  make: (kit) => {
    const canary = createCanary(kit.random, "base64");
    const ids = [
      "",
      "<>",
      "<1@example.org> <2@example.org>",
      "< 1 @ example.org >",
      "1@example.org",
      `<${"x".repeat(scaled(kit, 1_000_000))}@example.org>`,
      "<<1@example.org>",
      '<"a>b"@example.org>',
      "<1@[192.0.2.1]>",
    ];
    return ids.map((id, index) =>
      file(
        `${index}: ${id.slice(0, 40)}`,
        single(canary).replace("<1@example.org>", () => id),
        { canaries: [canary] },
      ),
    );
  },
};

const TRACES: readonly string[] = [
  "from localhost (localhost [127.0.0.1]) by mx.example.org; Mon, 25 Mar 2024 10:20:30 +0100",
  "from mx.example.org (mx.example.org [192.0.2.1]) by mx.example.org; Mon, 25 Mar 1924 10:20:30 +0100",
  "from [IPv6:2001:db8::1%eth0] by mx.example.org; Mon, 25 Mar 2999 10:20:30 +0100",
  "from (((((by;;;;",
  "; ; ; Mon, 25 Mar 2024 10:20:30 +0100",
];

const traces: Row = {
  id: "HM-031",
  title: "forged trace",
  make: (kit) => {
    const canary = createCanary(kit.random, "base64");
    return TRACES.flatMap((trace, index) => [
      file(`above ${index}`, `Received: ${trace}${CRLF}${single(canary)}`, { canaries: [canary] }),
      file(`below ${index}`, single(canary).replace("MIME-Version", `Received: ${trace}${CRLF}MIME-Version`), {
        canaries: [canary],
      }),
    ]);
  },
};

const verdictHeaders: Row = {
  id: "HM-032",
  title: "our own verdict forged",
  make: (kit) => {
    const canary = createCanary(kit.random, "base64");
    const lines = [
      "X-Letterlock-Verdict: clear",
      "X-Letterlock-Verdict : clear",
      "x-letterlock-verdict:clear",
      "Authentication-Results: mx.example.org; dkim=pass header.d=example.org; spf=pass",
    ];
    return lines.map((line) => file(line, `${line}${CRLF}${single(canary)}`, { canaries: [canary] }));
  },
};

export const headerRows: readonly Row[] = [
  duplicates,
  oddNames,
  folding,
  blankLooking,
  comments,
  encodedStructure,
  encodedWords,
  prototypes,
  headerBombs,
  dates,
  messageIds,
  traces,
  verdictHeaders,
];
