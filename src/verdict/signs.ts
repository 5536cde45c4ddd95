/**
 * What the conditions have in common: is the sender known, did it pass, does it offer a way out, what tells the reader
 * apart; and the sentences that say so. Each sign is one question with one answer.
 */
import { deliveredHere } from "../case/delivered-here.ts";
import type { Profile } from "../case/profile.ts";
import { isCheck } from "../case/received-results.ts";
import { domainOf } from "../cluster/sender.ts";
import type { Evidence, JudgedLoad } from "./evidence.ts";

/**
 * A sender seen this often, in this many months, over this long is no stranger: the known waves lasted days to weeks
 * (TF-012). Months are asked for, so that one old mail does not make a history.
 */
const STEADY_MESSAGES = 4;
const STEADY_MONTHS = 4;
const STEADY_DAYS = 90;
/** Where nothing but time speaks for a sender: personas have been kept up for months (TF-203, TF-204). */
const LONG_MESSAGES = 12;
const LONG_MONTHS = 12;
const LONG_DAYS = 365;
/** More messages than this from one sender, and to each of its readers, is no chosen approach to few. */
const STRANGER_MESSAGES_MAX = 200;
const STRANGER_MESSAGES_PER_READER_MAX = 20;
/** Of a sender's mail with results, the share that passed, in fifths, for a failure to be out of its habit; or of its months, in quarters. */
const PASSING_FIFTHS = 4;
const PASSING_MONTHS_QUARTERS = 3;
/** Mail of one wave: the known ones lasted days to weeks (TF-012, TF-209). */
const BURST_DAYS = 30;
/** A new way of writing is told this long. */
const NEW_WAY_DAYS = 90;
/** Addresses at one domain that make it a house of many, and how much each may have written on average: a firm's desk writes more. */
const HOUSE_ADDRESSES = 5;
const HOUSE_MESSAGES_EACH_MAX = 12;
const DAY_MS = 86_400_000;

/**
 * A load that fires on display and carries something that may tell its reader apart; receipts are judged apart. What signs a
 * picture's address is none until comparison says otherwise (LK-13), nor is a directory's portrait, which the sender never
 * hears of (LK-14).
 */
export function tracks({ load, token, picture }: JudgedLoad): boolean {
  if (load.fires !== "open" || token.kind === "none") return false;
  if (picture?.kind === "portrait") return false;
  return picture === null || load.hidden || token.kind !== "likely";
}

export function offersExit({ record }: Evidence): boolean {
  return record.claims.listUnsubscribe.length > 0 || record.content.unsubscribeLink;
}

export function passes({ alignment }: Evidence): boolean {
  return alignment.dkim || alignment.spf || alignment.dmarc;
}

/** The sender's mail passes by habit, and this one did not: its history is not this message's (TF-300, TF-203). */
export function isOutOfHabit(evidence: Evidence): boolean {
  const { results, whole } = evidence;
  if (results.length === 0 || passes(evidence) || mayBePassedOn(evidence) || wasNotAsked(evidence)) return false;
  const { aligned, authenticated, monthsRecorded, monthsPassing, passingSince } = whole;
  if (passingSince !== null && evidence.record.date !== null && evidence.record.date < passingSince) return false;
  const isMostMail = aligned * 5 >= authenticated * PASSING_FIFTHS;
  // By months too, or a forger would end the habit by what he sends himself.
  const isMostMonths = monthsRecorded >= STEADY_MONTHS && monthsPassing * 4 >= monthsRecorded * PASSING_MONTHS_QUARTERS;
  return aligned >= STEADY_MESSAGES && (isMostMail || isMostMonths);
}

/** A look-up that failed for the moment says nothing, where it was the sender's own domain that was asked: others' are an attacker's to break. */
function wasNotAsked({ results, senderDomain }: Evidence): boolean {
  return results.some(
    (one) =>
      isCheck(one) && one.result === "temperror" && one.domain !== "" && domainOf(`@${one.domain}`) === senderDomain,
  );
}

/**
 * Lists and forwarders break signatures (LK-07). Anybody can say that he is one, so a persona gets nothing by it, and a list is one whose own domain
 * passed: the field alone is anybody's to write.
 */
function mayBePassedOn({ record, results }: Evidence): boolean {
  if (record.content.newsPersona !== null) return false;
  const list = domainOf(`@${record.claims.listId}`);
  return results.some(
    ({ method, result, domain }) =>
      result === "pass" && (method === "arc" || (list !== "" && domainOf(`@${domain}`) === list)),
  );
}

