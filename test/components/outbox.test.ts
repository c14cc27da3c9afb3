import { html } from 'lit';
import { expect, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { defineAll } from '../support/define-all.ts';
import { entriesOf } from '../../src/components/outbox/entries.ts';
import { type Tab, sizeOf } from '../../src/components/outbox/sizes.ts';
import { LOCALES } from '../../src/messages/locales.ts';
import type { OutboxState } from '../../src/outbox/types.ts';
import { NO_CACHE, type ParkedState } from '../../src/session/state/device-state.ts';
import type { InventarState } from '../../src/session/state/session-state.ts';
import { FakeSession } from '../support/fake-session.ts';
import { BOXES, alternative, identity, item, list, location, row } from '../support/fixtures.ts';
import { doubtful, sending } from '../outbox/records.ts';
import { asking, discarded, done, outbox, record } from '../support/outbox-fixtures.ts';
import { find } from '../support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isUsable } from '../support/usable.ts';

defineAll();

interface Shown {
  readonly element: HTMLElement;
  readonly session: FakeSession;
}

async function show(
  state: Partial<InventarState>,
  attributes: { locale?: string; width?: number } = {},
): Promise<Shown> {
  const { locale = 'en', width = 360 } = attributes;
  const session = new FakeSession(state);
  const element = await fixture<HTMLElement>(html`
    <wms-inventar-session .session=${session} locale=${locale}>
      <wms-inventar-outbox style=${`block-size:600px;inline-size:${width}px`}></wms-inventar-outbox>
    </wms-inventar-session>
  `);
  await waitUntil(() => find(element, '.tab') !== null, 'the tabs are shown');
  return { element, session };
}

function get(element: HTMLElement, selector: string): HTMLElement {
  const found = find(element, selector);
  if (found === null) throw new Error(`${selector} is not there`);
  return found;
}

function panel(element: HTMLElement): string {
  return get(element, '#panel')
    .textContent.replace(/[\u2066\u2069]/g, '')
    .replace(/\s+/g, ' ');
}

async function entriesShown(element: HTMLElement): Promise<void> {
  await waitUntil(() => find(element, '.entry') !== null, 'an entry is shown');
}

const CHANGED = asking({ kind: 'changed', row: row(), maybeApplied: false }, record());

function parkedCode(meaning: ParkedState['meaning'], isItem = true): ParkedState {
  const candidates = isItem ? [{ raw: '5901234123457' }] : [{ location: { warehouse: '01', code: 'X' } }];
  const read = { id: meaning, text: '5901234123457', typed: false, broken: false, candidates };
  return { id: meaning, listId: '1', read, location: location(), quantityText: '4', parkedAt: 0, meaning };
}

const STATES: Readonly<Record<string, Partial<InventarState>>> = {
  'nothing at all': { outbox: outbox() },
  'counts for other hosts, and storage the browser may clear': {
    outbox: outbox({
      persisted: false,
      elsewhere: [
        { host: 'https://erp.example/a-rather-long-address-of-a-host/api', tenant: '', unsent: 3 },
        { host: 'https://old.example/api', tenant: 'north', unsent: 1 },
      ],
    }),
  },
  'a row changed meanwhile': { outbox: outbox({ attention: [CHANGED] }) },
  'a row changed meanwhile, an earlier attempt in doubt': {
    outbox: outbox({
      attention: [asking({ kind: 'changed', row: row(), maybeApplied: true }, record())],
    }),
  },
  'a row that is gone': {
    outbox: outbox({
      attention: [asking({ kind: 'changed', row: null, maybeApplied: false }, record())],
    }),
  },
  'a host without keys that gave no answer': {
    outbox: outbox({
      attention: [asking({ kind: 'uncertain', row: row(), maybeApplied: true }, record())],
    }),
  },
  'refused, forbidden and rejected': {
    outbox: outbox({
      attention: [
        asking({ kind: 'refused', refusal: 'unknown-lot' }, record()),
        asking({ kind: 'forbidden' }, record()),
        asking({ kind: 'rejected', status: 418, title: '<b>teapot</b>' }, record()),
      ],
    }),
  },
  'a closed list': {
    outbox: outbox({
      blockedLists: ['1'],
      attention: [asking({ kind: 'list-closed' }, record())],
    }),
    search: { ...new FakeSession().state$.value.search, lists: [list(), list({ id: '2', row: 2 })] },
  },
  'unreadable records and parked codes': {
    outbox: outbox({ quarantined: [{ id: 'x', why: 'newer', raw: '{"v":9}' }] }),
    parked: (['unasked', 'known', 'unknown'] as const).map(each => parkedCode(each)),
  },
  'waiting, sending and without an answer, offline': {
    outbox: outbox({
      waiting: [record()],
      sending: [sending({ id: 'on its way' })],
      unknown: [doubtful({ id: 'in doubt' }, { attempts: 2 })],
      pause: { kind: 'offline', until: Date.parse('2026-11-22T09:00:00Z') },
    }),
    cache: { ...NO_CACHE, status: 'ready', items: { loaded: 310, complete: true }, asOf: 0 },
  },
  'signed out': { outbox: outbox({ waiting: [record()], pause: { kind: 'signed-out' } }) },
  'another user': { outbox: outbox({ waiting: [record()], pause: { kind: 'other-user' } }) },
  'sent, superseded, taken back and discarded': {
    outbox: outbox({
      done: [record({ fate: done(row(), 4) })],
      superseded: [record({ fate: { kind: 'superseded', by: 'later', at: 3 } })],
      discarded: [
        record({ fate: discarded({ kind: 'withdrawn', reason: '', by: 'ana', at: 2 }) }),
        record({ fate: discarded({ reason: 'broken', by: 'ana', at: 1 }) }),
      ],
    }),
  },
  'a browser that keeps nothing, a command that failed': {
    outbox: outbox({ storage: 'none' }),
    outboxProblem: { id: null, kind: 'in-flight' },
  },
};

describe('A code that nobody could look up', () => {
  it('shows a code that waits to be looked up, with what was counted of it', async () => {
    const { element } = await show({ parked: [parkedCode('unasked')] });
    await waitUntil(() => find(element, '.entry') !== null, 'it is shown');
    const entries = [...get(element, '#panel').querySelectorAll('.entry')].map(each => each.textContent);
    expect(entries).to.have.length(1);
    for (const part of ['4', 'A-01-02', 'Not looked up yet']) expect(entries[0]).to.contain(part);
  });

  const answers = async (parked: ParkedState) => {
    const { element, session } = await show({ parked: [parked] });
    await entriesShown(element);
    return {
      session,
      texts: [...get(element, '#panel').querySelectorAll('.answers .button')].map(each => each.textContent.trim()),
      element,
    };
  };

  it('can be named where it may be an item and the host does not know it either', async () => {
    const { session, texts, element } = await answers(parkedCode('unknown'));
    expect(texts).to.deep.equal(['Name the item', 'Discard']);
    find(element, '.answers .button')?.click();
    expect(session.actions.at(-1)).to.deep.equal({ type: 'finish-parked', id: 'unknown' });
  });

  it('is finished where the host knows it', async () => {
    expect((await answers(parkedCode('known'))).texts).to.deep.equal(['Finish', 'Discard']);
  });

  it('can only be discarded where it was a location', async () => {
    expect((await answers(parkedCode('unknown', false))).texts).to.deep.equal(['Discard']);
  });
});

describe('Every state of the outbox', () => {
  for (const [name, state] of Object.entries(STATES)) {
    for (const theme of ['light', 'dark']) {
      it(`${name}, ${theme}: is accessible`, async () => {
        const { element } = await show(state);
        element.setAttribute('theme', theme);
        await isUsable(element);
      });
    }
    for (const locale of Object.keys(LOCALES)) {
      it(`${name}, ${locale}: fits 240 pixels`, async () => {
        const { element } = await show(state, { locale, width: 240 });
        const scroll = get(element, '.scroll');
        expect(scroll.scrollWidth).to.be.at.most(scroll.clientWidth);
      });
    }
  }
});

describe('The outbox', () => {
  it('shows first what needs a person, else what waits, else what was sent', async () => {
    const { element, session } = await show({ outbox: outbox({ done: [record({ fate: done(null, 1) })] }) });
    const selected = () => get(element, '[aria-selected=true]').id;
    expect(selected()).to.equal('tab-sent');
    session.set({ outbox: outbox({ waiting: [record()] }) });
    await waitUntil(() => selected() === 'tab-waiting');
    session.set({ outbox: outbox({ waiting: [record()], attention: [CHANGED] }) });
    await waitUntil(() => selected() === 'tab-decide');
  });

  it('asks Add or Replace again with what each leads to, in the unit that was entered', async () => {
    const boxes = item({ alternativeUnits: [alternative()] });
    const inBoxes = row({ quantity: '24', alternativeUnit: BOXES, alternativeQuantity: '2' });
    const counted = record({
      request: { entry: { quantity: '3', unit: 'cutii' } },
      decidedOn: { item: { item: boxes, variant: null } },
    });
    const asked = asking({ kind: 'changed', row: inBoxes, maybeApplied: false }, counted);
    const { element, session } = await show({ outbox: outbox({ attention: [asked] }) });
    await entriesShown(element);
    expect(get(element, '[data-mode=add]').textContent).to.contain('5 cutii');
    expect(get(element, '[data-mode=replace]').textContent).to.contain('3 cutii');
    get(element, '[data-mode=add]').click();
    expect(session.actions).to.deep.equal([{ type: 'outbox-resolve', id: asked.id, answer: 'add' }]);
  });

  it('offers no Add for a serial number, which is there once or not at all', async () => {
    const reason = { kind: 'changed', row: row({ serial: 'S1' }), maybeApplied: false } as const;
    const asked = asking(reason, record({ request: { identity: identity({ serial: 'S1' }) } }));
    const { element } = await show({ outbox: outbox({ attention: [asked] }) });
    await entriesShown(element);
    expect(find(element, '[data-mode=add]')).to.equal(null);
    expect(find(element, '[data-mode=replace]')).not.to.equal(null);
  });

  it('says what the host shows and what was counted where no answer came, and takes "contained" for an answer', async () => {
    const reason = { kind: 'uncertain', row: row({ quantity: '17' }), maybeApplied: true } as const;
    const asked = asking(reason, record());
    const { element, session } = await show({ outbox: outbox({ attention: [asked] }) });
    await entriesShown(element);
    expect(panel(element)).to.contain('The host shows 17 buc, you counted 5 buc');
    const contained = [...get(element, '.answers').querySelectorAll('button')].at(-1);
    contained?.click();
    expect(session.actions).to.deep.equal([{ type: 'outbox-resolve', id: asked.id, answer: 'already-counted' }]);
  });

  it('discards in two steps, and only with a reason', async () => {
    const { element, session } = await show({ outbox: outbox({ attention: [CHANGED] }) });
    await entriesShown(element);
    get(element, '.discard').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find(element, '#reason:focus') !== null, 'the reason has the focus');
    await sendKeys({ press: 'Enter' });
    expect(session.actions).to.deep.equal([]);
    await sendKeys({ type: 'counted twice' });
    await sendKeys({ press: 'Enter' });
    expect(session.actions).to.deep.equal([{ type: 'outbox-discard', id: CHANGED.id, reason: 'counted twice' }]);
  });

  it('moves the counts of a closed list to one that is open, never to itself', async () => {
    const { element, session } = await show({
      outbox: outbox({ blockedLists: ['1'] }),
      search: {
        ...new FakeSession().state$.value.search,
        lists: [list(), list({ id: '2', row: 2 }), list({ id: '3', closingDate: '2026-11-20' })],
      },
    });
    await entriesShown(element);
    const select = get(element, 'select[name=to]');
    if (!(select instanceof HTMLSelectElement)) throw new Error('no select');
    expect([...select.options].map(option => option.value)).to.deep.equal(['', '2']);
    select.value = '2';
    get(element, '.move button').click();
    expect(session.actions).to.deep.equal([{ type: 'outbox-reassign', listId: '1', toListId: '2' }]);
  });

  it('keeps what a host wrote as text, whatever it looks like', async () => {
    const reason = { kind: 'rejected', status: 418, title: '<img src=x onerror=alert(1)>' } as const;
    const { element } = await show({ outbox: outbox({ attention: [asking(reason, record())] }) });
    await entriesShown(element);
    expect(panel(element)).to.contain('<img src=x');
    expect(find(element, 'img')).to.equal(null);
  });

  it('is walked with the keys: arrows change the tab, in a right-to-left page the other way', async () => {
    const { element } = await show({ outbox: outbox({ attention: [CHANGED] }) });
    get(element, '#tab-decide').focus();
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => find(element, '#tab-waiting:focus') !== null);
    element.setAttribute('dir', 'rtl');
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => find(element, '#tab-decide:focus') !== null);
  });

  it('has few of 10,000 counts in the document, and reaches the last', async () => {
    const waiting = Array.from({ length: 10_000 }, () => record());
    const { element } = await show({ outbox: outbox({ waiting }) });
    await entriesShown(element);
    expect(get(element, '#panel').querySelectorAll('.entry').length).to.be.below(40);
    const first = waiting[0]?.seq ?? 0;
    waiting[9999] = record({ seq: first + 20_000, request: { identity: identity({ location: 'LAST' }) } });
    const scroll = get(element, '.scroll');
    await waitUntil(() => {
      scroll.scrollTo({ top: scroll.scrollHeight });
      return [...scroll.querySelectorAll('.entry')].at(-1)?.getAttribute('aria-posinset') === '10000';
    }, 'the last is shown');
  });

  it('saves an export as a file, says so, and tells that it was taken', async () => {
    const { element, session } = await show({ outbox: outbox() });
    const names: string[] = [];
    const onClick = (event: Event) => {
      if (event.target instanceof HTMLAnchorElement) names.push(event.target.download);
      event.preventDefault();
    };
    document.addEventListener('click', onClick, { once: true });
    session.set({ exported: { fileName: 'counts.json', json: '{}' } });
    await waitUntil(() => names.length === 1);
    expect(names).to.deep.equal(['counts.json']);
    expect(session.actions).to.deep.equal([{ type: 'export-taken' }]);
    await waitUntil(() => get(element, 'footer').textContent.includes('counts.json'));
  });
});

