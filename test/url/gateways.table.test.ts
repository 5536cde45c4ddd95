import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { gateways, mayBeWrapped, unwrap } from "../../src/url/gateways.ts";
import { resolveReference } from "../../src/url/resolve.ts";

function unwrapped(href: string) {
  const resolved = resolveReference(href, null);
  return resolved === null ? null : unwrap(resolved);
}

const inner = "https://example.org/a/b?c=d&e=f";
const coded = encodeURIComponent(inner);
const base64 = Buffer.from(inner).toString("base64");

describe("what stands inside", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [wrapper: string, wrapped: string])[] = [
    ["Microsoft Safe Links", `https://nam12.safelinks.protection.outlook.com/?url=${coded}&data=05%7C01%7Creader%40example.net%7C0&sdata=x%3D&reserved=0`],
    ["Microsoft Safe Links", `https://eur03.safelinks.protection.outlook.com/ap/w-59584e83/?url=${coded}&data=05`],
    ["Proofpoint URL Defense", `https://urldefense.proofpoint.com/v1/url?u=${coded}&k=oIvRg1%2BdGAgOoM1BIlLLqw%3D%3D%0A`],
    ["Proofpoint URL Defense", "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a_b-3Fc-3Dd-26e-3Df&d=DwMFaQ&c=euGZstcaTDllvimEN8b7jXrwqOf&r=x&m=y&s=z&e="],
    ["Proofpoint URL Defense", "https://urldefense.com/v3/__https://example.org/a/b?c=d&e=f__;!!Abc-123!xyz$"],
    ["Proofpoint URL Defense", `https://urldefense.us/v3/__https:/*example.org/a/b?c=d**Ae=f__;${Buffer.from("/&").toString("base64url")}!!Abc!xyz$`.replace("**A", "*")],
    ["Barracuda Link Protection", `https://linkprotect.cudasvc.com/url?a=${coded}&c=E,1,abc&typo=1`],
    ["Cisco Secure Email", `https://secure-web.cisco.com/1AbCdEfGhIjKlMnOpQrStUvWxYz/${coded}`],
    ["Symantec Click-time Protection", `https://clicktime.symantec.com/a/1/AbCdEf?d=x&u=${coded}`],
    ["Trend Micro Click-time Protection", `https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=${coded}&umid=1&auth=2`],
    ["Sophos Time-of-click Protection", `https://eu-west-1.protection.sophos.com/?d=example.org&u=${encodeURIComponent(base64)}&i=x&t=y&h=z`],
    ["Trellix (FireEye) URL Protection", `https://protect2.fireeye.com/v1/url?k=1-2-3&q=1&e=4&u=${coded}`],
    ["Check Point (Avanan) Click-time Protection", `https://url.avanan.click/v2/___${inner}___.YXAzOmV4YW1wbGU6YTpvOjE`],
    ["Zix (AppRiver) Link Protection", `https://link.edgepilot.com/s/0a1b2c3d/AbCdEf?u=${coded}`],
    ["TitanHQ Link Lock", `https://linklock.titanhq.com/analyse?url=${coded}&data=abc`],
    ["Bitdefender GravityZone", `https://lsems.gravityzone.bitdefender.com/scan/${Buffer.from(inner).toString("base64url")}/0a1b?c=1`],
    ["Google redirect", `https://www.google.com/url?q=${coded}&sa=D&ust=1`],
    ["Gmail picture proxy", `https://ci3.googleusercontent.com/proxy/AbCd=s0-d-e1-ft#${inner}`],
    ["Yahoo picture proxy", `https://ecp.yusercontent.com/mail?url=${coded}&t=1&ymreqid=2&sig=x~D`],
    ["YouTube redirect", `https://www.youtube.com/redirect?event=x&q=${coded}`],
    ["Facebook redirect", `https://l.facebook.com/l.php?u=${coded}&h=x`],
    ["LinkedIn redirect", `https://www.linkedin.com/redir/redirect?url=${coded}&urlhash=x`],
    ["Slack redirect", `https://slack-redir.net/link?url=${coded}`],
  ];
  for (const [wrapper, wrapped] of cases) {
    test(wrapper, () => {
      const result = unwrapped(wrapped);
      assert.equal(result?.wrapper, wrapper);
      assert.equal(result?.inner?.href, inner);
      assert.equal(result?.isHostOnly, false);
    });
  }
  test("each that tells its inner address is here", () => {
    const silent = ["Mimecast URL Protect", "Intermedia Email Protection", "Hornetsecurity ATP", "Forcepoint"];
    const names = new Set([...cases.map(([name]) => name), ...silent]);
    assert.deepEqual(
      gateways.map(({ name }) => name).filter((name) => !names.has(name)),
      [],
    );
  });
});

