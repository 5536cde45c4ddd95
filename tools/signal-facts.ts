/**
 * One message → the names of the facts of `src/signals/` that hold for it, for measuring them over sets of mail. What a name
 * means stands beside the function that tells it; here they are only given short names.
 */
import { alignedPass } from "../src/auth/alignment.ts";
import { readAuthentication } from "../src/auth/authentication-results.ts";
import { decodeText } from "../src/mail/body.ts";
import { displayText, findField } from "../src/mail/headers.ts";
import { withLateFields } from "../src/mail/late-fields.ts";
import type { Message } from "../src/mail/message.ts";
import { plausibleFroms } from "../src/mail/plausible-froms.ts";
import { readViews } from "../src/mail/views/read-views.ts";
import { readLetterhead } from "../src/pipeline/letterhead.ts";
import { readTexts } from "../src/pipeline/texts.ts";
import { recognizeService } from "../src/signals/bulk-services.ts";
import { readClaims } from "../src/signals/claims.ts";
import { readForms } from "../src/signals/credential-forms.ts";
import { divergenceOf } from "../src/signals/divergence.ts";
import { copyrightHolders, impersonation, playedInText } from "../src/signals/impersonation.ts";
import { registeredSenders, sentenceWords } from "../src/signals/known-senders.ts";
import { type LinkFacts, linkFacts } from "../src/signals/link-facts.ts";
import { findLinkHosts } from "../src/signals/link-hosts.ts";
import { luresIn } from "../src/signals/lure-words.ts";
import { pictureMail } from "../src/signals/picture-mail.ts";
import { readRecipients } from "../src/signals/recipients.ts";
import { hasRandomCase, senderShapes } from "../src/signals/sender-shape.ts";
import { serviceOfHost } from "../src/signals/services/tables.ts";
import { registrableDomain } from "../src/url/registrable-domain.ts";
import { isFreeMail } from "../src/url/shared-domains.ts";

const LINKS_MAX = 300;

