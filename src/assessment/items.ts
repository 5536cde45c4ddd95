/**
 * The evidence items, and how each stands to each explanation: the table of the analysis of competing hypotheses, as data.
 * What counts is what speaks *against* an explanation; what fits all of them tells nothing, and is shown so that nobody
 * takes it for more. Each cell has its reason. Who sent a campaign is only ever told by the items about intelligence: a
 * technique is not an actor (threat-facts, rules 2 and 3, section 5).
 */
import type { CampaignEvidence } from "./evidence.ts";
import type { ExplanationKind } from "./explanations.ts";
import { hoursSentence, nearEventsSentence } from "./timing-words.ts";

export type Fit = "consistent" | "neutral" | "inconsistent";

/** How much it speaks against: 1 somewhat, 2 clearly, 3 strongly; 0 where it does not. */
export interface Cell {
  readonly fit: Fit;
  readonly against: 0 | 1 | 2 | 3;
  readonly why: string;
}

export interface EvidenceItem {
  /** Stable id. */
  readonly id: string;
  /** What was seen, in a sentence with its figures, without a full stop; null where it was not seen. */
  readonly seen: (evidence: CampaignEvidence) => string | null;
  /** Why it weighs little whatever it says; null where it does not. A weak item speaks against nothing more than somewhat. */
  readonly weakBecause: ((evidence: CampaignEvidence) => string | null) | null;
  readonly cells: Readonly<Record<ExplanationKind, Cell>>;
}

function yes(why: string): Cell {
  return { fit: "consistent", against: 0, why };
}

function either(why: string): Cell {
  return { fit: "neutral", against: 0, why };
}

function no(against: 1 | 2 | 3, why: string): Cell {
  return { fit: "inconsistent", against, why };
}

type Others = Readonly<Record<Exclude<ExplanationKind, "accused" | "other-group" | "unknown">, Cell>>;

/** The three that say "somebody chose these readers" stand alike to everything but intelligence. */
function cells(chosen: Cell, others: Others): EvidenceItem["cells"] {
  return { accused: chosen, "other-group": chosen, unknown: chosen, ...others };
}

/** Half of the campaign's mail and more. */
function mostly(count: number, { messages }: CampaignEvidence): boolean {
  return count > 0 && count * 2 >= messages;
}

/** Reads like news, and does not say to mail programs how to leave it: an honest publisher's own servers do. */
function isNewsWithoutExit(evidence: CampaignEvidence): boolean {
  return mostly(evidence.news, evidence) && !mostly(evidence.listUnsubscribe, evidence);
}

function of(count: number, { messages }: CampaignEvidence): string {
  return `(${count} of ${messages})`;
}

/** A campaign to so many people chose nobody in particular. */
const MANY_READERS = 200;
/** Of so many mailboxes that were read, the chosen are few when they are a fifth at most. */
const MAILBOXES_TO_COMPARE = 10;
const FEW_PARTS = 5;
const SHARED_ROLE_CHANCE = 0.01;
const YEAR_DAYS = 365;
const BURST_DAYS = 45;

const TOKENS: readonly EvidenceItem[] = [
  {
    id: "token.hidden-in-news",
    seen: (e) =>
      isNewsWithoutExit(e) && mostly(e.hiddenPersonal, e) && serviced(e) === null
        ? `hidden loads name each reader in mail that reads like news, and no known mail service explains them ${of(e.hiddenPersonal, e)}`
        : null,
    weakBecause: null,
    cells: cells(yes("it tells the sender which chosen reader opened, when and from where, and asks for nothing"), {
      commercial: no(2, "publishers count openings through services that can be recognised, and say who they are"),
      outreach: no(3, "who sells something does not pose as a newspaper"),
      crime: no(2, "there is no money in knowing who opened an article"),
      simulation: no(2, "a test wants a click that can be counted, and reads like work, not like news"),
    }),
  },
  {
    id: "token.hidden",
    seen: (e) =>
      !isNewsWithoutExit(e) && mostly(e.hiddenPersonal, e) && serviced(e) === null
        ? `hidden loads name each reader, and no known mail service explains them ${of(e.hiddenPersonal, e)}`
        : null,
    weakBecause: null,
    cells: cells(yes("it tells the sender which chosen reader opened, when and from where"), {
      commercial: no(1, "most publishers use a service that can be recognised; some small ones build their own"),
      outreach: either("tools for outreach do the same, also small ones that nobody knows"),
      crime: no(1, "some criminals test which addresses are read, few of them build a value for each"),
      simulation: either("tests count openings too"),
    }),
  },
  {
    id: "token.one-copy",
    seen: (e) =>
      e.hiddenPersonal === 0 && e.likelyOnly > 0
        ? `loads look as if they told readers apart, from one copy each ${of(e.likelyOnly, e)}`
        : null,
    weakBecause: () => "one copy cannot show whether the value is another for other readers",
    cells: cells(yes("it would be the token that such a sender needs"), {
      commercial: yes("ordinary tracking looks the same"),
      outreach: yes("ordinary tracking looks the same"),
      crime: either("some count openings, most do not care"),
      simulation: yes("tests count openings"),
    }),
  },
];

