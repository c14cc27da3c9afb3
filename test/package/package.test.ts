import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name);

/** A host's project, with the package in it as `npm install wms-inventar.tgz` would lay it. */
describe('The package that npm pack makes', () => {
  const host = mkdtempSync(path.join(os.tmpdir(), 'wms-inventar-host-'));
  after(() => rmSync(host, { recursive: true, force: true }));

  before(() => {
    // `npm test` has built it; packing it again would clear what other tests use.
    const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', host], {
      cwd: root,
      encoding: 'utf8',
    });
    execFileSync('tar', ['-xzf', path.join(host, packed.trim().split('\n').at(-1) ?? ''), '-C', host]);
    const modules = path.join(host, 'node_modules');
    mkdirSync(modules);
    cpSync(path.join(host, 'package'), path.join(modules, 'wms-inventar'), { recursive: true });
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    for (const name of [...Object.keys(dependencies), '@lit', '@tanstack/virtual-core']) {
      const target = path.join(modules, name);
      mkdirSync(path.dirname(target), { recursive: true });
      if (!readdirSync(path.dirname(target)).includes(path.basename(target))) {
        symlinkSync(path.join(root, 'node_modules', name), target);
      }
    }
    writeFileSync(path.join(host, 'package.json'), '{ "type": "module" }');
  });

  it('holds what a host needs, and neither sources of the host nor tests', () => {
    const files = readdirSync(path.join(host, 'package'));
    for (const file of ['LICENSE', 'README.md', 'CHANGELOG.md', 'custom-elements.json', 'dist', 'package.json']) {
      assert.ok(files.includes(file), file);
    }
    for (const file of ['src', 'test', 'reference-host', 'scripts']) assert.ok(!files.includes(file), file);
  });

  it('gives its types to a strict host, in both module resolutions', () => {
    writeFileSync(
      path.join(host, 'host.ts'),
      `import { connectInventar, defineInventar, type InventoryGateway, UnreachableError } from 'wms-inventar';
       import { createBarcodeReader } from 'wms-inventar/tokenizer';
       import { createGs1Parser, type Gs1Result } from 'wms-inventar/tokenizer/gs1';
       import { deviceChoices, keyboardWedge, type ScanSource } from 'wms-inventar/scanner';
       import { windowBridge } from 'wms-inventar/scanner/bridge';
       import { camera, type CameraSource } from 'wms-inventar/scanner/camera';
       import { webHid } from 'wms-inventar/scanner/hid';
       import { webSerial } from 'wms-inventar/scanner/serial';
       import * as contract from 'wms-inventar/rest-contract';
       defineInventar({ suffix: '-mine' });
       const source: ScanSource = keyboardWedge({ profile: { prefix: '~' } });
       const viewed: CameraSource = camera({ formats: ['ean_13'], wasmUrl: '/zxing_reader.wasm' });
       const devices: ScanSource[] = [viewed, webHid(), webSerial({ port: { baudRate: 115200 } })];
       const bridge = windowBridge({ origin: 'https://host.example' });
       const sources = [source, bridge, ...devices, ...deviceChoices.map(choice => choice.create())];
       const feedback = bridge.feedback;
       const session = connectInventar({ gateway: '/api', token: () => 'x', sources, feedback, keyboardWedge: false });
       session.dispatch({ type: 'open-list', listId: '7', mode: 'count' });
       const failing: Pick<InventoryGateway, 'operator'> = { operator: () => Promise.reject(new UnreachableError('down')) };
       const text: string = createBarcodeReader({}).read('x').text;
       const label: Gs1Result = createGs1Parser({ mapping: { '01': { role: 'item' } } }).scan(']C1010');
       const element: HTMLElement | null = document.querySelector('wms-inventar');
       // @ts-expect-error there is no such action
       session.dispatch({ type: 'nonsense' });
       console.log(failing, text, label, element, contract.countRow);`,
    );
    for (const [module, moduleResolution] of [
      ['esnext', 'bundler'],
      ['nodenext', 'nodenext'],
    ]) {
      const options = { module, moduleResolution, target: 'es2022', strict: true, noEmit: true, skipLibCheck: false };
      const compilerOptions = { ...options, lib: ['es2022', 'dom', 'dom.iterable'], types: [] };
      writeFileSync(path.join(host, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['host.ts'] }));
      const { status, stdout } = spawnSync(bin('tsc'), ['-p', host], { encoding: 'utf8' });
      assert.equal(status, 0, stdout);
    }
  });

  it('reads barcodes in Node, without a document', () => {
    writeFileSync(
      path.join(host, 'node.mjs'),
      `import { createBarcodeReader } from 'wms-inventar/tokenizer';
       import { createGs1Parser } from 'wms-inventar/tokenizer/gs1';
       const rows = [{ sequence: 1, businessObject: null, property: null, length: '', separator: '-', mainObject: null }];
       const { read } = createBarcodeReader({ tokenizers: [{ code: 'Qty', description: '', separator: '-', rows }] });
       console.log(read('Qty-50').tokens[0].value);
       const { scan } = createGs1Parser();
       console.log(scan(']C10109506000134352').elements[0].value);`,
    );
    const printed = execFileSync(process.execPath, [path.join(host, 'node.mjs')], { encoding: 'utf8' });
    assert.deepEqual(printed.trim().split('\n'), ['50', '09506000134352']);
  });

  it('names every element with its attributes and events in custom-elements.json', () => {
    interface Declaration {
      tagName?: string;
      attributes?: { name: string; description?: string }[];
      events?: { name: string }[];
    }
    const { modules } = JSON.parse(readFileSync(path.join(host, 'package', 'custom-elements.json'), 'utf8'));
    const all: Declaration[] = modules.flatMap((each: { declarations?: Declaration[] }) => each.declarations ?? []);
    const elements = new Map(all.filter(each => each.tagName).map(each => [each.tagName, each]));
    const table = readFileSync(path.join(root, 'src', 'elements.ts'), 'utf8');
    const tags = [...table.matchAll(/^ {2}'(wms-inventar[\w-]*)': /gm)].map(([, tag]) => tag);
    assert.deepEqual([...elements.keys()].sort(), [...new Set(tags)].sort());
    const { attributes = [], events = [] } = elements.get('wms-inventar-session') ?? {};
    assert.ok(attributes.some(attribute => attribute.name === 'base-url'));
    assert.deepEqual(
      attributes.filter(attribute => !attribute.description),
      [],
      'each attribute is described',
    );
    assert.equal(events.length, 6);
  });

  it('keeps the code of devices out of what counting loads, and the decoder at hand for both builds', () => {
    const dist = path.join(host, 'package', 'dist');
    const eager = (file: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(file)) return seen;
      seen.add(file);
      const text = readFileSync(file, 'utf8');
      for (const [, from = ''] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) {
        eager(path.join(path.dirname(file), from), seen);
      }
      return seen;
    };
    const ofDevices = /zxing|inputreport|requestPort|getUserMedia|HybridWebView|class="says/;
    for (const entry of ['wms-inventar.js', 'esm/index.js', 'esm/scanner.js']) {
      assert.ok(eager(path.join(dist, entry)).size > 1, entry);
      const wrong = [...eager(path.join(dist, entry))].filter(file => ofDevices.test(readFileSync(file, 'utf8')));
      assert.deepEqual(wrong, [], entry);
    }
    for (const folder of ['esm', 'wms-inventar']) {
      const [chunk = ''] = readdirSync(path.join(dist, folder)).filter(name => /^zxing-decoder.*\.js$/.test(name));
      const code = readFileSync(path.join(dist, folder, chunk), 'utf8');
      const [, wasm = ''] = /new URL\(["']([^"']+\.wasm)["'],\s*import\.meta\.url\)/.exec(code) ?? [];
      assert.ok(readFileSync(path.join(dist, folder, wasm)).length > 500_000, `${folder}: ${wasm}`);
    }
  });

  it('has a file for <script type="module"> that names what it brings along by its content, and lists it', () => {
    const dist = path.join(host, 'package', 'dist');
    const { files }: { files: Built[] } = JSON.parse(
      readFileSync(path.join(dist, 'wms-inventar', 'files.json'), 'utf8'),
    );
    const listed = new Map(files.map(each => [each.file, each]));
    // Replaced by another version, the file with the name that stays brings none of this one's to a page that is open.
    assert.deepEqual(listed.get('wms-inventar.js')?.later, []);
    const scripts = files.filter(({ file }) => file !== 'wms-inventar.js' && file.endsWith('.js'));
    assert.deepEqual(
      scripts.map(({ file }) => file).filter(file => !/^wms-inventar\/[\w.-]+-[\w-]{8}\.js$/.test(file)),
      [],
    );
    for (const { file, integrity, imports = [], later = [] } of files) {
      const content = readFileSync(path.join(dist, file));
      assert.equal(integrity, `sha384-${createHash('sha384').update(content).digest('base64')}`, file);
      for (const other of [...imports, ...later]) {
        assert.ok(listed.has(other), other);
        assert.notEqual(other, 'wms-inventar.js', file);
      }
      if (file.endsWith('.js')) assert.doesNotMatch(content.toString(), /process\.env|__addresses__/, file);
    }
    const present = readdirSync(path.join(dist, 'wms-inventar')).filter(
      name => !/\.(map|br|gz)$|^files\.json$/.test(name),
    );
    assert.deepEqual(
      present.map(name => `wms-inventar/${name}`).sort(),
      files
        .map(({ file }) => file)
        .filter(file => file.includes('/'))
        .sort(),
    );
  });

  it('has all of it in one file too, as a module and as a classic script', () => {
    const dist = path.join(host, 'package', 'dist');
    for (const name of ['wms-inventar.all.js', 'wms-inventar.classic.js']) {
      const file = readFileSync(path.join(dist, name), 'utf8');
      // A page's script declares one name; and what draws barcodes is in it.
      const start = name.endsWith('.classic.js') ? 'var WmsInventar=' : '';
      assert.ok(file.startsWith(start) && !/^import |process\.env|\bimport\(/m.test(file), name);
      assert.ok(file.includes('bwipp'), name);
    }
  });
});

/** What is listed of a file. */
interface Built {
  readonly file: string;
  readonly integrity: string;
  readonly imports?: string[];
  readonly later?: string[];
}
