/** Top-level domains that are cheap or were free and much used for abuse. Our own selection from general knowledge, November 2026; not complete. */
export const suspiciousTlds = `
accountant autos bar beauty best bid biz boats bond buzz cam cf cfd click club cricket cyou dad date
download esq faith fit foo fun ga gdn gq hair help homes host icu in.net ing ke kim kw lat link loan lol ltd
makeup ml mom monster motorcycles nexus online ooo party phd press prof pw quest racing ren rest review
rocks ru.com sa.com sbs science shop shopping site skin space store stream su support surf tk tokyo top
trade uno vip wang webcam website win work ws xin xyz yachts za.com zip
`;
