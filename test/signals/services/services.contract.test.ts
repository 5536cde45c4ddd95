/** What every service's file must hold, and its fixture: forms, recognition, what a copyist gets and does not get. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { NO_CLAIMS } from "../../../src/case/empty.ts";
import { receivedResults } from "../../../src/case/received-results.ts";
import type { AuthResultRecord, ClaimsRecord, LoadRecord } from "../../../src/case/record.ts";
import { recognizeService } from "../../../src/signals/bulk-services.ts";
import { accountKey, accountKeys } from "../../../src/signals/service-accounts.ts";
import { readServiceUrl } from "../../../src/signals/service-urls.ts";
import { services } from "../../../src/signals/services/index.ts";
import { domainsOf, type Service } from "../../../src/signals/services/service.ts";
import { serviceOfFeedback, serviceOfHost, servicesOfReturnPath } from "../../../src/signals/services/tables.ts";
import { fixtures } from "./fixtures.ts";

function load(url: string): LoadRecord {
  const host = new URL(url).hostname;
  const token = { kind: "likely", value: "x", detail: "", address: null } as const;
  const span = { start: 0, end: 0 };
  return {
    vector: "RL-01",
    url,
    resolved: url,
    host,
    domain: host,
    hidden: true,
    why: "",
    fires: "open",
    token,
    view: "",
    span,
  };
}

function signsOf(claims: Partial<ClaimsRecord>, urls: readonly string[] = [], auth: readonly AuthResultRecord[] = []) {
  const stranger = { ...NO_CLAIMS, from: [{ name: "", address: "stranger@example.org" }] };
  return { claims: { ...stranger, ...claims }, loads: urls.map(load), content: { linkHosts: [] }, auth };
}

/** Every grammar of a service with the place it is run on. */
function formsOf({ urls, feedback, returnPath, accountHosts }: Service): readonly RegExp[] {
  const texts = [feedback, returnPath].flatMap((one) => (one === null ? [] : [one.form]));
  return [...urls.map(({ form }) => form), ...texts, ...accountHosts];
}

/** Kinds of signs by which it can be known. */
function signKinds(service: Service): number {
  const lists = [
    ...[service.pictures, service.links, service.mail, service.pages, service.headers, service.mailers],
    ...[service.messageIds, service.accountHosts, service.urls],
  ];
  const single = [service.feedback, service.returnPath].filter((one) => one !== null).length;
  return lists.filter(({ length }) => length > 0).length + single;
}

const meanings = ["account", "campaign", "reader", "address", "message", "link", "signature", "opaque"];

describe("the data", () => {
  test("one file a service, one fixture a service, both in the lists", () => {
    const files = readdirSync(new URL("../../../src/signals/services/", import.meta.url))
      .filter((name) => !["index.ts", "service.ts", "tables.ts"].includes(name))
      .map((name) => name.replace(/\.ts$/, ""));
    assert.deepEqual(services.map(({ id }) => id).sort(), files.sort());
    assert.deepEqual(fixtures.map(({ id }) => id).sort(), files.sort());
    assert.ok(services.length >= 80);
  });

  test("at least thirty services have grammars of their URLs", () => {
    assert.ok(services.filter(({ urls }) => urls.some(({ sure }) => sure !== "supposed")).length >= 60);
  });

  test("no domain, header, key word is claimed by two services", () => {
    const all = (keysOf: (service: Service) => readonly string[]) => {
      const keys = services.flatMap(keysOf);
      return keys.filter((key, at) => keys.indexOf(key) !== at);
    };
    assert.deepEqual(all(domainsOf), []);
    assert.deepEqual(
      all(({ headers }) => headers),
      [],
    );
    assert.deepEqual(
      all(({ mailers }) => [...new Set(mailers.map((one) => one.split(" ")[0] ?? ""))]),
      [],
    );
    assert.deepEqual(
      all(({ feedback }) => (feedback === null ? [] : [feedback.key])),
      [],
    );
    assert.deepEqual(
      all(({ messageIds }) => messageIds),
      [],
    );
  });

  for (const service of services) {
    test(`${service.id}: at least three kinds of signs, domains that are domains, forms that are linear`, () => {
      assert.ok(signKinds(service) >= 3, `${signKinds(service)} kinds`);
      assert.match(service.asOf, /^20\d\d-\d\d$/);
      assert.match(service.reveals, /^[a-z].{10,200}[a-z]$/);
      for (const domain of domainsOf(service)) {
        assert.match(domain, /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}$/);
        assert.equal(serviceOfHost(domain), service, domain);
      }
      for (const header of service.headers) assert.match(header, /^x-[a-z0-9-]{2,40}$/);
      for (const mailer of service.mailers) assert.match(mailer, /^[a-z0-9]{4,}/);
      for (const form of formsOf(service)) {
        assert.ok(form.source.startsWith("^"), form.source);
        assert.doesNotMatch(unclassed(form.source), /[+*]|\{\d+,\}/, `unbounded: ${form.source}`);
        assert.equal(hasNestedQuantifier(form.source), false, form.source);
        for (const [, name = ""] of form.source.matchAll(/\(\?<([a-z]+)>/gi)) assert.ok(meanings.includes(name), name);
      }
    });
  }

  test("the check sees what it forbids", () => {
    assert.equal(hasNestedQuantifier("^(?:a{1,9}b){1,9}"), true);
    assert.equal(hasNestedQuantifier("^(?:a{2}b)?c{1,9}"), false);
    assert.match(unclassed("^[+*]a+"), /\+/);
    assert.doesNotMatch(unclassed("^[+*]\\+a"), /\+/);
  });
});

