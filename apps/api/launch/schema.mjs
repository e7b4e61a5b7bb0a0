// `npm run schema`: writes apps/api/schema.graphql from the code; with --check only says whether it is up to date.
import { become, build, install } from './ready.mjs';

install();
build();
become(['--enable-source-maps', 'dist/apps/api/src/emit-schema.js', ...process.argv.slice(2)]);
