/** Catalogue section D, second half: nesting, leaf and multipart types, messages inside, alternatives, uuencode, flowed text. */
import { joinPieces } from "../../src/mail/join-pieces.ts";
import { evenCuts, piecesOf } from "../support/pieces.ts";
import { type Canary, createCanary, toBase64, toQuotedPrintable, toUuencode, toYenc } from "./canary.ts";
import {
  CRLF,
  encodingField,
  innocent,
  leafFields,
  mail,
  mixed,
  part,
  parts,
  perCanary,
  type Row,
  scaled,
  typeField,
} from "./compose.ts";
import { file, type HostileFile, type Wish } from "./file.ts";

const odd = (canary: Canary): Wish => ({ canaries: [canary], anyFlag: true });
const sound = (canary: Canary): Wish => ({ canaries: [canary] });
/** Found, but without a type that would make its markup load anything. */
const untyped = (canary: Canary): Wish => ({ contents: [canary.payload.bytes], anyFlag: true });

/** A part that is a multipart with these lines as its body. */
const inside = (type: string, body: string) => `Content-Type: ${type}${CRLF}${CRLF}${body}`;
const outer = (body: string) => mail(["Content-Type: multipart/mixed; boundary=o"], body);

const nestedBoundaries: Row = {
  id: "HM-077",
  title: "nested multiparts and their boundaries",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const p = part(canary);
      const line = (...lines: readonly string[]) => [...lines, ""].join(CRLF);
      return [
        file(
          "one boundary for both",
          outer(parts("o", innocent, inside("multipart/mixed; boundary=o", parts("o", innocent, p)))),
          odd(canary),
        ),
        file(
          "one boundary for three",
          outer(
            parts(
              "o",
              inside("multipart/mixed; boundary=o", parts("o", inside("multipart/mixed; boundary=o", parts("o", p)))),
            ),
          ),
          odd(canary),
        ),
        file(
          "child without boundary",
          outer(parts("o", innocent, inside("multipart/mixed", parts("i", innocent, p)))),
          odd(canary),
        ),
        file(
          "child without boundary, first",
          outer(parts("o", inside("multipart/mixed", parts("i", innocent, p)), innocent)),
          odd(canary),
        ),
        file(
          "child uses the parent's",
          outer(parts("o", inside("multipart/mixed; boundary=i", parts("o", innocent, p)))),
          odd(canary),
        ),
        file(
          "child never closed",
          outer(
            `--o${CRLF}${inside("multipart/mixed; boundary=i", `--i${CRLF}${innocent}${CRLF}--i${CRLF}${p}${CRLF}`)}--o--${CRLF}`,
          ),
          odd(canary),
        ),
        file(
          "child never closed, a part follows",
          outer(
            `--o${CRLF}${inside("multipart/mixed; boundary=i", `--i${CRLF}${innocent}${CRLF}`)}--o${CRLF}${p}${CRLF}--o--${CRLF}`,
          ),
          odd(canary),
        ),
        file(
          "overlapping",
          outer(
            line("--o", "Content-Type: multipart/mixed; boundary=i", "", "--i", innocent, "--o--", "--i", p, "--i--"),
          ),
          odd(canary),
        ),
        file(
          "overlapping siblings",
          outer(
            line(
              "--o",
              "Content-Type: multipart/mixed; boundary=a",
              "",
              "--a",
              innocent,
              "--o",
              "Content-Type: multipart/mixed; boundary=c",
              "",
              "--c",
              innocent,
              "--a--",
              "--c",
              p,
              "--c--",
              "--o--",
            ),
          ),
          odd(canary),
        ),
        file(
          "siblings share a boundary",
          outer(
            parts(
              "o",
              inside("multipart/mixed; boundary=i", parts("i", innocent)),
              inside("multipart/mixed; boundary=i", parts("i", p)),
            ),
          ),
          sound(canary),
        ),
        file(
          "child opened before the parent",
          mail(
            ["Content-Type: multipart/mixed; boundary=o"],
            `--i${CRLF}${p}${CRLF}--i--${CRLF}${parts("o", innocent)}`,
          ),
          odd(canary),
        ),
      ];
    }),
};

