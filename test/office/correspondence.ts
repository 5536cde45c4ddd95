/** Ordinary mail: threads with constituents, colleagues, the press, experts and family, and the diary. */
import {
  calendarTime,
  type Header,
  header,
  leafPart,
  mailDate,
  multipart,
  type Part,
  textPart,
  wrapText,
} from "../../src/demo/compose.ts";
import { domainOf, officeOffset } from "../../src/demo/office.ts";
import { createRandom, type Random } from "../../src/demo/random.ts";
import { boundaryOf, copiesOf, fakePdf, type Letter, withAttachment, writtenBy } from "./letter.ts";
import { answerTime, homeTime, type OfficeMail, ORDINARY, workTime } from "./mail.ts";
import {
  colleagues,
  constituents,
  experts,
  family,
  foreignWriters,
  journalists,
  organisers,
  owners,
  type Person,
} from "./people.ts";
import {
  closings,
  constituentTopics,
  familyTopics,
  foreignLetters,
  greetings,
  internalTopics,
  policyTopics,
  pressTopics,
  slots,
  type Topic,
} from "./texts.ts";
import { messageIdAt } from "./trace.ts";

/** Replaces each slot by one value, the same wherever it stands in this thread. */
export function filler(random: Random): (template: string) => string {
  const chosen = new Map<string, string>();
  return (template) =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const values = slots[name];
      if (values === undefined) return whole;
      const value = chosen.get(name) ?? random.pick(values);
      chosen.set(name, value);
      return value;
    });
}

export function signature(who: Person): string {
  return who.role === "" ? who.name : `${who.name}\n${who.role}`;
}

export function greet(random: Random, who: Person): string {
  const words = who.name.split(" ");
  const first = words.length === 2 ? (words[0] ?? who.name) : who.name;
  return random.pick(greetings).replace("{first}", first).replace("{name}", who.name);
}

interface Quoted {
  readonly from: Person;
  readonly at: number;
  readonly text: string;
}

/** The earlier text behind `mark`: some programs write `> `, flowed text `>` alone. */
export function quote(earlier: Quoted, mark: ">" | "> " = "> "): string {
  const lines = wrapText(earlier.text, 68).split("\n");
  const quoted = lines.map((line) => (line === "" || line.startsWith(">") ? `>${line}` : `${mark}${line}`));
  return `On ${mailDate(earlier.at, officeOffset(earlier.at))}, ${earlier.from.name} wrote:\n\n${quoted.join("\n")}`;
}

export interface ThreadPlan {
  readonly topic: Topic;
  readonly opener: Person;
  readonly answerer: Person;
  readonly cc: readonly Person[];
  readonly at: number;
  /** Letters in all. */
  readonly length: number;
  readonly attachment: string | null;
}

interface Written {
  readonly from: Person;
  readonly at: number;
  readonly text: string;
  readonly messageId: string;
}

/** The letters of a thread, in every delivered mailbox that took part. */
export function thread(plan: ThreadPlan, random: Random): readonly OfficeMail[] {
  const fill = filler(random);
  const written: Written[] = [];
  const mails: OfficeMail[] = [];
  let at = plan.at;
  for (let index = 0; index < plan.length; index += 1) {
    const from = index % 2 === 0 ? plan.opener : plan.answerer;
    const to = index % 2 === 0 ? plan.answerer : plan.opener;
    const words = wordsOf({ topic: plan.topic, index, from, to }, fill, random);
    const letter = threadLetter({ plan, index, from, to, at, words, written, fill }, random);
    mails.push(...copiesOf(letter, random.fork(`copy-${index}`)));
    written.push({ from, at, text: words, messageId: letter.messageId });
    at = answerTime(random, at);
  }
  return mails;
}

interface LetterInThread {
  readonly plan: ThreadPlan;
  readonly index: number;
  readonly from: Person;
  readonly to: Person;
  readonly at: number;
  readonly words: string;
  readonly written: readonly Written[];
  readonly fill: (template: string) => string;
}

function threadLetter(input: LetterInThread, random: Random): Letter {
  const { plan, index, from, at, words, written } = input;
  const earlier = written.at(-1);
  const text = earlier === undefined ? words : `${words}\n\n${quote(earlier, from.style === "flowed" ? ">" : "> ")}`;
  const body = writtenBy(from, text, random);
  const attach = plan.attachment !== null && index === 0;
  const subject = input.fill(plan.topic.subject);
  return {
    from,
    to: [input.to],
    cc: plan.cc,
    subject: index === 0 ? subject : `Re: ${subject}`,
    at,
    messageId: messageIdAt(domainOf(from.address), at, random),
    references: written.map((one) => one.messageId),
    extra: [],
    body: attach ? withAttachment(body, fakePdf(plan.attachment, random), random) : body,
    purpose: ORDINARY,
    flags: answerFlags(index + 1 < plan.length, random),
  };
}

