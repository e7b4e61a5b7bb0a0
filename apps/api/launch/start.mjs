// `npm start` and `npm run demo`: all that a fresh clone needs, then the server.
import { become, build, install, serverFlags } from './ready.mjs';

install();
build();
become([...serverFlags, 'dist/apps/api/src/main.js', ...process.argv.slice(2)], { NODE_ENV: 'production' });
