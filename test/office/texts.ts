/**
 * What people write in ordinary mail: our own sentences, put together by `correspondence.ts`.
 *
 * Slots in braces are filled from `slots`; the same slot in one letter keeps its value.
 */

export interface Topic {
  readonly subject: string;
  readonly openings: readonly string[];
  readonly points: readonly string[];
  readonly asks: readonly string[];
  readonly replies: readonly string[];
}

export const slots: Readonly<Record<string, readonly string[]>> = {
  place: ["Port Calder", "Eastmere", "Tarn Bridge", "Saltgate", "Holm Valley", "Lower Quay", "Wick Green"],
  street: ["Chandler Street", "Mill Rise", "Station Parade", "Ropewalk", "St Brannoc's Road", "Orchard Lane"],
  day: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
  few: ["two", "three", "four"],
  count: ["two", "three", "four", "six", "nine", "a dozen", "about forty"],
  hour: ["half past nine", "ten", "eleven", "two", "three", "a quarter past four"],
  season: ["before Easter", "over the summer", "in the autumn", "before Christmas", "after the recess"],
};

export const constituentTopics: readonly Topic[] = [
  {
    subject: "The {place} bus after seven in the evening",
    openings: [
      "I work late shifts at the cold store and the last bus to {place} leaves before I can reach the stop.",
      "Since the timetable changed there has been no evening bus along {street}, and {few} of us now share one car.",
      "My mother no longer drives, and without the late bus she has stopped going to her choir.",
    ],
    points: [
      "From what I gather the operator says that numbers are too low, but nobody was there to count them.",
      "The shelter on {street} still shows the old times, which makes it worse.",
      "A taxi home costs more than an hour's wage.",
      "We were told in the spring that the route would be looked at again {season}.",
    ],
    asks: [
      "Could you ask the county to put the subsidy for this route on the agenda?",
      "Would you be willing to come and wait with us one evening?",
    ],
    replies: [
      "Thank you for writing about the evening service. I have asked the county for the passenger figures and will send them on as soon as I have them.",
      "I raised the {place} route with the transport committee last week and they have agreed to a count over {count} evenings.",
      "I would like to bring the operator and some of you round one table; my office will suggest a date.",
    ],
  },
  {
    subject: "Library hours in {place}",
    openings: [
      "I was sorry to read that the library in {place} is to open on only {few} days a week.",
      "Our reading group has met on a {day} for eleven years, and from next month the doors will be shut.",
    ],
    points: [
      "The children's corner is the only warm room some families have on a wet afternoon.",
      "Volunteers have offered to keep the desk, but were told that insurance does not allow it.",
      "The nearest branch is then an hour away by bus.",
      "I do all my forms for the pension office there since I have no printer.",
    ],
    asks: [
      "Please tell me whom to write to, and whether a petition would help.",
      "Can anything be done before the budget is settled?",
    ],
    replies: [
      "You are right that the hours were cut without asking the people who use the library. I have written to the council leader.",
      "The question of insurance is not as settled as you were told; another branch solved it and I will send you their contact.",
    ],
  },
  {
    subject: "Flood gates at {street}",
    openings: [
      "The water came over the step at {street} again on {day} night.",
      "We had sandbags out for the third time this winter, and the gates downstream were not closed in time.",
    ],
    points: [
      "The warning arrived by telephone an hour after the water did.",
      "Our insurer now wants a survey that costs more than the damage.",
      "The drain at the corner has been blocked since the road works.",
      "An engineer told my neighbour that the pump is older than the houses.",
    ],
    asks: [
      "Who decides when the gates are closed, and can they be asked to explain it to us?",
      "Could you visit before the spring tides?",
    ],
    replies: [
      "I am sorry to hear that the water came in again. The agency has promised me the log of that night by the end of the week.",
      "I will be in {place} on {day} and would like to see the gates and the drain with you.",
    ],
  },
  {
    subject: "Waiting for a dentist near {place}",
    openings: [
      "There is no dentist within thirty miles of {place} who takes new patients.",
      "My son is nine and has been on a waiting list for {few} years of that.",
    ],
    points: [
      "We have telephoned every practice on the list and half of the numbers are dead.",
      "The hospital says it only sees emergencies, and toothache is not one.",
      "I pay my contributions like everybody else.",
    ],
    asks: ["What is being done about this, and when will we see it here?", "Please put this to the minister."],
    replies: [
      "Yours is one of {count} letters about this since January. I have tabled a question and will forward the answer.",
      "A mobile practice will stop in {place} {season}; I attach what I was sent about it.",
    ],
  },
  {
    subject: "School roof at {place}",
    openings: [
      "Rain has been coming through the roof of the gymnasium since the storm, and sport is now held in the corridor.",
      "I am writing for the parents' council about the roof that was to be mended {season}.",
    ],
    points: [
      "The surveyor came on a {day} and we have not heard from him since.",
      "Buckets in a corridor are not a repair plan.",
      "The school has saved {few} thousand towards it by its own efforts.",
    ],
    asks: [
      "Could you find out where the application is stuck?",
      "Would you come to the assembly and hear the children?",
    ],
    replies: [
      "The application was returned because a page was missing; the head teacher has it again and I have asked that it keep its place.",
      "I would be delighted to come to the assembly. Jonah in my office will arrange it.",
    ],
  },
  {
    subject: "Harbour dues for small boats",
    openings: [
      "The new scale charges a boat of six metres as much as one of twelve.",
      "My father fished from {place} and so do I, and I have never seen dues rise like this.",
    ],
    points: [
      "From the figures they publish, the dredging was paid for by the grant and not by us.",
      "Two families on our pontoon have sold up.",
      "The office opens when we are at sea.",
    ],
    asks: ["Can the scale be looked at again?", "I would be glad of ten minutes at your next surgery."],
    replies: [
      "I have the scale in front of me and agree that the step at six metres makes no sense. I have asked for the reasoning.",
      "My next surgery in {place} is on {day} from {hour}; you have the first appointment.",
    ],
  },
  {
    subject: "Broadband on {street}",
    openings: [
      "We run a small business from home and the line drops every afternoon.",
      "The new cable ends at the junction, two hundred metres from our door.",
    ],
    points: [
      "The company says we are covered, because the map says so.",
      "My daughter does her homework in the car outside the library.",
      "An engineer came {few} times and each time blamed the last one.",
    ],
    asks: ["Could you ask the regulator to check the map?", "Whom do we complain to?"],
    replies: [
      "The map counts a street as covered when one house is. I have sent your case to the regulator as an example of why that is wrong.",
      "They have promised me a survey of {street} {season}, and I will hold them to it.",
    ],
  },
  {
    subject: "Thank you",
    openings: [
      "I only wanted to say thank you for your help with the pension office.",
      "The letter from your office did what {count} telephone calls had not.",
    ],
    points: [
      "The arrears were paid on {day}.",
      "Please also thank the gentleman who rang me back twice.",
      "My husband says you may quote us.",
    ],
    asks: ["With good wishes for the session.", "Do come by if you are ever on {street}."],
    replies: [
      "What a kind letter. I have shown it to the colleague who made those calls.",
      "I am so glad that it is settled.",
    ],
  },
  {
    subject: "Cross-border workers and the new form",
    openings: [
      "I live in {place} and work across the border, and the new form asks for a stamp that no office there gives.",
      "My employer tells me that without the form I am taxed twice from next year.",
    ],
    points: [
      "The helpline of each country sends me to the other.",
      "There are {count} of us at the plant with the same trouble.",
      "I have kept every letter since 2014, should you want them.",
    ],
    asks: ["Could your committee take this up?", "Please tell me what I should sign in the meantime."],
    replies: [
      "This is squarely a matter for the committee and I will raise it. Until then, send the form without the stamp and with a copy of this letter.",
      "The embassy confirms that the stamp is not needed. I will send you their answer.",
    ],
  },
];

