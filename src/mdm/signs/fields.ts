/**
 * Facts of `src/signals/` as rules read them, under `letterlock`: whom a message plays, what it asks, what it opens. They need the message
 * itself, so that they are told when it is read, and a rest of a rule never names them. Everything is worked out when a rule asks, once.
 */
import { receivedResults } from "../../case/received-results.ts";
import { isListMail } from "../../signals/mailing-list.ts";
import { registrableDomain } from "../../url/registrable-domain.ts";
import type { MessageFacts } from "../message-facts.ts";
import type { SignFacts } from "./facts.ts";
import { formsObject, formsOf } from "./forms.ts";
import { impersonationObject } from "./impersonation.ts";
import { leadsElsewhere, linkObject } from "./links.ts";
import { luresObject, luresOf } from "./lures.ts";
import { pictureObject, pictureOf } from "./picture.ts";
import { isReport } from "./report.ts";
import { divergenceObject, resultsObject, shapesOf } from "./sender.ts";

/** The fields of `letterlock` that need the message. */
export const signFields = {
  impersonation: (signs: SignFacts) => impersonationObject(signs),
  lures: (signs: SignFacts) => luresObject(luresOf(signs)),
  divergence: (signs: SignFacts) => divergenceObject(signs),
  sender_shapes: (signs: SignFacts) => shapesOf(signs),
  results: (signs: SignFacts) => resultsObject(signs.results()),
  links: (signs: SignFacts) => signs.links().map((link) => linkObject({ link, signs })),
  is_foreign: (signs: SignFacts) => leadsElsewhere(signs),
  link_domains: ({ record }: SignFacts) => new Set(record.content.linkHosts.map(registrableDomain)).size,
  forms: ({ mail }: SignFacts) => formsObject(formsOf(mail)),
  picture: (signs: SignFacts) => pictureObject({ ...pictureOf(signs), signs }),
  hidden_words: ({ mail }: SignFacts) => hiddenIn(mail),
  is_list: ({ record, servers }: SignFacts) => isListMail(record, receivedResults(record.auth, servers)),
  is_report: (signs: SignFacts) => isReport(signs),
} as const;

function hiddenIn(mail: MessageFacts): number {
  const { html } = mail.body();
  return html === null ? 0 : html.readings().reduce((sum, { hiddenWords }) => sum + hiddenWords, 0);
}
