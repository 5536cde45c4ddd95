/** Invented messages, each line labelled: `n` new, `a` attribution, `q` quote, `f` forwarded, `s` signature, `l` list footer. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { DEPTH_MAX, newText, splitReply } from "../../src/mail/reply-parts.ts";
import { withinCpuMs } from "../support/cpu-time.ts";
import { runs } from "./random-mail.ts";

const letters = { new: "n", attribution: "a", quote: "q", forwarded: "f", signature: "s", footer: "l" } as const;

/** Each line is `label|text`; the depth, where it is not 0, stands after the letter. */
function check(labelled: readonly string[]): void {
  const texts = labelled.map((line) => line.slice(line.indexOf("|") + 1));
  const text = texts.join("\n");
  const parts = splitReply(text);
  let at = 0;
  const found = texts.map((line) => {
    const part = at === text.length ? parts.at(-1) : parts.find(({ start, end }) => start <= at && at < end);
    at += line.length + 1;
    return part === undefined ? "?" : `${letters[part.kind]}${part.depth || ""}|${line}`;
  });
  assert.deepEqual(found, labelled);
}

/** `On … wrote:` of a language, on one line, over text without marks. */
const attributions: readonly (readonly [language: string, line: string])[] = [
  ["English", "On Mon, 25 Mar 2024 at 10:20, Ada Example <ada@example.org> wrote:"],
  ["English, news", "In article <1@example.org> Ada Example writes:"],
  ["German", "Am Mo., 25. März 2024 um 10:20 Uhr schrieb Ada Example <ada@example.org>:"],
  ["German, Thunderbird", "Am 25.03.24 um 10:20 schrieb Ada Example:"],
  ["French", "Le lun. 25 mars 2024 à 10:20, Ada Example <ada@example.org> a écrit :"],
  ["Spanish", "El lun, 25 mar 2024 a las 10:20, Ada Example (<ada@example.org>) escribió:"],
  ["Portuguese", "Em seg., 25 de mar. de 2024 às 10:20, Ada Example <ada@example.org> escreveu:"],
  ["Italian", "Il giorno lun 25 mar 2024 alle ore 10:20 Ada Example <ada@example.org> ha scritto:"],
  ["Dutch", "Op ma 25 mrt 2024 om 10:20 schreef Ada Example <ada@example.org>:"],
  ["Swedish", "Den mån 25 mars 2024 kl 10:20 skrev Ada Example <ada@example.org>:"],
  ["Danish", "Den man. 25. mar. 2024 kl. 10.20 skrev Ada Example <ada@example.org>:"],
  ["Finnish", "ma 25. maalisk. 2024 klo 10.20 Ada Example (ada@example.org) kirjoitti:"],
  ["Polish", "pon., 25 mar 2024 o 10:20 Ada Example <ada@example.org> napisał(a):"],
  ["Czech", "po 25. 3. 2024 v 10:20 odesílatel Ada Example <ada@example.org> napsal:"],
  ["Hungarian", "Ada Example <ada@example.org> ezt írta (időpont: 2024. márc. 25., H, 10:20):"],
  ["Romanian", "Pe lun., 25 mar. 2024 la 10:20, Ada Example <ada@example.org> a scris:"],
  ["Turkish", "Ada Example <ada@example.org>, 25 Mar 2024 Pzt, 10:20 tarihinde şunu yazdı:"],
  ["Russian", "пн, 25 мар. 2024 г. в 10:20, Ada Example <ada@example.org>:"],
  ["Russian, Thunderbird", "25.03.2024 10:20, Ada Example пишет:"],
  ["Ukrainian", "пн, 25 бер. 2024 р. о 10:20 Ada Example <ada@example.org> пише:"],
  ["Greek", "Στις Δευ 25 Μαρ 2024 στις 10:20 π.μ., ο χρήστης Ada Example <ada@example.org> έγραψε:"],
  ["Japanese", "2024年3月25日(月) 10:20 Ada Example <ada@example.org>:"],
  ["Chinese", "Ada Example <ada@example.org> 于2024年3月25日周一 10:20写道："],
  ["Korean", "2024년 3월 25일 (월) 오전 10:20, Ada Example <ada@example.org>님이 작성:"],
  ["Arabic", "في الاثنين، 25 مارس 2024 10:20 كتب Ada Example <ada@example.org>:"],
  ["Hebrew", "‫בתאריך יום ב׳, 25 במרץ 2024 ב-10:20 מאת ‪Ada Example‬‏ <‪ada@example.org‬‏>:‬"],
];

