/** What unasked mail sells or promises, in several languages: shares its senders, hosts and tricks with phishing. */
import { lurePhrases } from "./lure.ts";

export const offers = lurePhrases(`
  gambling 3: online casino / casino bonus / free spins / welcome bonus / tours gratuits / giros gratis / bonus de bienvenue / bonus zonder storting
  dating 3: hot singles / lonely women / singles in your area / looking for a man / new admirer / alleenstaande vrouwen / rencontre coquine / mujeres solteras / dating site / viewing your profile / russian women / ukrainian women / hete date / private photos
  dating 2: single women
  health 3: weight loss / lose weight / blood sugar / male enhancement / belly fat / perdre du poids / joint pain / hair loss / memory loss / fat burning
  health 2: doctors hate / natural remedy / secret ritual / big pharma / one weird
  money-offer 3: passive income / earn ~ per day / extra income / work from home / get rich / financial freedom / double your / geld verdienen / ganar dinero / gagner de l argent / ganhar dinheiro / guaranteed profit / investment opportunity / debt relief / student loan / reverse mortgage / cash advance / personal loan / home warranty / auto warranty / car warranty / credit score / burial insurance / final expense / rijk worden / bitcoin ~ trader
  money-offer 2: free quote / lowest rate / pre approved / credit repair / get approved / cash back / panneaux solaires / walk in tub / bath remodel / hearing aid / energy bill / costs nothing
  advertising 2: this is an advertisement / this is a commercial / unsubscribe from future / opted in
  gambling 1: jackpot / freispiele / willkommensbonus / freispielen / казино / фриспины / casino / slots / poker / betting
  gambling 1: roulette / gokkast / wetten
  dating 1: sexy / horny / naughty / fuck / nude / geile / sexdate / ondeugende / sexkontakte / знакомства
  dating 1: flirt
  health 1: erectile / viagra / cialis / prostate / diabetes / testosterone / tinnitus / keto / abnehmen / potenz
  health 1: afvallen / emagrecer / adelgazar / penis / neuropathy / toenail / metabolism / cbd / gummies / ritual
  health 1: breakthrough
  money-offer 2: make money / taxa de juros de apenas / oferecemos emprestimos / ofrecemos prestamos / offrons des prets / loans ~ interest rate of
  dating 3: sex dating / hot sex / free sex / sexy girls near / horny girls / click for date / i need man for
  crypto 2: free btc / btc free / exclusive ~ airdrop / airdrop for / virtual assets / receipt of ~ bitcoin
  money-offer 1: trading platform / timeshare / life insurance / payday / mortgage / no obligation / zonnepanelen / solaranlage / gutter / stromrechnung
  advertising 1: remove yourself from / to stop receiving / wish to unsubscribe / no longer wish to receive
  dating 3: private message from / wants to meet you / meet singles / local women / lonely ladies / ready to meet / real girls / oekraiense vrouwen / oekraiense meisjes / russische frauen / ukrainische frauen / einsame frauen / femmes seules / femmes russes / girls near you / sexual desire / sex chat
  dating 1: geile
  health 3: glp 1 / hearing loss / joint ~ pain / nerve damage / natural ~ remedy / drop ~ pounds / burn fat / mutuelle sante / plano de saude / planos de saude / pharmacy online / canadian pharmacy / online pharmacy
  money-offer 3: solar panels / zonnepanelen ~ prijs / heat pump / energy savings / lower your bill / electric bill / roof replacement / compare quotes / bundle and save / tax relief / irs debt / settle your debt / debt collectors / claim compensation / see if you qualify / check your eligibility / crypto trading / earned ~ dollars / your balance ~ replenished / account ~ replenished / pending ~ withdrawal / part time job / daily salary
  money-offer 2: business partnership / business loan / partnership in / free trial inside / unlimited streaming / streaming tv / watch ~ channels / seo services / first page of google / guest post / rank your website / credit card offer
  advertising 2: marketing message / mailing list ~ partner / view in browser ~ advertisement
  advance-fee 3: as a surprise / i want to donate / donate ~ fund / my late / i am the lawyer / personal attorney / beneficiary of / covid ~ fund / compensation ~ payment / advogado pessoal / my client died / dying ~ widow / investor ~ country / very important message / urgent message for you / bank ~ manager / oil business / gold ~ sale / approved ~ compensation / winning notification / e mail ~ randomly selected / email ~ randomly selected
  health 1: prostate / diabetes
  dating 2: find love / meet women
  dating 1: erotic
  health 2: health insurance
  health 1: medicare / ozempic / pills / zorgverzekering / krankenversicherung
  money-offer 1: warmtepomp / thuisbatterij / electricity bill / get a quote / may qualify / automated trading / presale / pre sale / job offer / business opportunity
  money-offer 1: iptv / website design / cpf
  money-offer 2: free estimate / insurance quote / auto insurance / you may be entitled / withdraw ~ funds / token sale
  advertising 1: if you no longer / you are receiving this / received this email because
  advance-fee 1: private investor / united nations / lottery
`);