async function badge(state: OutboxState, parked: readonly ParkedState[] = []): Promise<HTMLElement> {
  const session = new FakeSession({ outbox: state, parked });
  const element = await fixture<HTMLElement>(html`
    <wms-inventar-session .session=${session} locale="en">
      <wms-inventar-outbox-badge></wms-inventar-outbox-badge>
    </wms-inventar-session>
  `);
  await waitUntil(() => find(element, '.badge') !== null, 'the badge is shown');
  return element;
}

describe('What stands where in the outbox', () => {
  it('has a code that the host was not asked about among what waits, and one with an answer among what is to decide', () => {
    const shown = {
      outbox: outbox(),
      parked: (['unknown', 'unasked', 'known'] as const).map(each => parkedCode(each)),
    };
    const keys = (tab: Tab) => entriesOf(shown, tab).map(({ key }) => key);
    expect(keys('decide')).to.deep.equal(['parked known', 'parked unknown']);
    expect(keys('waiting')).to.deep.equal(['parked unasked']);
    expect([sizeOf(shown, 'decide'), sizeOf(shown, 'waiting')]).to.deep.equal([2, 1]);
  });
});

describe('What was discarded', () => {
  it('is said with where its copy stays, and taken back by one press', async () => {
    const { element, session } = await show({
      outbox: outbox({ attention: [CHANGED] }),
      discards: [['a'], ['b', 'c']],
    });
    await entriesShown(element);
    const told = get(element, '[data-discarded]');
    expect(told.textContent).to.contain('2 counts discarded').and.contain('A copy stays under “Sent”');
    told.querySelector('button')?.click();
    expect(session.actions).to.deep.equal([{ type: 'outbox-restore' }]);
  });

  it('is not asked for without saying that a copy stays', async () => {
    const { element } = await show({ outbox: outbox({ attention: [CHANGED] }) });
    await entriesShown(element);
    expect(find(element, '[data-discarded]')).to.equal(null);
    get(element, '.discard').click();
    await waitUntil(() => find(element, '#reason') !== null, 'it asks why');
    expect(get(element, '.reason').textContent).to.contain('A copy stays under “Sent”');
  });
});

