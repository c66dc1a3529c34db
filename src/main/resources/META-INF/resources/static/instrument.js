// 打印: loads the PDF into a frame of its own and asks the browser to print it. Without this script the link opens the PDF.
const print = document.getElementById('print');
if (print) {
  print.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !navigator.pdfViewerEnabled) return;
    event.preventDefault();
    const frame = document.createElement('iframe');
    frame.className = 'unseen';
    frame.title = '打印';
    frame.tabIndex = -1;
    frame.src = print.href;
    frame.addEventListener('load', () => {
      try {
        frame.contentWindow.focus();
        frame.contentWindow.print();
      } catch {
        open(print.href, '_blank', 'noopener');
      }
    });
    document.querySelectorAll('iframe.unseen').forEach((old) => old.remove());
    document.body.append(frame);
  });
}