export const internalTopics: readonly Topic[] = [
  {
    subject: "Order of business for {day}",
    openings: [
      "Here is the order for {day} as it stands. Questions first, then the trade motion.",
      "The order for {day} has moved again: the statement now comes before the committee.",
    ],
    points: [
      "Ilse is fourth on the list and has about five minutes.",
      "Catrin would like to swap her slot with ours; I see no reason against it.",
      "The vote could fall at any time after {hour}, so please keep the evening clear.",
      "The clerk needs the amendment in writing by noon.",
    ],
    asks: ["Shout if anything clashes.", "Can you confirm that the speech will be ready by then?"],
    replies: ["That works. I have moved the call with the chamber.", "Fine by me; speech will be with you tonight."],
  },
  {
    subject: "Draft speech, trade and labour standards",
    openings: [
      "Second draft below. I have taken out the paragraph on tariffs since it repeats the question.",
      "Please read this for tone. The numbers are from the Library and were checked on {day}.",
    ],
    points: [
      "I would rather end on the dock workers than on the treaty.",
      "The line about the minister is fair, but it will be the only line anybody prints.",
      "We need one example from {place}; Amina's family would be a good one if they agree.",
      "Four minutes and ten seconds when read slowly.",
    ],
    asks: ["Comments by {hour}, please.", "Which ending do you prefer?"],
    replies: [
      "Much better. Keep the dock workers at the end and lose the second quotation.",
      "I have marked {count} small things. Good to go after that.",
    ],
  },
  {
    subject: "Committee papers",
    openings: [
      "The papers for the committee on {day} are in the shared folder.",
      "The clerk has sent a late paper from the Trade Observatory, forty pages.",
    ],
    points: [
      "Pages 12 to 19 are the ones that matter for us.",
      "I have put a half-page note on top of each.",
      "The witness from Labour Watch will be asked about the audit figures.",
    ],
    asks: ["Do you want them printed?", "Tell me if you need more before the witnesses come."],
    replies: ["Printed, please, and single sided.", "The half-page notes are just right. Thank you."],
  },
  {
    subject: "Press line on the cable review",
    openings: [
      "The Courier wants a line on the cable review by {hour}.",
      "Three outlets have asked the same question, so let us have one answer.",
    ],
    points: [
      "Proposed: the review is welcome, its terms are narrow, and the landing sites deserve the same care as the sea bed.",
      "Leonie is fair and will print it whole.",
      "I would leave out the name of the company.",
    ],
    asks: ["Happy with this?", "One word from Ilse and it goes."],
    replies: ["Yes, go.", "Good. Say 'overdue' where it says 'welcome'."],
  },
  {
    subject: "Rota and leave",
    openings: [
      "I have put the rota for the next fortnight on the wall and in the folder.",
      "A reminder about leave {season}.",
    ],
    points: [
      "Jonah is away on {day} and Anneke covers the telephone.",
      "The constituency office closes at {hour} on the last day.",
      "Keys are with the porter.",
    ],
    asks: ["Please check your days.", "Tell me by {day} if you want to change anything."],
    replies: ["Mine are right.", "Could I swap the {day} with Priya? She says yes."],
  },
  {
    subject: "Casework figures",
    openings: [
      "We closed {count} cases this week and opened rather more.",
      "The backlog is down for the first time since the recess.",
    ],
    points: [
      "Housing is still the largest group, then pensions.",
      "The dentist letters should get one common answer.",
      "I would like to call the families on {street} rather than write again.",
    ],
    asks: ["Shall we look at them together on {day}?", "Any objection?"],
    replies: ["No objection, and thank you for keeping the list.", "Let us do it on {day} at {hour}."],
  },
  {
    subject: "Visit to {place}",
    openings: ["The plan for {place} is nearly done.", "The visit to {place} has moved to {day} at {hour}."],
    points: [
      "Train from platform four, then the school's minibus.",
      "The head teacher would like a photograph on the steps.",
      "Anneke comes along; the Ledger sends somebody too.",
      "Wellingtons, I am told.",
    ],
    asks: ["Anything to add?", "Please send me the names for the gate."],
    replies: ["Names: Ilse, Anneke, and Dario from the Library.", "Perfect. Wellingtons noted."],
  },
];

