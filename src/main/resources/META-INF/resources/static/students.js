// The filter line acts at once: the list is fetched as one types and put in place; the arrow keys go down into it. Whoever is
// ticked stays ticked while one filters on. Everything works without this script.
(() => {
  const form = document.getElementById('filter');
  const found = document.getElementById('found');
  const selection = document.getElementById('selection');
  const kept = document.getElementById('kept');
  if (!form || !found || !selection) return;
  let waiting = 0;
  let asked = 0;

  const address = () => {
    const query = new URLSearchParams(new FormData(form));
    [...query.keys()].forEach((name) => query.get(name) || query.delete(name));
    const asked = String(query);
    return asked ? `${form.action.split('?')[0]}?${asked}` : form.action.split('?')[0];
  };

  const boxes = () => [...found.querySelectorAll('input[name=student]')];
  const chosen = () => new FormData(selection).getAll('student').filter((each, i, all) => all.indexOf(each) === i);
  const fill = (element, nodes) => {
    element.textContent = '';
    element.append(...nodes);
  };

  const all = document.getElementById('all');
  const count = () => {
    const total = found.querySelector('.count').dataset.total;
    const number = all.checked ? Number(total) : chosen().length;
    selection.classList.toggle('some', number > 0 || boxes().length > 0);
    selection.classList.toggle('whole', all.checked);
    const one = document.getElementById('fill');
    const many = document.getElementById('fill-many');
    if (one) one.hidden = number > 1;
    if (one) one.disabled = number !== 1;
    if (many) many.hidden = number < 2;
    document.getElementById('chosen').textContent = number ? `已选 ${number} 名` : '勾选学生后可以填写、导出';
  };

  // Puts the ticks of before on the new list; those that are not in it are kept aside.
  const keep = (before) => {
    boxes().forEach((box) => { box.checked = before.includes(box.value); });
    const shown = boxes().map((box) => box.value);
    fill(kept, before.filter((value) => !shown.includes(value)).map((value) => {
      const input = document.createElement('input');
      Object.assign(input, { type: 'hidden', name: 'student', value });
      return input;
    }));
    count();
  };

  const show = async () => {
    const number = ++asked;
    const url = address();
    const answer = await fetch(url, { credentials: 'same-origin' });
    if (!answer.ok || answer.redirected) {
      location.assign(url);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const list = page.getElementById('found');
    if (number === asked && list) {
      all.checked = false;
      const before = chosen();
      fill(found, list.childNodes);
      keep(before);
      document.getElementById('said').textContent = found.querySelector('.count span').textContent;
      document.getElementById('export').href = page.getElementById('export').href;
      history.replaceState(null, '', url);
    }
  };

  form.addEventListener('input', (event) => {
    if (event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(show, event.target.tagName === 'SELECT' ? 0 : 200);
  });
  form.addEventListener('compositionend', () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 200);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    show();
  });
  document.getElementById('q').addEventListener('keydown', (event) => {
    const first = found.querySelector('tbody a');
    if (event.key === 'ArrowDown' && first) {
      event.preventDefault();
      first.focus();
    }
  });
  found.addEventListener('keydown', (event) => {
    const row = event.target.closest('tbody tr');
    if (event.key === 'ArrowUp' && row && !row.previousElementSibling) {
      event.preventDefault();
      document.getElementById('q').focus();
    }
    if (event.key === ' ' && row && event.target.matches('a')) {
      event.preventDefault();
      row.querySelector('input[name=student]').click();
    }
  });
  selection.addEventListener('change', count);
  selection.addEventListener('reset', () => {
    fill(kept, []);
    setTimeout(count);
  });
  selection.classList.add('live');
  addEventListener('pageshow', count);
  count();
})();
