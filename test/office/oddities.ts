/**
 * Ordinary mail that is broken in the ways old mail is broken: harmless, and hard on parsers. It keeps the sample honest
 * about `partial`. Written as raw octets, since `compose.ts` cannot write wrong mail.
 */
import { base64Lines, encodeText, mailDate, type Octets } from "../../src/demo/compose.ts";
import { officeOffset } from "../../src/demo/office.ts";
import { createRandom, HEX, type Random } from "../../src/demo/random.ts";
import type { OfficeMail } from "./mail.ts";
import { type OwnerKey, owners } from "./people.ts";
import { messageIdAt } from "./trace.ts";

interface Oddity {
  readonly name: string;
  readonly owner: OwnerKey;
  readonly at: number;
  /** Fields after the trace, and the body. */
  readonly write: (start: Fields, random: Random) => Octets;
}

interface Fields {
  readonly date: string;
  readonly to: string;
  readonly id: string;
}

/** Deeper than any reader follows: two vacation programs that answered each other all night (HM-081). */
const LOOP_LEVELS = 80;

const at = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day, 9, 40);

const oddities: readonly Oddity[] = [
  {
    name: "no-date",
    owner: "chief",
    at: at(2016, 4, 18),
    write: ({ to, id }) =>
      `${id}From: Gate book <gate@saltgate-museum.example>\nTo: ${to}\nSubject: Visitors this week\n\nMonday 14, Tuesday 9, Wednesday closed.\n`,
  },
  {
    name: "no-date",
    owner: "scheduler",
    at: at(2017, 2, 6),
    write: ({ to, id }) =>
      `Received: from rooms.parliament.example ([2001:db8:10::77])\n\tby mx.parliament.example; Mon, 6 Feb 2017 10:40:00 +0100\n${id}From: Room display <rooms@parliament.example>\nTo: ${to}\nSubject: Room 12 is double booked\n\nTwo entries for the same hour. Please choose one.\n`,
  },
  {
    name: "eight-bit-header",
    owner: "member",
    at: at(2016, 9, 13),
    write: ({ date, to, id }) =>
      `${date}${id}From: ${latin1("Søren Hvidberg")} <soren@hvidberg.example>\nTo: ${to}\nSubject: ${latin1("Færgen på søndag")}\n\n${latin1("Kære fru Varga-Holm, tak for hjælpen. Færgen sejler igen på søndag.")}\n`,
  },
  {
    name: "eight-bit-header",
    owner: "press",
    at: at(2018, 6, 5),
    write: ({ date, to, id }) =>
      `${date}${id}From: ${latin1("Jürgen Äckerlein")} <j.aeckerlein@briefpost.example>\nTo: ${to}\nSubject: ${latin1("Leserbrief über die Brücke")}\nContent-Type: text/plain\n\n${latin1("Anbei mein Leserbrief. Bitte kürzen Sie nur, wo es nötig ist.")}\n`,
  },
  {
    name: "broken-boundary",
    owner: "chief",
    at: at(2017, 10, 24),
    write: ({ date, to, id }) =>
      `${date}${id}From: Walter Tench <w.tench@post.example>\nTo: ${to}\nSubject: Petition, part two\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="petition-2"\n\n--petition-two\nContent-Type: text/plain\n\nThe names are attached.\n\n--petition-two\nContent-Type: text/plain; name="names.txt"\n\nOne hundred and four names, on paper, will follow by post.\n\n--petition-two--\n`,
  },
  {
    name: "unknown-charset",
    owner: "member",
    at: at(2018, 1, 30),
    write: ({ date, to, id }) =>
      `${date}${id}From: Bernard Oakes <bernard.oakes@post.example>\nTo: ${to}\nSubject: =?x-quill-roman?Q?The_caf=8E_on_the_quay?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=x-quill-roman\nContent-Transfer-Encoding: quoted-printable\n\nThe caf=8E on the quay has been sold. Could you ask what will become of the =\nterrace?\n`,
  },
  {
    name: "truncated",
    owner: "adviser",
    at: at(2019, 3, 21),
    write: ({ date, to, id }, random) =>
      `${date}${id}From: Wilhelmina Aust <w.aust@tradeobservatory.example>\nTo: ${to}\nSubject: Tables, as promised\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="tables"\n\n--tables\nContent-Type: text/plain\n\nThe tables are attached. The line here is poor today.\n\n--tables\nContent-Type: application/octet-stream; name="tables.bin"\nContent-Transfer-Encoding: base64\n\n${base64Lines(random.text(2000, HEX)).slice(0, 2001)}\n`,
  },
  {
    name: "no-boundary-parameter",
    owner: "press",
    at: at(2016, 12, 2),
    write: ({ date, to, id }) =>
      `${date}${id}From: Pascal Orme <p.orme@eveningledger.example>\nTo: ${to}\nSubject: Two questions\nMIME-Version: 1.0\nContent-Type: multipart/alternative\n\nIs the speech out yet, and may we quote from it?\n`,
  },
  {
    name: "line-without-colon",
    owner: "chief",
    at: at(2018, 11, 8),
    write: ({ date, to, id }) =>
      `${date}${id}From: Peadar Quill <peadar@quillandsons.example>\nthis line was added by a telephone\nTo: ${to}\nSubject: The gate at Mill Rise\n\nIt is mended. Thank you.\n`,
  },
  {
    name: "nul-bytes",
    owner: "adviser",
    at: at(2017, 5, 16),
    write: ({ date, to, id }) =>
      `${date}${id}From: Dario Fenn <dario.fenn@parliament.example>\nTo: ${to}\nSubject: Export of the table\n\nrow 1\x00\x00\x00 14\nrow 2\x00\x00\x00 19\n`,
  },
  {
    name: "bad-base64",
    owner: "personal",
    at: at(2019, 8, 9),
    write: ({ date, to, id }) =>
      `${date}${id}From: Bea Lockyer <bea@lockyer-pottery.example>\nTo: ${to}\nSubject: Glaze recipe\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64Lines("Two parts ash, one part feldspar, and patience with the kiln.\n").replace(/.{20}/g, "$&*!")}=A\n`,
  },
  {
    name: "long-line",
    owner: "personal",
    at: at(2020, 2, 14),
    write: ({ date, to, id }) =>
      `${date}${id}From: Juno <juno.vh@webmail.example>\nTo: ${to}\nSubject: all of it in one line\n\n${"and then the gull took the whole sandwich, ".repeat(600)}the end\n`,
  },
  {
    name: "two-from-fields",
    owner: "member",
    at: at(2019, 11, 26),
    write: ({ date, to, id }) =>
      `${date}${id}From: Holm Valley Council <diary@holmvalley-council.example>\nFrom: Holm Valley Council <diary@holmvalley-council.example>\nTo: ${to}\nSubject: Tree planting\n\nThe tree planting is on Saturday, spades are there.\n`,
  },
  {
    name: "mail-loop",
    owner: "scheduler",
    at: at(2018, 7, 24),
    write: ({ date, to, id }) =>
      `${date}${id}From: Visits <visits@saltgate-museum.example>\nTo: ${to}\nSubject: Re: Re: Re: automatic answer\nMIME-Version: 1.0\n${nested(LOOP_LEVELS)}`,
  },
];

