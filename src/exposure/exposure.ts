/**
 * What a person's mail of interest probably gave away, on the scale of threat-facts 3 (0 to 6).
 *
 * Evidence, weakest first: read state (a rule, a phone, a delegate or a migration can set it, and some of it a sender can write); what the
 * reader's program and provider are known to do with remote content, as of that day; the reader's own answers and receipts; lines of
 * logs. `confirmed` is said only of what somebody's own mail or an attributable line of a log shows. Pure.
 */
import type { Disclosure, Exposure, Likelihood } from "../case/judgement.ts";
import { flagsOf, originsOf, originWords } from "../case/marks.ts";
import type { LocationRecord, MarkOrigin, MessageRecord } from "../case/record.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { byAnswers } from "./answers.ts";
import { dayOf } from "./day.ts";
import { gatewayOf } from "./gateway.ts";
import { type LoadModel, modelOfProgram, modelOfProvider, type OwnProgram } from "./load-models.ts";
import type { LogEvidence } from "./log-evidence.ts";
import type { OwnAnswer } from "./own-mail.ts";
import { together, worstOf } from "./together.ts";

export interface Received {
  readonly record: MessageRecord;
  /** Where this person's copies lie; none where only another reader's copy is here, which names this person too. */
  readonly locations: readonly LocationRecord[];
  /** The person's addresses that it came to. */
  readonly addresses: readonly string[];
  /** What the person sent in answer. */
  readonly answers: readonly OwnAnswer[];
  /** What the person wrote with around that day. */
  readonly programs: readonly OwnProgram[];
  /** What the user says of the program at these accounts; null for nothing. */
  readonly model: LoadModel | null;
  readonly logs: readonly LogEvidence[];
  /** Headers that this mailbox itself writes: they stand in its ordinary mail too (`pipeline/kept-marks.ts`). */
  readonly kept: ReadonlySet<MarkOrigin>;
  /** Nothing says in whose mailbox the copies lie, and they went to others too. */
  readonly isAnybodys: boolean;
}

/** The highest level over all messages, and what any of them gave away; reasons name how many messages say so. */
export function exposureOf(received: readonly Received[]): Exposure {
  return worstOf(received.map(exposureOfOne));
}

/** What the marks of this person's copies say. */
interface ReadState {
  readonly isRead: boolean;
  /** A program that keeps this person's mail says so, and no header that a sender can write. */
  readonly isStrong: boolean;
  /** Flags that such a program set. */
  readonly sure: ReadonlySet<string>;
  /** Somebody keeps marks of it at all. */
  readonly isKept: boolean;
  readonly flags: ReadonlySet<string>;
  readonly words: string;
}

/** Marks that programs and servers keep beside the message; the others are headers inside it. */
const KEPT_OUTSIDE: ReadonlySet<MarkOrigin> = new Set(["maildir", "emlx", "imap", "outlook"]);

/** All evidence together: what is surer of a lower level stands beside the highest. */
export function exposureOfOne(received: Received): Exposure {
  const { locations, answers, logs } = received;
  const state = readState(received);
  const byMarks = locations.length === 0 && answers.length === 0 ? byNameAlone() : byReadState(received, state);
  const by = [...byLogs(received), ...byBlocked(received), ...byAnswers(received, state)];
  const refused = logs.find(({ effect }) => effect === "refused");
  // A server tries again: what was delivered once was delivered.
  const isDelivered = logs.some(({ effect }) => effect === "delivered");
  if (refused !== undefined && !isDelivered && locations.length === 0 && by.length === 0 && byMarks.level <= 1) {
    return { level: 0, likelihood: "confirmed", reasons: [refused.reason], learned: [] };
  }
  const whole = together(byMarks, ...by);
  // Lines that do not decide are told all the same.
  const more = logs.filter(({ effect }) => TOLD.has(effect)).map(({ reason }) => reason);
  const passed = state.flags.has("$Forwarded") || answers.some(({ kind }) => kind === "elsewhere");
  const forwards =
    passed && whole.level >= 2 ? ["passed on: further readers may have loaded it from other networks"] : [];
  const learned =
    forwards.length > 0 && whole.level >= 4 ? [...(whole.learned ?? []), "others" as const] : whole.learned;
  return { ...whole, reasons: [...new Set([...whole.reasons, ...forwards, ...more])], learned };
}

const TOLD: ReadonlySet<LogEvidence["effect"]> = new Set(["note", "delivered", "refused", "looked-up"]);
const LOG_LINES_MAX = 3;

