/**
 * The report: one HTML file that stands alone, for a screen, for print, for handing over.
 *
 * Guarantees: no script, no image, no reference to anything outside the file, and a policy (CSP) that forbids all of
 * that; every string of the case is escaped and cut; at most 8 MiB whatever the case holds; the same model gives the same
 * bytes. What did not fit is counted.
 */
import { createHash } from "node:crypto";
import { outcomeOf } from "./answer-words.ts";
import { type Html, html, htmlText, styleElement } from "./html.ts";
import { organisationHtml } from "./html-advice.ts";
import { answerHtml, headerHtml } from "./html-answer.ts";
import { emptyState, fitting, given, leftHtml, type Section, sectionHtml } from "./html-blocks.ts";
import { campaignHtml } from "./html-campaigns.ts";
import { coverageHtml } from "./html-coverage.ts";
import { type Handover, handoverHtml, handoverNote } from "./html-handover.ts";
import { messageHtml } from "./html-messages.ts";
import { limitsHtml, methodHtml } from "./html-method.ts";
import { exposureGroups, groupHtml, peopleNotesHtml, personHtml, reachedPeople } from "./html-people.ts";
import { recordHtml } from "./html-record.ts";
import { trackersHtml } from "./html-trackers.ts";
import type { ReportModel } from "./model.ts";
import { type PageContent, type PageLinks, pageLinks } from "./page-links.ts";
import { STYLE } from "./style.ts";
import { timeline } from "./timeline.ts";

/** Counts and bytes of the three large lists; the rest of the page stays below a further 1.2 MiB. */
const CAMPAIGNS_MAX = 60;
const CAMPAIGN_BYTES_MAX = 1_200_000;
const PEOPLE_MAX = 200;
const PEOPLE_BYTES_MAX = 1_200_000;
const MESSAGES_MAX = 500;
const MESSAGE_BYTES_MAX = 4_000_000;
/** Pages to hand over; each person's own page can be written alone (`report --person`). */
const HANDOVER_MAX = 100;
const HANDOVER_BYTES_MAX = 500_000;
/** Messages that are unfolded from the start. */
const OPEN_MESSAGES = 2;

export function htmlReport(model: ReportModel): string {
  const content = fittingContent(model);
  const links = pageLinks(content);
  const sections = sectionsOf(model, content, links).filter(({ id }) => hasPlace(id, model));
  return document(
    `Letterlock report: ${outcomeTitle(model)}`,
    html`<a class="skip" href="#answer">To the answer</a>
${headerHtml(model, model.answer)}<main>
${answerHtml(model)}<nav aria-label="Sections"><ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
${sections.map((section, index) => sectionHtml(section, index + 1))}</main>
<footer><p>Made by Letterlock from the mail itself. This file loads nothing and runs nothing. It holds addresses and subjects of real people: hand it on with care.</p></footer>
`,
  );
}

/** One person's page alone: nothing of the others is in the file. Null when nothing of interest reached that person. */
export function personReport(model: ReportModel, personId: string): string | null {
  const own = handoversOf(model).find(({ person }) => person.id === personId);
  if (own === undefined) return null;
  return document(
    "Letterlock: in private",
    html`<main class="alone"><div class="body">${handoverHtml(own, 0)}</div></main>
<footer><p>This file loads nothing and runs nothing. It is about one person: give it to that person only.</p></footer>
`,
  );
}