describe("attributions", () => {
  for (const [language, line] of attributions) {
    test(`${language}, over quote marks`, () =>
      check(["n|Thank you.", "n|", `a|${line}`, "a|", "q1|> Old.", "n|Answer."]));
    test(`${language}, over text without marks`, () =>
      check(["n|Thank you.", "n|", `a|${line}`, "a|", "q1|Old.", "q1|", "q1|More."]));
  }
  test("over several lines", () => {
    check(["n|Yes.", "a|On Mon, Mar 25, 2024 at 10:20 AM Ada Example <", "a|ada@example.org> wrote:", "q1|> Old."]);
  });
  test("without a date, when a quote follows", () => check(["a|Ada Example wrote:", "q1|> Old.", "n|New."]));
  test("within a quote", () => check(["q1|> Mid.", "a1|> On 25 Mar 2024 10:20, Bob wrote:", "q2|> > Old.", "n|New."]));
});

/** Blocks as Outlook writes them. */
const blocks: readonly (readonly [language: string, labels: readonly string[]])[] = [
  ["English", ["From:", "Sent:", "To:", "Cc:", "Subject:"]],
  ["German", ["Von:", "Gesendet:", "An:", "Cc:", "Betreff:"]],
  ["French", ["De :", "Envoyé :", "À :", "Cc :", "Objet :"]],
  ["Spanish", ["De:", "Enviado:", "Para:", "CC:", "Asunto:"]],
  ["Portuguese", ["De:", "Enviada:", "Para:", "Cc:", "Assunto:"]],
  ["Italian", ["Da:", "Inviato:", "A:", "Cc:", "Oggetto:"]],
  ["Dutch", ["Van:", "Verzonden:", "Aan:", "CC:", "Onderwerp:"]],
  ["Swedish", ["Från:", "Skickat:", "Till:", "Kopia:", "Ämne:"]],
  ["Norwegian", ["Fra:", "Sendt:", "Til:", "Kopi:", "Emne:"]],
  ["Finnish", ["Lähettäjä:", "Lähetetty:", "Vastaanottaja:", "Kopio:", "Aihe:"]],
  ["Polish", ["Od:", "Wysłano:", "Do:", "DW:", "Temat:"]],
  ["Czech", ["Od:", "Odesláno:", "Komu:", "Kopie:", "Předmět:"]],
  ["Hungarian", ["Feladó:", "Elküldve:", "Címzett:", "Másolatot kap:", "Tárgy:"]],
  ["Romanian", ["De la:", "Trimis:", "Către:", "Cc:", "Subiect:"]],
  ["Turkish", ["Kimden:", "Gönderildi:", "Kime:", "Bilgi:", "Konu:"]],
  ["Russian", ["От:", "Отправлено:", "Кому:", "Копия:", "Тема:"]],
  ["Ukrainian", ["Від:", "Надіслано:", "Кому:", "Копія:", "Тема:"]],
  ["Bulgarian", ["От:", "Изпратено:", "До:", "Копие:", "Относно:"]],
  ["Greek", ["Από:", "Στάλθηκε:", "Προς:", "Κοιν.:", "Θέμα:"]],
  ["Japanese", ["差出人:", "送信日時:", "宛先:", "CC:", "件名:"]],
  ["Chinese", ["发件人：", "发送时间：", "收件人：", "抄送：", "主题："]],
  ["Chinese, Taiwan", ["寄件者:", "傳送時間:", "收件者:", "副本:", "主旨:"]],
  ["Korean", ["보낸 사람:", "보낸 날짜:", "받는 사람:", "참조:", "제목:"]],
  ["Arabic", ["من:", "التاريخ:", "إلى:", "نسخة:", "الموضوع:"]],
  ["Hebrew", ["מאת:", "נשלח:", "אל:", "עותק:", "נושא:"]],
  ["bold", ["*From:*", "*Sent:*", "*To:*", "*Cc:*", "*Subject:*"]],
];

