import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { linksTold, read, refusal, told } from "./fixture.ts";

describe("plain text", () => {
  test("each line is a paragraph where none is blank", async () => {
    const document = await read("One said that the other was there.\nThe other said nothing at all.\nThat was all.\n");
    assert.deepEqual(
      document.blocks.map(({ kind }) => kind),
      ["paragraph", "paragraph", "paragraph"],
    );
  });

  test("wrapped paragraphs, headings, items, contents and page numbers; lines stay lines", async () => {
    const text = [
      "THE REPORT OF THE AGENCY",
      "",
      "TLP:AMBER",
      "29 October 2020",
      "",
      "1 Introduction ............ 3",
      "",
      "Overview of the Case",
      "The group sent mail to many offices of the ministry over several years, and",
      "some of its readers opened a page that asked for their passwords, which was",
      "then used.",
      "A second paragraph follows without a blank line, since the line above ended",
      "long before the others did.",
      "",
      "- first item that is long",
      "  and goes on",
      "- second item",
      "",
      "3 / 16",
    ].join("\r\n");
    const document = await read(text);
    assert.deepEqual(told(document), [
      "heading1: THE REPORT OF THE AGENCY",
      "paragraph: TLP:AMBER",
      "paragraph: 29 October 2020",
      "furniture: 1 Introduction ............ 3",
      "heading2: Overview of the Case",
      "paragraph: The group sent mail to many offices of the ministry over several years, and\nsome of its readers opened a page that asked for their passwords, which was\nthen used.",
      "paragraph: A second paragraph follows without a blank line, since the line above ended\nlong before the others did.",
      "list-item: - first item that is long\n  and goes on",
      "list-item: - second item",
      "furniture: 3 / 16",
    ]);
    assert.deepEqual(
      [document.title, document.tlp, document.date, document.language, document.format],
      ["THE REPORT OF THE AGENCY", "TLP:AMBER", Date.UTC(2020, 9, 29), "en", "text"],
    );
    assert.equal(document.text, text.replaceAll("\r\n", "\n"));
  });
});

test("Markdown: marks off, blocks and links", async () => {
  const document = await read(
    "---\ntitle: 'The Case'\ndate: 2021-07-18\n---\n\n# The *whole* case #\n\nSome **bold** and `code_x` text\nwith [a link](https://one.test/a_(b) \"t\"), [another][r] and <https://two.test>.\n\nUnder\n-----\n\n* item one\n  more\n* [ ] item \\*two\\*\n\n> quoted\n> words\n\n| Host | Seen |\n|------|:----:|\n| one.test | a \\| b |\n\n```yara\nrule # x\n```\n\n<!-- not seen -->\nsnake_case_name &amp; 2 * 3 * 4\n\n[r]: https://three.test/\n",
  );
  assert.deepEqual(told(document), [
    "heading1: The whole case",
    "paragraph: Some bold and code_x text with a link, another and https://two.test.",
    "heading2: Under",
    "list-item: item one more",
    "list-item: item *two*",
    "quote: quoted words",
    "cell 0/0: Host",
    "cell 0/0: Seen",
    "cell 0/1: one.test",
    "cell 0/1: a | b",
    "code: rule # x",
    "paragraph: snake_case_name & 2 * 3 * 4",
  ]);
  assert.deepEqual(linksTold(document), [
    "a link → https://one.test/a_(b)",
    "another → https://three.test/",
    "https://two.test → https://two.test",
  ]);
  assert.deepEqual([document.format, document.title, document.date], ["markdown", "The Case", Date.UTC(2021, 6, 18)]);
});

// biome-ignore format: a table reads by column
const OTHERS: readonly (readonly [what: string, bytes: Buffer | string, says: RegExp])[] = [
  ["a picture",      Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"),                 /^is a picture \(PNG\)/],
  ["a program",      Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]),                  /^is a program/],
  ["gzip",           Buffer.from("1f8b0800000000000003", "hex"),                            /^is an archive \(GZ\)/],
  ["an old DOC",     Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from("WordDocument", "utf16le"), Buffer.alloc(600)]), /^is an old Word document/],
  ["RTF",            "{\\rtf1 words}",                                                      /^is RTF/],
  ["JSON",           '{"type": "bundle"}',                                                   /^is JSON/],
  ["XML",            '<?xml version="1.0"?><ioc id="x"/>',                                   /^is XML/],
  ["XML undeclared", '<s:Package xmlns:s="urn:s" id="x"/>',                                  /^is XML/],
  ["a zip",          Buffer.from("PK\x05\x06".padEnd(22, "\0"), "latin1"),                  /^is an archive/],
  ["nothing",        "",                                                                     /^is empty$/],
  ["blank lines",    "\n \n\t\n",                                                            /^holds no text$/],
  ["noise",          Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 0, 0, 9, 9]),          /^is no document/],
];

describe("a file that is something else", () => {
  for (const [what, bytes, says] of OTHERS) test(what, async () => assert.match(await refusal(bytes), says));
});

// biome-ignore format: a table reads by column
const LANGUAGES: readonly (readonly [language: string, text: string])[] = [
  ["en", "The ministry said that it had been the target of mail from a group that is known for this."],
  ["de", "Das Ministerium teilte mit, dass es von einer Gruppe angegriffen wurde, die für so etwas bekannt ist."],
  ["fr", "Le ministère a déclaré que des courriels ont été envoyés par un groupe qui est connu pour cela."],
  ["es", "El ministerio dijo que los correos fueron enviados por un grupo que es conocido por esto en la región."],
  ["nl", "Het ministerie zei dat het door een groep werd aangevallen die hier al jaren om bekend is."],
  ["pl", "Ministerstwo podało, że jest celem grupy, która nie jest znana z takich działań i od lat działa w sieci."],
  ["ru", "Министерство заявило, что письма были отправлены группой, которая известна как одна из самых опасных в мире."],
  ["uk", "Міністерство заявило, що листи були надіслані групою, яка відома як одна з найнебезпечніших у світі та в країні."],
  ["tr", "Bakanlık, bir grup tarafından gönderilen ve çok tehlikeli olan bu iletiler için uyarı yayımladı."],
  ["zh", "该部表示，多年来一直受到邮件攻击。"],
  ["ja", "省は、長年にわたりメール攻撃を受けていたと述べた。"],
  ["ko", "정부는 수년간 메일 공격을 받았다고 밝혔다."],
  ["el", "Το υπουργείο δήλωσε ότι δέχθηκε επιθέσεις."],
  ["",   "one.test two.test 192.0.2.1"],
];

describe("language by words", () => {
  for (const [language, text] of LANGUAGES) {
    test(language || "none", async () => assert.equal((await read(text)).language, language));
  }
});

test("Markdown by its name, where it is too short to tell; a text of that beginning under another name stays one", async () => {
  const short = "# Warning\n\nOne mail *came* in March.\n";
  const [named, other] = [await read(short, "/notes/warning.MD"), await read(short, "/notes/warning.txt")];
  assert.deepEqual([named.format, named.title, other.format], ["markdown", "Warning", "text"]);
  assert.deepEqual(told(named), ["heading1: Warning", "paragraph: One mail came in March."]);
});
