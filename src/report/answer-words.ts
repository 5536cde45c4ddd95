/** The sentences of the answer, shared by the terminal and the report so that both say the same. Plain text, no mail text. */
import type { Answer, AttackerWarning, Coverage, NotCovered } from "../case/answer.ts";
import type { Campaign } from "../case/judgement.ts";
import type { StoredMessage } from "../ports/store.ts";
import { strongestToken } from "./judged-loads.ts";
import { capitalised, listed, messagesCounted, peopleCounted, periodOf, withCommas } from "./wording.ts";

/**
 * What the answer amounts to, whatever the machine form says. `unfinished`: nothing was found in what was read so far,
 * and that is not all · `none`: nothing could be read. Neither is a no.
 */
export type Outcome = Answer["answer"] | "unfinished" | "none";

export function outcomeOf({ answer, conclusive, inconclusiveBecause, coverage }: Answer): Outcome {
  if (answer !== "no") return answer;
  const nothingReadable = coverage.ok + coverage.partial === 0;
  // A run that is not at its end may still come to mail that can be read: then that is a second reason.
  if (nothingReadable && inconclusiveBecause.length < 2) return "none";
  return conclusive ? "no" : "unfinished";
}

/** `YES`, `POSSIBLE`, `NO`, `NO ANSWER YET`, `NO ANSWER`. */
export function outcomeLabel(outcome: Outcome): string {
  switch (outcome) {
    case "unfinished":
      return "NO ANSWER YET";
    case "none":
      return "NO ANSWER";
    default:
      return outcome.toUpperCase();
  }
}

/** Why the answer is not conclusive, in plain sentences; empty when it is. `judged`: everything read was judged since. */
export function inconclusiveReasons(coverage: Coverage, judged: boolean): readonly string[] {
  const reasons: string[] = [];
  const unfinished = coverage.unfinishedSources > 0;
  if (unfinished) reasons.push(capitalised(unfinishedSentence(coverage)));
  if (!judged) reasons.push(unfinished ? "Not all that was read is judged yet." : capitalised(UNJUDGED));
  if (coverage.ok + coverage.partial === 0) reasons.push(capitalised(noAnswerSentence(coverage)));
  return reasons;
}

/** What a YES or POSSIBLE has to add when it is not conclusive; null otherwise. */
export function moreMayFollow(answer: Answer): string | null {
  if (answer.answer === "no" || answer.conclusive) return null;
  return `More may follow. ${answer.inconclusiveBecause.join(" ")}`;
}

/** The answer in one sentence, without the label in front: starts in lower case, ends with a full stop. */
export function answerSentence(answer: Answer): string {
  const one = answer.coverage.sources.length < 2;
  const holds = one ? "this mailbox holds" : "these mailboxes hold";
  const found = answer.targeted.hostile + answer.targeted.suspicious;
  switch (outcomeOf(answer)) {
    case "yes":
      if (answer.campaigns === 0) return `${holds} targeted mail (${messagesCounted(found)}).`;
      return `${holds} mail of ${answer.campaigns === 1 ? "a" : "at least one"} targeted tracking campaign.`;
    case "possible":
      return `${holds} mail that looks targeted (${messagesCounted(found)}), but the proof is not complete.`;
    case "no":
      return `nothing in ${one ? "this mailbox" : "these mailboxes"} looks like targeted tracking.`;
    case "unfinished":
      return answer.coverage.unfinishedSources > 0 ? unfinishedSentence(answer.coverage) : UNJUDGED;
    case "none":
      return noAnswerSentence(answer.coverage);
  }
}

const UNJUDGED =
  "the last run stopped before it judged what it had read, or goes on; run the same scan again to finish.";

function unfinishedSentence({ messages }: Coverage): string {
  const stopped = messages === 0 ? "before the first message" : `after ${messagesCounted(messages)}`;
  return `reading stopped ${stopped}, or goes on in another run; run the same scan again to finish.`;
}

function noAnswerSentence({ messages }: Coverage): string {
  if (messages === 0) return "no mail was read, so nothing can be said.";
  const none =
    messages === 1
      ? "the one message found could not be read"
      : `none of ${withCommas(messages)} messages could be read`;
  return `${none}, so nothing can be said.`;
}

/** ` (of these 3 are second copies of the same message, with other line ends)`; empty for none. */
function secondCopiesWords({ secondCopies: n }: Coverage): string {
  return n === 0 ? "" : ` (of these ${secondCopiesCounted(n)})`;
}

