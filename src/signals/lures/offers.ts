/** What unasked mail sells or promises, in several languages: shares its senders, hosts and tricks with phishing. */
import { lurePhrases } from "./lure.ts";

export const offers = lurePhrases(`
  gambling 3: online casino / casino bonus / free spins / tours gratuits / giros gratis / bonus zonder storting
  dating 3: hot singles / lonely women / singles in your area / alleenstaande vrouwen / rencontre coquine / mujeres solteras / russian women / ukrainian women / hete date
  dating 2: single women
  health 3: male enhancement / belly fat / fat burning
  health 2: doctors hate / secret ritual / one weird
  money-offer 3: earn ~ per day / get rich / guaranteed profit / auto warranty / burial insurance / final expense / rijk worden / bitcoin ~ trader
  money-offer 2: credit repair
  gambling 2: prize pool / place your bets / bet now / new bets / slot games / casino games / live casino / match bonus / reload bonus / jackpot every / lucky winners
  gambling 1: jackpot / wagering / freispiele / willkommensbonus / freispielen / казино / фриспины / casino / slots / poker / betting
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
  dating 3: private message from / meet singles / local women / lonely ladies / real girls / oekraiense vrouwen / oekraiense meisjes / russische frauen / ukrainische frauen / einsame frauen / femmes seules / femmes russes / girls near you / sexual desire / sex chat
  dating 1: geile
  health 3: joint ~ pain / drop ~ pounds / burn fat / plano de saude / planos de saude / canadian pharmacy
  money-offer 3: zonnepanelen ~ prijs / roof replacement / bundle and save / irs debt / settle your debt / earned ~ dollars / your balance ~ replenished / account ~ replenished / pending ~ withdrawal / daily salary
  money-offer 2: free trial inside / streaming tv / watch ~ channels / seo services / first page of google / guest post / rank your website
  advertising 2: mailing list ~ partner / view in browser ~ advertisement
  advance-fee 3: i am the lawyer / personal attorney / compensation ~ payment / advogado pessoal / my client died / dying ~ widow / investor ~ country / urgent message for you / oil business / approved ~ compensation / winning notification / e mail ~ randomly selected / email ~ randomly selected
  health 1: prostate / diabetes
  dating 2: find love / meet women
  dating 1: erotic
  health 1: medicare / ozempic / pills / zorgverzekering / krankenversicherung
  money-offer 1: warmtepomp / thuisbatterij / electricity bill / get a quote / may qualify / automated trading / presale / pre sale / job offer / business opportunity
  money-offer 1: iptv / website design / cpf
  money-offer 2: you may be entitled / withdraw ~ funds / token sale
  advance-fee 1: private investor / united nations / lottery
  dating 1: looking for a man / new admirer / dating site / viewing your profile / private photos / wants to meet you / ready to meet
  health 1: lose weight / blood sugar / perdre du poids / joint pain / memory loss / natural remedy / big pharma / hearing loss / nerve damage / natural ~ remedy / mutuelle sante / pharmacy online / online pharmacy / health insurance
  money-offer 2: passive income / extra income / crypto trading
  money-offer 1: work from home / financial freedom / double your / geld verdienen / ganar dinero / gagner de l argent / ganhar dinheiro / investment opportunity / debt relief / student loan / cash advance / personal loan / home warranty / car warranty / credit score / lowest rate / pre approved / get approved / cash back / panneaux solaires / walk in tub / bath remodel / hearing aid / energy bill / costs nothing / heat pump / energy savings / lower your bill / electric bill / compare quotes / tax relief / debt collectors / claim compensation / see if you qualify / check your eligibility / part time job / business partnership / business loan / partnership in / unlimited streaming / credit card offer / free estimate / insurance quote / auto insurance
  advance-fee 1: as a surprise / i want to donate / donate ~ fund / beneficiary of / covid ~ fund / very important message / bank ~ manager / gold ~ sale
  advance-fee 2: my late
  health 2: weight loss / hair loss / glp 1
  money-offer 2: reverse mortgage / free quote / solar panels
  advertising 1: this is an advertisement / unsubscribe from future / remove yourself from
`);
