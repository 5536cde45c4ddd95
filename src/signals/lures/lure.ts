/**
 * Phrases by which mail asks for what it should not have. One file a language; the form of a line is
 * `theme weight: phrase / phrase`. A `~` stands for up to three words; words are written without marks, in lower case.
 *
 * Weights say how much a phrase means by itself: 1 is ordinary in honest mail too, as are the words of sales, prizes, points and
 * deadlines; 3 hardly ever is. They add up, so the threshold is the rule's. One word alone weighs 1. Our own selection, in words that held twenty years ago as they do today; no text of anybody's mail.
 */
export type LureTheme =
  /** Asks to give, confirm or renew what one logs in or pays with. */
  | "credentials"
  /** An account is or will be blocked, limited, closed. */
  | "suspension"
  /** Somebody signed in, something odd was seen. */
  | "security-alert"
  /** Mailbox full, mails held back, password runs out. */
  | "mailbox"
  /** A bill or payment failed, is due, was made. */
  | "payment"
  /** Another bank account from now on. */
  | "payment-change"
  | "gift-card"
  /** Are you there, I need a favour. */
  | "rapport"
  /** Call this number. */
  | "callback"
  | "delivery"
  | "prize"
  | "document"
  | "refund"
  | "crypto"
  /** Money of the dead, loans, funds to move. */
  | "advance-fee"
  | "extortion"
  /** Act at once, or else. */
  | "urgency"
  /** Says of itself that its sender was checked. */
  | "assurance"
  /** What unasked mail sells. */
  | "gambling"
  | "dating"
  | "health"
  | "money-offer"
  | "advertising";

/**
 * Steps by which a reader lets somebody in without giving a password away. Help pages name them as often as thieves do, so that they count in no total: a rule
 * asks who says so, and what stands beside.
 */
export const STEP_THEMES = [
  /** Enter a code on a provider's page, or send back what it shows. */
  "device-code",
  /** Make a password for one program, and hand it over. */
  "app-password",
  /** Link another device to a messenger. */
  "linked-device",
  /** Paste a command where the system runs it. */
  "pasted-command",
] as const;
export type StepTheme = (typeof STEP_THEMES)[number];

export interface LurePhrase {
  readonly theme: LureTheme | StepTheme;
  readonly weight: number;
  /** Words; `~` for up to three others. */
  readonly words: readonly string[];
}

export function lurePhrases(lines: string): readonly LurePhrase[] {
  return lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .flatMap((line) => {
      const [head = "", body = ""] = line.split(":");
      const [theme = "", weight = "1"] = head.split(" ");
      return body.split("/").map((phrase) => ({
        theme: theme as LurePhrase["theme"],
        weight: Number(weight),
        words: phrase.trim().split(/\s+/),
      }));
    });
}
