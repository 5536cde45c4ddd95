/**
 * Cases that the catalogue's rows did not hold and that test mails written without a look at them brought to light (section 5:
 * "every find becomes a numbered row"). Each names the row it belongs to.
 */
import { createPayload, type Payload, toBase64, toUuencode } from "./canary.ts";
import { bareMail, CRLF, envelope, innocent, type Kit, mail, parts, type Row } from "./compose.ts";
import { file, type HostileFile } from "./file.ts";

/** One file whose only wish is that the page's picture is among the loads. */
function found(variant: string, kit: Kit, make: (html: string, payload: Payload) => string | Buffer): HostileFile {
  const payload = createPayload(kit.random, "html");
  return file(variant, make(payload.bytes.toString("latin1"), payload), { loads: [payload.marker] });
}

const encoded = (html: string, field = "Content-Type: text/html") =>
  [field, "Content-Transfer-Encoding: base64", "", toBase64(Buffer.from(html, "latin1"))].join(CRLF);

const inMessage = (fields: string, body: string) =>
  mail(
    ["Content-Type: multipart/mixed; boundary=outer"],
    parts(
      "outer",
      innocent,
      `Content-Type: message/rfc822${CRLF}${CRLF}${envelope.join(CRLF)}${CRLF}${fields}${CRLF}${CRLF}${body}`,
    ),
  );

const headers: Row = {
  id: "HM-901",
  title: "fields inside a message inside, and behind white lines (HM-003, 004, 010, 020, 080)",
  make: (kit) => [
    ...["\r", "\r\r\n", "\n\r", "\r\n\n", "\r\n\r", "\n\r\n", CRLF].map((end) =>
      found(`two types apart by ${JSON.stringify(end)}`, kit, (html) =>
        inMessage(`Content-Type: text/plain${end}Content-Type: text/html`, html),
      ),
    ),
    ...["   ", " ", "\t"].map((line) =>
      found(`a message inside begins with ${JSON.stringify(line)}`, kit, (html) =>
        mail(["Content-Type: message/rfc822"], [line, ...envelope, "MIME-Version: 1.0", encoded(html)].join(CRLF)),
      ),
    ),
    found("body without a blank line, a colon in its second line", kit, (html) =>
      mail(
        ["Content-Type: multipart/mixed; boundary=b"],
        parts(
          "b",
          ["Content-Type: text/html", "Content-Transfer-Encoding: quoted-printable", ...quoted(html)].join(CRLF),
        ),
      ),
    ),
  ],
};

/** Lines that end before `https`, as programs break them that escape quotes. */
function quoted(html: string): readonly string[] {
  const escaped = html.replaceAll("=", "=3D").replaceAll('"', "=22").replaceAll("<", "=3C").replaceAll(">", "=3E");
  return escaped.replace("=22http", "=\r\n=22http").split(CRLF);
}

const structure: Row = {
  id: "HM-902",
  title: "boundary lines, and mail as a file (HM-075, 081, 083, 085)",
  make: (kit) => [
    ...[" --b", "\t--b", "\f--b", "--b:", "-- b", '--"b"', "--\tb"].map((line) =>
      found(`boundary line ${JSON.stringify(line)}`, kit, (html) =>
        mail(
          ["Content-Type: multipart/mixed; boundary=b"],
          [`--b`, innocent, line, encoded(html), "--b--", ""].join(CRLF),
        ),
      ),
    ),
    ...[
      'application/octet-stream; name="x.eml"',
      "message/news",
      "message/x-other",
      "message/partial; id=x; number=1; total=2",
      'text/plain; name="x.eml"',
    ].map((type) =>
      found(`mail as ${type}`, kit, (html) =>
        mail([`Content-Type: ${type}`], [...envelope, "MIME-Version: 1.0", encoded(html)].join(CRLF)),
      ),
    ),
    found("twelve thousand empty parts before it", kit, (html) =>
      mail(
        ["Content-Type: multipart/mixed; boundary=b"],
        `${`--b${CRLF}${CRLF}`.repeat(12_000)}--b${CRLF}${encoded(html)}${CRLF}--b--${CRLF}`,
      ),
    ),
    found("before twelve thousand multiparts in each other", kit, (html) =>
      mail([`Content-Type: multipart/mixed; boundary=b0`], `${html}${CRLF}${nested(12_000)}x`),
    ),
    found("below twelve thousand multiparts in each other", kit, (html) =>
      mail([`Content-Type: multipart/mixed; boundary=b0`], nested(12_000) + encoded(html)),
    ),
    ...["Content-Base", "Content-Location"].map((name) => {
      const payload = createPayload(kit.random, "html");
      return file(
        `${name} is the base`,
        mail([`${name}: http://${payload.marker}.example/`, "Content-Type: text/html"], '<img src="o.gif">'),
        { probe: ({ record }) => hostsOf(record.loads, payload) },
      );
    }),
    found("a style sheet as a part", kit, (_, { marker }) =>
      mail(
        ["Content-Type: multipart/related; boundary=b"],
        parts(
          "b",
          'Content-Type: text/html\r\n\r\n<link rel=stylesheet href="cid:c"><p>x',
          `Content-Type: text/css\r\nContent-ID: <c>\r\n\r\nbody{background:url(http://pixel.tracker.example/${marker})}`,
        ),
      ),
    ),
    found("text/watch-html", kit, (html) => mail(["Content-Type: text/watch-html"], html)),
  ],
};

