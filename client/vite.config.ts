import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';

/** `npm run dev` serves the client alone and asks a server on the usual port for facts. */
const api = 'http://127.0.0.1:4870';

/** Rooms that only define schemas: what the client does not use of them can be left out. */
const SCHEMAS = /\/(graph-data\/schema|server\/contract)\//;

const JSON_SCHEMA = /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/;

/**
 * Every zod schema can print itself as JSON Schema; only the server asks it to. The client leaves
 * that part out (5 kB gzip): its exports stay, and throw when they are called.
 */
function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    transform(code, id) {
      if (!JSON_SCHEMA.test(id)) return null;
      const names = [...code.matchAll(/^export (?:const|function|class) (\w+)/gm)];
      const stub = `const none = () => () => { throw new Error('no JSON Schema in the client'); };\n`;
      return {
        code: stub + names.map(([, name]) => `export const ${name} = none;`).join('\n'),
        map: null,
      };
    },
  };
}

export default defineConfig({
  plugins: [preact(), withoutJsonSchema()],
  // The server puts a fresh nonce here at each request: the editor's styles need it.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: [{ test: SCHEMAS, sideEffects: false }],
      },
    },
  },
  server: { proxy: { '/api': api, '/healthz': api } },
});