/**
 * It does what covert tracking does, beyond doubt: a hidden load tells this reader from others, and there is no way out. So what comes afterwards takes
 * nothing back, nor that somebody answered.
 */
function isProvenCovert(evidence: Evidence): boolean {
  const isProven = (one: JudgedLoad) => one.personal && one.load.hidden && one.token.kind === "proven" && tracks(one);
  return !offersExit(evidence) && evidence.loads.some(isProven);
}

/** What came before the message where it has proven something, else all: a newsletter's first issue is no stranger when years of it follow. */
function historyOf(evidence: Evidence): Evidence["whole"] {
  return isProvenCovert(evidence) ? evidence.before : evidence.whole;
}

/** One that poses as news and offers no way out has to be known for long: made-up outlets may write every month. */
export function isSteady(evidence: Evidence): boolean {
  if (evidence.record.content.newsPersona !== null && !offersExit(evidence)) return isLongKnown(evidence);
  const { messages, months, spanDays } = historyOf(evidence);
  const isLong = messages >= STEADY_MESSAGES && months >= STEADY_MONTHS && spanDays >= STEADY_DAYS;
  return isLong && !isOutOfHabit(evidence);
}

export function isLongKnown(evidence: Evidence): boolean {
  const { messages, months, spanDays } = historyOf(evidence);
  const isLong = messages >= LONG_MESSAGES && months >= LONG_MONTHS && spanDays >= LONG_DAYS;
  return isLong && !isOutOfHabit(evidence);
}

/**
 * The owner wrote to the sender before this message, on the day's knowledge: an answer to a lure does not excuse it. One that poses as news has to have
 * been written to before it ever wrote: rapport is built by being answered (TF-203). So has one whose hidden load is proven to tell readers apart: there
 * an answer is none of it, to a letter that is here or is gone, but a letter of the owner's own accord is.
 */
export function isWrittenTo(evidence: Evidence): boolean {
  const { before, whole, record } = evidence;
  if (whole.writtenFirst) return true;
  if (record.content.newsPersona !== null) return false;
  return isProvenCovert(evidence) ? before.writtenUnasked : before.writtenTo;
}

/**
 * Nobody the owner writes to, and no steady history in the whole case, before the message's day or after. Much mail makes nobody known unless it is spread
 * over months: two hundred letters are written in an hour.
 */
export function isStranger(evidence: Evidence): boolean {
  if (isOutOfHabit(evidence)) return true;
  const { messages, readers, months, spanDays } = historyOf(evidence);
  const max = Math.max(STRANGER_MESSAGES_MAX, readers * STRANGER_MESSAGES_PER_READER_MAX);
  const isMuch = messages > max && months >= STEADY_MONTHS && spanDays >= STEADY_DAYS;
  return !isWrittenTo(evidence) && !isMuch && !isSteady(evidence);
}

/**
 * What excuses a doubtful message: the owner wrote to its sender before that day, or the sender is steady, its mail is vouched for, and
 * less than half of what came from it until then is doubtful. An address that is forged for years is no sender known for years, and
 * keeping on makes no relation: neither was ever answered. So a newsletter all of whose issues look doubtful stays doubtful until the owner
 * writes to it: years, passes for a domain of one's own, a way out, a confirmation, many readers and openings are what a patient sender can
 * give itself, and folders and flags do not say whether somebody filed a letter or a suspicion.
 */
export function isRelated(evidence: Evidence): boolean {
  if (isOutOfHabit(evidence)) return false;
  if (evidence.before.writtenTo) return true;
  const { messages, doubtful } = evidence.doubts;
  return isSteady(evidence) && isVouchedFor(evidence) && doubtful * 2 <= messages;
}

/**
 * From is at the domain of those whose mailbox this is. To and Cc do not say who that is: a sender names there whom it likes, a look-alike of its
 * own among them; where no server took a message it never came from outside, and they are all there is.
 */
export function isOfHouse({ record, ownDomains, senderDomain, sharedDomain }: Evidence): boolean {
  if (senderDomain === "" || sharedDomain) return false;
  if (ownDomains.has(senderDomain)) return true;
  const isInside = record.received !== true && record.auth.length === 0;
  const named = isInside ? [...record.to, ...record.cc].map(({ address }) => address) : [];
  return [...deliveredHere(record), ...named].some((reader) => domainOf(reader) === senderDomain);
}

