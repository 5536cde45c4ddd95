/** What the reader's side writes above a message: its servers' hops and what they found, each in its program's form (RFC 8601 and its dialects). */
import { type Header, header, mailDate } from "../../src/demo/compose.ts";
import { BASE62, HEX, type Random } from "../../src/demo/random.ts";
import type { Sender } from "./senders.ts";
import type { Sending, Signature } from "./ways.ts";

export type ReceiverName = "postfix" | "rspamd" | "workspace" | "exchange-online" | "no-results" | "alias";

export interface Delivered {
  readonly sending: Sending;
  readonly sender: Sender;
  readonly returnPath: string;
  readonly fromDomain: string;
  readonly random: Random;
}

interface Found {
  readonly spf: string;
  readonly mailFrom: string;
  readonly signatures: readonly Signature[];
  readonly dmarc: string;
  readonly from: string;
  readonly machine: string;
  readonly address: string;
}

/** One house a receiver, so that a mailbox has one server's results. */
export const readersDomain: Readonly<Record<ReceiverName, string>> = {
  postfix: "council.example",
  rspamd: "newsroom.example",
  workspace: "foundation.example",
  "exchange-online": "assembly.example",
  "no-results": "smallparty.example",
  alias: "chambers.example",
};

const ends = (domain: string, other: string) => domain === other || domain.endsWith(`.${other}`);
const house = (domain: string) => domain.split(".").slice(-2).join(".");

function foundOf({ sending, returnPath, fromDomain }: Delivered, isForwarded: boolean): Found {
  const mailFrom = returnPath === "" ? `postmaster@${sending.machine}` : returnPath;
  const spf = isForwarded ? "fail" : sending.spf;
  const from = house(fromDomain);
  const isSpfAligned = spf === "pass" && ends(mailFrom.split("@")[1] ?? "", from);
  const isSigned = sending.signatures.some(({ domain, result }) => result === "pass" && ends(domain, from));
  const dmarc = isSpfAligned || isSigned ? "pass" : sending.policy === "" ? "none" : "fail";
  const { signatures, machine, address } = sending;
  return {
    spf,
    mailFrom,
    signatures,
    dmarc: sending.policy === "" && dmarc === "pass" ? "none" : dmarc,
    from: fromDomain,
    machine,
    address,
  };
}

const domainOf = (address: string) => address.split("@")[1] ?? address;

function received(from: string, by: string, how: string, at: number): Header {
  return header("Received", `from ${from}\n by ${by} ${how};\n ${mailDate(at, 0)}`);
}

/** Newest first, as they stand in the head. */
export function deliveredBy(name: ReceiverName, delivered: Delivered): readonly Header[] {
  const { sending, sender, random } = delivered;
  const { reader, at } = sender;
  const id = random.text(10, "0123456789ABCDEF");
  const client = `${sending.machine} (${sending.machine} [${sending.address}])`;
  const found = foundOf(delivered, name === "alias");
  const path = header("Return-Path", `<${delivered.returnPath}>`);
  const mx = `mx1.${reader.domain}`;
  const hop = received(client, `${mx} (Postfix)`, `with ESMTPS id ${id}\n for <${reader.address}>`, at);
  switch (name) {
    case "no-results":
      return [path, header("Delivered-To", reader.address), hop];
    case "postfix":
      return [path, header("Delivered-To", reader.address), hop, ...separateResults(mx, found, random)];
    case "rspamd":
      return [
        path,
        header("Delivered-To", reader.address),
        hop,
        rspamdResults(mx, found),
        header("X-Spamd-Bar", "-"),
        header("X-Rspamd-Server", mx),
      ];
    case "workspace":
      return workspaceHead(found, sender, random, client);
    case "exchange-online":
      return exchangeHead(found, sender, random, client);
    case "alias":
      return aliasHead(delivered, found, mx, id);
  }
}

/** OpenDMARC, OpenDKIM and a policy server each write a field of their own. */
function separateResults(mx: string, found: Found, random: Random): readonly Header[] {
  const fields = [
    header(
      "Authentication-Results",
      `${mx}; dmarc=${found.dmarc} (p=${found.dmarc === "pass" ? "reject" : "none"} dis=none) header.from=${found.from}`,
    ),
    header("Authentication-Results", `${mx}; spf=${found.spf} smtp.mailfrom=${found.mailFrom}`),
  ];
  for (const { domain, selector, result } of found.signatures) {
    const note =
      result === "pass"
        ? "(2048-bit key; unprotected)"
        : '(2048-bit key; unprotected) reason="signature verification failed"';
    fields.push(
      header(
        "Authentication-Results",
        `${mx};\n\tdkim=${result} ${note} header.d=${domain} header.i=@${domain} header.s=${selector} header.b=${random.text(8, BASE62)}`,
      ),
    );
  }
  return fields;
}

function rspamdResults(mx: string, { spf, mailFrom, signatures, dmarc, from, address }: Found): Header {
  const dkim = signatures.map(
    ({ domain, selector, result }) => `\tdkim=${result} header.d=${domain} header.s=${selector} header.b=Zz1x;\n`,
  );
  const said =
    spf === "pass"
      ? `domain of "${mailFrom}" designates ${address} as permitted sender`
      : `domain of "${mailFrom}" does not designate ${address}`;
  return header(
    "Authentication-Results",
    `${mx};\n${dkim.join("")}${dkim.length === 0 ? "\tdkim=none;\n" : ""}\tspf=${spf} (${mx}: ${said}) smtp.mailfrom="${mailFrom}";\n\tdmarc=${dmarc}${dmarc === "none" ? "" : ` (policy=none) header.from=${from}`}`,
  );
}

