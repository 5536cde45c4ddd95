/** Header fields and external bodies that name a server or an address (RL-44 to RL-49, RL-60). */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { recordOf } from "../parts/mail-with-part.ts";

function loadsOf(fields: readonly string[], body = "Hello.\r\n"): readonly string[] {
  const lines = ["From: Ada Marsh <ada@example.org>", "Date: Thu, 4 Mar 2021 05:06:07 +0000", ...fields, "", body];
  const bytes = Buffer.from(lines.join("\r\n"));
  return recordOf(bytes).loads.map(({ vector, fires, host, span }) => {
    const field = bytes.toString("latin1", span.start, span.end);
    return `${vector} ${fires} ${host} ${field.trim().slice(0, 12)}`;
  });
}

describe("header fields", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [field: string, found: readonly string[]])[] = [
    ["List-Unsubscribe: <https://unsub.test/u?a=1>, <mailto:u@mail.test>", ["RL-44 click unsub.test <https://uns", "RL-44 click mail.test <https://uns"]],
    ["List-Unsubscribe:\r\n <https://unsub.test/u>", ["RL-44 click unsub.test <https://uns"]],
    ["X-Image-URL: https://face.test/a.gif",                ["RL-45 open face.test https://face"]],
    ["X-Face-URL: <http://face.test/a.gif>",                ["RL-45 open face.test <http://face"]],
    ["BIMI-Location: v=BIMI1; l=https://logo.test/a.svg; a=https://vmc.test/a.pem", ["RL-46 delivery logo.test v=BIMI1; l=h", "RL-46 delivery vmc.test v=BIMI1; l=h"]],
    ["OpenPGP: id=ABCD; url=https://key.test/k; preference=signencrypt", ["RL-47 click key.test id=ABCD; url"]],
    ['OpenPGP: url="https://key.test/k;1"',                 ['RL-47 click key.test url="https:/']],
    ["X-PGP-Key: see https://key.test/k, or ask",           ["RL-47 click key.test see https://"]],
    ["X-PGP-Key: 0xABCDEF",                                 []],
    ["Reply-To: drop@elsewhere.test",                       ["RL-49 delivery elsewhere.test drop@elsewhe"]],
    ["Reply-To: Ada <ADA@example.org>",                     []],
    ["X-Image-URL: face.gif",                               []],
  ];
  for (const [field, found] of cases) {
    test(JSON.stringify(field), () => assert.deepEqual(loadsOf([field]), found));
  }

  test("attack: the address behind a hundred others of its kind is told as well", () => {
    const face = (at: number) => `https://face${at}.test/a.gif`;
    const fields = Array.from({ length: 100 }, (_, at) => `X-Image-URL: ${face(at)}`);
    const listed = Array.from({ length: 100 }, (_, at) => face(at)).join(" ");
    for (const lines of [fields, [`X-Image-URL: ${listed}`]]) {
      assert.equal(loadsOf(lines).filter((load) => load.includes("face99.test")).length, 1);
    }
  });

  test("unsubscribing by one click says so", () => {
    const fields = ["From: a@example.org", "List-Unsubscribe: <https://unsub.test/u>"];
    const whys = (more: readonly string[]) =>
      recordOf(Buffer.from([...fields, ...more, "", "Hello"].join("\r\n"))).loads.map(({ why }) =>
        why.includes("one click"),
      );
    assert.deepEqual(whys(["List-Unsubscribe-Post: List-Unsubscribe=One-Click"]), [true]);
    assert.deepEqual(whys([]), [false]);
  });
});

describe("content that lies elsewhere (message/external-body)", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [parameters: string, found: readonly string[]])[] = [
    ['access-type=URL; URL="https://body.test/a"',                                      ["body.test"]],
    ['access-type=URL; URL="https://body.test/\r\n    long/path"',                      ["body.test"]],
    ['access-type=ANON-FTP; site="ftp.test"; directory="pub"; name="a.txt"; mode="image"', ["ftp.test"]],
    ['access-type=tftp; site=tftp.test; name=a',                                        ["tftp.test"]],
    ['access-type=mail-server; server="list@serve.test"; subject="get a"',              ["serve.test"]],
    ['access-type=local-file; name="\\\\\\\\share.test\\\\s\\\\a"',                     ["share.test"]],
    ['access-type=local-file; name="/u/a"; site="*.example.org"',                       []],
    ['access-type=x-http; url="http://x.test/"',                                        ["x.test"]],
    ["access-type=content-id",                                                          []],
  ];
  for (const [parameters, found] of cases) {
    test(JSON.stringify(parameters), () => {
      const field = `Content-Type: message/external-body; ${parameters}`;
      const loads = loadsOf([field], "Content-Type: image/gif\r\nContent-ID: <a@example.org>\r\n\r\n");
      assert.deepEqual(
        loads,
        found.map((host) => `RL-60 open ${host} message/exte`),
      );
    });
  }
});
