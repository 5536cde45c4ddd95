/** Cuts an invented message into pieces (message/partial, RFC 2046 5.2.2), as a program that sends it in several mails would. */

export interface PieceWish {
  readonly id?: string;
  /** What each piece says of its total; by default only the last one does, as the standard asks. */
  readonly totalOf?: (number: number, total: number) => number | null;
  /** Fields around the first piece besides From, To and Date. */
  readonly first?: readonly string[];
  readonly to?: string;
  readonly eol?: string;
}

/** `cuts`: offsets of line starts, ascending. The pieces in order. */
export function piecesOf(whole: string, cuts: readonly number[], wish: PieceWish = {}): readonly string[] {
  const { id = '"a long one@example.org"', to = "bo@example.net", eol = "\n" } = wish;
  const totalOf = wish.totalOf ?? ((number, total) => (number === total ? total : null));
  const starts = [0, ...cuts];
  return starts.map((start, index) => {
    const number = index + 1;
    const total = totalOf(number, starts.length);
    return [
      "From: Ada Example <ada@example.org>",
      `To: ${to}`,
      "Date: Tue, 02 Jan 2019 10:00:00 +0000",
      ...(index === 0 ? (wish.first ?? []) : []),
      `Subject: a long one (${number}/${starts.length})`,
      `Message-ID: <piece-${number}-${to}>`,
      "MIME-Version: 1.0",
      `Content-Type: message/partial; id=${id}; number=${number}${total === null ? "" : `; total=${total}`}`,
      "",
      whole.slice(start, starts[index + 1]),
    ].join(eol);
  });
}

/** Offsets at which a line starts, without the first. */
export function lineStarts(text: string): readonly number[] {
  return [...text.matchAll(/\n/g)].map(({ index }) => index + 1).filter((start) => start < text.length);
}

/** About `count` pieces, cut at line starts. */
export function evenCuts(text: string, count: number): readonly number[] {
  const starts = lineStarts(text);
  const wanted = Math.min(count - 1, starts.length);
  return Array.from({ length: wanted }, (_, index) => starts[Math.floor((index * starts.length) / wanted)] ?? 0);
}
