import { clockTime, count, currentLanguage, list, locale, money, named, span, speak, t } from '/texts.js';

const TILES = ['leadsRegistered', 'walkIns', 'calls', 'leadsTestDriven', 'orders', 'vehiclesDelivered', 'shopVisits', 'repairRevenue', 'followUpsOverdue', 'complaintsOpened'];
const COLUMNS = ['leadsRegistered', 'walkIns', 'calls', 'leadsTestDriven', 'orders', 'vehiclesDelivered', 'shopVisits', 'repairRevenue', 'complaintsOpened'];
const RATIOS = ['retention-rate', 'call-share', 'first-response-on-time', 'follow-up-on-time', 'handover-on-time', 'repair-gross-margin', 'complaint-response-on-time'];
const OVERDUE = 'follow-up-overdue';
const WORDS = ['store', 'region', 'brand'];
const MOST_REMINDERS = 50;
const DEFAULT_ZONE = 'Asia/Shanghai';

const $ = (id) => document.getElementById(id);
const state = {
  stores: new Map(), rows: new Map(), values: new Map(), reminders: [], fresh: new Set(), changed: new Set(),
  sort: { column: 'store', descending: false }, link: 'connecting', updated: null, person: '', failing: new Set(), settled: false,
};

/** An element with a class and text. Text only: nothing that comes from the network is ever read as HTML. */
function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

const zoneOf = (storeId) => state.stores.get(storeId)?.zone ?? DEFAULT_ZONE;
const dayIn = (zone) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());

/** The counters of a store's own business day, or none yet. */
function totals(storeId) {
  const row = state.rows.get(storeId);
  return row && row.period === dayIn(zoneOf(storeId)) ? row.totals : {};
}

function groupTotal(counter) {
  if (counter === 'followUpsOverdue') return state.values.get(OVERDUE)?.value ?? null;
  let sum = 0;
  for (const storeId of state.rows.keys()) sum += totals(storeId)[counter] ?? 0;
  return sum;
}

const figure = (counter, value) => (value === null ? ['–', ''] : counter === 'repairRevenue' ? money(value) : [count(value), '']);

function showTiles() {
  for (const counter of TILES) {
    let tile = $('tile-' + counter);
    if (!tile) {
      tile = element('div', 'tile');
      tile.id = 'tile-' + counter;
      tile.append(element('dt'), element('dd'));
      $('tiles').append(tile);
    }
    const value = groupTotal(counter);
    const [number, unit] = figure(counter, value);
    const shown = number + unit;
    const moved = tile.dataset.value !== undefined && tile.dataset.value !== String(value);
    tile.firstChild.textContent = named('counters', counter);
    if (tile.lastChild.textContent !== shown) {
      tile.lastChild.textContent = number;
      if (unit) tile.lastChild.append(element('small', '', unit));
    }
    tile.dataset.value = String(value);
    tile.classList.toggle('alarm', counter === 'followUpsOverdue' && value > 0);
    if (moved && state.settled) highlight(tile);
  }
}

function showRatios() {
  const known = RATIOS.filter((code) => typeof state.values.get(code)?.value === 'number');
  $('ratios').hidden = known.length === 0;
  $('ratios').replaceChildren(...known.map((code) => {
    const pair = element('div');
    const value = new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(state.values.get(code).value);
    pair.append(element('dt', '', named('ratios', code)), element('dd', '', value + '%'));
    return pair;
  }));
}

const words = (store) => ({ store: store.name, region: store.regionName, brand: store.brandName });

function sortedStores() {
  const { column, descending } = state.sort;
  const value = (store) => (WORDS.includes(column) ? words(store)[column] : totals(store.storeId)[column] ?? 0);
  const order = (a, b) => (WORDS.includes(column) ? value(a).localeCompare(value(b), locale()) : value(a) - value(b));
  return [...state.stores.values()].sort((a, b) => (descending ? order(b, a) : order(a, b)));
}

function showStores() {
  $('stores-head').replaceChildren(...[...WORDS, ...COLUMNS].map((column) => {
    const head = element('th', WORDS.includes(column) ? 'word' : '');
    head.scope = 'col';
    const button = element('button', '', WORDS.includes(column) ? t(column) : named('counters', column));
    button.type = 'button';
    button.dataset.sort = column;
    if (state.sort.column === column) head.setAttribute('aria-sort', state.sort.descending ? 'descending' : 'ascending');
    head.append(button);
    return head;
  }));
  $('stores').replaceChildren(...sortedStores().map((store) => {
    const line = element('tr');
    for (const word of Object.values(words(store))) line.append(element('td', 'word', word));
    for (const counter of COLUMNS) {
      const value = totals(store.storeId)[counter] ?? 0;
      line.append(element('td', value === 0 ? 'zero' : '', figure(counter, value).join('')));
    }
    if (state.changed.has(store.storeId)) highlight(line);
    return line;
  }));
  state.changed.clear();
  $('stores-empty').hidden = state.stores.size > 0;
}

