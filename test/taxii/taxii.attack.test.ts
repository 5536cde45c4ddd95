/** The TAXII client against a server of the tests: what is asked and sent, pages, and what a hostile or broken server cannot do. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { readIntel } from "../../src/intel/read-intel.ts";
import { onSameServer, parseTaxiiAddress, type TaxiiAddress } from "../../src/taxii/address.ts";
import { collections, discover, type FetchOptions, fetchBundle, fetchCollection } from "../../src/taxii/client.ts";
import type { TaxiiSecret } from "../../src/taxii/request.ts";
import { sendJson, serveTaxii, type TaxiiAnswers, type TaxiiServer } from "../support/taxii-server.ts";

const PLAIN: FetchOptions = { secret: { kind: "none" }, caPem: null, addedAfter: null, requestMsMax: 2_000 };
const SECRET = "canary-key";

async function withServer(answers: TaxiiAnswers, use: (server: TaxiiServer, address: TaxiiAddress) => Promise<void>) {
  const server = await serveTaxii(answers);
  try {
    const address = parseTaxiiAddress(server.url);
    assert.ok(address.ok);
    await use(server, address.value);
  } finally {
    await server.close();
  }
}

const indicator = (host: string) => ({
  type: "indicator",
  id: `indicator--${host}`,
  pattern: `[domain-name:value = '${host}']`,
  pattern_type: "stix",
});

describe("addresses", () => {
  // biome-ignore format: a table reads by column
  const rows: readonly (readonly [text: string, expected: string | RegExp])[] = [
    ["https://taxii.example/taxii2",        "https://taxii.example/taxii2/"],
    ["http://127.0.0.1:5000/taxii2/",       "http://127.0.0.1:5000/taxii2/"],
    ["http://taxii.example/",               /not encrypted/],
    ["http://localhost/",                   /not encrypted/],
    ["https://user:canary-key@taxii.example/", /holds a name or password/],
    ["ftp://taxii.example/",                /no https address/],
    ["https://taxii.example/?a=1",          /query/],
    ["taxii.example",                       /no address/],
    [`https://taxii.example/${"a".repeat(5_000)}`, /no address/],
  ];
  for (const [text, expected] of rows) {
    test(text.slice(0, 60), () => {
      const address = parseTaxiiAddress(text);
      if (typeof expected === "string") assert.equal(address.ok && address.value.url.href, expected);
      else {
        assert.ok(!address.ok);
        assert.match(address.error, expected);
        assert.ok(!address.error.includes(SECRET));
      }
    });
  }

  test("only the same server may be asked", () => {
    const address = parseTaxiiAddress("https://taxii.example/taxii2/");
    assert.ok(address.ok);
    const may = ["/api1/", "https://taxii.example/api1/", "https://taxii.example:443/x"];
    const mayNot = [
      "https://other.example/",
      "http://taxii.example/",
      "https://taxii.example:444/",
      "//other.example/",
      "https://a:b@taxii.example/",
      "https://taxii.example.other.example/",
    ];
    for (const place of may) assert.notEqual(onSameServer(address.value, place), null, place);
    for (const place of mayNot) assert.equal(onSameServer(address.value, place), null, place);
  });
});

describe("what a server offers", () => {
  test("roots on other servers are named and not asked", () =>
    withServer(
      (_, response) =>
        sendJson(response, { title: "T", default: "/b/", api_roots: ["/a", "/b/", "https://other.example/c/"] }),
      async (server, address) => {
        const found = await discover(address, PLAIN);
        assert.ok(found.ok);
        assert.deepEqual(
          found.value.roots.map(({ url }) => url.pathname),
          ["/b/", "/a/"],
        );
        assert.deepEqual([found.value.elsewhere, server.asked], [["https://other.example/c/"], ["/"]]);
      },
    ));

  test("collections", () =>
    withServer(
      (_, response) =>
        sendJson(response, { collections: [{ id: "1", title: "Cranes", can_read: true }, { id: "2" }, 3] }),
      async (server, address) => {
        const found = await collections(address, PLAIN);
        assert.ok(found.ok);
        assert.deepEqual(
          found.value.map(({ id, canRead }) => [id, canRead]),
          [
            ["1", true],
            ["2", false],
          ],
        );
        assert.deepEqual(server.asked, ["/collections/"]);
      },
    ));
});

/** Pages of two by `next`. */
const paged: TaxiiAnswers = (url, response) => {
  const at = Number(url.searchParams.get("next") ?? "0");
  const objects = [indicator(`h${at}.example`), indicator(`h${at + 1}.example`)];
  const more = at < 4 ? { more: true, next: String(at + 2) } : {};
  sendJson(response, { ...more, objects }, { "x-taxii-date-added-last": `2024-03-0${at + 1}T00:00:00.000Z` });
};

