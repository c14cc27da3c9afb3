/**
 * A dynamic import, as the host's bundler carries it out. Our own build for `<script type="module">` puts
 * `import-fetched.ts` in the place of this file.
 */
export function importChunk<T>(load: () => Promise<T>): Promise<T> {
  return load();
}