const encodedMultipart: Row = {
  id: "HM-078",
  title: "encoded multipart",
  make: (kit) =>
    perCanary(kit, (canary, fresh) => {
      const body = parts("b", innocent, part(canary));
      const wraps = [
        ["base64", toBase64(Buffer.from(body, "latin1"))],
        ["quoted-printable", toQuotedPrintable(Buffer.from(body, "latin1"))],
        ["x-uuencode", toUuencode(Buffer.from(body, "latin1"), "body")],
      ] as const;
      const type = "Content-Type: multipart/mixed; boundary=b";
      return [
        ...wraps.flatMap(([encoding, text]) => [
          file(`${encoding}, the message`, mail([type, `Content-Transfer-Encoding: ${encoding}`], text), odd(canary)),
          file(
            `${encoding}, a part`,
            outer(parts("o", innocent, [type, `Content-Transfer-Encoding: ${encoding}`, "", text].join(CRLF))),
            odd(canary),
          ),
        ]),
        ...["base64", "quoted-printable"].map((encoding) =>
          file(
            `${encoding} said, body is plain`,
            mail([type, `Content-Transfer-Encoding: ${encoding}`], body),
            odd(canary),
          ),
        ),
        file(
          "base64, canary in base64 after it",
          mail(
            [type, "Content-Transfer-Encoding: base64"],
            `${toBase64(Buffer.from(parts("b", innocent), "latin1"))}${CRLF}${parts("b", part(fresh()[0] ?? canary), part(canary))}`,
          ),
          odd(canary),
        ),
      ];
    }),
};

const leafWithParts: Row = {
  id: "HM-079",
  title: "leaf type with a multipart body",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const body = parts("bnd12345", innocent, part(canary));
      const types = [
        "text/plain",
        "text/plain; charset=utf-8",
        "application/octet-stream",
        "text/html",
        "image/png",
        "x/y",
        "multipart-mixed; boundary=bnd12345",
        "",
      ];
      return types.flatMap((type) => {
        const fields = type === "" ? [] : [`Content-Type: ${type}`];
        return [
          file(`message ${type || "without type"}`, mail(fields, body), odd(canary)),
          file(
            `message ${type || "without type"}, preamble`,
            mail(fields, `This is a multi-part message.${CRLF}${CRLF}${body}`),
            odd(canary),
          ),
          file(
            `part ${type || "without type"}`,
            outer(parts("o", innocent, [...fields, "", body].join(CRLF))),
            odd(canary),
          ),
        ];
      });
    }),
};

const partHeaders: Row = {
  id: "HM-080",
  title: "part headers and bodies missing",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const fields = leafFields(canary);
      const head = fields.join(CRLF);
      const { encoded } = canary;
      const whole = (text: string) => outer(parts("o", innocent, text));
      return [
        file("no blank line", whole(`${head}${CRLF}${encoded}`), odd(canary)),
        file("extra blank line before the header", whole(`${CRLF}${head}${CRLF}${CRLF}${encoded}`), odd(canary)),
        file("two blank lines before the header", whole(`${CRLF}${CRLF}${head}${CRLF}${CRLF}${encoded}`), odd(canary)),
        file("white line before the header", whole(`  ${CRLF}${head}${CRLF}${CRLF}${encoded}`), odd(canary)),
        file("header after a line of text", whole(`Good morning.${CRLF}${head}${CRLF}${CRLF}${encoded}`), odd(canary)),
        file(
          "header after two lines of text",
          whole(`Good morning.${CRLF}And good night.${CRLF}${head}${CRLF}${CRLF}${encoded}`),
          odd(canary),
        ),
        file(
          "header after text and a blank line",
          whole(`Good morning.${CRLF}${CRLF}${head}${CRLF}${CRLF}${encoded}`),
          untyped(canary),
        ),
        file(
          "two blank lines after the header",
          whole(`${head}${CRLF}${CRLF}${CRLF}${encoded}`),
          canary.encoding === "base64" ? sound(canary) : { within: [canary.payload.marker] },
        ),
        file("body only", whole(`${CRLF}${encoded}`), untyped(canary)),
        file("body only, no blank line", whole(encoded), untyped(canary)),
        file(
          "header in one part, body in the next",
          outer(parts("o", `${head}${CRLF}`, `${CRLF}${encoded}`)),
          untyped(canary),
        ),
        file("header only, then the part", outer(parts("o", head, part(canary))), sound(canary)),
        file("empty parts around", outer(parts("o", "", "", part(canary), "")), sound(canary)),
        file(
          "header interrupted by text",
          whole(`${typeField(canary)}${CRLF}not a field${CRLF}${encodingField(canary)}${CRLF}${CRLF}${encoded}`),
          odd(canary),
        ),
      ];
    }),
};

