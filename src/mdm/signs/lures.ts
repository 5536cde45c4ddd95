/** What its words ask for and offer, and how they are written. */
import { isDisguisedHead, isScattered } from "../../signals/disguised-head.ts";
import { hasLookAlikeWords } from "../../signals/disguised-text.ts";
import { type Lures, luresIn } from "../../signals/lure-words.ts";
import type { LureTheme, StepTheme } from "../../signals/lures/lure.ts";
import { namesSum } from "../../signals/money-sums.ts";
import { randomWords } from "../../signals/random-words.ts";
import { maker } from "../model-object.ts";
import { once } from "../once.ts";
import type { SignFacts } from "./facts.ts";

/** Of the text, what is looked at for words in disguise: they stand where the reader begins. */
const SHOWN_CHARS_MAX = 20_000;
/** A pixel of words in front of which a letter is not dense. */
const DENSE_WORDS_MIN = 40;

function isDisguised({ subject, record, text }: SignFacts): boolean {
  const name = record.claims.from[0]?.name ?? "";
  const shown = text().slice(0, SHOWN_CHARS_MAX);
  if (isDisguisedHead(name) || isDisguisedHead(subject)) return true;
  return hasLookAlikeWords([subject, name, shown]) || isScattered(shown);
}

/** Words of letters, addresses of pages and of mail left out, counted to 200. */
function writtenWords(text: string): number {
  const shown = text.slice(0, SHOWN_CHARS_MAX).replace(/\S{1,200}(?:@|:\/\/)\S{0,2000}/g, " ");
  let count = 0;
  for (const _ of shown.matchAll(/\p{L}{2,}/gu)) if (++count >= 200) break;
  return count;
}

interface FoundLures {
  readonly all: Lures;
  readonly subject: () => number;
  readonly signs: SignFacts;
}

export function luresOf(signs: SignFacts): FoundLures {
  const { subject, text, words } = signs;
  const all = luresIn(`${subject}\n${text()}`, [...words().subject, ...words().text]);
  return { all, subject: once(() => luresIn(subject, words().subject).total), signs };
}

const ASKS: readonly LureTheme[] = [
  ...(["credentials", "suspension", "security-alert", "mailbox", "payment", "payment-change", "gift-card"] as const),
  ...(["delivery", "refund", "crypto", "extortion", "callback", "document"] as const),
];
const OFFERS: readonly LureTheme[] = ["prize", "gambling", "dating", "health", "money-offer", "advance-fee"];

const scoreOf =
  (...themes: readonly LureTheme[]) =>
  ({ all }: FoundLures): number =>
    themes.reduce((sum, theme) => sum + (all.scores.get(theme) ?? 0), 0);

const stepsOf =
  (step: StepTheme) =>
  ({ all }: FoundLures): number =>
    all.steps.get(step) ?? 0;

export const luresObject = maker<"Lures", FoundLures>("Lures", {
  ask: scoreOf(...ASKS),
  offer: scoreOf(...OFFERS),
  total: ({ all }) => all.total,
  rare: ({ all }) => all.rare,
  strongest: ({ all }) => Math.max(0, ...all.scores.values()),
  words: ({ all }) => all.words,
  written: ({ signs }) => writtenWords(signs.text()),
  density: ({ all }) => all.total / Math.max(all.words, DENSE_WORDS_MIN),
  subject: ({ subject }) => subject(),
  themes: ({ all }) =>
    [...all.scores]
      .filter(([, score]) => score >= 2)
      .sort(([, a], [, b]) => b - a)
      .map(([theme]) => theme),
  credentials: scoreOf("credentials"),
  suspension: scoreOf("suspension"),
  security_alert: scoreOf("security-alert"),
  mailbox: scoreOf("mailbox"),
  payment: scoreOf("payment"),
  payment_change: scoreOf("payment-change"),
  gift_card: scoreOf("gift-card"),
  rapport: scoreOf("rapport"),
  callback: scoreOf("callback"),
  delivery: scoreOf("delivery"),
  prize: scoreOf("prize"),
  document: scoreOf("document"),
  refund: scoreOf("refund"),
  crypto: scoreOf("crypto"),
  advance_fee: scoreOf("advance-fee"),
  extortion: scoreOf("extortion"),
  urgency: scoreOf("urgency"),
  gambling: scoreOf("gambling"),
  dating: scoreOf("dating"),
  health: scoreOf("health"),
  money_offer: scoreOf("money-offer"),
  assurance: scoreOf("assurance"),
  device_code: stepsOf("device-code"),
  app_password: stepsOf("app-password"),
  linked_device: stepsOf("linked-device"),
  pasted_command: stepsOf("pasted-command"),
  names_sum: ({ signs }) => namesSum(signs.subject) || namesSum(signs.text()),
  subject_names_sum: ({ signs }) => namesSum(signs.subject),
  random_words: ({ signs }) => randomWords(`${signs.subject}\n${signs.text()}`),
  subject_random_words: ({ signs }) => randomWords(signs.subject),
  is_disguised: ({ signs }) => isDisguised(signs),
});
