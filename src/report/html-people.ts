/** The people of the report: how far it got with each, what was probably disclosed, what was not. */
import type { Exposure, Person } from "../case/judgement.ts";
import type { PeopleNotes } from "../case/roster.ts";
import { commandLine, type Invocation } from "./command-line.ts";
import { exposureScale } from "./exposure-scale.ts";
import { disclosureOf, levelWords, likelihoodMeaning } from "./exposure-words.ts";
import { type Html, html, joined } from "./html.ts";
import { cappedList, code, definitions, given, moreOf } from "./html-blocks.ts";
import type { PageLinks } from "./page-links.ts";
import { traitSentence, withheldSentence } from "./people-notes-text.ts";
import { capitalised, counted, peopleCounted, periodOfInstants, withCommas } from "./wording.ts";

const ADDRESSES_MAX = 12;
const REASONS_MAX = 8;
const MESSAGES_MAX = 40;

/** People whom something suspicious or hostile reached; most exposed first, then by id, so that the order is never chance. */
export function reachedPeople(people: readonly Person[]): readonly Person[] {
  const sure = { possible: 0, probable: 1, confirmed: 2 } as const;
  return people
    .filter(isReached)
    .sort(
      (a, b) =>
        b.exposure.level - a.exposure.level ||
        sure[b.exposure.likelihood] - sure[a.exposure.likelihood] ||
        b.messages.length - a.messages.length ||
        (a.id < b.id ? -1 : 1),
    );
}

/** People of one level and likelihood, in the order given: what they share is said once. */
export interface ExposureGroup {
  readonly exposure: Pick<Exposure, "level" | "likelihood">;
  /** Place of the first one among all people, from 0. */
  readonly start: number;
  readonly people: readonly Person[];
}

/** Expects people as `reachedPeople` orders them. */
export function exposureGroups(people: readonly Person[]): readonly ExposureGroup[] {
  const groups: { exposure: Exposure; start: number; people: Person[] }[] = [];
  for (const [index, person] of people.entries()) {
    const { level, likelihood } = person.exposure;
    const group = groups.at(-1);
    if (group?.exposure.level === level && group.exposure.likelihood === likelihood) group.people.push(person);
    else groups.push({ exposure: person.exposure, start: index, people: [person] });
  }
  return groups;
}

export function groupHtml({ exposure, start, people }: ExposureGroup, links: PageLinks): Html {
  const { level, likelihood } = exposure;
  const words = levelWords(level);
  return html`<article class="group">
<div class="level">${exposureScale(exposure, `scale-${start + 1}`)}<div><h3>${capitalised(words.name)}</h3><p class="likelihood">${peopleCounted(people.length)}, level ${level} of 6. ${capitalised(likelihood)}: ${likelihoodMeaning(likelihood)}.</p></div></div>
<div class="columns"><div><h4>${learnedHeading(exposure)}</h4>${sentences(words.disclosed)}</div><div><h4>Not disclosed by this</h4>${sentences(words.notDisclosed)}</div></div>
${people.map((person, index) => personHtml(person, start + index, links))}</article>
`;
}

