/** Registrable domains that strangers to each other write from. Data and two look-ups. */
import { freeMailDomains } from "./free-mail-domains.ts";
import { registrableDomain } from "./registrable-domain.ts";

/** Free mail: the whole address is the identity. The same that rules ask for as a list, so that reading and judging know one owner. */
const FREE_MAIL: ReadonlySet<string> = new Set(freeMailDomains.split(/\s+/).filter((domain) => domain !== ""));

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

/** `domain`: a registrable one. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain);
}

/** Providers that give no addresses below their name: what writes from `reply.yahoo.com` is the provider itself. */
const NO_ADDRESSES_BELOW: ReadonlySet<string> = new Set(
  "gmail.com googlemail.com yahoo.com aol.com hotmail.com outlook.com live.com msn.com icloud.com".split(" "),
);

/** `host`: of an address, lower case. */
export function isFreeMailHost(host: string): boolean {
  const domain = registrableDomain(host);
  return isFreeMail(domain) && (host === domain || !NO_ADDRESSES_BELOW.has(domain));
}

export function isCustomerDomain(domain: string): boolean {
  return SHARED_BY_CUSTOMERS.has(domain);
}
