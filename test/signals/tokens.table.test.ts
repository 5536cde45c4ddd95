import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { crc32, deflateSync, gzipSync } from "node:zlib";
import { createTokenFinder } from "../../src/signals/tokens.ts";

const finder = createTokenFinder();
const reader = "Ada.Quill@parliament.example";
const lower = reader.toLowerCase();
const readers = ["someone@press.example", reader, "desk+lists@gmail.com", "minä@büro.example"];

const b64 = (text: string | Uint8Array): string => Buffer.from(text).toString("base64");
const b64url = (text: string | Uint8Array): string => Buffer.from(text).toString("base64url");
const hex = (text: string | Uint8Array): string => Buffer.from(text).toString("hex");
const md5 = (text: string): string => createHash("md5").update(text).digest("hex");
const digest = (name: string, text: string): string => createHash(name).update(text).digest("hex");

function base32(text: string, alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}

describe("tokens: an address of the reader inside is decoded", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, href: string, detail: RegExp, address?: string])[] = [
    ["plain, query",             `https://t.example/o?e=${lower}`,                                    /in plain text/],
    ["plain, capitals",          "https://t.example/o?e=ADA.QUILL@PARLIAMENT.EXAMPLE",                 /in plain text/],
    ["plain, path",              `https://t.example/px/${lower}.gif`,                                 /in plain text/],
    ["plain, path folder",       `https://t.example/px/${lower}/1.gif`,                               /in plain text/],
    ["plain, fragment",          `https://t.example/#${lower}`,                                       /in plain text/],
    ["percent",                  "https://t.example/o?e=ada.quill%40parliament.example",              /percent-encoding/],
    ["percent, twice",           "https://t.example/o?e=ada%252Equill%2540parliament.example",        /percent-encoding, 2 times/],
    ["percent, three times",     "https://t.example/o?e=ada.quill%252540parliament.example",          /percent-encoding, 3 times/],
    ["percent, every letter",    `https://t.example/o?e=${[...Buffer.from(lower)].map((byte) => `%${byte.toString(16)}`).join("")}`, /percent-encoding/],
    ["VERP",                     "https://t.example/bounce-17-ada.quill=parliament.example/x",        /parliament/],
    ["(at)",                     "https://t.example/o?e=ada.quill(at)parliament.example",             /parliament/],
    ["_at_",                     "https://t.example/o?e=ada.quill_at_parliament.example",             /parliament/],
    ["QP remnant =40",           "https://t.example/o?e=ada.quill=40parliament.example",              /parliament/],
    ["host label",               "https://ada.quill.parliament.example.t.example/o.gif",              /parliament/],
    ["host label, -at-",         "https://ada-quill-at-parliament-example.t.example/o.gif",           /spelt-out/],
    ["dashes",                   "https://t.example/o?r=ada-quill-parliament-example",                /dashed/],
    ["separate fields",          "https://t.example/o?u=ada.quill&d=parliament.example",              /separate fields/],
    ["local part, distinctive",  "https://t.example/o?u=ada.quill",                                   /local part of/],
    ["reversed",                 `https://t.example/o?e=${[...lower].reverse().join("")}`,            /reversed/],
    ["rot13",                    "https://t.example/o?e=nqn.dhvyy@cneyvnzrag.rknzcyr",                /rot13/],
    ["base64",                   `https://t.example/o?e=${b64(lower)}`,                               /base64/],
    ["base64, percent padding",  `https://t.example/o?e=${encodeURIComponent(b64(`${lower}!`))}`,     /base64/],
    ["base64url as written",     `https://t.example/${b64url(reader)}`,                               /base64/],
    ["base64, list around",      `https://t.example/o?e=${b64url(`17~${lower}~<2024.01@x.example>`)}`, /base64/],
    ["base64, second alignment", `https://t.example/o?e=${b64url(`~${lower}`)}`,                      /base64/],
    ["base64, head cut",         `https://t.example/o?e=${b64url(`id:${lower}`).slice(1)}`,           /base64/],
    ["base64 after a prefix",    `https://t.example/o?e=v1${b64url(lower)}`,                          /base64/],
    ["base64 in file name",      `https://t.example/${b64url(lower)}.gif`,                            /base64/],
    ["base64 in packed bytes",   `https://t.example/o?e=${b64url(Buffer.concat([Buffer.from([0x0a, 0x1c]), Buffer.from(lower), Buffer.from([0xff, 0x00, 0x81])]))}`, /base64/],
    ["base32",                   `https://t.example/o?e=${base32(lower)}`,                            /base32 /],
    ["base32, lower case",       `https://t.example/o?e=${base32(lower).toLowerCase()}`,              /base32 /],
    ["base32hex",                `https://t.example/o?e=${base32(lower, "0123456789ABCDEFGHIJKLMNOPQRSTUV")}`, /base32hex/],
    ["base16",                   `https://t.example/o?e=${hex(lower)}`,                               /base16/],
    ["base16, capitals",         `https://t.example/o?e=${hex(reader).toUpperCase()}`,                /base16/],
    ["base16 in host label",     `https://${hex("someone@press.example")}.t.example/o.gif`,           /base16/, "someone@press.example"],
    ["MD5",                      `https://t.example/o?e=${md5(lower)}`,                               /^MD5 of ada/],
    ["MD5, capital digits",      `https://t.example/o?e=${md5(lower).toUpperCase()}`,                 /^MD5 of ada/],
    ["MD5 as written",           `https://t.example/o?e=${md5(reader)}`,                              /MD5 of the form as written/],
    ["MD5, upper case",          `https://t.example/o?e=${md5(reader.toUpperCase())}`,                /MD5 of the upper-case form/],
    ["MD5, local part",          `https://t.example/o?e=${md5("ada.quill")}`,                         /MD5 of the local part/],
    ["MD5, base64",              `https://t.example/o?e=${b64(Buffer.from(md5(lower), "hex"))}`,      /base64 of MD5/],
    ["MD5, base64url, bare",     `https://t.example/${b64url(Buffer.from(md5(lower), "hex"))}`,       /base64(?:url)? of MD5/],
    ["MD5 between dashes",       `https://t.example/s/mc_17_${md5(lower)}-x.gif`,                     /^MD5 of/],
    ["SHA-1",                    `https://t.example/o?e=${digest("sha1", lower)}`,                    /^SHA-1 of/],
    ["SHA-256",                  `https://t.example/o?e=${digest("sha256", lower)}`,                  /^SHA-256 of/],
    ["SHA-256, base64url",       `https://t.example/o?e=${createHash("sha256").update(lower).digest("base64url")}`, /of SHA-256 of/],
    ["SHA-512",                  `https://t.example/o?e=${digest("sha512", lower)}`,                  /^SHA-512 of/],
    ["SHA-256 of MD5",           `https://t.example/o?e=${digest("sha256", md5(lower))}`,             /^SHA-256 of the MD5 of/],
    ["SHA3-256",                 `https://t.example/o?e=${digest("sha3-256", lower)}`,                /^SHA3-256 of/],
    ["RIPEMD-160",               `https://t.example/o?e=${digest("ripemd160", lower)}`,               /^RIPEMD-160 of/],
    ["MD5 of SHA-1 of SHA-256",  `https://t.example/o?e=${md5(digest("sha1", digest("sha256", lower)))}`, /^MD5 of the SHA-1 of the SHA-256 of/],
    ["MD5 of base64",            `https://t.example/o?e=${md5(b64(lower))}`,                          /^MD5 of the base64 of/],
    ["MD5 with a line end",      `https://t.example/o?e=${md5(`${lower}\n`)}`,                        /^MD5 of the form with a line end/],
    ["MD5 as UUID",              `https://t.example/o?e=${md5(lower).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-")}`, /^MD5 of/],
    ["MD5 in a run of digits",   `https://t.example/o?e=00f${md5(lower)}a7`,                          /^MD5 of/],
    ["MD5 behind letters",       `https://t.example/o/u${md5(lower)}x.gif`,                           /^MD5 of/],
    ["SHA-256, base64, slashes", `https://t.example/o/${createHash("sha256").update(reader).digest("base64").replace("/", "/")}/p`, /of SHA-256 of/],
    ["cut MD5",                  `https://t.example/o?e=${md5(lower).slice(0, 16)}`,                  /^first 16 hex digits of the MD5 of/],
    ["middle of MD5",            `https://t.example/o?e=${md5(lower).slice(8, 24)}`,                  /^middle half of the MD5 of/],
    ["cut SHA-256",              `https://t.example/o?e=${digest("sha256", lower).slice(0, 40)}`,     /^first 40 hex digits of the SHA-256 of/],
    ["plus-tag dropped",         `https://t.example/o?e=${md5("desk@gmail.com")}`,                    /plus-tag-free/, "desk+lists@gmail.com"],
    ["plus-tag dropped, plain",  "https://t.example/o?e=desk@gmail.com",                              /plus-tag-free/, "desk+lists@gmail.com"],
    ["Gmail's other name",       `https://t.example/o?e=${md5("desk@googlemail.com")}`,               /dot-free/, "desk+lists@gmail.com"],
    ["IDN, A-labels",            "https://t.example/o?e=min%C3%A4@xn--bro-hoa.example",               /percent/, "minä@xn--bro-hoa.example"],
    ["IDN, U-labels hashed",     `https://t.example/o?e=${md5("minä@büro.example")}`,                 /MD5 of the form as written/, "minä@xn--bro-hoa.example"],
    ["base64 of percent",        `https://t.example/o?e=${b64url("e=ada.quill%40parliament.example")}`, /base64/],
    ["base64 of base64",         `https://t.example/o?e=${b64url(b64(lower))}`,                       /base64(?:url)? of base64/],
    ["base16 of base64",         `https://t.example/o?e=${hex(b64(lower))}`,                          /base16 of base64/],
    ["base64 of base16",         `https://t.example/o?e=${b64url(hex(lower))}`,                       /base64(?:url)? of base16/],
    ["base64 of MD5 in hex",     `https://t.example/o?e=${b64url(md5(lower))}`,                       /base64(?:url)? of MD5/],
    ["base64 of JSON",           `https://t.example/o?e=${b64url(JSON.stringify({ c: 17, email: lower }))}`, /base64/],
    ["base64 of JSON with MD5",  `https://t.example/o?e=${b64url(JSON.stringify({ c: 17, h: md5(lower) }))}`, /base64(?:url)? of MD5/],
    ["base64 of a query",        `https://t.example/o?e=${b64url(`c=17&h=${md5(lower)}`)}`,           /base64(?:url)? of MD5/],
    ["zlib",                     `https://t.example/o?e=${b64url(deflateSync(lower))}`,               /of zlib of/],
    ["gzip",                     `https://t.example/o?e=${b64url(gzipSync(lower))}`,                  /of gzip of/],
  ];
  for (const [name, href, detail, address = lower] of cases) {
    test(name, () => {
      const token = finder.find(href, readers);
      assert.equal(token.kind, "decoded", JSON.stringify(token));
      assert.equal(token.address, address);
      assert.match(token.detail, detail);
      assert.ok(token.value !== "" && decodeURIComponent(href).includes(decodeURIComponent(token.value)), token.value);
    });
  }
});

