/** What all facts about one message share: its record, its text and links, whom it plays, who carries it. Each is worked out when asked, once. */
import { type Divergence, divergenceOf } from "../../signals/divergence.ts";
import { type FoundResults, foundResults } from "../../signals/found-results.ts";
import { type Impersonation, impersonation, type PlayedText, playedInText } from "../../signals/impersonation.ts";
import { sentenceWords } from "../../signals/known-senders.ts";
import { type LinkFacts, linkFacts } from "../../signals/link-facts.ts";
import { passesOnWords } from "../../signals/relay-addresses.ts";
import { carriersOf, type Ties } from "../../signals/ties.ts";
import { type PictureWords, pictureWords } from "../files/picture-words.ts";
import { displayTextOf } from "../html-part.ts";
import type { Knowledge } from "../knowledge.ts";
import { plainLinks } from "../links.ts";
import type { MessageFacts } from "../message-facts.ts";
import { once } from "../once.ts";
import type { OwnRecord } from "../own.ts";

/** More links say nothing more of a mail. */
const LINKS_MAX = 300;
const NOBODY: Ties = { domains: new Set(), names: [] };

export interface LetterWords {
  readonly subject: readonly string[];
  readonly text: readonly string[];
}

export interface SignFacts {
  readonly record: OwnRecord;
  readonly mail: MessageFacts;
  /** As `Knowledge.servers`. */
  readonly servers: readonly string[];
  readonly subject: string;
  readonly fromHost: string;
  readonly readers: readonly string[];
  /** What a reader sees; the plain text where there is no HTML that shows any. */
  readonly text: () => string;
  /** Of both, as `sentenceWords` has them: cut once for all that looks for names and phrases. */
  readonly words: () => LetterWords;
  readonly links: () => readonly LinkFacts[];
  readonly played: () => Impersonation;
  /** The known sender that subject and text name most, where it is another one than From's and its links'. */
  readonly playedInText: () => PlayedText | null;
  readonly divergence: () => Divergence;
  readonly results: () => FoundResults;
  /** Domains that carry it; none where no result at receipt speaks for From. */
  readonly carriers: () => Ties;
  /** Null where pictures are not to be read. */
  readonly pictureWords: () => PictureWords | null;
}

export function signFacts(record: OwnRecord, mail: MessageFacts, knowledge: Knowledge | null): SignFacts {
  const { claims, to, cc, deliveredTo } = record;
  const from = claims.from[0]?.address ?? "";
  const readers = [...new Set([...[...to, ...cc].map(({ address }) => address), ...deliveredTo])].filter(
    (address) => address !== "",
  );
  const servers = knowledge?.servers ?? [];
  const subject = mail.subject() ?? "";
  const fromHost = hostOf(from);
  const text = once(() => shownText(mail));
  const words = once((): LetterWords => ({ subject: sentenceWords(subject), text: sentenceWords(text()) }));
  const results = once(() => foundResults(record.auth, claims, servers));
  return {
    record,
    mail,
    servers,
    subject,
    fromHost,
    readers,
    text,
    words,
    links: once(() => linksOf(mail, readers)),
    played: once(() => impersonation(claims)),
    playedInText: once(() => playedInText([words().subject, words().text], [fromHost, ...record.content.linkHosts])),
    divergence: once(() => divergenceOf(claims)),
    results,
    carriers: once(() => {
      // What a service passes on for anybody is not its own.
      if (passesOnWords(from, claims.returnPath)) return NOBODY;
      const { isAligned, passed } = results();
      return isAligned ? carriersOf(claims, passed) : NOBODY;
    }),
    pictureWords: once(() => wordsInPictures(mail, knowledge)),
  };
}

function wordsInPictures(mail: MessageFacts, knowledge: Knowledge | null): PictureWords | null {
  const reader = knowledge?.given?.pictures;
  return reader === undefined ? null : pictureWords(mail.files(), reader);
}

export function hostOf(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 0 ? "" : address.slice(at + 1);
}

function shownText(mail: MessageFacts): string {
  const { html, plain } = mail.body();
  const shown = html === null ? "" : displayTextOf(html);
  return shown.trim() === "" ? (plain?.raw() ?? "") : shown;
}

function linksOf(mail: MessageFacts, readers: readonly string[]): readonly LinkFacts[] {
  const { html, plain } = mail.body();
  const inHtml = (html?.readings() ?? []).flatMap(({ links, base }) =>
    links.map(({ url, text }) => ({ url, text, base })),
  );
  const inPlain = plain === null ? [] : plainLinks(plain.raw());
  const written = [...inHtml, ...inPlain.map(({ reference }) => ({ url: reference, text: "", base: null }))];
  const distinct = new Map(written.map((link) => [`${link.url}\n${link.text}`, link]));
  return [...distinct.values()]
    .slice(0, LINKS_MAX)
    .map(({ url, text, base }) => linkFacts(url, text, { readers, base }));
}