const EXTERNAL = ["anon-ftp", "ftp", "tftp", "local-file", "mail-server", "url", "x-unknown"];

const messages: Row = {
  id: "HM-081",
  title: "messages inside messages",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const inner = mixed(canary);
      const wraps = [
        ["base64", toBase64(Buffer.from(inner, "latin1"))],
        ["quoted-printable", toQuotedPrintable(Buffer.from(inner, "latin1"))],
      ] as const;
      const types = [
        "message/rfc822",
        "message/global",
        "message/news",
        "Message/RFC822",
        "message/rfc822; name=a.eml",
      ];
      const depth = scaled(kit, 1_000, 70);
      const halves = [canary.encoded.slice(0, 20), canary.encoded.slice(20)];
      return [
        ...types.map((type) => file(type, outer(parts("o", innocent, inside(type, inner))), sound(canary))),
        ...types.map((type) => file(`${type}, the root`, mail([`Content-Type: ${type}`], inner), sound(canary))),
        ...wraps.flatMap(([encoding, text]) => [
          file(
            `${encoding} message`,
            outer(
              parts(
                "o",
                innocent,
                [`Content-Type: message/rfc822`, `Content-Transfer-Encoding: ${encoding}`, "", text].join(CRLF),
              ),
            ),
            odd(canary),
          ),
          file(
            `${encoding} message, the root`,
            mail(["Content-Type: message/rfc822", `Content-Transfer-Encoding: ${encoding}`], text),
            odd(canary),
          ),
          file(
            `${encoding} file`,
            outer(
              parts(
                "o",
                innocent,
                [
                  'Content-Type: application/octet-stream; name="a.eml"',
                  `Content-Transfer-Encoding: ${encoding}`,
                  "",
                  text,
                ].join(CRLF),
              ),
            ),
            { canaries: [canary] },
          ),
        ]),
        file(
          "digest without a type",
          mail(
            ["Content-Type: multipart/digest; boundary=d"],
            parts("d", `${CRLF}${inner}`, `${CRLF}${mail([], "Good morning.")}`),
          ),
          sound(canary),
        ),
        file(
          "digest, text said",
          mail(["Content-Type: multipart/digest; boundary=d"], parts("d", inside("text/plain", inner))),
          odd(canary),
        ),
        file("very deep", `${"Content-Type: message/rfc822\r\n\r\n".repeat(depth)}${inner}`, {
          contents: [canary.payload.bytes],
          limits: ["limit.mime-depth"],
        }),
        ...EXTERNAL.map((access) =>
          file(
            `external body ${access}`,
            outer(
              parts(
                "o",
                part(canary),
                inside(
                  `message/external-body; access-type=${access}; site="files.example"; name="a"; url="http://files.example/a"`,
                  `Content-Type: image/png${CRLF}${CRLF}`,
                ),
              ),
            ),
            { canaries: [canary] },
          ),
        ),
        file(
          "partial, whole in one",
          mail(['Content-Type: message/partial; id="a@example.org"; number=1; total=1'], inner),
          { canaries: [canary], flags: ["message-partial"] },
        ),
        ...[1, 2].map((number) =>
          file(
            `partial ${number} of 2`,
            mail(
              [`Content-Type: message/partial; id="a@example.org"; number=${number}; total=2`],
              number === 1 ? `${leafFields(canary).join(CRLF)}${CRLF}${CRLF}${halves[0]}` : (halves[1] ?? ""),
            ),
            { flags: ["message-partial"] },
          ),
        ),
        ...pieces(canary),
        ...joined(canary),
        file(
          "no header inside",
          outer(parts("o", innocent, inside("message/rfc822", `${CRLF}${canary.encoded}`))),
          untyped(canary),
        ),
      ];
    }),
};