/** Each opens the next one, none is closed. */
function nested(count: number): string {
  const open = (index: number) =>
    `--b${index}${CRLF}Content-Type: multipart/mixed; boundary=b${index + 1}${CRLF}${CRLF}`;
  return `${Array.from({ length: count }, (_, index) => open(index)).join("")}--b${count}${CRLF}`;
}

function hostsOf(loads: readonly { readonly host: string }[], { marker }: Payload): readonly string[] {
  return loads.some(({ host }) => host === `${marker.toLowerCase()}.example`) ? [] : ["not resolved against the base"];
}

const encodings: Row = {
  id: "HM-903",
  title: "base64 by lines and as it stands, doubled equals signs (HM-091, 092)",
  make: (kit) => {
    const field = ["Content-Type: text/html", "Content-Transfer-Encoding: base64"];
    const digits = (html: string) => Buffer.from(html, "latin1").toString("base64");
    return [
      ...["x", "xy", "xyz", "aGVsbA", "Hello this is text"].map((line) =>
        found(`the line ${line} before the digits`, kit, (html) => mail(field, line + CRLF + digits(html))),
      ),
      found("text that is no base64", kit, (html) => mail(field, html)),
      found("a doubled equals sign", kit, (html) =>
        mail(
          ["Content-Type: text/html", "Content-Transfer-Encoding: quoted-printable"],
          html.replaceAll("=", "=3D").replace("src=3D", "src=="),
        ),
      ),
    ];
  },
};

