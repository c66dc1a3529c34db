// "/" goes to the search box; Escape closes the account's menu. Everything works without this script.
document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const find = document.getElementById('find');
    if (find) {
      event.preventDefault();
      find.focus();
      find.select();
    }
  }
  if (event.key === 'Escape') {
    document.querySelectorAll('details.account[open]').forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  }
});

// A row with data-href opens when clicked; arrow keys move between the rows' links.
document.addEventListener('click', (event) => {
  const row = event.target.closest('tr[data-href]');
  if (row && !event.target.closest('a, button, input, label, select') && !String(getSelection())) {
    location.assign(row.dataset.href);
  }
  document.querySelectorAll('details.account[open]').forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});
document.addEventListener('keydown', (event) => {
  const row = event.target.closest('table.list tbody tr');
  if (!row || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
  const link = next && next.querySelector('a');
  if (link) {
    event.preventDefault();
    link.focus();
  }
});

// What takes seconds shows at once that it is being done, and is not sent twice.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.dataset.progress) return;
  if (form.classList.contains('going')) {
    event.preventDefault();
    return;
  }
  form.classList.add('going');
  const line = document.createElement('p');
  line.className = 'going';
  line.setAttribute('role', 'status');
  const bar = document.createElement('progress');
  bar.setAttribute('aria-label', form.dataset.progress);
  line.append(bar, form.dataset.progress);
  form.append(line);
  form.querySelectorAll('button').forEach((button) => button.setAttribute('aria-disabled', 'true'));
});
addEventListener('pageshow', (event) => {
  if (!event.persisted) return;
  document.querySelectorAll('form.going').forEach((form) => {
    form.classList.remove('going');
    form.querySelectorAll('p.going').forEach((line) => line.remove());
    form.querySelectorAll('button').forEach((button) => button.removeAttribute('aria-disabled'));
  });
});

// A page that is there to be filled in begins in its first blank; not where a keyboard would cover half of the screen.
const begins = document.querySelector('form[data-first]');
if (begins && !location.hash && document.activeElement === document.body && matchMedia('(pointer: fine)').matches
  && !document.querySelector('.violations, .notice.bad, .keptnote')) {
  const first = [...begins.querySelectorAll('input, select, textarea')].find((each) =>
    !each.matches('[type=hidden], [type=file], [readonly], [disabled], .unseen') && each.offsetParent);
  if (first) first.focus();
}
if (document.querySelector('.bottombar')) document.documentElement.classList.add('barred');