function answerFlags(answered: boolean, random: Random): Letter["flags"] {
  const flagged = random.chance(0.04) ? (["flagged"] as const) : [];
  return answered ? ["answered", ...flagged] : flagged;
}

interface WordsInput {
  readonly topic: Topic;
  readonly index: number;
  readonly from: Person;
  readonly to: Person;
}

function wordsOf({ topic, index, from, to }: WordsInput, fill: (text: string) => string, random: Random): string {
  const [first = "", ...more] = random.sample(topic.points, 2 + random.int(3));
  const middle =
    index === 0
      ? [`${random.pick(topic.openings)} ${first}`, ...more, random.pick(topic.asks)]
      : random.sample(topic.replies, index === 1 ? 2 : 1);
  const closing = random.pick(closings);
  return fill([greet(random, to), ...middle, `${closing}\n${signature(from)}`].join("\n\n"));
}

const ATTACHMENTS = ["letter.pdf", "photographs.pdf", "figures.pdf", "minutes.pdf", "draft-2.pdf", "programme.pdf"];

function attachmentFor(random: Random): string | null {
  return random.chance(0.12) ? random.pick(ATTACHMENTS) : null;
}

function times<T>(count: number, label: string, make: (random: Random) => readonly T[]): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(createRandom(`${label}-${index}`))).flat();
}

function constituentThread(random: Random): readonly OfficeMail[] {
  const { member, chief } = owners;
  const answerer = random.chance(0.7) ? member : chief;
  const cc = answerer === member && random.chance(0.25) ? [chief] : [];
  return thread(
    {
      topic: random.pick(constituentTopics),
      opener: random.pick(constituents),
      answerer,
      cc,
      at: workTime(random),
      length: 1 + random.int(3),
      attachment: attachmentFor(random),
    },
    random,
  );
}

function internalThread(random: Random): readonly OfficeMail[] {
  const { member, chief, press, scheduler, adviser } = owners;
  const team: readonly Person[] = [member, chief, press, scheduler, adviser];
  const [opener = chief, answerer = member, third = adviser] = random.sample(
    random.chance(0.3) ? [...team, ...colleagues] : team,
    3,
  );
  return thread(
    {
      topic: random.pick(internalTopics),
      opener,
      answerer,
      cc: random.chance(0.25) ? [third] : [],
      at: workTime(random),
      length: 1 + random.int(2),
      attachment: attachmentFor(random),
    },
    random,
  );
}

function outsideThread(topics: readonly Topic[], people: readonly Person[], owner: Person) {
  return (random: Random): readonly OfficeMail[] =>
    thread(
      {
        topic: random.pick(topics),
        opener: random.pick(people),
        answerer: owner,
        cc: [],
        at: owner.owner === "personal" ? homeTime(random) : workTime(random),
        length: 1 + random.int(3),
        attachment: attachmentFor(random),
      },
      random,
    );
}

function foreignLetter(random: Random, index: number): readonly OfficeMail[] {
  const letter = foreignLetters[index % foreignLetters.length];
  const from = letter === undefined ? undefined : foreignWriters[letter.language];
  if (letter === undefined || from === undefined) return [];
  const at = workTime(random);
  const messageId = messageIdAt(domainOf(from.address), at, random);
  const to = [index % 3 === 0 ? owners.chief : owners.member];
  const body = writtenBy(from, letter.body, random);
  const rest = { references: [], extra: [], purpose: ORDINARY, flags: [] };
  return copiesOf({ from, to, cc: [], subject: letter.subject, at, messageId, body, ...rest }, random);
}

interface Meeting {
  readonly uid: string;
  readonly summary: string;
  readonly place: string;
  readonly organiser: Person;
  readonly attendee: Person;
  readonly start: number;
  readonly stamp: number;
}

