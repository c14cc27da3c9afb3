import { plurals } from '../text.ts';

export const count = plurals('hr', 'one', 'few');
