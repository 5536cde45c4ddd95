/**
 * Test messages of the packs `malware` and of `webmail` rules: small mails with harmless canaries in the shapes that the rules look for, and
 * the ordinary mails that come closest to them. `tools/write-carrier-messages.ts` writes them to `rules/tests/`.
 */
import { writeCompoundFile } from "../test/support/compound-writer.ts";
import {
  macroStorages,
  writeCodePng,
  writeIso,
  writePlainPng,
  writeRar,
  writeShortcut,
  writeWordWithMacros,
} from "../test/support/file-writers.ts";
import { writePdf, writeZip } from "../test/support/part-files.ts";

export interface TestMessage {
  readonly rule: string;
  /** Begins with `match-` or `clear-`. */
  readonly name: string;
  readonly text: string;
}

interface TestFile {
  readonly name: string;
  readonly type?: string;
  readonly bytes: Buffer | string;
}

interface Wish {
  readonly text?: string;
  readonly html?: string;
  readonly files?: readonly TestFile[];
  readonly subject?: string;
  /** Display name. */
  readonly from?: string;
}

const BOUNDARY = "canary-part";

function message({ text, html, files = [], subject = "The minutes of Thursday", from = "Dora Lind" }: Wish): string {
  const body =
    html === undefined
      ? [
          "Content-Type: text/plain; charset=utf-8",
          "Content-Transfer-Encoding: 8bit",
          "",
          text ?? "Good morning, as agreed. Dora",
        ]
      : ["Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", html];
  const head = [
    `From: ${from.includes("<") || from.includes('"') ? `"${from.replaceAll('"', '\\"')}"` : from} <dora@desk.example>`,
    "To: Anna Berg <anna@office.example>",
    `Subject: ${subject}`,
    "Date: Mon, 1 Mar 2021 09:12:00 +0000",
    "Message-ID: <canary@desk.example>",
    "Delivered-To: anna@office.example",
    "MIME-Version: 1.0",
  ];
  if (files.length === 0) return [...head, ...body, ""].join("\n");
  const parts = files.flatMap(({ name, type = "application/octet-stream", bytes }) => [
    `--${BOUNDARY}`,
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; ${parameter(name)}`,
    "Content-Transfer-Encoding: base64",
    "",
    ...(Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,76}/g) ?? []),
  ]);
  const mixed = `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`;
  return [...head, mixed, "", `--${BOUNDARY}`, ...body, ...parts, `--${BOUNDARY}--`, ""].join("\n");
}

/** RFC 2231 where a name needs it. */
function parameter(name: string): string {
  return /^[ !#-[\]-~]*$/.test(name) ? `filename="${name}"` : `filename*=utf-8''${encodeURIComponent(name)}`;
}

const zip = (...files: readonly (readonly [name: string, content: Buffer | string])[]): Buffer =>
  writeZip(files.map(([name, content]) => ({ name, content })));

/** Two letters and zeros: no system runs it. */
const PROGRAM = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(94), Buffer.from("canary")]);
const SHORTCUT = writeShortcut("..\\canary.txt", "/c echo canary");
const PLAIN_SHORTCUT = writeShortcut("..\\canary.txt", "");
const HOST = "https://canary.test";

function word(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  return zip(
    ["[Content_Types].xml", "<Types/>"],
    ["word/document.xml", "<w:document><w:p><w:t>Canary letter</w:t></w:p></w:document>"],
    ...Object.entries(parts),
  );
}

function relationship(type: string, target: string): string {
  return `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`;
}

const withMacros = (source: string): Buffer =>
  word({ "word/vbaProject.bin": writeCompoundFile(macroStorages(source)) });
const plainWord = word({});
const letter = writePdf([
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R >>",
]);
const pdfWith = (action: string, ...more: readonly string[]): Buffer =>
  writePdf([
    `<< /Type /Catalog /Pages 2 0 R ${action} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R >>",
    ...more,
  ]);
const smuggling = `<html><title>Canary</title><script>var d = atob("${"QUJD".repeat(600)}"); var b = new Blob([d]); var a = document.createElement("a"); a.href = URL.createObjectURL(b); a.download = "canary.txt"; a.click();</script></html>`;
const drawing = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/>${inside}</svg>`;
const page = (inside: string): string => `<html><head><title>Minutes</title></head><body>${inside}</body></html>`;
const picture: TestFile = { name: "garden.png", type: "image/png", bytes: writePlainPng(40, 40) };

/** A OneNote section with files in it (MS-ONESTORE 2.6.13). */
function notebook(...files: readonly Buffer[]): Buffer {
  const parts = files.map((file) => {
    const length = Buffer.alloc(20);
    length.writeBigUInt64LE(BigInt(file.length));
    return Buffer.concat([Buffer.from("e716e3bd65261145a4c48d4d0b7a9eac", "hex"), length, file]);
  });
  return Buffer.concat([Buffer.from("e4525c7b8cd8a74daeb15378d02996d3", "hex"), Buffer.alloc(64), ...parts]);
}

const attach = (name: string, bytes: Buffer | string, type?: string): Wish => ({
  files: [type === undefined ? { name, bytes } : { name, bytes, type }],
});
const locked = writeZip([{ name: "minutes.pdf", content: "canary" }], { isEncrypted: true });

type Row = readonly [name: string, wish: Wish];

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  "malware.program": [
    ["match-by-bytes", attach("minutes.bin", PROGRAM)],
    ["match-by-name", attach("minutes.hta", "<p>canary")],
    ["match-script", attach("minutes.vbs", "' canary")],
    ["clear-document", attach("minutes.pdf", letter, "application/pdf")],
    ["clear-calendar", attach("minutes.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar")],
    ["clear-host-name", attach("desk.example.txt", "MZ is how the list of zones begins.", "text/plain")],
  ],
  "malware.packed-program": [
    ["match-zip", attach("minutes.zip", zip(["minutes/read.js", "var canary = 1;"]))],
    ["match-zip-in-zip", attach("minutes.zip", zip(["inner.zip", zip(["setup.bin", PROGRAM])]))],
    ["match-rar", attach("minutes.rar", writeRar([{ name: "minutes.scr", content: "canary" }]))],
    ["clear-documents", attach("minutes.zip", zip(["minutes.txt", "canary"], ["plan.pdf", letter]))],
    [
      "clear-pictures",
      attach("garden.zip", zip(["one.png", picture.bytes as Buffer], ["two.png", picture.bytes as Buffer])),
    ],
  ],
  "malware.disguised-file": [
    ["match-two-extensions", attach("minutes.pdf.exe", "canary")],
    ["match-override", attach("minutes\u202efdp.scr", "canary")],
    ["match-in-archive", attach("minutes.zip", zip(["minutes.docx                    .js", "var canary;"]))],
    ["clear-dots", attach("minutes.2021.03.pdf", letter, "application/pdf")],
    ["clear-archive", attach("minutes.tar.gz", "canary")],
    ["clear-hebrew", attach("\u05e4\u05e8\u05d5\u05d8\u05d5\u05e7\u05d5\u05dc.pdf", letter, "application/pdf")],
  ],
  "malware.false-type": [
    ["match-program-as-picture", attach("garden.jpg", PROGRAM, "image/jpeg")],
    ["match-page-as-document", attach("minutes.pdf", page("<p>canary</p>"), "application/pdf")],
    ["match-workbook-as-picture", attach("garden.jpg", plainWord, "image/jpeg")],
    ["clear-picture", { files: [picture] }],
    [
      "clear-page-as-sheet",
      attach("minutes.xls", page("<table><tr><td>1</td></tr></table>"), "application/vnd.ms-excel"),
    ],
  ],
  "malware.disk-image": [
    ["match-empty", attach("minutes.img", Buffer.alloc(2_048, "canary"))],
    [
      "match-with-shortcut",
      attach("minutes.iso", writeIso([{ name: "MINUTES.LNK", content: SHORTCUT.toString("latin1") }])),
    ],
    ["clear-picture", { files: [picture] }],
    ["clear-name-of-a-standard", attach("iso-8601.pdf", letter, "application/pdf")],
  ],
  "malware.shortcut": [
    [
      "match-with-command",
      attach("minutes.zip", zip(["minutes.lnk", writeShortcut("..\\canary.txt", "powershell -w 1 canary")])),
    ],
    ["match-plain", attach("minutes.lnk", PLAIN_SHORTCUT)],
    ["clear-link-by-name", attach("lnk-notes.txt", "canary", "text/plain")],
    ["clear-archive", attach("minutes.zip", zip(["minutes.txt", "powershell -w 1 canary"]))],
  ],
  "malware.macros": [
    ["match-without-auto", attach("budget.docm", withMacros("Sub Sum()\nEnd Sub"))],
    ["match-by-itself", attach("budget.docm", withMacros('Sub AutoOpen()\nMsgBox "canary"\nEnd Sub'))],
    [
      "match-old-format",
      attach("budget.doc", writeWordWithMacros('Sub Document_Open()\nx = Environ("canary")\nEnd Sub')),
    ],
    ["clear-document", attach("budget.docx", plainWord)],
    ["clear-text-about-macros", attach("notes.txt", "Sub AutoOpen() is how a macro begins.", "text/plain")],
  ],
  "malware.remote-template": [
    [
      "match-web",
      attach("plan.docx", word({ "word/_rels/settings.xml.rels": relationship("attachedTemplate", `${HOST}/a.dotm`) })),
    ],
    [
      "clear-own-disk",
      attach(
        "plan.docx",
        word({ "word/_rels/settings.xml.rels": relationship("attachedTemplate", "file:///C:/Templates/a.dotm") }),
      ),
    ],
    [
      "clear-link",
      attach("plan.docx", word({ "word/_rels/document.xml.rels": relationship("hyperlink", `${HOST}/a.dotm`) })),
    ],
  ],
  "malware.linked-object": [
    [
      "match-object",
      attach("plan.docx", word({ "word/_rels/document.xml.rels": relationship("oleObject", `${HOST}/a`) })),
    ],
    [
      "match-by-other-scheme",
      attach(
        "plan.docx",
        word({
          "word/_rels/document.xml.rels": relationship(
            "oleObject",
            "mhtml:https://canary.test/a!x-usc:https://canary.test/a",
          ),
        }),
      ),
    ],
    [
      "clear-picture",
      attach("plan.docx", word({ "word/_rels/document.xml.rels": relationship("image", `${HOST}/a.png`) })),
    ],
    [
      "clear-link",
      attach("plan.docx", word({ "word/_rels/document.xml.rels": relationship("hyperlink", `${HOST}/a`) })),
    ],
  ],
  "malware.document-command": [
    [
      "match-field",
      attach(
        "plan.docx",
        word({
          "word/document.xml":
            '<w:document><w:p><w:r><w:instrText>DDEAUTO cmd.exe "/c echo canary"</w:instrText></w:r></w:p></w:document>',
        }),
      ),
    ],
    ["match-table", attach("plan.csv", "name,sum\n=cmd|'/c echo canary'!A1,2\n", "text/csv")],
    [
      "clear-field",
      attach(
        "plan.docx",
        word({ "word/document.xml": "<w:document><w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:document>" }),
      ),
    ],
    ["clear-table", attach("plan.csv", "name,sum\n=A1+A2,2\ncmd,3\n", "text/csv")],
  ],
  "malware.rich-text-object": [
    [
      "match-object",
      attach("plan.rtf", "{\\rtf1 canary {\\object\\objemb{\\*\\objdata 0105000002000000070000005061636b61676500}}}"),
    ],
    ["clear-text", attach("plan.rtf", "{\\rtf1 canary \\b bold\\b0}")],
    ["clear-picture", attach("plan.rtf", "{\\rtf1 canary {\\pict\\pngblip 89504e470d0a1a0a}}")],
  ],
  "malware.onenote-file": [
    ["match-script", attach("plan.one", notebook(Buffer.from("@echo off\r\necho canary\r\n")))],
    ["match-document", attach("plan.one", notebook(letter))],
    ["clear-pictures", attach("plan.one", notebook(picture.bytes as Buffer))],
    ["clear-no-files", attach("plan.one", notebook())],
  ],
  "malware.locked-archive": [
    [
      "match-english",
      { ...attach("minutes.zip", locked), text: "Hello Anna, the password is canary21 as always.\n\nDora" },
    ],
    ["match-german", { ...attach("minutes.zip", locked), text: "Hallo Anna,\n\nKennwort: canary21\n\nDora" }],
    [
      "clear-password-elsewhere",
      { ...attach("minutes.zip", locked), text: "Hello Anna, I will call you about how to open it.\n\nDora" },
    ],
    [
      "clear-open-archive",
      { ...attach("minutes.zip", zip(["minutes.txt", "canary"])), text: "The password is canary21." },
    ],
  ],
  "malware.smuggling": [
    ["match-page", attach("minutes.html", smuggling, "text/html")],
    ["match-in-zip", attach("minutes.zip", zip(["minutes.html", smuggling]))],
    [
      "clear-page-with-picture",
      attach("minutes.html", page(`<img src="data:image/png;base64,${"QUJD".repeat(600)}">`), "text/html"),
    ],
    [
      "clear-page-with-download",
      attach("minutes.html", page('<a download href="a.pdf">the plan</a><script>var a = 1;</script>'), "text/html"),
    ],
  ],
  "malware.svg-script": [
    ["match-script", attach("logo.svg", drawing("<script>var canary = 1;</script>"), "image/svg+xml")],
    ["match-handler", attach("logo.svg", drawing('<rect onclick="canary()"/>'), "image/svg+xml")],
    [
      "match-address",
      attach("logo.svg", drawing('<a href="javascript:canary()"><text>open</text></a>'), "image/svg+xml"),
    ],
    [
      "clear-drawing",
      attach(
        "logo.svg",
        drawing('<style>rect{fill:red}</style><a href="https://desk.example/"><text>open</text></a>'),
        "image/svg+xml",
      ),
    ],
    [
      "clear-animation",
      attach("logo.svg", drawing('<animate attributeName="x" from="0" to="9" dur="1s"/>'), "image/svg+xml"),
    ],
  ],
  "malware.page-with-program": [
    [
      "match-unpacks",
      attach("minutes.html", page('<script>document.write(unescape("%63anary"));</script>'), "text/html"),
    ],
    [
      "match-leads-elsewhere",
      attach(
        "minutes.html",
        `<html><head><meta http-equiv="refresh" content="0; url=${HOST}/"></head></html>`,
        "text/html",
      ),
    ],
    ["clear-page", attach("minutes.html", page("<p>canary</p>"), "text/html")],
    [
      "clear-menu",
      attach("minutes.html", page("<script>function open_menu(m) { m.className = 'open'; }</script>"), "text/html"),
    ],
  ],
  "malware.pdf-launch": [
    ["match-launch", attach("minutes.pdf", pdfWith("/OpenAction << /S /Launch /F (canary.txt) >>"), "application/pdf")],
    ["clear-page", attach("minutes.pdf", pdfWith("/OpenAction [3 0 R /Fit]"), "application/pdf")],
    ["clear-link", attach("minutes.pdf", pdfWith(`/OpenAction << /S /URI /URI (${HOST}/) >>`), "application/pdf")],
  ],
  "malware.pdf-script": [
    [
      "match-on-opening",
      attach("form.pdf", pdfWith("/OpenAction << /S /JavaScript /JS (var canary = 1;) >>"), "application/pdf"),
    ],
    [
      "match-unpacks",
      attach("form.pdf", pdfWith("/OpenAction << /S /JavaScript /JS (eval\\(canary\\);) >>"), "application/pdf"),
    ],
    ["clear-page", attach("form.pdf", letter, "application/pdf")],
    ["clear-form", attach("form.pdf", pdfWith("/AcroForm << /Fields [] >>"), "application/pdf")],
  ],
  "malware.pdf-carries-program": [
    [
      "match-pdf",
      attach(
        "manual.pdf",
        pdfWith(
          "/Names << /EmbeddedFiles << /Names [(setup.vbs) 4 0 R] >> >>",
          "<< /Type /Filespec /F (setup.vbs) /EF << /F 5 0 R >> >>",
          "<< /Type /EmbeddedFile /Length 9 >>\nstream\n' canary\n\nendstream",
        ),
        "application/pdf",
      ),
    ],
    [
      "clear-pdf-with-table",
      attach(
        "manual.pdf",
        pdfWith(
          "/Names << /EmbeddedFiles << /Names [(data.xml) 4 0 R] >> >>",
          "<< /Type /Filespec /F (data.xml) /EF << /F 5 0 R >> >>",
          "<< /Type /EmbeddedFile /Length 9 >>\nstream\n<canary/>\nendstream",
        ),
        "application/pdf",
      ),
    ],
    ["clear-document", attach("manual.docx", plainWord)],
  ],
  "malware.qr-code": [
    [
      "match-elsewhere",
      {
        text: "Please scan the code.",
        files: [{ name: "code.png", type: "image/png", bytes: writeCodePng(`${HOST}/x`) }],
      },
    ],
    [
      "clear-own-site",
      {
        text: "Please scan the code.",
        files: [{ name: "code.png", type: "image/png", bytes: writeCodePng("https://desk.example/x") }],
      },
    ],
    ["clear-no-code", { text: "The garden.", files: [picture] }],
  ],
  "malware.pdf-single-link": [
    [
      "match-elsewhere",
      attach(
        "minutes.pdf",
        pdfWith("", `<< /Type /Annot /Subtype /Link /A << /S /URI /URI (${HOST}/x) >> >>`),
        "application/pdf",
      ),
    ],
    [
      "clear-own-site",
      attach(
        "minutes.pdf",
        pdfWith("", "<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://desk.example/x) >> >>"),
        "application/pdf",
      ),
    ],
    [
      "clear-many-sites",
      attach(
        "minutes.pdf",
        pdfWith(
          "",
          `<< /Type /Annot /Subtype /Link /A << /S /URI /URI (${HOST}/x) >> >>`,
          "<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://second.example/x) >> >>",
        ),
        "application/pdf",
      ),
    ],
  ],
  "webmail.picture-script": [
    ["match-script", { html: page("<p>Hello</p><svg><script>canary()</script></svg>") }],
    [
      "match-animated-address",
      { html: page('<svg><a><animate attributeName="href" values="javascript:canary()"/><text>x</text></a></svg>') },
    ],
    ["match-formula", { html: page('<math><mtext href="javascript:canary()">x</mtext></math>') }],
    [
      "clear-drawing",
      {
        html: page(
          '<svg width="9"><rect width="9" onfoo2=""/><a href="https://desk.example/"><text>x</text></a></svg>',
        ),
      },
    ],
    ["clear-told-of", { html: page("<pre>&lt;svg&gt;&lt;script&gt;canary()&lt;/script&gt;&lt;/svg&gt;</pre>") }],
  ],
  "webmail.automatic-handler": [
    ["match-error", { html: page('<img src="x:" onerror="fetch(\'/canary\')">') }],
    ["match-entities", { html: page('<details open ontoggle="&#101;val(canary)">x</details>') }],
    ["match-autofocus", { html: page('<input autofocus onfocus="this[canary]()">') }],
    [
      "clear-own-picture",
      { html: page('<img src="https://desk.example/a.png" onerror="this.style.display=\'none\'">') },
    ],
    [
      "clear-swap",
      {
        html: `<html><body onload="swapImages('a.gif')"><a href="https://desk.example/" onmouseover="window.status='x';return true">x</a></body></html>`,
      },
    ],
  ],
  "webmail.hidden-markup": [
    ["match-title", { html: page('<noscript><p title="</noscript><img src=x onerror=canary()>"></noscript>') }],
    ["match-quotes", { html: page("<img alt='x\" onload=\"canary()'>") }],
    ["match-text", { html: page("<textarea><img src=x onerror=canary()></textarea>") }],
    ["clear-quotes", { html: page("<img alt='the \"garden\" on=the hill'>") }],
    ["clear-told-of", { html: page("<p>&lt;img src=x onerror=canary()&gt;</p>") }],
  ],
  "webmail.framed-program": [
    ["match-srcdoc", { html: page('<iframe srcdoc="&lt;script&gt;canary()&lt;/script&gt;"></iframe>') }],
    [
      "match-data",
      {
        html: page(
          `<a href="data:text/html;base64,${Buffer.from("<script>canary()</script>").toString("base64")}">x</a>`,
        ),
      },
    ],
    ["clear-srcdoc", { html: page('<iframe srcdoc="&lt;p&gt;hello&lt;/p&gt;"></iframe>') }],
    ["clear-data-picture", { html: page('<img src="data:image/svg+xml,%3Csvg%3E%3Crect/%3E%3C/svg%3E">') }],
  ],
  "webmail.program-address": [
    ["match-link", { html: page('<a href="java&#10;script:document.location=canary">x</a>') }],
    ["match-frame", { html: page('<iframe src="javascript:canary"></iframe>') }],
    ["clear-print", { html: page('<a href="javascript:window.print()">print</a>') }],
    [
      "clear-void",
      { html: page('<a href="javascript:void(0)">x</a> <a href="https://desk.example/javascript:">y</a>') },
    ],
  ],
  "webmail.style-program": [
    ["match-expression", { html: page('<p style="width:expression(document.write(canary))">x</p>') }],
    ["match-binding", { html: page("<style>p { -moz-binding: url(https://canary.test/x#y) }</style><p>x</p>") }],
    ["clear-drawings", { html: page("<style>v\\:* { behavior: url(#default#VML); }</style><p>x</p>") }],
    ["clear-width", { html: page('<p style="width:expression(this.width > 600 ? 600 : true)">x</p>') }],
  ],
  "webmail.body-script": [
    ["match-writes", { html: page("<script>document.write(canary)</script><p>x</p>") }],
    [
      "clear-data",
      {
        html: page(
          '<script type="application/ld+json">{"@type": "EmailMessage", "eval": "document.write"}</script><p>x</p>',
        ),
      },
    ],
    ["clear-swap", { html: page("<script>function swap(a) { a.className = 'b'; }</script><p>x</p>") }],
  ],
  "webmail.header-markup": [
    ["match-subject", { subject: "Minutes <svg onload=canary()>" }],
    ["match-name", { from: 'Dora" onerror=canary() x="' }],
    ["match-file", attach("<img src=x onerror=canary()>.png", picture.bytes, "image/png")],
    ["clear-signs", { subject: "Minutes <3 of Thursday> on = off, <script> tags next week", from: "Dora (on=call)" }],
    ["clear-file", attach("minutes (1) <draft>.pdf", letter, "application/pdf")],
  ],
  "webmail.calendar-program": [
    [
      "match-description",
      attach(
        "visit.ics",
        'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nX-ALT-DESC;FMTTYPE=text/html:<details open ontoggle="canary(document.cookie)">\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
        "text/calendar",
      ),
    ],
    [
      "clear-description",
      attach(
        "visit.ics",
        'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nX-ALT-DESC;FMTTYPE=text/html:<p>See <a href="https://desk.example/">the plan</a></p>\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
        "text/calendar",
      ),
    ],
    [
      "clear-contact",
      attach("dora.vcf", "BEGIN:VCARD\r\nFN:Dora Lind\r\nURL:https://desk.example/\r\nEND:VCARD\r\n", "text/vcard"),
    ],
  ],
  "webmail.plain-link": [
    ["match-breakout", { text: `See ${HOST}/"onmouseover="canary() for the plan.` }],
    ["clear-quoted", { text: 'See "https://desk.example/a?on=1" for the plan, and "once=again".' }],
    ["clear-told-of", { text: "The page used onerror=canary() on its pictures: https://desk.example/" }],
  ],
};

export const carrierMessages: readonly TestMessage[] = Object.entries(ROWS).flatMap(([rule, rows]) =>
  rows.map(([name, wish]) => ({ rule, name, text: message(wish) })),
);
