/** Catalogue section H: resource exhaustion, as far as one message can cause it. */
import { createCanary, createPayload } from "./canary.ts";
import {
  bareMail,
  CRLF,
  envelope,
  innocent,
  type Kit,
  leafFields,
  mail,
  part,
  parts,
  type Row,
  scaled,
  single,
} from "./compose.ts";
import { file, type HostileFile, type Wish } from "./file.ts";

/** Bombs in one header field of a message whose body holds the canary. */
function fieldBombs(
  kit: Kit,
  key: string,
  values: readonly (readonly [name: string, value: string, limits?: readonly string[]])[],
): readonly HostileFile[] {
  const canary = createCanary(kit.random, "base64");
  const others = envelope.filter((line) => !line.startsWith(`${key}:`));
  return values.map(([name, value, limits = []]) =>
    file(`${key}: ${name}`, bareMail([...others, `${key}: ${value}`, ...leafFields(canary)], canary.encoded), {
      canaries: [canary],
      limits,
    }),
  );
}

const addressLists: Row = {
  id: "HM-120",
  title: "address list bombs",
  make: (kit) => {
    const values: readonly (readonly [name: string, value: string, limits?: readonly string[]])[] = [
      ["addresses", "a@example.org, ".repeat(scaled(kit, 1_000_000, 12_000)), ["limit.addresses"]],
      ["groups", `${"g:".repeat(scaled(kit, 50_000))}a@example.org${";".repeat(scaled(kit, 50_000))}`],
      ["open brackets", "(".repeat(scaled(kit, 200_000))],
      ["comments", `${"(".repeat(scaled(kit, 100_000))}${")".repeat(scaled(kit, 100_000))} a@example.org`],
      ["quotes", '"'.repeat(scaled(kit, 200_000))],
      ["open quotes in brackets", '("'.repeat(scaled(kit, 100_000))],
      ["open angles", "<".repeat(scaled(kit, 200_000))],
      ["open angles and at", "<a@".repeat(scaled(kit, 100_000))],
      ["at signs", "@".repeat(scaled(kit, 200_000))],
      ["dots", `a@${".".repeat(scaled(kit, 200_000))}`],
      ["commas", ",".repeat(scaled(kit, 1_000_000))],
      ["backslashes", "\\".repeat(scaled(kit, 200_000))],
      ["routes", `<${"@a.example,".repeat(scaled(kit, 50_000))}:a@example.org>`],
      ["encoded-words", "=?utf-8?Q?a=40b?= ".repeat(scaled(kit, 50_000))],
      ["open square brackets", "a@[".repeat(scaled(kit, 100_000))],
      ["words", "a b ".repeat(scaled(kit, 200_000))],
      ["words and dots", "a . ".repeat(scaled(kit, 200_000))],
    ];
    return [
      ...fieldBombs(kit, "To", values),
      ...fieldBombs(
        kit,
        "From",
        values.map(([name, value]) => [name, value] as const),
      ),
    ];
  },
};

const parameterBombs: Row = {
  id: "HM-121",
  title: "RFC 2231 bombs",
  make: (kit) => {
    const canary = createCanary(kit.random, "base64");
    const count = scaled(kit, 20_000, 600);
    const list = (make: (n: number) => string) => Array.from({ length: count }, (_, n) => make(n)).join("");
    const values = [
      list((n) => `; filename*${n}=x`),
      list((n) => `; filename*${count - n}=x`),
      "; filename*0=a; filename*99999999999=b",
      "; filename*0=a; filename*-1=b",
      "; filename*00=a; filename*01=b; filename*1=c",
      list(() => "; filename*0=x"),
      list((n) => `; p${n}=x`),
      list((n) => `; filename*${n}*=utf-8''%41`),
      list(() => ";"),
      list(() => "; filename"),
      list(() => '; filename="'),
      `; filename*=${"'".repeat(count)}`,
      `; filename*=utf-8''${"%4".repeat(count)}`,
    ];
    return values.flatMap((value, index) => [
      file(
        `disposition ${index}: ${value.slice(0, 40)}`,
        single(canary).replace(/; filename="[^"]*"/, () => value),
        { contents: [canary.payload.bytes] },
      ),
      file(
        `type ${index}: ${value.slice(0, 40)}`,
        single(canary).replace(/; name="[^"]*"/, () => value.replaceAll("filename", "name")),
        { contents: [canary.payload.bytes] },
      ),
    ]);
  },
};