const SENDERS: readonly EvidenceItem[] = [
  {
    id: "sender.no-known-outlet",
    seen: (e) => (mostly(e.news, e) && e.covert > 0 ? `poses as news, and is no known outlet ${of(e.news, e)}` : null),
    weakBecause: null,
    cells: cells(yes("made-up outlets with domains of their own were used in the known campaigns"), {
      commercial: no(1, "a new or small outlet is in no register either, but there are few of them"),
      outreach: no(2, "outreach names the firm that it is for"),
      crime: either("criminals pose as banks, parcels and shops, seldom as news"),
      simulation: either("a test may pose as anything"),
    }),
  },
  {
    id: "sender.authenticated",
    seen: (e) =>
      mostly(e.aligned, e) ? `authentication passed for the sender's own domain ${of(e.aligned, e)}` : null,
    weakBecause: () => "it proves who holds the domain, not who that is: a made-up outlet passes as well",
    cells: cells(either("who buys a domain passes"), {
      commercial: either("an honest publisher passes"),
      outreach: either("a firm passes"),
      crime: either("criminals buy domains too"),
      simulation: either("tests come from domains that were bought for them"),
    }),
  },
  {
    id: "sender.fails",
    seen: (e) =>
      mostly(e.failed, e) ? `authentication did not pass for the sender that is shown ${of(e.failed, e)}` : null,
    weakBecause: null,
    cells: cells(yes("the lax domains of real institutes were used to pose as them"), {
      commercial: no(2, "mailings are set up to pass, or they would not arrive"),
      outreach: no(1, "a firm's own mail passes, most of the time"),
      crime: yes("forged senders are the ordinary thing"),
      simulation: either("a test may be let in by agreement without passing"),
    }),
  },
  {
    id: "sender.first-contact",
    seen: (e) => (e.firstContact === true ? "nothing came from these senders before, and nobody wrote to them" : null),
    weakBecause: () => "every sender writes for a first time",
    cells: cells(yes("invented senders have no past"), {
      commercial: no(1, "a subscription usually begins with a confirmation"),
      outreach: yes("cold outreach is a first contact by its nature"),
      crime: yes("throw-away senders have no past"),
      simulation: yes("the sender was made for the test"),
    }),
  },
  {
    id: "sender.known-before",
    seen: (e) => (e.firstContact === false ? "its senders had written before, or were written to" : null),
    weakBecause: () => "a real correspondent's account may be taken over, and personas are kept up for long",
    cells: cells(no(1, "the invented senders of the known campaigns had no past"), {
      commercial: yes("a subscription has a past"),
      outreach: yes("business contacts have a past"),
      crime: no(1, "throw-away senders have no past"),
      simulation: no(1, "the sender of a test is new"),
    }),
  },
];

