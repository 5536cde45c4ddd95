/**
 * Words by which a sender reads like a news outlet, a journalist's desk or a think tank, in European languages and a few
 * more (threat-facts TF-013, TF-014, TF-200, TF-201, TF-203). Our own selection; no names of real outlets.
 *
 * Stored lower case, without diacritics where the alphabet is Latin.
 */
function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean));
}

/** Say "outlet" or "newsroom" by themselves: shops, parcels and software do not call themselves so. */
export const outletWords = words(`
  herald tribune gazette newspaper newsroom newsdesk newswire newspapers broadcaster chronicle examiner inquirer
  enquirer advertiser
  zeitung tageszeitung wochenzeitung nachrichten tagesblatt wochenblatt tageblatt anzeiger rundschau tagesschau
  nachrichtenagentur kurier morgenpost abendblatt
  actualites actualite journaux quotidien hebdomadaire depeche gazettes
  noticias noticiero noticiario diario periodico gaceta heraldo cronica agencia-de-noticias jornal gazeta noticia
  giornale gazzetta quotidiano notiziario corriere notizie
  krant dagblad nieuwsblad courant nieuws weekblad
  avisen tidningen tidende tidning dagbladet nyheter nyheder aftenposten dagens
  uutiset sanomat lehti hirek hirlap ujsag zpravy noviny denik spravy wiadomosci dziennik
  stiri ziarul vesti novosti vijesti dnevnik novice laikrastis zinios zinas uudised
  haber haberler gazetesi gazete
  новости газета вести известия вестник новини газети новина εφημερίδα ειδήσεις νέα
  أخبار صحيفة جريدة خبر חדשות עיתון समाचार खबर 新闻 新聞 日报 日報 晚报 通讯社 ニュース 新聞社 뉴스 신문 일보
`);

/** Say "journalist" or "editor": a person at an outlet. */
export const deskWords = words(`
  journalist journalists journaliste correspondent correspondents reporter reporters columnist editorial editor editors
  redaktion redaction redaccion redazione redactie redakcja redakce redaktionen toimitus szerkesztoseg periodista
  giornalista dziennikarz journalistin korrespondent korrespondentin correspondant correspondante corresponsal
  corrispondente redacao jornalista журналист корреспондент редакция редакція 编辑部 記者 记者
`);

/** Outlet names are made of these too, but so are shops, parcels and programs: one alone says nothing. */
export const maybeWords = words(`
  news times daily weekly post press presse prensa stampa journal observer monitor bulletin digest briefing briefings
  dispatch dispatches wire review reporter mail star sun globe mirror telegraph courier echo voice today insider
  headlines media medien medios breaking analysis spotlight outlook insight global world international
`);

/** Those that end a name as an outlet's does: "Coastal Times", "Harbour Telegraph". */
export const closingWords = words(`
  times journal observer monitor bulletin digest dispatch review telegraph courier echo globe news wire briefing
  magazine today sentinel weekly
`);

/** These end outlets' names too, but also people's and products': they count after "The" only, as "The Rivertown Sun". */
export const closingAfterThe = words(`
  post press sun star leader standard independent record voice report mirror citizen express mail beacon messenger
  ledger argus mercury telegram recorder register guardian advocate republic week insider nation patriot
`);

/** Before a closing word these make something else of it: "Deutsche Post", "Opening Times", "Peer Review". */
export const innocentBefore = words(`
  deutsche swiss osterreichische royal canada australia india la an nz hong israel posta poste pacific south african
  the your our my more latest top great some other shop buy order only just win save get here until from by
  opening delivery best good happy fun party school dinner lunch business office response waiting
  peer product code performance annual quarterly document security patient customer music
  bench
  health heart system blood network server uptime price baby cloud application error status
  job event sales company community security software release product store family school church
  travel bank parcel parts
`);

/** Kinds of institution that a think tank or monitor calls itself (TF-203) … */
export const instituteWords = words(`
  institute institut institution instituto istituto instytut centre center zentrum centro council foundation stiftung
  forum initiative association society programme program project think tank thinktank watch monitor observatory
  alliance network fellows department school
`);

/** … and what it is about when it is of interest here. */
export const topicWords = words(`
  policy policies affairs strategic strategy geopolitics geopolitical diplomacy democracy democratic rights peace
  foreign defence defense sanctions nonproliferation disarmament governance liberty freedom
  politik aussenpolitik sicherheitspolitik menschenrechte demokratie politique democratie politica democracia diritti
`);
