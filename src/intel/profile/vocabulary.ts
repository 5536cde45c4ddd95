/**
 * How reports speak of mail in plain words, and what of a message each would show. English, as the grammar of statements is.
 * Sources: threat-facts 1 (TF-005, TF-006, TF-008, TF-010) and 2; MITRE ATT&CK for the ids.
 */
import type { TraitSign } from "../../case/hunting-profile.ts";

export interface Phrase {
  readonly sign: TraitSign;
  /** Completes "it says that …". */
  readonly says: string;
  readonly pattern: RegExp;
}

const MAIL = "(?:e-?mails?|messages?|mails?|newsletters?)";

/** A mail is spoken of at all: without it `news` and `attachment` say nothing of mail. */
export const MAIL_WORDS = new RegExp(`\\b(?:${MAIL}|phishing|spear-?phishing|inbox(?:es)?|mailbox(?:es)?)\\b`, "i");

// biome-ignore format: a table reads by column
export const PHRASES: readonly Phrase[] = [
  {
    sign: { kind: "opening" },
    says: "opening the mail told its sender something of the reader",
    pattern: /\b(?:(?:hidden|invisible|embedded|covert)?[ -]?tracking (?:links?|pixels?|images?|codes?|beacons?)|web ?beacons?|web bugs?|spy pixels?|(?:simply|merely|just) opening|(?:if|when|once) (?:the )?(?:recipients?|targets?|victims?|readers?|they) (?:had )?opened|upon opening)\b/i,
  },
  {
    sign: { kind: "lure", lure: "news" },
    says: "the mail posed as news",
    pattern: /\b(?:(?:posed|posing|pose|masquerad(?:ed|ing)|purport(?:ed|ing)|disguised|appear(?:ed|ing|s)? (?:to be|to come)|pretend(?:ed|ing)|looked like|impersonat(?:ed|es|ing))[^.]{0,60}\b(?:news|journalists?|reporters?|media|newspapers?)|fake (?:news (?:sites?|outlets?)|journalists?)|(?:legitimate|real|genuine) news articles?|news[- ]themed|themed as news)\b/i,
  },
  {
    sign: { kind: "lure", lure: "invitation" },
    says: "the mail invited to an event",
    pattern: /\b(?:(?:fake|bogus|conference|event|webinar|meeting|speaking) invitations?|invit(?:ed|ing) (?:the )?(?:targets?|recipients?|victims?|them)|calendar invit(?:es?|ations?))\b/i,
  },
  {
    sign: { kind: "lure", lure: "login" },
    says: "the mail led to a page that asks for a password",
    pattern: /\b(?:credential (?:harvesting|phishing|theft)|(?:fake|spoofed|fraudulent|phishing) (?:log-?in|sign-?in) pages?|harvest(?:ed|ing)? (?:the |their )?(?:credentials|passwords|logins)|steal(?:ing)? (?:the |their )?(?:credentials|passwords|logins)|stole (?:the |their )?(?:credentials|passwords|logins))\b/i,
  },
  {
    sign: { kind: "lure", lure: "document" },
    says: "the mail brought a harmful file",
    pattern: /\b(?:(?:malicious|weaponi[sz]ed|booby-trapped|infected|macro(?:-enabled|-laden)?) (?:attachments?|documents?|files?|archives?|pdfs?)|malware attached|attached malware|decoy documents?|lure documents?)\b/i,
  },
  {
    sign: { kind: "lure", lure: "appeal" },
    says: "the mail asked for an answer, or to take part",
    pattern: /\b(?:(?:fake|bogus) (?:petitions?|surveys?|interviews?|requests? for (?:comment|interview))|rapport[- ]building|building rapport|built rapport|interview requests?)\b/i,
  },
  {
    sign: { kind: "bulk-service" },
    says: "the mail went out through a mass mailing service",
    pattern: /\b(?:(?:mass|bulk)[- ]?(?:e-?)?mail(?:ing|er)? (?:services?|platforms?|providers?|tools?|accounts?)|mail[- ]merge (?:services?|tools?)|(?:e-?mail|mailing) marketing (?:services?|platforms?|providers?|tools?)|newsletter services?)\b/i,
  },
  {
    sign: { kind: "personal-accounts" },
    says: "private accounts were written to as well",
    pattern: /\b(?:personal|private) (?:e-?mail )?(?:accounts?|addresses|e-?mails?|mailbox(?:es)?)\b/i,
  },
];
