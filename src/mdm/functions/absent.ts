/**
 * Functions that need a network, a model of language or pictures, or an engine that is not here (mql.md, 9.5 and 9.7): rules that use
 * them are checked, and what they answer is undetermined with the name of what is missing. A link is never visited: its server would
 * learn that the mail was opened.
 */
import type { HostFunction } from "../../mql/types.ts";
import { absent, type ParameterText } from "./define.ts";

const FILE: ParameterText = ["file", ["Attachment", "File", "DownloadedFile"]];
const TEXT: ParameterText = ["text", ["string"]];
const LINK: ParameterText = ["link", ["Link", "URL", "string"]];
const MODE: readonly ParameterText[] = [["mode", ["string"]]];

export const absentFunctions: readonly HostFunction[] = [
  absent(
    { name: "ml.link_analysis", positional: [LINK], keywords: MODE, result: "LinkAnalysis" },
    "link",
    "What a visit to a link shows.",
  ),
  absent(
    { name: "beta.linkanalysis", positional: [LINK], keywords: MODE, result: "LinkAnalysis" },
    "link",
    "What a visit to a link shows.",
  ),
  absent({ name: "beta.ml_topic", positional: [TEXT], result: "TopicResult" }, "nlu", "Topics of a text."),
  absent(
    { name: "ml.macro_classifier", positional: [FILE], result: "MacroClassifier" },
    "macro_ml",
    "What a model makes of macros.",
  ),
  absent(
    { name: "ml.attack_score", result: "AttackScore" },
    "attack_score",
    "What a model makes of the whole message.",
  ),
  absent(
    { name: "beta.fuzzy_attack_score", result: "AttackScore" },
    "attack_score",
    "What a model makes of the whole message.",
  ),
  absent({ name: "beta.ml_translate", positional: [TEXT], result: "Translate" }, "translate", "The text in English."),
];