const READERS: readonly EvidenceItem[] = [
  {
    id: "readers.few-of-many",
    seen: (e) =>
      e.mailboxes >= MAILBOXES_TO_COMPARE && e.readers > 0 && e.readers * FEW_PARTS <= e.mailboxes
        ? `it went to ${e.readers} of the ${e.mailboxes} people whose mail was read`
        : null,
    weakBecause: () => "any list, bought, stolen or subscribed to, holds a few people of a house",
    cells: cells(yes("somebody may have chosen them"), {
      commercial: either("a few of a house subscribe to the same thing"),
      outreach: yes("outreach picks people by name"),
      crime: either("the lists of criminals hold a few of a house too"),
      simulation: no(1, "tests go to whole departments"),
    }),
  },
  {
    id: "readers.few-read",
    seen: (e) =>
      e.readers > 0 && e.readers < MANY_READERS && e.mailboxes < MAILBOXES_TO_COMPARE
        ? `it went to ${e.readers === 1 ? "one person" : `${e.readers} people`} here; whether they were chosen cannot be told`
        : null,
    weakBecause: () => "the mail of too few people was read to say who was left out",
    cells: cells(either("they may have been chosen"), {
      commercial: either("thousands of others may have got it"),
      outreach: either("others may have got it"),
      crime: either("thousands of others may have got it"),
      simulation: either("the whole house may have got it"),
    }),
  },
  {
    id: "readers.many",
    seen: (e) => (e.readers >= MANY_READERS ? `it went to ${e.readers} people` : null),
    weakBecause: null,
    cells: cells(no(2, "so many are not chosen one by one, though the known campaign wrote to hundreds"), {
      commercial: yes("mailings go to many"),
      outreach: no(1, "outreach goes to the few who decide"),
      crime: yes("it is sent to anybody"),
      simulation: yes("a test goes to the whole house"),
    }),
  },
  {
    id: "readers.share-role",
    seen: ({ sharedRole: shared }) =>
      shared !== null && shared.chance <= SHARED_ROLE_CHANCE
        ? `${shared.chosenWithRole} of ${shared.chosen} readers whose role is known are ${shared.role}, against ${shared.allWithRole} of ${shared.all} people; by lot that would happen in ${chanceWords(shared.chance)}`
        : null,
    weakBecause: null,
    cells: cells(yes("the known campaigns chose by role and theme"), {
      commercial: no(1, "a trade letter goes to one trade too"),
      outreach: yes("lists for sale are sorted by role"),
      crime: no(2, "it goes to anybody, or to those who handle money"),
      simulation: no(1, "tests go by department, not by theme"),
    }),
  },
  {
    id: "readers.warned",
    seen: ({ warnedReaders: n }) =>
      n > 0
        ? `${n === 1 ? "one reader was" : `${n} readers were`} warned of state attackers by a mail provider, whose authentication passed`
        : null,
    weakBecause: () =>
      "such a warning names neither the mail nor the sender, and whoever is warned gets other mail too",
    cells: cells(yes("a provider saw somebody like that at work on the account"), {
      commercial: no(1, "advertising gives no cause for it"),
      outreach: no(1, "outreach gives no cause for it"),
      crime: no(1, "providers tell these apart from ordinary crime"),
      simulation: no(1, "a test gives no cause for it"),
    }),
  },
];

const SERVICES: readonly EvidenceItem[] = [
  {
    id: "service.bulk",
    seen: (e) => serviceSentence(e, "bulk", "sent through a bulk mail service that did its usual thing"),
    weakBecause: () => "anybody can rent one: the campaign of 2021 had ten accounts at such a service",
    cells: cells(no(1, "it leaves a customer's name and an invoice, and was used all the same"), {
      commercial: yes("that is what such services are for"),
      outreach: no(1, "outreach is sent by other tools"),
      crime: no(1, "services close such accounts within days"),
      simulation: no(1, "tests come through services of their own"),
    }),
  },
  {
    id: "service.sales",
    seen: (e) => serviceSentence(e, "sales", "sent with a tool for sales and outreach"),
    weakBecause: null,
    cells: cells(no(2, "such a tool belongs to a firm that sells; a persona may use one all the same"), {
      commercial: no(2, "newsletters are sent by other services, not from a person's own account"),
      outreach: yes("that is what such tools are for"),
      crime: no(2, "the accounts are paid for and soon closed"),
      simulation: no(2, "tests come through services of their own"),
    }),
  },
  {
    id: "service.simulation",
    seen: (e) =>
      mostly(e.verifiedSimulation, e)
        ? `sent through a service that only sends awareness tests, and its own authentication passed at receipt ${of(e.verifiedSimulation, e)}`
        : null,
    weakBecause: null,
    cells: cells(no(3, "such a service knows its customers and tests their own staff"), {
      commercial: no(3, "such a service sends nothing else"),
      outreach: no(3, "such a service sends nothing else"),
      crime: no(3, "such a service knows its customers"),
      simulation: yes("that is what such services are for"),
    }),
  },
  {
    id: "service.simulation-claimed",
    seen: (e) => {
      if (e.verifiedSimulation > 0) return null;
      const told = serviceSentence(e, "simulation", "bears the marks of a service for tests");
      if (told !== null || !mostly(e.claimedSimulation, e)) return told;
      return `calls itself a phishing test in its header ${of(e.claimedSimulation, e)}`;
    },
    weakBecause: () => "nothing vouches for it: anybody can write these header fields and links to be left alone",
    cells: cells(either("whoever knows the marks can copy them"), {
      commercial: no(1, "advertising has no reason to bear them"),
      outreach: no(1, "outreach has no reason to bear them"),
      crime: either("whoever knows the marks can copy them"),
      simulation: yes("a test bears them"),
    }),
  },
];

