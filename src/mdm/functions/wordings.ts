/**
 * `ml.nlu_classifier` by phrases in some twenty languages, in place of a model (mql.md, 8: a labelled substitute may answer parts). It only finds: an
 * intent or entity that no phrase speaks for is undetermined, never absent, so that no rule fires because something was not found. Topics, tags,
 * language and everything that rules use to clear mail (`benign`, newsletters) stay undetermined.
 *
 * Thresholds were set where no phrase of clean mail reached them: docs/decisions/0022-intents-by-phrases.md.
 */
import type { HostFunction } from "../../mql/types.ts";
import { Json, MoreItems, Undetermined, type Value } from "../../mql/value.ts";
import { luresIn } from "../../signals/lure-words.ts";
import { valueObject } from "../model-object.ts";
import { define } from "./define.ts";

type Theme = Parameters<ReturnType<typeof luresIn>["scores"]["get"]>[0];

const NLU = new Undetermined(["nlu"]);
/** From this sum of weights an intent is found; how sure a model would be is not known. */
const FOUND = 5;
/** From this one it is called high. */
const HIGH = 6;
/** A phrase that means little elsewhere. */
const ENTITY = 2;

const intents: readonly (readonly [name: string, themes: readonly Theme[]])[] = [
  ["cred_theft", ["credentials", "suspension", "security-alert", "mailbox"]],
  ["callback_scam", ["callback"]],
  ["bec", ["payment-change", "gift-card", "rapport"]],
  ["extortion", ["extortion"]],
  ["advance_fee", ["advance-fee"]],
];

const entities: readonly (readonly [name: string, themes: readonly Theme[]])[] = [
  ["urgency", ["urgency"]],
  ["request", ["credentials", "payment-change", "gift-card"]],
  ["financial", ["payment", "payment-change", "gift-card", "refund"]],
];

export const nluClassifier: HostFunction = define({
  name: "ml.nlu_classifier",
  positional: [["text", ["string"]]],
  keywords: [
    ["subject", ["string"]],
    ["display_name", ["string"]],
  ],
  result: "NLU",
  meaning: "Intents and entities that phrases speak for, in place of a model: what is not found is undetermined.",
  call: (_host, [text = null]) => classified(text instanceof Json ? (text.value as Value) : text),
});

function classified(text: Value): Value {
  if (typeof text !== "string") return null;
  const { scores } = luresIn(text);
  const sum = (themes: readonly Theme[]) => themes.reduce((total, theme) => total + (scores.get(theme) ?? 0), 0);
  const most = (themes: readonly Theme[]) => Math.max(...themes.map((theme) => scores.get(theme) ?? 0));
  return valueObject(
    "NLU",
    {
      intents: someOf(
        intents
          .filter(([, themes]) => sum(themes) >= FOUND)
          .map(([name, themes]) => valueObject("NLUIntent", { name, confidence: sum(themes) >= HIGH ? "high" : NLU })),
      ),
      entities: someOf(
        entities
          .filter(([, themes]) => most(themes) >= ENTITY)
          .map(([name]) => valueObject("NLUEntity", { name, text: NLU })),
      ),
    },
    NLU,
  );
}

function someOf(found: readonly Value[]): Value {
  return found.length === 0 ? NLU : [...found, new MoreItems(["nlu"])];
}
