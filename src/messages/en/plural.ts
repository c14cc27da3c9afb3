import { plurals } from '../text.ts';

export const count = plurals('en', 'one');
