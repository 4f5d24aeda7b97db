import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** `npm run dev` serves the client alone and asks a server on the usual port for facts. */
const api = 'http://127.0.0.1:4870';

export default defineConfig({
  plugins: [preact()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022' },
  server: { proxy: { '/api': api, '/healthz': api } },
});