describe("a collection", () => {
  test("page by page, as a bundle that is read like any other", () =>
    withServer(paged, async (server, address) => {
      const fetched = await fetchBundle(address, "../c", { ...PLAIN, addedAfter: "2024-01-01T00:00:00Z" });
      assert.ok(fetched.ok);
      assert.deepEqual(
        [fetched.value.objects, fetched.value.addedLast, fetched.value.fault],
        [6, "2024-03-05T00:00:00.000Z", null],
      );
      const file = readIntel(fetched.value.bytes, server.url);
      assert.ok(file.ok && file.value.format === "stix" && file.value.indicators.length === 6);
      const after = "added_after=2024-01-01T00%3A00%3A00Z";
      assert.deepEqual(server.asked, [
        `/collections/..%2Fc/objects/?${after}`,
        `/collections/..%2Fc/objects/?${after}&next=2`,
        `/collections/..%2Fc/objects/?${after}&next=4`,
      ]);
    }));

  test("without next, by the time of the last", () =>
    withServer(
      (url, response) => {
        const isSecond = url.searchParams.has("added_after");
        sendJson(response, { more: !isSecond, objects: [1] }, { "x-taxii-date-added-last": "2024-03-01T00:00:00Z" });
      },
      async (server, address) => {
        const fetched = await fetchBundle(address, "c", PLAIN);
        assert.ok(fetched.ok && fetched.value.objects === 2 && server.asked.length === 2);
      },
    ));

  const secrets: readonly (readonly [secret: TaxiiSecret, header: string, expected: string])[] = [
    [
      { kind: "basic", user: "mp", password: SECRET },
      "authorization",
      `Basic ${Buffer.from(`mp:${SECRET}`).toString("base64")}`,
    ],
    [{ kind: "bearer", token: SECRET }, "authorization", `Bearer ${SECRET}`],
    [{ kind: "key", header: "x-api-key", value: SECRET }, "x-api-key", SECRET],
  ];
  for (const [secret, header, expected] of secrets) {
    test(`${secret.kind}: nothing else says who asks`, () =>
      withServer(paged, async (server, address) => {
        const page = await fetchCollection(address, "c", { ...PLAIN, secret }).next();
        assert.ok(!page.done && page.value.ok);
        const { host: _, connection: __, ...sent } = server.headers[0] ?? {};
        assert.deepEqual(sent, {
          accept: "application/taxii+json;version=2.1",
          "accept-encoding": "identity",
          [header]: expected,
        });
      }));
  }
});

