/** Forms in it and in its attached pages, and programs in those. */
import { readForms } from "../../signals/credential-forms.ts";
import { extensionOf, type FileFacts } from "../attachments.ts";
import type { MessageFacts } from "../message-facts.ts";
import { maker } from "../model-object.ts";

/** Attached pages that are looked into. */
const PAGES_MAX = 5;

interface FoundForms {
  readonly count: number;
  readonly passwords: number;
  readonly secrets: number;
  readonly targets: readonly string[];
  readonly pages: number;
  readonly scripts: number;
}

export function formsOf(mail: MessageFacts): FoundForms {
  const pages = mail
    .files()
    .filter(isPage)
    .slice(0, PAGES_MAX)
    .map(({ bytes }) => Buffer.from(bytes()).toString("latin1"));
  const { html } = mail.body();
  const forms = [...(html === null ? [] : [html.raw()]), ...pages].map(readForms);
  const sum = (read: (form: (typeof forms)[number]) => number): number =>
    forms.reduce((all, one) => all + read(one), 0);
  return {
    count: sum((form) => form.forms),
    passwords: sum((form) => form.passwordInputs),
    secrets: sum((form) => form.secretInputs),
    targets: [...new Set(forms.flatMap(({ targets }) => targets))],
    pages: pages.length,
    scripts: pages.filter((page) => /<script\b|\son(?:load|error|click)\s*=|javascript:/i.test(page)).length,
  };
}

function isPage({ name, contentType, disposition }: FileFacts): boolean {
  const isNamed = /^(?:s?html?|xht(?:ml)?|svg|mht(?:ml)?)$/i.test(extensionOf(name) ?? "");
  return isNamed || (disposition === "attachment" && /html|svg/.test(contentType ?? ""));
}

export const formsObject = maker<"Forms", FoundForms>("Forms", {
  count: ({ count }) => count,
  passwords: ({ passwords }) => passwords,
  secrets: ({ secrets }) => secrets,
  targets: ({ targets }) => targets,
  attached_pages: ({ pages }) => pages,
  attached_scripts: ({ scripts }) => scripts,
});
