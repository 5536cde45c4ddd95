/**
 * The competing explanations of a campaign, and what would change each. Every campaign is weighed against all of them, so that
 * none is believed because it was the only one looked at (Heuer, analysis of competing hypotheses).
 */

/** `accused`, `other-group` and `unknown` all say that somebody chose these readers; they differ in who. */
export type ExplanationKind =
  | "accused"
  | "other-group"
  | "unknown"
  | "commercial"
  | "outreach"
  | "crime"
  | "simulation";

export interface Explanation {
  readonly kind: ExplanationKind;
  /** Completes "It is …". Names nobody. */
  readonly title: string;
  /** A column's head. */
  readonly short: string;
  /** What would speak for or against it, in plain sentences. */
  readonly wouldChange: readonly string[];
}

export const EXPLANATIONS: Readonly<Record<ExplanationKind, Explanation>> = {
  accused: {
    kind: "accused",
    title: "the work of a group that the given intelligence accuses",
    short: "accused group",
    wouldChange: [
      "For it: a host, domain or address of this campaign in an official list of the group's, dated near the campaign.",
      "Against it: the same hosts shown to be another's at that time, or a list that proves to be of shared or stale addresses.",
    ],
  },
  "other-group": {
    kind: "other-group",
    title: "the work of another group that the given intelligence knows",
    short: "other known group",
    wouldChange: [
      "For it: an indicator of another group in the campaign, or an official statement that names another for it.",
      "Against it: indicators that only one group is known to have used.",
    ],
  },
  unknown: {
    kind: "unknown",
    title: "the work of somebody who chose these readers, and who that is the mail does not tell",
    short: "somebody who chose them",
    wouldChange: [
      "For it: the same mail at colleagues who share the theme, and nowhere else; a receipt or load confirmed in your own logs.",
      "Against it: the same mail at hundreds of people with nothing in common; a subscription that somebody remembers.",
    ],
  },
  commercial: {
    kind: "commercial",
    title: "a newsletter or advertising, perhaps a new or small one",
    short: "newsletter",
    wouldChange: [
      "For it: a reader who remembers subscribing; a publisher who answers at an address found by other means than this mail.",
      "Against it: a reader who never gave the address to anybody; a publisher who cannot be found outside this mail.",
    ],
  },
  outreach: {
    kind: "outreach",
    title: "sales or other outreach with a tracking tool",
    short: "outreach",
    wouldChange: [
      "For it: a firm and a person who can be found and rung up by other means, and something they sell.",
      "Against it: a persona that does not exist, or whose real bearer knows nothing of the mail.",
    ],
  },
  crime: {
    kind: "crime",
    title: "crime as it is sent to anybody: fraud, phishing, harmful files",
    short: "crime",
    wouldChange: [
      "For it: the same form, file or account in public lists of phishing; victims with nothing in common.",
      "Against it: nothing was ever asked for, and no money could be made of it.",
    ],
  },
  simulation: {
    kind: "simulation",
    title: "an awareness test that your own organisation ordered",
    short: "test",
    wouldChange: [
      "It can be settled in one call: ask whoever orders such tests, by a way that this mail did not name.",
      "Against it: personal accounts or relatives were written to; no test may do that.",
    ],
  },
};

export const EXPLANATION_KINDS: readonly ExplanationKind[] = [
  "accused",
  "other-group",
  "unknown",
  "commercial",
  "outreach",
  "crime",
  "simulation",
];
