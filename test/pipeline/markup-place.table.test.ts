/** Markup in a file fires when the file is opened, and markup that some program shows with the mail when the mail is. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { exposureOf } from "../../src/exposure/exposure.ts";
import { recordOf } from "../parts/mail-with-part.ts";

const HTML = '<html><body><p>Hello.</p><img src="https://a.test/x.png"></body></html>';
const ARCHIVE = [
  "MIME-Version: 1.0",
  'Content-Type: multipart/related; boundary="q"',
  "",
  "--q",
  "Content-Type: text/html",
]
  .concat("", HTML, "--q--", "")
  .join("\r\n");

function mail(part: readonly string[], root = "multipart/mixed"): Buffer {
  const head = [
    "From: ada@example.org",
    "To: bo@example.net",
    "MIME-Version: 1.0",
    `Content-Type: ${root}; boundary=b`,
  ];
  const lines = [...head, "", "--b", "Content-Type: text/plain", "", "Hello.", "--b", ...part, "--b--", ""];
  return Buffer.from(lines.join("\r\n"));
}

function file(type: string, name: string, content: string, encoding = "base64"): readonly string[] {
  const body = encoding === "base64" ? Buffer.from(content).toString("base64") : content;
  const head = [`Content-Type: ${type}; name="${name}"`, `Content-Disposition: attachment; filename="${name}"`];
  return [...head, `Content-Transfer-Encoding: ${encoding}`, "", body];
}

describe("where markup stands", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [about: string, message: Buffer, fires: "open" | "attachment"])[] = [
    ["an attached page", mail(file("text/html", "a.html", HTML)), "attachment"],
    ["an attached page that is not encoded", mail(file("text/html", "a.html", HTML, "8bit")), "attachment"],
    ["a further part without disposition", mail(["Content-Type: text/html", "", HTML]), "open"],
    ["a further part with a name alone", mail(['Content-Type: text/html; name="a.html"', "", HTML]), "open"],
    ["a further part that is inline", mail(["Content-Type: text/html", "Content-Disposition: inline; filename=a.html", "", HTML]), "open"],
    ["a file that its name alone calls a page", mail(file("application/octet-stream", "a.HTM", HTML)), "attachment"],
    ["such a file without disposition", mail(['Content-Type: application/octet-stream; name="a.html"', "", HTML]), "attachment"],
    ["an attached XHTML page", mail(file("application/xhtml+xml", "a.xhtml", HTML)), "attachment"],
    ["a web archive", mail(file("application/x-mimearchive", "a.mht", ARCHIVE)), "attachment"],
    ["a web archive under its own type", mail(file("multipart/related", "a.mhtml", ARCHIVE)), "attachment"],
    ["a web archive that is called a document", mail(file("application/msword", "a.doc", ARCHIVE)), "attachment"],
    ["a mail file", mail(file("application/octet-stream", "a.eml", ARCHIVE)), "attachment"],
    ["an attached message, which programs show", mail(file("message/rfc822", "a.eml", ARCHIVE, "8bit")), "open"],
    // Evasions: what is called an attachment and is shown for want of another text.
    ["the whole mail", Buffer.from(["From: ada@example.org", ...file("text/html", "a.html", HTML)].join("\r\n")), "open"],
    ["one of the forms of the text", mail(file("text/html", "a.html", HTML), "multipart/alternative"), "open"],
    ["the page among its pictures", mail(file("text/html", "a.html", HTML), "multipart/related"), "open"],
  ];
  for (const [about, message, fires] of cases) {
    test(`${about}: ${fires}`, () => {
      const { loads } = recordOf(message);
      assert.deepEqual(
        loads.map((load) => [load.host, load.fires]),
        [["a.test", fires]],
      );
    });
  }

  test("reading a mail with an attached page discloses nothing by itself", () => {
    const marks = [{ origin: "maildir", flags: ["\\Seen"], labels: [] }] as const;
    const location = { path: "/mail/a", offset: 0, length: 1, folder: "", marks };
    const levelOf = (message: Buffer) =>
      exposureOf([
        {
          record: recordOf(message),
          locations: [location],
          addresses: [],
          answers: [],
          programs: [],
          model: null,
          logs: [],
          kept: new Set(),
          isAnybodys: false,
        },
      ]).level;
    assert.equal(levelOf(mail(file("text/html", "a.html", HTML))), 2);
    assert.equal(levelOf(mail(["Content-Type: text/html", "", HTML])), 4);
  });

  test("thousands of attached pages are placed in linear time", () => {
    const pages = Array.from({ length: 900 }, () => ["--b", ...file("text/html", "a.html", HTML, "8bit")]).flat();
    const { loads } = recordOf(mail(pages.slice(1)));
    assert.deepEqual([...new Set(loads.map(({ fires }) => fires))], ["attachment"]);
  });
});
