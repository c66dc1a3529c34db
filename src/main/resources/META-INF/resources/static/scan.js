// While a pile is read its page looks again every two seconds; without scripts the server's header has it do so.
if (document.getElementById('reading')) setTimeout(() => location.reload(), 2000);