const CONTENTS: readonly EvidenceItem[] = [
  {
    id: "form.newsletter",
    seen: (e) =>
      mostly(e.listUnsubscribe, e)
        ? `has the header fields of a newsletter, which let mail programs leave it ${of(e.listUnsubscribe, e)}`
        : null,
    weakBecause: null,
    cells: cells(either("made-up outlets can have them too, and leave the reader to guess"), {
      commercial: yes("a newsletter has them"),
      outreach: no(2, "a letter from one person to another has none"),
      crime: no(1, "few take the trouble"),
      simulation: no(2, "tests look like work, not like a newsletter"),
    }),
  },
  {
    id: "asks.without-test-marks",
    seen: (e) =>
      e.credentials + e.malware > 0 && !e.services.some(({ kind }) => kind === "simulation")
        ? "asks for a login or carries a harmful file, and bears no marks of a known service for tests"
        : null,
    weakBecause: null,
    cells: cells(either("an attack bears none"), {
      commercial: either("advertising bears none"),
      outreach: either("outreach bears none"),
      crime: either("an attack bears none"),
      simulation: no(2, "nearly all tests come through services that can be recognised; some houses make their own"),
    }),
  },
  {
    id: "exit.full",
    seen: (e) =>
      mostly(e.fullExit, e)
        ? `offers a way out in the text and for mail programs ${of(e.fullExit, e)}; whether it works was not tried, since that would answer the sender`
        : null,
    weakBecause: null,
    cells: cells(no(2, "the known lures had none; a careful imitation has"), {
      commercial: yes("the law asks for it, and services add it"),
      outreach: either("some tools add it"),
      crime: no(2, "few take the trouble, and many would rather know who answers"),
      simulation: no(1, "a test is left by no one"),
    }),
  },
  {
    id: "exit.none",
    seen: (e) =>
      e.messages > 0 && mostly(e.news, e) && e.listUnsubscribe === 0
        ? "reads like a newsletter, and offers mail programs no way to leave it"
        : null,
    weakBecause: null,
    cells: cells(yes("nobody is meant to leave"), {
      commercial: no(2, "the law asks for it, and large providers do not deliver mailings without it"),
      outreach: either("personal mail has none"),
      crime: yes("nobody is meant to leave"),
      simulation: yes("a test is left by no one"),
    }),
  },
  {
    id: "asks.login",
    seen: (e) => (e.credentials > 0 ? `asks for a login, or hides where its link leads ${of(e.credentials, e)}` : null),
    weakBecause: null,
    cells: cells(yes("several states' groups steal logins by mail"), {
      commercial: no(3, "advertising asks for no password"),
      outreach: no(3, "outreach asks for no password"),
      crime: yes("logins are sold"),
      simulation: yes("a test asks for one, to count who gives it"),
    }),
  },
  {
    id: "asks.file",
    seen: (e) => (e.malware > 0 ? `carries a file that runs something or hides what it is ${of(e.malware, e)}` : null),
    weakBecause: null,
    cells: cells(yes("it is one way into a chosen reader's computer"), {
      commercial: no(3, "advertising carries none"),
      outreach: no(3, "outreach carries none"),
      crime: yes("it is the ordinary way"),
      simulation: no(1, "tests carry harmless ones, and seldom"),
    }),
  },
  {
    id: "fires-on-opening",
    seen: (e) =>
      e.exploits > 0 ? `runs a program or reaches for a file share as soon as it is opened ${of(e.exploits, e)}` : null,
    weakBecause: null,
    cells: cells(yes("such flaws were used against ministries and parties, dressed as news"), {
      commercial: no(3, "no mailing needs that"),
      outreach: no(3, "no letter needs that"),
      crime: no(1, "it is dear, and used where the reader is worth it"),
      simulation: no(3, "no test may do that"),
    }),
  },
  {
    id: "fires-in-calendar",
    seen: (e) =>
      e.invitations > 0
        ? `invitations of a stranger make calendar programs fetch something, whether they are read or not ${of(e.invitations, e)}`
        : null,
    weakBecause: null,
    cells: cells(yes("it tells that the address is in use, without anything to be clicked"), {
      commercial: no(2, "newsletters are no invitations"),
      outreach: either("some who sell send invitations unasked"),
      crime: no(1, "there is little to gain in it"),
      simulation: no(1, "it shows nothing about what a reader does"),
    }),
  },
  {
    id: "asks.foreign-receipt",
    seen: (e) =>
      e.foreignReceipts > 0
        ? `asks for receipts to another address than the sender's ${of(e.foreignReceipts, e)}`
        : null,
    weakBecause: null,
    cells: cells(yes("somebody else than the sender shown learns who reads it"), {
      commercial: no(2, "mailings ask for no receipts"),
      outreach: no(1, "a firm has receipts sent to itself"),
      crime: no(1, "few ask for receipts"),
      simulation: no(1, "tests count clicks, not receipts"),
    }),
  },
  {
    id: "asks.nothing",
    seen: (e) =>
      e.messages > 0 && e.asking === 0 && mostly(e.hiddenPersonal, e)
        ? "asks for nothing that is looked for: no form, no login, no harmful file, no deceiving link, no payment"
        : null,
    weakBecause: null,
    cells: cells(yes("opening it is all that is wanted: the first, quiet step"), {
      commercial: either("newsletters mostly inform"),
      outreach: either("outreach wants an answer, which is not looked for"),
      crime: no(2, "there is nothing to gain in it"),
      simulation: no(2, "there is nothing that could be counted as a failure"),
    }),
  },
];

