/**
 * Walks the operator's path in a real Chromium and makes a picture of each screen, at the sizes of handhelds and desks,
 * light and dark: `npm run screenshots [-- scene …]`, into `.screenshots/`. `--readme` makes the README's picture.
 */
import { chromium } from '@playwright/test';
import { mkdirSync, readFileSync } from 'node:fs';
import { startHost } from '../reference-host/server/serve.ts';
import { SETUP_CODE } from '../src/scanner/calibration.ts';
import { typeCode } from '../test/scanner/fixtures/typing.ts';
import { build } from './build.mjs';
import { chromiumArguments, findChromium } from './system.mjs';

const SIZES = [
  { width: 320, height: 533 },
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
];

const scan = async (page, text) => {
  await page.keyboard.type(text, { delay: 2 });
  await page.keyboard.press('Enter');
};
const MODIFIERS = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };
const typeRows = async (page, rows) => {
  const cdp = await page.context().newCDPSession(page);
  const start = Date.now() / 1000;
  for (const { type, t, key = '', code = '', keyCode = 0, mods = [], text } of rows) {
    await cdp.send('Input.dispatchKeyEvent', {
      type: type === 'keyup' ? 'keyUp' : 'keyDown',
      key,
      code,
      windowsVirtualKeyCode: keyCode,
      modifiers: mods.reduce((sum, each) => sum + (MODIFIERS[each] ?? 0), 0),
      timestamp: start + t / 1000,
      ...(type === 'keydown' && text !== undefined && { text }),
    });
  }
};
const settled = page => page.waitForLoadState('networkidle');
const search = async page => {
  await page.getByRole('button', { name: 'Caută' }).click();
  await page.getByRole('radio').first().waitFor();
};
const open = async (page, inventory, row) => {
  await search(page);
  const group = page.getByRole('region', { name: new RegExp(`^${inventory} `) });
  await group.locator('label').nth(row).click();
  await page.keyboard.press('F8');
  await page.locator('#barcode').waitFor();
};
const quantity = async (page, text) => {
  await page.locator('#quantity:focus').waitFor();
  await page.keyboard.type(text, { delay: 170 });
};
const counted = page => page.locator('.last').waitFor();

const addReplace = async (page, place) => {
  await open(page, 12, 1);
  await scan(page, `Loc-01-${place}`);
  for (const text of ['12', '5']) {
    await scan(page, 'Item-MOB-ART-204');
    await quantity(page, text);
    await settled(page);
    await page.keyboard.press('F8');
    if (text === '12') await counted(page);
  }
  await page.locator('dialog[open]').waitFor();
};

