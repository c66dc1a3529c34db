// While an import runs: its figures, every second; when it has got somewhere, the page anew.
(() => {
  const running = document.getElementById('running');
  const figures = document.getElementById('figures');
  const token = document.querySelector('meta[name="csrf"]');
  if (!running || !figures || !token) return;
  const bar = running.querySelector('progress');
  const ask = async () => {
    const answer = await fetch(`/api/students/imports/${running.dataset.import}`, {
      credentials: 'same-origin',
      headers: { 'X-CSRF-TOKEN': token.content },
    });
    if (!answer.ok) return;
    const at = await answer.json();
    if (!at.running) {
      location.reload();
      return;
    }
    if (at.state === 'READING' && at.done > 0) {
      bar.max = Math.max(at.all, at.done);
      bar.value = at.done;
      figures.textContent = `${at.done} / ${Math.max(at.all, at.done)} 行`;
    }
  };
  setInterval(() => ask().catch(() => {}), 1000);
})();
