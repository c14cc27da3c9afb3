import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A module of this folder and all it imports as one classic script, to be run in a page. */
export async function pageScript(name: 'probe' | 'fill' | 'long-list'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2021',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
