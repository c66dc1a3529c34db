// Ticks all rows of the page and says how many are ticked; prints a page that has a button for it. The pages work without it.
(() => {
  const form = document.getElementById('shelving');
  const all = document.getElementById('all');
  const print = document.getElementById('print');
  if (print) {
    print.hidden = false;
    print.addEventListener('click', () => window.print());
  }
  if (!form || !all) return;
  const said = document.getElementById('chosen');
  const words = said.textContent;
  const boxes = [...form.querySelectorAll('input[name=instrument]')];
  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
    said.textContent = chosen ? `已选 ${chosen} 份` : words;
  };
  all.hidden = false;
  all.addEventListener('change', () => boxes.forEach((box) => { box.checked = all.checked; }));
  form.addEventListener('change', count);
  addEventListener('pageshow', count);
  count();
})();
