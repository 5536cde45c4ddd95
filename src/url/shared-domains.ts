/** Registrable domains that strangers to each other write from. Data and two look-ups. */

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

/** `domain`: a registrable one. */
export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain);
}

export function isCustomerDomain(domain: string): boolean {
  return SHARED_BY_CUSTOMERS.has(domain);
}
