/** What rules may lack, in words: names are those of mql.md, section 8, and our own (`later`, `not-stored`, `limit:…`, `error:…`). */

const words: Readonly<Record<string, string>> = {
  attack_score: "a vendor's score of the whole message",
  credphish: "visits to links",
  dlp: "a model that finds personal data in text",
  exif: "properties of files and pictures",
  explode: "unpacking of files",
  flavors: "types of files",
  later: "comparison with other mail",
  link: "visits to links",
  "list.feed": "lists of reported addresses",
  "list.history": "whom the owner has written with",
  "list.org": "whose mail this is",
  "list.ranked": "a list of popular domains",
  logo: "recognition of logos",
  macro_ml: "a model of macros",
  nlu: "a model that says what a text wants",
  "not-stored": "the message's own text, when mail is judged",
  ocr: "text in pictures (scan --read-pictures)",
  oletools: "macros and relationships of documents",
  pdfobjhash: "hashes of PDF objects",
  profile: "the sender's history",
  provider: "what only the mail service knows",
  qr: "codes in pictures",
  render: "a picture of how the mail looks",
  translate: "translation",
  triage: "an analyst's own notes",
  version: "what another version of Letterlock left of a rule",
  whois: "registration dates of domains",
  yara: "YARA signatures",
};

/** A noun phrase for people; the name itself where there is none. */
export function capabilityWords(name: string): string {
  if (name.startsWith("limit:")) return "more work than one rule may cost";
  if (name.startsWith("error:")) return "something in the mail that could not be read";
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
}