describe("tokens: nothing of the reader inside", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, href: string])[] = [
    ["logo",                         "https://cdn.example/img/logo-600x200.png"],
    ["retina file name",             "https://cdn.example/img/logo@2x.png"],
    ["version",                      "https://cdn.example/img/logo.png?v=1646911697"],
    ["date",                         "https://cdn.example/2024/03/20240325120000/banner.png"],
    ["words",                        "https://shop.example/winter-sale-2023/header_final_v2.jpg"],
    ["camel case",                   "https://shop.example/HeaderDesktopWelcomeImage"],
    ["campaign words",               "https://shop.example/?utm_source=newsletter&utm_campaign=spring2024xK9qT2wLp0Zr&utm_medium=email"],
    ["shown picture named by UUID",  "https://cdn.example/company/91f6a664-43e1-4fd0-acaa-564f7a423619.png"],
    ["signed picture (LK-13)",       "https://cdn.example/a.png?Expires=1711324800&Signature=k3JdP0qLr8TzX1vWn5Yb&Key-Pair-Id=K2JCJMDEHXQW5F"],
    ["label of a host for all",      "https://d3k81ch9hvuctc.cloudfront.net/logo"],
    ["resized picture's address",    "https://img.example/fit?url=https%3A%2F%2Fshop.example%2Fa%2F8Fk2LqZp9TxW4vNb&w=600"],
    ["domain of the reader",         "https://parliament.example/members"],
    ["longer domain",                "https://t.example/o?e=ada.quill@parliament.example.org"],
    ["other local part",             "https://t.example/o?e=jo-ada.quill@parliament.example"],
    ["role name",                    "https://t.example/press/o?u=press"],
    ["short number",                 "https://t.example/o?id=123456789"],
    ["contact of the site itself",   "https://shop.example/contact?to=info@shop.example"],
    ["deceptive user name",          "https://paypal.com@evil.example/login"],
    ["fragment is not sent",         "https://t.example/o#8Fk2LqZp9TxW4vNb7Rm3"],
    ["no URL",                       "cid"],
    ["empty",                        ""],
  ];
  for (const [name, href] of cases) {
    test(name, () => {
      const token = finder.find(href, readers);
      assert.notEqual(token.address, lower);
      if (name !== "longer domain" && name !== "other local part")
        assert.equal(token.kind, "none", JSON.stringify(token));
    });
  }
});

