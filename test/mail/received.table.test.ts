import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fieldsNamed, fieldText } from "../../src/mail/headers.ts";
import { ipText } from "../../src/mail/ip-address.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import { parseReceived, receivedLine } from "../../src/mail/received.ts";
import { withinCpuMs } from "../support/cpu-time.ts";
import { runs } from "./random-mail.ts";

const when = "Mon, 25 Mar 2024 10:20:30 +0100";

interface Expected {
  readonly helo?: string;
  readonly reverseName?: string;
  readonly ip?: string;
  readonly by?: string;
  readonly byIp?: string;
  readonly with?: string;
  readonly id?: string;
  readonly for?: string;
}

function check(text: string, expected: Expected): void {
  const { helo, reverseName, ip, by, byIp, with: protocol, id, for: reader } = parseReceived(text);
  const all = {
    helo,
    reverseName,
    ip: ip && ipText(ip),
    by,
    byIp: byIp && ipText(byIp),
    with: protocol,
    id,
    for: reader,
  };
  const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== "" && value !== null));
  assert.deepEqual(said, expected);
}

describe("shapes of servers", () => {
  const cases: readonly (readonly [name: string, text: string, expected: Expected])[] = [
    [
      "Postfix",
      "from helo.sender.example (mail.sender.example [192.0.2.1]) (using TLSv1.3 with cipher X (256/256 bits)) (No client certificate requested) by mx.reader.example (Postfix) with ESMTPS id 4V2 for <ada@reader.example>",
      {
        helo: "helo.sender.example",
        reverseName: "mail.sender.example",
        ip: "192.0.2.1",
        by: "mx.reader.example",
        with: "ESMTPS",
        id: "4V2",
        for: "ada@reader.example",
      },
    ],
    [
      "Postfix, no reverse name",
      "from helo.sender.example (unknown [IPv6:2001:db8::1]) by mx.reader.example (Postfix) with ESMTP id 4V2",
      { helo: "helo.sender.example", ip: "2001:db8::1", by: "mx.reader.example", with: "ESMTP", id: "4V2" },
    ],
    [
      "sendmail",
      "from helo (ident@mail.sender.example [192.0.2.1] (may be forged)) by mx.reader.example (8.15.2/8.15.2) with ESMTP id 42P for <ada@reader.example>",
      {
        helo: "helo",
        reverseName: "mail.sender.example",
        ip: "192.0.2.1",
        by: "mx.reader.example",
        with: "ESMTP",
        id: "42P",
        for: "ada@reader.example",
      },
    ],
    [
      "sendmail, local",
      "(from ada@localhost) by mx.reader.example (8.15.2/8.15.2/Submit) id 42P for bob@reader.example",
      { helo: "ada@localhost", by: "mx.reader.example", id: "42P", for: "bob@reader.example" },
    ],
    [
      "Exim",
      "from mail.sender.example ([192.0.2.1] helo=helo.sender.example) by mx.reader.example with esmtps (TLS1.3) tls X (Exim 4.96) (envelope-from <a@sender.example>) id 1ro-0 for ada@reader.example",
      {
        helo: "helo.sender.example",
        reverseName: "mail.sender.example",
        ip: "192.0.2.1",
        by: "mx.reader.example",
        with: "esmtps tls X",
        id: "1ro-0",
        for: "ada@reader.example",
      },
    ],
    [
      "Exim, no reverse name",
      "from [192.0.2.1] (port=4444 helo=[198.51.100.7]) by mx.reader.example with esmtp (Exim 4.96) id 1ro-0",
      { helo: "[198.51.100.7]", ip: "192.0.2.1", by: "mx.reader.example", with: "esmtp", id: "1ro-0" },
    ],
    [
      "qmail",
      "from unknown (HELO helo.sender.example) (192.0.2.1) by mx.reader.example with SMTP",
      { helo: "helo.sender.example", ip: "192.0.2.1", by: "mx.reader.example", with: "SMTP" },
    ],
    [
      "qmail with ident",
      "from mail.sender.example (HELO helo.sender.example) (ident@192.0.2.1) by mx.reader.example with SMTP",
      {
        helo: "helo.sender.example",
        reverseName: "mail.sender.example",
        ip: "192.0.2.1",
        by: "mx.reader.example",
        with: "SMTP",
      },
    ],
    ["qmail, local", "(qmail 123 invoked by uid 89)", {}],
    [
      "Exchange",
      "from A1.prod.sender.example (2001:db8:a::1) by B2.prod.reader.example (2001:db8:b::2) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15.20.7",
      {
        helo: "a1.prod.sender.example",
        ip: "2001:db8:a::1",
        by: "b2.prod.reader.example",
        byIp: "2001:db8:b::2",
        with: "Microsoft SMTP Server",
        id: "15.20.7",
      },
    ],
    [
      "Exchange, mapi",
      "from A1.sender.example ([fe80::1%4]) by A1.sender.example ([fe80::2%5]) with mapi id 15.20.7",
      {
        helo: "a1.sender.example",
        ip: "fe80::1",
        by: "a1.sender.example",
        byIp: "fe80::2",
        with: "mapi",
        id: "15.20.7",
      },
    ],
    [
      "Gmail",
      "from helo.sender.example (mail.sender.example. [192.0.2.1]) by mx.reader.example with ESMTPS id a1si2 for <ada@reader.example> (version=TLS1_3 cipher=X bits=256/256)",
      {
        helo: "helo.sender.example",
        reverseName: "mail.sender.example",
        ip: "192.0.2.1",
        by: "mx.reader.example",
        with: "ESMTPS",
        id: "a1si2",
        for: "ada@reader.example",
      },
    ],
    [
      "Gmail, inside",
      "by 2001:db8:6a10:: with SMTP id a1",
      { by: "2001:db8:6a10::", byIp: "2001:db8:6a10::", with: "SMTP", id: "a1" },
    ],
    [
      "Yahoo",
      "from 192.0.2.1 (EHLO helo.sender.example) (192.0.2.1) by mta1.reader.example with SMTPs",
      { helo: "helo.sender.example", ip: "192.0.2.1", by: "mta1.reader.example", with: "SMTPs" },
    ],
    [
      "Sun",
      'from mail.sender.example ([192.0.2.1]:4444 "EHLO helo.sender.example" rhost-flags-OK) by mx.reader.example with ESMTP id S1 (ORCPT <ada@reader.example>)',
      {
        helo: "helo.sender.example",
        reverseName: "mail.sender.example",
        ip: "192.0.2.1",
        by: "mx.reader.example",
        with: "ESMTP",
        id: "S1",
      },
    ],
    [
      "Courier",
      "from helo.sender.example (mail.sender.example [::ffff:192.0.2.1]) (AUTH: LOGIN ada) by mx.reader.example with esmtp id 0001",
      {
        helo: "helo.sender.example",
        reverseName: "mail.sender.example",
        ip: "192.0.2.1",
        by: "mx.reader.example",
        with: "esmtp",
        id: "0001",
      },
    ],
    [
      "Domino",
      "from mail.sender.example ([192.0.2.1]) by mx.reader.example (Lotus Domino Release 8.5) with ESMTP id 2024032510203012-345",
      {
        helo: "mail.sender.example",
        ip: "192.0.2.1",
        by: "mx.reader.example",
        with: "ESMTP",
        id: "2024032510203012-345",
      },
    ],
    [
      "fetchmail",
      "from mail.reader.example [192.0.2.1] by localhost with IMAP (fetchmail-6.4) for ada@localhost (single-drop)",
      { helo: "mail.reader.example", ip: "192.0.2.1", by: "localhost", with: "IMAP", for: "ada@localhost" },
    ],
    [
      "pickup",
      "from mail pickup service by mx.reader.example with Microsoft SMTPSVC",
      { helo: "mail", by: "mx.reader.example", with: "Microsoft SMTPSVC" },
    ],
    ["capitals", "FROM a.sender.example BY mx.reader.example", { helo: "a.sender.example", by: "mx.reader.example" }],
    // What the sender says is told apart from what the server found, also when it looks like an address.
    [
      "HELO as an address",
      "from [203.0.113.9] (mail.sender.example [192.0.2.1]) by mx.reader.example",
      { helo: "[203.0.113.9]", reverseName: "mail.sender.example", ip: "192.0.2.1", by: "mx.reader.example" },
    ],
    [
      "a clause word as a name",
      "from by (by [192.0.2.1]) by mx.reader.example",
      { helo: "by", reverseName: "by", ip: "192.0.2.1", by: "mx.reader.example" },
    ],
    ["nothing", "", {}],
    ["only a date", when, {}],
  ];
  for (const [name, text, expected] of cases) {
    test(name, () => {
      check(text, expected);
      const dated = parseReceived(`${text}; ${when}`);
      assert.equal(dated.date, Date.parse("2024-03-25T09:20:30Z"));
    });
  }
});

