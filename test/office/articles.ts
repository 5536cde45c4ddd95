/** What newsletters and lures print: our own short pieces on invented places and events. */

export interface Article {
  readonly headline: string;
  readonly text: string;
}

const news: readonly Article[] = [
  {
    headline: "Assembly returns to an unfinished trade bill",
    text: "Members come back on Monday to a bill that left the summer with forty amendments and no majority. The whips expect three long evenings. The harbour towns watch clause nine, which would move inspection from the quay to the importer.",
  },
  {
    headline: "Council counts the cost of a wet winter",
    text: "Roads, drains and one footbridge: the list of repairs has grown past what was set aside. The treasurer proposes to use the reserve. Two ward councillors want the pumps done first.",
  },
  {
    headline: "Night trains may stop at Tarn Bridge again",
    text: "The operator has asked for a path through the junction after midnight. Residents would gain an early arrival in the capital and a whistle at four in the morning. A hearing is set for next month.",
  },
  {
    headline: "Dock workers accept the new roster",
    text: "After eleven weeks the vote was closer than either side had hoped. Shifts shrink to nine hours, and the crane school takes on twenty trainees. The port says that the queue of ships should be gone within a fortnight.",
  },
  {
    headline: "Old mint to become a house of records",
    text: "Two centuries of registers will move from five cellars into one dry building. Readers will be able to order by post. The archive promises not to lose the smell of the old rooms entirely.",
  },
  {
    headline: "Fishing towns ask for a say on cable routes",
    text: "The next line will come ashore where boats have laid up for generations. Skippers want lanes marked before the survey ship arrives. The ministry speaks of a consultation and gives no date.",
  },
  {
    headline: "What the statistics office will no longer count",
    text: "Eleven series end with the year, among them the price of coal gas and the number of horse fairs. Economists shrug; local historians do not. We asked three of them which table they would save.",
  },
  {
    headline: "Opposition splits over the export annex",
    text: "One wing calls it a tax on caution, the other wants it stricter. The vote may fall to members who have said nothing so far. Our list of them is on page two.",
  },
  {
    headline: "A quiet record at the border post",
    text: "More lorries passed in March than in any month since the gates were moved. Drivers praise the new lanes and the soup. Customs officers say that the paper still takes longer than the search.",
  },
  {
    headline: "Teachers measure the walk to school",
    text: "Pupils in the valley walk further than any in the county, the survey finds. The bus that would help them was cut two years ago. The county says that it will look at the figures.",
  },
  {
    headline: "Museum shows the flood of the century",
    text: "Photographs, a boat and a door with a mark above the lock. The exhibition asks what the town learned. The answer is in the last room and is not flattering.",
  },
  {
    headline: "Election office tests the longer ballot",
    text: "Nineteen lists would make a sheet as long as an arm. Volunteers folded it four ways and timed each other. The office will decide on the paper by autumn.",
  },
];

const policy: readonly Article[] = [
  {
    headline: "Who checks the checkers? Notes on supply-chain audits",
    text: "Audits work when they are unannounced, local and paid for by somebody other than the supplier. Few are all three. We compare five regimes and find the cheapest to be the one that publishes its failures.",
  },
  {
    headline: "Repair ships: the thinnest part of the network",
    text: "A coast with forty cables has two ships that can mend them. Contracts, crews and permits matter more than patrols. Our table lists what each state could change within a year.",
  },
  {
    headline: "Research security without closed doors",
    text: "Universities are asked to vet partners with tools made for banks. A light procedure with one named officer does better in our sample. The exception for basic research should stay.",
  },
  {
    headline: "Reading an annex: licences in practice",
    text: "Half of all applications concern six items. Clear guidance on these would free the office for the rest. We propose wording.",
  },
  {
    headline: "Observation after the count",
    text: "Missions leave when the counting begins to matter. Three short follow-up visits cost less than one more delegation on the day. The paper sets out a calendar.",
  },
  {
    headline: "Small ports and large rules",
    text: "Compliance has a floor cost that a harbour with two cranes cannot share. Pooling inspectors across a region works where towns trust one another. Two cases show how that trust came about.",
  },
  {
    headline: "What a parliament can ask of a company",
    text: "Committees invite, and firms decline. The right to documents is stronger than the right to attendance and is used less. We have drafted a model request.",
  },
  {
    headline: "Numbers worth having: tariffs and tea",
    text: "A single commodity tells a long story. We follow a chest of tea through four regimes of duty. The appendix holds the series and our doubts about it.",
  },
];