describe('The outbox while the storage can’t be written', () => {
  const told = async (pause: OutboxState['pause']) => {
    const { element } = await show({ outbox: outbox({ waiting: [record()], pause }) });
    await entriesShown(element);
    const alert = get(element, '.alert.decide');
    return { text: alert.textContent, buttons: alert.querySelectorAll('button').length };
  };

  it('says why, and what becomes of the counts, where it goes on sending', async () => {
    const full = await told({ kind: 'storage', until: null, why: 'full' });
    expect(full.text).to.contain('The disk is full: free some space').and.not.contain('Next try');
    const silent = await told({ kind: 'storage', until: null, why: 'silent' });
    expect(silent.text).to.contain('close other tabs').and.contain('What is saved stays saved');
    expect([full.buttons, silent.buttons], 'nothing waits for a time').to.deep.equal([0, 0]);
  });

  it('says when it tries again where it waits', async () => {
    const { text, buttons } = await told({ kind: 'storage', until: 0, why: 'full' });
    expect(text).to.contain('The disk is full').and.contain('Next try at');
    expect(buttons).to.equal(1);
  });
});

describe('The badge of the outbox', () => {
  const label = (element: HTMLElement) => get(element, '.badge').textContent;

  it('says that all is sent, how many wait, and how many need a person', async () => {
    expect(label(await badge(outbox()))).to.contain('All counts are at the host.');
    expect(label(await badge(outbox({ waiting: [record(), record()] })))).to.contain('2 counts on the way');
    const unasked = await badge(outbox({ waiting: [record()] }), [parkedCode('unasked')]);
    expect(label(unasked)).to.contain('1 count on the way to the host. 1 code to be looked up.');
    expect(get(unasked, '.badge').classList.contains('wait')).to.equal(true);
    expect(label(await badge(outbox(), [parkedCode('unknown')]))).to.contain('1 to decide');
    const both = await badge(outbox({ waiting: [record()], attention: [CHANGED] }));
    expect(label(both)).to.contain('1 to decide. 1 count on the way');
    expect(get(both, '.badge').textContent).to.contain('1');
  });

  it('says that the host does not answer while counts wait for it', async () => {
    const element = await badge(outbox({ waiting: [record()], pause: { kind: 'offline', until: 0 } }));
    expect(label(element)).to.contain('The host does not answer.');
  });

  for (const [pause, words] of [
    [{ kind: 'host-error', until: 0 }, 'The host reports an error.'],
    [{ kind: 'asked-to-wait', until: 0 }, 'The host asked to wait.'],
    [{ kind: 'storage', until: 0 }, 'This device does not store just now.'],
    [{ kind: 'signed-out' }, 'Sign in to send.'],
    [{ kind: 'other-user' }, 'Somebody else is signed in.'],
  ] as const) {
    it(`says why counts wait where that is not a host that does not answer: ${pause.kind}`, async () => {
      const said = label(await badge(outbox({ waiting: [record()], pause })));
      expect(said).to.contain(words).and.not.contain('does not answer');
      expect(label(await badge(outbox({ pause }))))
        .to.contain('All counts are at the host')
        .and.not.contain(words);
    });
  }

  for (const theme of ['light', 'dark']) {
    it(`is accessible and large enough for a glove, ${theme}`, async () => {
      for (const state of [outbox(), outbox({ waiting: [record()] }), outbox({ attention: [CHANGED] })]) {
        const element = await badge(state);
        element.setAttribute('theme', theme);
        await isUsable(element);
        const { width, height } = get(element, '.badge').getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(48);
      }
    });
  }
});

