/**
 * Where the parts of a mail that say who sends it disagree: From against Reply-To, Return-Path, Sender, Message-ID, signatures
 * and links (hostile-mail HM-061, threat-facts TF-203).
 *
 * States, no verdict: services, lists and forwarders make most of these differ every day. Registrable domains are compared, and
 * whole addresses where strangers share a domain. Pure; a few look-ups.
 */
import type { ClaimsRecord } from "../case/record.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { isFreeMail, isFreeMailHost } from "../url/shared-domains.ts";

import { serviceOfHost } from "./services/tables.ts";

export interface Divergence {
  /** Registrable domain of From; empty where it names none. */
  readonly fromDomain: string;
  /** From is an address that anybody gets. */
  readonly fromFreeMail: boolean;
  /** `none`: no Reply-To, or the same address · `same`: another mailbox of the domain · `other`: another domain. */
  readonly replyTo: "none" | "same" | "other";
  /** Of another domain, where anybody gets an address, while From is not there. */
  readonly replyToFreeMail: boolean;
  /** `none`: not given · `same` · `service`: a known service's, which carries bounces for its customers · `other`. */
  readonly returnPath: "none" | "same" | "service" | "other";
  readonly messageId: "none" | "same" | "service" | "other";
  /** DKIM signatures: `none`, one of From's domain, only services', only others'. */
  readonly dkim: "none" | "same" | "service" | "other";
  readonly sender: "none" | "same" | "other";
}

export function divergenceOf(claims: ClaimsRecord): Divergence {
  const from = claims.from[0]?.address ?? "";
  const fromDomain = domainOf(from);
  const fromFreeMail = isFreeMailHost(from.slice(from.lastIndexOf("@") + 1).toLowerCase());
  const replies = claims.replyTo.map(({ address }) => address).filter((address) => address.includes("@"));
  const isElsewhere = replies.length > 0 && replies.every((address) => domainOf(address) !== fromDomain);
  return {
    fromDomain,
    fromFreeMail,
    replyTo: replyTo(replies, from, isElsewhere),
    replyToFreeMail: isElsewhere && !fromFreeMail && replies.some((address) => isFreeMail(domainOf(address))),
    returnPath: relation(claims.returnPath === "" ? [] : [domainOf(claims.returnPath)], fromDomain),
    messageId: relation(claims.messageIdDomain === "" ? [] : [claims.messageIdDomain], fromDomain),
    dkim: relation(claims.dkimDomains, fromDomain),
    sender: claims.sender === null ? "none" : domainOf(claims.sender.address) === fromDomain ? "same" : "other",
  };
}

function replyTo(replies: readonly string[], from: string, isElsewhere: boolean): Divergence["replyTo"] {
  if (replies.length === 0 || replies.includes(from)) return "none";
  return isElsewhere ? "other" : "same";
}

function relation(hosts: readonly string[], fromDomain: string): "none" | "same" | "service" | "other" {
  if (hosts.length === 0) return "none";
  if (hosts.some((host) => registrableDomain(host) === fromDomain)) return "same";
  return hosts.some((host) => serviceOfHost(host) !== undefined) ? "service" : "other";
}

function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : registrableDomain(address.slice(at + 1).toLowerCase());
}
