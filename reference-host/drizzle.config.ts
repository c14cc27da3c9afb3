import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './reference-host/server/database/schema.ts',
  out: './reference-host/server/database/migrations',
});