describe('Counts that were refused for one reason', () => {
  const rejected = { kind: 'rejected', status: 404, title: null } as const;
  const three = [1, 2, 3].map(n => asking(rejected, record({ id: `key-r${n}` })));
  const ids = three.map(({ id }) => id);
  const all = (element: HTMLElement) => [...(find(element, '[data-all]')?.querySelectorAll('button') ?? [])];

  it('are tried again in one go', async () => {
    const { element, session } = await show({ outbox: outbox({ attention: three }) });
    await entriesShown(element);
    all(element)[0]?.click();
    expect(session.actions.at(-1)).to.deep.equal({ type: 'outbox-retry-all', ids });
  });

  it('are discarded in one go, after it is said which, and for a reason', async () => {
    const { element, session } = await show({ outbox: outbox({ attention: three }) });
    await entriesShown(element);
    all(element)[1]?.click();
    await waitUntil(() => find(element, '#reason') !== null, 'the reason is asked for');
    expect(panel(element)).to.contain('3 counts would be dropped: ART-118 · A-01-02 · 5 buc');
    await sendKeys({ type: 'counted twice' });
    await sendKeys({ press: 'Enter' });
    expect(session.actions.at(-1)).to.deep.equal({ type: 'outbox-discard-all', ids, reason: 'counted twice' });
  });

  it('can be exported before they are discarded', async () => {
    const { element, session } = await show({ outbox: outbox({ attention: three }) });
    await entriesShown(element);
    all(element)[1]?.click();
    await waitUntil(() => find(element, '#reason') !== null, 'the reason is asked for');
    get(element, '.reason').querySelectorAll('button')[1]?.click();
    expect(session.actions.at(-1)).to.deep.equal({ type: 'outbox-export' });
  });

  it('have buttons that a finger hits', async () => {
    const { element } = await show({ outbox: outbox({ attention: three }) }, { width: 320 });
    await entriesShown(element);
    for (const button of all(element)) expect(button.getBoundingClientRect().height).to.be.at.least(48);
  });

  it('are told apart by their reason, and one alone is answered by itself', () => {
    const forbidden = [4, 5].map(n => asking({ kind: 'forbidden' }, record({ id: `key-f${n}` })));
    const alone = asking({ kind: 'refused', refusal: 'unknown-lot' }, record({ id: 'key-6' }));
    const entries = entriesOf({ outbox: outbox({ attention: [...three, ...forbidden, alone] }), parked: [] }, 'decide');
    const kinds = entries.flatMap(entry => (entry.kind === 'refused' ? [entry.records.length] : []));
    expect(kinds).to.deep.equal([3, 2]);
  });

  it('are not those that each are asked something of their own', () => {
    const changed = [1, 2].map(n =>
      asking({ kind: 'changed', row: null, maybeApplied: false }, record({ id: `c${n}` })),
    );
    const entries = entriesOf({ outbox: outbox({ attention: changed }), parked: [] }, 'decide');
    expect(entries.map(({ kind }) => kind)).to.deep.equal(['record', 'record']);
  });
});