/** `3 are second copies of the same message, with other line ends`. */
export function secondCopiesCounted(n: number): string {
  const are = n === 1 ? "is a second copy" : "are second copies";
  return `${withCommas(n)} ${are} of the same message, with other line ends`;
}

/** `184,213 messages, 2011-03-02 to 2024-03-25, all read (12 partly, 3 unreadable, listed in the report)`; no full stop. */
export function coverageSentence(answer: Answer, where: "in the report" | "below"): string {
  const { coverage } = answer;
  if (coverage.messages === 0) {
    return outcomeOf(answer) === "unfinished" ? "No messages were read yet" : "No messages were found";
  }
  const period = periodOf(coverage.first, coverage.last);
  return [
    `${messagesCounted(coverage.messages)}${secondCopiesWords(coverage)}`,
    ...(period === "" ? ["none with a date"] : [period]),
    readSentence(coverage, answer.conclusive ? "all read" : "read so far", where),
    ...(coverage.joined > 0 ? [`and ${withCommas(coverage.joined)} put together from pieces among them`] : []),
  ].join(", ");
}

function readSentence({ ok, partial, unparseable }: Coverage, read: string, where: string): string {
  if (ok + partial === 0) return `not readable (listed ${where})`;
  if (partial + unparseable === 0) return read;
  const exceptions = [
    ...(partial > 0 ? [`${withCommas(partial)} partly`] : []),
    ...(unparseable > 0 ? [`${withCommas(unparseable)} unreadable`] : []),
  ];
  return `${read} (${exceptions.join(", ")}, listed ${where})`;
}

/** Whose mail this is; null when the user said so and there is nothing to doubt. */
export function ownerSentence(answer: Answer): string | null {
  switch (answer.ownersFrom) {
    case "given":
      return null;
    case "inferred":
      return `Taken to be the mailbox of ${listed(answer.owners.slice(0, 3))}${
        answer.owners.length > 3 ? ` and ${withCommas(answer.owners.length - 3)} more` : ""
      }, judging by the mail. If that is wrong, scan again with --owner ADDRESS.`;
    case "none":
      // Judging tells owners, so before it nothing is known to be wrong.
      return answer.coverage.messages === 0 || outcomeOf(answer) === "unfinished"
        ? null
        : "Whose mailbox this is could not be told from the mail. Scan again with --owner ADDRESS for a surer answer.";
  }
}

/** What a NO rests on, and what it cannot say. */
export function searchedSentences(answer: Answer): readonly string[] {
  const { ok, partial } = answer.coverage;
  const unexplained = answer.classes.unexplained;
  return [
    `Searched: ${messagesCounted(ok + partial)}, ${ok + partial === 1 ? "" : "each "}for anything that contacts a server when the mail is opened, for values in it that tell one reader from another, and for senders who pose as news. All of it from the mail itself, nothing over the network.`,
    ...(unexplained > 0
      ? [
          `Seen: ${messagesCounted(unexplained)} with tracking that no known mail service explains. No other sign that is looked for points to targeting.`,
        ]
      : []),
  ];
}

export const NOT_SEARCHED =
  "Not searched: mail deleted before this copy was made, other accounts, phones and chats. A mail that tracks only its one reader can look like ordinary tracking until a copy sent to somebody else is found.";

export const NOT_FOUND_IS_NOT_NOT_TARGETED = "Not found is not the same as not targeted.";

/** What would turn a POSSIBLE into a yes or a no. */
export const WOULD_SETTLE =
  "A copy of the same mail sent to somebody else would settle it: scan the mailboxes of colleagues into the same case.";

/**
 * Whether anything of interest is undecided for want of a second copy: a campaign's fact or a finding says so, or the
 * strongest value of a message is only likely. False where copies or the reader's own address prove the value already.
 */
export function copyWouldSettle(campaigns: readonly Campaign[], loose: readonly StoredMessage[]): boolean {
  return (
    campaigns.some(({ facts }) => facts.some(saysOneCopy)) ||
    loose.some((stored) => strongestToken(stored) === "likely" || undeterminedOf(stored).some(saysOneCopy))
  );
}

function saysOneCopy(sentence: string): boolean {
  return /\bone copy\b/i.test(sentence);
}

function undeterminedOf({ judgement }: StoredMessage): readonly string[] {
  return judgement?.findings.flatMap(({ undetermined }) => undetermined) ?? [];
}

