/**
 * What is done to a message so that a filter does not see its load: to the markup, or to how the part is carried. A carrier takes the
 * whole of the HTML, so that each is applied to one form of every row.
 */

export interface Part {
  readonly headers: readonly string[];
  readonly body: Buffer;
}

export interface Evasion {
  readonly name: string;
  readonly about: string;
  /** The whole message body: its content headers and what follows them. */
  readonly carry: (html: string) => Part;
  /** Shown when somebody opens the file, and not with the mail. */
  readonly isFile?: true;
}

const text = (lines: string) => Buffer.from(lines.replace(/\r?\n/g, "\r\n"), "latin1");

function lines76(base64: string): string {
  return (base64.match(/.{1,76}/g) ?? []).join("\r\n");
}

/** Plain HTML, as most mail has it. */
export function plainPart(html: string): Part {
  return { headers: ["Content-Type: text/html; charset=utf-8"], body: Buffer.from(`${html}\r\n`) };
}

function encoded(charset: string, bytes: Buffer): Part {
  return {
    headers: [`Content-Type: text/html; charset=${charset}`, "Content-Transfer-Encoding: base64"],
    body: text(`${lines76(bytes.toString("base64"))}\n`),
  };
}

/** Each third letter and every sign that matters as `=XX`, and soft line ends every 20 characters. */
function quotedPrintable(html: string): string {
  const signs = [...Buffer.from(html, "utf8")].map((code, n) => {
    const char = String.fromCharCode(code);
    const plain = /[A-Za-z0-9 ]/.test(char) && n % 3 !== 0;
    return plain && char !== " " ? char : `=${code.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  const rows: string[] = [];
  for (let at = 0; at < signs.length; at += 20) rows.push(signs.slice(at, at + 20).join(""));
  return rows.join("=\r\n");
}

/** Every character outside letters and digits in UTF-7's base64 (RFC 2152). */
function utf7(html: string): string {
  return html.replace(/[^A-Za-z0-9 ]+/g, (signs) => {
    const bytes = Buffer.from(signs, "utf16le").swap16();
    return `+${bytes.toString("base64").replace(/=+$/, "")}-`;
  });
}

function part(headers: readonly string[], body: string): string {
  return [...headers, "", body].join("\r\n");
}

function multipart(subtype: string, boundary: string, parts: readonly string[]): string {
  return `${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join("")}--${boundary}--\r\n`.replace(
    "{subtype}",
    subtype,
  );
}

const plainText = part(["Content-Type: text/plain; charset=utf-8"], "Good morning.");
const htmlHeader = "Content-Type: text/html; charset=utf-8";

function mixed(parts: readonly string[]): Part {
  return {
    headers: ['Content-Type: multipart/mixed; boundary="m"'],
    body: Buffer.from(multipart("mixed", "m", parts)),
  };
}

export const carriers: readonly Evasion[] = [
  {
    name: "base64",
    about: "the part is carried in base64",
    carry: (html) => encoded("utf-8", Buffer.from(html)),
  },
  {
    name: "quoted-printable",
    about: "quoted-printable with soft line ends inside names and URLs",
    carry: (html) => ({
      headers: [htmlHeader, "Content-Transfer-Encoding: quoted-printable"],
      body: text(`${quotedPrintable(html)}\n`),
    }),
  },
  {
    name: "utf16",
    about: "the part is in UTF-16",
    carry: (html) => encoded("utf-16le", Buffer.from(html, "utf16le")),
  },
  {
    name: "utf7",
    about: "the part is in UTF-7, which leaves no sign of markup",
    carry: (html) => ({ headers: ["Content-Type: text/html; charset=utf-7"], body: text(`${utf7(html)}\n`) }),
  },
  {
    name: "nested",
    about: "related in alternative in mixed",
    carry: (html) => {
      const related = part(
        ['Content-Type: multipart/related; boundary="r"'],
        multipart("related", "r", [part([htmlHeader], html)]),
      );
      const alternative = part(
        ['Content-Type: multipart/alternative; boundary="a"'],
        multipart("alternative", "a", [plainText, related]),
      );
      return mixed([alternative]);
    },
  },
  {
    name: "attached",
    isFile: true,
    about: "in an attached HTML file",
    carry: (html) => mixed([plainText, part([htmlHeader, "Content-Disposition: attachment; filename=a.html"], html)]),
  },
  {
    name: "octets",
    isFile: true,
    about: "in an attached file that says nothing of HTML but in its name",
    carry: (html) =>
      mixed([
        plainText,
        part(
          ["Content-Type: application/octet-stream", 'Content-Disposition: attachment; filename="invoice.HTM"'],
          html,
        ),
      ]),
  },
  {
    name: "forwarded",
    about: "in an attached message",
    carry: (html) =>
      mixed([
        plainText,
        part(
          ["Content-Type: message/rfc822"],
          part(["From: Cy Marlow <cy@example.org>", "Subject: inner", "MIME-Version: 1.0", htmlHeader], html),
        ),
      ]),
  },
  {
    name: "upper-case",
    about: "names of elements and attributes in upper case",
    carry: (html) =>
      plainPart(html.replace(/<\/?[a-z][\w:-]*(?=[\s/>])|\s[a-z][\w:-]*(?==)/g, (name) => name.toUpperCase())),
  },
];