export function signalFacts(bytes: Uint8Array): ReadonlySet<string> {
  const facts = new Set<string>();
  const views = readViews(bytes);
  const message = withLateFields(views.strict);
  const texts = readTexts(views);
  const froms = plausibleFroms(message);
  const claims = readClaims(message, froms);
  const { subject } = readLetterhead(message);
  const readers = readRecipients(message).known;
  const readings = texts.documents
    .filter(({ kind, view }) => kind === "html" && view === "")
    .map(({ reading }) => reading);
  const shown = readings.map(({ visibleText }) => visibleText).join("\n");
  const text = shown.trim() === "" ? texts.plain.join("\n") : shown;
  const { hosts } = findLinkHosts(readings, texts.plain);
  const add = (name: string, holds: unknown): void => {
    if (holds) facts.add(name);
  };
  for (const flag of [...views.flags, ...texts.flags]) facts.add(`flag:${flag}`);

  // Authentication as recorded at receipt.
  const { results: auth } = readAuthentication(message);
  add("auth:recorded", auth.length > 0);
  const aligned = alignedPass(auth, claims);
  add("auth:aligned", aligned.dkim || aligned.spf || aligned.dmarc);
  add("auth:unaligned", auth.length > 0 && !(aligned.dkim || aligned.spf || aligned.dmarc));
  for (const { method, result, position } of auth)
    if (position === 0 && /^(?:spf|dkim|dmarc)$/.test(method)) facts.add(`auth:${method}-${result}`);

  // Who it says it is.
  const from = claims.from[0] ?? { name: "", address: "" };
  const host = from.address.slice(from.address.lastIndexOf("@") + 1);
  const fromDomain = registrableDomain(host);
  // The readers' domain may be none of the public ones, as in anonymised mail.
  const isReadersHost = readers.some((reader) => reader.endsWith(`@${host}`));
  for (const shape of senderShapes(from)) if (shape !== "no-domain" || !isReadersHost) facts.add(`sender:${shape}`);
  const isReport =
    message.entities.some(({ mediaType: { subtype } }) =>
      /^(?:report|delivery-status|feedback-report)$/.test(subtype),
    ) ||
    /mailer-daemon|^postmaster\b|mail delivery (?:sub)?system/i.test(`${from.address} ${from.name}`) ||
    (claims.autoSubmitted !== "" && claims.autoSubmitted !== "no");
  add("returnPath:null", !isReport && /^\s*<\s*>/.test(findFieldText(message, "return-path")));
  add("report", isReport);
  add("sender:free-mail", isFreeMail(fromDomain));
  add("sender:is-reader", readers.includes(from.address));
  add("sender:reader-domain", readers.some((reader) => reader.endsWith(`@${host}`)) && !readers.includes(from.address));
  add(
    "sender:reader-in-name",
    readers.some((reader) => from.name.toLowerCase().includes(reader)) && !readers.includes(from.address),
  );
  const raw = findFieldText(message, "from");
  const local = /([A-Za-z0-9._+-]{5,64})@/.exec(raw.slice(raw.lastIndexOf("<") + 1))?.[1] ?? "";
  add("sender:random-case", hasRandomCase(local));
  const played = impersonation(claims);
  for (const { where, isWhole, isDisguised, excuse, sender } of played.byName) {
    facts.add(`name:${where}${isWhole ? "-whole" : ""}${excuse === null ? "" : `-${excuse}`}`);
    facts.add(`name-kind:${sender.kind}${excuse === null ? "" : "-excused"}`);
    add("name:disguised", isDisguised && excuse === null);
  }
  for (const { resemblance } of played.byDomain)
    facts.add(`domain:${resemblance.how}${resemblance.isCountry ? "-cc" : ""}`);
  add("from:known", played.from.length > 0);
  add("from:known-aligned", played.from.length > 0 && facts.has("auth:aligned"));
  add("from:known-unaligned", played.from.length > 0 && facts.has("auth:unaligned"));
  add("auth:self-unaligned", facts.has("auth:unaligned") && readers.some((reader) => reader.endsWith(`@${host}`)));
  const divergence = divergenceOf(claims);
  for (const key of ["replyTo", "returnPath", "messageId", "dkim", "sender"] as const)
    facts.add(`${key}:${divergence[key]}`);
  add("replyTo:free-mail", divergence.replyToFreeMail);
  add("bulk:unsubscribe", claims.listUnsubscribe.length > 0);
  add("bulk:list", claims.listId !== "");
  add("reply", claims.isReply);
  const service = recognizeService({ claims, loads: [], content: { linkHosts: hosts }, auth });
  add("service", service !== null);
  add("service:verified", service?.verified);
  add("subject:reply-form", /^\s*(?:re|fwd?|aw|wg|sv|tr|rv|enc)\s*:/i.test(subject));
  add("subject:false-reply", /^\s*(?:re|aw|sv|antw|odp)\s*:/i.test(subject) && !claims.isReply);
  add("subject:symbols", /\p{Extended_Pictographic}|[\u2500-\u27bf]/u.test(subject));
  add(
    "subject:reader",
    readers.some((reader) => subject.toLowerCase().includes(reader)),
  );
  add("to:none", readers.length === 0);
  add("to:undisclosed", /undisclosed/i.test(findFieldText(message, "to")));

  // What it says.
  const lures = luresIn(`${subject}\n${text}`);
  for (const [theme, score] of lures.scores) {
    facts.add(`lure:${theme}`);
    if (score >= 2) facts.add(`lure:${theme}2`);
    if (score >= 3) facts.add(`lure:${theme}3`);
    if (score >= 6) facts.add(`lure:${theme}6`);
  }
  for (const bar of [3, 5, 8, 12, 20]) add(`lures:${bar}`, lures.total >= bar);
  for (const bar of [0.02, 0.05, 0.1])
    add(`lure-density:${bar}`, lures.total >= 3 && lures.total / Math.max(lures.words, 40) >= bar);
  for (const theme of luresIn(subject).scores.keys()) facts.add(`subject-lure:${theme}`);
  add("subject-lure", luresIn(subject).total >= 2);
  const holders = copyrightHolders(text);
  const known = registeredSenders();
  const theirs = [host, ...hosts];
  add(
    "copyright:other",
    holders.some((holder) => !known.ofHost(host).includes(holder)),
  );
  add(
    "copyright:absent",
    holders.some((holder) => !theirs.some((one) => known.ofHost(one).includes(holder))),
  );
  const bySubject = known.named(subject).filter(({ sender }) => !known.ofHost(host).includes(sender));
  add("subject:brand", bySubject.length > 0);
  add(
    "subject:brand-absent",
    bySubject.some(({ sender }) => !theirs.some((one) => known.ofHost(one).includes(sender))),
  );
  const inText = playedInText([subject, text].map(sentenceWords), [host, ...hosts]);
  add("text:brand-absent", inText !== null);
  add("text:brand-absent2", (inText?.mentions ?? 0) >= 2);
  add("text:brand-absent4", (inText?.mentions ?? 0) >= 4);
  const notSender = playedInText([subject, text].map(sentenceWords), [host]);
  add("text:brand-other", notSender !== null);
  add("text:brand-other2", (notSender?.mentions ?? 0) >= 2);
  add("text:brand-other4", (notSender?.mentions ?? 0) >= 4);

  // What it opens.
  const links = readings.flatMap(({ links: found, base }) =>
    found.slice(0, LINKS_MAX).map((link) => linkFacts(link.url, link.text, { readers, base })),
  );
  const inPlain = texts.plain.flatMap((plain) =>
    [...plain.slice(0, 100_000).matchAll(/https?:\/\/[^\s<>"')\]]+/gi)]
      .slice(0, 50)
      .map(([url]) => linkFacts(url, "", { readers, base: null })),
  );
  const all = [...links, ...inPlain];
  noteLinks(all, fromDomain, add);
  const pictures = readings.reduce(
    (sum, { references }) => sum + references.filter(({ fires }) => fires === "open").length,
    0,
  );
  const images = message.entities.filter(({ mediaType }) => mediaType.type === "image").length;
  const picture = pictureMail(text, pictures + images);
  add("picture-only", picture.isPictureOnly);
  add("picture-only-link", picture.isPictureOnly && all.length > 0);
  add("scan", picture.asksToScan);
  add("words:<20", picture.words < 20);
  add("words:<60", picture.words < 60);
  add("html", readings.length > 0);
  add("remote-pictures", pictures > 0);
  add(
    "attachment",
    message.entities.some(({ disposition }) => disposition?.kind === "attachment"),
  );
  for (const entity of message.entities) {
    const type = entity.mediaType.type;
    if (!type.startsWith("text")) continue;
    const isHtml =
      /html|xml/.test(entity.mediaType.subtype) ||
      /\.(?:s?html?|svg|xht)$/i.test(entity.disposition?.parameters.get("filename") ?? "");
    if (!isHtml || entity.children.length > 0) continue;
    const markup = decodeText(message, entity, views.bodies.get(entity)).text;
    const form = readForms(markup);
    if (entity.disposition?.kind !== "attachment") {
      const hidden = texts.readings.get(entity)?.hiddenWords ?? 0;
      for (const bar of [40, 100, 300]) add(`hidden-words:${bar}`, hidden >= bar);
    }
    add("form", form.forms > 0);
    add("form:password", form.passwordInputs > 0);
    add("form:secret", form.secretInputs > 0);
    if (entity.disposition?.kind === "attachment") add("attachment:html", true);
  }
  for (const { mediaType, disposition } of message.entities) {
    const name = mediaType.parameters.get("name") ?? disposition?.parameters.get("filename") ?? "";
    const ext = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
    if (ext !== undefined) facts.add(`file:${ext}`);
  }
  const others = hosts.filter((one) => registrableDomain(one) !== fromDomain && serviceOfHost(one) === undefined);
  add("links:none", hosts.length === 0);
  add("links:one-host", hosts.length === 1);
  add("links:no-sender", hosts.length > 0 && !hosts.some((one) => registrableDomain(one) === fromDomain));
  add("links:other-only", others.length > 0 && others.length === hosts.length);
  return facts;
}

function findFieldText(message: Message, key: string): string {
  const field = findField(message.root.headers, key);
  return field === undefined ? "" : displayText(message.bytes, field);
}

function noteLinks(all: readonly LinkFacts[], fromDomain: string, add: (name: string, holds: unknown) => void): void {
  for (const link of all) {
    const foreign = link.target !== null && link.target.domain !== fromDomain && !link.throughService;
    if (link.inlineScheme !== "") add(`link:${link.inlineScheme}`, true);
    for (const odd of link.odd) add(`link:${odd}`, true);
    if (link.publicHost !== null) {
      add(`link:public:${link.publicHost}`, true);
      add("link:public", !/^(?:blog|file-sharing)$/.test(link.publicHost));
    }
    if (link.passesOn !== null) add(`link:${link.passesOn}`, true);
    add("link:wrapped", link.isWrapped);
    add("link:text-other", link.shownDomain !== null && !link.throughService);
    add("link:text-other-service", link.shownDomain !== null && link.throughService);
    add("link:text-is-sender", link.shownDomain !== null && link.shownDomain === fromDomain);
    add("link:path-words", foreign && link.pathWords.length > 0);
    add("link:path-words2", foreign && link.pathWords.length > 1);
    add("link:opaque", foreign && link.isOpaque);
    add("link:opaque-any", link.isOpaque && !link.throughService);
    add("link:program", link.isInsideProgram && foreign);
    if (link.reader !== null) add(`link:reader-${link.reader}`, foreign);
    if (link.resembles !== null)
      add(`link:resembles-${link.resembles.resemblance.how}${link.resembles.resemblance.isCountry ? "-cc" : ""}`, true);
    add("link:named-in-path", link.namedInPath !== null && foreign);
  }
}