const TIMES: readonly EvidenceItem[] = [
  {
    id: "time.years",
    seen: ({ timing }) =>
      (timing.spanDays ?? 0) >= YEAR_DAYS
        ? `went on over ${Math.floor((timing.spanDays ?? 0) / YEAR_DAYS)} years or more`
        : null,
    weakBecause: null,
    cells: cells(yes("the known campaigns went on for years"), {
      commercial: yes("newsletters go on for years"),
      outreach: no(1, "who does not answer is dropped"),
      crime: no(2, "hosts and stories are changed within weeks"),
      simulation: either("tests are repeated"),
    }),
  },
  {
    id: "time.burst",
    seen: ({ timing }) =>
      timing.spanDays !== null && timing.spanDays <= BURST_DAYS && timing.sendings >= 3
        ? `all of it came within ${timing.spanDays + 1} days`
        : null,
    weakBecause: () => "the case may hold only a part of it",
    cells: cells(yes("the known waves lasted days to weeks"), {
      commercial: no(1, "a newsletter goes on"),
      outreach: yes("a series of reminders ends soon"),
      crime: yes("waves last days"),
      simulation: yes("a test lasts days"),
    }),
  },
  {
    id: "time.near-events",
    seen: ({ timing }) => nearEventsSentence(timing),
    weakBecause: () => "news makes everybody write, and the events were picked by somebody who knew the mail",
    cells: cells(yes("the known waves followed elections, sanctions and prizes"), {
      commercial: either("newsletters follow the news"),
      outreach: no(1, "sales follow no politics"),
      crime: no(1, "only disasters and taxes bring waves"),
      simulation: no(1, "tests follow a plan"),
    }),
  },
  {
    id: "time.hours",
    seen: ({ timing }) => hoursSentence(timing),
    weakBecause: () => "a sender chooses its clock, and may write when its readers are at work",
    cells: cells(either("people of an office, in any of these zones"), {
      commercial: either("an office too"),
      outreach: either("an office too"),
      crime: either("many work by day as well"),
      simulation: either("an office too"),
    }),
  },
];

/** The only items that may speak for a name. */
const INTELLIGENCE: readonly EvidenceItem[] = [
  {
    id: "intel.accused",
    seen: (e) => matchSentence(e, "accused", false),
    weakBecause: null,
    cells: {
      accused: yes("a source ties the value to that group"),
      "other-group": no(2, "groups seldom share what they run; they do buy from the same sellers"),
      unknown: no(2, "somebody else would have had to come by the same value"),
      commercial: no(3, "a source calls it malicious"),
      outreach: no(3, "a source calls it malicious"),
      crime: no(2, "the source ties it to a state's group"),
      simulation: no(3, "a source calls it malicious"),
    },
  },
  {
    id: "intel.other-group",
    seen: (e) => matchSentence(e, "known", false),
    weakBecause: null,
    cells: {
      accused: no(2, "groups seldom share what they run; they do buy from the same sellers"),
      "other-group": yes("a source ties the value to that group"),
      unknown: no(2, "somebody else would have had to come by the same value"),
      commercial: no(3, "a source calls it malicious"),
      outreach: no(3, "a source calls it malicious"),
      crime: no(1, "a source ties the value to a group by name; some such groups are criminal"),
      simulation: no(3, "a source calls it malicious"),
    },
  },
  {
    id: "intel.nameless",
    seen: (e) => matchSentence(e, null, false),
    weakBecause: null,
    cells: cells(yes("a source calls it malicious, and names nobody"), {
      commercial: no(2, "a source calls it malicious"),
      outreach: no(2, "a source calls it malicious"),
      crime: yes("most such lists are of crime"),
      simulation: no(2, "a source calls it malicious"),
    }),
  },
  {
    id: "intel.shared-value",
    seen: (e) => matchSentence(e, "any", true),
    weakBecause: () => "strangers use the same value: a rented address, a relay or a service's host",
    cells: cells(either("it fits, and fits many others"), {
      commercial: either("its neighbours at a host do not make it malicious"),
      outreach: either("its neighbours at a host do not make it malicious"),
      crime: either("it fits, and fits many others"),
      simulation: either("its neighbours at a host do not make it malicious"),
    }),
  },
];

