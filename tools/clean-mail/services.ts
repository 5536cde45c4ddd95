/**
 * Services that carry firms' mail and count its links: real ones, by the forms of their addresses that `src/signals/services/` knows and their
 * documentation shows, and invented ones that nobody knows. Account numbers and values are of chance.
 */
import { BASE62, HEX, type Random } from "../../src/demo/random.ts";
import type { Half } from "./kind.ts";

export interface Carried {
  readonly domain: string;
  readonly account: string;
  readonly reader: string;
  readonly random: Random;
}

export interface Service {
  readonly id: string;
  readonly half: Half;
  readonly kind: "bulk" | "relay";
  readonly isKnown: boolean;
  /** Domain that signs beside the sender's, and of the machine that sends. */
  readonly signs: string;
  readonly machine: string;
  readonly returnPath: (carried: Carried) => string;
  readonly pixel: (carried: Carried) => string;
  readonly click: (carried: Carried, target: string) => string;
  readonly exit: (carried: Carried) => string;
  readonly headers: (carried: Carried) => readonly (readonly [name: string, value: string])[];
}

const low = "abcdefghijklmnopqrstuvwxyz";
const hex = ({ random }: Carried, length: number) => random.text(length, HEX);
const any = ({ random }: Carried, length: number) => random.text(length, BASE62);
const number = (account: string, digits: number) =>
  Buffer.from(account).toString("hex").replace(/\D/g, "").padEnd(digits, "7").slice(0, digits);
const verp = (reader: string) => reader.replace("@", "=");
const hash = (account: string, length: number) => Buffer.from(account.repeat(9)).toString("hex").slice(0, length);