const charsets: Row = {
  id: "HM-904",
  title: "charsets that only some client reads (HM-009, 020, 100, 101)",
  make: (kit) => {
    const typed = (charset: string, bytes: Buffer) =>
      mail([`Content-Type: text/html${charset}`, "Content-Transfer-Encoding: base64"], toBase64(bytes));
    const utf7 = (html: string) =>
      Buffer.from(html.replaceAll("<", "+ADw-").replaceAll(">", "+AD4-").replaceAll('"', "+ACI-"), "latin1");
    const raised = (html: string) =>
      Buffer.from(
        html.replace(/[<>"]/g, (one) => String.fromCharCode(one.charCodeAt(0) | 0x80)),
        "latin1",
      );
    return [
      found("UTF-7 in the last of two types", kit, (html) =>
        mail(
          ["Content-Type: text/html; charset=utf-8", "Content-Type: text/html; charset=utf-7"],
          utf7(html).toString(),
        ),
      ),
      found("UTF-7, not declared", kit, (html) => typed("", utf7(html))),
      found("UTF-7, declared as UTF-8", kit, (html) => typed("; charset=utf-8", utf7(html))),
      found("UTF-7 by its mark alone", kit, (html) => typed("", Buffer.concat([Buffer.from("+/v8-"), utf7(html)]))),
      found("ASCII that is called unicode", kit, (html) => typed("; charset=unicode", Buffer.from(html, "latin1"))),
      found("the eighth bit set in us-ascii", kit, (html) => typed("; charset=us-ascii", raised(html))),
      ...["ibm037", "cp500", "IBM01140", "ebcdic-cp-us"].map((name) =>
        found(`EBCDIC as ${name}`, kit, (html) => typed(`; charset=${name}`, toEbcdic(html))),
      ),
      ...(["utf16le", "utf16be"] as const).flatMap((order) =>
        ["", "\ufeff"].map((mark) =>
          found(`a mail in ${order} ${mark === "" ? "without" : "with"} a mark`, kit, (html) => {
            const wide = Buffer.from(mark + mail(["Content-Type: text/html"], html), "utf16le");
            return order === "utf16le" ? wide : wide.swap16();
          }),
        ),
      ),
    ];
  },
};

/** What the payload consists of, by the code page's published table. */
const EBCDIC: readonly (readonly [first: string, last: string, code: number])[] = [
  ["a", "i", 0x81],
  ["j", "r", 0x91],
  ["s", "z", 0xa2],
  ["A", "I", 0xc1],
  ["J", "R", 0xd1],
  ["S", "Z", 0xe2],
  ["0", "9", 0xf0],
  [" ", " ", 0x40],
  ["<", "<", 0x4c],
  [">", ">", 0x6e],
  ["=", "=", 0x7e],
  ["/", "/", 0x61],
  [":", ":", 0x7a],
  [".", ".", 0x4b],
  ["-", "-", 0x60],
  ["?", "?", 0x6f],
  ['"', '"', 0x7f],
];

function toEbcdic(text: string): Buffer {
  return Buffer.from(
    [...text].map((char) => {
      const range = EBCDIC.find(([first, last]) => char >= first && char <= last);
      return range === undefined ? 0x40 : range[2] + char.charCodeAt(0) - range[0].charCodeAt(0);
    }),
  );
}

const names: Row = {
  id: "HM-905",
  title: "HTML, SVG and calendars by name and content (HM-110, 165, 166)",
  make: (kit) => {
    const attached = (fields: readonly string[], html: string) =>
      mail(
        ["Content-Type: multipart/mixed; boundary=b"],
        parts("b", innocent, [...fields, encoded(html, "X-Kind: file")].join(CRLF)),
      );
    const octets = "Content-Type: application/octet-stream";
    return [
      ...[
        [`${octets}; name="a.html"`],
        [octets, 'Content-Disposition: attachment; filename="a.HTM"'],
        [octets, 'Content-Disposition: attachment; filename="a.shtml. "'],
        [octets, 'Content-Disposition: attachment; filename*1="ml"; filename*0="x.ht"'],
        [octets, "Content-Disposition: attachment; filename*0*=utf-8''x%2e; filename*1=xhtml"],
        [octets, "Content-Disposition: attachment; filename==?utf-8?B?eC5odG1s?="],
        ["Content-Type: image/png; name=x.png", 'Content-Disposition: attachment; filename="x.html"'],
        [
          "Content-Type: application/pdf; name=x.pdf",
          "Content-Disposition: attachment; filename=x.pdf; filename=x.html",
        ],
        ["Content-Type: text/plain; name=x.html"],
      ].map((fields) => found(fields.join(", "), kit, (html) => attached(fields, html))),
      found("SVG by its name", kit, (_, { marker }) =>
        attached(
          [`${octets}; name=a.svg`],
          `<svg xmlns="http://www.w3.org/2000/svg"><image href="http://pixel.tracker.example/${marker}"/></svg>`,
        ),
      ),
      ...["text/calendar; method=REQUEST", "application/ics; name=i.ics", "application/octet-stream; name=i.ics"].map(
        (type) =>
          found(`description of an invitation in ${type}`, kit, (html) =>
            mail(
              [`Content-Type: ${type}`],
              [
                "BEGIN:VCALENDAR",
                "BEGIN:VEVENT",
                `X-ALT-DESC;FMTTYPE=text/html:${html.replace("<img", "<im\r\n g")}`,
                "END:VEVENT",
                "END:VCALENDAR",
              ].join(CRLF),
            ),
          ),
      ),
      found("uuencoded page in a text", kit, (html) =>
        mail(["Content-Type: text/plain"], `See:${CRLF}${toUuencode(Buffer.from(html, "latin1"), "x.html")}`),
      ),
    ];
  },
};

const senders: Row = {
  id: "HM-906",
  title: "addresses that patterns find, receipts behind a bare CR (HM-002, 040, 042, 043)",
  make: () => [
    ...['"a\\@attacker.test" <b@example.org>', "b@example.org/a@attacker.test", "b@example.org|a@attacker.test"].map(
      (from) =>
        file(`From: ${from}`, bareMail([`From: ${from}`, ...envelope.slice(1)], "x"), {
          probe: ({ record }) =>
            record.claims.otherFroms.some(({ address }) => address === "a@attacker.test") ? [] : ["address not listed"],
        }),
    ),
    file("From, bare CR, colon", bareMail(["From\r: a@attacker.test", ...envelope], "x"), {
      senders: ["a@attacker.test", "ada@example.org"],
    }),
    file(
      "a receipt behind a bare CR",
      bareMail([...envelope, "X-Note: y\rDisposition-Notification-To: a@attacker.test"], "x"),
      { loads: ["mailto:a@attacker.test"] },
    ),
  ],
};

const links: Row = {
  id: "HM-907",
  title: "links in plain text, hosts with joiners (HM-087, 103, 184)",
  make: () => {
    const linked = (variant: string, type: string, body: string) =>
      file(variant, mail([`Content-Type: ${type}`], body), {
        probe: ({ record }) =>
          record.content.linkHosts.some((host) => host.endsWith("canary.example")) ? [] : ["no host of the link"],
      });
    return [
      linked("flowed with delsp", "text/plain; format=flowed; delsp=yes", "see https://can \r\nary.example/p now\r\n"),
      linked("quoted, flowed", "text/plain; Format=Flowed; DelSp=Yes", "> see https://can \r\n> ary.example/p\r\n"),
      linked("www", "text/plain", "see www.canary.example/x"),
      ...["\u200c", "\u200d", "\u202e", "\u061c"].map((joiner) => {
        const html = Buffer.from(`<img src="http://can${joiner}ary.example/p.gif">`, "utf8").toString("latin1");
        return file(
          `joiner ${joiner.charCodeAt(0).toString(16)}`,
          mail(["Content-Type: text/html; charset=utf-8"], html),
          {
            probe: ({ record }) =>
              record.loads.some(({ host }) => host === "canary.example") ? [] : ["no load from the host"],
          },
        );
      }),
    ];
  },
};

export const foundRows: readonly Row[] = [headers, structure, encodings, charsets, names, senders, links];
