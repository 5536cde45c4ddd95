/** Top of the report: the answer in one sentence, how sure it is, the key figures, and what to do before anything else. */
import type { Answer } from "../case/answer.ts";
import type { StoredMessage } from "../ports/store.ts";
import {
  agreedSentence,
  answerSentence,
  copyWouldSettle,
  coverageSentence,
  crimeSentence,
  KEEP_THE_MAIL,
  moreMayFollow,
  NOT_FOUND_IS_NOT_NOT_TARGETED,
  NOT_SEARCHED,
  outcomeLabel,
  outcomeOf,
  ownerSentence,
  searchedSentences,
  WOULD_SETTLE,
  warningSureness,
  warningsSentence,
  warningTitle,
} from "./answer-words.ts";
import { defangText } from "./defang.ts";
import { type Html, html } from "./html.ts";
import { cappedList, code, given, moreOf, typed } from "./html-blocks.ts";
import { reachedPeople } from "./html-people.ts";
import { strongestToken } from "./judged-loads.ts";
import type { ReportLights, ReportModel } from "./model.ts";
import { capitalised, listed, messagesCounted, peopleCounted, withCommas } from "./wording.ts";

export function answerHtml(model: ReportModel): Html {
  const outcome = outcomeOf(model.answer);
  const label = capitalised(outcomeLabel(outcome).toLowerCase());
  const owner = ownerSentence(model.answer);
  const more = moreMayFollow(model.answer);
  return html`<section id="answer" class="answer ${outcome}" aria-labelledby="answer-title">
<h1 id="answer-title"><span class="word">${label}.</span> ${capitalised(answerSentence(model.answer))}</h1>
<p class="lead">${coverageSentence(model.answer, "below")}.${owner === null ? null : html` ${given(owner, 600)}`}</p>${more === null ? null : html`<p class="lead"><strong>${more}</strong></p>`}
${warningsHtml(model.answer)}${outcome === "none" || outcome === "unfinished" ? null : keyFigures(model)}${apartHtml(model.answer)}
<div class="columns"><div class="card"><h2>How sure is this?</h2><ul class="plain">${sureness(model).map((line) => html`<li>${line}</li>`)}</ul></div>${beforeAll(model)}</div>
</section>
`;
}

function apartHtml(answer: Answer): Html {
  const sentences = [crimeSentence(answer), agreedSentence(answer)].filter((sentence) => sentence !== null);
  return html`${sentences.map((sentence) => html`<p class="small">${sentence}</p>`)}`;
}

/** The hash that `show` takes; the mail itself may not be among the evidence below. */
function warningsHtml(answer: Answer): Html | null {
  const sentence = warningsSentence(answer);
  if (sentence === null) return null;
  const { total, listed } = answer.attackerWarnings;
  const left = total - listed.length;
  const list = cappedList(
    listed,
    listed.length,
    (one) =>
      html`<strong>${given(warningTitle(one))}</strong>: ${given(warningSureness(one))}. ${code(one.sha256.slice(0, ID_DIGITS))}`,
  );
  return html`<div class="alarm"><p>${sentence}</p>${list}${left > 0 ? html`<p class="more">${moreOf(left)}</p>` : null}</div>
`;
}

const ID_DIGITS = 12;

/** What the answer rests on, strongest first; each sentence true by itself. */
function sureness(model: ReportModel): readonly string[] {
  switch (outcomeOf(model.answer)) {
    case "yes":
    case "possible":
      return [...proofLines(model), ...exposureLines(model), ...weighedLines(model)];
    case "no":
      return [...searchedSentences(model.answer), NOT_SEARCHED];
    case "unfinished":
      return [
        ...model.answer.inconclusiveBecause,
        "Until then nothing can be said: what was not read or not judged may hold what this report is about.",
      ];
    case "none":
      return ["There is nothing to be sure about: no message could be read. See what was not covered, below."];
  }
}

function proofLines({ messages, messagesTotal }: ReportModel): readonly string[] {
  const named = messages.filter((stored) => ["decoded", "proven"].includes(strongestToken(stored))).length;
  const likely = messages.filter((stored) => strongestToken(stored) === "likely").length;
  const of =
    messages.length < messagesTotal
      ? `the ${withCommas(messages.length)} gravest messages`
      : messagesCounted(messages.length);
  if (messages.length === 0) return [];
  return [
    ...(named > 0
      ? [
          `That they track one reader each is shown by the mail itself in ${withCommas(named)} of ${of}: the reader's address was found inside, or copies to different readers were compared.`,
        ]
      : []),
    ...(likely > 0 ? [`In ${withCommas(likely)} of ${of} it only looks so: there was no second copy to compare.`] : []),
    ...(named + likely === 0
      ? [`No value that names its reader was found in ${of}; other signs led here. See the evidence.`]
      : []),
  ];
}

function exposureLines(model: ReportModel): readonly string[] {
  const people = reachedPeople(model.people);
  const direct = people.filter(({ exposure }) => exposure.level >= 4);
  const confirmed = direct.filter(({ exposure }) => exposure.likelihood === "confirmed").length;
  if (people.length === 0) return [];
  if (direct.length === 0)
    return ["Nothing in the mail shows that place, network or device of anybody were disclosed."];
  const logs =
    confirmed === 0
      ? "none of it is confirmed by a log or a reply yet"
      : `confirmed for ${withCommas(confirmed)} of them`;
  return [
    `What was disclosed is judged from signs of reading in the mailbox, for ${peopleCounted(direct.length)}; ${logs}.`,
  ];
}

const WEIGHED_MAX = 3;
const IDS_MAX = 6;