export const pressTopics: readonly Topic[] = [
  {
    subject: "Question about the {place} inquiry",
    openings: [
      "I am writing a piece on the {place} inquiry for the weekend.",
      "We have a document on the {place} inquiry and would like your view.",
    ],
    points: [
      "Would the member call for the minutes to be published?",
      "It runs to {count} pages and two of them are about her letter.",
      "My deadline is {hour} on {day}.",
    ],
    asks: ["A line by then would be very welcome.", "Happy to talk on the telephone instead."],
    replies: [
      "She will say this: the minutes should be published, all of them, and before the debate.",
      "Call me at {hour} and I will put you through.",
    ],
  },
  {
    subject: "Interview request",
    openings: [
      "Would the member join our morning programme on {day}?",
      "We are planning a series on committees and would like to film one afternoon.",
    ],
    points: [
      "It would take {count} minutes at most.",
      "We can come to the office.",
      "The subject is trade and what it does to small harbours.",
    ],
    asks: ["Does {hour} suit?", "Whom should I ring about the room?"],
    replies: [
      "{day} is good, {hour} is better. Please come to the side entrance.",
      "I am afraid she sits in committee then. Could you do {day}?",
    ],
  },
  {
    subject: "Correction to today's piece",
    openings: ["Thank you for the piece. One thing is not right.", "A small correction, if I may."],
    points: [
      "The vote was on the amendment and not on the bill.",
      "The photograph shows Catrin Moss.",
      "The figure is for the county, not for {place}.",
    ],
    asks: ["Could you change it online?", "A line in the next edition would do."],
    replies: ["Changed, with apologies.", "You are right, and the desk has it."],
  },
];