function workspaceHead(found: Found, { reader, at }: Sender, random: Random, client: string): readonly Header[] {
  const { spf, mailFrom, signatures, dmarc, from, address } = found;
  const dkim = signatures.map(
    ({ domain, selector, result }) =>
      `       dkim=${result} header.i=@${domain} header.s=${selector} header.b=${random.text(8, BASE62)};\n`,
  );
  const said = `${spf} (google.com: domain of ${mailFrom} designates ${address} as permitted sender)`;
  const policy = dmarc === "none" ? "" : `;\n       dmarc=${dmarc} (p=NONE sp=NONE dis=NONE) header.from=${from}`;
  const results = `mx.google.com;\n${dkim.join("")}       spf=${said} smtp.mailfrom="${mailFrom}"${policy}`;
  const key = random.text(16, "0123456789abcdef");
  return [
    header("Delivered-To", reader.address),
    header(
      "Received",
      `by 2002:a05:6402:1234:b0:55e:${key.slice(0, 4)} with SMTP id ${key};\n        ${mailDate(at, -480)}`,
    ),
    header("X-Google-Smtp-Source", `AGHT+${random.text(40, BASE62)}`),
    header(
      "X-Received",
      `by 2002:a17:906:2b12:b0:a28:${key.slice(4, 8)} with SMTP id ${key};\n        ${mailDate(at, -480)}`,
    ),
    header("ARC-Authentication-Results", `i=1; ${results}`),
    header("Return-Path", `<${mailFrom}>`),
    header(
      "Received",
      `from ${client}\n        by mx.google.com with ESMTPS id ${key}.${random.int(99)}.2023\n        for <${reader.address}>\n        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);\n        ${mailDate(at, -480)}`,
    ),
    header("Received-SPF", `${said} client-ip=${address};`),
    header("Authentication-Results", results),
  ];
}

function exchangeHead(found: Found, { at }: Sender, random: Random, client: string): readonly Header[] {
  const { spf, mailFrom, signatures, dmarc, from, address } = found;
  const dkim = signatures.map(
    ({ domain, result }) =>
      `dkim=${result} (${result === "pass" ? "signature was verified" : "body hash did not verify"})\n header.d=${domain};`,
  );
  const isAligned = dmarc === "pass";
  const composite = isAligned ? "pass reason=100" : dmarc === "none" ? "softpass reason=202" : "pass reason=130";
  const results = `spf=${spf} (sender IP is ${address})\n smtp.mailfrom=${domainOf(mailFrom)}; ${dkim.length === 0 ? "dkim=none (message not signed)\n header.d=none;" : dkim.join(" ")}dmarc=${dmarc === "none" ? "none" : `${dmarc} action=none`}\n header.from=${from};compauth=${composite}`;
  const server = `VE1EUR01FT${random.text(3, "0123456789")}.mail.protection.outlook.com`;
  const guid = `${random.text(8, HEX)}-${random.text(4, HEX)}-4${random.text(3, HEX)}-${random.text(4, HEX)}-${random.text(12, HEX)}`;
  return [
    header(
      "Received",
      `from ${server} (2603:10a6:20b::1)\n by AS4P190CA0022.outlook.office365.com with Microsoft SMTP Server (version=TLS1_3)\n id 15.20.7409.11 via Frontend Transport; ${mailDate(at, 0)}`,
    ),
    header("Authentication-Results", results),
    header(
      "Received-SPF",
      `${spf === "pass" ? "Pass" : "Fail"} (protection.outlook.com: domain of ${domainOf(mailFrom)} designates ${address} as permitted sender)\n receiver=protection.outlook.com; client-ip=${address};`,
    ),
    header(
      "Received",
      `from ${client}\n by ${server} (10.152.2.1) with Microsoft SMTP Server id 15.20.7409.11\n via Frontend Transport; ${mailDate(at, 0)}`,
    ),
    header("Return-Path", `<${mailFrom}>`),
    header("X-MS-Exchange-Organization-Network-Message-Id", guid),
    header("X-MS-Exchange-Organization-SCL", "1"),
    header("X-MS-Exchange-Organization-AuthSource", server),
    header("X-MS-Exchange-Organization-AuthAs", "Anonymous"),
    header("X-Forefront-Antispam-Report", `CIP:${address};CTRY:DE;LANG:en;SCL:1;SRV:;IPV:NLI;SFV:NSPM;CAT:NONE;`),
  ];
}

/** Through an address at a house that passes on without rewriting the envelope: SPF fails, signatures hold. */
function aliasHead(delivered: Delivered, found: Found, mx: string, id: string): readonly Header[] {
  const { sender, sending, random } = delivered;
  const alias = "mail.alumni.test";
  const first = foundOf(delivered, false);
  const address = documentationAddressOf(random);
  return [
    header("Return-Path", `<${delivered.returnPath}>`),
    header("Delivered-To", sender.reader.address),
    received(
      `${alias} (${alias} [${address}])`,
      `${mx} (Postfix)`,
      `with ESMTPS id ${id}\n for <${sender.reader.address}>`,
      sender.at,
    ),
    ...separateResults(mx, { ...found, address }, random),
    header("X-Forwarded-To", sender.reader.address),
    received(
      `${sending.machine} (${sending.machine} [${sending.address}])`,
      `${alias} (Postfix)`,
      `with ESMTPS id ${id}A`,
      sender.at - 2000,
    ),
    rspamdResults(alias, first),
  ];
}

const documentationAddressOf = (random: Random): string => `203.0.113.${1 + random.int(250)}`;