const mailchimp: Service = {
  ...{
    id: "mailchimp",
    half: "looked-at",
    kind: "bulk",
    isKnown: true,
    signs: "mcsv.net",
    machine: "mail71.atl31.mcdlv.net",
  },
  returnPath: (c) =>
    `bounce-mc.us11_${number(c.account, 8)}.${number(c.domain, 7)}-${hex(c, 10)}@mail71.atl31.mcdlv.net`,
  pixel: (c) =>
    `https://${c.account}.us11.list-manage.com/track/open.php?u=${hash(c.account, 25)}&id=${hex(c, 10)}&e=${hash(c.reader, 10)}`,
  click: (c) =>
    `https://${c.account}.us11.list-manage.com/track/click?u=${hash(c.account, 25)}&id=${hex(c, 10)}&e=${hash(c.reader, 10)}`,
  exit: (c) =>
    `https://${c.account}.us11.list-manage.com/unsubscribe?u=${hash(c.account, 25)}&id=${hex(c, 10)}&e=${hash(c.reader, 10)}&c=${hex(c, 10)}`,
  headers: (c) => [
    ["X-Mailer", `Mailchimp Mailer - **CID${hex(c, 10)}**`],
    ["X-Campaign", `mailchimp${hash(c.account, 25)}.${hex(c, 10)}`],
    ["X-MC-User", hash(c.account, 25)],
    ["Feedback-ID", `${number(c.account, 8)}:${number(c.account, 8)}.${number(c.domain, 7)}:us11:mc`],
  ],
};
const brevo: Service = {
  ...{
    id: "brevo",
    half: "looked-at",
    kind: "bulk",
    isKnown: true,
    signs: "sender-sib.com",
    machine: "gm.d.sender-sib.com",
  },
  returnPath: (c) => `bounces-${number(c.account, 9)}-${verp(c.reader)}@gm.d.sender-sib.com`,
  pixel: (c) => `https://${hash(c.account, 7)}.r.tsp1-brevo.net/tr/op/${any(c, 90)}`,
  click: (c) => `https://${hash(c.account, 7)}.r.sp1-brevo.net/mk/cl/f/sh/${any(c, 60)}/${any(c, 12)}`,
  exit: (c) => `https://${hash(c.account, 7)}.r.sp1-brevo.net/mk/un/v2/sh/${any(c, 60)}/${any(c, 12)}`,
  headers: (c) => [
    ["X-Mailer", "Brevo"],
    ["X-sib-id", any(c, 60)],
    [
      "Feedback-ID",
      `185.41.28.${number(c.account, 2)}:${number(c.account, 7)}_${number(c.domain, 3)}:${number(c.account, 7)}:Sendinblue`,
    ],
  ],
};
const hubspot: Service = {
  ...{
    id: "hubspot",
    half: "looked-at",
    kind: "bulk",
    isKnown: true,
    signs: "hubspotemail.net",
    machine: "a8.bf03.hubspotemail.net",
  },
  returnPath: (c) => `1axa${hex(c, 8)}@bf03x.hubspotemail.net`,
  pixel: (c) =>
    `https://d1${hash(c.account, 6)}04.na1.hubspotlinks.com/Cto/W2+113/d1${hash(c.account, 6)}04/${any(c, 120)}`,
  click: (c) =>
    `https://d1${hash(c.account, 6)}04.na1.hubspotlinks.com/Ctc/W2+113/d1${hash(c.account, 6)}04/${any(c, 140)}`,
  exit: (c) =>
    `https://hs-${number(c.account, 8)}.s.hubspotemail.net/hs/manage-unsubscribe/en/preferences?data=${any(c, 120)}`,
  headers: (c) => [
    ["Feedback-ID", `${hash(c.domain, 6)}:${hex(c, 6)}:${hash(c.account, 8)}:HubSpot`],
    ["X-HS-Cid", any(c, 20)],
  ],
};
const sendgrid: Service = {
  ...{
    id: "sendgrid",
    half: "looked-at",
    kind: "relay",
    isKnown: true,
    signs: "sendgrid.net",
    machine: "o1.ptr2625.sendgrid.net",
  },
  returnPath: (c) =>
    `bounces+${number(c.account, 7)}-${hex(c, 4)}-${verp(c.reader)}@em${number(c.account, 4)}.${c.domain}`,
  pixel: (c) => `https://u${number(c.account, 7)}.ct.sendgrid.net/wf/open?upn=u001.${any(c, 120)}`,
  click: (c) => `https://u${number(c.account, 7)}.ct.sendgrid.net/ls/click?upn=u001.${any(c, 160)}`,
  exit: (c) =>
    `https://u${number(c.account, 7)}.ct.sendgrid.net/asm/unsubscribe/?user_id=${number(c.account, 7)}&data=${any(c, 90)}`,
  headers: (c) => [
    ["X-SG-EID", any(c, 80)],
    ["X-SG-ID", any(c, 60)],
    ["X-Entity-ID", `${any(c, 22)}==`],
  ],
};
const ses: Service = {
  ...{
    id: "amazon-ses",
    half: "looked-at",
    kind: "relay",
    isKnown: true,
    signs: "amazonses.com",
    machine: "a7-12.smtp-out.eu-west-1.amazonses.com",
  },
  returnPath: (c) => `0102${hex(c, 12)}-${hex(c, 8)}-${hex(c, 4)}-000000@eu-west-1.amazonses.com`,
  pixel: (c) =>
    `https://${hex(c, 8)}.r.eu-west-1.awstrack.me/I0/0102${hex(c, 12)}-${hex(c, 8)}-000000/${any(c, 27)}=345`,
  click: (c, target) =>
    `https://${hex(c, 8)}.r.eu-west-1.awstrack.me/L0/${encodeURIComponent(target)}/1/0102${hex(c, 12)}-${hex(c, 8)}-000000/${any(c, 27)}=345`,
  exit: (c) => `https://www.${c.domain}/email/unsubscribe?u=${any(c, 24)}`,
  headers: (c) => [
    ["Feedback-ID", `::1.eu-west-1.${any(c, 43)}=:AmazonSES`],
    ["X-SES-Outgoing", `2024.03.11-198.51.100.${number(c.account, 2)}`],
  ],
};
const cleverreach: Service = {
  ...{
    id: "cleverreach",
    half: "held-out",
    kind: "bulk",
    isKnown: true,
    signs: "crsend.com",
    machine: "mta12.crsend.com",
  },
  returnPath: (c) => `bounce+${number(c.account, 9)}@bounce-eu1.crsend.com`,
  pixel: (c) => `https://${number(c.account, 6)}.seu2.cleverreach.com/stats/${any(c, 40)}.gif`,
  click: (c) =>
    `https://${number(c.account, 6)}.seu2.cleverreach.com/c/${number(c.domain, 8)}/${hex(c, 12)}-${hex(c, 6)}`,
  exit: (c) =>
    `https://${number(c.account, 6)}.seu2.cleverreach.com/rmf.php?cid=${number(c.reader, 7)}&mid=${number(c.domain, 7)}&h=${number(c.account, 6)}-${hex(c, 10)}`,
  headers: (c) => [
    ["X-Mailer", "CleverReach"],
    ["X-Mailing-ID", number(c.domain, 8)],
  ],
};
const campaignMonitor: Service = {
  ...{
    id: "campaign-monitor",
    half: "held-out",
    kind: "bulk",
    isKnown: true,
    signs: "cmail20.com",
    machine: "mx114.cmail20.com",
  },
  returnPath: (c) => `${c.account}-${c.random.text(8, low)}@bounce.cmail20.com`,
  pixel: (c) => `https://${c.account}.cmail20.com/t/d-o-${c.random.text(7, low)}-${c.random.text(8, low)}/`,
  click: (c) => `https://${c.account}.cmail20.com/t/d-l-${c.random.text(7, low)}-${c.random.text(8, low)}-r/`,
  exit: (c) => `https://${c.account}.cmail20.com/t/d-u-${c.random.text(7, low)}-${c.random.text(8, low)}-y/`,
  headers: (c) => [
    ["X-CMail-CampaignId", c.random.text(7, low)],
    ["X-Mailer", "Createsend"],
  ],
};
const actionNetwork: Service = {
  ...{
    id: "action-network",
    half: "held-out",
    kind: "bulk",
    isKnown: true,
    signs: "actionnetwork.org",
    machine: "o12.sg.actionnetwork.org",
  },
  returnPath: (c) => `bounces+${number(c.account, 7)}-${hex(c, 4)}-${verp(c.reader)}@sg.actionnetwork.org`,
  pixel: (c) => `https://click.actionnetwork.org/ss/o/u001.${any(c, 22)}/4ab/${any(c, 22)}/ho.gif`,
  click: (c) => `https://click.actionnetwork.org/ss/c/u001.${any(c, 90)}/4ab/${any(c, 22)}/h3/h001.${any(c, 43)}`,
  exit: (c) => `https://click.actionnetwork.org/ss/c/u001.${any(c, 90)}/4ab/${any(c, 22)}/h9/h001.${any(c, 43)}`,
  headers: (c) => [
    ["X-SG-EID", any(c, 80)],
    ["X-ActionNetwork-Group", c.account],
  ],
};
const mailjet: Service = {
  ...{
    id: "mailjet",
    half: "held-out",
    kind: "relay",
    isKnown: true,
    signs: "mailjet.com",
    machine: "o44.p38.mailjet.com",
  },
  returnPath: (c) => `${hex(c, 8)}.${any(c, 22)}@bnc3.mailjet.com`,
  pixel: (c) => `https://${hash(c.account, 5)}.mjt.lu/oo/${any(c, 23)}/${hex(c, 8)}/e.gif`,
  click: (c) => `https://${hash(c.account, 5)}.mjt.lu/lnk/${any(c, 23)}/1/${any(c, 22)}/${any(c, 60)}`,
  exit: (c) => `https://${hash(c.account, 5)}.mjt.lu/unsub2?m=&b=${hex(c, 8)}&e=${hex(c, 8)}&x=${any(c, 40)}`,
  headers: (c) => [
    ["X-MJ-Mid", any(c, 23)],
    ["X-MJ-SMTPGUID", hex(c, 32)],
    ["Feedback-ID", `${number(c.domain, 6)}.${number(c.account, 8)}.${number(c.account, 8)}:MJ`],
  ],
};
const mailgun: Service = {
  ...{
    id: "mailgun",
    half: "held-out",
    kind: "relay",
    isKnown: true,
    signs: "mailgun.org",
    machine: "m42-7.mailgun.net",
  },
  returnPath: (c) => `bounce+${hex(c, 6)}.${hex(c, 6)}-${verp(c.reader)}@mg.${c.domain}`,
  pixel: (c) => `https://email.mg.${c.domain}/o/eJ${any(c, 90)}`,
  click: (c) => `https://email.mg.${c.domain}/c/eJ${any(c, 140)}`,
  exit: (c) => `https://email.mg.${c.domain}/u/eJ${any(c, 90)}`,
  headers: (c) => [
    ["X-Mailgun-Sid", `Wy${any(c, 60)}`],
    ["X-Mailgun-Sending-Ip", "198.51.100.42"],
    ["X-Mailgun-Variables", "{}"],
  ],
};
const postmark: Service = {
  ...{
    id: "postmark",
    half: "held-out",
    kind: "relay",
    isKnown: true,
    signs: "pm.mtasv.net",
    machine: "mta82-ab1.mtasv.net",
  },
  returnPath: (c) => `pm_bounces@pm-bounces.${c.domain}`,
  pixel: (c) => `https://pstmrk.it/open?m=v3_1.${any(c, 22)}.${any(c, 60)}`,
  click: (c, target) =>
    `https://click.pstmrk.it/3s/${encodeURIComponent(target.replace("https://", ""))}/${any(c, 8)}/AQ/${hex(c, 8)}-${hex(c, 4)}-${hex(c, 4)}-${hex(c, 12)}/1/${any(c, 10)}`,
  exit: (c) => `https://unsubscribe.pstmrk.it/unsubscribe?m=${any(c, 60)}`,
  headers: (c) => [
    ["X-PM-Message-Id", `${hex(c, 8)}-${hex(c, 4)}-${hex(c, 12)}`],
    ["X-PM-RCPT", `|${any(c, 24)}|`],
    ["Feedback-ID", `s${number(c.domain, 7)}-_:s${number(c.domain, 7)}:a${number(c.account, 6)}:postmark`],
  ],
};