export const policyTopics: readonly Topic[] = [
  {
    subject: "Evidence on supply-chain audits",
    openings: [
      "Following our talk, here is what we found when we compared {count} audit reports with the payrolls.",
      "I promised you the short version of the audit paper.",
    ],
    points: [
      "Audits announced in advance find a third of what unannounced ones find.",
      "Importers say that they cannot see beyond the second tier; the shipping papers say otherwise.",
      "The burden of proof is the whole question.",
    ],
    asks: ["Shall I send it to the clerk as well?", "I could give evidence on {day} if that helps."],
    replies: [
      "Very useful, thank you. The committee would like to hear you on {day}.",
      "Could you add one page on how small firms would cope?",
    ],
  },
  {
    subject: "Landing sites of the northern cable",
    openings: ["You asked who owns the landing station at {place}.", "Some notes on the cable review before {day}."],
    points: [
      "The operator leases it from a company that was sold last year.",
      "Repair ships are the weak point: there are two of them for the whole coast.",
      "None of this is secret, it is only spread over {count} registers.",
    ],
    asks: ["Tell me if you want the register extracts.", "I would go and look at it."],
    replies: [
      "Please send the extracts. We may ask about repair ships in the plenary.",
      "This is exactly what I needed.",
    ],
  },
  {
    subject: "Observers for the Straits vote",
    openings: [
      "The list of observers closes on {day}.",
      "Our board has agreed to send {count} observers to the Straits.",
    ],
    points: [
      "Accreditation has been refused to two newspapers so far.",
      "We are worried about the count more than about the vote.",
      "The interpreter we had last time is free.",
    ],
    asks: ["Would the member lend her name to the letter?", "May we name the committee as a partner?"],
    replies: [
      "She will sign. Please send the final text before it goes out.",
      "We cannot be a partner, but you may say that we were told.",
    ],
  },
  {
    subject: "Export licences, the new annex",
    openings: ["The annex is out and it is longer than the law.", "I have read the annex so that you need not."],
    points: [
      "Item 6 covers cameras that every school has.",
      "The exception for research has gone.",
      "Lawyers will do well out of the word 'substantially'.",
    ],
    asks: ["A note by {day}?", "Is there still time for an amendment?"],
    replies: ["There is, until {day} noon. Two lines would be enough.", "A note please, one page."],
  },
];

export const familyTopics: readonly Topic[] = [
  {
    subject: "Sunday",
    openings: ["Are you coming on Sunday or is there a vote?", "Lunch on Sunday, if the country can spare you."],
    points: [
      "Juno brings the dog.",
      "I have the good potatoes from {place}.",
      "Your coat is still here, and the umbrella too.",
    ],
    asks: ["Let me know about the train.", "Ring me, I am up late."],
    replies: ["I am coming, and I will bring the cake.", "No vote, for once. See you at {hour}."],
  },
  {
    subject: "The boiler",
    openings: ["The man came about the boiler.", "It is the pump, as Henrik said."],
    points: [
      "He wants to come back on {day} with the part.",
      "It makes the noise only when nobody is here to listen.",
      "I have put the quote on the kitchen table.",
    ],
    asks: ["Shall I say yes?", "Which of us is at home?"],
    replies: ["Say yes.", "I can be home by {hour} if the train behaves."],
  },
  {
    subject: "Photographs from the coast",
    openings: ["Here is what I have from the week at the coast.", "Found these when I cleared out the old telephone."],
    points: [
      "You look very serious in the one with the gull.",
      "The second one is for Agnes's wall.",
      "It rained {few} days of seven and we were happy.",
    ],
    asks: ["Which one shall I have printed?", "Send me yours!"],
    replies: ["The gull, obviously.", "Lovely. Mine are worse, but you shall have them."],
  },
  {
    subject: "Pottery class",
    openings: [
      "There is a place free on {day} evenings.",
      "Your bowl came out of the kiln in one piece, which is more than can be said of mine.",
    ],
    points: [
      "Bring an old shirt.",
      "We start at {hour} and nobody minds if you are late.",
      "The new glaze is the colour of the harbour in March.",
    ],
    asks: ["Shall I keep it for you?", "Come and fetch it."],
    replies: ["Keep it! I will be late but I will be there.", "In one piece! I shall never make another."],
  },
];

