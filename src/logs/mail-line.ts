/** One line of a mail server's log: Postfix, Exim, Dovecot's delivery. Pure, total. What belongs to one mail has one queue name. */
import { type LogClock, type LogTime, leadingTime } from "./log-time.ts";

/** `message`: its Message-ID · `from`: its envelope sender · `to`: what became of it for one recipient · `saved`: into a mailbox. */
export interface MailLine {
  readonly at: LogTime;
  readonly kind: "message" | "from" | "to" | "saved";
  /** Name of the mail in the server's queue; empty for `saved`. */
  readonly queue: string;
  /** Message-ID without brackets, lower case, for `message` and `saved`; an address, lower case, for `from` and `to`. */
  readonly value: string;
  /** Further: of `from` in Exim the Message-ID; of `to` the address it came to first; of `saved` whose mailbox. */
  readonly other: string;
  /** Of `to`: it went on or was taken. */
  readonly isDelivered: boolean;
  /** Of `to`: it was given up. */
  readonly isRefused: boolean;
}

const POSTFIX =
  /\bpostfix(?:-\w+)?\/(?:[\w-]+\/)*[\w-]+\[\d+\]: ([0-9A-F]{6,20}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,20}): (.*)$/;
const EXIM = /^(?:\[\d+\] )?([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) (<=|=>|->|\*\*|>>) (.*)$/;
const DOVECOT = /\bdovecot: (?:lda|lmtp|deliver)\(([^)<]*)\)[^:]*: (?:[^:]*: )?msgid=<?([^>:\s]*)>?: saved mail to/;

export function parseMailLine(line: string, clock: LogClock): MailLine | null {
  const lead = leadingTime(line, clock);
  if (lead === null) return null;
  const { at, rest } = lead;
  const postfix = POSTFIX.exec(rest);
  if (postfix !== null) return postfixLine(at, postfix[1] ?? "", postfix[2] ?? "");
  const exim = EXIM.exec(rest);
  if (exim !== null) return eximLine(at, exim[1] ?? "", { sign: exim[2] ?? "", text: exim[3] ?? "" });
  const dovecot = DOVECOT.exec(rest);
  if (dovecot === null) return null;
  const [, user = "", id = ""] = dovecot;
  return { ...NOTHING, at, kind: "saved", value: id.toLowerCase(), other: user.toLowerCase() };
}

const NOTHING = { queue: "", value: "", other: "", isDelivered: false, isRefused: false } as const;

function postfixLine(at: LogTime, queue: string, text: string): MailLine | null {
  const id = /^message-id=<?([^>\s]*)>?/.exec(text);
  if (id !== null) return { ...NOTHING, at, kind: "message", queue, value: (id[1] ?? "").toLowerCase() };
  const from = /^from=<([^>]*)>/.exec(text);
  if (from !== null) return { ...NOTHING, at, kind: "from", queue, value: (from[1] ?? "").toLowerCase() };
  const to = /^to=<([^>]*)>,(?: orig_to=<([^>]*)>,)?/.exec(text);
  if (to === null) return null;
  const [, status = ""] = /\bstatus=(\w+)/.exec(text) ?? [];
  const [, address = "", first = ""] = to;
  return {
    ...{ at, kind: "to", queue, value: address.toLowerCase(), other: first.toLowerCase() },
    isDelivered: status === "sent",
    isRefused: status === "bounced" || status === "expired",
  };
}

function eximLine(
  at: LogTime,
  queue: string,
  { sign, text }: { readonly sign: string; readonly text: string },
): MailLine {
  if (sign === "<=") {
    const [from = ""] = text.split(" ", 1);
    const [, id = ""] = /\bid=(\S+)/.exec(text) ?? [];
    return { ...NOTHING, at, kind: "from", queue, value: from.toLowerCase(), other: id.toLowerCase() };
  }
  const [, address = "", first = ""] = /^(\S+)(?: <([^>]*)>)?/.exec(text) ?? [];
  // `jdoe <jdoe@office.example>`: a local part, and the address it came to.
  const whole = address.includes("@") ? address : first;
  return {
    ...{ at, kind: "to", queue, value: whole.toLowerCase().replace(/:$/, ""), other: first.toLowerCase() },
    isDelivered: sign !== "**",
    isRefused: sign === "**",
  };
}