/** A message of two parts cut in the middle of its first or its second: each piece has one part whole. */
function pieces(canary: Canary): readonly HostileFile[] {
  const filler = `Content-Type: text/plain${CRLF}${CRLF}${"Good morning. ".repeat(20)}`;
  const cut = (number: number, total: string, text: string) =>
    mail([`Content-Type: message/partial; id="c@example.org"; number=${number}${total}`], text);
  const inner = (...list: readonly string[]) =>
    ["Content-Type: multipart/mixed; boundary=b", "MIME-Version: 1.0", "", parts("b", ...list)].join(CRLF);
  const first = inner(part(canary), filler);
  const second = inner(filler, part(canary));
  const wish = (number: number, total: number): Wish => ({
    canaries: [canary],
    flags: ["message-partial", "message.piece"],
    statuses: ["partial"],
    probe: ({ record: { piece } }) =>
      piece?.id === "c@example.org" && piece.number === number && piece.total === total ? [] : ["not the piece it is"],
  });
  return [
    file("piece with the first part", cut(1, "", first.slice(0, -150)), wish(1, 0)),
    file("piece with the last part", cut(2, "; total=2", second.slice(200)), wish(2, 2)),
    file("piece in the middle", cut(2, "; total=3", second.slice(200, -"--b--\r\n".length)), wish(2, 3)),
  ];
}

/** A message in 2 to 100 pieces, wherever it was cut; what the case puts together from them. */
function joined(canary: Canary): readonly HostileFile[] {
  const inner = mixed(canary);
  const whole = `${inner}${CRLF}${many(100, "Good night.")}`;
  return [2, 3, 10, 100].map((count) => {
    const pieces = piecesOf(whole, evenCuts(whole, count), { eol: CRLF }).map((piece) => Buffer.from(piece, "latin1"));
    return file(`joined from ${count} pieces`, joinPieces(pieces), sound(canary));
  });
}

const many = (count: number, line: string) => Array.from({ length: count }, () => line).join(CRLF);

const alternatives: Row = {
  id: "HM-082",
  title: "alternatives that differ",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const flagged: Wish = { canaries: [canary], flags: ["alternatives-differ"] };
      const alternative = (...list: readonly string[]) =>
        mail(["Content-Type: multipart/alternative; boundary=b"], parts("b", ...list));
      const lure = `Content-Type: text/html; charset=us-ascii${CRLF}${CRLF}<p>Your account was locked. <a href="http://login.attacker.test/">Unlock it</a> within two hours.</p>`;
      const same = `Content-Type: text/html; charset=us-ascii${CRLF}${CRLF}<p>Good morning.</p>`;
      const plain = (text: string) => `Content-Type: text/plain; charset=us-ascii${CRLF}${CRLF}${text}`;
      return [
        file("text innocent, HTML a lure", alternative(innocent, lure, part(canary)), flagged),
        file(
          "text a lure, HTML innocent",
          alternative(
            plain("Your account was locked. Unlock it at http://login.attacker.test/ within two hours."),
            same,
            part(canary),
          ),
          flagged,
        ),
        file("HTML first", alternative(lure, innocent, part(canary)), flagged),
        file("three", alternative(innocent, same, part(canary), lure), flagged),
        file(
          "unknown richer type last",
          alternative(innocent, same, inside("application/x-richer", "x"), part(canary)),
          sound(canary),
        ),
        file("attachment hidden", alternative(innocent, part(canary), same), sound(canary)),
        file("attachment first", alternative(part(canary), innocent, same), sound(canary)),
      ];
    }),
};

const related: Row = {
  id: "HM-083",
  title: "related parts",
  make: (kit) =>
    perCanary(kit, (canary, fresh) => {
      const other = fresh()[0] ?? canary;
      const whole = (parameters: string, ...list: readonly string[]) =>
        mail([`Content-Type: multipart/related; boundary=b${parameters}`], parts("b", ...list));
      const withId = (id: string, which: Canary) => `Content-ID: ${id}${CRLF}${part(which)}`;
      const page = `Content-Type: text/html${CRLF}${CRLF}<img src="cid:a@example.org">`;
      const both: Wish = { canaries: [canary, other] };
      return [
        file(
          "two of one Content-ID",
          whole("", page, withId("<a@example.org>", canary), withId("<a@example.org>", other)),
          { ...both, anyFlag: true },
        ),
        file(
          "start names another",
          whole('; start="<a@example.org>"', innocent, withId("<a@example.org>", canary)),
          sound(canary),
        ),
        file("no brackets", whole("", page, withId("a@example.org", canary)), sound(canary)),
        file("encoded", whole("", page, withId("=?us-ascii?Q?<a@example.org>?=", canary)), odd(canary)),
        file(
          "Content-Location",
          whole("", page, `Content-Location: http://files.example/../a${CRLF}${part(canary)}`),
          sound(canary),
        ),
        file(
          "very many pictures",
          whole(
            "",
            page,
            ...Array.from(
              { length: scaled(kit, 20_000, 50) },
              (_, n) => `Content-ID: <${n}@example.org>${CRLF}Content-Type: image/gif${CRLF}${CRLF}x`,
            ),
            part(canary),
          ),
          kit.size >= 0.5 ? { limits: ["limit.entities"] } : sound(canary),
        ),
      ];
    }),
};

