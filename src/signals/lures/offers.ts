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
  money-offer 2: make money
  money-offer 1: trading platform / timeshare / life insurance / payday / mortgage / no obligation / zonnepanelen / solaranlage / gutter / stromrechnung
  advertising 1: remove yourself from / to stop receiving / wish to unsubscribe / no longer wish to receive
`);
