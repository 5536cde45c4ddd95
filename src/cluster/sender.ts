/** Who a message counts for: the sender's identity, as history and links know it. */
import type { AddressRecord } from "../case/record.ts";
import { registrableDomain } from "../url/registrable-domain.ts";

/**
 * Large free-mail providers: millions of strangers share these domains, so the whole address is the identity.
 * General knowledge, our own selection.
 */
const FREE_MAIL: ReadonlySet<string> = new Set(
  (
    "gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.fr live.com msn.com yahoo.com yahoo.co.uk " +
    "yahoo.fr yahoo.de yahoo.co.jp ymail.com aol.com icloud.com me.com mac.com gmx.de gmx.net gmx.com gmx.at web.de " +
    "t-online.de freenet.de mail.com proton.me protonmail.com pm.me tutanota.com tuta.io zoho.com fastmail.com " +
    "yandex.ru yandex.com mail.ru bk.ru inbox.ru list.ru rambler.ru qq.com 163.com 126.com sina.com naver.com " +
    "daum.net hanmail.net orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it " +
    "seznam.cz centrum.cz wp.pl o2.pl onet.pl interia.pl abv.bg ukr.net bluewin.ch comcast.net verizon.net att.net " +
    "sbcglobal.net cox.net bellsouth.net earthlink.net btinternet.com sky.com ntlworld.com shaw.ca rogers.com " +
    "bigpond.com uol.com.br bol.com.br terra.com.br rediffmail.com"
  ).split(" "),
);

/**
 * Domains under which customers of a service, or registrants of a registry of the second level, write: each name there is
 * somebody else's, so neither history nor ties are the domain's (TF-202). General knowledge, our own selection.
 */
const SHARED_BY_CUSTOMERS: ReadonlySet<string> = new Set(
  (
    "zendesk.com freshdesk.com helpscoutapp.com intercom-mail.com substack.com beehiiv.com ghost.io wordpress.com " +
    "ccsend.com mailchimpapp.com mcsv.net sendgrid.net amazonses.com mailgun.org sendinblue.com brevosend.com " +
    "mlsend.com cmail19.com cmail20.com klaviyomail.com hubspotemail.net hs-send.com onmicrosoft.com " +
    "firebaseapp.com web.app myshopify.com shopifyemail.com github.io blogspot.com googlegroups.com groups.io " +
    "sa.com za.com us.com uk.com eu.com de.com ru.com br.com cn.com co.com in.net jpn.com eu.org"
  ).split(" "),
);

/** A record, or its outline: what says who sent it. */
export interface Sent {
  readonly claims: { readonly from: readonly AddressRecord[] };
}

/** The first From address, lower case; empty when there is none. */
export function fromAddress({ claims }: Sent): string {
  return claims.from[0]?.address ?? "";
}

export function domainOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : registrableDomain(address.slice(at + 1));
}

/** Strangers to each other write from this registrable domain. */
export function isSharedDomain(domain: string): boolean {
  return FREE_MAIL.has(domain) || SHARED_BY_CUSTOMERS.has(domain);
}

/** Registrable domain of From, or the whole address where strangers share that; empty when there is no From. */
export function senderKey(address: string): string {
  const domain = domainOf(address);
  return isSharedDomain(domain) ? address : domain;
}

/** True when the address is one of the owner's, given as addresses or `@domain`s. */
export function isOwner(address: string, owners: ReadonlySet<string>): boolean {
  if (address === "" || owners.size === 0) return false;
  return owners.has(address) || owners.has(address.slice(address.lastIndexOf("@")));
}