const multipartTypes: Row = {
  id: "HM-084",
  title: "multipart types",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const legal = ["signed", "encrypted", "report", "form-data", "x-unknown", "parallel", "appledouble"].map(
        (subtype) => `multipart/${subtype}`,
      );
      const odds = [
        "multipart/",
        "multipart",
        "multipart/ mixed",
        "multipart /mixed",
        "multipart/mixedmultipart/mixed",
        "multipart/mixed/mixed",
        "multipart\\mixed",
        "(x)multipart/mixed",
        '"multipart/mixed"',
        "multipart/mixed multipart/mixed",
      ];
      return [
        ...legal.map((type) => file(type, mixed(canary, "b", `${type}; boundary=b`), sound(canary))),
        file("MULTIPART/Mixed", mixed(canary, "b", "MULTIPART/Mixed; boundary=b"), sound(canary)),
        ...odds.map((type) => file(type, mixed(canary, "b", `${type}; boundary=b`), odd(canary))),
        file(
          "name twice",
          mixed(canary).replace("Content-Type: multi", "Content-Type:Content-Type: multi"),
          odd(canary),
        ),
        file(
          "name twice, blank",
          mixed(canary).replace("Content-Type: multi", "Content-Type: Content-Type: multi"),
          odd(canary),
        ),
        file(
          "type in the subject's fold",
          mixed(canary).replace("\r\nContent-Type: multi", "\r\n Content-Type: multi"),
          odd(canary),
        ),
      ];
    }),
};

const nestingBombs: Row = {
  id: "HM-085",
  title: "nesting bombs",
  make: (kit) => {
    const canary = createCanary(kit.random, "base64");
    const count = scaled(kit, 20_000, 200);
    const open = (n: number) => `Content-Type: multipart/mixed; boundary=b${n}${CRLF}${CRLF}--b${n}${CRLF}`;
    const nested = (level: (n: number) => string) => Array.from({ length: count }, (_, n) => level(n)).join("");
    const deep: Wish = { canaries: [canary], limits: ["limit.mime-depth"] };
    const after = `${CRLF}--b0${CRLF}${part(canary)}${CRLF}--b0--${CRLF}`;
    const siblings = scaled(kit, 50_000, 10_500);
    return [
      file("multiparts, canary outermost", nested(open) + innocent + after, deep),
      file("multiparts, canary innermost", nested(open) + part(canary) + CRLF, deep),
      file("messages, canary innermost", "Content-Type: message/rfc822\r\n\r\n".repeat(count) + part(canary), deep),
      file(
        "alternating",
        nested((n) => (n % 2 === 0 ? open(n) : "Content-Type: message/rfc822\r\n\r\n")) + innocent + after,
        deep,
      ),
      file(
        "one boundary for all",
        `Content-Type: multipart/mixed; boundary=b0${CRLF}${CRLF}--b0${CRLF}`.repeat(count) + part(canary),
        { canaries: [canary] },
      ),
      file(
        "empty parts",
        mail(["Content-Type: multipart/mixed; boundary=b"], "--b\r\n\r\n".repeat(siblings) + parts("b", part(canary))),
        { canaries: [canary], limits: ["limit.entities"] },
      ),
      file(
        "lines that match nothing",
        mail(
          ["Content-Type: multipart/mixed; boundary=b"],
          `${"--c\r\n".repeat(scaled(kit, 1_000_000, 10_000))}${parts("b", part(canary))}`,
        ),
        { canaries: [canary] },
      ),
      file(
        "different lines that match nothing",
        mail(
          ["Content-Type: multipart/mixed; boundary=b"],
          `${Array.from({ length: scaled(kit, 300_000, 5_000) }, (_, n) => `--c${n}\r\n`).join("")}${parts("b", part(canary))}`,
        ),
        { canaries: [canary] },
      ),
      file(
        "undeclared boundaries that repeat",
        mail(
          ["Content-Type: text/plain"],
          Array.from(
            { length: scaled(kit, 100_000, 2_000) },
            (_, n) => `--c${n}\r\nContent-Type: text/plain\r\n\r\nx\r\n--c${n}--\r\n`,
          ).join("") + parts("z", part(canary)),
        ),
        { anyFlag: true },
      ),
      file(
        "multiparts without boundary",
        mail(
          ["Content-Type: multipart/mixed; boundary=b"],
          `${"--b\r\nContent-Type: multipart/mixed\r\n\r\n--x\r\n".repeat(scaled(kit, 9_000, 200))}--b\r\n${part(canary)}\r\n--b--\r\n`,
        ),
        odd(canary),
      ),
    ];
  },
};

