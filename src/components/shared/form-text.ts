/** A form's text field by its name, without blanks at its ends; `''` where it is empty or not there. */
export function formText(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
