// `npm run stanch -- <command>`: the operator's command line, made ready like the server.
import { become, build, install } from './ready.mjs';

install();
build();
become(['--enable-source-maps', 'dist/apps/api/src/operator/stanch.js', ...process.argv.slice(2)]);
