/** HM-031: `Received` lines that a sender forged, read with and without the border of the reader's own servers. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { limits } from "../../src/base/limits.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { NO_BORDER, parseBorder, readTrace, type Trace } from "../../src/mail/trace.ts";
import { withinCpuMs } from "../support/cpu-time.ts";

const at = (minute: number) => `Mon, 25 Mar 2024 10:${String(minute).padStart(2, "0")}:00 +0000`;
const inside = `from mx.reader.example (mx.reader.example [10.0.0.1]) by imap.reader.example with LMTP id 1; ${at(9)}`;
const border = `from helo.attacker.test (mail.attacker.test [203.0.113.9]) by mx.reader.example with ESMTPS id 2; ${at(8)}`;
const outside = `from [192.168.1.2] (home.test [192.168.1.2]) by mail.attacker.test with ESMTPSA id 3; ${at(7)}`;
const forged = `from mail.friend.example (mail.friend.example [198.51.100.5]) by mx.reader.example with ESMTPS id 4; ${at(6)}`;

function trace(lines: readonly string[], own: readonly string[]): Trace {
  const message = parseMessage(Buffer.from(`${lines.map((line) => `Received: ${line}\r\n`).join("")}\r\n`));
  return readTrace(message, parseBorder(own) ?? NO_BORDER);
}

function check(
  lines: readonly string[],
  own: readonly string[],
  trusts: readonly string[],
  codes: readonly string[],
): void {
  const { hops, problems } = trace(lines, own);
  assert.deepEqual(
    hops.map(({ trust }) => trust),
    trusts,
  );
  assert.deepEqual(
    problems.map(({ code }) => code),
    codes,
  );
}

describe("trust", () => {
  test("without a border nothing is known", () => {
    check([inside, border, forged], [], ["unknown", "unknown", "unknown"], []);
  });
  test("above the border own, below it untrusted", () => {
    check([inside, border, outside], ["reader.example"], ["own", "border", "untrusted"], []);
  });
  test("a line below the border that claims to be ours", () => {
    check([inside, border, forged], ["reader.example"], ["own", "border", "untrusted"], ["received-untrusted"]);
  });
  test("a whole forged way", () => {
    check(
      [border, inside, border],
      ["reader.example"],
      ["border", "untrusted", "untrusted"],
      ["received-untrusted", "received-untrusted"],
    );
  });
  test("HELO with our own name from outside", () => {
    check(
      [border.replace("helo.attacker.test", "mx.reader.example")],
      ["reader.example"],
      ["border"],
      ["received-untrusted"],
    );
  });
  test("the top line is no server of ours", () => {
    check([outside, forged], ["reader.example"], ["untrusted", "untrusted"], ["received-untrusted"]);
  });
  test("networks: own servers with public addresses", () => {
    const relay = border.replace("203.0.113.9", "192.0.2.7");
    check(
      [relay, border, forged],
      ["mx.reader.example", "192.0.2.0/24"],
      ["own", "border", "untrusted"],
      ["received-untrusted"],
    );
  });
  test("a server known by its address alone", () => {
    const line = `from a.test ([203.0.113.9]) by exchange ([2001:db8::5]) with SMTP id 1; ${at(1)}`;
    check([line, outside], ["2001:db8::/32"], ["border", "untrusted"], []);
  });
  test("a name that only ends alike is not ours", () => {
    check([border.replace("mx.reader.example", "mx.evilreader.example")], ["reader.example"], ["untrusted"], []);
  });
  test("fetched and qmail lines between our own ones", () => {
    const fetched = `from imap.reader.example [10.0.0.2] by localhost with IMAP (fetchmail-6.4); ${at(10)}`;
    check(
      [fetched, inside, `(qmail 1 invoked by uid 2); ${at(9)}`, border],
      ["reader.example"],
      ["own", "own", "own", "border"],
      [],
    );
  });
});

describe("times", () => {
  test("a server that took the message before the one below it sent it", () => {
    check([border, outside.replace("25 Mar 2024", "28 Mar 2024")], [], ["unknown", "unknown"], ["received-bad-time"]);
  });
  test("clocks that differ by hours are no finding", () => {
    check([border, outside.replace("10:07", "20:07")], [], ["unknown", "unknown"], []);
  });
});

describe("bounds", () => {
  test(
    "20,000 lines",
    withinCpuMs(5_000, () => {
      const { hops, problems } = trace(
        Array.from({ length: 20_000 }, () => forged),
        ["reader.example"],
      );
      assert.equal(hops.length, limits.receivedMax);
      assert.ok(problems.length <= limits.problemsPerCodeMax + 1);
      assert.ok(problems.some(({ code }) => code === "limit.received"));
    }),
  );
  for (const odd of ["", "reader", "http://reader.example", "192.0.2.0/99", "a@b.example", "x y.example"]) {
    test(`${JSON.stringify(odd)} is no border`, () => assert.equal(parseBorder([odd]), null));
  }
});
