/** `npm start`: builds the plugin and the page, then runs the reference host. */
import { build } from './build.mjs';

await build();
await import('../reference-host/server/main.ts');