function sentences(lines: readonly string[]): Html {
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

/** One person, without what the group says. */
export function personHtml(person: Person, index: number, links: PageLinks): Html {
  return html`<div class="person" id="person-${index + 1}">
<h4 class="name">${given(person.name || person.addresses[0] || person.id, 120)}${person.role === "" ? null : html` <span class="role">${given(person.role, 120)}</span>`}</h4>
${cappedList(person.exposure.reasons, REASONS_MAX, (reason) => given(reason, 400), "reasons")}
${definitions([
  ["Learned", sayings(person, "disclosed")],
  ["Not learned", sayings(person, "notDisclosed")],
  ["Addresses", addresses(person)],
  ["Groups", groups(person)],
  ["Roster", person.onRoster === false ? html`not on the roster` : null],
  ["Reached by", reachedBy(person)],
  ["Through", through(person)],
  ["By campaign", byCampaign(person, links)],
  ["Messages", messages(person, links)],
  ["Id", code(person.id, 40)],
])}
</div>
`;
}

function isReached({ messages: reaching }: Person): boolean {
  return reaching.length > 0;
}

function learnedHeading({ level, likelihood }: ExposureGroup["exposure"]): string {
  if (levelWords(level).learned === null) return "Disclosed";
  return likelihood === "confirmed"
    ? "Disclosed"
    : likelihood === "probable"
      ? "Probably disclosed"
      : "Possibly disclosed";
}

function addresses({ addresses: all }: Person): Html | null {
  if (all.length === 0) return null;
  const left = all.length - ADDRESSES_MAX;
  return html`${joined(
    all.slice(0, ADDRESSES_MAX).map((address) => given(address, 120)),
    ", ",
  )}${left > 0 ? `, ${moreOf(left)}` : ""}`;
}

/** What the group says of its level is of everybody; this is of the person, where the evidence says more. */
function sayings({ exposure }: Person, which: "disclosed" | "notDisclosed"): Html | null {
  return exposure.learned === undefined ? null : html`${disclosureOf(exposure)[which].join(" ")}`;
}

function groups({ groups: all = [] }: Person): Html | null {
  if (all.length === 0) return null;
  const shown = all.slice(0, ADDRESSES_MAX).map((group) => given(group, 60));
  return html`${joined(shown, ", ")}${all.length > ADDRESSES_MAX ? `, ${moreOf(all.length - ADDRESSES_MAX)}` : ""}`;
}

/** For those who have several addresses. */
function through({ addresses: all, accounts = [] }: Person): Html | null {
  if (all.length < 2 || accounts.length === 0) return null;
  const shown = accounts.slice(0, ADDRESSES_MAX).map(({ address, messages: count, first, last }) => {
    const period = periodOfInstants(first, last);
    return html`${given(address, 120)} (${counted(count, "message")}${period === "" ? "" : `, ${period}`})`;
  });
  return html`${joined(shown, ", ")}`;
}

/** For those whom several campaigns reached. */
function byCampaign({ campaigns = [] }: Person, links: PageLinks): Html | null {
  if (campaigns.length < 2) return null;
  const shown = campaigns
    .slice(0, ADDRESSES_MAX)
    .map(({ campaign, messages: count, exposure: { level, likelihood } }) => {
      const which = campaign === null ? html`no campaign` : links.campaign(campaign, code(campaign, 40));
      return html`${which}: level ${level}, ${likelihood} (${counted(count, "message")})`;
    });
  return html`${joined(shown, "; ")}`;
}

const TRAITS_MAX = 8;
const LOG_NOTES_MAX = 8;

/** What is said of all together, under the list: consent, what the chosen share, what logs could not tell. */
export function peopleNotesHtml(notes: PeopleNotes, invocation: Invocation = {}): Html | null {
  const { roster, traits, traitsNote, proposed, logNotes } = notes;
  const withheld = withheldSentence(notes);
  const shared = traits
    .slice(0, TRAITS_MAX)
    .map(
      (trait) => `${trait.campaign === null ? "All together" : `Campaign ${trait.campaign}`}: ${traitSentence(trait)}`,
    );
  const lines = [
    ...(withheld === "" ? [] : [withheld]),
    ...(roster === null ? [] : shared),
    ...(roster !== null && shared.length === 0 && traitsNote !== "" ? [traitsNote] : []),
    ...(proposed.length === 0
      ? []
      : [
          `${counted(proposed.length, "address", "addresses")} in the mail may be people of the roster too: ${commandLine("people --proposed", invocation)}`,
        ]),
    ...logNotes.slice(0, LOG_NOTES_MAX).map((note) => `Log ${note}`),
  ];
  if (lines.length === 0) return null;
  return html`<div class="note"><ul>${lines.map((line) => html`<li>${given(capitalised(line), 600)}.</li>`)}</ul></div>
`;
}

function reachedBy(person: Person): Html {
  const period = periodOfInstants(person.first, person.last);
  return html`${counted(person.messages.length, "suspicious or hostile message")} of ${withCommas(person.messagesAll)} seen${period === "" ? "" : `, ${period}`}`;
}

function messages(person: Person, links: PageLinks): Html | null {
  if (person.messages.length === 0) return null;
  const left = person.messages.length - MESSAGES_MAX;
  const shown = person.messages
    .slice(0, MESSAGES_MAX)
    .map((sha256) => links.message(sha256, code(sha256.slice(0, 12))));
  return html`<span class="hashes">${joined(shown, " ")}${left > 0 ? ` ${moreOf(left)}` : ""}</span>`;
}
