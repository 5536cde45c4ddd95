/**
 * Services that lead anywhere for anybody: a picture or link through one ties its message to nobody. Registrable domains;
 * general knowledge, our own selection.
 */
const SHORTENERS: ReadonlySet<string> = new Set(
  (
    "bit.ly tinyurl.com t.co goo.gl ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy t.ly tiny.cc bl.ink " +
    "lnkd.in fb.me youtu.be amzn.to dlvr.it shorte.st adf.ly qrco.de s.id clck.ru vk.cc u.to urlz.fr kutt.it"
  ).split(" "),
);

export function isLinkShortener(domain: string): boolean {
  return SHORTENERS.has(domain);
}
