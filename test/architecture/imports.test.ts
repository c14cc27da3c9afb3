import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../src', import.meta.url));
const host = fileURLToPath(new URL('../../reference-host/server', import.meta.url));

/** Who may import whom, by folder; a file path stands for that file alone. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  tokenizer: [],
  // Ports that more than one room needs, each with its browser side.
  ports: [],
  // How code is loaded later concerns every room.
  loading: ['ports/time.ts'],
  scanner: ['ports', 'loading'],
  // How a scanner is set up is data, and kept for the device.
  device: [
    'domain',
    'ports',
    'loading',
    'services/inventory-gateway.ts',
    'services/errors.ts',
    'services/feedback.ts',
    'services/rest/replies.ts',
    'scanner/wedge/profile.ts',
    'services/shapes.ts',
  ],
  outbox: ['domain', 'ports', 'services/inventory-gateway.ts', 'services/errors.ts', 'services/shapes.ts'],
  services: ['domain', 'ports'],
  session: [
    'domain',
    'loading',
    'tokenizer',
    'scanner',
    'outbox',
    'device',
    'services/inventory-gateway.ts',
    'services/errors.ts',
    'services/feedback.ts',
  ],
  messages: ['domain', 'loading'],
  drawing: [],
  components: [
    'domain',
    'ports',
    'messages',
    'loading',
    'tokenizer',
    'scanner/commands.ts',
    'scanner/wedge/calibration.ts',
    'drawing',
    // What the page may set is data: the element's properties are made from it.
    'session/settings.ts',
  ],
};

/** Types may come from further up: they leave nothing behind in the code. */
const MAY_IMPORT_TYPES: Readonly<Record<string, readonly string[]>> = {
  components: ['session', 'scanner', 'services', 'outbox'],
  messages: ['scanner', 'tokenizer', 'outbox'],
  // Which barcodes a host knows is data of its configuration.
  services: ['tokenizer/types.ts'],
  // A setting may be a token, or a function that gives one.
  session: ['services/rest/rest-gateway.ts'],
};

/** What each folder may take from npm. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  tokenizer: [],
  ports: ['idb'],
  scanner: ['rxjs', 'zxing-wasm/reader'],
  services: ['ky', 'zod/mini'],
  device: ['idb', 'rxjs', 'zod/mini'],
  outbox: ['idb', 'rxjs', 'zod/mini'],
  session: ['rxjs'],
  messages: [],
  loading: ['rxjs'],
  drawing: ['bwip-js/generic'],
  components: ['lit', 'lit/', '@lit/context', '@tanstack/lit-virtual', 'rxjs'],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly isType: boolean;
}

const files = globSync('**/*.ts', { cwd: src });
const imports = importsIn(src, files);

function importsIn(folder: string, of: readonly string[]): Import[] {
  return of.flatMap(file =>
    [
      ...readFileSync(path.join(folder, file), 'utf8').matchAll(
        /(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)/g,
      ),
    ].map(([, type, from = '', dynamic = '']) => ({ file, from: from || dynamic, isType: type !== undefined })),
  );
}

function folderOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

/** What an import of ours leads to, from `src` on. */
function target({ file, from }: Import): string {
  return path.join(path.dirname(file), from);
}

