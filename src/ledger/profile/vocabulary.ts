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
  /** Must stand in the same sentence: the words say as much of what malware did. Absent where they speak of mail alone. */
  readonly needs?: RegExp;
}

const MAIL = "(?:e-?mails?|messages?|mails?|newsletters?)";

/** A mail is spoken of at all: without it `news` and `attachment` say nothing of mail. */
export const MAIL_WORDS = new RegExp(
  `\\b(?:${MAIL}|e-?mailed|mailed|e-?mailing|phishing|spear-?phishing|spear-?phish(?:ed)?|inbox(?:es)?|mailbox(?:es)?)\\b`,
  "i",
);

const POSED =
  "(?:pos(?:e[ds]?|ing)|masquerad(?:e[ds]?|ing)|purport(?:s|ed|ing)?|disguised|appear(?:ed|ing|s)? (?:to be|to come)|pretend(?:s|ed|ing)?|look(?:s|ed|ing)? like|(?:cop(?:y|ied|ies)|borrow(?:s|ed)?|took|taken)(?: the (?:look|names?|style|form))?|mimic(?:s|ked|king)?|imitat(?:es?|ed|ing)|resembl(?:es?|ed|ing)|impersonat(?:es?|ed|ing)|styled|names? copied)";
const PRESS =
  "(?:news|journalists?|reporters?|editors?|correspondents?|media|newspapers?|newsletters?|newsrooms?|broadcasters?|magazines?)";
const SECRET = "(?:passwords?|credentials?|log-?ins?|pass ?codes?|pass ?phrases?)";
const LOGIN_PAGE = "(?:(?:log|sign)[- ]?(?:in|on) (?:pages?|screens?|forms?|portals?|prompts?|windows?))";
const FILE =
  "(?:attachments?|documents?|files?|archives?|pdfs?|spreadsheets?|invoices?|disk images?|images? file|shortcuts?)";
const HARM = "(?:malware|macros?|trojans?|backdoors?|spyware|implants?|ransomware|malicious code|payloads?)";
const LEARNED =
  "(?:learn(?:s|ed|t)?|tell(?:s|ing)?|told|reveal(?:s|ed|ing)?|transmit(?:s|ted|ting)?|collect(?:s|ed|ing)?|record(?:s|ed|ing)?|disclos(?:es?|ed|ing)|obtain(?:s|ed|ing)?|report(?:s|ed|ing)? back)";
const READER_DATA =
  "(?:ip address(?:es)?|internet protocol address(?:es)?|locations?|devices?|browsers?|operating systems?|where the (?:reader|recipient|target))";

