import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = process.env['STANCH_API'] ?? 'http://localhost:3000';

/** Leaves each script and style also compressed beside it, so that the server need not do it for each visitor. */
function compressed(): Plugin {
  return {
    name: 'stanch-compressed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const folder = join(dir, 'assets');
      for (const name of readdirSync(folder).filter((file) => /\.(js|css)$/.test(file))) {
        const content = readFileSync(join(folder, name));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params }));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}

/** The service worker of push stands at the top and keeps its name, since a browser comes back to where it found it. */
const WORKER = 'push-worker';

/** While one develops, nothing is built: the service worker is compiled when a browser asks for it. */
function workerAtTheTop(): Plugin {
  return {
    name: 'stanch-push-worker',
    configureServer({ middlewares, transformRequest }) {
      middlewares.use(`/${WORKER}.js`, (_request, response, next) => {
        transformRequest(`/worker/${WORKER}.ts`).then(
          (compiled) => response.setHeader('content-type', 'text/javascript').end(compiled?.code),
          next,
        );
      });
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed(), workerAtTheTop()],
  build: {
    rolldownOptions: {
      input: {
        index: join(import.meta.dirname, 'index.html'),
        [WORKER]: join(import.meta.dirname, `worker/${WORKER}.ts`),
      },
      output: { entryFileNames: ({ name }) => (name === WORKER ? '[name].js' : 'assets/[name]-[hash].js') },
    },
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
