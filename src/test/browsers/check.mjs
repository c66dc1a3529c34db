// Fails where a script or a style uses what the oldest supported browsers lack (MDN's browser-compat-data): syntax, functions
// and members, properties, selectors, at-rules. A member has no type here: where some interface has it in time and another has
// not, the line is an open question, which known.json answers with its reason; so are enhancements that are missed gracefully.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as acorn from 'acorn';
import * as walk from 'acorn-walk';
import postcss from 'postcss';

const here = dirname(fileURLToPath(import.meta.url));
const data = JSON.parse(readFileSync(join(here, 'node_modules/@mdn/browser-compat-data/data.json'), 'utf8'));
const known = JSON.parse(readFileSync(join(here, 'known.json'), 'utf8'));
const OLDEST = { chrome: 86, safari_ios: 15 };
const LANGUAGE = 2021;
const folders = process.argv.length > 2 ? process.argv.slice(2) : ['src/main/resources/META-INF/resources/static', 'forms'].map((each) => join(here, '../../..', each));
const faults = [];
const used = new Set();

const since = (statement) => {
  const all = Array.isArray(statement) ? statement : [statement];
  const versions = all
    .filter((each) => each && each.version_added && each.version_added !== 'preview' && !each.flags && !each.prefix
      && !each.alternative_name && !each.version_removed)
    .map((each) => Number(String(each.version_added).replace('≤', '')));
  return versions.length ? Math.min(...versions) : Infinity;
};
const inTime = ({ __compat: { support } }) => since(support.chrome) <= OLDEST.chrome
  && (since(support.safari_ios) === Infinity || since(support.safari_ios) <= OLDEST.safari_ios);
const anyBrowser = (feature) => Object.keys(OLDEST).some((browser) => since(feature.__compat.support[browser]) < Infinity);
// What pages like ours touch; a member that only others have too late is no question.
const TOUCHED = /^(URL|URLSearchParams|Element|Node|Document|DocumentFragment|ShadowRoot|CharacterData|HTMLElement|(Submit|Keyboard|Mouse|Pointer|UI|Composition|Storage|Focus|)Event|EventTarget|FormData|Headers|Response|XMLHttpRequest|Window|Navigator|History|Location|Storage|Crypto|NodeList|DOMTokenList|File|FileList|FileReader|Blob|AbortController|AbortSignal|CSS|CSSStyleDeclaration|Range|Selection|DOMParser|Performance|Console|Array|String|Object|Promise|Map|Set|WeakMap|WeakSet|Number|Date|RegExp|JSON|Math|Intl|Symbol|Error|Function|BigInt|Reflect|Proxy)$/;

// Every member of every interface and every built-in object, by its name; and what stands free.
const members = new Map();
const globals = new Map();
const note = (map, name, where, feature) => {
  if (!feature.__compat || !anyBrowser(feature)) return;
  const bare = name.replace(/_static$|_event$|_permission$/, '');
  if (!map.has(bare)) map.set(bare, []);
  map.get(bare).push({ where: name.endsWith('_static') ? `static ${where}` : where, ok: inTime(feature) });
};
const GLOBAL = new Set(['Window', 'WindowOrWorkerGlobalScope', 'globalThis']);
const collect = (group, label) => Object.entries(group).forEach(([owner, feature]) => {
  if (owner === '__compat') return;
  note(globals, owner, label, feature);
  Object.entries(feature).forEach(([member, inner]) => {
    if (member === '__compat' || member === owner) return;
    note(members, member, owner, inner);
    if (GLOBAL.has(owner)) note(globals, member, owner, inner);
  });
});
collect(data.api, 'api');
collect(data.javascript.builtins, 'builtins');

const fault = (file, line, kind, name, why) => {
  const key = `${kind} ${name}`;
  if (known[key]) {
    used.add(key);
    return;
  }
  faults.push(`${file}:${line} ${key}: ${why}`);
};
const judge = (map, file, line, kind, name) => {
  const owners = map.get(name);
  if (!owners || owners.every(({ ok }) => ok)) return;
  const early = owners.some(({ ok }) => ok);
  const late = owners.filter(({ ok, where }) => !ok && (!early || TOUCHED.test(where) || where === 'api')).map(({ where }) => where);
  if (!late.length) return;
  fault(file, line, kind, name, early ? `newer than the oldest browser on ${late.slice(0, 6).join(', ')}; say in known.json whose it is` : 'newer than the oldest browser');
};

