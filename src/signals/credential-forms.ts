/**
 * Forms inside a mail or an attached page that take passwords or card numbers: whoever opens it needs no site to be robbed.
 *
 * Reads the markup's start tags, nothing else; pure and total, linear in the markup.
 */
import { limits } from "../base/limits.ts";
import type { StartTag } from "../html/markup.ts";
import { MarkupTokenizer } from "../html/markup-tokenizer.ts";
import { resolveReference } from "../url/resolve.ts";

export interface FormFacts {
  readonly forms: number;
  /** Fields of the type that shows dots. */
  readonly passwordInputs: number;
  /** Fields named or hinted to take what one logs in or pays with, that are no password fields. */
  readonly secretInputs: number;
  /** Hosts that forms are sent to, distinct. */
  readonly targets: readonly string[];
}

const NO_FORMS: FormFacts = { forms: 0, passwordInputs: 0, secretInputs: 0, targets: [] };
const TARGETS_MAX = 20;
const SECRET =
  /passw|pwd|\bpin\b|cvv|cvc|card.?num|cc-number|otp|one-time-code|\bssn\b|seed|mnemonic|kennwort|contrase|senha|mot.?de.?passe/i;

export function readForms(html: string): FormFacts {
  const markup = html.slice(0, limits.htmlBytesMax);
  if (!/<(?:form|input|textarea)\b/i.test(markup)) return NO_FORMS;
  const found = { forms: 0, passwordInputs: 0, secretInputs: 0, targets: new Set<string>() };
  const nothing = (): void => {};
  new MarkupTokenizer(markup, {
    startTag: (tag) => note(tag, found),
    endTag: nothing,
    text: nothing,
    space: nothing,
    comment: nothing,
    endOfFile: nothing,
  }).run();
  return { ...found, targets: [...found.targets] };
}

interface Counts {
  forms: number;
  passwordInputs: number;
  secretInputs: number;
  readonly targets: Set<string>;
}

function note(tag: StartTag, counts: Counts): void {
  if (tag.name === "form") {
    counts.forms += 1;
    const host = resolveReference(attributeOf(tag, "action"), null)?.host ?? "";
    if (host !== "" && counts.targets.size < TARGETS_MAX) counts.targets.add(host);
  } else if (tag.name === "input" || tag.name === "textarea") {
    if (attributeOf(tag, "type").toLowerCase() === "password") counts.passwordInputs += 1;
    else if (["name", "id", "autocomplete", "placeholder"].some((name) => SECRET.test(attributeOf(tag, name)))) {
      counts.secretInputs += 1;
    }
  }
}

function attributeOf({ attributes }: StartTag, name: string): string {
  return attributes.find((attribute) => attribute.name === name)?.value ?? "";
}