/** The scale's 5, and 6 for a click or a mail to the sender: each with what it alone shows. */
function byLogs({ logs, programs, addresses, record, model: given }: Received): readonly Exposure[] {
  const model = given ?? modelOf(addresses, programs, record);
  const shows = (effect: LogEvidence["effect"], likelihood: Likelihood): readonly Exposure[] => {
    const lines = logs.filter((one) => one.effect === effect && one.likelihood === likelihood);
    const reasons = lines.slice(0, LOG_LINES_MAX).map(({ reason }) => reason);
    if (reasons.length === 0) return [];
    if (likelihood !== "possible") {
      const shown: Exposure = {
        ...{ level: effect === "load" ? 5 : 6, likelihood, reasons },
        learned: LEARNED_BY[effect] ?? [],
      };
      if (!lines.some(({ isPerhapsClick }) => isPerhapsClick === true)) return [shown];
      return [{ ...shown, learned: [...LOADED, "action"], learnedAs: { action: "possible" } }];
    }
    // Nobody can be told apart: the line raises what the marks say, and no more.
    if (effect === "load" && model !== null && model.effect !== "loads") return [];
    return [{ level: 4, likelihood, reasons, learned: LOADED }];
  };
  return (["click", "sent", "load"] as const).flatMap((effect) => {
    const [surest] = (["confirmed", "probable", "possible"] as const).filter((likelihood) =>
      logs.some((one) => one.effect === effect && one.likelihood === likelihood),
    );
    return surest === undefined ? [] : shows(effect, surest);
  });
}

/** Opened at least: the marks may say more, of another place where it was read. */
function byBlocked({ logs }: Received): readonly Exposure[] {
  const blocked = logs.filter(({ effect }) => effect === "blocked");
  if (blocked.length === 0) return [];
  return [{ level: 2, likelihood: "probable", reasons: blocked.slice(0, 2).map(({ reason }) => reason), learned: [] }];
}

const LOADED: readonly Disclosure[] = ["live", "opened", "network", "device"];
const LEARNED_BY: Readonly<Partial<Record<LogEvidence["effect"], readonly Disclosure[]>>> = {
  load: LOADED,
  click: [...LOADED, "action"],
  sent: ["live", "opened", "client", "answer"],
};

function byNameAlone(): Exposure {
  return {
    level: 1,
    likelihood: "possible",
    reasons: ["named as a reader of a copy that lies in another mailbox; no copy of this person's own was read here"],
    learned: ["live"],
  };
}

function byReadState(received: Received, state: ReadState): Exposure {
  const { record, answers, addresses, programs } = received;
  const passedOn = answers.find(({ kind }) => kind === "elsewhere") ?? answers.find(({ kind }) => kind === "draft");
  const model = received.model ?? modelOf(addresses, programs, record);
  const isRead = state.isRead || passedOn !== undefined;
  const gateway = gatewayOf(record);
  const scanned =
    gateway === null
      ? []
      : [
          `${gateway} rewrote addresses in it, and such scanners open what they check: an opening that the sender saw may be the scanner's`,
        ];
  if (!isRead) return unreadExposure(received, state, { model, scanned });
  const read =
    passedOn === undefined
      ? state.words
      : `opened: an answer to it${passedOn.date === null ? "" : ` of ${dayOf(passedOn.date)}`} ${passedOn.kind === "draft" ? "lies among the drafts and was not sent" : "that went to others is in the sent mail"}`;
  const sure: Likelihood = state.isStrong || passedOn !== undefined ? "probable" : "possible";
  const opening = record.loads.some(({ fires }) => fires === "open");
  if (!opening) {
    return { level: 2, likelihood: sure, reasons: [`${read}; nothing in it loads by itself`], learned: [] };
  }
  if (state.flags.has("$LoadExternals")) {
    return {
      level: 4,
      likelihood: state.sure.has("$LoadExternals") ? "probable" : "possible",
      reasons: [`${read}; marked as shown with its remote content`, ...scanned],
      learned: LOADED,
    };
  }
  const told = model === null ? "" : `${modelWords(model)}`;
  switch (model?.effect) {
    case "never":
    case "blocks":
      return {
        level: 2,
        likelihood: sure,
        reasons: [`${read}; ${told}, so nothing was loaded unless it was allowed`, ...scanned],
        learned: [],
      };
    case "proxies":
      return {
        level: 3,
        likelihood: model.about ? "possible" : sure,
        reasons: [
          `${read}; ${told}: the sender saw these, not the reader's network, unless it was read with another program`,
          ...scanned,
        ],
        learned: ["live", "opened"],
      };
    case "preloads":
      return {
        level: 3,
        likelihood: sure,
        reasons: [
          `${read}; ${told}: all is fetched through relays, read or not, so that the sender learned a time that is not tied to reading`,
          ...scanned,
        ],
        learned: ["live", "scan"],
      };
    case "loads":
      return {
        level: 4,
        likelihood: sure,
        reasons: [`${read}; ${told}, so the sender learned network address, rough place and device`, ...scanned],
        learned: LOADED,
      };
    default:
      return {
        level: 4,
        likelihood: "possible",
        reasons: [
          `${read}; if the mail program showed remote images, the sender learned network address, rough place and device`,
          ...scanned,
        ],
        learned: LOADED,
      };
  }
}

