/** Values of all types in all usual defangings, what is doubted, and what only looks like a value. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Block, BlockKind, PublishedDocument } from "../../../src/case/document.ts";
import { extractIndicators } from "../../../src/intel/extraction/extract.ts";
import { documentOfText } from "../../../src/intel/extraction/text-document.ts";

const taken = (text: string): readonly string[] =>
  extractIndicators(documentOfText(text)).indicators.map(
    ({ type, value, doubt }) => `${type} ${value}${doubt === null ? "" : ` (${doubt})`}`,
  );
const refused = (text: string): readonly string[] =>
  extractIndicators(documentOfText(text)).rejected.map(({ type, value, why }) => `${type} ${value}: ${why}`);

const MD5 = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
const SHA1 = `${MD5}01234567`;
const SHA256 = `${MD5}${MD5}`;

describe("defanged values in a sentence", () => {
  const hosts = [
    "news[.]example",
    "news(.)example",
    "news{.}example",
    "news<.>example",
    "news[dot]example",
    "news(dot)example",
    "news (DOT) example",
    "news [.] example",
    "news[.]\nexample",
    "news[.example",
    "news.]example",
    "news[,]example",
    "news\\.example",
    "news\uff0eexample",
    "news\u3002example",
    "NEWS[.]Example",
    "ne\u00adws[.]example",
    "ne\u200bws[.]exam\u2060ple",
  ];
  for (const written of hosts) {
    test(`host ${JSON.stringify(written)}`, () => {
      assert.deepEqual(taken(`The mails came from ${written}, it says.`), ["domain-name news.example"]);
    });
  }
  const urls = [
    "hxxps://news[.]example/a?b=1",
    "hXXps://news.example/a?b=1",
    "hxxps[:]//news.example/a?b=1",
    "hxxps[://]news[.]example/a?b=1",
    "hxxps:[//]news[.]example/a?b=1",
    "hxxps ://news[.]example/a?b=1",
    "https[:]//news[.]example/a?b=1",
    "h**ps://news[.]example/a?b=1",
    "hxxp[s]://news[.]example/a?b=1",
    "https://news[.]example/a?b=1",
    "hxxps://news .example/a?b=1",
    "hxxps:\\\\news[.]example/a?b=1",
    "hxxps://news[.]example[/]a?b=1",
    "hxxps://news(dot)example/a?b=1",
  ];
  for (const written of urls) {
    test(`URL ${JSON.stringify(written)}`, () => {
      assert.deepEqual(taken(`It loads <${written}> when opened.`), ["url https://news.example/a?b=1"]);
    });
  }
  const mails = [
    "editor[@]news[.]example",
    "editor@news[.]example",
    "editor[at]news[.]example",
    "editor(at)news(dot)example",
    "editor [at] news [dot] example",
    "editor AT news DOT example",
  ];
  for (const written of mails) {
    test(`address ${JSON.stringify(written)}`, () => {
      assert.deepEqual(
        taken(`It was signed by ${written} and sent.`).map((one) => one.replace(/ \(.*/, "")),
        ["email-addr editor@news.example"],
      );
    });
  }
  const rows: readonly (readonly [written: string, expected: string])[] = [
    ["192.0.2[.]7", "ipv4-addr 192.0.2.7"],
    ["192[.]0[.]2[.]7", "ipv4-addr 192.0.2.7"],
    ["192(.)0(.)2(.)0/24", "ipv4-addr 192.0.2.0/24"],
    ["192.0.2[.]7:8080", "ipv4-addr 192.0.2.7"],
    ["192.0.2[.]7/gate.php", "url http://192.0.2.7/gate.php"],
    ["hxxp://192.0.2[.]7:8080/a", "url http://192.0.2.7:8080/a"],
    ["2001:db8[:]0[:]7::1", "ipv6-addr 2001:db8:0:7::1"],
    ["2001:db8:7:[:]1/64", "ipv6-addr 2001:db8:7::1/64"],
    ["news[.]example/path/x.php", "url http://news.example/path/x.php"],
    ["news[.]example:8443", "domain-name news.example"],
    ["fxp://news[.]example/x", "url ftp://news.example/x"],
    ["m\u00fcnchen[.]example", "domain-name xn--mnchen-3ya.example"],
    ["xn--mnchen-3ya[.]example", "domain-name xn--mnchen-3ya.example"],
    // What is a value elsewhere is a part of a host or of a path here.
    [`${MD5}.news[.]cf`, `domain-name ${MD5}.news.cf`],
    ["192.0.2.7.news[.]cf", "domain-name 192.0.2.7.news.cf"],
    [`news[.]cf/a/${MD5}.bin`, `url http://news.cf/a/${MD5}.bin`],
    // A Cyrillic letter that looks Latin.
    ["n\u0435ws[.]example", "domain-name xn--nws-rdd.example"],
  ];
  for (const [written, expected] of rows) {
    test(written, () => assert.deepEqual(taken(`It talks to ${written} at night.`), [expected]));
  }
});

