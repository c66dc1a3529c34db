// The filter line acts at once: the list is fetched as one types and put in place; the arrow keys go down into it.
(() => {
  const form = document.getElementById('filter');
  const found = document.getElementById('found');
  if (!form || !found) return;
  let waiting = 0;
  let asked = 0;

  const address = () => {
    const query = new URLSearchParams(new FormData(form));
    [...query.keys()].forEach((name) => query.get(name) || query.delete(name));
    return query.size ? `${form.action.split('?')[0]}?${query}` : form.action.split('?')[0];
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
      found.replaceChildren(...list.childNodes);
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
  });
})();