const inlineFiles: Row = {
  id: "HM-086",
  title: "uuencode and yEnc in text",
  make: (kit) =>
    perCanary(kit, (canary, fresh) => {
      const { bytes } = canary.payload;
      const other = fresh()[0] ?? canary;
      const text = (...lines: readonly string[]) =>
        mail(["Content-Type: text/plain"], ["Good morning.", "", ...lines, "", "Good night."].join(CRLF));
      // A picture's address inside an attached file loads nothing by itself.
      const wish: Wish = { contents: [bytes], anyFlag: true };
      const uu = toUuencode(bytes, "papers.bin");
      return [
        file("uuencode", text(uu), { ...wish, names: ["papers.bin"] }),
        file("uuencode, two", text(uu, toUuencode(other.payload.bytes, "more.bin")), {
          ...wish,
          contents: [bytes, other.payload.bytes],
          names: ["more.bin"],
        }),
        file("uuencode, no end line", text(uu.replace(/\r\nend$/, "")), wish),
        file("uuencode, spaces for backquotes", text(uu.replaceAll("`", " ")), wish),
        file("uuencode, path as name", text(toUuencode(bytes, "../../x")), wish),
        file("uuencode, no name", text(uu.replace(" papers.bin", "")), wish),
        file("uuencode, odd mode", text(uu.replace("644", "999999")), wish),
        file("uuencode, indented", text(uu.replaceAll(CRLF, `${CRLF} `)), wish),
        file("uuencode, in HTML", text(uu).replace("text/plain", "text/html"), wish),
        file("uuencode, no type", text(uu).replace("Content-Type: text/plain\r\n", ""), wish),
        file(
          "uuencode, as encoding",
          mail(["Content-Type: application/octet-stream", "Content-Transfer-Encoding: x-uuencode"], uu),
          { contents: [bytes] },
        ),
        file(
          "uuencode, as encoding uue",
          mail(["Content-Type: application/octet-stream", "Content-Transfer-Encoding: uue"], uu),
          { contents: [bytes] },
        ),
        file("begin-base64", text(`begin-base64 644 papers.bin`, toBase64(bytes), "===="), wish),
        file("yEnc", text(toYenc(bytes, "papers.bin")), { ...wish, names: ["papers.bin"] }),
        file("yEnc, no end line", text(toYenc(bytes, "papers.bin").replace(/\r\n=yend.*$/, "")), wish),
        file(
          "yEnc, as encoding",
          mail(
            ["Content-Type: application/octet-stream", "Content-Transfer-Encoding: x-yenc"],
            toYenc(bytes, "papers.bin"),
          ),
          wish,
        ),
        file("PGP armour", text("-----BEGIN PGP MESSAGE-----", "", toBase64(bytes), "-----END PGP MESSAGE-----"), {
          within: [],
        }),
      ];
    }),
};

const flowed: Row = {
  id: "HM-087",
  title: "format=flowed",
  make: (kit) => {
    const { payload } = createCanary(kit.random, "base64");
    const half = `http://files.example/${"a".repeat(40)}`;
    const texts = [
      "format=flowed",
      "format=flowed; delsp=yes",
      "format=FLOWED; DELSP=Yes",
      "charset=utf-8; format=flowed",
    ];
    return texts.flatMap((parameters) =>
      [
        `${half} \r\n${payload.marker}`,
        `> ${half} \r\n> ${payload.marker}`,
        ` ${half}\r\n${payload.marker}`,
        `-- \r\n${half} \r\n${payload.marker}`,
      ].map((body, index) =>
        file(`${parameters} ${index}`, mail([`Content-Type: text/plain; ${parameters}`], body), {
          within: [payload.marker],
        }),
      ),
    );
  },
};

export const nestingRows: readonly Row[] = [
  nestedBoundaries,
  encodedMultipart,
  leafWithParts,
  partHeaders,
  messages,
  alternatives,
  related,
  multipartTypes,
  nestingBombs,
  inlineFiles,
  flowed,
];