describe("a hostile or broken server", () => {
  const rows: readonly (readonly [name: string, answers: TaxiiAnswers, code: string, words: RegExp])[] = [
    [
      "sends on to another host",
      (_, response) => response.writeHead(302, { location: "https://other.example/x" }).end(),
      "elsewhere",
      /other\.example/,
    ],
    [
      "sends on to the same host in a ring",
      (_, response) => response.writeHead(302, { location: "/x" }).end(),
      "protocol",
      /without end/,
    ],
    ["does not know us", (_, response) => response.writeHead(401).end(), "secret", /who asks/],
    ["has nothing there", (_, response) => response.writeHead(404).end(), "missing", /nothing/],
    [
      "answers with a page",
      (_, response) => response.writeHead(200, { "content-type": "text/html\u00e9" }).end("<html>"),
      "protocol",
      /text\/html\?/,
    ],
    [
      "speaks 2.0",
      (_, response) => sendJson(response, {}, { "content-type": "application/taxii+json; version=2.0" }),
      "protocol",
      /version=2.0/,
    ],
    [
      "compresses unasked",
      (_, response) => sendJson(response, {}, { "content-encoding": "gzip" }),
      "protocol",
      /compresses/,
    ],
    [
      "breaks off",
      (_, response) => response.writeHead(200, { "content-type": "application/taxii+json" }).end('{"objects":['),
      "protocol",
      /broken JSON/,
    ],
    ["hangs up", (_, response) => response.destroy(), "unreachable", /reached/],
    ["never answers", () => {}, "limit", /in time/],
    ["has objects that are no list", (_, response) => sendJson(response, { objects: {} }), "protocol", /no list/],
  ];
  for (const [name, answers, code, words] of rows) {
    test(name, () =>
      withServer(answers, async (_, address) => {
        const secret = { kind: "bearer", token: SECRET } as const;
        const fetched = await fetchBundle(address, "c", { ...PLAIN, secret, requestMsMax: 500 });
        assert.ok(!fetched.ok);
        assert.equal(fetched.error.code, code);
        assert.match(fetched.error.message, words);
        assert.ok(!fetched.error.message.includes(SECRET));
      }),
    );
  }

  test("floods: beyond taxiiResponseBytesMax it is left", () =>
    withServer(
      (_, response) => {
        response.writeHead(200, { "content-type": "application/taxii+json" });
        const piece = Buffer.alloc(1024 * 1024, 0x20);
        let sent = 0;
        const more = (): void => {
          sent += 1;
          if (sent > limits.taxiiResponseBytesMax / piece.length + 64 || response.destroyed) response.destroy();
          else response.write(piece, more);
        };
        more();
      },
      async (_, address) => {
        const fetched = await fetchBundle(address, "c", { ...PLAIN, requestMsMax: 60_000 });
        assert.ok(!fetched.ok && fetched.error.code === "limit");
        assert.match(fetched.error.message, /MiB/);
      },
    ));

  test("gives the same page again and again: what came is kept, with the reason", () =>
    withServer(
      (_, response) => sendJson(response, { more: true, next: "1", objects: [indicator("a.example")] }),
      async (server, address) => {
        const fetched = await fetchBundle(address, "c", PLAIN);
        assert.ok(fetched.ok);
        assert.match(fetched.value.fault?.message ?? "", /same page/);
        assert.equal(server.asked.length, 2);
      },
    ));

  test("never ends: beyond taxiiPagesMax it is left", { timeout: 120_000 }, () =>
    withServer(
      (url, response) =>
        sendJson(response, { more: true, next: `${Number(url.searchParams.get("next")) + 1}`, objects: [] }),
      async (server, address) => {
        let last = "";
        for await (const page of fetchCollection(address, "c", PLAIN)) if (!page.ok) last = page.error.code;
        assert.deepEqual([last, server.asked.length], ["limit", limits.taxiiPagesMax]);
      },
    ),
  );

  test("says that there is more, and not how", () =>
    withServer(
      (_, response) => sendJson(response, { more: true, objects: [1] }),
      async (_, address) => {
        const fetched = await fetchBundle(address, "c", PLAIN);
        assert.match((fetched.ok ? fetched.value.fault?.message : "") ?? "", /not how/);
      },
    ));

  test("a head beyond taxiiHeaderBytesMax is refused", () =>
    withServer(
      (_, response) => sendJson(response, {}, { "x-long": "a".repeat(limits.taxiiHeaderBytesMax) }),
      async (_, address) => {
        const fetched = await fetchBundle(address, "c", PLAIN);
        assert.ok(!fetched.ok && fetched.error.code === "unreachable");
      },
    ));
});
