// Writes src/shared/api.gen.ts from the server's OpenAPI document. With --check it writes nothing and fails when
// the file is out of step. The document is taken from internal/server/openapi.json, else asked of the program.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const committed = fileURLToPath(new URL('../../internal/server/openapi.json', import.meta.url));
const target = fileURLToPath(new URL('../src/shared/api.gen.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

function documentText() {
  if (existsSync(committed)) return readFileSync(committed, 'utf8');
  return execFileSync('go', ['run', './cmd/huidan', 'openapi'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
}

const head = '// Generated from the OpenAPI document by npm run types. Do not edit.\n';
const types = head + astToString(await openapiTS(JSON.parse(documentText())));
if (!process.argv.includes('--check')) {
  writeFileSync(target, types);
} else if (readFileSync(target, 'utf8') !== types) {
  console.error('src/shared/api.gen.ts is out of step with the OpenAPI document: run npm run types');
  process.exit(1);
}
