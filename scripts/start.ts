/** `npm start`: builds the plugin and the page, then runs the reference host. */
import { build } from './build.ts';

console.log('Building the plugin and the page…');
await build({ whole: false });
await import('../reference-host/server/main.ts');