function document(title: string, body: Html): string {
  return htmlText(html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${title}</title>
${styleElement(STYLE)}
</head>
<body>
${body}</body>
</html>
`);
}

/** Where nothing could be read, or not all yet, empty sections would say that nothing was found. */
const WITHOUT_ANSWER: ReadonlySet<string> = new Set(["record", "coverage", "method", "limits"]);

function hasPlace(id: string, { answer }: ReportModel): boolean {
  const outcome = outcomeOf(answer);
  return (outcome !== "none" && outcome !== "unfinished") || WITHOUT_ANSWER.has(id);
}

/** Nothing may load or run but this file's own style. */
function contentSecurityPolicy(): string {
  const hash = createHash("sha256").update(STYLE, "utf8").digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function outcomeTitle({ answer }: ReportModel): string {
  const words = {
    yes: "yes",
    possible: "possible",
    no: "nothing found",
    unfinished: "no answer yet",
    none: "no answer",
  } as const;
  return words[outcomeOf(answer)];
}

/** Cuts the large lists to what the page has room for. Links add little and evenly, so they are left out of the count. */
function fittingContent(model: ReportModel): PageContent {
  const none = pageLinks({ campaigns: [], people: [], messages: [] });
  const people = reachedPeople(model.people);
  const known = new Map(people.map((person) => [person.id, person]));
  const campaigns = fitting(model.campaigns, CAMPAIGNS_MAX, CAMPAIGN_BYTES_MAX, (campaign, index) =>
    campaignHtml(campaign, index, none, known, model.pages?.[index]),
  );
  const persons = fitting(people, PEOPLE_MAX, PEOPLE_BYTES_MAX, (person, index) => personHtml(person, index, none));
  const messages = fitting(model.messages, MESSAGES_MAX, MESSAGE_BYTES_MAX, (message, index) =>
    messageHtml(message, model.proofs?.[index] ?? [], { index, links: none, open: false, ruleFiles: model.ruleFiles }),
  );
  return {
    campaigns: model.campaigns.slice(0, campaigns),
    people: people.slice(0, persons),
    messages: model.messages.slice(0, messages),
  };
}

function sectionsOf(model: ReportModel, content: PageContent, links: PageLinks): readonly Section[] {
  const { months, campaigns, generatedAt } = model;
  return [
    ...(model.advice === undefined
      ? []
      : [
          {
            id: "advice",
            title: "What to do",
            aside: "For the organisation. Official advice names its source; our own says that it is ours.",
            body: organisationHtml(model),
          },
        ]),
    {
      id: "campaigns",
      title: "Campaigns",
      aside: "Messages that belong together, and the reasons that tie them.",
      body: campaignsBody(model, content, links),
    },
    {
      id: "people",
      title: "People",
      aside: "How far it got with each person, on a scale from 0, not delivered, to 6, answered.",
      body: peopleBody(model, content, links),
    },
    {
      id: "time",
      title: "When",
      aside: "What matters in front, commercial tracking small beneath it. A gap in the mail proves nothing.",
      body: timeline({ months, campaigns, until: generatedAt }),
    },
    {
      id: "evidence",
      title: "Evidence",
      aside:
        "Each message with what was found in it, down to the byte. Addresses are dead text. On paper a folded message is one line: unfold those you need.",
      body: evidenceBody(model, content, links),
    },
    {
      id: "trackers",
      title: "Who tracks",
      aside:
        "By service and year, with what each opening tells. Tracked is not targeted: what is commercial stands apart.",
      body: trackersHtml(model),
    },
    ...(model.record === undefined
      ? []
      : [
          {
            id: "record",
            title: "The public record",
            aside:
              "What states, companies and the accused say, side by side, with their words. Yours apart from what comes with Letterlock.",
            body: recordHtml(model.record, model.lights?.leftOut ?? 0, model.invocation),
          },
        ]),
    {
      id: "coverage",
      title: "Coverage",
      aside: "What was read, what was not. Found is always whole plus partly plus not readable.",
      body: coverageHtml(model),
    },
    {
      id: "method",
      title: "How to read this",
      aside: "The words of this page, and what each stands for.",
      body: methodHtml(model),
    },
    { id: "limits", title: "What it cannot see", aside: "Limits that no setting removes.", body: limitsHtml() },
    ...(model.advice === undefined || reachedPeople(model.people).length === 0
      ? []
      : [
          {
            id: "private",
            title: "In private",
            aside: "A page for each person. What is theirs is not for the others.",
            body: handoverBody(model),
          },
        ]),
  ];
}

function campaignsBody(model: ReportModel, { campaigns }: PageContent, links: PageLinks): Html {
  if (model.campaigns.length === 0) {
    return emptyState("No campaign", "No messages were found that belong together and look like targeted tracking.");
  }
  const people = new Map(model.people.map((person) => [person.id, person]));
  return html`${campaigns.map((campaign, index) => campaignHtml(campaign, index, links, people, model.pages?.[index]))}${left(model, model.campaigns.length - campaigns.length, "show ID")}`;
}

function peopleBody(model: ReportModel, { people }: PageContent, links: PageLinks): Html {
  const reached = reachedPeople(model.people);
  if (reached.length === 0) {
    return emptyState("Nobody", "No suspicious or hostile message reached anybody in this mail.");
  }
  return html`${exposureGroups(people).map((group) => groupHtml(group, links))}${left(model, reached.length - people.length, "people")}${model.peopleNotes === undefined ? null : peopleNotesHtml(model.peopleNotes, model.invocation)}`;
}

/** `of`: whose pages; the report's are of everybody reached. */
function handoversOf({ people, advice = [], messages }: ReportModel): readonly Handover[] {
  return reachedPeople(people).map((person) => {
    const own = new Set<string>(person.messages);
    return {
      person,
      advice: advice.find((one) => one.person === person.id),
      messages: messages.filter(({ record }) => own.has(record.sha256)),
    };
  });
}

function handoverBody(model: ReportModel): Html {
  const all = handoversOf(model);
  const shown = all.slice(0, fitting(all, HANDOVER_MAX, HANDOVER_BYTES_MAX, handoverHtml));
  return html`<p>${handoverNote(all.length)}</p>
<ol class="contents">${shown.map(({ person }, index) => html`<li><a href="#private-${index + 1}">${given(person.name || person.addresses[0] || person.id, 120)}</a></li>`)}</ol>
${shown.map(handoverHtml)}${left(model, all.length - shown.length, "report --person ID")}`;
}

function evidenceBody(model: ReportModel, { messages }: PageContent, links: PageLinks): Html {
  const total = Math.max(model.messagesTotal, model.messages.length);
  if (total === 0) return emptyState("No message to show", "No message was judged suspicious or hostile.");
  return html`${messages.map((message, index) => messageHtml(message, model.proofs?.[index] ?? [], { index, links, open: index < OPEN_MESSAGES, ruleFiles: model.ruleFiles }))}${left(model, total - messages.length, "messages")}`;
}

function left({ invocation }: ReportModel, count: number, words: string): Html | null {
  return count > 0 ? leftHtml(count, words, invocation) : null;
}
