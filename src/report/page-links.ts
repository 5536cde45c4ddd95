/**
 * Links within the page. Anchors are numbers of this page's own making, never text from mail, and a thing that the page
 * had no room for gets no link.
 */
import type { Campaign, Person } from "../case/judgement.ts";
import type { StoredMessage } from "../ports/store.ts";
import { type Html, html } from "./html.ts";

export interface PageLinks {
  readonly campaign: (id: string, text: Html) => Html;
  readonly person: (id: string, text: Html) => Html;
  readonly message: (sha256: string, text: Html) => Html;
}

/** What the page shows, in its order. */
export interface PageContent {
  readonly campaigns: readonly Campaign[];
  readonly people: readonly Person[];
  readonly messages: readonly StoredMessage[];
}

export function pageLinks({ campaigns, people, messages }: PageContent): PageLinks {
  return {
    campaign: linker(
      "campaign",
      campaigns.map(({ id }) => id),
    ),
    person: linker(
      "person",
      people.map(({ id }) => id),
    ),
    message: linker(
      "message",
      messages.map(({ record }) => record.sha256),
    ),
  };
}

function linker(kind: string, ids: readonly string[]): (id: string, text: Html) => Html {
  const places = new Map<string, number>();
  for (const [index, id] of ids.entries()) if (!places.has(id)) places.set(id, index + 1);
  return (id, text) => {
    const place = places.get(id);
    return place === undefined ? text : html`<a href="#${kind}-${place}">${text}</a>`;
  };
}
