import type { TemplateResult } from 'lit';
import { checkIcon, clockIcon, openIcon, warningIcon } from '../shared/icons.ts';
import type { Overall } from './overall.ts';

export const MARKS: Readonly<Record<Overall, TemplateResult>> = {
  ok: checkIcon,
  untried: openIcon,
  waiting: clockIcon,
  attention: warningIcon,
};
