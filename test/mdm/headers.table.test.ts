/** People, subjects, hops and what servers wrote about authentication. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseSubject } from "../../src/mdm/subjects.ts";
import { at, hostOf } from "../support/model.ts";

type Row = readonly [path: string, value: unknown];

function table(name: string, lines: readonly string[], rows: readonly Row[]): void {
  describe(name, () => {
    for (const [path, value] of rows) test(path, () => assert.deepEqual(at(hostOf([...lines, "", ""]), path), value));
  });
}

table(
  "a group and nothing in it",
  ["From: ada@example.org", "To: Undisclosed recipients:;"],
  [
    ["recipients.to[0].display_name", "Undisclosed recipients"],
    ["recipients.to[0].email.email", ""],
    ["recipients.to[0].email.domain.valid", false],
    ["recipients.to[1]", null],
    ["recipients.bcc", []],
  ],
);
table(
  "From without an address",
  ["From: Accounts"],
  [
    ["sender.display_name", "Accounts"],
    ["sender.email.email", ""],
    ["sender.email.local_part", null],
  ],
);
table(
  "no From at all",
  ["Subject: x"],
  [
    ["sender.email.email", ""],
    ["sender.display_name", null],
    ["headers.from", null],
    ["headers.in_reply_to", null],
    ["headers.references", []],
    ["headers.reply_to", []],
    ["headers.message_id", null],
    ["headers.return_path", null],
  ],
);
table(
  "a list in the place of its author",
  ["From: 'Ada' via Plans <plans@example.org>", "X-Google-Group-Id: 1", "X-Original-Sender: ada@example.net"],
  [
    ["sender.email.email", "ada@example.net"],
    ["sender.display_name", "Ada"],
    ["sender.decoders", ["google_groups"]],
    ["headers.from.email.email", "plans@example.org"],
  ],
);
table("no subject", ["From: a@example.org"], [["subject.subject", null]]);
table(
  "an empty subject",
  ["Subject:"],
  [
    ["subject.subject", ""],
    ["subject.base", ""],
    ["subject.is_reply", false],
  ],
);

describe("subjects taken apart", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [subject: string, base: string, kind: "reply" | "forward" | "", tags: readonly string[]])[] = [
    ["The plan",                      "The plan",     "",        []],
    ["Re: The plan",                  "The plan",     "reply",   []],
    ["RE[2]: FW: The plan",           "The plan",     "reply",   []],
    ["Fwd: Re: The plan",             "The plan",     "forward", []],
    ["[EXT] (urgent) AW: The plan",   "The plan",     "reply",   ["EXT", "urgent"]],
    ["WG: The plan",                  "The plan",     "forward", []],
    ["回复：计划",                      "计划",          "reply",   []],
    ["Refund: 20",                    "Refund: 20",   "",        []],
    ["Report",                        "Report",       "",        []],
    ["[list] ",                       "",             "",        ["list"]],
  ];
  for (const [subject, base, kind, tags] of cases) {
    test(subject, () => {
      assert.deepEqual(parseSubject(subject), { base, tags, isReply: kind === "reply", isForward: kind === "forward" });
    });
  }
  for (const subject of ["Automatic reply: away", "Re: Out of office", "Automatische Antwort: weg"]) {
    test(`${subject} is automatic`, () =>
      assert.equal(at(hostOf([`Subject: ${subject}`, "", ""]), "subject.is_auto_reply"), true));
  }
});

const hops = [
  "X-Top: 1",
  "Received: from relay.example.net (relay.example.net [192.0.2.9]) by mx.example.org (Postfix) with ESMTPS id 2; Mon, 25 Mar 2024 10:21:00 +0100",
  "Authentication-Results: mx.example.org; dmarc=fail header.from=example.com",
  "Received: from [203.0.113.5] (helo=laptop) by relay.example.net with esmtpsa (Exim 4.96) id 1; Mon, 25 Mar 2024 09:20:30 +0000",
  "Authentication-Results: relay.example.net; dmarc=pass header.from=example.com; spf=pass smtp.mailfrom=ada@example.com",
  "DKIM-Signature: v=1; a=rsa-sha256; d=Example.com; s=k1; h=from:to; bh=AA==; b=BB",
  " CC==",
  "X-SMTPAPI: {}",
  "From: ada@example.com",
];
table("hops", hops, [
  ["headers.hops", ["<Hop>", "<Hop>"]],
  ["headers.hops[0].index", 0],
  ["headers.hops[0].received.server.raw", "relay.example.net"],
  ["headers.hops[1].received.server.raw", "mx.example.org"],
  ["headers.hops[1].received.protocol.raw", "ESMTPS"],
  ["headers.hops[1].received.time", Date.UTC(2024, 2, 25, 9, 21)],
  ["headers.hops[1].received.zone_offset", "1"],
  ["headers.hops[1].fields[0].name", "X-Top"],
  ["headers.hops[0].fields[3].name", "X-SMTPAPI"],
  ["headers.hops[0].fields[3].value", "{}"],
  ["headers.hops[0].fields[4].position", 0],
  ["headers.hops[0].signature.domain", "example.com"],
  ["headers.hops[0].signature.signature", "BBCC=="],
  ["headers.hops[0].authentication_results.dmarc", "pass"],
  ["headers.hops[0].authentication_results.spf_details.designator", "ada@example.com"],
  ["headers.ips[0].ip", "203.0.113.5"],
  ["headers.ips[1].ip", "192.0.2.9"],
  ["headers.domains[0].domain", "relay.example.net"],
  // The reader's own server says so; whoever wrote the line below could be anybody.
  ["headers.auth_summary.dmarc.pass", false],
  ["headers.auth_summary.dmarc.received_hop", 1],
  ["headers.auth_summary.dmarc.details.from.root_domain", "example.com"],
  // It says nothing of SPF, and what stood there before it is no replacement.
  ["headers.auth_summary.spf", null],
]);
table(
  "no hop",
  ["From: ada@example.com", "X-A: 1"],
  [
    ["headers.hops", ["<Hop>"]],
    ["headers.hops[0].received", null],
    ["headers.hops[0].fields[1].name", "X-A"],
  ],
);
table(
  "nobody checked anything: null, not false",
  ["Received: from a by b.example.org; Mon, 25 Mar 2024 10:21:00 +0100"],
  [
    ["headers.auth_summary.dmarc", null],
    ["headers.auth_summary.spf", null],
    ["headers.hops[0].authentication_results", null],
  ],
);

describe("verdicts", () => {
  const summary = (results: string, field: string) =>
    at(
      hostOf([
        "Received: from a by mx.example.org; Mon, 25 Mar 2024 10:21:00 +0100",
        `Authentication-Results: mx.example.org; ${results}`,
        "",
        "",
      ]),
      `headers.auth_summary.${field}`,
    );
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [results: string, field: string, value: unknown])[] = [
    ["dmarc=pass",          "dmarc.pass",  true],
    ["dmarc=none",          "dmarc.pass",  false],
    ["dmarc=bestguesspass", "dmarc.pass",  false],
    ["dmarc=temperror",     "dmarc.pass",  false],
    ["dmarc=temperror",     "dmarc.error", true],
    ["dmarc=fail",          "dmarc.error", false],
    ["spf=softfail",        "spf.pass",    false],
    ["spf=pass (google.com: domain of x@example.net designates 192.0.2.7 as permitted sender)", "spf.details.designator", "x@example.net"],
    ["spf=pass (google.com: domain of x@example.net designates 192.0.2.7 as permitted sender)", "spf.details.client_ip.ip", "192.0.2.7"],
    ["dmarc=pass (p=QUARANTINE sp=NONE dis=NONE) header.from=example.net", "dmarc.details.disposition", "none"],
  ];
  for (const [results, field, value] of cases)
    test(`${results} ${field}`, () => assert.deepEqual(summary(results, field), value));

  test("Exchange Online names no server", () => {
    const host = hostOf([
      "Received: from a (192.0.2.1) by X.prod.outlook.com (2603::1) with Microsoft SMTP Server; Mon, 25 Mar 2024 10:21:00 +0000",
      "Received: from b by c.mail.protection.outlook.com; Mon, 25 Mar 2024 10:20:00 +0000",
      "Authentication-Results: spf=fail smtp.mailfrom=example.com; dmarc=fail action=none header.from=example.com;compauth=softpass reason=201",
      "Received: from d by e.example.net; Mon, 25 Mar 2024 10:19:00 +0000",
      "Authentication-Results: e.example.net; dmarc=pass",
      ...["", ""],
    ]);
    assert.equal(at(host, "headers.auth_summary.dmarc.pass"), false);
    assert.equal(at(host, "headers.auth_summary.dmarc.received_hop"), 1);
    assert.equal(at(host, "headers.hops[1].authentication_results.compauth.verdict"), "softpass");
    assert.equal(at(host, "headers.hops[1].authentication_results.compauth.reason"), "201");
  });

  const RELAYED = [
    "Received: from a by mx.office.example; Mon, 25 Mar 2024 10:21:00 +0000",
    "Authentication-Results: checks.test; dmarc=fail header.from=example.com",
    "Received: from b by relay.test; Mon, 25 Mar 2024 10:20:00 +0000",
    "Authentication-Results: relay.test; dmarc=pass header.from=example.com",
    ...["", ""],
  ];
  test("of servers that nobody knows the newest counts: the sender writes the lowest", () => {
    assert.equal(at(hostOf(RELAYED), "headers.auth_summary.dmarc.pass"), false);
  });
  test("where the own servers are named nobody else counts", () => {
    const pass = (servers: readonly string[]) => at(hostOf(RELAYED, { servers }), "headers.auth_summary.dmarc.pass");
    assert.equal(pass(["checks.test"]), false);
    assert.equal(pass(["relay.test"]), true);
    assert.equal(pass(["office.example"]), null);
  });

  test("Received-SPF where nothing else speaks", () => {
    const host = hostOf([
      "Received-SPF: Fail (mx: domain of ada@example.com does not designate) client-ip=192.0.2.7; envelope-from=ada@example.com",
      "",
      "",
    ]);
    assert.equal(at(host, "headers.auth_summary.spf.pass"), false);
    assert.equal(at(host, "headers.hops[0].received_spf.designator"), "ada@example.com");
  });
});
