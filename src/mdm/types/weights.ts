/**
 * Fields that have to be worked out, and about how many microseconds that takes on a letter with 15 kB of HTML: rules ask what is
 * cheap first. Only the order of these numbers matters.
 */
export const weights: ReadonlyMap<string, number> = new Map([
  ["Body.current_thread", 250],
  ["Body.previous_threads", 250],
  ["Body.links", 150],
  ["HTML.letterlock", 200],
  ["Letterlock.links", 230],
  ["Letterlock.lures", 150],
  ["Letterlock.hidden_words", 1],
  ["Letterlock.forms", 100],
  ["Letterlock.picture", 80],
  ["Letterlock.impersonation", 30],
  ["Impersonation.subject", 100],
  ["Impersonation.copyright", 100],
  ["Impersonation.text", 140],
  ["Impersonation.house", 20],
  ["Scan.qr", 5_000],
  ["Scan.ocr", 5],
  ["Scan.strings", 300],
  ["FileSigns.qr_urls", 5_000],
  ["FileSigns.smuggling", 200],
  ["MarkupSigns.active", 400],
  ["HTML.inner_text", 500],
  ["HTML.display_text", 100],
  ["XPathNode.display_text", 20],
  ["Headers.domains", 200],
  ["Headers.hops", 50],
]);

/** The same of functions. */
export const callWeights: ReadonlyMap<string, number> = new Map([
  ["file.explode", 500],
  ["html.xpath", 1_000],
  ["ml.nlu_classifier", 80],
  ["beta.ip_in", 5],
  ["network.whois", 3],
  ["profile.by_sender", 1],
  ["profile.by_sender_email", 1],
  ["profile.by_sender_domain", 1],
  ["ml.logo_detect", 1],
  ["ml.link_analysis", 1],
  ["beta.linkanalysis", 1],
  ["beta.ml_topic", 1],
]);

/** Elements that arrays have on such a letter, and characters of longer texts. */
export const usualCounts: ReadonlyMap<string, number> = new Map([
  ["Message.attachments", 0.3],
  ["Body.links", 15],
  ["Body.ips", 0.2],
  ["Body.previous_threads", 0.2],
  ["Thread.links", 10],
  ["HTML.links", 15],
  ["Recipients.to", 1],
  ["Recipients.cc", 0.2],
  ["Recipients.bcc", 0.1],
  ["Headers.hops", 6],
  ["Headers.domains", 8],
  ["Headers.ips", 4],
  ["Headers.reply_to", 0.4],
  ["Headers.references", 0.3],
  ["Hop.fields", 12],
  ["Strings.strings", 300],
  ["XPathResult.nodes", 6],
  ["HTML.raw", 20_000],
  ["HTML.inner_text", 2_000],
  ["HTML.display_text", 2_000],
  ["Plain.raw", 2_000],
  ["Thread.text", 1_500],
  ["XPathNode.raw", 500],
]);

/** How often a boolean is true: nearly all mail of a mailbox came from outside, so asking that first ends no rule. */
export const usualOdds: ReadonlyMap<string, number> = new Map([["MessageType.inbound", 0.98]]);
