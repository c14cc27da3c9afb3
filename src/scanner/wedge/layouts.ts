import type { ScannerLayout } from './profile.ts';

/** The keys of the four rows by `KeyboardEvent.code`, as they lie from left to right. */
const ROWS = [
  'Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal',
  'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backslash',
  'IntlBackslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash',
];

/**
 * What is on those keys: plain, with Shift, with AltGr, with both; a lower-case letter alone has its capital on Shift.
 * A combining accent is a dead key. As Microsoft publishes its layouts (learn.microsoft.com/globalization/keyboards),
 * which scanners imitate.
 */
const TABLES: Readonly<Record<ScannerLayout, readonly string[]>> = {
  us: [
    '`~ 1! 2@ 3# 4$ 5% 6^ 7& 8* 9( 0) -_ =+',
    'q w e r t y u i o p [{ ]}',
    `a s d f g h j k l ;: '" \\|`,
    '\\| z x c v b n m ,< .> /?',
  ],
  uk: [
    '`¬¦ 1! 2" 3£ 4$€ 5% 6^ 7& 8* 9( 0) -_ =+',
    'q w eEéÉ r t y uUúÚ iIíÍ oOóÓ p [{ ]}',
    `aAáÁ s d f g h j k l ;: '@ #~`,
    '\\| z x c v b n m ,< .> /?',
  ],
  it: [
    `\\| 1! 2" 3£ 4$ 5%€ 6& 7/ 8( 9) 0= '? ì^`,
    'q w eE€ r t y u i o p èé[{ +*]}',
    'a s d f g h j k l òç@ à°# ù§',
    '<> z x c v b n m ,; .: -_',
  ],
  fr: [
    `² &1 é2\u0303 "3# '4{ (5[ -6| è7\u0300 _8\\ ç9^ à0@ )°] =+}`,
    'a z eE€ r t y u i o p \u0302\u0308 $£¤',
    'q s d f g h j k l m ù% *µ',
    '<> w x c v b n ,? ;. :/ !§',
  ],
  de: [
    '\u0302° 1! 2"² 3§³ 4$ 5% 6& 7/{ 8([ 9)] 0=} ß?\\ \u0301\u0300',
    'qQ@ w eE€ r t z u i o p ü +*~',
    `a s d f g h j k l ö ä #'`,
    '<>| y x c v b n mMµ ,; .: -_',
  ],
  es: [
    `ºª\\ 1!| 2"@ 3·# 4$\u0303 5%€ 6&¬ 7/ 8( 9) 0= '? ¡¿`,
    'q w eE€ r t y u i o p \u0300\u0302[ +*]',
    'a s d f g h j k l ñ \u0301\u0308{ çÇ}',
    '<> z x c v b n m ,; .: -_',
  ],
};

const LEVELS = compile();

function compile(): ReadonlyMap<ScannerLayout, ReadonlyMap<string, readonly string[]>> {
  const layouts = Object.entries(TABLES) as [ScannerLayout, readonly string[]][];
  return new Map(
    layouts.map(([layout, rows]) => {
      const keys = rows.flatMap((row, index) => {
        const codes = ROWS[index]?.split(' ') ?? [];
        return row.split(' ').map((key, column): [string, string[]] => [codes[column] ?? '', levelsOf(key)]);
      });
      return [layout, new Map(keys)];
    }),
  );
}

function levelsOf(key: string): string[] {
  const levels = Array.from(key);
  const [plain = ''] = levels;
  return levels.length === 1 && /\p{Ll}/u.test(plain) ? [plain, plain.toUpperCase()] : levels;
}

/** Keys that are the same on every layout. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  Space: ' ',
  NumpadAdd: '+',
  NumpadSubtract: '-',
  NumpadMultiply: '*',
  NumpadDivide: '/',
};

/**
 * The character that a key has on a layout: a combining accent for a dead key, `''` for none on this level, `null` for a
 * key that the table does not have.
 */
export function characterOn(layout: ScannerLayout, code: string, shift: boolean, altGr: boolean): string | null {
  const same = EVERYWHERE[code] ?? /^Numpad(\d)$/.exec(code)?.[1];
  if (same !== undefined) return same;
  const levels = LEVELS.get(layout)?.get(code);
  return levels === undefined ? null : (levels[(altGr ? 2 : 0) + (shift ? 1 : 0)] ?? '');
}

/** What a dead key shows by itself. */
const SPACING: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': '´',
  '\u0302': '^',
  '\u0303': '~',
  '\u0308': '¨',
};

export function isDeadKey(character: string): boolean {
  return character in SPACING;
}

/** What a dead key and the key after it make: `^` and `e` are `ê`, with a space `^`, with a letter that takes none `^x`. */
export function composeDeadKey(accent: string, base: string): string {
  const alone = SPACING[accent] ?? '';
  if (base === ' ') return alone;
  if (isDeadKey(base)) return alone + (SPACING[base] ?? '');
  const composed = (base + accent).normalize('NFC');
  return composed.length === 1 ? composed : alone + base;
}
