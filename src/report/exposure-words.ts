/** The exposure scale of threat-facts 3 in words: what a sender learned about a reader, and what not. */
import type { Disclosure, Exposure, Likelihood, Person } from "../case/judgement.ts";
import { peopleCounted } from "./wording.ts";

export interface LevelWords {
  /** The name of the level in a few words. */
  readonly name: string;
  /** What happened to so many people: `opened by 2 people`. */
  readonly happened: (people: number) => string;
  /** What the sender learned, in short, as the subject of `was` or `were`; null when nothing is known to have been. */
  readonly learned: { readonly what: string; readonly verb: "was" | "were" } | null;
  /** The same in full, a sentence each. */
  readonly disclosed: readonly string[];
  readonly notDisclosed: readonly string[];
}

const LOADED_DIRECTLY: Pick<LevelWords, "learned" | "disclosed" | "notDisclosed"> = {
  learned: { what: "location, network and device", verb: "were" },
  disclosed: [
    "That this person opened the mail, when, and how often.",
    "The network address (IP), and with it the provider and the rough place: home, office, hotel or abroad.",
    "The device, its system and the mail program.",
  ],
  notDisclosed: ["Passwords, files and other mail: opening a mail does not open the mailbox."],
};

const WORDS: Readonly<Record<Exposure["level"], LevelWords>> = {
  0: {
    name: "not delivered",
    happened: (people) => `not delivered to ${peopleCounted(people)}`,
    learned: null,
    disclosed: ["Nothing that can be seen in what was read."],
    notDisclosed: ["Place, network and device of the reader, as far as the mail that was read can tell."],
  },
  1: {
    name: "delivered, no sign of opening",
    happened: (people) => `delivered to ${peopleCounted(people)}, no sign of opening`,
    learned: null,
    disclosed: ["Nothing that can be seen, apart from the address taking mail."],
    notDisclosed: [
      "Place, network and device, as far as the mail can tell. A phone or a scanner may have opened it unseen.",
    ],
  },
  2: {
    name: "opened, remote content blocked",
    happened: (people) => `opened by ${peopleCounted(people)}, remote content blocked`,
    learned: null,
    disclosed: ["Nothing, or at most that the name of the sender's server was looked up."],
    notDisclosed: ["Place, network and device of the reader."],
  },
  3: {
    name: "opened, loaded through the mail provider",
    happened: (people) => `opened by ${peopleCounted(people)} through their mail provider`,
    learned: { what: "that the address is read, and when,", verb: "was" },
    disclosed: ["That somebody reads this address, and when the mail was first opened."],
    notDisclosed: ["Place, network and device of the reader: the sender saw the mail provider's servers instead."],
  },
  4: {
    name: "opened, loaded directly",
    happened: (people) => `opened by ${peopleCounted(people)}`,
    ...LOADED_DIRECTLY,
  },
  5: {
    name: "opened, load found in logs",
    happened: (people) => `opened by ${peopleCounted(people)}, found in logs`,
    ...LOADED_DIRECTLY,
  },
  6: {
    name: "receipt, reply or click",
    happened: (people) => `receipt, reply or click by ${peopleCounted(people)}`,
    learned: { what: "what the answer held, or the click", verb: "was" },
    disclosed: [
      "That this address is used, and when it reacted; a reply or a click shows that the mail was read, an automatic answer does not.",
      "What the receipt or reply held: mail program, time zone, signature, and for a click the network and device.",
    ],
    notDisclosed: ["What was not written or typed in. Ask first whether a password was entered anywhere."],
  },
};

