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
    return query.size ? `${form.action.split('?')[0]}?${query}` : form.action.split('?')[0];
  };

  const boxes = () => [...found.querySelectorAll('input[name=student]')];
  const chosen = () => new Set(new FormData(selection).getAll('student'));

  const count = () => {
    const number = chosen().size;
    selection.classList.toggle('some', number > 0);
    const fill = document.getElementById('fill');
    if (fill) fill.disabled = number !== 1;
    const only = fill && number > 1 ? '，填写文书一次只能选一名' : '';
    document.getElementById('chosen').textContent = number ? `已选 ${number} 名${only}` : '';
  };

  // Puts the ticks of before on the new list; those that are not in it are kept aside.
  const keep = (before) => {
    boxes().forEach((box) => { box.checked = before.delete(box.value); });
    kept.replaceChildren(...[...before].map((value) => {
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
      const before = chosen();
      found.replaceChildren(...list.childNodes);
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
    kept.replaceChildren();
    setTimeout(count);
  });
  selection.classList.add('live');
  addEventListener('pageshow', count);
  count();
})();
