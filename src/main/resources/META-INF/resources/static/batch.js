// The figures of a running batch as they change; when it has ended the page shows what came of it.
(() => {
  const progress = document.getElementById('progress');
  const batch = progress && progress.dataset.batch;
  if (!batch || !window.EventSource) return;
  const source = new EventSource(`/batches/${batch}/events`);
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
  });
  source.addEventListener('progress', (event) => {
    const now = JSON.parse(event.data);
    if (now.state !== 'RUNNING') {
      source.close();
      location.reload();
      return;
    }
    progress.querySelector('progress').value = now.done;
    const left = now.secondsLeft ? `，还要约 ${Math.ceil(now.secondsLeft / 60)} 分钟` : '';
    const failed = now.failed.length ? `，${now.failed.length} 份没有签发成` : '';
    document.getElementById('figures').textContent = `${now.done} / ${now.total} 份${failed}${left}`;
  });
})();