/** Mail that was checked and did not pass counts for nobody: who has no pass for From may be anybody. */
function isVouchedFor(evidence: Evidence): boolean {
  const { results, whole, isList } = evidence;
  const hasFailed = results.length > 0 && !passes(evidence) && !isList;
  return !hasFailed && whole.messages - (whole.authenticated - whole.aligned) >= STEADY_MESSAGES;
}

/** TF-202: a stranger that poses as news is not cleared by the service it rents. */
export function isNewPersona(evidence: Evidence): boolean {
  return isStranger(evidence) && evidence.record.content.newsPersona !== null;
}

/** The sender wrote only within some weeks, whatever its account did before: whose account it is a sender can feign. */
export function isBurst({ whole }: Evidence): boolean {
  return whole.spanDays <= BURST_DAYS;
}

/** LK-10: sure, and vouched for at receipt. Anybody can write a simulation's header fields, and they clear nobody. */
export function isSimulation({ service }: Evidence): boolean {
  return service?.kind === "simulation" && service.sure && service.verified;
}

/**
 * LK-10: what calls it a test of its reader; null for nothing. Anybody can write such a field, so it clears nobody: it is told, so that
 * whoever runs such tests can be asked. A field's name counts by its words: `x-mandrill-user` is none.
 */
export function simulationClaim({ record, service }: Evidence): string | null {
  if (service?.kind === "simulation") return service.evidence.join("; ");
  const field = record.claims.extensionHeaders.find((name) => SIMULATION_FIELD.test(name));
  return field === undefined ? null : `header ${field}`;
}

const SIMULATION_FIELD =
  /^x-(?:[a-z0-9]{1,30}-){0,4}(?:drill|phish(?:ing)?-?(?:test|drill|sim|simulation|training|campaign)|simulat(?:ed|ion)-?(?:phish(?:ing)?|attack)|(?:phish(?:ing)?|attack)-?simulat(?:ed|ion|or)|(?:security-)?awareness(?:-(?:test|training|drill))?)(?:-|$)/;

export function writesUnderSeveralNames({ account }: Evidence): boolean {
  return (account?.whole?.senders.length ?? 0) > 1;
}

/** TF-202, LK-01: not the service is judged but the account: new, to few that were chosen, on a theme of theirs. */
export function isChosenApproach(evidence: Evidence, trackers: readonly JudgedLoad[]): boolean {
  if (evidence.topic === null || evidence.copyReaders < 2) return false;
  return isStranger(evidence) && isBurst(evidence) && trackers.some(isCovertPersonal);
}

/** Hidden, or in what is shown: the known wave's beacons lay in its pictures (TF-013). What is shown has a reason to be there, so it has to be proven. */
export function isCovertPersonal({ load, token, personal, picture }: JudgedLoad): boolean {
  return personal && (load.hidden || (token.kind === "proven" && picture === null));
}

export function lureSigns(evidence: Evidence): readonly string[] {
  const { record, forgedOwn, service } = evidence;
  const copyReaders = readersAtOnce(evidence);
  const signs: string[] = [];
  const { newsPersona } = record.content;
  if (forgedOwn) signs.push("claims to come from your own address, and no authentication agrees");
  if (newsPersona !== null) signs.push(`poses as news: ${newsPersona}`);
  // LK-04: tools for sales write the same to several of a house every day; reports of bounces have one text for everybody.
  const isOutreach = (service?.kind === "sales" || service?.kind === "bounces") && service.sure && signs.length === 0;
  if (copyReaders >= 2 && !isOutreach) signs.push(`the same lure went to ${copyReaders} of your people`);
  return signs;
}

/**
 * Readers whom copies may have reached in one wave. A shop's form that is filled in for one customer this year and for another the next has the
 * same text, and is no mailing: where a sender's mail is spread, at most so many lie in one month as there are more of than months.
 */
function readersAtOnce({ copyReaders, whole }: Evidence): number {
  if (whole.spanDays <= BURST_DAYS) return copyReaders;
  return Math.min(copyReaders, whole.messages - whole.months + 1);
}

/**
 * This very address wrote for the first time within some weeks, and nobody at the owner's wrote to it before that; an answer to it makes it no
 * correspondent (TF-203). Whose house it is at says
 * nothing where many unlike people write from that domain, as at a provider that no list of free mail knows. Null where the
 * archive begins too late to say.
 */
