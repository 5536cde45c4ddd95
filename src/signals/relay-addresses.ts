/**
 * Addresses by which services pass on what their users write to strangers: invitations, shared files, comments, forms, invoices, surveys.
 * The service's own authentication passes, and the words are anybody's (threat-facts TF-202, TF-204).
 *
 * General knowledge, our own selection. Pure; one look-up.
 */
import { registrableDomain } from "../url/registrable-domain.ts";

/** Whole addresses, of services that write about themselves too. */
const ADDRESSES: ReadonlySet<string> = new Set(
  (
    "drive-shares-noreply@google.com drive-shares-dm-noreply@google.com forms-receipts-noreply@google.com " +
    "notify-noreply@google.com comments-noreply@docs.google.com calendar-notification@google.com " +
    "noreply-apps-scripts-notifications@google.com classroom-noreply@google.com noreply@sites.google.com " +
    "notifications@github.com noreply@github.com service@paypal.com service@intl.paypal.com service@paypal.de " +
    "no-reply@dropbox.com no-reply@zoom.us noreply@event.eventbrite.com noreply@eventbrite.com " +
    "member@surveymonkeyuser.com noreply@zohosalesiq.com noreply@wetransfer.com invitations@linkedin.com " +
    "no-reply@canva.com no-reply@sharepointonline.com noreply@trustpilotmail.com"
  ).split(" "),
);

/** Registrable domains that write nothing but what users had them write. */
const DOMAINS: ReadonlySet<string> = new Set(
  (
    "zendesk.com freshdesk.com surveymonkeyuser.com qp-mail.com zohosalesiq.com zohoforms.com jotform.com typeform.com " +
    "docusign.net echosign.com adobesign.com hellosign.com pandadoc.com pandadoc.net signnow.com trello.com notion.so " +
    "asana.com monday.com atlassian.net calendly.com doodle.com eventbrite.com meetup.com smartsheet.com airtable.com " +
    "quickbooks.com freshbooks.com squareup.com wetransfer.com sendspace.com issuu.com agendapro.com ghost.io"
  ).split(" "),
);

/** Return paths of services that put their user's own address into From: forms and comments of Google. */
const BOUNCES: ReadonlySet<string> = new Set(["trix.bounces.google.com", "docos.bounces.google.com"]);

/** Lower case both; `returnPath` is empty where it is not known. */
export function passesOnWords(address: string, returnPath = ""): boolean {
  if (ADDRESSES.has(address) || BOUNCES.has(hostOf(returnPath))) return true;
  return DOMAINS.has(registrableDomain(hostOf(address)));
}

function hostOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