function showReminders() {
  $('reminders').replaceChildren(...state.reminders.map((reminder) => {
    const item = element('li', state.fresh.has(reminder.id) ? 'fresh' : '');
    const digest = reminder.rungs !== undefined;
    const overdue = new Date(reminder.firedAt) - new Date(digest ? reminder.firstRungAt : reminder.dueAt);
    const ahead = overdue < -30000;
    const lateness = Math.abs(overdue) <= 30000 ? t('onTime') : t(ahead ? 'ahead' : 'late', span(overdue));
    item.append(element('span', ahead ? 'lateness ahead' : 'lateness', lateness));
    const about = digest ? list(reminder.rungs.map(({ kind, count }) => `${named('kinds', kind)} × ${count}`)) : named('kinds', reminder.kind);
    item.append(element('b', '', about), element('span', '', state.stores.get(reminder.storeId)?.name ?? reminder.storeId));
    const audience = [...(reminder.ownerId ? [t('owner')] : []), ...reminder.audience.map((role) => named('roles', role))];
    item.append(element('p', '', `${clockTime(new Date(reminder.firedAt), zoneOf(reminder.storeId))} → ${list(audience)}`));
    return item;
  }));
  state.fresh.clear();
  $('reminders-empty').hidden = state.reminders.length > 0;
}

function showFrame() {
  document.documentElement.lang = currentLanguage();
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = t(node.dataset.text);
  for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', button.dataset.language === currentLanguage());
  $('person').textContent = state.person;
  $('live').dataset.state = state.link;
  $('live').querySelector('span').textContent = t(state.link);
  const day = dayIn(DEFAULT_ZONE);
  $('day').dateTime = day;
  $('day').textContent = new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeZone: DEFAULT_ZONE }).format(new Date());
  $('updated').textContent = state.updated ? `${t('updated')} ${clockTime(state.updated, DEFAULT_ZONE)}` : '';
  $('notice').hidden = state.failing.size === 0;
  $('notice').textContent = t('failed');
}

function highlight(node) {
  node.classList.add('changed');
  setTimeout(() => node.classList.remove('changed'), 60);
}

let planned = false;
/** Redraws once per frame however many events arrive. */
function show() {
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => {
    planned = false;
    showFrame();
    showTiles();
    showRatios();
    showStores();
  });
}

/** Reads an answer; what cannot be read is shown as such and tried again. */
async function read(address, use) {
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    if (answer.status === 401) {
      location.assign('/login');
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    use(await answer.json());
    state.failing.delete(address);
  } catch {
    state.failing.add(address);
    setTimeout(() => read(address, use), 5000);
  }
  show();
}

function takeRow(row) {
  const known = state.rows.get(row.storeId);
  if (known && known.period > row.period) return;
  state.rows.set(row.storeId, row);
  state.changed.add(row.storeId);
  state.updated = new Date();
  if (!state.stores.has(row.storeId)) loadStoresSoon();
}

function takeReminder(reminder) {
  if (state.reminders.some((known) => known.id === reminder.id)) return;
  state.reminders = [reminder, ...state.reminders].sort((a, b) => b.firedAt.localeCompare(a.firedAt)).slice(0, MOST_REMINDERS);
}

/** Runs an act some time after it was first asked for, once for all askings in between. */
function debounced(act, pause) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => { waiting = false; act(); }, pause);
  };
}

const loadStores = () => read('/api/registry/stores', ({ stores }) => {
  state.stores = new Map(stores.map((store) => [store.storeId, store]));
  showReminders();
});
const loadValues = () => read(
  `/api/kpis/values?scope=group&period=${dayIn(DEFAULT_ZONE)}&kpi=${[OVERDUE, ...RATIOS].join(',')}`,
  ({ values }) => { state.values = new Map(values.map((value) => [value.kpi, value])); });
const loadReminders = () => {
  // Many at once are told by their digest.
  read('/api/reminders?limit=20', ({ reminders }) => { reminders.filter(({ digestId }) => !digestId).forEach(takeReminder); showReminders(); });
  read('/api/reminders/digests?limit=20', ({ items }) => { items.forEach(takeReminder); showReminders(); });
};
const loadStoresSoon = debounced(loadStores, 5000);
const loadValuesSoon = debounced(loadValues, 2000);

function follow() {
  const stream = new EventSource('/api/stream');
  const on = (name, act) => stream.addEventListener(name, ({ data }) => { act(JSON.parse(data)); show(); });
  stream.onopen = () => { state.link = 'live'; show(); };
  stream.onerror = () => {
    state.link = 'lost';
    show();
    if (stream.readyState === EventSource.CLOSED) {
      // The browser has given up, as after an error answer: ask who we are, then try anew.
      read('/api/me', () => {});
      setTimeout(follow, 5000);
    }
  };
  on('snapshot', ({ rows }) => { rows.forEach(takeRow); state.changed.clear(); setTimeout(() => { state.settled = true; }, 500); loadValuesSoon(); });
  on('kpi-row', (row) => { takeRow(row); loadValuesSoon(); });
  for (const name of ['reminder', 'reminder-digest']) {
    on(name, (reminder) => {
      state.fresh.add(reminder.id);
      takeReminder(reminder);
      showReminders();
      loadValuesSoon();
    });
  }
}

document.addEventListener('click', ({ target }) => {
  const { language, sort } = target.dataset;
  if (language) {
    speak(language);
    show();
    showReminders();
  }
  if (sort) {
    const same = state.sort.column === sort;
    state.sort = { column: sort, descending: same ? !state.sort.descending : !WORDS.includes(sort) };
    show();
  }
});

$('sign-out').addEventListener('click', async () => {
  const token = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1] ?? '';
  await fetch('/logout', { method: 'POST', headers: { 'X-XSRF-TOKEN': decodeURIComponent(token) } });
  location.assign('/login');
});

// Days end, also while nothing happens.
setInterval(show, 30000);
read('/api/me', (me) => { state.person = me.name; });
loadStores();
loadValues();
loadReminders();
show();
follow();
