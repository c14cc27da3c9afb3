import { plurals } from '../text.ts';

export const count = plurals('ro', 'one', 'few');
