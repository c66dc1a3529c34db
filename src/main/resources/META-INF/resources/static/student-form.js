// A whole resident ID (GB 11643) fills in the birth date and the sex that it contains, where these are empty or came from an
// ID before. Everything works without this script.
(() => {
  const id = document.getElementById('nationalId');
  const bornOn = document.getElementById('bornOn');
  if (!id || !bornOn) return;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sexes = [...document.querySelectorAll('input[name=sex]')];
  let filled = { bornOn: '', sex: '' };

  id.addEventListener('input', () => {
    const text = id.value.normalize('NFKC').replace(/\s/g, '').toUpperCase();
    if (!/^[1-9]\d{16}[\dX]$/.test(text)) return;
    const sum = weights.reduce((all, weight, i) => all + weight * Number(text[i]), 0);
    if ('10X98765432'[sum % 11] !== text[17]) return;
    const date = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
    const sex = Number(text[16]) % 2 ? '男' : '女';
    const chosen = sexes.find((box) => box.checked);
    if (!bornOn.value || bornOn.value === filled.bornOn) bornOn.value = date;
    if (!chosen || chosen.value === filled.sex) sexes.find((box) => box.value === sex).checked = true;
    filled = { bornOn: date, sex };
  });
})();
