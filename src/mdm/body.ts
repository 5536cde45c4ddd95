/**
 * The body of a message as rules read it (mdm.md, 4.6 and 4.7): texts, links, and the text of its sender told apart from what it quotes.
 * Pure and total; each thing is worked out when asked for, once.
 */
import { limits } from "../base/limits.ts";
import { parseIp } from "../mail/ip-address.ts";
import { splitBanners } from "./banners.ts";
import { baseOf, displayTextOf, type HtmlFacts, htmlObject, linksOf } from "./html-part.ts";
import { visibleBlocks } from "./html-text.ts";
import { ipObject } from "./ips.ts";
import { htmlLinks, leadsAway, linkObjects, type PlacedLink, plainLinks, toLink } from "./links.ts";
import { type ModelObject, maker } from "./model-object.ts";
import { once } from "./once.ts";
import { mailboxObject, threadRecipientsObject } from "./people.ts";
import { type Preamble, parsePreamble } from "./preambles.ts";
import { subjectObject } from "./subjects.ts";
import { type Block, splitThreads, type Threads, type ThreadText } from "./thread-split.ts";

export interface PlainFacts {
  readonly raw: () => string;
  readonly charset: () => string | null;
  readonly transferEncoding: string | null;
}

export interface BodyFacts {
  readonly html: HtmlFacts | null;
  readonly plain: PlainFacts | null;
  readonly threads: () => Threads;
}

/** `isReply`: the message says that it answers or forwards another one. */
export function bodyFacts(html: HtmlFacts | null, plain: PlainFacts | null, isReply: () => boolean): BodyFacts {
  const threads = once(() => {
    if (html !== null) return htmlThreads(html, isReply());
    return plain === null ? NO_THREADS : plainThreads(plain.raw(), isReply());
  });
  return { html, plain, threads };
}

const NO_THREADS: Threads = { current: { preamble: "", text: "", links: [] }, previous: [] };

const plainObject = maker<"Plain", PlainFacts>("Plain", {
  charset: ({ charset }) => charset(),
  content_transfer_encoding: ({ transferEncoding }) => transferEncoding,
  links: ({ raw }) => linkObjects(plainLinks(raw())),
  raw: ({ raw }) => raw(),
});

export const bodyObject = maker<"Body", BodyFacts>("Body", {
  current_thread: ({ threads }) => threadObject(currentThread(threads())),
  html: ({ html }) => htmlObject(html),
  ips: (body) => ipsOf(body),
  links: ({ html, plain }) =>
    linkObjects([...(html === null ? [] : linksOf(html)), ...(plain === null ? [] : plainLinks(plain.raw()))]),
  plain: ({ plain }) => plainObject(plain),
  previous_threads: ({ threads }) =>
    threads().previous.map((thread, index) => previousObject(toPrevious(thread, index))),
});

/** What nobody sees, in a plain text. Joiners stay: scripts and emoji need them. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}--[\u200c\u200d\u3164]]/gv;
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2800\u3164]/g;

function plainThreads(raw: string, isReply: boolean): Threads {
  const text = raw.slice(0, limits.visibleTextCharsMax).replace(UNSEEN, "").replace(ODD_SPACE, " ");
  return splitThreads([{ depth: 0, text, links: plainLinks(text) }], isReply);
}

/** What programs put around quotes; without it the reader's text is as good as the tree's. */
const QUOTE_SIGNS = /<blockquote|gmail_attr|moz-cite-prefix/i;

function htmlThreads(html: HtmlFacts, isReply: boolean): Threads {
  const text = displayTextOf(html);
  const isMarked = QUOTE_SIGNS.test(html.raw());
  const plain = isMarked ? null : splitThreads([{ depth: 0, text, links: [] }], isReply);
  if (plain !== null && plain.previous.length === 0) {
    return { ...plain, current: { ...plain.current, links: placed(html) } };
  }
  const styled = html.tree();
  // Too much for a tree: the links stay with the text of the sender.
  if (styled === null) {
    const split = plain ?? splitThreads([{ depth: 0, text, links: [] }], isReply);
    return { ...split, current: { ...split.current, links: placed(html) } };
  }
  const base = baseOf(html);
  const blocks = visibleBlocks(styled.tree, styled.rules, null).map(
    ({ depth, text: own, links }): Block => ({
      depth,
      text: own,
      links: links.map((link) => ({ ...toLink(link, base), at: link.at })).filter(leadsAway),
    }),
  );
  return splitThreads(blocks, isReply);
}

function placed(html: HtmlFacts): readonly PlacedLink[] {
  return html.readings().flatMap((reading) => htmlLinks(reading).map((link) => ({ ...link, at: 0 })));
}

interface CurrentFacts extends ThreadText {
  readonly banners: readonly string[];
}

/** What a line like `Begin forwarded message:` introduces is no text of the sender, and its own head stands above it. */
function currentThread({ current, previous }: Threads): CurrentFacts {
  const { banners, text } = splitBanners(current.text);
  const preamble = text === "" ? (previous[0]?.preamble ?? "") : current.preamble;
  return { preamble, text, links: current.links, banners };
}

interface BannerFacts {
  readonly text: string;
}

const bannerObject = maker<"Banner", BannerFacts>("Banner", {
  links: ({ text }) => linkObjects(plainLinks(text)),
  text: ({ text }) => text,
});

const textOrNull = (text: string): string | null => (text === "" ? null : text);

const threadObject = maker<"Thread", CurrentFacts>("Thread", {
  banners: ({ banners }) => banners.map((text) => bannerObject({ text })),
  links: ({ links }) => linkObjects(links),
  preamble: ({ preamble }) => textOrNull(preamble),
  text: ({ text }) => text,
});

interface PreviousFacts extends CurrentFacts {
  readonly index: number;
  readonly head: () => Preamble;
}

function toPrevious(thread: ThreadText, index: number): PreviousFacts {
  const { banners, text } = splitBanners(thread.text);
  return { ...thread, text, banners, index, head: once(() => parsePreamble(thread.preamble)) };
}

const previousObject = maker<"PreviousThread", PreviousFacts>("PreviousThread", {
  banners: ({ banners }) => banners.map((text) => bannerObject({ text })),
  date: ({ head }) => head().date,
  index: ({ index }) => index,
  links: ({ links }) => linkObjects(links),
  preamble: ({ preamble }) => textOrNull(preamble),
  recipients: ({ head }) => threadRecipientsObject({ to: head().to, cc: head().cc, bcc: [] }),
  sender: ({ head }) => mailboxObject(head().sender),
  subject: ({ head }) => subjectFrom(head().subject),
  text: ({ text }) => text,
});

function subjectFrom(subject: string | null): ReturnType<typeof subjectObject> {
  return subjectObject(subject === null ? null : { subject });
}

const IP = /(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4})(?![\w.:]*\w)/gi;
const IPS_MAX = 1_000;

/** In what is shown, each once. */
function ipsOf({ html, plain }: BodyFacts): readonly ModelObject[] {
  const text = html === null ? (plain?.raw() ?? "") : displayTextOf(html);
  const found = new Map<string, ModelObject>();
  for (const [written] of text.slice(0, limits.visibleTextCharsMax).matchAll(IP)) {
    if (found.size >= IPS_MAX) break;
    const address = found.has(written) ? null : parseIp(written);
    const object = ipObject(address === null ? null : { address, translation: null });
    if (object !== null) found.set(written, object);
  }
  return [...found.values()];
}
