// Writes a gzip twin beside each built file, so that the server never compresses while somebody waits.
// Then adds up what the browser must load before the first page, and fails when it passes the budget.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/desk', import.meta.url));
const compressible = /\.(js|css|svg|json|html)$/;
const budget = 400 * 1024;

function filesIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

// index.html stays plain: the server writes a fresh nonce into it for every answer.
for (const path of filesIn(dist)) {
  if (!compressible.test(path) || path.endsWith('index.html')) continue;
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
}

const page = readFileSync(join(dist, 'index.html'), 'utf8');
const named = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1]);
const size = named.reduce((sum, name) => sum + statSync(join(dist, `${name}.gz`)).size, 0);
console.log(`first scripts: ${Math.round(size / 1024)} KB gzip in ${named.length} files`);
if (size > budget) {
  console.error(`over the budget of ${budget / 1024} KB`);
  process.exit(1);
}
