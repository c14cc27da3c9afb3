/** Layouts that scanners and computers are set to, by country; `us` is what scanners leave the factory with. */
export const LAYOUTS = ['it', 'fr', 'de', 'es', 'uk', 'ro'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Key by key, as they lie: four rows plain, then the same with Shift. A space where a key gives no character. */
const US = "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./" + '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?';
const KEYS: Readonly<Record<Layout, string>> = {
  it: "\\1234567890'ìqwertyuiopè+asdfghjklòàùzxcvbnm,.-" + '|!"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°§ZXCVBNM;:_',
  fr: '²&é"\'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!' + ' 1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§',
  de: '^1234567890ß´qwertzuiopü+asdfghjklöä#yxcvbnm,.-' + '°!"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ\'YXCVBNM;:_',
  es: "º1234567890'¡qwertyuiop`+asdfghjklñ´çzxcvbnm,.-" + 'ª!"·$%&/()=?¿QWERTYUIOP^*ASDFGHJKLÑ¨ÇZXCVBNM;:_',
  uk: "`1234567890-=qwertyuiop[]asdfghjkl;'#zxcvbnm,./" + '¬!"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~ZXCVBNM<>?',
  ro: '„1234567890-=qwertyuiopăîasdfghjklșțâzxcvbnm,./' + '”!@#$%^&*()_+QWERTYUIOPĂÎASDFGHJKLȘȚÂZXCVBNM;:?',
};

/** What was meant, where a scanner set to US typed on a computer set to `layout`. */
export function typedOn(layout: Layout, text: string): string {
  return mapped(text, KEYS[layout], US);
}

/** What was meant, where a scanner set to `layout` typed on a computer set to US. */
export function typedBy(layout: Layout, text: string): string {
  return mapped(text, US, KEYS[layout]);
}

/** Presses the same keys again on another layout. */
function mapped(text: string, from: string, to: string): string {
  return Array.from(text, character => {
    const key = character === ' ' ? -1 : from.indexOf(character);
    const meant = to.charAt(key).trim();
    return key === -1 || meant === '' ? character : meant;
  }).join('');
}