test("Mimecast tells the host alone", () => {
  const result = unwrapped("https://protect-eu.mimecast.com/s/AbCdEfGhIj?domain=mail.example.org");
  assert.equal(result?.inner?.host, "mail.example.org");
  assert.equal(result?.isHostOnly, true);
});

test("Proofpoint's third form: runs of replaced characters", () => {
  const kept = Buffer.from("äöü").toString("base64url");
  const result = unwrapped(`https://urldefense.com/v3/__https://example.org/**Bx__;${kept}!!A!b$`);
  assert.equal(decodeURI(result?.inner?.href ?? ""), "https://example.org/äöüx");
});

test("a wrapper that keeps the address to itself is still named", () => {
  const result = unwrapped("https://url.emailprotection.link/?bAbCdEfG~");
  assert.deepEqual(result, { wrapper: "Intermedia Email Protection", inner: null, isHostOnly: false });
});

test("wrappers around wrappers: the outermost is named, the innermost address counts", () => {
  const once = `https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a&d=x`;
  const twice = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(once)}&data=x`;
  assert.equal(unwrapped(twice)?.inner?.href, "https://example.org/a");
  assert.equal(unwrapped(twice)?.wrapper, "Microsoft Safe Links");
});

describe("attack: what is no wrapper, or wraps no web address", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly string[] = [
    `https://safelinks.protection.outlook.com.evil.example/?url=${coded}`,
    `https://evilsafelinks.protection.outlook.com.example/?url=${coded}`,
    `https://outlook.com/?url=${coded}`,
    `https://urldefense.com.example/v3/__${inner}__;!!a!b$`,
    `https://www.google.com/search?q=${coded}`,
    `https://lh3.googleusercontent.com/a/picture#${inner}`,
    `https://secure-web.cisco.com/about`,
    "https://urldefense.com/v3/__",
    "https://urldefense.com/v3/",
    "https://linkprotect.cudasvc.com/url",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_-ZZ",
  ];
  for (const url of cases) test(url.slice(0, 70), () => assert.equal(unwrapped(url), null));

  for (const address of ["javascript:alert(1)", "file:///etc/x", "data:text/html,x", "\\\\files.example\\share"]) {
    test(`inside: ${address}`, () => {
      const wrapped = `https://nam12.safelinks.protection.outlook.com/?url=${encodeURIComponent(address)}`;
      assert.equal(unwrapped(wrapped)?.inner?.kind ?? null, null);
    });
  }

  test("wrapped ten times: the innermost is still found", () => {
    const href = Array.from({ length: 10 }).reduce<string>(
      (url) => `https://slack-redir.net/link?url=${encodeURIComponent(url)}`,
      "https://evil.example",
    );
    assert.equal(unwrapped(href)?.inner?.host, "evil.example");
  });
  test("wrapped a hundred times: layers are bounded", () => {
    // A value that needs no escapes stays short.
    const result = unwrapped(`https://slack-redir.net/link?url=${"slack-redir.net/link?url=".repeat(100)}evil.example`);
    assert.equal(result?.wrapper, "Slack redirect");
    assert.equal(result?.inner?.host, "slack-redir.net");
  });

  const decoy = encodeURIComponent("https://example.org/");
  for (const url of [
    `https://nam12.safelinks.protection.outlook.com/?url=${decoy}&url=${coded}`,
    `https://www.google.com/url?q=${decoy}&url=${coded}`,
    `https://urldefense.proofpoint.com/v1/url?u=${decoy}&u=${coded}`,
    `https://eu-west-1.protection.sophos.com/?u=${encodeURIComponent(base64)}&u=${encodeURIComponent(Buffer.from("https://example.org/").toString("base64"))}`,
  ]) {
    test(`two addresses inside, and nobody knows which one counts: ${url.slice(8, 40)}`, () =>
      assert.equal(unwrapped(url), null));
  }
  test("one address twice is one", () => {
    assert.equal(unwrapped(`https://www.google.com/url?q=${coded}&url=${coded}`)?.inner?.href, inner);
  });
});

test("total on any path, and other hosts are left alone", () => {
  const hosts = gateways.flatMap((gateway) => gateway.hosts.map((host) => (host.startsWith(".") ? `a${host}` : host)));
  fc.assert(
    fc.property(fc.constantFrom(...hosts), fc.string({ unit: "binary" }), (host, rest) => {
      unwrapped(`https://${host}/${rest}`);
    }),
  );
  assert.equal(mayBeWrapped("example.org"), false);
});
