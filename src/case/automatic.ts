/**
 * Was a message sent by a program, or by the press of a button: an automatic answer, a receipt, the answer to an invitation, a bulk mailing? Nobody
 * became a correspondent by any of these (RFC 3834; RFC 8098; RFC 5546 1.4). Pure.
 */
import type { ClaimsRecord, ReceiptRecord } from "./record.ts";

export interface MaybeAutomatic {
  readonly subject: string;
  readonly claims: Pick<ClaimsRecord, "autoSubmitted" | "precedence" | "extensionHeaders">;
  readonly receipt?: ReceiptRecord;
  readonly calendarMethod?: string;
}

export function isAutomatic(message: MaybeAutomatic): boolean {
  const { claims, receipt, calendarMethod = "" } = message;
  return (
    isAutomaticAnswer(message) ||
    receipt !== undefined ||
    CALENDAR_ANSWERS.has(calendarMethod) ||
    BULK.test(claims.precedence) ||
    claims.extensionHeaders.includes(SUPPRESSES)
  );
}

/** A program wrote it while its owner may have been away: it does not show that anybody read what it answers. */
export function isAutomaticAnswer({ subject, claims }: Pick<MaybeAutomatic, "subject" | "claims">): boolean {
  return (
    // RFC 3834: anything but `no` was sent by a program.
    (claims.autoSubmitted !== "" && !/^no\b/i.test(claims.autoSubmitted)) ||
    /^\s*auto_reply\b/i.test(claims.precedence) ||
    claims.extensionHeaders.some((name) => AUTOMATIC_FIELDS.has(name)) ||
    hasAutomaticSubject(subject)
  );
}

/** To invite is a letter; to accept, to decline, to ask for the newest state and to call off is a button. */
const CALENDAR_ANSWERS: ReadonlySet<string> = new Set(["reply", "refresh", "cancel", "declinecounter"]);
const BULK = /^\s*(?:bulk|junk|list)\b/i;
/** Asks for no automatic answer, as such answers themselves do, and some houses in all of their mail. */
const SUPPRESSES = "x-auto-response-suppress";
/** That vacation programs and ticket systems write. */
const AUTOMATIC_FIELDS: ReadonlySet<string> = new Set(
  "x-autoreply x-auto-reply x-autoreply-from x-autorespond x-autoresponder x-autoresponse x-vacation x-mail-autoreply".split(
    " ",
  ),
);

/** `Automatic reply: …` and the like, as programs write it by language. */
export function hasAutomaticSubject(subject: string): boolean {
  return AUTOMATIC_SUBJECT.test(subject.slice(0, SUBJECT_CHARS));
}

const SUBJECT_CHARS = 200;
const AUTOMATIC_SUBJECT =
  /^(?:auto(?:matic|mated)?[\s-]?(?:reply|response)|autoreply|out of (?:the )?office|automatische antwort|abwesenheits(?:notiz|nachricht)|réponse automatique|respuesta automática|risposta automatica|resposta automática|automatisch antwoord|autosvar|automaattinen vastaus|автоматический ответ|автоответ|自动回复|自動回覆|自動応答|자동 회신|תשובה אוטומטית|otomatik yanıt|odpowiedź automatyczna|automatická odpověď)(?![\p{L}])/iu;
