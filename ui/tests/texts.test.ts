import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const source = join(__dirname, '../src');
const languages = ['zh-CN', 'en'] as const;

function filesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => pattern.test(path) && !path.endsWith('.gen.ts'));
}

function textsOf(language: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const path of filesIn(join(source, 'locales', language), /\.json$/)) {
    const file = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
    for (const [key, text] of Object.entries(file)) {
      if (texts.has(key)) throw new Error(`${key} stands twice in ${language}`);
      texts.set(key, text);
    }
  }
  return texts;
}

// English tells one from many; Chinese does not. Both forms are one key.
const plain = (key: string) => key.replace(/_(one|other)$/, '');
const texts = { 'zh-CN': textsOf('zh-CN'), en: textsOf('en') };
const keys = {
  'zh-CN': new Set([...texts['zh-CN'].keys()].map(plain)),
  en: new Set([...texts.en.keys()].map(plain)),
};
const areas = new Set([...keys['zh-CN']].map((key) => key.split('.')[0]));

interface Finding {
  place: string;
  text: string;
}

interface Findings {
  keys: Finding[];
  beginnings: Finding[];
  literals: Finding[];
  words: Finding[];
}

const han = /\p{Script=Han}/u;
const shapeOfKey = /^([a-z_]+)\.[\w.-]+$/;

/** What a source file says: text keys, beginnings of made-up keys, Han characters in code, words written into JSX. */
function read(path: string, code: string): Findings {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Findings = { keys: [], beginnings: [], literals: [], words: [] };
  const at = (node: ts.Node, text: string): Finding => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    return { place: `${relative(source, path)}:${line + 1}`, text };
  };
  const isT = (node: ts.Node) =>
    ts.isCallExpression(node) && /^(t|i18next\.t|i18n\.t)$/.test(node.expression.getText());
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.words.push(at(node, node.text.trim()));
    if (ts.isStringLiteralLike(node)) {
      if (han.test(node.text)) found.literals.push(at(node, node.text));
      const area = shapeOfKey.exec(node.text)?.[1];
      const called = isT(node.parent) && (node.parent as ts.CallExpression).arguments[0] === node;
      const imported = ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent);
      if (called || (!imported && area && areas.has(area) && !isName(node))) {
        found.keys.push(at(node, node.text));
      }
    }
    if (ts.isTemplateExpression(node)) {
      if (han.test(node.getText())) found.literals.push(at(node, node.getText()));
      if (isT(node.parent)) found.beginnings.push(at(node, node.head.text));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Actions of the permission table and names of drafts look like text keys; they are arguments of these. */
function isName(node: ts.Node): boolean {
  const parent = node.parent;
  if (ts.isCallExpression(parent))
    return /^(useCan|useDraft|permissions\.includes|can)\b/.test(parent.expression.getText());
  if (ts.isPropertyAssignment(parent))
    return (
      /^(action|name|permission)$/.test(parent.name.getText()) &&
      !/^(shell)\./.test((node as ts.StringLiteral).text)
    );
  return false;
}

const findings = filesIn(source, /\.tsx?$/).map((path) => read(path, readFileSync(path, 'utf8')));

describe('texts', () => {
  test('the reader itself finds what it must find', () => {
    const found = read(
      'x.tsx',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code to be read, not a template.
      'const a = <p>Hi <b title="好">{t("shell.x")}{t(`role.${r}`)}</b></p>; const k = { label: "list.gone" };',
    );
    expect(found.words.map((one) => one.text)).toEqual(['Hi']);
    expect(found.literals.map((one) => one.text)).toEqual(['好']);
    expect(found.keys.map((one) => one.text)).toEqual(['shell.x', 'list.gone']);
    expect(found.beginnings.map((one) => one.text)).toEqual(['role.']);
  });

  test('both languages have the same keys', () => {
    expect([...keys.en].filter((key) => !keys['zh-CN'].has(key))).toEqual([]);
    expect([...keys['zh-CN']].filter((key) => !keys.en.has(key))).toEqual([]);
  });

  test('both languages use the same placeholders', () => {
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');
    const differing = [...texts['zh-CN']].filter(([key, text]) => {
      const english = texts.en.get(key) ?? texts.en.get(`${key}_other`);
      return english !== undefined && names(text) !== names(english);
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test.each(languages)('no text of %s is empty, and Chinese says 顾客', (language) => {
    for (const [key, text] of texts[language]) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).not.toContain('客户');
    }
  });

  test('every key begins with the name of its file', () => {
    for (const path of filesIn(join(source, 'locales'), /\.json$/)) {
      const area = path.replace(/^.*[/\\]/, '').replace('.json', '');
      const file = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
      expect(Object.keys(file).filter((key) => !key.startsWith(`${area}.`))).toEqual([]);
    }
  });

  test('every key used exists', () => {
    const missing = findings.flatMap((one) => one.keys).filter((one) => !keys['zh-CN'].has(plain(one.text)));
    expect(missing).toEqual([]);
    const begun = findings
      .flatMap((one) => one.beginnings)
      .filter((one) => ![...keys['zh-CN']].some((key) => one.text !== '' && key.startsWith(one.text)));
    expect(begun).toEqual([]);
  });

  test('no words stand in the code', () => {
    expect(findings.flatMap((one) => one.literals)).toEqual([]);
    expect(findings.flatMap((one) => one.words)).toEqual([]);
  });
});
