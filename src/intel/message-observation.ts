/**
 * A message as STIX observed data: the mail, its addresses, the hosts and URLs in it, and attached files (STIX 2.1, 6.5 and 6.6), as far as the
 * case's index tells. A pattern that asks for more does not match.
 */
import type { AddressRecord, MessageRecord } from "../case/record.ts";
import { networkOf } from "./pattern/compare.ts";
import type { Observation, StixObject } from "./pattern/observation.ts";

export function observationOf(record: MessageRecord): Observation {
  const objects = new Map<string, StixObject>();
  const { claims, content } = record;
  const addressRef = (one: AddressRecord): string => {
    const id = `email-addr--${one.address}`;
    objects.set(id, { type: "email-addr", value: one.address, ...(one.name === "" ? {} : { display_name: one.name }) });
    return id;
  };
  const [from] = claims.from;
  objects.set("email-message", {
    type: "email-message",
    subject: record.subject,
    message_id: record.messageId,
    ...(record.date === null ? {} : { date: new Date(record.date).toISOString() }),
    ...(from === undefined ? {} : { from_ref: addressRef(from) }),
    ...(claims.sender === null ? {} : { sender_ref: addressRef(claims.sender) }),
    to_refs: record.to.map(addressRef),
    cc_refs: record.cc.map(addressRef),
    additional_header_fields: headerFields(record),
  });
  for (const one of [...claims.from, ...claims.replyTo]) addressRef(one);
  for (const { resolved } of record.loads)
    if (resolved !== "") objects.set(`url--${resolved}`, { type: "url", value: resolved });
  for (const host of hostsOf(record)) objects.set(`host--${host}`, { type: typeOfHost(host), value: host });
  for (const [nth, { name, size, sha256, sha1, md5 }] of (record.attached ?? []).entries()) {
    const hashes = sha256 === "" ? {} : { hashes: { MD5: md5, "SHA-1": sha1, "SHA-256": sha256 } };
    objects.set(`file--${nth}`, { type: "file", size, ...(name === "" ? {} : { name }), ...hashes });
  }
  const at = record.date ?? 0;
  return { objects, first: at, last: at, count: 1 };

  function hostsOf({ loads }: MessageRecord): ReadonlySet<string> {
    const senders = [...claims.from, ...claims.replyTo].map(({ address }) =>
      address.slice(address.lastIndexOf("@") + 1),
    );
    const hosts = new Set([...loads.map(({ host }) => host), ...content.linkHosts, ...senders, ...claims.dkimDomains]);
    hosts.delete("");
    return hosts;
  }
}

function headerFields({ claims }: MessageRecord): StixObject {
  return {
    ...(claims.mailer === "" ? {} : { "X-Mailer": claims.mailer }),
    ...(claims.replyTo[0] === undefined ? {} : { "Reply-To": claims.replyTo[0].address }),
    ...(claims.returnPath === "" ? {} : { "Return-Path": claims.returnPath }),
  };
}

function typeOfHost(host: string): string {
  const network = networkOf(host.replace(/^\[|\]$/g, ""));
  if (network === null) return "domain-name";
  return network.width === 32 ? "ipv4-addr" : "ipv6-addr";
}