/** The picture, then markup; and markup in a part before the picture's. `fills`: it uses up the loads that are stored. */
function markupFiles(
  kit: Kit,
  cases: readonly (readonly [name: string, markup: string, fills?: boolean])[],
): readonly HostileFile[] {
  return cases.flatMap(([name, markup, fills = false]) => {
    const payload = createPayload(kit.random, "html");
    const picture = payload.bytes.toString("latin1");
    return [
      file(
        `${name}, after the picture`,
        mail(["Content-Type: text/html; charset=utf-8"], `${picture.replace("</body></html>", "")}${markup}`),
        { loads: [payload.marker] },
      ),
      file(
        `${name}, a part follows`,
        mail(
          ["Content-Type: multipart/mixed; boundary=b"],
          parts(
            "b",
            `Content-Type: text/html${CRLF}${CRLF}${markup}`,
            innocent,
            `Content-Type: text/html${CRLF}${CRLF}${picture}`,
          ),
        ),
        fills ? {} : { loads: [payload.marker] },
      ),
    ];
  });
}

const htmlBombs: Row = {
  id: "HM-122",
  title: "HTML bombs",
  make: (kit) =>
    markupFiles(kit, [
      ["deep div", "<div>".repeat(scaled(kit, 100_000))],
      ["less-than signs", "<".repeat(scaled(kit, 1_000_000))],
      ["ampersands", "&".repeat(scaled(kit, 1_000_000))],
      ["attributes", `<p ${Array.from({ length: scaled(kit, 300_000) }, (_, n) => `a${n}=1`).join(" ")}>`],
      ["a long attribute", `<p title="${"x".repeat(scaled(kit, 10_000_000))}">`],
      ["open comment", `<!--${"x".repeat(scaled(kit, 1_000_000))}`],
      ["open comments", "<!--".repeat(scaled(kit, 300_000))],
      ["open CDATA", `<svg><![CDATA[${"x".repeat(scaled(kit, 1_000_000))}`],
      ["a long doctype", `<!DOCTYPE ${"x".repeat(scaled(kit, 10_000_000))}>`],
      ["CSS comments", `<style>${"/**/".repeat(scaled(kit, 500_000))}</style>`],
      ["open CSS comments", `<style>${"/*".repeat(scaled(kit, 500_000))}</style>`],
      ["a long selector", `<style>${"a ".repeat(scaled(kit, 500_000))}{}</style>`],
      ["nested media", `<style>${"@media screen{".repeat(scaled(kit, 100_000))}</style>`],
      ["open style attributes", '<p style="a:'.repeat(scaled(kit, 100_000))],
    ]),
};

const treeBombs: Row = {
  id: "HM-123",
  title: "HTML tree bombs",
  make: (kit) =>
    markupFiles(kit, [
      ["b and i interleaved", "<b><i></b>".repeat(scaled(kit, 50_000))],
      ["nested anchors", "<a><p>".repeat(scaled(kit, 50_000))],
      ["tables in tables", "<table><tr><td>".repeat(scaled(kit, 30_000))],
      ["foster-parenting", `<table>${"<p>x".repeat(scaled(kit, 50_000))}`],
      ["forms", "<form>".repeat(scaled(kit, 10_000))],
      ["selects", "<select>".repeat(scaled(kit, 10_000))],
      ["templates", "<template>".repeat(scaled(kit, 10_000))],
      ["svg in svg", "<svg><foreignObject>".repeat(scaled(kit, 10_000))],
    ]),
};

const urlBombs: Row = {
  id: "HM-124",
  title: "URL bombs",
  make: (kit) => {
    const nest = () => {
      let url = "http://files.example/";
      for (let n = 0; n < 12; n++) url = `http://r.example/?u=${encodeURIComponent(url).slice(0, 4_000)}`;
      return url;
    };
    return markupFiles(kit, [
      [
        "distinct URLs",
        Array.from({ length: scaled(kit, 60_000) }, (_, n) => `<img src="http://p${n}.example/${n}">`).join(""),
        true,
      ],
      ["one long URL", `<img src="http://p.example/${"a".repeat(scaled(kit, 2_000_000))}">`],
      ["nested URLs", `<img src="${nest()}">`],
      ["long userinfo", `<img src="http://${"u".repeat(scaled(kit, 65_536))}@p.example/">`],
      ["percent signs", `<img src="http://p.example/${"%25".repeat(scaled(kit, 1_000_000))}">`],
      ["query fields", `<img src="http://p.example/?${"a=1&".repeat(scaled(kit, 300_000))}">`],
      ["srcset", `<img srcset="${"http://p.example/a 1x, ".repeat(scaled(kit, 50_000))}">`],
    ]);
  },
};

