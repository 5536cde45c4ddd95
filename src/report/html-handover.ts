/**
 * A page for one person, to hand over in private: what reached them, what it gave away and what not, what to do. Holds nothing of
 * anybody else: no other name, no address of another reader, no count of the others.
 */
import type { Person } from "../case/judgement.ts";
import type { StoredMessage } from "../ports/store.ts";
import type { AdviceForJson } from "./advice-json.ts";
import { NO_FAULT } from "./advice-words.ts";
import { exposureScale } from "./exposure-scale.ts";
import { disclosureOf, howFar, likelihoodMeaning } from "./exposure-words.ts";
import { type Html, html } from "./html.ts";
import { firstHtml, furtherHtml } from "./html-advice.ts";
import { cappedList, code, given, moreOf, table, time } from "./html-blocks.ts";
import { mailboxOf } from "./labels.ts";
import { capitalised, counted, dayOf, messagesCounted, periodOfInstants } from "./wording.ts";

const REASONS_MAX = 8;
const MESSAGES_MAX = 30;
const ADDRESSES_MAX = 6;

export interface Handover {
  readonly person: Person;
  /** Absent where none was chosen. */
  readonly advice: AdviceForJson | undefined;
  /** Of the report's messages those that reached this person. */
  readonly messages: readonly StoredMessage[];
}

/** `place`: of the page among all, from 0; anchors `private-1`. */
export function handoverHtml({ person, advice, messages }: Handover, place: number): Html {
  const { likelihood, reasons } = person.exposure;
  const { disclosed, notDisclosed } = disclosureOf(person.exposure);
  const id = `private-${place + 1}`;
  return html`<article class="handover" id="${id}">
<p class="seal">In private, for ${given(person.name || person.addresses[0] || person.id, 120)}</p>
<h3>${headline(person)}</h3>
<p class="nofault">${NO_FAULT}</p>
<div class="level">${exposureScale(person.exposure, `${id}-scale`)}<p><strong>${howFar(person.exposure)}.</strong> That is: ${likelihoodMeaning(likelihood)}.</p></div>
<div class="columns"><div><h4>What the sender may have learned</h4>${lines(disclosed.map(toYou))}</div><div><h4>What this did not give away</h4>${lines(notDisclosed)}</div></div>
${advice === undefined ? null : html`<h4 class="todo">What to do first</h4>${firstHtml(advice)}`}<p class="meaning">What it does not mean: that the account, the computer or the phone were broken into. Nothing in the mail shows that either way.</p>
<h4>How this is known</h4>${cappedList(reasons, REASONS_MAX, (reason) => given(reason, 400), "reasons")}
${messageTable(person, messages)}
${advice === undefined ? null : furtherHtml(advice)}
<p class="small">Addresses: ${person.addresses.slice(0, ADDRESSES_MAX).map((address, index) => html`${index > 0 ? ", " : ""}${given(address, 120)}`)}${person.addresses.length > ADDRESSES_MAX ? ` ${moreOf(person.addresses.length - ADDRESSES_MAX)}` : ""}. Made by Letterlock from the mail itself.</p>
</article>
`;
}

function headline({ messages, first, last }: Person): string {
  const period = periodOfInstants(first, last);
  const sent =
    messages.length === 1 ? "One message was sent" : `${capitalised(messagesCounted(messages.length))} were sent`;
  return `${sent} to you that ${messages.length === 1 ? "looks" : "look"} as if somebody chose you${period === "" ? "" : `, ${period}`}.`;
}

/** The scale's sentences speak of a reader; this page speaks to one. */
function toYou(sentence: string): string {
  return sentence.replaceAll("this person", "you").replaceAll("somebody reads", "you read");
}

function lines(sentences: readonly string[]): Html {
  return html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

function messageTable(person: Person, messages: readonly StoredMessage[]): Html {
  const rows = messages
    .slice(0, MESSAGES_MAX)
    .map(
      ({ record, judgement }) =>
        html`<tr><td>${time(dayOf(record.date))}</td><td>${record.claims.from[0] === undefined ? "(no sender)" : given(mailboxOf(record.claims.from[0]), 100)}</td><td>${record.subject === "" ? "(no subject)" : given(record.subject, 120)}</td><td>${given(judgement?.findings[0]?.title ?? "", 120)}</td><td>${code(record.sha256.slice(0, 8), 12)}</td></tr>`,
    );
  const left = person.messages.length - rows.length;
  return html`${table("What came; do not open them again with pictures on", ["day", "from", "subject", "what it is", "id"], rows)}${left > 0 ? html`<p class="more">${capitalised(moreOf(left))}.</p>` : null}`;
}

export function handoverNote(people: number): string {
  return `${counted(people, "page")} to hand over, one a person, each with that person's matters only. To print one alone, follow its link and print. Do not send this whole file: it names the others.`;
}
