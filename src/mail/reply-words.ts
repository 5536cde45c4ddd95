/**
 * How mail programs mark what is not new in a message, by language: the data of `reply-parts.ts`.
 *
 * Own collection of what the programs write (Outlook, Apple Mail, Gmail, Thunderbird, Lotus Notes, mobile clients). Texts are
 * compared in lower case, NFKC, white space folded.
 */

/** Roles of the lines in the block that Outlook and others put above what they quote. */
export type HeadRole = "from" | "date" | "to" | "cc" | "subject";

interface ReplyLanguage {
  readonly language: string;
  /** Ends of attribution lines, before the colon: the verb of `On … Ada wrote:`. Letters around it must not touch it. */
  readonly verbs: string;
  /** Starts of attribution lines, where the verb may stand on a later line. */
  readonly starts: string;
  readonly from: string;
  readonly date: string;
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  /** Between dashes, above a quoted message. */
  readonly original: string;
  /** Between dashes or before a colon, above a forwarded one. */
  readonly forwarded: string;
  /** Starts and, after `…`, ends of the line that a mobile client adds. */
  readonly mobile: string;
}

/** Alternatives are parted by `|`. */
const languages: readonly ReplyLanguage[] = [
  {
    language: "English",
    verbs: "wrote|writes",
    starts: "on|at|in",
    from: "from",
    date: "sent|date",
    to: "to",
    cc: "cc|bcc|reply-to|importance|attachments",
    subject: "subject",
    original: "original message|original appointment|reply message|reply separator",
    forwarded: "forwarded message|begin forwarded message|forwarded by|forwarded mail|forward message",
    mobile:
      "sent from my|sent from outlook|sent from yahoo mail|sent from mail for|sent from gmail|get outlook for|sent via|sent using|sent with",
  },
  {
    language: "German",
    verbs: "schrieb|schreibt|hat geschrieben|geschrieben",
    starts: "am|auf",
    from: "von",
    date: "gesendet|datum",
    to: "an",
    cc: "cc|kopie",
    subject: "betreff",
    original:
      "ursprüngliche nachricht|original-nachricht|originalnachricht|ursprüngliche mail|original nachricht|ursprünglicher termin",
    forwarded: "weitergeleitete nachricht|anfang der weitergeleiteten nachricht|weitergeleitet von",
    mobile: "von meinem|gesendet von|gesendet mit|diese nachricht wurde von meinem",
  },
  {
    language: "French",
    verbs: "a écrit|écrit|écrivait|a ecrit",
    starts: "le",
    from: "de|expéditeur",
    date: "envoyé|date|envoyé le",
    to: "à|a|destinataire",
    cc: "cc|copie",
    subject: "objet|sujet",
    original: "message d'origine|message d’origine|message original|message initial",
    forwarded: "message transféré|début du message transféré|début du message réexpédié|transféré par|message transmis",
    mobile: "envoyé de mon|envoyé depuis|envoyé à partir de|télécharger outlook|obtenir outlook",
  },
  {
    language: "Spanish",
    verbs: "escribió|escribio|ha escrito",
    starts: "el",
    from: "de",
    date: "enviado|fecha|enviado el",
    to: "para|a",
    cc: "cc",
    subject: "asunto",
    original: "mensaje original",
    forwarded: "mensaje reenviado|inicio del mensaje reenviado|mensaje enviado|reenviado por",
    mobile: "enviado desde mi|enviado desde|obtener outlook|enviado de mi",
  },
  {
    language: "Portuguese",
    verbs: "escreveu",
    starts: "em|a|no dia",
    from: "de",
    date: "enviado|enviada|data|enviada em|enviado em",
    to: "para",
    cc: "cc",
    subject: "assunto",
    original: "mensagem original",
    forwarded:
      "mensagem encaminhada|mensagem reencaminhada|início da mensagem encaminhada|início da mensagem reencaminhada",
    mobile: "enviado do meu|enviado a partir|obter o outlook|enviado via",
  },
  {
    language: "Italian",
    verbs: "ha scritto|scrive",
    starts: "il|il giorno",
    from: "da",
    date: "inviato|data",
    to: "a",
    cc: "cc",
    subject: "oggetto",
    original: "messaggio originale",
    forwarded: "messaggio inoltrato|inizio messaggio inoltrato|messaggio rispedito",
    mobile: "inviato da|inviato dal|ottieni outlook",
  },
  {
    language: "Dutch",
    verbs: "schreef|heeft het volgende geschreven|geschreven",
    starts: "op",
    from: "van",
    date: "verzonden|datum",
    to: "aan",
    cc: "cc",
    subject: "onderwerp",
    original: "oorspronkelijk bericht|origineel bericht",
    forwarded: "doorgestuurd bericht|begin doorgestuurd bericht",
    mobile: "verstuurd vanaf|verzonden vanaf|outlook voor",
  },
  {
    language: "Swedish",
    verbs: "skrev|skriver",
    starts: "den",
    from: "från",
    date: "skickat|datum",
    to: "till",
    cc: "kopia|cc",
    subject: "ämne",
    original: "ursprungligt meddelande|originalmeddelande",
    forwarded: "vidarebefordrat meddelande|vidarebefordrat brev|vidarebefordrat mail",
    mobile: "skickat från|skickades från|hämta outlook",
  },
  {
    language: "Danish, Norwegian",
    verbs: "skrev|skrev følgende",
    starts: "den|på",
    from: "fra",
    date: "sendt|dato",
    to: "til",
    cc: "kopi|cc",
    subject: "emne",
    original: "oprindelig meddelelse|oprindelig besked|opprinnelig melding|original meddelelse",
    forwarded: "videresendt besked|videresendt meddelelse|videresendt melding|start på videresendt besked",
    mobile: "sendt fra min|sendt fra|hent outlook",
  },
  {
    language: "Finnish",
    verbs: "kirjoitti",
    starts: "",
    from: "lähettäjä",
    date: "lähetetty|päivämäärä|päiväys",
    to: "vastaanottaja",
    cc: "kopio",
    subject: "aihe",
    original: "alkuperäinen viesti",
    forwarded: "välitetty viesti|edelleenlähetetty viesti",
    mobile: "lähetetty",
  },
  {
    language: "Polish",
    verbs: "napisał(a)|napisał|napisała|pisze",
    starts: "w dniu|dnia",
    from: "od",
    date: "wysłano|data|wysłane",
    to: "do",
    cc: "dw|kopia",
    subject: "temat",
    original: "wiadomość oryginalna|oryginalna wiadomość|original wiadomość",
    forwarded: "przekazana wiadomość|wiadomość przekazana|początek przekazywanej wiadomości",
    mobile: "wysłane z|wysłano z|pobierz outlook",
  },
  {
    language: "Czech, Slovak",
    verbs: "napsal(a)|napsal|napsala|píše|napísal(a)|napísal|napísala",
    starts: "dne|dňa",
    from: "od",
    date: "odesláno|datum|odoslané|dátum",
    to: "komu",
    cc: "kopie|kópia",
    subject: "předmět|predmet",
    original: "původní zpráva|původní e-mail|pôvodná správa",
    forwarded: "přeposlaná zpráva|přeposlaný e-mail|preposlaná správa",
    mobile: "odesláno z|odoslané z",
  },
  {
    language: "Hungarian",
    verbs: "írta|ezt írta",
    starts: "",
    from: "feladó",
    date: "elküldve|dátum|küldve",
    to: "címzett",
    cc: "másolatot kap|másolat",
    subject: "tárgy",
    original: "eredeti üzenet",
    forwarded: "továbbított üzenet|továbbított levél",
    mobile: "elküldve|iphone-omról küldve",
  },
  {
    language: "Romanian",
    verbs: "a scris",
    starts: "pe|în",
    from: "de la|de",
    date: "trimis|data",
    to: "către|catre",
    cc: "cc",
    subject: "subiect",
    original: "mesaj original|mesajul original",
    forwarded: "mesaj redirecționat|mesaj redirecţionat",
    mobile: "trimis de pe|trimis din",
  },
  {
    language: "Turkish",
    verbs: "yazdı|şunu yazdı|tarihinde yazdı",
    starts: "",
    from: "kimden|gönderen",
    date: "gönderildi|tarih|gönderme tarihi",
    to: "kime|alıcı",
    cc: "bilgi",
    subject: "konu",
    original: "özgün ileti|orijinal mesaj|orijinal ileti",
    forwarded: "iletilen mesaj|yönlendirilmiş ileti|iletilmiş mesaj",
    mobile: "iphone'umdan gönderildi|…gönderildi",
  },
  {
    language: "Russian",
    verbs: "написал(а)|написал|написала|пишет|писал(а)|писал",
    starts: "",
    from: "от|от кого",
    date: "отправлено|дата",
    to: "кому",
    cc: "копия",
    subject: "тема",
    original: "исходное сообщение|оригинальное сообщение|original сообщение",
    forwarded: "пересылаемое сообщение|пересланное сообщение|начало пересылаемого сообщения|пересылаемое письмо",
    mobile: "отправлено с|отправлено из",
  },
  {
    language: "Ukrainian",
    verbs: "пише|написав|написала|написав(ла)",
    starts: "",
    from: "від",
    date: "надіслано|дата",
    to: "кому",
    cc: "копія",
    subject: "тема",
    original: "вихідне повідомлення|оригінальне повідомлення",
    forwarded: "переслане повідомлення|пересилане повідомлення",
    mobile: "надіслано з",
  },
  {
    language: "Bulgarian",
    verbs: "написа",
    starts: "на",
    from: "от",
    date: "изпратено|дата",
    to: "до",
    cc: "копие",
    subject: "относно|тема",
    original: "оригинално съобщение",
    forwarded: "препратено съобщение",
    mobile: "изпратено от",
  },
  {
    language: "Greek",
    verbs: "έγραψε",
    starts: "στις|την",
    from: "από",
    date: "στάλθηκε|ημερομηνία",
    to: "προς",
    cc: "κοιν|κοινοποίηση",
    subject: "θέμα",
    original: "αρχικό μήνυμα",
    forwarded: "προωθημένο μήνυμα",
    mobile: "στάλθηκε από",
  },
  {
    language: "Japanese",
    verbs: "は書きました|さんは書きました|のメール|wrote",
    starts: "",
    from: "差出人|送信者|送信元",
    date: "送信日時|日時|日付",
    to: "宛先",
    cc: "cc",
    subject: "件名",
    original: "元のメッセージ|オリジナルメッセージ|元のメール",
    forwarded: "転送されたメッセージ|転送メッセージ|転送されたメール",
    mobile: "iphoneから送信|…から送信|…より送信",
  },
  {
    language: "Chinese",
    verbs: "写道|寫道|写到|寫到",
    starts: "",
    from: "发件人|寄件者|寄件人|發件人",
    date: "发送时间|发送日期|日期|傳送時間|寄件日期|發送時間|时间|傳送日期",
    to: "收件人|收件者",
    cc: "抄送|副本|抄送人",
    subject: "主题|主旨|主題",
    original: "原始邮件|原始郵件|原邮件|邮件原件|原始訊息|原始邮件信息",
    forwarded: "转发的邮件|转发邮件|轉寄郵件|轉寄的郵件|轉寄的訊息|转发邮件信息",
    mobile: "发自我的|发自|從我的|自我的",
  },
  {
    language: "Korean",
    verbs: "님이 작성|작성|님이 쓴 글",
    starts: "",
    from: "보낸 사람|보낸사람|보낸이",
    date: "보낸 날짜|날짜|보낸날짜|보냄",
    to: "받는 사람|받는사람",
    cc: "참조",
    subject: "제목",
    original: "원본 메시지|원본 메일|원본 이메일",
    forwarded: "전달된 메시지|전달된 메일",
    mobile: "나의 iphone에서 보냄|…에서 보냄|…에서 전송",
  },
  {
    language: "Arabic",
    verbs: "كتب|كتبت|كتب/كتبت",
    starts: "في",
    from: "من",
    date: "تم الإرسال|التاريخ|أرسلت",
    to: "إلى",
    cc: "نسخة|نسخة إلى",
    subject: "الموضوع",
    original: "رسالة أصلية|الرسالة الأصلية",
    forwarded: "رسالة معاد توجيهها|رسالة محولة",
    mobile: "أرسلت من|مرسل من",
  },
  {
    language: "Hebrew",
    verbs: "כתב/ה|כתב|כתבה|מאת",
    starts: "בתאריך|ב",
    from: "מאת",
    date: "נשלח|תאריך",
    to: "אל",
    cc: "עותק",
    subject: "נושא",
    original: "הודעה מקורית",
    forwarded: "הודעה שהועברה",
    mobile: "נשלח מה",
  },
];

