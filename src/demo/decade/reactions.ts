/** What readers did with a lure, as it lies in Sent and with whom it went to: reply, receipt, forward. */
import { escapeHtml, header, leafPart, mailDate, multipart, type Part, textPart } from "../compose.ts";
import { domainOf } from "../office.ts";
import type { Random } from "../random.ts";
import { closingIn, greetingIn, wordsIn } from "../text/writing.ts";
import type { Party } from "../world/people.ts";
import { DAY, FIRST_DAY, HOUR, MINUTE } from "../world/size.ts";
import type { World } from "../world/world.ts";
import { htmlOf, type Plant, receiptAddress, replyAddress, textOf } from "./lure-page.ts";
import { partyOn, receivedMail, sentMail } from "./ordinary.ts";
import type { Reading } from "./reading.ts";
import { bodyOf, boundaryOf, type Letter, type Mail, messageIdOf, nameText, scriptOf } from "./wire.ts";

export function reactionsOf(world: World, input: Plant, letter: Letter, reading: Reading): readonly Mail[] {
  const { campaign, number } = input.lure.wave;
  const random = world.random(`reaction/${campaign.id}/${number}/${input.target.account.address}`);
  const at = reading.openedAt + 10 * MINUTE + random.int(3 * HOUR);
  return [
    ...(reading.replied ? replyTo(input, letter, at, random) : []),
    ...(reading.receipt ? receiptFor(input, letter, reading.openedAt, random) : []),
    ...(reading.forwarded ? forwardOf(world, input, letter, at, random) : []),
  ];
}

function newId(from: Party, at: number, random: Random): string {
  return messageIdOf(from.kit.messageId, domainOf(from.address), at, random);
}

function replyTo({ voice, lure }: Plant, letter: Letter, at: number, random: Random): readonly Mail[] {
  const { language } = lure.wave.campaign;
  const from = partyOn(voice.party, at);
  const text = [
    greetingIn(language, lure.from, random),
    wordsIn(language, "reply", random),
    closingIn(language, from.name, from.role, random),
  ].join("\n\n");
  const reply: Letter = {
    ...{ from, at, messageId: newId(from, at, random), body: bodyOf(text, "", from.kit, random) },
    to: [{ name: lure.from.name, address: replyAddress(lure.wave, lure.from) ?? lure.from.address }],
    subject: `Re: ${letter.subject.replace(/^Re: /, "")}`,
    references: [...(letter.references ?? []), letter.messageId],
  };
  return sentMail(voice, reply, "reaction");
}

function receiptFor({ voice, lure, token }: Plant, letter: Letter, at: number, random: Random): readonly Mail[] {
  const from = partyOn(voice.party, at);
  const receipt: Letter = {
    ...{ from, at, messageId: newId(from, at, random), body: receiptBody(letter, from, random) },
    to: [{ name: "", address: receiptAddress(lure.wave, token) }],
    subject: `Read: ${letter.subject}`,
    references: [letter.messageId],
    extra: [header("Auto-Submitted", "auto-replied")],
  };
  return sentMail(voice, receipt, "reaction");
}

/** RFC 8098. */
function receiptBody(letter: Letter, reader: Party, random: Random): Part {
  const fields = `Reporting-UA: desk; Tidewater Desk\nFinal-Recipient: rfc822;${reader.address}\nOriginal-Message-ID: ${letter.messageId}\nDisposition: manual-action/MDN-sent-manually; displayed\n`;
  const text = `Your message of ${mailDate(letter.at, 0)} was displayed.\n`;
  const parts = [
    textPart("plain", text, scriptOf(text, reader.kit)),
    leafPart("message/disposition-notification", "7bit", fields),
  ];
  return multipart("report", boundaryOf(1, random), parts, "; report-type=disposition-notification");
}

/** To a colleague, beacon and all: the same token from one more desk (EX-10). */
function forwardOf(world: World, input: Plant, letter: Letter, at: number, random: Random): readonly Mail[] {
  const { voice, lure, target } = input;
  const colleague = random.pick(world.staffOn(Math.floor((lure.wave.at - FIRST_DAY) / DAY)));
  if (colleague.work === null || colleague.work.address === target.account.address) return [];
  const from = partyOn(voice.party, at);
  const inner = textOf(input);
  const page = htmlOf(input, inner);
  const text = `Have you come across this?\n\n---- Forwarded message ----\nFrom: ${lure.from.name}\nSubject: ${letter.subject}\n\n${inner}`;
  const top = `<p>Have you come across this?</p>\n<p>---- Forwarded message ----<br>From: ${escapeHtml(nameText(lure.from))}<br>Subject: ${escapeHtml(letter.subject)}</p>\n`;
  const passed: Letter = {
    ...{ from, at, messageId: newId(from, at, random), references: [letter.messageId] },
    to: [partyOn(colleague, at)],
    subject: `Fwd: ${letter.subject}`,
    body: bodyOf(text, page === "" ? "" : `${top}${page}`, from.kit, random),
  };
  return [
    ...sentMail(voice, passed, "reaction"),
    receivedMail(colleague.work, { letter: passed, kind: "reaction", seen: true }, random),
  ];
}
