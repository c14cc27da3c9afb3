/** The page with the command barcodes, in the language that the link to it asks for. */
document.documentElement.lang = new URLSearchParams(location.search).get('lang') ?? 'ro';