describe('The architecture', () => {
  it('has source files, and imports in them, to speak of', () => {
    assert.ok(files.length > 40 && imports.length > 100, `${files.length} files, ${imports.length} imports`);
  });

  it('lets nothing import upward', () => {
    const wrong = imports.filter(each => {
      const folder = folderOf(each.file);
      const allowed = MAY_IMPORT[folder];
      if (allowed === undefined || !each.from.startsWith('.')) return false;
      const to = target(each);
      const all = each.isType ? [...allowed, ...(MAY_IMPORT_TYPES[folder] ?? [])] : allowed;
      return folderOf(to) !== folder && !all.some(place => to === place || to.startsWith(`${place}/`));
    });
    // The session element joins the composition root and the loader of languages: the only one that does.
    const exempt = (each: Import) =>
      each.file === 'components/session/session.ts' && target(each) === 'connect/connect.ts';
    assert.deepEqual(
      wrong.filter(each => !exempt(each)),
      [],
    );
  });

  it('names concrete adapters in the composition root only', () => {
    const adapters = [
      'services/rest/rest-gateway.ts',
      'scanner/wedge/keyboard-wedge.ts',
      'outbox/store/idb-store.ts',
      'device/copy/copy-store.ts',
      'outbox/browser.ts',
      'outbox/browser-partitions.ts',
      'connect/operator-work.ts',
    ];
    const users = imports
      .filter(each => !each.isType && adapters.includes(target(each)))
      .map(each => each.file)
      .filter(
        file =>
          ![
            'connect/connect.ts',
            'connect/operator-work.ts',
            'connect/sending-here.ts',
            'outbox/browser.ts',
            'outbox/browser-partitions.ts',
            'index.ts',
            'scanner/index.ts',
            'standalone.ts',
          ].includes(file),
      );
    assert.deepEqual(users, []);
    const connecting = imports.filter(each => target(each) === 'connect/connect.ts' && each.file !== 'index.ts');
    assert.deepEqual(
      connecting.map(each => each.file),
      ['components/session/session.ts'],
    );
  });

  it('loads code later only where a failure can be tried again', () => {
    // `importChunk` fetches what our own build names there; a language's table is loaded through it.
    const known = /later\(\(\) => import\('|^\s+\w+: \(\) => import\('|\*.*import\('/;
    const wrong = files.flatMap(file =>
      readFileSync(path.join(src, file), 'utf8')
        .split('\n')
        .filter(line => /\bimport\('/.test(line) && !known.test(line))
        .map(line => `${file}: ${line.trim()}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('takes from npm only what each folder is for', () => {
    const wrong = imports.filter(({ file, from }) => {
      const allowed = PACKAGES[folderOf(file)];
      if (allowed === undefined || from.startsWith('.')) return false;
      return !allowed.some(name => from === name || (name.endsWith('/') && from.startsWith(name)));
    });
    assert.deepEqual(wrong, []);
  });

  const hostFiles = globSync('**/*.ts', { cwd: host });
  const rooms: readonly [string, readonly string[], readonly Import[]][] = [
    ['src', files, imports],
    ['the reference host', hostFiles, importsIn(host, hostFiles)],
  ];
  for (const [room, all, each] of rooms) {
    it(`has no circle in ${room}`, () => {
      const graph = Map.groupBy(
        each.filter(({ from }) => from.startsWith('.')),
        ({ file }) => file,
      );
      const done = new Set<string>();
      const visit = (file: string, trail: readonly string[]): void => {
        assert.ok(!trail.includes(file), `circle: ${[...trail, file].join(' → ')}`);
        if (done.has(file)) return;
        for (const next of graph.get(file) ?? []) visit(target(next), [...trail, file]);
        done.add(file);
      };
      for (const file of all) visit(file, []);
    });
  }

  it('keeps clocks, randomness, storage and network out of the domain and the tokenizer', () => {
    const ports =
      /\b(Date\.now|new Date|Math\.random|crypto|performance|localStorage|indexedDB|fetch|setTimeout|document|window)\b/;
    const wrong = files
      .filter(file => ['domain', 'tokenizer'].includes(folderOf(file)))
      .filter(file => ports.test(readFileSync(path.join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));
    assert.deepEqual(wrong, []);
  });

  it('takes time and chance elsewhere from a port, whose browser side is in few places', () => {
    const browserSide = [
      'ports/time.ts',
      'ports/random.ts',
      'loading/when-idle.ts',
      'loading/import-fetched.ts',
      // The composition root: chance.
      'connect/operator-work.ts',
    ];
    const taken = /\b(Date\.now|performance\.now|Math\.random|getRandomValues|setTimeout)\b|\bnew Date\(\)/;
    const users = files.filter(file =>
      taken.test(readFileSync(path.join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    assert.deepEqual(users.filter(file => !browserSide.includes(file)).sort(), []);
  });
});
