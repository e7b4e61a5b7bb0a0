// `npm run schema`: writes apps/api/schema.graphql from the code; with --check only says whether it is up to date.
import { become, build, install } from './ready.mjs';

install();
// Without the web app, whose documents may ask for what this is about to write.
build(['api']);
become(['--enable-source-maps', 'dist/apps/api/src/emit-schema.js', ...process.argv.slice(2)]);
