// `npm run build`: server and web app into dist/, without starting anything.
import { build, install } from './ready.mjs';

install();
build();
