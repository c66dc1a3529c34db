// The sheet: saves as one types, shows faults at their cells, keeps mirrored blanks alike. Everything works without it.
const form = document.getElementById('sheetform');
const saved = document.getElementById('saved');
const version = form.elements.version;
const touched = new Set();
let checked = form.dataset.checked === 'true';
let dirty = false;
let stopped = Boolean(document.getElementById('notice'));
let running = null;
let waits = false;
let timer = 0;

// A line that may be too long for its cell, such as a name, goes on in a second one.
form.querySelectorAll('input[type=text].blank-input:not([inputmode])').forEach((input) => {
  const text = document.createElement('textarea');
  for (const { name, value } of input.attributes) {
    if (name !== 'type' && name !== 'value') text.setAttribute(name, value);
  }
  text.rows = 1;
  text.classList.add('short');
  text.value = input.value;
  input.replaceWith(text);
  if (text.parentElement.matches('.holds')) text.parentElement.classList.add('lined');
});

// In a cell that is too narrow for the sentence, the fault shows beside it while one is there.
const NARROW = 150;
const fit = (cell) => cell.classList.toggle('narrow', cell.matches('td') && cell.clientWidth < NARROW);

const anchor = (path) => 'blank-' + path.replace(/[^A-Za-z0-9]+/g, '-');
const say = (text, bad) => {
  saved.textContent = text;
  saved.classList.toggle('bad', Boolean(bad));
};

// Rows that are empty are not saved, so the server counts without them: its third row may be our fourth.
function onPage(path) {
  const cell = /^(\w+)\[(\d+)](.*)$/.exec(path);
  if (!cell) return path;
  const rows = [...form.querySelectorAll(`[data-row-of="${cell[1]}"]`)].filter((row) =>
    [...row.querySelectorAll('input, textarea, select')].some((input) => input.value.trim()));
  const row = rows[Number(cell[2])];
  return row ? row.id.replace(/^blank-\w+-(\d+)$/, `${cell[1]}[$1]`) + cell[3] : path;
}

function list(target, violations) {
  target.textContent = '';
  target.append(...violations.map(({ path, message }) => {
    const line = document.createElement('li');
    const link = line.appendChild(document.createElement('a'));
    link.href = '#' + anchor(path);
    link.textContent = message;
    return line;
  }));
}

function show(violations) {
  const named = violations.map(({ field, message }) => ({ path: onPage(field), message }));
  list(document.getElementById('left'), named);
  document.getElementById('complete').classList.toggle('gone', named.length > 0);
  const shown = named.filter(({ path }) => checked || touched.has(path) || !document.getElementById(anchor(path)));
  const faults = document.getElementById('faults');
  if (faults) {
    faults.hidden = shown.length === 0;
    faults.querySelector('b').textContent = `有 ${shown.length} 处要改正，改好后才能${form.dataset.verb}`;
    list(faults.querySelector('ul'), shown);
  }
  const messages = new Map(shown.map(({ path, message }) => ['violation-' + anchor(path).slice(6), [path, message]]));
  form.querySelectorAll('.violation').forEach((old) => {
    const now = messages.get(old.id);
    if (now) {
      if (old.textContent !== now[1]) old.textContent = now[1];
      messages.delete(old.id);
      return;
    }
    const control = form.querySelector(`[aria-describedby="${old.id}"]`);
    if (control) {
      control.removeAttribute('aria-invalid');
      control.removeAttribute('aria-describedby');
    }
    old.parentElement.classList.remove('has-violation');
    old.remove();
  });
  messages.forEach(([path, message], id) => {
    const control = document.getElementById(anchor(path));
    if (!control) return;
    const inside = control.matches('.blank-input, .blank-group, .locked');
    const cell = inside ? control.parentElement : control;
    const text = document.createElement('span');
    text.className = 'violation';
    text.id = id;
    text.textContent = message;
    cell.append(text);
    cell.classList.add('has-violation');
    fit(cell);
    if (inside) {
      control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-describedby', id);
    }
  });
}

// What was written otherwise than the records have it: it may stand, and is asked about before the paper is issued.
function doubt(warnings) {
  const doubts = document.getElementById('doubts');
  doubts.hidden = warnings.length === 0;
  const list = doubts.querySelector('ul');
  list.textContent = '';
  warnings.forEach(({ message }) => {
    list.appendChild(document.createElement('li')).textContent = message;
  });
}

async function put(keepalive) {
  const body = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && name !== '_csrf' && name !== 'version') body.append(name, value);
  }
  body.append('_', '');
  dirty = false;
  const answer = await fetch(form.dataset.save, {
    method: 'PUT',
    headers: { 'X-CSRF-TOKEN': document.querySelector('meta[name=csrf]').content, 'If-Match': `"${version.value}"`, Accept: 'application/json' },
    body,
    keepalive,
  });
  const json = await answer.json().catch(() => ({}));
  if (answer.ok) {
    version.value = (answer.headers.get('ETag') || '').replace(/\D/g, '');
    say(`草稿已保存 ${json.savedAt.slice(11, 16)}`);
    show(json.violations);
    doubt(json.warnings || []);
    if (!dirty) keeping.taken(form);
    return;
  }
  dirty = true;
  if (answer.status === 401) {
    waits = true;
    say('登录已过期，还没有保存；所填内容都还在。', true);
    const goOn = () => {
      waits = false;
      save();
    };
    keeping.askLater().then((state) => (state === keeping.HERE ? goOn() : keeping.signIn(goOn)));
    return;
  }
  stopped = answer.status === 412 || answer.status === 403 || answer.status === 409;
  say(answer.status === 412
    ? '没有保存：另一个页面在此之后保存过这份草稿。本页所填的内容都还在，请不要刷新：点“保存草稿”，以本页为准；要看另一处的内容，请另开一个页面。'
    : `没有保存：${json.detail || '服务器没有应答，稍后会再试'}`, true);
}

