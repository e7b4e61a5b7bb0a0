import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['STANCH_API'] ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The mark is part of the page; fonts stay files, so that they load beside the script and not inside the style.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/graphql': { target: api, ws: true },
      '/imports': api,
    },
  },
});
