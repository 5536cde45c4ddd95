import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { cpuMs } from "../support/cpu-time.ts";

const numRuns = Number(process.env["FUZZ_RUNS"] ?? 300);
const finder = createTokenFinder();

const letters = "abcdefghijklmnopqrstuvwxyz";
const local = fc.stringMatching(/^[a-z]{2,8}[.][a-z]{2,9}[0-9]{0,3}$/);
const domain = fc.stringMatching(/^[a-z]{3,10}\.(example|test)$/);
const address = fc.tuple(local, domain).map(([name, host]) => `${name}@${host}`);

type Scheme = readonly [name: string, encode: (text: string) => string];
const hashed =
  (name: string): ((text: string) => string) =>
  (text) =>
    createHash(name).update(text).digest("hex");
const schemes: readonly Scheme[] = [
  ["plain", (text) => text],
  ["percent", (text) => encodeURIComponent(text)],
  ["percent twice", (text) => encodeURIComponent(encodeURIComponent(text))],
  ["base64", (text) => encodeURIComponent(Buffer.from(text).toString("base64"))],
  ["base64url", (text) => Buffer.from(text).toString("base64url")],
  ["base64url behind a head", (text) => `ab${Buffer.from(text).toString("base64url")}`],
  ["base16", (text) => Buffer.from(text).toString("hex")],
  ["base64 of percent", (text) => Buffer.from(encodeURIComponent(text)).toString("base64url")],
  ["base64 of base64", (text) => Buffer.from(Buffer.from(text).toString("base64")).toString("base64url")],
  ["base64 of JSON", (text) => Buffer.from(JSON.stringify({ id: 17, to: text })).toString("base64url")],
  ["zlib", (text) => deflateSync(text).toString("base64url")],
  ["MD5", hashed("md5")],
  ["SHA-1", hashed("sha1")],
  ["SHA-256", hashed("sha256")],
  ["SHA-256 in base64url", (text) => createHash("sha256").update(text).digest("base64url")],
  ["upper MD5", (text) => hashed("md5")(text.toUpperCase())],
];
const places: readonly ((token: string) => string)[] = [
  (token) => `https://track.example.net/o?c=17&r=${token}&x=1`,
  (token) => `https://track.example.net/px/${token}.gif`,
  (token) => `https://track.example.net/a/${token}/b.png?v=2`,
  (token) => `https://track.example.net/o?${token}`,
];

test("every scheme at every place is found", () => {
  fc.assert(
    fc.property(
      address,
      fc.constantFrom(...schemes),
      fc.constantFrom(...places),
      fc.array(address, { maxLength: 3 }),
      (reader, [name, encode], place, others) => {
        const token = finder.find(place(encode(reader)), [...others.filter((other) => other !== reader), reader]);
        assert.equal(token.kind, "decoded", `${name}: ${JSON.stringify(token)}`);
        assert.equal(token.address, reader, name);
      },
    ),
    { numRuns },
  );
});

test("random values are never taken for decoded", () => {
  const value = fc.oneof(
    fc.uint8Array({ minLength: 4, maxLength: 48 }).map((bytes) => Buffer.from(bytes).toString("base64url")),
    fc.uint8Array({ minLength: 4, maxLength: 48 }).map((bytes) => Buffer.from(bytes).toString("hex")),
    fc.stringMatching(/^[a-z2-7]{8,40}$/),
    fc.stringMatching(/^[0-9]{6,20}$/),
    fc.stringMatching(/^[A-Za-z0-9._~-]{1,60}$/),
  );
  fc.assert(
    fc.property(value, fc.constantFrom(...places), fc.array(address, { maxLength: 5 }), (opaque, place, readers) => {
      assert.notEqual(finder.find(place(opaque), readers).kind, "decoded");
    }),
    { numRuns },
  );
});

test("total on any text, and the value found stands in it", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .array(
        fc.constantFrom("%", "%4", "%25", "@", "=", "(at)", "https://", "/", "?", "&", "#", letters, "\u0000", "ä"),
        { maxLength: 60 },
      )
      .map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(
      hostile,
      fc.array(fc.string({ unit: "binary", maxLength: 40 }), { maxLength: 4 }),
      fc.boolean(),
      (href, readers, hidden) => {
        const token = finder.find(href, readers, { hidden });
        assert.notEqual(token.kind, "proven");
        assert.equal(token.kind === "none", token.value === "");
        assert.equal(finder.find(href, readers, { hidden }).detail, token.detail);
      },
    ),
    { numRuns },
  );
});

test("a URL of the greatest length is searched in bounded time", () => {
  const reader = ["ada.quill@parliament.example"];
  for (const filler of ["A", "%41", "@", "a@b.", "ada.quill@", "parliament.example", "=/", "YWRh", "0a"]) {
    const started = cpuMs();
    finder.find(`https://t.example/?q=${filler.repeat(70_000 / filler.length)}`, reader);
    assert.ok(cpuMs() - started < 500, `${filler} took ${cpuMs() - started} ms`);
  }
});

test("what is remembered of a URL does not hang on who asked first", () => {
  const url = fc.tuple(address, fc.constantFrom(...schemes), fc.constantFrom(...places));
  const context = fc.record({ hidden: fc.boolean(), senders: fc.array(address, { maxLength: 2 }) });
  fc.assert(
    fc.property(
      address,
      url,
      fc.array(context, { minLength: 2, maxLength: 4 }),
      (reader, [inside, scheme, place], asked) => {
        const href = place(scheme[1](inside));
        const remembering = createTokenFinder();
        for (const { hidden, senders } of asked) {
          // The address inside may be the sender's own, which tells nobody apart.
          for (const from of [senders, [...senders, inside]]) {
            const fresh = createTokenFinder().find(href, [reader], { hidden, senders: from });
            assert.deepEqual(remembering.find(href, [reader], { hidden, senders: from }), fresh);
          }
        }
      },
    ),
    { numRuns: Math.min(numRuns, 100_000) },
  );
});
