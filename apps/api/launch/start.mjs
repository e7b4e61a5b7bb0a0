// `npm start` and `npm run demo`: all that a fresh clone needs, then the server.
import { become, build, install } from './ready.mjs';

install();
build();
become(['--enable-source-maps', 'dist/apps/api/src/main.js', ...process.argv.slice(2)], { NODE_ENV: 'production' });