/** What each campaign most likely is, and who is behind it only where a source that was given says so. */
function weighedLines({ campaigns, pages = [] }: ReportModel): readonly string[] {
  const weighed = pages.slice(0, WEIGHED_MAX).flatMap(({ assessment: { explanations, enough } }, index) => {
    const [first] = explanations;
    const id = campaigns[index]?.id;
    if (id === undefined || !enough || first?.words == null || (first.from ?? 0) <= 50) return [];
    return [`${id} is ${first.words} ${first.title}; its page weighs what else it could be.`];
  });
  const matched = pages.flatMap(({ assessment: { attribution } }, index) =>
    attribution.kind === "matched" && attribution.sentence !== null
      ? [{ id: campaigns[index]?.id ?? "", sentence: attribution.sentence }]
      : [],
  );
  // Several campaigns of which the same is said are one line.
  const attributed = [...Map.groupBy(matched, ({ sentence }) => sentence)].map(
    ([sentence, those]) => `${listed(those.slice(0, IDS_MAX).map(({ id }) => id))}, attribution: ${sentence}.`,
  );
  const who =
    attributed.length > 0
      ? attributed.slice(0, WEIGHED_MAX)
      : ["Who sent it the mail alone does not tell: a technique is not an actor, and many use this one."];
  return [...weighed, ...who].map((line) => defangText(line).slice(0, LINE_CHARS));
}

const LINE_CHARS = 600;

function looseOf({ messages }: ReportModel): readonly StoredMessage[] {
  return messages.filter(({ judgement }) => judgement?.campaign === null);
}

function beforeAll(model: ReportModel): Html | null {
  switch (outcomeOf(model.answer)) {
    case "yes":
      return html`<div class="card act"><h2>Before anything else</h2><p>${KEEP_THE_MAIL}</p><p>Tell the people concerned in private and in plain words: what is known, what is not, and what it does not mean.</p><p class="small">Our own advice, not that of an authority.</p></div>`;
    case "possible":
      return html`<div class="card act"><h2>Before anything else</h2><p>${KEEP_THE_MAIL}</p>${copyWouldSettle(model.campaigns, looseOf(model)) ? html`<p>${WOULD_SETTLE}</p>` : null}<p class="small">Our own advice, not that of an authority.</p></div>`;
    case "no":
      return html`<div class="card calm"><h2>What this means</h2><p><strong>${NOT_FOUND_IS_NOT_NOT_TARGETED}</strong> It means that, by what is known today, nothing in the mail that was read points to it.</p><p>Keep the case folder. When new findings are published, the same mail can be asked again.</p></div>`;
    case "unfinished":
      return html`<div class="card act"><h2>What to do</h2><p>Run the same scan again: it goes on where it stopped. Then make this report anew.</p></div>`;
    case "none":
      return html`<div class="card act"><h2>What to do</h2><p>Give the scan a mail file or a folder of mail: ${typed("scan PATH", model.invocation)}</p></div>`;
  }
}

function keyFigures({ answer, people }: ReportModel): Html {
  const { hostile, suspicious } = answer.targeted;
  const direct = reachedPeople(people).filter(({ exposure }) => exposure.level >= 3).length;
  const noisy = hostile + suspicious > 0 ? "loud" : "";
  return html`<ul class="figures">
${figure(withCommas(answer.coverage.messages), answer.coverage.messages === 1 ? "message searched" : "messages searched", "")}
${figure(withCommas(hostile + suspicious), "hostile or suspicious", noisy)}
${figure(withCommas(answer.campaigns), answer.campaigns === 1 ? "campaign" : "campaigns", answer.campaigns > 0 ? noisy : "")}
${figure(withCommas(answer.people), answer.people === 1 ? "person reached" : "people reached", answer.people > 0 ? noisy : "")}
${figure(withCommas(direct), "with something disclosed", direct > 0 ? noisy : "")}
${figure(withCommas(answer.classes.commercial), "commercially tracked, not part of the answer", "muted")}
</ul>`;
}

function figure(value: string, label: string, tone: string): Html {
  return html`<li class="${tone}"><span class="value">${value}</span> <span class="label">${label}</span></li>`;
}

export function headerHtml({ caseFolder, generatedAt, toolVersion, lights }: ReportModel, answer: Answer): Html {
  const [day, clock] = generatedAt.split("T");
  const owners = answer.owners.slice(0, 3);
  return html`<header class="top"><p class="brand">Letterlock <span>report</span></p><dl>${
    owners.length === 0
      ? null
      : html`<div><dt>Mailbox of</dt><dd>${owners.map((owner, index) => html`${index > 0 ? ", " : ""}${given(owner, 80)}`)}${answer.owners.length > 3 ? ` ${moreOf(answer.owners.length - 3)}` : ""}</dd></div>`
  }<div><dt>Case</dt><dd>${given(caseFolder, 200)}</dd></div><div><dt>Made</dt><dd>${given(`${day} ${clock?.slice(0, 5) ?? ""} UTC`, 40)}, version ${given(toolVersion, 40)}</dd></div>${lights === undefined || lights.strictest === "" || lights.strictest === "TLP:CLEAR" ? null : html`<div><dt>Marked</dt><dd>${given(lightSentence(lights), 300)}</dd></div>`}</dl></header>
`;
}

/** A page bears the strictest light of what stands in it. */
function lightSentence({ strictest, named }: ReportLights): string {
  const [first] = named;
  const since =
    first === undefined
      ? "by a document of the public record"
      : `its values stand beside the mail: ${first}${named.length > 1 ? ` and ${named.length - 1} more` : ""}`;
  return `${strictest}, ${since}. Hand this page on only as far as that allows`;
}