/** In the order in which they are shown. */
export const ITEMS: readonly EvidenceItem[] = [
  ...INTELLIGENCE,
  ...TOKENS,
  ...SENDERS,
  ...READERS,
  ...SERVICES,
  ...CONTENTS,
  ...TIMES,
];

/** The known service that sent most of it; a simulation's marks alone do not count. */
function serviced(evidence: CampaignEvidence): string | null {
  const found = evidence.services.find(({ kind, messages }) => kind !== "simulation" && mostly(messages, evidence));
  return found?.name ?? null;
}

function serviceSentence(
  evidence: CampaignEvidence,
  kind: "bulk" | "sales" | "simulation",
  words: string,
): string | null {
  const own = evidence.services.filter((service) => service.kind === kind);
  const messages = own.reduce((sum, service) => sum + service.messages, 0);
  if (!mostly(messages, evidence)) return null;
  const names = own.map(({ name }) => name).slice(0, 3);
  return `${words}: ${names.join(", ")} ${of(messages, evidence)}`;
}

const MATCHES_TOLD = 3;

/** `standing`: of the group that the source names; null for matches that name none; `any` for all. */
function matchSentence(
  { intel: { matches, groups } }: CampaignEvidence,
  standing: "accused" | "known" | "any" | null,
  shared: boolean,
): string | null {
  const standingOf = (group: string | null) =>
    group === null ? null : (groups.find(({ name }) => name === group)?.standing ?? "known");
  const own = matches.filter(
    ({ group, isShared }) => isShared === shared && (standing === "any" || standingOf(group) === standing),
  );
  if (own.length === 0) return null;
  const values = [...Map.groupBy(own, ({ value, kind }) => `${kind} ${value}`).values()];
  const told = values.slice(0, MATCHES_TOLD).map(valueSentence);
  const left = values.length - told.length;
  return `holds ${told.join("; ")}${left > 0 ? `; and ${left} more` : ""}`;
}

type Match = CampaignEvidence["intel"]["matches"][number];

/** One value, by whatever sources. A STIX object's long id tells a reader nothing. */
function valueSentence(same: readonly Match[]): string {
  const [first] = same;
  const sources = [...new Set(same.map(({ source }) => source.replace(/, [a-z-]+--[0-9a-f-]{36}$/, "")))];
  const groups = [...new Set(same.flatMap(({ group }) => group ?? []))];
  const one = sources.length === 1;
  // The user's word or the server's certificate, never the document's own.
  const official = same.every(({ isOfficial }) => isOfficial);
  const who = one
    ? `a source${official ? " vouched for as official" : ""}`
    : `several sources${official ? " vouched for as official" : ""}`;
  const verbs = { indicator: ["lists", "list"], statement: ["names in a statement", "name in statements"] } as const;
  const [lists, list] = verbs[(first?.kind ?? "") as keyof typeof verbs] ?? ["lists as a server", "list as a server"];
  const tie = groups.length === 0 ? "" : ` and ${one ? "ties" : "tie"} to ${groups.join(", ")}`;
  return `${first?.value ?? ""}, which ${who} (${sources.join("; ")}) ${one ? lists : list}${tie}`;
}

/** `1 of 250 cases`. */
export function chanceWords(chance: number): string {
  if (chance <= 1e-6) return "less than 1 of a million cases";
  return chance >= 0.5 ? `${Math.round(chance * 100)} of 100 cases` : `about 1 of ${Math.round(1 / chance)} cases`;
}
