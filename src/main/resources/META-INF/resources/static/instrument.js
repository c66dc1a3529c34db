// 打印: posts that it is printed, lets the PDF load into a frame of its own and asks the browser to print it. Without this
// script the button opens the PDF in a tab.
const print = document.getElementById('print');
if (print) {
  print.addEventListener('submit', () => {
    if (!navigator.pdfViewerEnabled) return;
    const frame = document.createElement('iframe');
    frame.className = 'unseen';
    frame.title = '打印';
    frame.name = 'printing';
    frame.tabIndex = -1;
    document.querySelectorAll('iframe.unseen').forEach((old) => old.remove());
    document.body.append(frame);
    frame.addEventListener('load', () => {
      if (frame.contentWindow.location.href === 'about:blank') return;
      try {
        frame.contentWindow.focus();
        frame.contentWindow.print();
      } catch {
        if (print.dataset.pdf) open(print.dataset.pdf, '_blank', 'noopener');
      }
    });
    print.target = 'printing';
  });
}