describe("other types", () => {
  const rows: readonly (readonly [written: string, expected: string])[] = [
    [MD5.toUpperCase(), `file-hash ${MD5}`],
    [SHA1, `file-hash ${SHA1}`],
    [SHA256, `file-hash ${SHA256}`],
    [`${SHA256}${SHA256}`, `file-hash ${SHA256}${SHA256}`],
    ["3:AbCdEfGhIjKl:MnOpQr", "file-hash 3:AbCdEfGhIjKl:MnOpQr"],
    ["CVE-2024-12345", "vulnerability CVE-2024-12345"],
    ["cve\u20112024\u20111234", "vulnerability CVE-2024-1234"],
    ["AS64500", "autonomous-system AS64500"],
    ["ASN 64500", "autonomous-system AS64500"],
    ["invoice.pdf.exe", "file-name invoice.pdf.exe"],
    ["invoice[.]exe", "file-name invoice.exe"],
    ["C:\\ProgramData\\Some Folder\\a.dll", "file-path C:\\ProgramData\\Some Folder\\a.dll"],
    ["%APPDATA%\\run.vbs", "file-path %APPDATA%\\run.vbs"],
    ["/tmp/.hidden/run", "file-path /tmp/.hidden/run"],
    ["HKCU\\Software\\Paper Crane\\Run", "windows-registry-key HKCU\\Software\\Paper Crane\\Run"],
    ["Mozilla/5.0 (X11; Linux) Crane/1.0", "user-agent Mozilla/5.0 (X11; Linux) Crane/1.0"],
    [`0x${SHA1}`, `cryptocurrency-wallet 0x${SHA1}`],
  ];
  for (const [written, expected] of rows) {
    test(written.slice(0, 60), () => assert.deepEqual(taken(`It holds ${written} as well.`), [expected]));
  }

  test("ATT&CK ids of all kinds", () => {
    assert.deepEqual(
      taken("In MITRE ATT&CK: TA0001, T1566, T1566.002, G0001, S0002, M1017 and C0003; not T9999, X1234."),
      ["TA0001", "T1566", "T1566.002", "G0001", "S0002", "M1017", "C0003"].map((id) => `attack-id ${id}`),
    );
  });

  test("wallets by their checksum", () => {
    // The all-zero key hash, and the first example of BIP 173.
    const sound = ["1111111111111111111114oLvT2", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"];
    assert.deepEqual(
      taken(
        `Pay ${sound.join(" or ")}, not bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5 or 1111111111111111111114oLvT3.`,
      ),
      sound.map((wallet) => `cryptocurrency-wallet ${wallet}`),
    );
  });

  test("names of rules and mutexes", () => {
    assert.deepEqual(
      taken('rule Paper_Crane : mail {\n  condition: true\n}\n\nIt makes the mutex "CraneLock" first.'),
      ["yara-rule Paper_Crane", "mutex CraneLock"],
    );
  });
});

describe("broken over lines", () => {
  test("a hash in two and in three parts", () => {
    assert.deepEqual(taken(`SHA-256:\n${SHA256.slice(0, 37)}\n  ${SHA256.slice(37)}\n`), [`file-hash ${SHA256}`]);
    assert.deepEqual(taken(`is ${SHA256.slice(0, 20)}\n${SHA256.slice(20, 45)}\n${SHA256.slice(45)} here`), [
      `file-hash ${SHA256}`,
    ]);
  });

  test("two hashes in two lines stay two", () => {
    const other = [...MD5].reverse().join("");
    assert.deepEqual(taken(`${MD5}\n${other}`), [`file-hash ${MD5}`, `file-hash ${other}`]);
  });

  test("a guarded URL goes on where the next line can be nothing else", () => {
    assert.deepEqual(taken("It loads hxxps://news[.]example/a/\nlong/path/x7.php\nand stops."), [
      "url https://news.example/a/long/path/x7.php (joined from two lines)",
    ]);
    assert.deepEqual(taken("It loads hxxps://news[.]example/a/\nThe mail then asks."), ["url https://news.example/a/"]);
    assert.deepEqual(taken("hxxps://news[.]example/a/\nhxxps://news[.]example/b/"), [
      "url https://news.example/a/",
      "url https://news.example/b/",
    ]);
  });

  test("the quote is what stands in the document", () => {
    const document = documentOfText(`See\n${SHA1.slice(0, 25)}\n ${SHA1.slice(25)} and news [.] example.`);
    for (const { quote } of extractIndicators(document).indicators) {
      assert.equal(quote.text, document.text.slice(quote.start, quote.end));
    }
    assert.deepEqual(
      extractIndicators(document).indicators.map(({ quote }) => [quote.text, quote.line]),
      [
        [`${SHA1.slice(0, 25)}\n ${SHA1.slice(25)}`, 2],
        ["news [.] example", 3],
      ],
    );
  });
});

describe("what looks like a value and is none", () => {
  const rows: readonly (readonly [sentence: string, expected: readonly string[]])[] = [
    [
      "Open readme.md and run script.sh now.",
      [
        "domain-name readme.md: file name, not a domain",
        "file-name readme.md: a product's name",
        "domain-name script.sh: file name, not a domain",
      ],
    ],
    [
      "It was written in node.js and asp.net by them.",
      ["file-name node.js: a product's name", "domain-name asp.net: a product's name"],
    ],
    ["Windows version 10.0.19041.1 was used.", []],
    ["It is version 10.0.190.1 of it.", ["ipv4-addr 10.0.190.1: version number"]],
    ["The tool v1.2.3.4 was used.", ["ipv4-addr 1.2.3.4: version number"]],
    [
      "Versions 4.2.1.5, 4.2.1.6 and 4.2.1.7 are meant.",
      ["ipv4-addr 4.2.1.5: version number", "ipv4-addr 4.2.1.6: version number", "ipv4-addr 4.2.1.7: version number"],
    ],
    ["See section 4.2.1.5 for more of it.", ["ipv4-addr 4.2.1.5: number of a section"]],
    ["It calls System.Net.Http and System.Net to load.", ["domain-name system.net: a name in code"]],
    [
      "Then os.name and window.open() are asked.",
      ["domain-name os.name: a name in code", "domain-name window.open: a name in code"],
    ],
    ["The package com.crane.app is one.", ["domain-name com.crane.app: a package's name"]],
    ["They left the house.In spring they came back.", ["domain-name house.in: two sentences without a space between"]],
    ["We named it example.com here.", ["domain-name example.com: a name reserved for examples"]],
    ["Readers of journal.example were not the aim.", ["domain-name journal.example: a name reserved for examples"]],
    ["The host printer.local answered.", ["domain-name printer.local: a name of a local network"]],
    ["It connects to 127.0.0.1 first.", ["ipv4-addr 127.0.0.1: the machine's own address"]],
    [
      "The hash 00000000000000000000000000000000 stands for none.",
      ["file-hash 00000000000000000000000000000000: a placeholder, no hash"],
    ],
    [
      "See http://www.w3.org/1999/xhtml for it.",
      ["url http://www.w3.org/1999/xhtml: the name of a format, not a place"],
    ],
    [
      "Read https://www.youtube.com/watch?v=1 as well.",
      ["url https://www.youtube.com/watch?v=1: where people share pages"],
    ],
    ["CVE-2022-000012 is no number.", ["vulnerability CVE-2022-000012: has no form that a CVE number has"]],
    ['The strings "C:\\\\Users\\\\a" and "\\\\x41\\\\x42" are in it.', []],
    ["At 12:30:45 on 2024.03.25, e.g. at 1.2.3, the dot com boom; and/or std::string.", []],
  ];
  for (const [sentence, expected] of rows) {
    test(sentence, () => {
      assert.deepEqual(refused(sentence), expected);
      // Names of files stay values, as such.
      assert.deepEqual(
        taken(sentence).filter((one) => !one.startsWith("file-name")),
        [],
      );
    });
  }
});

describe("what stands around a value decides", () => {
  test("a link and a host in a sentence are doubted", () => {
    assert.deepEqual(
      taken("The page http://crane.pages.test.invalid/x was shown; see https://crane-news.cf/a, crane-mail.cf too."),
      [
        "url https://crane-news.cf/a (a link in running text, not defanged)",
        "domain-name crane-mail.cf (named in running text, not defanged)",
      ],
    );
  });

  test("under a heading that announces them values need no defanging", () => {
    const text = "Indicators of Compromise\n\ncrane-news.example\n192.0.2.9 - C2\nhttp://crane.example/a\n";
    assert.deepEqual(taken(text), [
      "domain-name crane-news.example",
      "ipv4-addr 192.0.2.9",
      "url http://crane.example/a",
    ]);
    assert.equal(extractIndicators(documentOfText(text)).indicators[0]?.section, "Indicators of Compromise");
  });

  test("under a heading of references links are none", () => {
    assert.deepEqual(taken("References\n\n[1] https://journal.example/story\n[2] https://daily.example/b\n"), []);
  });

  test("lines of a paragraph announce such sections too", () => {
    assert.deepEqual(taken("It ended there.\nReferences\n\nhttps://journal.cf/story\nhttps://daily.cf/b\n"), []);
    assert.deepEqual(taken("It ended there.\nIOCs\nhttp://crane.cf/a\nThe end of it."), ["url http://crane.cf/a"]);
  });

  test("among names of files a name is doubted, among hosts it is none of a file", () => {
    assert.deepEqual(
      taken("run.dll\nTheme.re\nset.dat").filter((one) => one.startsWith("domain")),
      ["domain-name theme.re (stands among names of files)"],
    );
    assert.deepEqual(taken("crane-news.cf\ncrane-mail.app\ncrane-post.cf"), [
      "domain-name crane-news.cf",
      "domain-name crane-mail.app",
      "domain-name crane-post.cf",
    ]);
  });

  test("a link to an analysis of a file names the file", () => {
    assert.deepEqual(taken(`See https://www.virustotal.com/gui/file/${SHA256}/detection for more.`), [
      `file-hash ${SHA256}`,
    ]);
  });

  const cells = (kinds: readonly (readonly [BlockKind, string])[], publisher = ""): PublishedDocument => {
    let text = "";
    const blocks: Block[] = [];
    for (const [kind, written] of kinds) {
      const span = { start: text.length, end: text.length + written.length };
      blocks.push({ kind, span, level: kind === "heading" ? 2 : 0, page: 3, table: null, row: null });
      text += `${written}\n`;
    }
    return { ...documentOfText(text), blocks, publisher };
  };

  test("cells: a value needs no defanging, and a host may be broken at its dot", () => {
    const document = cells([
      ["heading", "Infrastructure"],
      ["cell", "crane-news.example"],
      ["cell", "long-name-of-a-host.\nexample"],
      ["furniture", "footer.example/page[.]example"],
    ]);
    const { indicators } = extractIndicators(document);
    assert.deepEqual(
      indicators.map(({ value, quote, section }) => [value, quote.page, section]),
      [
        ["crane-news.example", 3, "Infrastructure"],
        ["long-name-of-a-host.example", 3, "Infrastructure"],
      ],
    );
  });

  test("the publisher's own links are none", () => {
    const { indicators, rejected } = extractIndicators(
      cells([["paragraph", "More at https://paper-crane.test/x and https://blog.paper-crane.test/y."]], "Paper Crane"),
    );
    assert.deepEqual(
      [indicators.length, rejected.map(({ why }) => why)],
      [0, ["the publisher's own", "the publisher's own"]],
    );
  });

  test("what a page lets people click was not taken care of", () => {
    const written = "It loads https://crane-news.cf/a every day.";
    const document = {
      ...documentOfText(written),
      links: [{ span: { start: 9, end: 32 }, href: "https://crane-news.cf/a" }],
    };
    assert.deepEqual(
      extractIndicators(document).rejected.map(({ why }) => why),
      ["a link that the page lets people click"],
    );
  });

  test("a value that is doubted in one place and meant in another is meant", () => {
    const { indicators } = extractIndicators(documentOfText("See crane-news.cf today. It is crane-news[.]cf then."));
    assert.deepEqual(
      indicators.map(({ value, doubt, mentions, isDefanged, quote }) => [
        value,
        doubt,
        mentions,
        isDefanged,
        quote.text,
      ]),
      [["crane-news.cf", null, 2, true, "crane-news[.]cf"]],
    );
  });
});

describe("words beside a name", () => {
  const rows: readonly (readonly [sentence: string, doubt: string | null])[] = [
    [
      "The host mail.crane[.]cf is very similar to crane-mail[.]cf in name.",
      "the words beside it call it legitimate, or imitated",
    ],
    ["It leads to crane-mail[.]cf which is a legitimate site.", "the words beside it call it legitimate, or imitated"],
    ["The legitimate page then loads; later crane-mail[.]cf was used.", null],
  ];
  for (const [sentence, doubt] of rows) {
    test(sentence, () => {
      const { indicators } = extractIndicators(documentOfText(sentence));
      assert.equal(indicators.find(({ value }) => value === "crane-mail.cf")?.doubt, doubt);
    });
  }

  test("an address that runs into the words around it is doubted", () => {
    assert.deepEqual(taken("IPv4 address192.0.2[.]7Q2 is one."), [
      "ipv4-addr 192.0.2.7 (runs into the words around it)",
    ]);
  });
});
