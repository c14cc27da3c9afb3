import { plural } from '../text.ts';
import type { TokenizerWords } from '../en/tokenizer.ts';

export const tokenizer: TokenizerWords = {
  warnings: n =>
    plural('ro', n, {
      one: 'problemă în tabelele de coduri de bare',
      few: 'probleme în tabelele de coduri de bare',
      other: 'de probleme în tabelele de coduri de bare',
    }),
  warningsHelp: 'Codurile de bare ale acestor tokenizere nu se descompun până când tabelul nu este corectat în ERP.',
  row: sequence => `rândul ${sequence}`,
  field: field =>
    ({
      code: 'cod',
      description: 'descriere',
      separator: 'separator',
      rows: 'rânduri',
      sequence: 'secvență',
      businessObject: 'obiect de business',
      property: 'proprietate',
      length: 'lungime',
      mainObject: 'obiect principal',
    })[field],
  problem: problem =>
    ({
      empty: 'lipsește',
      'not-text': 'nu este un text',
      'not-a-number': 'nu este un număr',
      'not-a-length': 'nu este un număr întreg',
      unbounded: 'lipsește, la fel și lungimea: nimic nu încheie valoarea',
      contradicting: 'diferă de cel din alt rând',
      repeated: 'apare de două ori',
    })[problem],
  gs1Failed:
    'Etichetele GS1 nu se citesc: o parte a programului nu s-a încărcat. Celelalte coduri funcționează. Reîncarcă pagina.',
};
