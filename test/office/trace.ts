/** The fields that servers add on the way: Received chain, the receiver's verdict, signatures. RFC 5321 4.4, 6376, 8601. */

import { type Header, header, mailDate, type Octets } from "../../src/demo/compose.ts";
import { domainOf, officeOffset } from "../../src/demo/office.ts";
import { BASE64, HEX, hashOf, type Random } from "../../src/demo/random.ts";
import { OFFICE_DOMAIN, type Owner } from "./people.ts";

export interface Transit {
  readonly reader: Owner;
  readonly at: number;
  /** Envelope sender; empty for the null path of bounces. */
  readonly envelopeFrom: string;
  /** Host name of the server that handed the mail over. */
  readonly sendingHost: string;
  /** Domain of From. */
  readonly fromDomain: string;
  /** Signing domains, the author's first; empty for unsigned mail. */
  readonly signedBy: readonly string[];
  readonly spf: "pass" | "none" | "fail";
  readonly dkim: "pass" | "fail";
}

/** A documentation address that belongs to a host for good (RFC 5737). */
export function addressOf(host: string): string {
  const blocks = ["192.0.2", "198.51.100", "203.0.113"];
  const hash = hashOf(host);
  return `${blocks[hash % blocks.length]}.${1 + ((hash >>> 8) % 254)}`;
}

/** Topmost first, as found in a mailbox. Mail inside the office makes one hop, other mail two or three. */
export function traceHeaders(transit: Transit, random: Random): readonly Header[] {
  const { reader, envelopeFrom } = transit;
  const inside = transit.fromDomain === OFFICE_DOMAIN && reader.server.endsWith(OFFICE_DOMAIN);
  return [
    header("Return-Path", `<${envelopeFrom}>`),
    header("Delivered-To", reader.address),
    header("Received", storeHop(transit, random)),
    header("Authentication-Results", authResults(transit, random)),
    header("Received", inside ? insideHop(transit, random) : borderHop(transit, random)),
    ...transit.signedBy.map((domain) => header("DKIM-Signature", signature(domain, transit, random))),
    ...(inside ? [] : [header("Received", originHop(transit, random))]),
  ];
}

function queueId(random: Random): string {
  return random.text(11, "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz");
}

function storeHop({ reader, at }: Transit, random: Random): string {
  const domain = domainOf(reader.address);
  const date = mailDate(at + 1000, officeOffset(at));
  return `from ${reader.server} ([2001:db8:10::25])\n\tby store2.${domain} with LMTP id ${queueId(random)}\n\tfor <${reader.address}>; ${date}`;
}

function borderHop({ reader, at, sendingHost }: Transit, random: Random): string {
  const date = mailDate(at, officeOffset(at));
  return `from ${sendingHost} (${sendingHost} [${addressOf(sendingHost)}])\n\tby ${reader.server} with ESMTPS id ${queueId(random)}\n\tfor <${reader.address}>; ${date}`;
}

function insideHop({ reader, at }: Transit, random: Random): string {
  const desk = 16 + random.int(200);
  const date = mailDate(at, officeOffset(at));
  return `from desk-${desk}.${OFFICE_DOMAIN} (desk-${desk}.${OFFICE_DOMAIN} [2001:db8:10:1::${desk.toString(16)}])\n\tby submit.${OFFICE_DOMAIN} with ESMTPSA id ${queueId(random)}\n\tfor <${reader.address}>; ${date}`;
}

function originHop({ at, sendingHost, fromDomain }: Transit, random: Random): string {
  const host = `app-${random.int(9) + 1}.${fromDomain}`;
  return `from ${host} (${host} [${addressOf(host)}])\n\tby ${sendingHost} with ESMTPA id ${queueId(random)};\n\t${mailDate(at - 2000, 0)}`;
}

function authResults(transit: Transit, random: Random): Octets {
  const { reader, fromDomain, signedBy, spf, dkim, envelopeFrom } = transit;
  const signatures = signedBy.map(
    (domain) => `dkim=${dkim} header.d=${domain} header.s=${selectorOf(domain)} header.b=${random.text(8, BASE64)}`,
  );
  const path = envelopeFrom === "" ? `smtp.helo=${transit.sendingHost}` : `smtp.mailfrom=${envelopeFrom}`;
  const methods = [
    ...(signatures.length > 0 ? signatures : ["dkim=none"]),
    `spf=${spf} ${path}`,
    `dmarc=${dmarc(transit)} header.from=${fromDomain}`,
  ];
  return `${reader.server};\n\t${methods.join(";\n\t")}`;
}

/** Aligned when SPF or DKIM passed for the domain of From or one below it. */
function dmarc({ fromDomain, signedBy, spf, dkim, envelopeFrom }: Transit): string {
  const aligned = (domain: string): boolean => domain === fromDomain || domain.endsWith(`.${fromDomain}`);
  if (dkim === "pass" && signedBy.some(aligned)) return "pass (p=quarantine)";
  if (spf === "pass" && aligned(domainOf(envelopeFrom))) return "pass (p=none)";
  return signedBy.length === 0 ? "none" : "fail (p=none)";
}

function selectorOf(domain: string): string {
  return `s${(hashOf(domain) % 900) + 100}`;
}

/** Looks like a signature and is none: there is no key for it. */
function signature(domain: string, { at }: Transit, random: Random): Octets {
  const seconds = Math.floor(at / 1000) - 3;
  const lines = Array.from({ length: 4 }, () => random.text(64, BASE64));
  const proof = `${lines.join("\n\t ")}\n\t ${random.text(42, BASE64)}==`;
  return `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain};\n\ts=${selectorOf(domain)}; t=${seconds};\n\th=from:to:subject:date:message-id:mime-version:content-type;\n\tbh=${random.text(43, BASE64)}=;\n\tb=${proof}`;
}

/** A Message-ID with angle brackets. */
export function messageIdAt(domain: string, at: number, random: Random): string {
  const stamp = new Date(at).toISOString().slice(0, 19).replace(/\D/g, "");
  return `<${stamp}.${random.text(12, HEX)}@${domain}>`;
}
