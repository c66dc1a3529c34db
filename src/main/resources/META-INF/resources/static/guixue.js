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
