/** Our own advice: what does no harm comes first. Never shown as an authority's. */
import type { OwnAdvice } from "./entry.ts";

function own(entry: Omit<OwnAdvice, "kind" | "self"> & Partial<Pick<OwnAdvice, "self">>): OwnAdvice {
  return { self: [], ...entry, kind: "own" };
}

export const OWN: readonly OwnAdvice[] = [
  own({
    id: "own.safety",
    audience: ["person", "organisation"],
    when: ["TGT.PERSON", "TGT.FAMILY", "TGT.GROUP"],
    self: ["diaspora"],
    action:
      "If somebody could come to harm, you or family elsewhere, speak first with people who protect: police you trust, your organisation, a helpline. Computers come after that.",
    minutes: 10,
    rank: 1,
    topic: "safety",
  }),
  own({
    id: "GD-001",
    audience: ["person", "organisation", "it"],
    when: [],
    action:
      "Keep the mails as they are: do not delete, move or forward them. They are the evidence, and a forward shows the sender further networks.",
    minutes: 0,
    rank: 2,
    topic: "keep",
  }),
  own({
    id: "GD-002",
    audience: ["person"],
    when: [],
    action: "Do not open them again with pictures on. Do not click, answer or unsubscribe.",
    minutes: 0,
    rank: 5,
    topic: "leave",
  }),
  own({
    id: "own.channel",
    audience: ["person"],
    when: ["EXP.ENGAGED", "MSG.ZEROCLICK", "MSG.CREDPHISH", "MSG.TAKEOVER", "TGT.NOTIFIED"],
    action:
      "Talk about this in person, by phone or an encrypted messenger, not from this mailbox: somebody may read along.",
    minutes: 0,
    rank: 4,
    topic: "channel",
  }),
  own({
    id: "own.password",
    audience: ["person"],
    when: ["EXP.ENGAGED"],
    action:
      "If you typed a password anywhere after such a mail: from another, clean device change it, sign out everywhere, and take away forwarding, app passwords and other people's access that you do not know.",
    minutes: 20,
    rank: 6,
    topic: "password",
  }),
  own({
    id: "own.takeover",
    audience: ["person"],
    when: ["MSG.TAKEOVER"],
    action:
      "If you entered a code, agreed to a program, handed over an app password or scanned a code to join: a new password does not help. From a clean device take away, in the account and the messenger, sessions, connected programs, app passwords and linked devices that you do not know; then tell whoever looks after security.",
    minutes: 20,
    rank: 6,
    topic: "takeover",
  }),
  own({
    id: "own.takeover-it",
    audience: ["it"],
    when: ["MSG.TAKEOVER"],
    action:
      "Revoke the reader's sessions and refresh tokens, look at sign-ins by device code, new devices, program grants and app passwords since the day of the mail; switch off the device-code flow and app passwords, and let only administrators grant programs.",
    minutes: 60,
    rank: 9,
    topic: "takeover",
  }),
  own({
    id: "own.delivery",
    audience: ["person", "it"],
    when: ["MSG.ZEROCLICK"],
    action:
      "Take it that the mail worked when it came, also unopened. Update the mail program and the system; have the passwords of Windows and webmail renewed, and connections to foreign file shares (TCP 445) blocked.",
    minutes: 30,
    rank: 7,
    topic: "delivery",
  }),
  own({
    id: "own.pictures",
    audience: ["person"],
    when: ["MSG.TRACK", "EXP.OPENED", "EXP.DIRECT"],
    action: "Switch off the loading of remote pictures in every mail program, on the phone too.",
    minutes: 5,
    rank: 13,
    topic: "pictures",
  }),
  own({
    id: "own.receipts",
    audience: ["person", "it"],
    when: ["EXP.RECEIPT"],
    action: "Switch off automatic receipts and answers to strangers.",
    minutes: 5,
    rank: 12,
    topic: "receipts",
  }),
  own({
    id: "own.router",
    audience: ["person"],
    when: ["EXP.DIRECT"],
    action:
      "At home: update the router or replace one that gets no updates, give it a new administrator's password, switch off its management from outside, restart it. The sender may know your network's address.",
    minutes: 30,
    rank: 32,
    topic: "router",
  }),
  own({
    id: "own.second-factor",
    audience: ["person"],
    when: [],
    action: "Protect the mail account first: a password of its own and a security key or passkey.",
    minutes: 15,
    rank: 42,
    topic: "account",
  }),
  own({
    id: "own.expect-more",
    audience: ["person"],
    when: ["EXP.OPENED", "EXP.DIRECT", "EXP.RECEIPT", "EXP.ENGAGED", "TGT.PERSON"],
    action:
      "Expect better lures: mail that knows what you read and when. Check unexpected mail by another way before you act on it.",
    minutes: 0,
    rank: 52,
    topic: "expect",
  }),
  own({
    id: "GD-005",
    audience: ["person", "organisation", "it"],
    when: ["TGT.FAMILY"],
    action:
      "Relatives and personal accounts: offer help, ask for nothing. Look at their mail only with their own consent, written down.",
    minutes: 0,
    rank: 8,
    topic: "consent",
  }),
  own({
    id: "GD-004",
    audience: ["organisation"],
    when: ["TGT.PERSON", "TGT.GROUP", "TGT.FAMILY"],
    action:
      "Tell each person in private, in plain words: what is known, what is not, and what it does not mean. Having opened one is nobody's fault.",
    minutes: 10,
    rank: 3,
    topic: "tell",
  }),
  own({
    id: "GD-006",
    audience: ["organisation"],
    when: ["TGT.GROUP"],
    action:
      "Warn everybody on the list, also those whose accounts you do not run. The known campaigns were kept from most of their targets for years.",
    minutes: 30,
    rank: 9,
    topic: "warn",
  }),
  own({
    id: "own.copies",
    audience: ["organisation", "it"],
    when: ["TGT.PERSON", "TGT.GROUP"],
    action:
      "Look for the same mails in colleagues' mailboxes, with their consent: scan them into the same case. Copies prove what one mail cannot.",
    minutes: 60,
    rank: 22,
    topic: "copies",
  }),
  own({
    id: "own.logs",
    audience: ["organisation", "it"],
    when: ["EXP.OPENED", "EXP.DIRECT", "EXP.ENGAGED", "MSG.ZEROCLICK"],
    action:
      "Save the logs of proxy, name servers and mail before they run out, and search them for the hosts that this report names. Only such logs show what was really loaded.",
    minutes: 60,
    rank: 11,
    topic: "logs",
  }),
  own({
    id: "GD-003",
    audience: ["organisation", "it"],
    when: [],
    action:
      "When you report a mail, send it as an attachment from a computer that loads nothing. Services that visit its links show the sender that it was found: decide first whether that matters.",
    minutes: 10,
    rank: 24,
    topic: "report-how",
  }),
  own({
    id: "own.authority",
    audience: ["organisation", "person"],
    when: [],
    action:
      "Tell your country's cyber-security centre; members and staff of a parliament tell its own security office first. Say that the target is political, press or civil society.",
    minutes: 30,
    rank: 72,
    topic: "report",
  }),
  own({
    id: "own.clients",
    audience: ["it", "organisation"],
    when: ["MSG.TRACK", "EXP.OPENED", "EXP.DIRECT"],
    action: "Keep remote pictures blocked in all mail programs of the house; allow them for no sender's domain.",
    minutes: 60,
    rank: 26,
    topic: "pictures",
  }),
  own({
    id: "own.own-tracking",
    audience: ["organisation", "it"],
    when: ["POS.OWNTRACKING"],
    action:
      "Your own mailings track their readers too. Consider switching that off: your supporters are of interest to the same people.",
    minutes: 60,
    rank: 80,
    topic: "own-tracking",
  }),
  own({
    id: "GD-331",
    audience: ["it"],
    when: ["MSG.TRACK"],
    action:
      "Relays and alias services that take out trackers help against advertising, not against somebody who chose you; and they put a third party in between.",
    minutes: 0,
    rank: 84,
    topic: "relays",
  }),
  own({
    id: "GD-503",
    audience: ["person", "organisation", "it"],
    when: ["NONE"],
    action:
      "Nothing was found in what was searched. Nobody can show by that that you were not aimed at: see what was not covered.",
    minutes: 0,
    rank: 1,
    topic: "none",
  }),
  own({
    id: "own.keep-case",
    audience: ["organisation", "it", "person"],
    when: ["NONE"],
    action: "Keep the case folder. When new findings are published, the same mail can be asked again in seconds.",
    minutes: 0,
    rank: 2,
    topic: "keep-case",
  }),
];