describe('The file of another device', () => {
  const result = {
    ok: true,
    user: 'ana',
    isOther: false,
    exportedAt: '2026-11-27T10:00:00.000Z',
    counts: 3,
    known: 1,
    unreadable: 0,
  } as const;
  const said = (element: HTMLElement) =>
    (find(element, 'wms-inventar-outbox')?.shadowRoot?.textContent ?? '')
      .replace(/[\u2066\u2069]/g, '')
      .replace(/\s+/g, ' ');

  it('is told of before it is taken', async () => {
    const { element, session } = await show({ outbox: outbox(), imported: { status: 'asking', result } });
    expect(said(element)).to.contain('3 counts of ana');
    expect(said(element)).to.contain('1 count of it are here already.');
    get(element, '[data-take]').click();
    expect(session.actions.at(-1)).to.deep.equal({ type: 'outbox-import-take' });
  });

  it('of another user says that they are kept for that user', async () => {
    const { element } = await show({
      outbox: outbox(),
      imported: { status: 'taken', result: { ...result, isOther: true } },
    });
    expect(said(element)).to.contain('Kept on this device for ana, and sent as soon as ana signs in here.');
    expect(find(element, '[data-take]')).to.equal(null);
  });

  for (const [why, words] of [
    [{ kind: 'damaged' }, 'The file is damaged'],
    [{ kind: 'newer' }, 'from a newer version'],
    [{ kind: 'other-host', host: 'https://old.example/api' }, 'for another host: https://old.example/api'],
    [{ kind: 'other-user', user: 'mihai' }, 'of another user, mihai'],
    [{ kind: 'quota' }, 'The disk is full'],
  ] as const) {
    it(`that is refused (${why.kind}) says why`, async () => {
      const { element } = await show({
        outbox: outbox(),
        imported: { status: 'asking', result: { ok: false, ...why } },
      });
      expect(said(element)).to.contain(words);
    });
  }

  it('is asked for only where something is kept', async () => {
    const { element } = await show({ outbox: outbox({ storage: 'off' }) });
    expect(find(element, '[data-import]')).to.equal(null);
  });
});

