/** An invented Outlook item that has one of everything, and what its rebuilt message must hold. */
import type { MapiItem } from "./mapi-values.ts";

export const SUBMITTED = new Date("2021-03-04T05:06:07Z");

export const fileBytes = Buffer.from(Array.from({ length: 10_000 }, (_, i) => (i * 7 + (i >> 3)) & 0xff));

export const inner: MapiItem = {
  properties: { 26: "IPM.Note", 55: "Inner letter", 4096: "inner text", 23810: "cy@example.org", 66: "Cy" },
};

export const letterItem: MapiItem = {
  properties: {
    26: "IPM.Note",
    55: "Grüße, \u{1f427}",
    57: SUBMITTED,
    66: "Ada Marsh",
    100: "SMTP",
    101: "ada@example.org",
    3591: 1,
    4096: "Hello,\r\nsee you.\r\n",
    4115: Buffer.from('<p>Hello</p><img src="http://pixel.example/1.gif">'),
    16350: 65001,
    4149: "<one@example.org>",
    4162: "<zero@example.net>",
    29: "unused",
    "common:851f": "\\\\198.51.100.7\\share\\bell.wav",
  },
  recipients: [
    { 3093: 1, 12289: "Bo Lind", 14846: "bo@example.net" },
    { 3093: 2, 12289: "Team", 12291: "/O=EXAMPLE/CN=TEAM", 12290: "EX" },
    { 3093: 3, 12289: "Di", 12291: "di@example.net", 12290: "SMTP" },
  ],
  attachments: [
    {
      properties: {
        14081: fileBytes,
        14085: 1,
        14087: "Übersicht.pdf",
        14094: "application/pdf",
        14098: "part1@example",
      },
    },
    { properties: { 12289: "Inner letter", 14085: 5 }, item: inner },
  ],
};

/** An item in an item in an item …, `depth` of them. */
export function nested(depth: number): MapiItem {
  let item: MapiItem = { properties: { 55: `level ${depth}`, 4096: "the last" } };
  for (let level = depth - 1; level >= 0; level -= 1) {
    item = {
      properties: { 55: `level ${level}` },
      attachments: [{ properties: { 12289: `level ${level + 1}`, 14085: 5 }, item }],
    };
  }
  return item;
}