function any(...patterns: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${patterns.join("|")})`, "i");
}

export const PHRASES: readonly Phrase[] = [
  {
    sign: { kind: "opening" },
    says: "opening the mail told its sender something of the reader",
    pattern: any(
      "(?:hidden|invisible|embedded|covert)[ -]?(?:tracking )?(?:links?|pixels?|images?|pictures?|beacons?)\\b",
      "tracking (?:links?|pixels?|images?|pictures?|codes?|beacons?)\\b",
      "(?:web ?beacons?|web bugs?|spy pixels?)\\b",
      "(?:one|single|1)[- ](?:by[- ]one[- ])?pixel (?:images?|pictures?|gifs?)\\b",
      "(?:simply|merely|just|only|by) opening (?:it|them|an?|the|one|such|this|these)\\b",
      "opening (?:it|them|the (?:mail|message|e-?mail)s?) (?:was|is|were) enough\\b",
      "(?:if|when|once) (?:the )?(?:recipients?|targets?|victims?|readers?|they) (?:had )?opened\\b",
      "(?:upon|on) (?:opening|being opened)\\b",
      "(?:nobody|no one) (?:has|had|needs?|needed) to click\\b",
      `(?:opened|opens|loaded|loads|fetched|fetches|rendered|displayed)\\b[^.]{0,80}\\b${LEARNED}\\b[^.]{0,60}\\b${READER_DATA}`,
    ),
  },
  {
    sign: { kind: "lure", lure: "news" },
    says: "the mail posed as news",
    pattern: any(
      `${POSED}\\b[^.]{0,60}\\b${PRESS}\\b`,
      "(?:fake|bogus|false) (?:breaking[- ])?news\\b",
      "(?:fake|bogus|false) (?:journalists?|reporters?)\\b",
      "(?:legitimate|real|genuine) news (?:articles?|stories)\\b",
      "(?:links?|linked|linking) to (?:[\\w-]+ ){0,3}news (?:articles?|stories|sites?)\\b",
      "news[- ](?:themed|alerts?|style)\\b|themed as news\\b",
    ),
  },
  {
    sign: { kind: "lure", lure: "invitation" },
    says: "the mail invited to an event",
    pattern: any(
      "(?:fake|bogus|conference|event|webinar|meeting|speaking|summit|calendar|workshop|seminar) (?:invitations?|invites?)\\b",
      "invit(?:es?|ed|ing) (?:the )?(?:targets?|recipients?|victims?|them|you|him|her|readers?)\\b",
      "(?:invitations?|invites?) (?:to|for) (?:(?:an?|the|join|attend|speak|take|online|fake|false|bogus) ?|\\w+s\\b)",
    ),
  },
  {
    sign: { kind: "lure", lure: "login" },
    says: "the mail led to a page that asks for a password",
    pattern: any(
      `(?:fake|spoofed|fraudulent|phishing|false|bogus|cloned|counterfeit|look-?alike)(?: [\\w-]+){0,3} ${LOGIN_PAGE}\\b`,
      `(?:mimic\\w*|imitat\\w*|cop(?:y|ied|ies)(?: of)?|clon\\w*|spoof\\w*|resembl\\w*|look\\w* like)\\b[^.]{0,60}\\b${LOGIN_PAGE}\\b`,
      `ask(?:s|ed|ing)? (?:(?:[\\w’']+ ){0,3}for )?(?:[\\w’']+ ){0,2}${SECRET}\\b`,
      `(?:typed|entered|enter|type|submit(?:ted)?|gave|give)(?: in)? (?:their|his|her|your|the) (?:[\\w’-]+ ){0,2}${SECRET}\\b`,
      `${SECRET}(?: and [\\w ]{1,30})? (?:is|are|was|were) (?:then )?(?:taken|stolen|captured|harvested|collected|recorded|sent)\\b`,
      "[“\"']?sign[- ]in to (?:view|read|open|see)\\b",
    ),
  },
  {
    sign: { kind: "lure", lure: "login" },
    says: "the mail led to a page that asks for a password",
    pattern: any(
      "credential[- ](?:harvesting|phishing|theft|stealing)\\b",
      `(?:harvest|steal|collect|captur|phish|intercept)(?:s|e|es|ed|ing)? (?:[\\w’']+ ){0,4}${SECRET}\\b`,
      `stole (?:[\\w’']+ ){0,3}${SECRET}\\b`,
    ),
    needs: new RegExp(`\\b(?:${MAIL}|phish\\w*|spear-?phish\\w*|lures?|links?|pages?|forms?)\\b`, "i"),
  },
  {
    sign: { kind: "lure", lure: "document" },
    says: "the mail brought a harmful file",
    pattern: any(
      `(?:malicious|weaponi[sz]ed|booby-trapped|infected|poisoned|trojani[sz]ed|macro(?:-enabled|-laden)?) (?:[\\w-]+ ){0,2}${FILE}\\b`,
      "(?:malware attached|attached malware|enabl(?:e|ed|ing) macros)\\b",
      `(?:decoy|lure) (?:documents?|files?)\\b`,
      `(?:attached|attachments?|${FILE})\\b[^.]{0,60}\\b(?:with|contain(?:s|ed|ing)|carr(?:y|ied|ying)|install(?:s|ed|ing)?|deliver(?:s|ed|ing)?|drop(?:s|ped|ping)?|hid(?:es?|den|ing)?)\\b[^.]{0,30}\\b${HARM}\\b`,
      "(?:sent|mailed) (?:me|us|him|her|them) (?:an?|the) (?:file|document|archive|attachment)\\b",
    ),
  },
  {
    sign: { kind: "lure", lure: "appeal" },
    says: "the mail asked for an answer, or to take part",
    pattern: any(
      "(?:fake|bogus) (?:petitions?|surveys?|interviews?|requests? for (?:comment|interview))\\b",
      "(?:rapport[- ]building|buil(?:d|ds|t|ding) rapport|interview requests?)\\b",
      "ask(?:s|ed|ing)? (?:me|us|you|him|her|them|the (?:targets?|recipients?|victims?))\\b[^.]{0,40}\\b(?:for (?:an? |their |his |her |your |my )?(?:comments?|opinions?|views?|interviews?|advice|help|feedback|reply|answer)|to (?:review|comment|reply|answer|take part|sign|contribute|read))\\b",
      "(?:asked|asking|request(?:s|ed|ing)?) (?:by mail |by e-?mail )?(?:for )?(?:an? )?(?:comments?|interviews?)\\b",
    ),
  },
  {
    sign: { kind: "bulk-service" },
    says: "the mail went out through a mass mailing service",
    pattern: any(
      "(?:mass|bulk)[- ]?(?:e-?)?mail(?:ing|er)? (?:services?|platforms?|providers?|tools?|accounts?)\\b",
      "mail[- ]merge (?:services?|tools?)\\b",
      "(?:e-?mail|mailing) (?:marketing|delivery|distribution) (?:services?|platforms?|providers?|tools?)\\b",
      "newsletter (?:services?|platforms?|providers?)\\b",
    ),
  },
  {
    sign: { kind: "personal-accounts" },
    says: "private accounts were written to as well",
    pattern: any(
      "(?:personal|private|home) (?:web)?(?:e-?mail )?(?:accounts?|addresses|e-?mails?|mailbox(?:es)?|inbox(?:es)?)\\b",
    ),
  },
];
