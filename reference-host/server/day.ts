/** The day, `YYYY-MM-DD`, that it is at a moment where the warehouse is: after midnight there another than in UTC. */
export function dayIn(timeZone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  return (['year', 'month', 'day'] as const).map(wanted => parts.find(({ type }) => type === wanted)?.value).join('-');
}