/** An invented service: its own domains, its own header fields. */
function unknown(
  id: string,
  half: Half,
  kind: Service["kind"],
  [mail, links]: readonly [string, string],
  form: (c: Carried) => string,
): Service {
  return {
    ...{ id, half, kind, isKnown: false, signs: mail, machine: `mta3.${mail}` },
    returnPath: (c) => `bounce-${number(c.account, 5)}-${hex(c, 8)}@${kind === "bulk" ? mail : `bounces.${mail}`}`,
    pixel: (c) => `https://${links}/o/${form(c)}.gif`,
    click: (c) => `https://${links}/c/${form(c)}`,
    exit: (c) => `https://${links}/unsubscribe/${form(c)}`,
    headers: (c) => [
      [`X-${id.replace(/\b[a-z]/, (first) => first.toUpperCase())}-Id`, hex(c, 16)],
      ["Precedence", kind === "bulk" ? "bulk" : "list"],
    ],
  };
}

export const services: readonly Service[] = [
  ...[mailchimp, brevo, hubspot, sendgrid, ses],
  ...[cleverreach, campaignMonitor, actionNetwork, mailjet, mailgun, postmark],
  unknown(
    "posthorn",
    "looked-at",
    "bulk",
    ["mail.posthorn.test", "click.posthorn.test"],
    (c) => `${number(c.account, 5)}/${any(c, 22)}`,
  ),
  unknown(
    "rundbrief",
    "looked-at",
    "bulk",
    ["rundbrief-versand.example", "t.rundbrief.example"],
    (c) => `${hex(c, 24)}/${hex(c, 8)}`,
  ),
  unknown(
    "signalbox",
    "looked-at",
    "relay",
    ["signalbox-mta.example", "lnk.signalbox.example"],
    (c) => `${any(c, 48)}`,
  ),
  unknown(
    "kurier",
    "looked-at",
    "relay",
    ["smtp.kurier.test", "r.kurier.test"],
    (c) => `${hex(c, 8)}-${hex(c, 4)}-${hex(c, 4)}-${hex(c, 12)}`,
  ),
  unknown(
    "lettrier",
    "held-out",
    "bulk",
    ["lettrier-send.example", "go.lettrier.example"],
    (c) => `${any(c, 12)}/${any(c, 8)}/${any(c, 20)}`,
  ),
  unknown(
    "gazetka",
    "held-out",
    "bulk",
    ["gazetka.test", "klik.gazetka.test"],
    (c) => `${number(c.account, 6)}-${hex(c, 20)}`,
  ),
  unknown(
    "dispatchly",
    "held-out",
    "relay",
    ["out.dispatchly.example", "url4821.dispatchly.example"],
    (c) => `ls?d=${any(c, 90)}`,
  ),
  unknown("hermod", "held-out", "relay", ["hermod-post.test", "e.hermod.test"], (c) => `${hex(c, 40)}`),
];
