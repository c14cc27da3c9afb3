import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Locked {
  readonly version?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly integrity?: string;
}

/** What runs a script of its own when it is installed, and why it may. None of it is in what a host page loads. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  esbuild: 'puts the binary of this system in place',
  node: 'puts the binary of this system in place',
  'rs-module-lexer': 'puts the binary of this system in place',
};

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

describe('What comes from npm', () => {
  const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> };
  const others = Object.entries(packages).filter(([name]) => name !== '');

  it('has exact versions', () => {
    const manifest = read('package.json') as Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
    const named = { ...manifest['dependencies'], ...manifest['devDependencies'] };
    assert.ok(Object.keys(named).length > 0);
    const loose = Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    assert.deepEqual(loose, []);
  });

  it('is locked, each with a checksum', () => {
    assert.ok(others.length > 100);
    assert.deepEqual(
      others.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([name]) => name),
      [],
    );
  });

  it('runs no script at installation but those listed, and none of what is shipped does', () => {
    const scripted = others.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    const names = scripted.map(([name]) => name.replace(/^.*node_modules\//, ''));
    assert.deepEqual([...new Set(names)].sort(), Object.keys(INSTALL_SCRIPTS).sort());
    assert.deepEqual(
      scripted.filter(([, { dev }]) => dev !== true).map(([name]) => name),
      [],
    );
  });
});
