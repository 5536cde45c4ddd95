/** What folders of mail programs are for, by the names that the large ones give them, in their languages. Pure. */

/**
 * The folder for sent mail: a level that ends so, but for a number or a word for what is put by. One that goes on in words (`sent in by members`) holds what others sent.
 */
export function isSentFolder(folder: string): boolean {
  return SENT.test(folder);
}

const SENT =
  /(?:^|[/.\s_-])(?:sent(?:[ _-]?(?:mail|items?|messages?|box|objects))?|(?:gesendet|envoy|enviad|inviat|verzonden|skickat|sendt|wys[lł]an|odeslan|lähetety|отправленн|надіслан)\p{L}{0,4}(?:[ _-](?:elemente[rn]?|objekte|nachrichten|e?-?mails?|items?|posta|pošta|zprávy|viestit|poster|письма|сообщения|повідомлення))?|已发送(?:邮件)?|送信済(?:み|みトレイ|みアイテム)?)(?=$|[/.]|[\s_(-]{1,3}(?:\d|[a-z]{3}-\d|(?:archiv\p{L}{0,3}|old|backup|local|cop(?:y|ies))(?=$|[/.)])))/iu;

/** The folder for what is being written, or for forms of letters, and what is below it: what lies there alone was never sent. */
export function isDraftFolder(folder: string): boolean {
  return DRAFTS.test(folder);
}

const DRAFTS =
  /(?:^|[/.\]\s])(?:drafts?|draft messages|unsent messages|templates|entw(?:ü|ue|u)rfe?|vorlagen|brouillons?|mod[eè]les|borrador(?:es)?|rascunhos?|bozze|concepten|utkast|kladder|kladde|luonnokset|koncepty|szkice|rozepsan[eé]|piszkozatok|wersje robocze|черновики|чернетки|草稿箱?|下書き)(?=$|[/.])/iu;