/** What each thing learned is, and what is said where it was not. */
const LEARNED: Readonly<Record<Disclosure, { readonly yes: string; readonly no: string | null }>> = {
  live: { yes: "That this address takes mail.", no: null },
  scan: {
    yes: "A time at which a program loaded or took the mail, which says nothing of when, or whether, a person read it.",
    no: null,
  },
  opened: { yes: "That somebody opened the mail, when, and how often.", no: "Whether and when the mail was read." },
  network: {
    yes: "The network address (IP), and with it the provider and the rough place: home, office, hotel or abroad.",
    no: "Network address and place.",
  },
  device: {
    yes: "The device, its system and the mail program, as they show themselves when they load.",
    no: "The device.",
  },
  client: {
    yes: "The mail program, the time zone and what else stands in the head of the answer, where many servers write the network address too.",
    no: null,
  },
  answer: { yes: "What the answer said, its signature included.", no: null },
  action: { yes: "What was clicked, and by which browser; also what was typed in there, if anything was.", no: null },
  others: { yes: "Perhaps the networks of those to whom it was passed on.", no: null },
};
const CONTENT_WORDS = "Passwords, files and other mail: opening a mail does not open the mailbox.";

/**
 * What the sender learned of this reader, and what not, a sentence each: by what the evidence says, or by the level alone where it does
 * not say more.
 */
export function disclosureOf({ level, likelihood, learned, learnedAs = {} }: Exposure): {
  readonly disclosed: readonly string[];
  readonly notDisclosed: readonly string[];
} {
  if (learned === undefined || level === 0) {
    const { disclosed, notDisclosed } = levelWords(level);
    return { disclosed, notDisclosed };
  }
  const told = ORDER.filter((one) => learned.includes(one));
  const not = ORDER.filter((one) => !learned.includes(one) && !isInHead(one, learned)).flatMap(
    (one) => LEARNED[one].no ?? [],
  );
  const typed = learned.includes("action")
    ? "What was not typed in. Ask first whether a password was entered anywhere."
    : CONTENT_WORDS;
  return {
    disclosed:
      told.length === 0
        ? levelWords(level).disclosed
        : told.map((one) => asSure(LEARNED[one].yes, learnedAs[one] ?? likelihood, likelihood)),
    notDisclosed: [...not, typed],
  };
}

/** What the head of an answer may tell: of that nobody can say that it was not given away. */
function isInHead(what: Disclosure, learned: readonly Disclosure[]): boolean {
  return learned.includes("client") && (what === "network" || what === "device");
}

/** Where it is more or less sure than what the whole is said with, the sentence says so. */
function asSure(sentence: string, as: Likelihood, whole: Likelihood): string {
  return as === whole
    ? sentence
    : `${{ possible: "Possibly", probable: "Probably", confirmed: "Confirmed" }[as]}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

const ORDER: readonly Disclosure[] = [
  "live",
  "scan",
  "opened",
  "network",
  "device",
  "client",
  "answer",
  "action",
  "others",
];

export function levelWords(level: Exposure["level"]): LevelWords {
  return WORDS[level];
}

/** `may have been disclosed`, `was probably disclosed`, `was disclosed`. */
export function disclosedVerb(likelihood: Likelihood, verb: "was" | "were"): string {
  switch (likelihood) {
    case "possible":
      return "may have been disclosed";
    case "probable":
      return `${verb} probably disclosed`;
    case "confirmed":
      return `${verb} disclosed`;
  }
}

/** What a likelihood means here. */
export function likelihoodMeaning(likelihood: Likelihood): string {
  switch (likelihood) {
    case "possible":
      return "nothing speaks against it, but there is little evidence for it";
    case "probable":
      return "the mail itself points to it, but nothing independent confirms it";
    case "confirmed":
      return "independent evidence, such as a reply or a log, shows it";
  }
}

/** `Possibly opened, loaded directly`; no full stop. */
export function howFar({ level, likelihood }: Pick<Exposure, "level" | "likelihood">): string {
  const sure = { possible: "Possibly", probable: "Probably", confirmed: "Confirmed:" }[likelihood];
  return `${sure} ${WORDS[level].name}`;
}

/** What one campaign gave away of a person; over all where the case does not tell campaigns apart. */
export function exposureIn({ campaigns, exposure }: Person, campaign: string): Exposure {
  return campaigns?.find((one) => one.campaign === campaign)?.exposure ?? exposure;
}