/** Whoever keeps marks and sets none says unread; who keeps none says nothing. */
function unreadExposure(
  { record }: Received,
  { words, isKept }: ReadState,
  { model, scanned }: { readonly model: LoadModel | null; readonly scanned: readonly string[] },
): Exposure {
  const opening = record.loads.some(({ fires }) => fires === "open");
  const ahead =
    opening && model?.effect === "preloads"
      ? [`${modelWords(model)}: an opening that the sender saw is no sign that it was read`]
      : [];
  return {
    level: 1,
    likelihood: isKept ? "probable" : "possible",
    reasons: [words, ...ahead, ...(opening ? scanned : [])],
    learned: ahead.length > 0 || (opening && scanned.length > 0) ? ["live", "scan"] : ["live"],
  };
}

const READ_FLAGS = ["\\Seen", "$MDNSent", "\\Answered", "$Forwarded"] as const;

function readState({ locations, kept, isAnybodys }: Received): ReadState {
  const marks = locations.flatMap((location) => location.marks);
  const flags = new Set(flagsOf(marks));
  const strong = isAnybodys ? [] : marks.filter(({ origin }) => KEPT_OUTSIDE.has(origin) || kept.has(origin));
  const sure = new Set(flagsOf(strong));
  const isRead = READ_FLAGS.some((flag) => flags.has(flag));
  const sayers = originsOf(marks, "\\Seen");
  if (isRead) {
    const isStrong = READ_FLAGS.some((flag) => sure.has(flag));
    const by = sayers.length === 0 ? "" : ` (${sayers.map(originWords).join(", ")})`;
    const weak = isStrong
      ? ""
      : isAnybodys
        ? ANYBODYS
        : ", in a header that a sender or a program on the way can write too";
    return { isRead, isStrong, sure, isKept: true, flags, words: `marked as read${by}${weak}` };
  }
  const origins = [...new Set(marks.map(({ origin }) => originWords(origin)))];
  const words =
    origins.length === 0
      ? "delivered; not marked as read, or the mailbox keeps no such mark"
      : `delivered; not marked as read (${origins.join(", ")})${isAnybodys ? ANYBODYS : ""}`;
  // A header that its sender wrote says "unread" as easily.
  return { isRead, isStrong: false, sure, isKept: strong.length > 0, flags, words };
}

const ANYBODYS =
  ", in a copy that may be another reader's: it went to several, and nothing in it says whose mailbox it lies in";

/** The reader's own program goes before the provider: it is what showed the mail. Of several the one that gives away most. */
function modelOf(
  addresses: readonly string[],
  programs: readonly OwnProgram[],
  { date }: MessageRecord,
): LoadModel | null {
  const known = programs.map((program) => modelOfProgram(program, date)).filter((model) => model !== null);
  const order = ["loads", "preloads", "proxies", "blocks", "never"] as const;
  const worst = known.toSorted((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect))[0];
  if (worst !== undefined) return worst;
  // A program that no row knows: what the provider does says nothing of it.
  if (programs.some(({ program }) => program !== "")) return null;
  for (const address of addresses) {
    const model = modelOfProvider(registrableDomain(address.slice(address.lastIndexOf("@") + 1)), date);
    if (model !== null) return model;
  }
  return null;
}

const EFFECT_WORDS: Readonly<Record<LoadModel["effect"], string>> = {
  proxies: "fetches images through the provider's servers",
  preloads: "fetches remote content at delivery",
  blocks: "blocks remote content by default",
  never: "shows no remote content",
  loads: "loads remote images by default",
};

function modelWords({ name, effect, note }: LoadModel): string {
  const said = note === "" || note === EFFECT_WORDS[effect] ? "" : ` (${note})`;
  return `${name} ${EFFECT_WORDS[effect]}${said}`;
}