function latin1(text: string): Octets {
  return encodeText(text, "iso-8859-1");
}

function nested(levels: number): Octets {
  const inner = "Content-Type: text/plain\n\nI am away until Monday.\n";
  const shell = (index: number): string =>
    `Content-Type: message/rfc822\n\nFrom: ${index % 2 === 0 ? "visits@saltgate-museum.example" : "jonah.abarra@parliament.example"}\nSubject: automatic answer\nMIME-Version: 1.0\n`;
  return `${Array.from({ length: levels }, (_, index) => shell(index)).join("")}${inner}`;
}

export function oddMails(): readonly OfficeMail[] {
  return oddities.map((oddity, index) => {
    const random = createRandom(`odd-${index}`);
    const reader = owners[oddity.owner];
    const messageId = messageIdAt("post.example", oddity.at, random);
    const fields = {
      date: `Date: ${mailDate(oddity.at, officeOffset(oddity.at))}\n`,
      to: reader.address,
      id: `Message-ID: ${messageId}\n`,
    };
    return {
      owner: oddity.owner,
      folder: "Inbox",
      at: oddity.at,
      flags: ["seen"],
      messageId,
      envelopeFrom: "post@post.example",
      octets: `Return-Path: <post@post.example>\nDelivered-To: ${reader.address}\n${oddity.write(fields, random)}`,
      purpose: { kind: "odd", oddity: oddity.name },
    };
  });
}
