/** What of a record can be asked for by value: its addresses, hosts and attached files, each with the roles in which it appears. */
import type { AddressRecord, MessageRecord } from "../../case/record.ts";

/** Bits of `address_uses.roles` (docs/formats/case.md); stored, so never renumbered. */
export const ADDRESS_ROLES = {
  from: 1,
  sender: 2,
  replyTo: 4,
  returnPath: 8,
  to: 16,
  cc: 32,
  deliveredTo: 64,
} as const;

/** Bits of `host_uses.roles`. `envelope`: the domain of Sender, Reply-To or Return-Path. */
export const HOST_ROLES = { load: 1, link: 2, from: 4, envelope: 8, dkim: 16, messageId: 32 } as const;

/** Bits of `file_uses.roles`: what the value is. */
export const FILE_ROLES = { sha256: 1, sha1: 2, md5: 4, name: 8 } as const;

export interface Observables {
  readonly addresses: ReadonlyMap<string, number>;
  readonly hosts: ReadonlyMap<string, number>;
  /** Hashes and names of attached files, lower case. */
  readonly files: ReadonlyMap<string, number>;
}

/** Linear in the record. The empty string is never among the values. */
export function observablesOf(record: MessageRecord): Observables {
  const { claims, content } = record;
  const addresses = new Map<string, number>();
  const hosts = new Map<string, number>();
  const mailboxes = (list: readonly AddressRecord[], role: number): void => {
    for (const { address } of list) add(addresses, address, role);
  };
  mailboxes(claims.from, ADDRESS_ROLES.from);
  if (claims.sender !== null) add(addresses, claims.sender.address, ADDRESS_ROLES.sender);
  mailboxes(claims.replyTo, ADDRESS_ROLES.replyTo);
  add(addresses, claims.returnPath, ADDRESS_ROLES.returnPath);
  mailboxes(record.to, ADDRESS_ROLES.to);
  mailboxes(record.cc, ADDRESS_ROLES.cc);
  for (const address of record.deliveredTo) add(addresses, address, ADDRESS_ROLES.deliveredTo);

  for (const load of record.loads) add(hosts, load.host, HOST_ROLES.load);
  for (const host of content.linkHosts) add(hosts, host, HOST_ROLES.link);
  for (const domain of fromDomainsOf(record)) add(hosts, domain, HOST_ROLES.from);
  for (const { address } of claims.replyTo) add(hosts, domainOf(address), HOST_ROLES.envelope);
  if (claims.sender !== null) add(hosts, domainOf(claims.sender.address), HOST_ROLES.envelope);
  add(hosts, domainOf(claims.returnPath), HOST_ROLES.envelope);
  for (const domain of claims.dkimDomains) add(hosts, domain, HOST_ROLES.dkim);
  add(hosts, claims.messageIdDomain, HOST_ROLES.messageId);

  const files = new Map<string, number>();
  for (const { sha256, sha1, md5, name } of record.attached ?? []) {
    add(files, sha256, FILE_ROLES.sha256);
    add(files, sha1, FILE_ROLES.sha1);
    add(files, md5, FILE_ROLES.md5);
    add(files, name.toLowerCase(), FILE_ROLES.name);
  }
  return { addresses, hosts, files };
}

/** Distinct domains of the From addresses, sorted. */
export function fromDomainsOf(record: MessageRecord): readonly string[] {
  const domains = new Set(record.claims.from.map(({ address }) => domainOf(address)));
  domains.delete("");
  return [...domains].sort();
}

/** Empty when the address has no domain. */
function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1);
}

function add(roles: Map<string, number>, value: string, role: number): void {
  if (value !== "") roles.set(value, (roles.get(value) ?? 0) | role);
}
