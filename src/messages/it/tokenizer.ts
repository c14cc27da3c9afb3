import { plural } from '../text.ts';
import type { TokenizerWords } from '../en/tokenizer.ts';

export const tokenizer: TokenizerWords = {
  warnings: n =>
    plural('it', n, { one: 'problema nelle tabelle dei barcode', other: 'problemi nelle tabelle dei barcode' }),
  warningsHelp: 'I barcode di questi tokenizer non vengono scomposti finché la tabella non è corretta nell’ERP.',
  row: sequence => `riga ${sequence}`,
  field: field =>
    ({
      code: 'codice',
      description: 'descrizione',
      separator: 'separatore',
      rows: 'righe',
      sequence: 'sequenza',
      businessObject: 'business object',
      property: 'proprietà',
      length: 'lunghezza',
      mainObject: 'main object',
    })[field],
  problem: problem =>
    ({
      empty: 'è vuoto',
      'not-text': 'non è un testo',
      'not-a-number': 'non è un numero',
      'not-a-length': 'non è un numero intero',
      unbounded: 'manca, e manca anche la lunghezza: niente chiude il valore',
      contradicting: 'è diverso da quello di un’altra riga',
      repeated: 'compare due volte',
    })[problem],
  gs1Failed:
    'Le etichette GS1 non si leggono: una parte del programma non si è caricata. Gli altri codici funzionano. Ricarica la pagina.',
};
