import { Subject, type Observable } from 'rxjs';
import type { Timers } from '../../ports/time.ts';
import { HostError, UnreachableError } from '../../services/errors.ts';
import type { InventoryGateway } from '../../services/inventory-gateway.ts';

/** How long a host that answered last may take until this device answers; a slow one is still better than a copy. */
const PATIENCE_MS = 4_000;
/** And one that did not. */
const SHORT_PATIENCE_MS = 800;

/** What this device answers too. */
type LookUp = 'inventories' | 'lists' | 'list' | 'rows' | 'row' | 'items' | 'locations' | 'lots' | 'serials';
type Asked = LookUp | 'recordCount' | 'undoCount';
type Args<Name extends Asked> = Parameters<Required<InventoryGateway>[Name]>;
type Answer<Name extends Asked> = Awaited<ReturnType<Required<InventoryGateway>[Name]>>;

/** What a host is asked, answered from this device's copy. */
export interface OfflineAnswers {
  /** `null`: it can't say either. */
  readonly here: {
    readonly [Name in LookUp]: (...args: Args<Name>) => Promise<{ readonly answer: Answer<Name> } | null>;
  };
  /** Keeps what of the host's answers is not in its catalogue. */
  readonly keep: { readonly [Name in Asked]?: (answer: Answer<Name>, ...args: Args<Name>) => Promise<void> };
}

export interface OfflineGateway {
  readonly gateway: InventoryGateway;
  /** The same for the outbox: of rows, it wants the host's word alone. */
  readonly forOutbox: InventoryGateway;
  /** Each time it was asked something: whether the host answered, with whatever. */
  readonly answers$: Observable<boolean>;
  /** A host that was silent answers. */
  readonly again$: Observable<void>;
  /** The last look-up was answered from here. */
  readonly inUse$: Observable<boolean>;
}

/** How the copy is come by: its code is loaded when it is first needed, which may fail. */
export interface CopyAccess {
  /** At once: somebody waits for what it answers. */
  now(): Promise<OfflineAnswers>;
  /** As soon as the browser is idle: nobody waits for what is kept. */
  whenIdle(): Promise<OfflineAnswers>;
}

/**
 * The host, and where that does not answer, what this device knows. Only silence leads here: whatever a host answers,
 * a refusal too, is its answer. Counts, and what changes something, go to the host alone.
 */
export function createOfflineGateway(host: InventoryGateway, copy: CopyAccess, clock: Timers): OfflineGateway {
  const answers$ = new Subject<boolean>();
  const again$ = new Subject<void>();
  const inUse$ = new Subject<boolean>();
  const lookUps: { readonly [Name in LookUp]?: (...args: Args<Name>) => Promise<Answer<Name>> } = host;
  let isUp = true;

  const report = (answered: boolean) => {
    const isAgain = answered && !isUp;
    isUp = answered;
    answers$.next(answered);
    if (isAgain) again$.next();
  };
  /** Hears whether the host answers. What is kept of it for later is nobody's concern now. */
  const heard = <Name extends Asked>(
    name: Name,
    args: Args<Name>,
    asked: Promise<Answer<Name>>,
  ): Promise<Answer<Name>> => {
    const keep = async (answer: Answer<Name>) => (await copy.whenIdle()).keep[name]?.(answer, ...args);
    asked.then(
      answer => {
        report(true);
        keep(answer).catch(() => undefined);
      },
      (error: unknown) => {
        if (!isAborted(error)) report(!isSilence(error));
      },
    );
    return asked;
  };

  const fromHere = async <Name extends LookUp>(name: Name, args: Args<Name>) => {
    try {
      return await (await copy.now()).here[name](...args);
    } catch {
      return null;
    }
  };

  const ask = async <Name extends LookUp>(name: Name, args: Args<Name>): Promise<Answer<Name>> => {
    const asked = heard(name, args, lookUps[name]?.(...args) ?? Promise.reject(new UnreachableError('Not offered')));
    const answered = asked.then(
      () => true,
      (error: unknown) => (isSilence(error) ? false : null),
    );
    const first = await Promise.race([answered, after(clock, isUp ? PATIENCE_MS : SHORT_PATIENCE_MS)]);
    const own = first === false ? await fromHere(name, args) : null;
    if (own !== null || first === true) inUse$.next(own !== null);
    return own === null ? asked : own.answer;
  };

  const undo = host.undoCount?.bind(host);
  const gateway: InventoryGateway = {
    ...(undo !== undefined && { undoCount: (...args) => heard('undoCount', args, undo(...args)) }),
    ...(host.rowHistory !== undefined && { rowHistory: host.rowHistory.bind(host) }),
    ...(host.catalogue !== undefined && { catalogue: host.catalogue }),
    operator: signal => host.operator(signal),
    configuration: signal => host.configuration(signal),
    inventories: (...args) => ask('inventories', args),
    lists: (...args) => ask('lists', args),
    list: (...args) => ask('list', args),
    rows: (...args) => ask('rows', args),
    row: (...args) => ask('row', args),
    items: (...args) => ask('items', args),
    locations: (...args) => ask('locations', args),
    lots: (...args) => ask('lots', args),
    ...(host.serials !== undefined && { serials: (...args: Args<'serials'>) => ask('serials', args) }),
    recordCount: (...args) => heard('recordCount', args, host.recordCount(...args)),
  };
  return {
    gateway,
    forOutbox: { ...gateway, row: (...args) => heard('row', args, host.row(...args)) },
    answers$,
    again$,
    inUse$,
  };
}

/** No answer, or one of a host that fails. */
function isSilence(error: unknown): boolean {
  return error instanceof UnreachableError || (error instanceof HostError && error.status >= 500);
}

function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Not yet. */
function after(clock: Timers, ms: number): Promise<false> {
  return new Promise(resolve => clock.after(ms, () => resolve(false)));
}
