// Nothing that was typed is lost: it is kept in this browser, for this account, until the server has taken it. A form is sent
// only while the network is there and somebody is signed in; else it waits, and one signs in on the spot. Passwords, files
// and hidden fields are never kept; what lies in [data-sensitive] lasts no longer than the sign-in. Works for every form that
// posts; everything works without it.
const keeping = (() => {
  const said = (name) => {
    const meta = document.querySelector(`meta[name="${name}"]`);
    return meta ? meta.content : '';
  };
  const account = said('account');
  const OURS = `guixue.kept ${account} `;
  const SIGNED_OUT = 'guixue.signed-out';
  const LONGEST = 7 * 24 * 3600 * 1000;
  const random = () => [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const store = (area) => {
    try {
      return window[area];
    } catch {
      return null;
    }
  };
  const lasting = store('localStorage');
  const passing = store('sessionStorage');
  const put = (area, key, value) => {
    try {
      if (area) area.setItem(key, JSON.stringify(value));
    } catch {
      // A full or forbidden storage keeps nothing; the page works on.
    }
  };
  const get = (area, key) => {
    try {
      return area ? JSON.parse(area.getItem(key)) : null;
    } catch {
      return null;
    }
  };
  const keys = (area, start) => (area ? Object.keys(area).filter((key) => key.startsWith(start)) : []);
  const drop = (key) => [lasting, passing].forEach((area) => area && area.removeItem(key));

  const tab = (passing && passing.getItem('guixue.tab')) || random();
  if (passing) {
    try {
      passing.setItem('guixue.tab', tab);
    } catch {
      // as above
    }
  }
  let signedOut = false;

  // ---- forms and what is in them
  const posts = (form) => form.matches('form[method="post" i]') && !/^\/(login|logout)\b/.test(form.getAttribute('action') || '');
  const forms = () => [...document.querySelectorAll('form')].filter(posts);
  const place = (form) => {
    const like = forms().filter((other) => other.getAttribute('action') === form.getAttribute('action'));
    return `${form.getAttribute('action') || location.pathname} ${like.indexOf(form)}`;
  };
  const key = (form) => `${OURS}${tab} ${place(form)}`;
  const UNKEPT = /^(hidden|password|file|submit|button|reset|image)$/;
  const controls = (form) => [...form.elements].filter((each) =>
    each.name && !UNKEPT.test(each.type) && each.matches('input, textarea, select') && !each.hidden);
  const ticks = (control) => control.type === 'checkbox' || control.type === 'radio';
  const content = (control) => (ticks(control) ? control.checked : control.value);
  const atFirst = (control) => {
    if (ticks(control)) return control.defaultChecked;
    if (control.tagName !== 'SELECT') return control.defaultValue;
    const chosen = [...control.options].find((option) => option.defaultSelected) || control.options[0];
    return chosen ? chosen.value : '';
  };
  const fields = (form) => {
    const seen = {};
    return controls(form).map((control) => {
      const name = ticks(control) ? `${control.name}=${control.value}` : control.name;
      seen[name] = (seen[name] || 0) + 1;
      return { control, name: `${name} ${seen[name]}` };
    });
  };
  const PRIVATE = /nationalId|otherPaper|certificate/i;
  const isPrivate = (control) => PRIVATE.test(control.name) || Boolean(control.closest('[data-sensitive]'));
  const versionOf = (form) => {
    const version = form.querySelector('input[type=hidden][name=version]');
    return version ? version.value : '';
  };
  const changedByHand = new WeakSet();

  // ---- keeping
  const keep = (form) => {
    if (signedOut || !posts(form) || form.hasAttribute('data-once')) return null;
    const before = get(lasting, key(form));
    const entry = { since: Date.now(), version: versionOf(form), id: before ? before.id : random(), values: {} };
    const hidden = { session: said('csrf'), values: {} };
    fields(form).forEach(({ control, name }) => {
      const into = isPrivate(control) ? hidden : entry;
      const known = before && into === entry && name in before.values;
      if (known || changedByHand.has(control) || content(control) !== atFirst(control)) into.values[name] = content(control);
    });
    if (!Object.keys(entry.values).length && !Object.keys(hidden.values).length) {
      drop(key(form));
      return null;
    }
    put(lasting, key(form), entry);
    put(passing, key(form), hidden);
    return entry;
  };
  const taken = (form) => {
    unkept.delete(form);
    drop(key(form));
    const note = form.previousElementSibling;
    if (note && note.matches('.keptnote')) note.remove();
  };
  const confirmed = () => {
    const named = said('confirmed').split(' ').filter(Boolean);
    keys(lasting, OURS).forEach((each) => {
      const entry = get(lasting, each);
      if (!entry || named.includes(entry.id) || Date.now() - entry.since > LONGEST) drop(each);
    });
  };

  // ---- giving back
  const fill = (form, values) => {
    let filled = 0;
    fields(form).forEach(({ control, name }) => {
      if (!(name in values) || values[name] === content(control) || control.readOnly || control.disabled) return;
      if (ticks(control)) control.checked = values[name];
      else control.value = values[name];
      if (content(control) !== values[name]) return;
      changedByHand.add(control);
      filled++;
      const folded = control.closest('details:not([open])');
      if (folded) folded.open = true;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    });
    return filled;
  };
  const differs = (form, values) => fields(form).some(({ control, name }) => name in values && values[name] !== content(control));
  const note = (form, words, choices) => {
    const line = document.createElement('p');
    line.className = 'notice soon keptnote';
    line.setAttribute('role', 'status');
    line.append(words, ' ');
    choices.forEach(([label, act]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', () => {
        line.remove();
        act();
      });
      line.append(button, ' ');
    });
    form.before(line);
  };
  const clock = (at) => new Date(at).toLocaleString('zh-CN', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  const giveBack = (form) => {
    const mine = key(form);
    const entries = keys(lasting, OURS)
      .filter((each) => each.endsWith(` ${place(form)}`))
      .map((each) => ({ each, kept: get(lasting, each), own: each === mine }))
      .filter(({ kept }) => kept)
      .sort((a, b) => b.own - a.own || b.kept.since - a.kept.since);
    if (!entries.length) return;
    const { each, kept, own } = entries[0];
    const hidden = get(passing, each);
    const values = { ...kept.values, ...(hidden && hidden.session === said('csrf') ? hidden.values : {}) };
    const answered = form.querySelector('.violation, [aria-invalid="true"]') || document.querySelector('main > .notice.bad');
    if (own && answered) return;
    if (!differs(form, values)) return;
    const clear = ['不要了', () => {
      drop(each);
      location.reload();
    }];
    if (own && kept.version === versionOf(form)) {
      if (fill(form, values)) note(form, `${clock(kept.since)}填的内容还没有提交，已经填回来了，请核对后提交。`, [clear]);
      return;
    }
    const changed = kept.version !== versionOf(form) ? '这份记录后来有过改动，填回后请逐项核对。' : '';
    note(form, `这里有${clock(kept.since)}填的内容，没有提交。${changed}`, [['填回来', () => {
      fill(form, values);
      drop(each);
      keep(form);
    }], ['不要了', () => drop(each)]]);
  };

  // ---- the network
  const bar = document.createElement('div');
  bar.className = 'offline';
  bar.id = 'offline';
  bar.setAttribute('role', 'status');
  bar.hidden = true;
  let waiting = null;
  let trying = 0;
  const buttons = () => forms().flatMap((form) => [...form.elements].filter((each) => each.type === 'submit'));
  const isOffline = () => !bar.hidden;
  const online = () => {
    clearInterval(trying);
    trying = 0;
    if (!isOffline()) return;
    bar.hidden = true;
    buttons().forEach((button) => {
      button.removeAttribute('aria-disabled');
      button.classList.remove('waiting');
    });
    document.dispatchEvent(new Event('guixue:online'));
    const next = waiting;
    waiting = null;
    if (next) next();
  };
  const offline = () => {
    forms().forEach((form) => keep(form));
    bar.textContent = '网络断开了。所填内容都保存在这台电脑上，请不要关闭这一页；按钮等网络恢复后再用，已经点过的会接着办。';
    bar.hidden = false;
    buttons().forEach((button) => button.setAttribute('aria-disabled', 'true'));
    if (!trying) {
      trying = setInterval(() => {
        fetch('/session', { credentials: 'same-origin', cache: 'no-store' }).then(online, () => {});
      }, 3000);
    }
  };

  // ---- who is signed in
  const HERE = 'here';
  const ENDED = 'ended';
  const GONE = 'gone';
  const renew = (token) => {
    if (!token) return;
    const before = said('csrf');
    if (before === token) return;
    document.querySelector('meta[name="csrf"]').content = token;
    document.querySelectorAll('input[name="_csrf"]').forEach((input) => { input.value = token; });
    keys(passing, OURS).forEach((each) => {
      const hidden = get(passing, each);
      if (hidden && hidden.session === before) put(passing, each, { ...hidden, session: token });
    });
  };
  const judged = (status, text) => {
    if (status !== 200 && status !== 401) return status ? HERE : GONE;
    try {
      const now = JSON.parse(text);
      if (status === 200 && now.account === account) {
        renew(now.csrf);
        return HERE;
      }
      return ENDED;
    } catch {
      return ENDED;
    }
  };
  // Asked while the form is being sent: the browser must be told at once whether it may go on.
  const ask = () => {
    if (!navigator.onLine) return GONE;
    const request = new XMLHttpRequest();
    try {
      request.open('GET', '/session', false);
      request.send();
    } catch {
      return GONE;
    }
    return judged(request.status, request.responseText);
  };
  const askLater = () => fetch('/session', { credentials: 'same-origin', cache: 'no-store' })
    .then((answer) => answer.text().then((text) => judged(answer.status, text)), () => GONE);

  // ---- signing in on the spot
  let dialog = null;
  let afterwards = [];
  const made = (tag, attributes, ...inside) => {
    const element = document.createElement(tag);
    Object.keys(attributes).forEach((name) => element.setAttribute(name, attributes[name]));
    element.append(...inside);
    return element;
  };
  const enter = async (username, password) => {
    const before = await fetch('/session', { credentials: 'same-origin', cache: 'no-store' });
    const now = await before.json();
    if (before.status === 200 && now.account === account) return '';
    const answer = await fetch('/login', {
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'manual',
      headers: { 'X-CSRF-TOKEN': now.csrf },
      body: new URLSearchParams({ username, password, next: '/session' }),
    });
    if (answer.type === 'opaqueredirect' || answer.ok) return '';
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const refusal = page.querySelector('.notice.bad, .facts dd');
    return refusal ? refusal.textContent.trim() : '没有登录成功，请再试一次。';
  };
  const build = () => {
    const username = made('input', { id: 'again-username', autocomplete: 'username', readonly: '', value: account });
    const password = made('input', { id: 'again-password', type: 'password', autocomplete: 'current-password', maxlength: '256', required: '' });
    const refusal = made('p', { class: 'notice bad', role: 'alert' });
    refusal.hidden = true;
    const send = made('button', { type: 'submit', class: 'primary' }, '登录并继续');
    const later = made('button', { type: 'button' }, '先不登录');
    const form = made('form', { method: 'dialog', novalidate: '' },
      made('h2', { id: 'again-title' }, '登录已过期'),
      made('p', {}, '所填内容都还在。输入密码后接着办，不用离开这一页。'),
      refusal,
      made('div', { class: 'field' }, made('label', { for: 'again-username' }, '用户名'), username),
      made('div', { class: 'field' }, made('label', { for: 'again-password' }, '密码'), password),
      made('p', { class: 'acts' }, send, ' ', later));
    const box = made('dialog', { class: 'signin', id: 'signin', 'aria-labelledby': 'again-title' }, form);
    const close = () => {
      if (box.close) box.close();
      else box.removeAttribute('open');
    };
    later.addEventListener('click', () => {
      afterwards = [];
      close();
    });
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      send.disabled = true;
      try {
        const wrong = await enter(account, password.value);
        const state = wrong ? ENDED : await askLater();
        if (state === HERE) {
          const next = afterwards;
          afterwards = [];
          signedOut = false;
          close();
          next.forEach((act) => act());
        } else {
          refusal.textContent = wrong || '现在登录的是另一个账号。请先在那里退出，再登录。';
          refusal.hidden = false;
          password.select();
        }
      } catch {
        refusal.textContent = '网络不通，请稍后再试。所填内容都还在。';
        refusal.hidden = false;
      }
      password.value = '';
      send.disabled = false;
    });
    document.body.append(box);
    return { box, password, refusal };
  };
  const signIn = (then) => {
    if (then) afterwards.push(then);
    forms().forEach((form) => keep(form));
    dialog = dialog || build();
    if (dialog.box.hasAttribute('open')) return;
    dialog.refusal.hidden = true;
    if (dialog.box.showModal) dialog.box.showModal();
    else dialog.box.setAttribute('open', '');
    dialog.password.focus();
  };

  // ---- sending
  const press = (form, button) => {
    if (!form.isConnected) return;
    if (button && button.isConnected) button.click();
    else form.querySelector('[type=submit]').click();
  };
  let pressed = null;
  const wait = (form, button) => {
    waiting = () => press(form, button);
    if (button) button.classList.add('waiting');
    offline();
  };
  const name = (form, id) => {
    let hidden = form.querySelector('input[name="_kept"]');
    if (!hidden) {
      hidden = made('input', { type: 'hidden', name: '_kept' });
      const token = form.querySelector('input[name="_csrf"]');
      if (token) token.after(hidden);
    }
    hidden.value = id;
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button, input[type=submit]');
    if (button && button.form && button.type === 'submit') pressed = button;
    const link = event.target.closest('a[href]');
    if (link && isOffline() && !link.getAttribute('href').startsWith('#')) event.preventDefault();
  }, true);
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (/^\/logout\b/.test(form.getAttribute('action') || '')) {
      signedOut = true;
      keys(lasting, OURS).concat(keys(passing, OURS)).forEach(drop);
      put(lasting, SIGNED_OUT, { account, since: Date.now() });
      return;
    }
    if (!posts(form)) return;
    const button = event.submitter || (pressed && pressed.form === form ? pressed : null);
    const state = isOffline() ? GONE : ask();
    if (state === HERE) {
      const entry = keep(form);
      if (entry) name(form, entry.id);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (state === GONE) wait(form, button);
    else signIn(() => press(form, button));
  }, true);

  // ---- as one types
  let soon = 0;
  const unkept = new Set();
  const keepTyped = () => {
    unkept.forEach(keep);
    unkept.clear();
  };
  const typed = (event) => {
    const form = event.target.form;
    if (!form || !posts(form) || !event.target.name) return;
    changedByHand.add(event.target);
    unkept.add(form);
    clearTimeout(soon);
    soon = setTimeout(keepTyped, 150);
  };
  document.addEventListener('input', typed);
  document.addEventListener('change', typed);
  addEventListener('pagehide', keepTyped);
  addEventListener('offline', offline);
  addEventListener('online', () => askLater().then((state) => state !== GONE && online()));
  addEventListener('storage', (event) => {
    if (event.key !== SIGNED_OUT) return;
    const by = get(lasting, SIGNED_OUT);
    if (by && by.account === account) {
      signedOut = true;
      keys(passing, OURS).forEach(drop);
    }
  });
  document.addEventListener('DOMContentLoaded', () => {
    if (!account) return;
    document.body.append(bar);
    confirmed();
    forms().forEach(giveBack);
    if (!navigator.onLine) offline();
  });

  return { signIn, askLater, offline, taken, HERE, ENDED, GONE };
})();