const pseudos = (selector) => [...selector.matchAll(/::?([a-z][a-z-]*)/g)].map((match) => match[1]);
const judgeSelector = (file, line, selector) => pseudos(selector).forEach((name) => {
  const feature = data.css.selectors[name];
  if (feature && feature.__compat && !inTime(feature)) fault(file, line, 'selector', `:${name}`, 'newer than the oldest browser');
});

function script(file, text) {
  let tree;
  try {
    tree = acorn.parse(text, { ecmaVersion: LANGUAGE, sourceType: 'script', locations: true });
  } catch (e) {
    faults.push(`${file}:${e.loc ? e.loc.line : 0} syntax: ${e.message}`);
    return;
  }
  const declared = new Set();
  const names = (pattern) => {
    if (!pattern) return;
    if (pattern.type === 'Identifier') declared.add(pattern.name);
    (pattern.elements || []).forEach(names);
    (pattern.properties || []).forEach((each) => names(each.value || each.argument));
    if (pattern.left) names(pattern.left);
    if (pattern.argument) names(pattern.argument);
  };
  walk.full(tree, (node) => {
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') names(node.id);
    (node.params || []).forEach(names);
  });
  walk.full(tree, (node) => {
    const { line } = node.loc.start;
    if (node.type === 'MemberExpression' && !node.computed) judge(members, file, line, 'member', node.property.name);
    if (node.type === 'ObjectPattern') {
      node.properties.filter((each) => each.key && !each.computed).forEach((each) => judge(members, file, line, 'member', each.key.name));
    }
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      if (node.callee.type === 'Identifier' && !declared.has(node.callee.name)) judge(globals, file, line, 'global', node.callee.name);
      const called = node.callee.property && node.callee.property.name;
      if (/^(querySelector|querySelectorAll|closest|matches)$/.test(called || '')) {
        node.arguments.forEach((argument) => {
          if (argument.type === 'Literal') judgeSelector(file, line, String(argument.value));
          if (argument.type === 'TemplateLiteral') argument.quasis.forEach((part) => judgeSelector(file, line, part.value.raw));
        });
      }
    }
  });
}

function style(file, text) {
  postcss.parse(text, { from: file }).walk((node) => {
    const { line } = node.source.start;
    const asks = (each) => each && (each.type === 'atrule' && each.name === 'supports' ? true : asks(each.parent));
    if (asks(node)) return;
    if (node.type === 'atrule') {
      const rule = data.css['at-rules'][node.name];
      if (rule && rule.__compat && !inTime(rule)) fault(file, line, 'at-rule', `@${node.name}`, 'newer than the oldest browser');
    }
    if (node.type === 'rule') judgeSelector(file, line, node.selector);
    if (node.type === 'decl') {
      const property = data.css.properties[node.prop];
      if (property && property.__compat && !inTime(property)) fault(file, line, 'property', node.prop, 'newer than the oldest browser');
      node.value.split(/[\s,()]+/).forEach((word) => {
        const value = property && property[word];
        if (value && value.__compat && !inTime(value)) fault(file, line, 'value', `${node.prop}: ${word}`, 'newer than the oldest browser');
        if (/^\d+(\.\d+)?[dsl]v[hw]$/.test(word)) fault(file, line, 'unit', word.replace(/[\d.]/g, ''), 'newer than the oldest browser');
      });
      [...node.value.matchAll(/([a-z][a-z-]*)\(/g)].forEach(([, name]) => {
        const feature = data.css.types[name] || (data.css.types.color || {})[name];
        if (feature && feature.__compat && !inTime(feature)) fault(file, line, 'function', `${name}()`, 'newer than the oldest browser');
      });
    }
  });
}

const files = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((each) =>
  (each.isDirectory() ? files(join(folder, each.name)) : [join(folder, each.name)]));
folders.flatMap(files).sort().forEach((path) => {
  const file = path.slice(resolve(here, '../../..').length + 1);
  const text = path.endsWith('.js') || path.endsWith('.css') ? readFileSync(path, 'utf8') : '';
  if (path.endsWith('.js')) script(file, text);
  if (path.endsWith('.css')) style(file, text);
});
if (process.argv.length <= 2) {
  Object.keys(known).filter((key) => !used.has(key)).forEach((key) => faults.push(`known.json: “${key}” answers nothing any more`));
}
faults.forEach((each) => console.error(each));
if (faults.length) process.exit(1);