describe("head blocks", () => {
  for (const [language, labels] of blocks) {
    test(language, () => {
      check(["n|Yes.", "n|", ...labels.map((label) => `a|${label} Ada Example`), "a|", "q1|Old.", "q1|", "q1|More."]);
    });
  }
  test("under a rule, with wrapped readers", () => {
    check([
      "n|Yes.",
      "a|________________________________",
      "a|From: Ada",
      "a|Sent: 25 March 2024",
      "a|To: Bob;",
      "a|  Carl",
      "a|Subject: x",
      "q1|Old.",
    ]);
  });
  test("nested", () => {
    check(["a|From: A", "a|Sent: 2", "a|To: B", "q1|Mid.", "a1|From: B", "a1|Sent: 1", "a1|To: A", "q2|Old."]);
  });
  test("two labels are prose", () => check(["n|From: the office", "n|To: the shop", "n|it is far."]));
  test("Lotus Notes", () => {
    check(["n|Yes.", "n|Ada Example", "n|03/25/2000 10:20 AM", "a|To: Bob", "a|cc:", "a|Subject: x", "q1|Old."]);
  });
});

const separators: readonly string[] = [
  ...[
    "-----Original Message-----",
    "-----Ursprüngliche Nachricht-----",
    "-----Message d'origine-----",
    "-----Mensaje original-----",
  ],
  ...[
    "-----Mensagem original-----",
    "-----Messaggio originale-----",
    "-----Oorspronkelijk bericht-----",
    "-----Ursprungligt meddelande-----",
  ],
  ...[
    "-----Oprindelig meddelelse-----",
    "-----Alkuperäinen viesti-----",
    "-----Původní zpráva-----",
    "-----Eredeti üzenet-----",
  ],
  ...[
    "-----Исходное сообщение-----",
    "-----Αρχικό μήνυμα-----",
    "-----元のメッセージ-----",
    "-----原始邮件-----",
    "-----Original-Nachricht-----",
  ],
  ...[
    "----- 원본 메시지 -----",
    "-------- Original Message --------",
    "---------- Original message ----------",
    "-----Wiadomość oryginalna-----",
  ],
];

const forwards: readonly string[] = [
  ...[
    "---------- Forwarded message ---------",
    "Begin forwarded message:",
    "-------- Weitergeleitete Nachricht --------",
  ],
  ...[
    "Anfang der weitergeleiteten Nachricht:",
    "---------- Message transféré ----------",
    "Début du message réexpédié :",
    "---------- Mensaje reenviado ---------",
  ],
  ...[
    "---------- Mensagem encaminhada ---------",
    "Inizio messaggio inoltrato:",
    "---------- Doorgestuurd bericht ----------",
  ],
  ...[
    "---------- Przekazana wiadomość ---------",
    "-------- Пересылаемое сообщение --------",
    "---------- 転送されたメッセージ ----------",
    "---------- 转发的邮件 ----------",
  ],
  ...["---------------------- Forwarded by Ada Example/Office on 03/25/2000 10:20 AM ---------------------------"],
];

describe("separators", () => {
  for (const line of separators)
    test(line, () => check(["n|Yes.", `a|${line}`, "a|From: Ada", "a|Sent: 1", "a|To: Bob", "q1|Old."]));
  for (const line of forwards)
    test(line, () => check(["n|See below.", "n|", `a|${line}`, "f1|Old.", "f2|> Older.", "f1|Old."]));
  test("a forwarded head belongs to the mark", () => {
    check([
      "n|See.",
      "a|---------- Forwarded message ---------",
      "a|From: Ada",
      "a|Date: Mon, 25 Mar 2024",
      "a|Subject: x",
      "a|To: Bob",
      "a|",
      "f1|Old.",
    ]);
  });
  test("the end of what was forwarded", () => {
    check(["a|--- Forwarded message ---", "f1|Old.", "a1|--- End of forwarded message ---", "n|New."]);
  });
  test("words without dashes are prose", () => check(["n|Original message", "n|Forwarded message to you"]));
});