describe("tokens: one copy's opaque value is likely, never more", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, href: string, value: string, hidden?: boolean])[] = [
    ["UUID",                     "https://t.example/o?id=5f0c2b1e-9a3d-4c77-8e21-0b6d9f4a1c55",  "5f0c2b1e-9a3d-4c77-8e21-0b6d9f4a1c55"],
    ["hex",                      "https://t.example/o/9f86d081884c7d659a2feaa0",                 "9f86d081884c7d659a2feaa0"],
    ["number",                   "https://t.example/o?r=74029188351",                            "74029188351"],
    ["base62",                   "https://t.example/px/q7RtZ0vLk3Wd9Xb",                         "q7RtZ0vLk3Wd9Xb"],
    ["query of a picture",       "https://img.example/a.png?e=XREzmznVNgapuUveltHPlX6b8g3RN2",   "XREzmznVNgapuUveltHPlX6b8g3RN2"],
    ["host label (TF-127)",      "https://x8k2q9vr3ztw.t.example/o.gif",                         "x8k2q9vr3ztw"],
    ["hidden picture's name",    "https://t.example/q7RtZ0vLk3Wd9Xb.gif",                        "q7RtZ0vLk3Wd9Xb", true],
    ["short values (TF-128)",    "https://t.example/open.html?x=a6Z2e&m=zZObcL&s=zVyFum2&u=dFaV9", "zVyFum2"],
    ["cut MD5, 48 bits",         `https://t.example/o?e=${md5(lower).slice(0, 12)}`,             md5(lower).slice(0, 12)],
    ["CRC-32",                   `https://t.example/o?e=${crc32(lower).toString(16)}`,           crc32(lower).toString(16)],
    ["MD5 of the domain",        `https://t.example/o?e=${md5("parliament.example")}`,           md5("parliament.example")],
    ["plain local part",         "https://t.example/o?u=someone",                                "someone"],
  ];
  for (const [name, href, value, hidden = false] of cases) {
    test(name, () => {
      const token = finder.find(href, readers, { hidden });
      assert.equal(token.kind, "likely", JSON.stringify(token));
      assert.equal(token.value, value);
    });
  }

  test("a shown picture's opaque file name is not enough", () => {
    assert.equal(finder.find("https://t.example/q7RtZ0vLk3Wd9Xb.gif", readers).kind, "none");
  });
});

