/**
 * The year that two digits mean: GS1 General Specifications, determination of century. 51 to 99 years ahead of the
 * current year of the century are of the century before, 50 to 99 years behind it of the next.
 */
export function fullYear(stated: number, currentYear: number): number {
  const ofCentury = currentYear % 100;
  const year = currentYear - ofCentury + stated;
  const ahead = stated - ofCentury;
  if (ahead >= 51) return year - 100;
  return ahead <= -50 ? year + 100 : year;
}

/** The number that two digits make. */
export function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** Days of a month, 1 to 12, in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  // Odd months have 31 until July, even ones from August on.
  return 30 + ((month + (month >> 3)) & 1);
}
