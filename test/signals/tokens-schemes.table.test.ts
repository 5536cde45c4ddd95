/** Every scheme of threat-facts TF-120 to TF-124, one to three layers deep, at each place of a URL; and what chance makes. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { countNoise } from "../../fuzz/token-noise.ts";
import { CHECKSUMS, CIPHERS, ENCODINGS, HASHES, PACKERS, PLACES } from "../../fuzz/token-schemes.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";

const reader = "ada.quill@parliament.example";
const readers = ["someone@press.example", reader];
const finder = createTokenFinder();

const layers: readonly (readonly [name: string, wrap: (text: string) => string])[] = [
  ["alone", (text) => text],
  ["in base64url", (text) => Buffer.from(text).toString("base64url")],
  ["in base64url in base16", (text) => Buffer.from(Buffer.from(text).toString("base64url")).toString("hex")],
];

/** Letters exchanged in an alphabet of its own keep their pattern, which is no proof. */
const ONLY_LIKELY = new Set(["base32 (Crockford)", "base64, own alphabet", "base16, own alphabet"]);

function eachCell(schemes: typeof ENCODINGS, check: (href: string, scheme: string, hidden: boolean) => void): void {
  for (const [scheme, encode] of schemes) {
    for (const [, wrap] of layers) {
      const value = wrap(encode(reader));
      for (const [place, put] of PLACES) {
        const isHostName = value.length <= 63 && /^[a-z0-9-]+$/.test(value);
        // A shown file name of the reader's letters in another order is not looked at with its ending.
        if ((place === "host" && !isHostName) || (place === "file" && scheme.startsWith("rot5"))) continue;
        check(put(value), scheme, place === "file");
      }
    }
  }
}

describe("tokens: every scheme, layer and place", () => {
  for (const [name, schemes] of Object.entries({ ENCODINGS, CIPHERS, PACKERS, HASHES })) {
    test(`${name.toLowerCase()} are decoded`, () => {
      eachCell(schemes, (href, scheme, hidden) => {
        const token = finder.find(href, readers, { hidden });
        const kind = ONLY_LIKELY.has(scheme) ? "likely" : "decoded";
        assert.deepEqual([token.kind, token.address], [kind, reader], `${scheme}: ${href}: ${token.detail}`);
      });
    });
  }

  test("checksums of 32 bits point at the reader", () => {
    eachCell(CHECKSUMS, (href, scheme, hidden) => {
      const token = finder.find(href, readers, { hidden });
      assert.deepEqual([token.kind, token.address], ["likely", reader], `${scheme}: ${href}: ${token.detail}`);
    });
  });
});

test("no random token of twenty thousand is taken for a reader's", () => {
  for (const { shape, tokens, decoded, pointed, opaque } of countNoise(20_000)) {
    assert.deepEqual({ decoded, pointed }, { decoded: 0, pointed: 0 }, shape);
    // The other side: what is random is not taken for words either.
    assert.ok(opaque > tokens / 5, `${shape}: ${opaque} of ${tokens}`);
  }
});

describe("tokens: ordinary addresses of resources are no token", () => {
  for (const href of [
    "https://cdn.example/assets/app.4f9c2d1a8b7e6f50.css",
    "https://cdn.example/assets/main-8d3f0b2c1e5a7946.js",
    "https://cdn.example/img/9e107d9d372bb6826bd81d3542a419d6.png",
    "https://cdn.example/v1672531199/hero_1200x630.jpg",
    "https://images.example/2023/04/05/story-1680689460.jpg",
    "https://images.example/w_600,h_400,c_fill,q_auto,f_auto/press/logo.png",
    "https://images.example/fit/1200/630/crop?fm=jpg&q=80&w=1200&h=630",
    "https://fonts.example/s/sans/v30/KFOmCnqEu92Fr1Mu4mxK.woff2",
    "https://shop.example/?utm_source=news&utm_medium=email&utm_campaign=2023-04-05_spring&utm_content=hero-cta",
    "https://static.example/icons/social/facebook@2x.png",
    "https://static.example/a/b/c/header-final-v2.gif?ver=1680689460",
    "https://news.example/2023/04/05/parliament-votes-on-budget.html",
    "https://maps.example/tile/12/2047/1362.png",
    "https://weather.example/icon/partly-cloudy.svg?size=64&theme=dark",
    "https://news.example/article/123456789",
    "https://cdn.example/20230405101100/banner_970x250.jpg",
  ]) {
    test(href, () => assert.equal(finder.find(href, readers).kind, "none", JSON.stringify(finder.find(href, readers))));
  }
});
