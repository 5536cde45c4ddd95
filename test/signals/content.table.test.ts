import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readHtml } from "../../src/html/read-html.ts";
import { readClaims } from "../../src/signals/claims.ts";
import { describeContent } from "../../src/signals/content.ts";
import { findLinkHosts } from "../../src/signals/link-hosts.ts";
import { readerNames, textPrint } from "../../src/signals/text-print.ts";
import { linkOffersExit, plainTextOffersExit } from "../../src/signals/unsubscribe.ts";
import { messageOf } from "./message-of.ts";

describe("a link that offers a way out", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, url: string, offers: boolean])[] = [
    ["Unsubscribe",                    "https://a.example/x",                     true],
    ["Newsletter abbestellen",         "https://a.example/x",                     true],
    ["hier abmelden",                  "mailto:off@a.example",                    true],
    ["Se désinscrire",                 "https://a.example/x",                     true],
    ["Me désabonner",                  "https://a.example/x",                     true],
    ["Darse de baja",                  "https://a.example/x",                     true],
    ["Cancelar suscripción",           "https://a.example/x",                     true],
    ["Cancelar inscrição",             "https://a.example/x",                     true],
    ["Annulla iscrizione",             "https://a.example/x",                     true],
    ["Uitschrijven",                   "https://a.example/x",                     true],
    ["Afmelden",                       "https://a.example/x",                     true],
    ["Avmeld deg her",                 "https://a.example/x",                     true],
    ["Odhlásit odběr",                 "https://a.example/x",                     true],
    ["Wypisz się",                     "https://a.example/x",                     true],
    ["Отписаться",                     "https://a.example/x",                     true],
    ["退订",                            "https://a.example/x",                     true],
    ["配信停止はこちら",                 "https://a.example/x",                     true],
    ["here",                           "https://a.example/Unsubscribe?u=1",       true],
    ["here",                           "mailto:x@a.example?subject=unsubscribe",  true],
    ["here",                           "https://a.example/optout/1",              true],
    ["Subscribe now",                  "https://a.example/subscribe",             false],
    ["Anmelden",                       "https://a.example/login",                 false],
    ["Read more",                      "https://a.example/x",                     false],
    ["Unsubscribe",                    "#top",                                    false],
    ["Unsubscribe",                    "javascript:void(0)",                      false],
  ];
  for (const [text, url, offers] of cases) {
    test(`${text} → ${url}: ${offers}`, () => assert.equal(linkOffersExit({ text, url }), offers));
  }
});

describe("plain text that offers a way out", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, offers: boolean])[] = [
    ["To unsubscribe, visit\nhttps://a.example/u/17",                   true],
    ["Abmelden: mailto:off@a.example",                                  true],
    ["To change your subscriber information, use https://a.example/p/17", true],
    ["https://a.example/unsubscribe?u=1",                               true],
    ["Please unsubscribe me from your list.",                           false],
    ["See https://a.example/story for more.",                           false],
    [`Write to a@b.example.\n${"x ".repeat(400)}\nunsubscribe`,         false],
    ["",                                                                false],
  ];
  for (const [text, offers] of cases) {
    test(JSON.stringify(text.slice(0, 60)), () => assert.equal(plainTextOffersExit(text), offers));
  }
});

describe("the print of a text", () => {
  const print = (text: string, name = "Ada Quill", address = "ada.quill@parliament.example"): string =>
    textPrint(text, readerNames([name], [address]));
  const body = "we publish a new report on the harbour and its history and would value your reading of it.";

  test("copies to two readers agree", () => {
    const first = print(`Dear Ada Quill,\n${body} Ref 1234 https://t.example/a1 ada.quill@parliament.example`);
    const second = print(
      `Dear Bo Marsh,\n${body}  Ref 99 https://t.example/b2 bo@press.example`,
      "Bo Marsh",
      "bo@press.example",
    );
    assert.match(first, /^[0-9a-f]{32}$/);
    assert.equal(first, second);
  });
  test("case and white space do not matter", () =>
    assert.equal(print(body), print(body.toUpperCase().replaceAll(" ", "\n "))));
  test("another text differs", () => assert.notEqual(print(body), print(body.replace("harbour", "museum"))));
  test("little text has no print", () => {
    assert.equal(print("See attached."), "");
    assert.equal(print(""), "");
    assert.equal(print(`${"1234567890 ".repeat(50)} https://t.example/${"a".repeat(100)}`), "");
  });
});

test("content of a whole message", () => {
  const html = `<p>Dear reader,</p><p>A   story about the harbour.</p><a href="https://News.Example.org/a">More</a>
    <a href="https://news.example.org/b">b</a><a href="https://other.example/c">c</a><a href="https://other.example/unsubscribe">x</a>`;
  const message = messageOf(
    [
      "From: The Harbour Herald <a@harbour.example>",
      "To: ada@parliament.example",
      "MIME-Version: 1.0",
      'Content-Type: multipart/mixed; boundary="b"',
    ],
    [
      "--b\r\nContent-Type: text/html\r\n\r\n",
      html,
      '\r\n--b\r\nContent-Type: application/pdf; name="a.pdf"\r\n\r\nx',
      "\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\n\r\nx",
      "\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx\r\n--b--\r\n",
    ].join(""),
  );
  const readings = [readHtml(html)];
  const plainTexts = ["plain https://third.example/x and http://[broken"];
  const content = describeContent({
    message,
    readings,
    plainTexts,
    linkHosts: findLinkHosts(readings, plainTexts).hosts,
    claims: readClaims(message),
    recipients: ["ada@parliament.example"],
  });
  assert.equal(content.unsubscribeLink, true);
  assert.match(content.newsPersona ?? "", /herald/);
  assert.deepEqual(content.linkHosts, ["news.example.org", "other.example", "third.example"]);
  assert.equal(content.attachments, 2);
  assert.equal(content.html, true);
  assert.match(content.preview, /^Dear reader, A story about the harbour\./);
});

test("content of a plain message", () => {
  const message = messageOf(["From: a@example.org"]);
  const content = describeContent({
    message,
    readings: [],
    plainTexts: ["Hi there\n\n  friend"],
    linkHosts: [],
    claims: readClaims(message),
    recipients: [],
  });
  assert.deepEqual(content, {
    unsubscribeLink: false,
    newsPersona: null,
    linkHosts: [],
    attachments: 0,
    html: false,
    preview: "Hi there friend",
    textPrint: "",
  });
});

test("hosts of links that a gateway wrapped are those inside, also where many share the gateway's (LK-11)", () => {
  const wrapped = (url: string) =>
    `https://nam12.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05`;
  const html = ["https://one.example/a", "https://two.example/b", "https://one.example/c"]
    .map((url) => `<a href="${wrapped(url).replace("&", "&amp;")}">read</a>`)
    .join("");
  const { hosts } = findLinkHosts([readHtml(html)], [wrapped("https://three.example/d")]);
  assert.deepEqual(hosts, ["one.example", "two.example", "three.example"]);
});

describe("hosts of links", () => {
  const far = "x".repeat(1024 * 1024);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [text: string, hosts: readonly string[]])[] = [
    ["see www.one.example, http://two.example/a and HTTPS://Two.example:8080/b", ["www.one.example", "two.example"]],
    ["mailto:a@one.example a@two.example awww.three.example",                     []],
    // However long the text before it is.
    [`${far} http://one.example/`,                                                ["one.example"]],
  ];
  for (const [text, hosts] of cases) {
    test(text.slice(-60), () => assert.deepEqual(findLinkHosts([], [text]), { hosts, problems: [] }));
  }
});