describe("tokens: the address of somebody else (LK-07)", () => {
  const other = "first.reader@elsewhere.example";
  for (const [name, href] of [
    ["plain", `https://t.example/o?e=${other}`],
    ["base64", `https://t.example/o?e=${b64url(other)}`],
    ["base16", `https://t.example/o?e=${hex(other)}`],
    ["base64 of JSON", `https://t.example/o?e=${b64url(JSON.stringify({ email: other }))}`],
  ] as const) {
    test(name, () => {
      const token = finder.find(href, readers);
      assert.equal(token.kind, "decoded");
      assert.equal(token.address, other);
      assert.match(token.detail, /^address of somebody else inside/);
    });
  }

  test("the sender's own address tells nobody apart", () => {
    const href = `https://t.example/o?e=${b64url(other)}`;
    assert.notEqual(finder.find(href, readers, { senders: ["news@elsewhere.example"] }).kind, "decoded");
  });

  test("the reader's own address goes before somebody else's", () => {
    assert.equal(finder.find(`https://t.example/o?a=${other}&b=${b64url(lower)}`, readers).address, lower);
  });
});

test("tokens: without readers only what looks opaque is left", () => {
  assert.equal(finder.find(`https://t.example/o?e=${md5(lower)}`, []).kind, "likely");
});

test("tokens: what the finder remembers changes no answer", () => {
  const fresh = createTokenFinder();
  for (let i = 0; i < 200; i += 1) fresh.find(`https://t.example/o?e=${md5("x")}`, [`reader${i}@filler.example`]);
  const href = `https://t.example/o?e=${md5(lower)}`;
  assert.deepEqual(fresh.find(href, readers), createTokenFinder().find(href, readers));
});
