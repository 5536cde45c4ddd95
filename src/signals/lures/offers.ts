/** What unasked mail sells or promises, in several languages: shares its senders, hosts and tricks with phishing. */
import { lurePhrases } from "./lure.ts";

export const offers = lurePhrases(`
  gambling 3: online casino / casino bonus / free spins / welcome bonus / jackpot / freispiele / willkommensbonus / tours gratuits / giros gratis / bonus de bienvenue / bonus zonder storting / freispielen / казино / фриспины
  gambling 2: casino / slots / poker / betting / roulette / gokkast / wetten
  dating 3: sexy / hot singles / lonely women / singles in your area / horny / naughty / looking for a man / new admirer / fuck / nude / geile / sexdate / ondeugende / alleenstaande vrouwen / rencontre coquine / mujeres solteras / dating site / viewing your profile / russian women / ukrainian women / hete date / sexkontakte / знакомства / private photos
  dating 2: dating / single women / dates / flirt / adult / xxx
  health 3: weight loss / lose weight / erectile / viagra / cialis / prostate / blood sugar / diabetes / testosterone / male enhancement / tinnitus / belly fat / keto / abnehmen / potenz / afvallen / perdre du poids / emagrecer / adelgazar / penis / neuropathy / joint pain / toenail / hair loss / memory loss / metabolism / cbd / gummies / fat burning
  health 2: doctors hate / natural remedy / miracle / secret ritual / ritual / breakthrough / big pharma / supplement / one weird
  money-offer 3: make money / passive income / earn ~ per day / extra income / work from home / get rich / financial freedom / trading platform / double your / geld verdienen / ganar dinero / gagner de l argent / ganhar dinheiro / guaranteed profit / investment opportunity / debt relief / student loan / reverse mortgage / timeshare / life insurance / cash advance / personal loan / payday / home warranty / auto warranty / car warranty / credit score / burial insurance / final expense / mortgage / rijk worden / bitcoin ~ trader
  money-offer 2: no obligation / free quote / lowest rate / pre approved / credit repair / get approved / cash back / zonnepanelen / solaranlage / panneaux solaires / walk in tub / bath remodel / gutter / hearing aid / energy bill / stromrechnung / no cost / costs nothing
  advertising 2: this is an advertisement / this is a commercial / remove yourself from / to stop receiving / wish to unsubscribe / unsubscribe from future / no longer wish to receive / third party / opted in / our partners
`);
