/**
 * What a subject line says that judging asks for: that it wants a subscription confirmed, or that it is about politics
 * and rights, as lures for the people we protect are (threat-facts TF-203, TF-209).
 *
 * Words, not truth: anybody can write them. Pure; linear in the subject. Words are our own selection.
 */
import { WordFinder } from "./word-finder.ts";

const SUBJECT_CHARS_MAX = 500;

/** Parts of sentences, lower case, in the languages that bulk mail is written in. */
const confirmations = new WordFinder([
  ...["confirm your subscription", "confirm subscription", "confirm your email", "confirm your e-mail"],
  ...["verify your subscription", "subscription confirmed", "subscription confirmation", "confirm your sign-up"],
  ...["anmeldung bestätigen", "bestätigen sie ihre anmeldung", "bestätige deine anmeldung", "newsletter-anmeldung"],
  ...[
    "abonnement bestätigen",
    "confirmez votre inscription",
    "confirmer votre inscription",
    "confirmez votre abonnement",
  ],
  ...["confirmation d'inscription", "confirma tu suscripción", "confirme su suscripción", "confirmar suscripción"],
  ...["confirme a sua inscrição", "confirme sua inscrição", "confirmar inscrição", "conferma la tua iscrizione"],
  ...["conferma iscrizione", "bevestig je inschrijving", "bevestig uw inschrijving", "bevestig je aanmelding"],
  ...["bekräfta din prenumeration", "bekræft din tilmelding", "bekreft abonnementet", "vahvista tilaus"],
  ...["potvrďte odběr", "potvrďte přihlášení", "potwierdź subskrypcję", "potwierdź zapis", "erősítse meg feliratkozás"],
  ...["confirmă abonarea", "confirmați abonarea", "подтвердите подписку", "підтвердьте підписку"],
  ...["aboneliğinizi onaylayın", "تأكيد الاشتراك", "אישור הרשמה", "确认订阅", "確認訂閱", "購読の確認", "구독 확인"],
]);

export function confirmsSubscription(subject: string): boolean {
  return confirmations.isIn(subject.slice(0, SUBJECT_CHARS_MAX).toLowerCase());
}

/** Whole words; what shops use as well ("rights", "election of the month") stands only with its noun. */
const TOPIC =
  /(?<![\p{L}\p{N}])(?:sanctions?|parliament\w{0,6}|human rights|democracy|foreign (?:policy|affairs|minister)|geopoliti\w{1,6}|elections?|referendum|dissidents?|embassy|asylum|genocide|espionage|disinformation|menschenrechte?|demokratie|sanktionen|parlament|wahlen|droits de l'homme|démocratie|parlement|élections?|derechos humanos|democracia|elecciones|diritti umani|democrazia|elezioni|права человека|санкции|выборы|парламент|права людини|санкції|вибори)(?![\p{L}\p{N}])|人权|人權|民主|制裁|议会|議會|选举|選舉|인권|민주주의/iu;

/** The first word of politics and rights in it, as written; null for none. */
export function policyTopic(subject: string): string | null {
  return TOPIC.exec(subject.slice(0, SUBJECT_CHARS_MAX))?.[0] ?? null;
}