export function isNewAddress({ record, past, senderDomain, sharedDomain }: Evidence): boolean | null {
  const profile = past.profile(record.claims.from[0]?.address ?? "");
  const house = past.profile(senderDomain);
  if (profile === null || house === null) return null;
  const isShared = sharedDomain || isOfManyPeople(house);
  const { firstReceived, firstSent, firstUnasked } = profile;
  const isWrittenFirst = firstUnasked !== null && (firstReceived === null || firstUnasked <= firstReceived);
  if (!isShared || isWrittenFirst) return false;
  // Whom an answer went to had been heard by then, though what was answered is gone.
  return [firstReceived, firstSent].every((first) => first === null || isWithinBurst(first, record.date));
}

/**
 * Answers go to an address that nobody wrote from or to until some weeks ago: an answer to the first letter makes it no known one. Null as
 * `isNewAddress`, false where they go to the sender.
 */
export function isReplyToNew({ record, past }: Evidence): boolean | null {
  const to = record.claims.replyTo[0]?.address ?? "";
  if (to === "" || to === record.claims.from[0]?.address) return false;
  const profile = past.profile(to);
  if (profile === null) return null;
  const { firstReceived, firstSent } = profile;
  return [firstReceived, firstSent].every((first) => first === null || isWithinBurst(first, record.date));
}

function isWithinBurst(first: number, date: number | null): boolean {
  return date !== null && date - first <= BURST_DAYS * DAY_MS;
}

/** Unlike a firm, whose few addresses write often. */
function isOfManyPeople({ received, addresses }: Profile): boolean {
  return addresses >= HOUSE_ADDRESSES && received <= addresses * HOUSE_MESSAGES_EACH_MAX;
}

export function strangerReasons(evidence: Evidence): readonly string[] {
  const { before, whole } = evidence;
  if (isOutOfHabit(evidence)) {
    const share = `${whole.aligned} of ${whole.authenticated}`;
    return [`the sender's mail passes authentication (${share}), this message did not: it may be somebody else's`];
  }
  const first =
    before.messages === 0 ? "first contact: nothing from this sender before" : "no steady history with this sender";
  return [
    first,
    whole.messages === 1 ? "its only message here" : `its ${whole.messages} messages lie ${within(whole)}`,
  ];
}

/** What is known of the account behind the service; empty where nothing is. */
export function accountReasons(evidence: Evidence): readonly string[] {
  const { account, copyReaders, record } = evidence;
  const reasons: string[] = [];
  if (account !== null && account.whole === null) reasons.push(`${account.service} does not tell its customers apart`);
  if (account?.whole != null) {
    const { messages, readers, senders, first } = account.whole;
    const mail = `${counted(messages, "message")} ${within(account.whole)} to ${counted(readers, "reader")}`;
    reasons.push(`the sender's account at ${account.service}: ${mail}`);
    const isFirstDay = first !== null && record.date !== null && record.date - first < DAY_MS;
    if (isFirstDay) reasons.push("nothing came from that account before that day");
    if (senders.length > 1) reasons.push(`that account writes under several names: ${senders.slice(0, 3).join(", ")}`);
    if (copyReaders >= 2 && readers === copyReaders)
      reasons.push(`all its mail here went to ${readers} of your people`);
  }
  return [...reasons, ...newWayReasons(evidence)];
}

/** Told for some weeks, of outlets that changed their mailer too: a stolen list is written to in the same way. */
export function newWayReasons({ newWay, account, record }: Evidence): readonly string[] {
  if (newWay === null || record.date === null || record.date - newWay.since > NEW_WAY_DAYS * DAY_MS) return [];
  const now = account === null ? "its own servers or an unknown service" : `an account at ${account.service}`;
  const formerly = newWay.formerly.map((name) => name || "its own servers or an unknown service").join(", ");
  return [`the sender wrote by ${formerly} before, and by ${now} only since ${dayOf(newWay.since)}`];
}

export function whys(loads: readonly JudgedLoad[]): readonly string[] {
  return loads.slice(0, 3).map(whyOf);
}

export function whyOf({ load, token }: JudgedLoad): string {
  const told = [load.why, token.detail].filter((part) => part !== "").join("; ");
  return `load from ${load.host}: ${told}`;
}

/** What comparison leaves open about a load; null for nothing. */
export function openQuestion(judged: JudgedLoad): string | null {
  if (judged.role === "message") {
    return "whether the sender keeps whose copy has which number: the value is another in each message to one reader";
  }
  return judged.personal || !tracks(judged)
    ? null
    : "whether the load tells readers apart: only one copy was found to compare";
}

export function counted(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

function within({ spanDays }: { readonly spanDays: number }): string {
  return `within ${counted(spanDays + 1, "day")}`;
}

function dayOf(date: number): string {
  return new Date(date).toISOString().slice(0, 10);
}