test("any text: total, every name bounded", () => {
  const piece = fc.constantFrom(
    "from",
    "by",
    "with",
    "id",
    "for",
    ";",
    "(",
    ")",
    "[192.0.2.1]",
    "helo=",
    "<",
    ">",
    '"',
    "a.example",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 }), (pieces) => {
      const line = parseReceived(pieces.join(" "));
      for (const text of [line.helo, line.reverseName, line.by, line.with, line.id, line.for])
        assert.ok(text.length <= 255);
    }),
    { numRuns: runs * 5 },
  );
});

test("each field of a message is parsed once, and is its own", () => {
  const message = parseMessage(
    Buffer.from(`Received: by a.example; ${when}\r\nReceived: by b.example; ${when}\r\n\r\n`),
  );
  const fields = fieldsNamed(message.root.headers, "received");
  const lines = fields.map((field) => receivedLine(message, field));
  assert.deepEqual(
    lines,
    fields.map((field) => parseReceived(fieldText(message.bytes, field))),
  );
  assert.deepEqual(
    lines.map(({ by }) => by),
    ["a.example", "b.example"],
  );
  for (const [place, field] of fields.entries()) assert.equal(receivedLine(message, field), lines[place]);
});

for (const text of ["(", "[", "from ", "(a ", "helo=", ";", "by (", "[1.2.3.4]", "1.2.3.4 "]) {
  test(
    `${JSON.stringify(text)} two hundred thousand times ends`,
    withinCpuMs(5_000, () => {
      parseReceived(text.repeat(200_000));
    }),
  );
}
