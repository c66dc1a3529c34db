// A table to write in, as in a spreadsheet: Enter and the arrow keys move, a copied block is pasted cell by cell, Ctrl+Z takes
// the last paste back. Everything works without it, one cell after the other.
(() => {
  const form = document.getElementById('grid');
  const table = form && form.querySelector('table');
  if (!table) return;
  const said = document.getElementById('grid-said');
  const done = [];
  const input = (cell) => cell && cell.querySelector('input:not([type=hidden]):not([type=checkbox]), select, textarea');
  const at = (row, column) => input(table.rows[row] && table.rows[row].cells[column]);
  const place = (element) => {
    const cell = element.closest('td');
    return { row: cell.parentElement.rowIndex, column: cell.cellIndex };
  };
  const write = (element, text) => {
    if (element.tagName === 'SELECT' && ![...element.options].some((option) => option.value === text)) return false;
    element.value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
    return true;
  };

  // Only what was changed here is sent: what somebody else has written meanwhile stays.
  const before = (element) => (element.tagName === 'SELECT'
    ? ([...element.options].find((option) => option.defaultSelected) || element.options[0]).value
    : element.defaultValue);
  const changed = (element) => element.hasAttribute('data-typed') || element.value !== before(element);
  form.addEventListener('formdata', (event) => {
    table.querySelectorAll('[name^="same."], [name^="each."]').forEach((element) => {
      if (!changed(element)) event.formData.delete(element.name);
    });
  });

  table.addEventListener('keydown', (event) => {
    if (!event.target.closest('td') || event.isComposing || event.altKey) return;
    const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
    if (step && event.target.tagName === 'INPUT' && event.target.type !== 'checkbox') {
      const { row, column } = place(event.target);
      event.preventDefault();
      const next = at(row + (event.key === 'Enter' && event.shiftKey ? -1 : step), column);
      if (next) {
        next.focus();
        if (next.select) next.select();
      }
    }
    if (event.key === 'z' && (event.ctrlKey || event.metaKey) && done.length) {
      event.preventDefault();
      done.pop().forEach(([element, text]) => write(element, text));
      said.textContent = '已撤销粘贴';
    }
  });

  table.addEventListener('paste', (event) => {
    const text = (event.clipboardData.getData('text/plain') || '').replace(/\r?\n$/, '');
    if (!/[\t\n]/.test(text) || !event.target.closest('td')) return;
    event.preventDefault();
    const { row, column } = place(event.target);
    const before = [];
    let lost = 0;
    text.split(/\r?\n/).forEach((line, down) => line.split('\t').forEach((value, right) => {
      const element = at(row + down, column + right);
      const old = element && element.value;
      if (element && write(element, value.trim())) before.push([element, old]);
      else if (value.trim()) lost += 1;
    }));
    done.push(before);
    said.textContent = `粘贴了 ${before.length} 格${lost ? `，${lost} 格没有地方放或不是可选的内容` : ''}，Ctrl+Z 撤销`;
  });
})();