function calendar(meeting: Meeting, method: "REQUEST" | "REPLY"): string {
  const { organiser, attendee, start } = meeting;
  const status = method === "REPLY" ? "ACCEPTED" : "NEEDS-ACTION;RSVP=TRUE";
  return [
    "BEGIN:VCALENDAR",
    "PRODID:-//Lanyard//Diary 2//EN",
    "VERSION:2.0",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${meeting.uid}`,
    `DTSTAMP:${calendarTime(meeting.stamp)}`,
    `DTSTART:${calendarTime(start)}`,
    `DTEND:${calendarTime(start + 3_600_000)}`,
    `SUMMARY:${meeting.summary}`,
    `LOCATION:${meeting.place}`,
    `ORGANIZER;CN="${organiser.name}":mailto:${organiser.address}`,
    `ATTENDEE;CN="${attendee.name}";PARTSTAT=${status}:mailto:${attendee.address}`,
    "SEQUENCE:0",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

function calendarBody(text: string, meeting: Meeting, method: "REQUEST" | "REPLY", random: Random): Part {
  const script = { charset: "utf-8", word: "Q", encoding: "quoted-printable" } as const;
  const octets = Buffer.from(calendar(meeting, method), "utf8").toString("latin1");
  return multipart("alternative", boundaryOf(random), [
    textPart("plain", text, script),
    leafPart(`text/calendar; charset=utf-8; method=${method}`, "base64", octets),
  ]);
}

const OCCASIONS = ["Round table on harbour dues", "Opening of the new quay", "Visit by the school council"];
const MEETINGS = ["Weekly office meeting", "Preparation for questions", "Briefing before the committee", ...OCCASIONS];

/** An invitation and its acceptance (LK-08: organisers whom the office knows). */
function meetingMails(random: Random): readonly OfficeMail[] {
  const inside = random.chance(0.4);
  const organiser = inside ? owners.scheduler : random.pick(organisers);
  const attendee = inside ? random.pick([owners.member, owners.chief, owners.adviser]) : owners.scheduler;
  const at = workTime(random, 0, 2160);
  const start = Math.ceil((at + (3 + random.int(20)) * 86_400_000) / 3_600_000) * 3_600_000;
  const place = `${random.pick(slots["place"] ?? [])}, room ${1 + random.int(40)}`;
  const uid = `${random.int(1_000_000_000)}@${domainOf(organiser.address)}`;
  const meeting = { uid, summary: random.pick(MEETINGS), place, organiser, attendee, start, stamp: at };
  const request = calendarLetter(meeting, { method: "REQUEST", at, references: [] }, random);
  const later = answerTime(random, at);
  const reply = { method: "REPLY", at: later, references: [request.messageId] } as const;
  const answers = random.chance(0.6) ? copiesOf(calendarLetter(meeting, reply, random), random.fork("reply")) : [];
  return [...copiesOf(request, random.fork("request"), inside ? {} : { inbox: "Invitations" }), ...answers];
}

interface CalendarTurn {
  readonly method: "REQUEST" | "REPLY";
  readonly at: number;
  readonly references: readonly string[];
}

function calendarLetter(meeting: Meeting, { method, at, references }: CalendarTurn, random: Random): Letter {
  const asking = method === "REQUEST";
  const from = asking ? meeting.organiser : meeting.attendee;
  const when = mailDate(meeting.start, officeOffset(meeting.start));
  const text = asking
    ? `You are invited: ${meeting.summary}\nWhen: ${when}\nWhere: ${meeting.place}\n\n${signature(from)}\n`
    : `${meeting.attendee.name} has accepted: ${meeting.summary}, ${when}\n`;
  return {
    from,
    to: [asking ? meeting.attendee : meeting.organiser],
    cc: [],
    subject: `${asking ? "Invitation" : "Accepted"}: ${meeting.summary}`,
    at,
    messageId: messageIdAt(domainOf(from.address), at, random),
    references,
    extra: calendarExtra(asking),
    body: calendarBody(text, meeting, method, random),
    purpose: { kind: "look-alike", id: "LK-08" },
    flags: [],
  };
}

function calendarExtra(asking: boolean): readonly Header[] {
  return asking ? [header("Content-Class", "calendar-message")] : [];
}

export function correspondence(): readonly OfficeMail[] {
  const { press, adviser, personal } = owners;
  const foreign = foreignLetters.flatMap((_, index) => foreignLetter(createRandom(`foreign-${index}`), index));
  return [
    ...times(172, "constituents", constituentThread),
    ...times(84, "internal", internalThread),
    ...times(62, "press", outsideThread(pressTopics, journalists, press)),
    ...times(66, "policy", outsideThread(policyTopics, experts, adviser)),
    ...times(64, "family", outsideThread(familyTopics, family, personal)),
    ...times(56, "meetings", meetingMails),
    ...foreign,
  ];
}
