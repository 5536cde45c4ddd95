/**
 * Does a text name a sum of money that is worth writing to a stranger about: `$350,000.00`, `15.661 €`, `0,75 BTC`? Three digits and more
 * beside a currency; of coins any fraction.
 *
 * Words, no verdict: bills name sums. Pure; linear, every run of the patterns being bounded.
 */
const CHARS_MAX = 6_000;

const CURRENCY =
  "[$€£₹¥₺₽₴₦₩]|(?:usd|eur|gbp|chf|brl|inr|r\\$|us\\$|dollars?|euros?|d[oó]lares|pounds?|reais|millions?|btc|eth|usdt|bitcoins?)";
const SUM = "\\d(?:[\\d.,'\\u00a0 ]{1,16})\\d";
const NAMED = new RegExp(`(?:${CURRENCY})[\\u00a0 ]?${SUM}|${SUM}[\\u00a0 ]?(?:${CURRENCY})(?![a-z])`, "iu");
const COINS = /\d[.,]\d{1,8}[\u00a0 ._]{0,3}(?:btc|bitcoins?|eth|ethereum)(?![a-z])/iu;

export function namesSum(text: string): boolean {
  const shown = text.slice(0, CHARS_MAX);
  return NAMED.test(shown) || COINS.test(shown);
}