describe('What this device has beside what is sent', () => {
  const alerts = (element: HTMLElement) =>
    (find(element, 'wms-inventar-outbox')?.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

  it('is told of with the address it is for, and its company where there is one', async () => {
    const elsewhere = [{ host: 'https://old.example/api', tenant: 'north', unsent: 2 }];
    const { element } = await show({ outbox: outbox({ elsewhere }) });
    expect(alerts(element)).to.contain('2 counts for another host');
    expect(alerts(element)).to.contain('https://old.example/api · north');
  });

  for (const [promise, persisted, words] of [
    ['promises to keep it', true, 'The browser promises to keep'],
    ['promises nothing', false, 'does not promise to keep'],
  ] as const) {
    it(`says in words that the browser ${promise}`, async () => {
      const { element } = await show({ outbox: outbox({ persisted }) });
      expect(alerts(element)).to.contain(words);
    });
  }

  it('says nothing of a promise where nothing is kept, or the browser has not answered', async () => {
    for (const state of [outbox({ persisted: null }), outbox({ persisted: true, storage: 'none' })]) {
      const { element } = await show({ outbox: state });
      expect(alerts(element)).to.not.contain('promise');
    }
  });

  it('is not called all sent by the badge', async () => {
    const elsewhere = [{ host: 'https://old.example/api', tenant: '', unsent: 2 }];
    const session = new FakeSession({ outbox: outbox({ elsewhere }) });
    const element = await fixture<HTMLElement>(html`
      <wms-inventar-session .session=${session}
        ><wms-inventar-outbox-badge></wms-inventar-outbox-badge
      ></wms-inventar-session>
    `);
    await waitUntil(() => find(element, '.badge') !== null, 'the badge is shown');
    const said = get(element, '.badge').textContent.replace(/\s+/g, ' ');
    expect(said).to.contain('2 counts for another host.');
    expect(said).to.not.contain('All counts are at the host');
  });
});
