import { browserClock } from '../../ports/time.ts';

/** Offers a text as a file. A `blob:` link that is clicked needs nothing of a page's content security policy. */
export function saveFile(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  // Some browsers follow only a link that is in the document.
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the file over by then, whatever its size.
  browserClock.after(60_000, () => URL.revokeObjectURL(url));
}