/** What could not be read, in the words of whoever could not read it; a directory is named once, not before each file. */
export function notCoveredParts({ path, message }: NotCovered): {
  readonly path: string | null;
  readonly text: string;
} {
  const at = path === "" ? -1 : message.indexOf(path);
  if (at === -1) return { path, text: message };
  const end = at + path.length;
  const rest = message.slice(end).replaceAll(`${path}/`, "").replaceAll(`${path}\\`, "");
  return { path: null, text: message.slice(0, end) + rest };
}

export const KEEP_THE_MAIL =
  "Keep these messages: do not delete or forward them, and do not open them again with pictures on. Having opened one is nobody's fault.";

export function commercialSentence(answer: Answer): string {
  const tracked = answer.classes.commercial;
  if (tracked === 0) return "Commercial tracking, for comparison: none found.";
  const senders = answer.commercialSenders;
  const from = senders > 0 ? ` from ${withCommas(senders)} known ${senders === 1 ? "sender" : "senders"}` : "";
  return `Commercial tracking, for comparison: ${messagesCounted(tracked)}${from}. Not part of the answer.`;
}

/** Fraud, phishing and harmful files, as they are sent to anybody; null when there are none. */
export function crimeSentence({ verdicts, targeted }: Answer): string | null {
  const crime = verdicts.hostile + verdicts.suspicious - targeted.hostile - targeted.suspicious;
  if (crime <= 0) return null;
  const look = crime === 1 ? "looks" : "look";
  return `Apart from that: ${messagesCounted(crime)} ${look} like the phishing, fraud or harmful files that are sent to anybody. Not part of the answer.`;
}

/** Phishing tests of the organisation's own; null where no domain was named for them. */
export function agreedSentence({ agreedTests }: Answer): string | null {
  if (agreedTests === undefined) return null;
  if (agreedTests === 0) {
    return "No message is proven to be from the domains that you named for phishing tests, so none is told apart: an own mail server (--boundary) or a DNS snapshot (--dns) must vouch for them.";
  }
  const are = agreedTests === 1 ? "is a phishing test" : "are phishing tests";
  return `Told apart: ${messagesCounted(agreedTests)} ${are} that you named as agreed, each proven to be from the domain you named. Not part of the answer.`;
}

/** `17 hostile and 2 suspicious messages reached 3 people.`; null when there are none. */
export function foundSentence(answer: Answer): string | null {
  const { hostile, suspicious } = answer.targeted;
  if (hostile + suspicious === 0) return null;
  const kinds = [
    ...(hostile > 0 ? [`${withCommas(hostile)} hostile`] : []),
    ...(suspicious > 0 ? [`${withCommas(suspicious)} suspicious`] : []),
  ];
  const noun = hostile + suspicious === 1 ? "message" : "messages";
  const reached = answer.people > 0 ? ` reached ${peopleCounted(answer.people)}` : "";
  return `In all, ${listed(kinds)} ${noun}${reached === "" ? (noun === "message" ? " was found" : " were found") : reached}.`;
}

/** What the warnings of providers are, before they are listed; null when there are none. */
export function warningsSentence({ attackerWarnings: { total } }: Answer): string | null {
  if (total === 0) return null;
  const of = total === 1 ? "1 message warns its reader" : `${withCommas(total)} messages warn their reader`;
  return `Warned: ${of} of state attackers in a provider's own name. That is apart from the answer above, and evidence by itself: keep ${total === 1 ? "it" : "them"}.`;
}

/** `Google warned mp@parliament.example on 2021-03-01`; no full stop. */
export function warningTitle({ provider, to, date, verified }: AttackerWarning): string {
  const others = to.length - READERS_NAMED_MAX;
  const named = [...to.slice(0, READERS_NAMED_MAX), ...(others > 0 ? [`${withCommas(others)} more`] : [])];
  const whom = to.length === 0 ? "a reader whom the mail does not name" : listed(named);
  const when = date === null ? "on an unknown day" : `on ${date.split("T")[0]}`;
  return `${verified ? provider : `A mail in the name of ${provider}`} warned ${whom} ${when}`;
}

const READERS_NAMED_MAX = 3;

/** How sure it is that the provider wrote it. */
export function warningSureness({ provider, verified }: AttackerWarning): string {
  return verified
    ? `its authentication passed at receipt, so ${provider} wrote it`
    : "no check at receipt was kept, so anybody may have written it: compare with what the account itself shows";
}