const CLASSICS: readonly string[] = [
  "a",
  " ",
  "=",
  "@",
  ".",
  '"',
  "<",
  "(",
  "\t ",
  "a ",
  " a",
  "a@",
  "=?",
  "'",
  "/",
  ":",
  ";",
  "-",
  "0",
  "%",
  "\\",
  "&",
  "<a ",
  "=20",
  "?=",
  "+",
  "[",
  "{",
];

const regexes: Row = {
  id: "HM-125",
  title: "runs that trip regular expressions",
  make: (kit) => {
    const length = scaled(kit, 100_000, 2_000);
    const canary = createCanary(kit.random, "base64");
    const wish: Wish = { canaries: [canary] };
    return CLASSICS.flatMap((run) => {
      const text = run.repeat(Math.ceil(length / run.length));
      const linesOf = (start: string) => Array.from({ length: 4 }, () => `${start}${text}!`).join(CRLF);
      const places = [
        "Subject",
        "From",
        "Content-Type: text/plain; x",
        "Content-Disposition",
        "Content-Disposition: attachment; filename",
        "List-Unsubscribe",
        "Received",
        "Authentication-Results",
        "DKIM-Signature",
        "Date",
        "Message-ID",
      ];
      const fields = places
        .map((place) => (place.includes(":") ? `${place}=${text}!` : `${place}: ${text}!`))
        .join(CRLF);
      const whole = mail(
        ["Content-Type: multipart/mixed; boundary=b"],
        parts(
          "b",
          `Content-Type: text/html${CRLF}${CRLF}${text}!`,
          `Content-Type: text/plain${CRLF}${CRLF}${text}!`,
          part(canary),
        ),
      );
      return [
        file(
          `header ${JSON.stringify(run)}`,
          whole.replace("MIME-Version: 1.0", () => fields.replace(/\r\nContent-Type: text[^\r]*/, "")),
          wish,
        ),
        file(`bodies ${JSON.stringify(run)}`, whole, wish),
        file(
          `lines like boundaries ${JSON.stringify(run)}`,
          whole.replace(text, () => linesOf("--")),
          wish,
        ),
        file(`lines behind a broken header ${JSON.stringify(run)}`, `x${CRLF}${linesOf("")}${CRLF}${whole}`, {}),
        file(
          `part header ${JSON.stringify(run)}`,
          whole
            .replace("; charset=us-ascii", () => `; charset=${text}!`)
            .replace(
              "--b\r\nContent-Type: text/html",
              () => `--b\r\nContent-Disposition: x; filename=${text}!\r\nContent-Type: text/html; charset=${text}!`,
            ),
          wish,
        ),
      ];
    });
  },
};

const keys: Row = {
  id: "HM-126",
  title: "colliding and integer-like keys",
  make: (kit) => {
    const canary = createCanary(kit.random, "base64");
    const count = scaled(kit, 100_000, 2_000);
    const wish: Wish = { canaries: [canary] };
    const fields = (name: (n: number) => string, length: number) =>
      `${Array.from({ length }, (_, n) => `${name(n)}: 1`).join(CRLF)}${CRLF}`;
    const shuffled = (n: number) => n.toString(2).padStart(17, "0").replaceAll("0", "Aa").replaceAll("1", "BB");
    const head = leafFields(canary).join(CRLF);
    const after = (text: string) => `${head}${CRLF}${envelope.join(CRLF)}${CRLF}${text}${CRLF}${canary.encoded}`;
    return [
      file("integer-like header names", after(fields((n) => `${n}`, Math.min(count, 9_000))), wish),
      file("header names of equal hash in other languages", after(fields(shuffled, Math.min(count, 9_000))), wish),
      file(
        "integer-like parameters",
        single(canary).replace(
          "Content-Disposition: attachment",
          () => `Content-Disposition: attachment${Array.from({ length: count }, (_, n) => `; ${n}=1`).join("")}`,
        ),
        { contents: [canary.payload.bytes] },
      ),
      file(
        "parameters of equal hash",
        single(canary).replace(
          "Content-Disposition: attachment",
          () =>
            `Content-Disposition: attachment${Array.from({ length: count }, (_, n) => `; ${shuffled(n)}=1`).join("")}`,
        ),
        { contents: [canary.payload.bytes] },
      ),
    ];
  },
};

export const resourceRows: readonly Row[] = [
  addressLists,
  parameterBombs,
  htmlBombs,
  treeBombs,
  urlBombs,
  regexes,
  keys,
];