function alternatives(text: string): readonly string[] {
  return text === "" ? [] : text.split("|").map(plainPhrase);
}

/** As phrases are compared. */
export function plainPhrase(text: string): string {
  const folded = /[^ -~]/.test(text) ? text.normalize("NFKC") : text;
  return folded.toLowerCase().replace(/\s+/g, " ").trim();
}

const HEAD_ROLES: readonly HeadRole[] = ["cc", "date", "to", "subject", "from"];

/** What the label of a head line says; the same word can mean several things (`a`, `de`), each language knows one. */
export const headLabels: ReadonlyMap<string, ReadonlySet<HeadRole>> = labelTable();

function labelTable(): ReadonlyMap<string, ReadonlySet<HeadRole>> {
  const table = new Map<string, Set<HeadRole>>();
  for (const language of languages) {
    for (const role of HEAD_ROLES) {
      for (const label of alternatives(language[role])) table.set(label, (table.get(label) ?? new Set()).add(role));
    }
  }
  return table;
}

/** What stands between dashes above another message. */
export const separators: ReadonlyMap<string, "original" | "forwarded"> = new Map(
  languages.flatMap(({ original, forwarded }) => [
    ...alternatives(original).map((words): [string, "original"] => [words, "original"]),
    ...alternatives(forwarded).map((words): [string, "forwarded"] => [words, "forwarded"]),
  ]),
);

/** Verbs of attributions, the longest first. */
export const attributionVerbs: readonly string[] = [
  ...new Set(languages.flatMap(({ verbs }) => alternatives(verbs))),
].sort((a, b) => b.length - a.length);

/** First words of attributions. */
export const attributionStarts: ReadonlySet<string> = new Set(languages.flatMap(({ starts }) => alternatives(starts)));

interface MobileLine {
  readonly start: string;
  readonly end: string;
}

export const mobileLines: readonly MobileLine[] = languages.flatMap(({ mobile }) =>
  alternatives(mobile).map((words) => {
    const [start = "", end = ""] = words.split("…");
    return { start, end };
  }),
);