export interface ForeignLetter {
  /** Key into `foreignWriters`. */
  readonly language: string;
  readonly subject: string;
  readonly body: string;
}

export const foreignLetters: readonly ForeignLetter[] = [
  {
    language: "fr",
    subject: "Horaires d'été de la médiathèque de Tarn Bridge",
    body: "Madame la députée,\n\nLa médiathèque sera fermée tout l'été, et les enfants du quartier n'ont plus où lire à l'ombre. Serait-il possible de garder au moins deux matinées ouvertes ?\n\nAvec mes remerciements,\nMireille Aubin",
  },
  {
    language: "fr",
    subject: "Réponse à votre lettre sur la passerelle",
    body: "Madame,\n\nMerci de votre réponse. La passerelle a été réparée jeudi, et même éclairée. Les voisins vous saluent.\n\nBien à vous,\nMireille Aubin",
  },
  {
    language: "de",
    subject: "Fähre nach Süden: Fahrräder müssen draußen bleiben?",
    body: "Sehr geehrte Frau Abgeordnete,\n\nseit März dürfen auf der Fähre keine Fahrräder mehr mitgenommen werden. Für die Pendler aus Holm Valley heißt das: eine Stunde früher aufstehen. Könnten Sie beim Betreiber nachfragen?\n\nMit freundlichen Grüßen\nJürgen Äckerlein",
  },
  {
    language: "de",
    subject: "Danke für das Gespräch über die Brücke",
    body: "Sehr geehrte Frau Varga-Holm,\n\nvielen Dank für das Gespräch am Dienstag. Die Unterlagen zur Brücke schicke ich Ihnen, sobald sie geprüft sind.\n\nFreundliche Grüße\nJürgen Äckerlein",
  },
  {
    language: "es",
    subject: "Petición: médico de guardia los fines de semana",
    body: "Estimada señora diputada:\n\nEn nuestro barrio no hay médico los sábados ni los domingos. ¿Podría usted preguntar cuándo volverá el servicio?\n\nUn cordial saludo,\nJosé Antúnez",
  },
  {
    language: "pl",
    subject: "Świetlica dla dzieci przy ulicy Łąkowej – prośba o pomoc",
    body: "Szanowna Pani Poseł,\n\nświetlica działa już tylko dwa dni w tygodniu. Rodzice chętnie pomogą, ale potrzebna jest zgoda gminy. Czy mogłaby Pani zapytać?\n\nZ poważaniem\nŁucja Wrona",
  },
  {
    language: "el",
    subject: "Πρόσκληση στη γιορτή της θάλασσας",
    body: "Αγαπητή κυρία,\n\nσας προσκαλούμε στη γιορτή της θάλασσας που θα γίνει το Σάββατο στο λιμάνι. Θα χαρούμε να σας δούμε.\n\nΜε εκτίμηση\nΘάλεια Μελά",
  },
  {
    language: "uk",
    subject: "Дякую за лист про курси мови",
    body: "Шановна пані,\n\nдякую за ваш лист. Курси мови починаються восени, і для нашої родини це велика допомога.\n\nЗ повагою\nОксана Верба",
  },
  {
    language: "ja",
    subject: "港まつりのご案内とお礼",
    body: "ヴァルガ＝ホルム様\n\n先日は工場をご見学いただき、ありがとうございました。来月の港まつりにもぜひお越しください。\n\n水野 はる",
  },
  {
    language: "da",
    subject: "Spørgsmål om færgen på lørdage",
    body: "Kære fru Varga-Holm\n\nKører færgen stadig om lørdagen? Skiltet på kajen siger ét, og hjemmesiden noget andet. Jeg håber, De kan hjælpe.\n\nVenlig hilsen\nSøren Hvidberg",
  },
];

export const greetings: readonly string[] = [
  "Dear {first},",
  "Hello {first},",
  "Good morning,",
  "Dear {name},",
  "Hi {first},",
];
export const closings: readonly string[] = [
  "Yours sincerely,",
  "Kind regards,",
  "With best wishes,",
  "Best,",
  "Many thanks,",
];