describe("signatures and footers", () => {
  test("after two dashes, to the end", () => check(["n|Yes.", "s|-- ", "s|Ada", "s|Office"]));
  test("ends at the quote below it", () =>
    check(["n|Yes.", "s|-- ", "s|Ada", "a|On 25 Mar 2024 10:20, Bob wrote:", "q1|> Old."]));
  test("a patch's version", () => check(["n|diff", "n|---", "n| a.c | 2 +-", "s|-- ", "s|2.43.0"]));
  const mobiles = [
    ...[
      "Sent from my iPhone",
      "Von meinem iPhone gesendet",
      "Envoyé de mon iPhone",
      "Enviado desde mi iPhone",
      "Enviado do meu iPhone",
    ],
    ...[
      "Inviato da iPhone",
      "Verstuurd vanaf mijn iPhone",
      "Skickat från min iPhone",
      "Sendt fra min iPhone",
      "Lähetetty iPhonesta",
      "Wysłane z iPhone'a",
    ],
    ...[
      "Odesláno z iPhonu",
      "Отправлено с iPhone",
      "iPhoneから送信",
      "发自我的iPhone",
      "나의 iPhone에서 보냄",
      "Get Outlook for iOS<https://aka.example/o>",
    ],
  ];
  for (const line of mobiles)
    test(line, () => check(["n|Yes.", "n|", `s|${line}`, "s|", "a|On 25 Mar 2024 10:20, Bob wrote:", "q1|> Old."]));
  test("a sentence that begins alike", () => check(["n|Sent from my heart, with love.", "n|More."]));
  test("a list's footer", () => {
    check([
      "n|Yes.",
      "l|_______________________________________________",
      "l|Demo mailing list",
      "l|demo@lists.example",
    ]);
  });
});

describe("quotes", () => {
  test("bottom-posted and between", () => check(["q1|> One?", "n|Yes.", "n|", "q1|> Two?", "q2|>> Three?", "n|No."]));
  test("marks with spaces", () => check(["q1|  > One?", "q2|> > Two", "q3|>>> Three", "n|a > b"]));
  test("no text, only white", () => {
    assert.deepEqual(splitReply(""), []);
    check(["n|  ", "n|"]);
  });
  test("new text alone", () => assert.equal(newText("Yes.\n> Old.\nNo.\n"), "Yes.\nNo.\n"));
});

const piece = fc.oneof(
  fc.constantFrom(
    "> ",
    ">",
    "From: a",
    "Sent: b",
    "To: c",
    "Subject: d",
    "On 25 Mar 2024 10:20, Ada wrote:",
    "-- ",
    "____________________________",
  ),
  fc.constantFrom(
    "-----Original Message-----",
    "--- Forwarded message ---",
    "Sent from my iPhone",
    "\n",
    "\r\n",
    "\r",
    " ",
    "text",
    "\u2028",
    "\ud800",
  ),
);
const anyText = fc
  .array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 40 })
  .map((pieces) => pieces.join(""));

test("any text: parts tile it, neighbours differ, what has a mark is quoted", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parts = splitReply(text);
      let at = 0;
      for (const [index, { start, end, kind, depth }] of parts.entries()) {
        assert.equal(start, at);
        assert.ok(end > start && depth <= DEPTH_MAX && (depth === 0 || kind !== "new"));
        const next = parts[index + 1];
        assert.ok(next === undefined || next.kind !== kind || next.depth !== depth);
        for (const line of text.slice(start, end).split(/\r\n|\n|\r/)) assert.ok(!line.startsWith(">") || depth > 0);
        at = end;
      }
      assert.equal(at, text.length);
    }),
    { numRuns: runs * 5 },
  );
});

const bombs = [
  "> ",
  ">",
  "\n",
  "\r",
  "From: a\n",
  "a\nFrom: b\n",
  "On 1\n",
  "On 1 wrote:\n",
  "-- \n",
  "_".repeat(20),
  "-----Original Message-----\n",
  " ",
  "a:\n",
  "1:20 <a@",
];
for (const bomb of bombs) {
  test(
    `${JSON.stringify(bomb)} two hundred thousand times ends`,
    withinCpuMs(10_000, () => {
      splitReply(bomb.repeat(200_000));
    }),
  );
}