const shop: readonly Article[] = [
  {
    headline: "New in: stoneware for short days",
    text: "Cups with a thumb rest, bowls that stack, and one jug that pours without a drip. Fired in small batches, so colours differ.",
  },
  {
    headline: "The blanket is back",
    text: "Woven on the narrow loom, with a border in harbour grey. We made sixty this time.",
  },
  {
    headline: "How to mend a handle",
    text: "Glue is not enough. Anna shows the old way with wire and patience, in nine pictures.",
  },
  {
    headline: "Tea of the month",
    text: "Smoky, a little sweet, good with a cold morning. Fifty grams, in the tin you can send back.",
  },
  {
    headline: "Last of the summer linens",
    text: "Aprons and tablecloths in the colours that are about to go. A third off until Sunday.",
  },
  {
    headline: "A day at the dye house",
    text: "Madder, weld and woad. Eight places, soup included, children with gloves.",
  },
];

const outdoor: readonly Article[] = [
  {
    headline: "Jackets that have been wet before",
    text: "We tested four coats on the ferry deck so that you need not. One leaked at the cuff and was sent home.",
  },
  {
    headline: "The coast path in two days",
    text: "Where to sleep, where to turn back, and which gate is always locked. A map to print.",
  },
  {
    headline: "Boots: sizes and second thoughts",
    text: "Feet grow with mileage. Our fitting table has been redone with half sizes.",
  },
  { headline: "Tide tables are here", text: "The little blue book for next year, with the moon on every page." },
  {
    headline: "Repairs week",
    text: "Bring zips, seams and one sad tent. Everything mended while you wait, as long as you can wait.",
  },
];

const advocacy: readonly Article[] = [
  {
    headline: "Ask your member to vote for the river bill",
    text: "The bill would make discharges public within a day. It needs nineteen more votes. A short and polite letter does more than a form.",
  },
  {
    headline: "Forty weirs, one map",
    text: "Volunteers have walked the whole upper river. The map shows where fish can pass and where they cannot. Have a look at your own stretch.",
  },
  {
    headline: "Results of the spring water test",
    text: "Two in five samples were clean, one more than last year. The worst is below the dye works. Thank you to everybody with a bottle.",
  },
  {
    headline: "Come to the bank on Saturday",
    text: "Gloves and bags are there, bring boots. We stop for bread and cheese at one.",
  },
  {
    headline: "The minister answered",
    text: "Our petition was met with four pages. We print them whole, with what they leave out.",
  },
];

const german: readonly Article[] = [
  {
    headline: "Neue Kräne für den Südhafen",
    text: "Zwei Kräne werden im Frühjahr geliefert, der dritte später. Die Werft hofft auf kürzere Liegezeiten. Anwohner fragen nach dem Lärm.",
  },
  {
    headline: "Fährlinie bleibt im Winter",
    text: "Die Linie fährt auch von November bis März, aber nur zweimal am Tag. Der Rat hat den Zuschuss bewilligt. Fahrräder dürfen wieder mit.",
  },
  {
    headline: "Bibliothek öffnet sonntags",
    text: "Ein Versuch über sechs Monate soll zeigen, wer kommt. Freiwillige übernehmen die Theke. Kaffee gibt es auch.",
  },
  {
    headline: "Streit um den Deichweg",
    text: "Spaziergänger, Schafe und ein Zaun: Im Ausschuss wurde es laut. Eine Lösung mit zwei Toren liegt auf dem Tisch.",
  },
  {
    headline: "Was die Zählung ergab",
    text: "Die Stadt wächst langsamer als gedacht. Schulen und Kitas planen neu. Die Zahlen nach Vierteln stehen auf Seite drei.",
  },
];

export const articles = { news, policy, shop, outdoor, advocacy, german } as const;

/** The six pieces of the campaign, on what the committee works on. */
export interface LureArticle {
  readonly slug: string;
  readonly headline: string;
  readonly byline: string;
  readonly paragraphs: readonly string[];
}

