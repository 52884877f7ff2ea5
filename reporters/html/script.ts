/** The script of the HTML report: adds filter, search and copy buttons to a page that is complete without it. */

/** Plain browser code; it reads the page and writes nothing but visibility and its own buttons. */
export const script = `
(() => {
  const toolbar = document.getElementById('toolbar');
  const search = document.getElementById('search');
  const api = document.getElementById('api');
  const shown = document.getElementById('shown');
  const nothing = document.getElementById('nothing');
  const sections = [...document.querySelectorAll('.api-rows')];
  const rows = sections.flatMap((section) => [...section.querySelectorAll('details.row')].map((row) => ({ row, section })));
  const texts = new Map();
  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };
  const filter = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const outcomes = [...toolbar.querySelectorAll('[name=outcome]:checked')].map((box) => box.value);
    let count = 0;
    for (const { row, section } of rows) {
      const fits = (api.value === '' || section.dataset.api === api.value)
        && (outcomes.length === 0 || outcomes.includes(row.dataset.outcome))
        && words.every((word) => textOf(row).includes(word));
      row.hidden = !fits;
      if (fits) count += 1;
    }
    for (const section of sections) section.hidden = !section.querySelector('details.row:not([hidden])');
    nothing.hidden = count > 0;
    shown.value = count + ' of ' + rows.length + ' shown';
  };
  toolbar.hidden = false;
  toolbar.addEventListener('input', filter);
  toolbar.addEventListener('submit', (event) => event.preventDefault());
  toolbar.addEventListener('reset', () => setTimeout(filter));
  document.getElementById('open-all').addEventListener('click', (event) => {
    const all = rows.map(({ row }) => row).filter((row) => !row.hidden);
    const open = all.some((row) => !row.open);
    for (const row of all) row.open = open;
    event.target.textContent = open ? 'Close all shown' : 'Open all shown';
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    event.preventDefault();
    search.focus();
  });
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const row = target && target.closest('details.row');
    if (!row) return;
    if (row.hidden) toolbar.reset();
    row.hidden = false;
    row.open = true;
    if (row.parentElement.hidden) row.parentElement.hidden = false;
    row.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
  };
  for (const box of document.querySelectorAll('.copyable')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', 'Copy ' + box.dataset.label);
    button.addEventListener('click', async () => {
      await copy(box.querySelector('code').textContent);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
    const frame = document.createElement('div');
    frame.className = 'copy-frame';
    box.replaceWith(frame);
    frame.append(box, button);
  }
  filter();
})();
`;