/** Each scene starts with a page that is signed in as Ana; the data base is one for all, so each has its own place. */
const SCENES = {
  start: async () => {},
  lists: search,
  nothing: async page => {
    await page.getByLabel('Descriere').fill('nimic');
    await page.getByRole('button', { name: 'Caută' }).click();
    await page.getByText('Niciun inventar').waitFor();
  },
  location: page => open(page, 14, 0),
  item: async (page, n) => {
    await open(page, 12, 0);
    await scan(page, `Loc-01-B-01-0${n}`);
    await scan(page, 'Item-MOB-ART-118');
    await quantity(page, '36');
    await page.keyboard.press('F8');
    await counted(page);
  },
  lot: async page => {
    await open(page, 12, 0);
    await scan(page, 'Loc-01-A-01-02');
    await scan(page, 'Item-VOP-ALB-10');
    await page.locator('.offered').waitFor();
  },
  quantity: async page => {
    await open(page, 12, 0);
    await scan(page, 'Loc-01-A-01-02');
    await scan(page, 'Item-MOB-ART-204');
    await quantity(page, '2');
  },
  'add-replace': (page, n) => addReplace(page, `C-01-0${n}`),
  error: async page => {
    await open(page, 12, 0);
    await scan(page, 'Loc-01-A-01-02');
    await scan(page, 'Item-MOB-ART-900');
    await page.getByRole('alert').waitFor();
  },
  why: async page => {
    await open(page, 12, 0);
    await scan(page, 'Lot-VOP-ALB-10-2411-118');
    await page.getByRole('button', { name: 'De ce?' }).click();
    await page.locator('.strip').waitFor();
  },
  'why-layout': async page => {
    await open(page, 12, 0);
    await scan(page, "Loc'01'A'01'02");
    await page.getByRole('button', { name: 'De ce?' }).click();
    await page.locator('.repairs').waitFor();
  },
  'why-gs1': async page => {
    await open(page, 12, 0);
    await scan(page, 'Item-MOBX-ART');
    await page.getByRole('button', { name: 'De ce?' }).click();
    await page.locator('#code').fill(']C1010950600013435210AB117261231');
    await page.locator('.repairs').waitFor();
  },
  'try-tokenizer': async page => {
    await open(page, 12, 0);
    await scan(page, 'Item-MOBX-ART');
    await page.getByRole('button', { name: 'De ce?' }).click();
    await page.locator('.repairs .button').last().click();
    await page.locator('.trial .row').first().waitFor();
  },
  decimals: async page => {
    await open(page, 12, 0);
    await scan(page, 'Loc-01-A-01-02');
    await scan(page, 'Item-ELE-CAB-3X15');
    await quantity(page, '12,345');
    await page.keyboard.press('F8');
    await page.getByRole('alert').waitFor();
  },
  unconfirmed: async page => {
    await open(page, 12, 0);
    await scan(page, 'Loc-01-A-01-02');
    await scan(page, 'Item-MOB-ART-118');
    await quantity(page, '7');
    await scan(page, 'Item-ELE-CAB-3X15');
    await page.locator('.alert.decide').waitFor();
  },
  chooser: async page => {
    await open(page, 12, 0);
    await scan(page, '8000000005557');
    await page.locator('dialog[open]').waitFor();
  },
  leaving: async page => {
    await open(page, 12, 0);
    await scan(page, 'ItemQty-MOB-ART-118-36');
    await page.locator('.entered').waitFor();
    await settled(page);
    await page.getByRole('button', { name: 'Înapoi la liste' }).click();
    await page.locator('dialog[open]').waitFor();
  },
  'command-refused': async (page, n) => {
    await addReplace(page, `C-02-0${n}`);
    await scan(page, '$$CONFIRM');
    await page.locator('dialog[open]').getByRole('alert').waitFor();
  },
  'scanner-setup': async page => {
    await page.getByRole('button', { name: 'Cititoare și sunet' }).click();
    await page.locator('svg.barcode').waitFor();
  },
  'scanner-set-up': async page => {
    await SCENES['scanner-setup'](page);
    await page.locator('[data-calibrate]').click();
    const typing = { scanner: 'us', system: 'fr', suffix: ['Tab'], gs: 'lost' };
    await typeRows(page, typeCode(SETUP_CODE, typing));
    await page.locator('[data-found]').waitFor();
    await typeRows(page, typeCode('Item-MOB-ART-118', typing));
    await page.locator('.tried li').waitFor();
    await page.locator('[data-calibrate]').scrollIntoViewIfNeeded();
  },
  'scanner-sound': async page => {
    await SCENES['scanner-setup'](page);
    await page.locator('[data-tone=decide]').scrollIntoViewIfNeeded();
  },
  commands: async page => {
    await page.goto(`${new URL(page.url()).origin}/commands.html`);
    await page.locator('svg.barcode').last().waitFor();
  },
  rows: async (page, _, { width }) => {
    await open(page, 12, 3);
    await settled(page);
    if (width < 900) await page.getByRole('button', { name: 'Rânduri' }).click();
    await page.locator('.row').first().waitFor();
  },
};

const wanted = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const forReadme = process.argv.includes('--readme');
const directory = forReadme ? 'docs/images' : '.screenshots';
mkdirSync(directory, { recursive: true });

await build();
const host = await startHost({ place: { inMemory: null }, port: 0, hostname: '127.0.0.1' });
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments() });

async function picture(scene, size, colorScheme, n, file) {
  const context = await browser.newContext({
    viewport: size,
    colorScheme,
    locale: 'ro-RO',
    timezoneId: 'Europe/Bucharest',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('pageerror', error => console.error(`${scene}: ${error.message}`));
  page.on('console', message => message.type() === 'error' && console.error(`${scene}: ${message.text()}`));
  await page.goto(host.url);
  await page.getByLabel('User name').focus();
  await page.keyboard.type('ana');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Caută' }).waitFor();
  await SCENES[scene](page, n, size);
  await settled(page);
  await page.screenshot({ path: file });
  await context.close();
  console.log(file);
}

async function sideBySide(files, file) {
  const page = await browser.newPage({ viewport: { width: 1152, height: 688 } });
  const images = files.map(each => `<img src="data:image/png;base64,${readFileSync(each, 'base64')}">`);
  await page.setContent(
    `<body style="margin:0;padding:24px;display:flex;gap:24px;justify-content:center;background:#8a8d90">${images.join('')}`,
  );
  await page.screenshot({ path: file });
  console.log(file);
}

if (forReadme) {
  const scenes = ['item', 'quantity', 'add-replace'];
  const files = scenes.map(scene => `.screenshots/readme-${scene}.png`);
  mkdirSync('.screenshots', { recursive: true });
  for (const [n, scene] of scenes.entries()) await picture(scene, SIZES[1], 'light', n + 1, files[n]);
  await sideBySide(files, `${directory}/handheld.png`);
} else {
  for (const scene of wanted.length > 0 ? wanted : Object.keys(SCENES)) {
    let n = 0;
    for (const size of SIZES) {
      for (const theme of ['light', 'dark']) {
        await picture(scene, size, theme, ++n, `${directory}/${scene}-${size.width}-${theme}.png`);
      }
    }
  }
}

await browser.close();
await host.close();