export const lureArticles: readonly LureArticle[] = [
  {
    slug: "straits-election-law-what-changed",
    headline: "Straits election law: what changed overnight",
    byline: "Clara Wendt",
    paragraphs: [
      "Late on Sunday the Straits assembly passed, in one sitting, the electoral code that its own commission had asked to postpone. Seats filled by direct vote fall by a third, and a new panel will decide who may stand.",
      "Supporters speak of stability after two restless years. Lawyers who read the text for this paper see something else: the panel gives no reasons, its members are appointed, and there is no court that may hear a complaint.",
      "Abroad, reactions were slow. Four parliaments have asked for a debate, among them the committee in Northgate that heard Straits journalists last autumn. Its chair called the code a locked door with a window painted on it.",
      "What happens next depends less on statements than on accreditation. If observers are refused, as two newspapers have been already, the first vote under the new code will have no outside witness at all.",
    ],
  },
  {
    slug: "northern-cable-review-questions",
    headline: "Northern cable review leaves three questions open",
    byline: "Clara Wendt",
    paragraphs: [
      "The review of the northern cable runs to ninety pages and answers what it was asked. It was not asked who owns the landing station, who would mend a break in winter, or why one bidder withdrew a week before the tender closed.",
      "The first can be found in three registers, if one reads them side by side. The station was sold last year to a holding that lists a single director. The operator calls that ordinary. It may be.",
      "The second is a matter of ships. There are two on the whole coast, and both were under charter elsewhere when the last line was cut. A third has been promised since the previous parliament.",
      "Members of the trade committee say that they will ask for the correspondence of the tender. The ministry has pointed to commercial confidence. A decision is expected before the spring recess.",
    ],
  },
  {
    slug: "forced-labour-import-rules-compared",
    headline: "Forced labour: five import rules compared",
    byline: "Editorial desk",
    paragraphs: [
      "No government defends forced labour, and few stop its goods. The difference lies in who must prove what. Under the strictest of five rules we compared, the importer has to show that a shipment is clean. Under the mildest, an official has to show that it is not.",
      "Cotton, tomatoes, polysilicon: the goods change, the paper does not. Certificates are issued by auditors who were announced, in places they did not choose, in a language they did not speak.",
      "The draft now before parliament stands in the middle. It would reverse the burden for listed regions only, and it leaves the list to the minister. Campaigners want it in the law itself.",
      "Business is less united than it looks. Two large retailers have asked for the strict rule, on the ground that they obey it elsewhere already and would like their rivals to do the same.",
    ],
  },
  {
    slug: "letter-from-the-harbour",
    headline: "A letter from the harbour: exiles and their families",
    byline: "Editorial desk",
    paragraphs: [
      "They meet above a chandler's shop, on the second Thursday of the month, and they no longer take photographs. The eleven members of the Straits circle left at different times and for different reasons. What they share is a telephone call.",
      "It comes to a parent or a sister, at home, from an office that gives no name. The caller knows which meeting was attended and who spoke. He asks whether the family would not like the visits to stop.",
      "Our correspondent spoke with four of those called. None would be quoted. All had noticed the same thing: the caller knew of journeys that had been arranged only by mail.",
      "Members of parliament who have taken up their cause say that they, too, have grown careful. One now writes her diary on paper.",
    ],
  },
  {
    slug: "delegation-to-the-straits-dialogue",
    headline: "Who will go to the Straits dialogue?",
    byline: "The Dispatch briefing",
    paragraphs: [
      "The spring dialogue has always been a matter of lists. This year the list is shorter. Three delegations have said that they will send officials in place of members, and one has not answered at all.",
      "Those who want to go argue that a seat at the table is worth a dull evening. Those who do not recall last year's closing statement, which was printed before the meeting opened.",
      "In Northgate the committee will decide by the middle of February. According to people who have seen the draft, it leans towards sending two members and asking for a meeting with lawyers as a condition.",
      "A condition of that kind was refused in the past. It has not been made by four parliaments at once before.",
    ],
  },
  {
    slug: "telecoms-vendors-second-list",
    headline: "Telecoms: the second list of vendors is due",
    byline: "The Dispatch briefing",
    paragraphs: [
      "A year after the first list of high-risk vendors, the second is with the printers. It will cover the edge of the network: masts, small cells, and the boxes that stand in people's halls.",
      "Operators have asked for seven years to replace what is in use. Officials have offered four. The difference, on the industry's own figures, is about the price of one large bridge.",
      "Routers at home are the least discussed part, and perhaps the most exposed. They are seldom updated, never audited, and sit in front of everything else that a household owns.",
      "The committee will take evidence in public. Witnesses have been asked to say what they would do first if they had a single year.",
    ],
  },
];