async function save() {
  clearTimeout(timer);
  if (running || stopped || waits || !dirty) return;
  say('正在保存…');
  running = put(false).catch(() => {
    dirty = true;
    say('没有保存：网络不通，恢复后会再试；所填内容都还在。', true);
    keeping.offline();
  });
  await running;
  running = null;
  if (dirty && !stopped && !waits) timer = setTimeout(save, 4000);
}

function changed(event) {
  const input = event.target;
  if (!input.name || input.type === 'file') return;
  dirty = true;
  document.querySelectorAll(`[data-mirror="${input.name}"]`).forEach((mirror) => {
    mirror.textContent = input.value;
  });
  grow(input);
  clearTimeout(timer);
  timer = setTimeout(save, 700);
}

// Browsers before field-sizing: a text's blank grows with it all the same.
const grows = CSS.supports('field-sizing', 'content');
function grow(input) {
  if (grows || input.tagName !== 'TEXTAREA') return;
  input.style.height = 'auto';
  input.style.height = input.scrollHeight + 'px';
}

// Pictures go up on their own, one after the other, with a bar; the sheet stays where it is.
function send(file, bar) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.upload.addEventListener('progress', (event) => {
      if (!event.lengthComputable) return;
      bar.max = event.total;
      bar.value = event.loaded;
    });
    request.addEventListener('loadend', () => {
      let answer = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // no answer, or none of ours
      }
      resolve({ status: request.status, answer });
    });
    request.open('POST', '/api/photos');
    request.setRequestHeader('X-CSRF-TOKEN', document.querySelector('meta[name=csrf]').content);
    request.setRequestHeader('Accept', 'application/json');
    request.send(body);
  });
}

function picture(group, id) {
  const { photos, label } = group.dataset;
  const number = `${label}第${group.querySelectorAll('.photo').length + 1}张`;
  const photo = document.createElement('span');
  photo.className = 'photo';
  const image = document.createElement('img');
  Object.assign(image, { src: `/photos/${id}`, alt: number });
  const value = document.createElement('input');
  Object.assign(value, { type: 'hidden', name: photos, value: id });
  const button = document.createElement('button');
  Object.assign(button, { type: 'submit', name: 'removePhoto', value: id, formNoValidate: true, className: 'row-button', textContent: '删去' });
  button.setAttribute('aria-label', `删去${number}`);
  photo.append(image, value, button);
  group.insertBefore(photo, group.querySelector('.upload'));
}

async function upload(input) {
  const group = input.closest('[data-photos]');
  const place = input.closest('.upload');
  const files = [...input.files];
  const free = Number(group.dataset.most) - group.querySelectorAll('.photo').length;
  const line = document.createElement('span');
  line.className = 'uploading';
  line.setAttribute('role', 'status');
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', '上传照片');
  place.querySelectorAll('.uploading').forEach((old) => old.remove());
  place.append(line);
  const refused = files.slice(free).map((file) => `${file.name}：最多${group.dataset.most}张，没有收下`);
  for (const [i, file] of files.slice(0, free).entries()) {
    line.textContent = `正在上传第${i + 1}张，共${Math.min(files.length, free)}张 `;
    line.append(bar);
    bar.removeAttribute('value');
    let { status, answer } = await send(file, bar);
    if (status === 401) {
      await new Promise((resolve) => {
        keeping.askLater().then((state) => (state === keeping.HERE ? resolve() : keeping.signIn(resolve)));
      });
      ({ status, answer } = await send(file, bar));
    }
    if (status === 201) {
      picture(group, answer.id);
      dirty = true;
    } else {
      const [violation] = answer.violations || [];
      refused.push(`${file.name}：${(violation && violation.message) || answer.detail || '网络不通，没有上传，请再选一次'}`);
      if (!status) keeping.offline();
    }
  }
  input.value = '';
  line.textContent = refused.join('；');
  line.classList.toggle('violation', refused.length > 0);
  place.hidden = group.querySelectorAll('.photo').length >= Number(group.dataset.most);
  save();
}

form.addEventListener('input', changed);
form.addEventListener('change', (event) => {
  if (event.target.type === 'file') {
    if (event.target.files.length) upload(event.target);
    return;
  }
  if (event.target.name) touched.add(event.target.name);
  save();
});
form.addEventListener('focusout', (event) => {
  if (event.target.name && event.target.value) touched.add(event.target.name);
});
form.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === 's') {
    event.preventDefault();
    dirty = true;
    save();
  }
  // A blank of one line does not take a second one, and Enter in a blank does not send the sheet.
  const line = event.target.matches('input:not([type=file]), textarea[rows="1"], select');
  if (event.key === 'Enter' && line && !event.isComposing) event.preventDefault();
});

// A button posts the whole sheet; what is being saved must have come back first, or the two would meet.
let posting = false;
form.addEventListener('submit', async (event) => {
  clearTimeout(timer);
  posting = true;
  if (running) {
    event.preventDefault();
    const button = event.submitter || document.activeElement;
    await running;
    button.click();
  }
});
document.addEventListener('guixue:online', save);
addEventListener('pagehide', () => {
  if (dirty && !posting && !stopped) put(true).catch(() => {});
});
addEventListener('beforeunload', (event) => {
  if (dirty && stopped && !posting) event.preventDefault();
});

form.querySelectorAll('textarea').forEach(grow);
form.querySelectorAll('.has-violation').forEach(fit);
const faults = document.getElementById('faults');
if (faults) faults.focus();