/** A letter for each class and escape: what is left of `+` and `*` are quantifiers. */
function unclassed(source: string): string {
  return source.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "x");
}

/** A group that holds a quantifier with a range and is itself repeated more than once. */
function hasNestedQuantifier(source: string): boolean {
  return /\([^()]*(?:[+*]|\{\d+,\d*\})[^()]*\)(?:[+*]|\{\d*,?(?:[2-9]|\d{2,})\})/.test(unclassed(source));
}

for (const fixture of fixtures) {
  const service = services.find(({ id }) => id === fixture.id);
  assert.ok(service !== undefined);
  describe(service.name, () => {
    const [domain = ""] = service.mail.length > 0 ? service.mail : service.links;
    const pass = { authservId: "mx.example.net", method: "dkim", result: "pass", position: 0 };

    for (const { url, purpose, fields } of fixture.urls) {
      test(`${purpose}: ${url.slice(0, 60)}`, () => {
        const read = readServiceUrl(url);
        assert.equal(read?.service.id, service.id);
        assert.equal(read?.purpose, purpose);
        assert.deepEqual(Object.fromEntries(read?.fields.map(({ meaning, value }) => [meaning, value]) ?? []), fields);
      });
    }

    for (const { claims, account } of fixture.claims) {
      test(`account ${account}`, () => {
        const signs = signsOf(claims);
        assert.equal(recognizeService(signs)?.service.id, service.id);
        assert.equal(accountKey(signs, service), account);
      });
    }

    test("known by its domain in body and envelope, verified by a pass for it alone", () => {
      const body = [`https://px.${domain}/o?x=1`];
      const claims = { returnPath: `b@mail.${domain}`, dkimDomains: [domain] };
      const found = recognizeService(signsOf(claims, body, [{ ...pass, domain: `mail.${domain}` }]));
      assert.equal(found?.service, service);
      assert.equal(found.sure, true);
      assert.equal(found.verified, true);
      assert.equal(found.reveals, `${service.name}: ${service.reveals}`);
    });

    test("attack: its pictures and links pasted into a stranger's mail do not make it sure", () => {
      const pasted = [
        ...domainsOf(service).map((one) => `https://${one}/a.png?x=1`),
        ...fixture.urls.map(({ url }) => url),
      ];
      const found = recognizeService(signsOf({}, pasted));
      assert.notEqual(found, null);
      assert.equal(found?.sure, false);
      assert.equal(found?.verified, false);
    });

    test("attack: its header fields written by somebody else do not make it verified", () => {
      const headers = service.headers.map((name) => (name.endsWith("-") ? `${name}id` : name));
      const forged: Partial<ClaimsRecord> = {
        returnPath: `b@${domain}`,
        messageIdDomain: domain,
        extensionHeaders: headers,
        mailer: service.mailers[0] ?? "",
        ...fixture.claims[0]?.claims,
      };
      const other = { ...pass, domain: "stranger.example" };
      const below = { ...pass, domain, position: 1 };
      assert.equal(recognizeService(signsOf(forged, [], receivedResults([other, below])))?.verified, false);
    });
  });
}

test("an account's key needs no more than one place, and says which", () => {
  const mailchimp = services.find(({ id }) => id === "mailchimp");
  assert.ok(mailchimp !== undefined);
  const pixel = "https://reedhollow.us3.list-manage.com/track/open.php?u=0123456789abcdef012345678&id=0123456789";
  assert.deepEqual(accountKeys(signsOf({ feedbackId: "17171717:17171717.180180:us3:mc" }, [pixel]), mailchimp), [
    "mailchimp/feedback/17171717",
    "mailchimp/url/0123456789abcdef012345678",
    "mailchimp/host/reedhollow",
  ]);
  assert.equal(accountKey(signsOf({}, ["https://example.org/a.png"]), mailchimp), null);
});

test("reading is total, and quick on what is made to be slow", () => {
  const hosts = services.flatMap((service) => domainsOf(service).slice(0, 2));
  fc.assert(
    fc.property(
      fc.constantFrom(...hosts, "go.example.org"),
      fc.webPath(),
      fc.webQueryParameters(),
      (host, path, query) => {
        readServiceUrl(`https://${host}${path}?${query}`);
        serviceOfFeedback(query);
        servicesOfReturnPath(path);
      },
    ),
  );
  const heads = services.flatMap(({ urls }) => urls.map(({ form }) => form.source.split(/[^\\/\w.-]/)[0] ?? ""));
  const started = process.cpuUsage();
  for (const host of ["go.example.org", ...hosts]) {
    for (const fill of ["a", "0", "-", "%2", "a-", "a/"]) readServiceUrl(`https://${host}/${fill.repeat(4_000)}`);
  }
  for (const head of heads) readServiceUrl(`https://go.example.org${head.replaceAll("\\", "")}${"a1-".repeat(4_000)}`);
  assert.ok(process.cpuUsage(started).user < 2_000_000);
});
