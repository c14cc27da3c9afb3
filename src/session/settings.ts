import type { ObservableInput } from 'rxjs';
import type { HostScan } from '../scanner/from-observable.ts';
import type { InventoryGateway } from '../services/inventory-gateway.ts';
import type { TokenSource } from '../services/rest/rest-gateway.ts';
import type { OfferedSource } from './scanners/scanner-ports.ts';

/**
 * What a change means while the element is in the page. `host`: another host, so another session. `connection`: what a
 * session is joined to, which is done once; for another, there is another session. `running`: how the session works, and
 * in whose name; it goes on with what it is then told. `presentation`: the session goes on, with other words or keys. `look`: style sheets see to it.
 */
export type Change = 'host' | 'connection' | 'running' | 'presentation' | 'look';

/** A setting of the session element; `Option`: how `connectInventar` takes it. */
export interface Setting<Value, Option, When extends Change> {
  readonly change: When;
  /** Where the page says nothing. */
  readonly initial: Value;
  /** The words that the attribute takes; absent: any text. `null`: there is none, only the property. */
  readonly values?: readonly string[] | null;
  /** `undefined`: the page leaves it to the session. */
  readonly option: (value: Value) => Option | undefined;
}

function text<When extends Change>(change: When, initial = ''): Setting<string, string, When> {
  return { change, initial, option: value => value || undefined };
}

function oneOf<When extends Change, Word extends string, Initial extends Word | ''>(
  change: When,
  values: readonly Word[],
  initial: Initial,
): Setting<Word | Initial, Word, When> {
  return { change, initial, values, option: value => values.find(each => each === value) };
}

function onOff<When extends Change, Initial extends 'on' | 'off' | ''>(
  change: When,
  initial: Initial,
): Setting<'on' | 'off' | Initial, boolean, When> {
  const { option, ...setting } = oneOf(change, ['on', 'off'], initial);
  return {
    ...setting,
    option: value => {
      const word = option(value);
      return word === undefined ? undefined : word === 'on';
    },
  };
}

/** What is no text; or is not to be read in the page, as a token. */
function property<Value, When extends Change>(change: When): Setting<Value | null, Value, When> {
  return { change, initial: null, values: null, option: value => value ?? undefined };
}

/**
 * All settings of a session, each said once: its property, its attribute (the same in words with dashes), what it is where
 * the page says nothing, what a change means; and its comment is its documentation, in editors, in the custom elements
 * manifest and in `docs/embedding.md`. Those of connection and running are options of `connectInventar` too.
 */
export const SETTINGS = {
  /** Where the REST services are, relative to the page: `/api`. */
  baseUrl: text('host'),
  /** Language of the screens, such as `ro` or `ro-RO`; default: the document's, else English. */
  locale: text('presentation'),
  /** `light`, `dark`, or `auto`: as the device prefers. */
  theme: oneOf('look', ['auto', 'light', 'dark'], 'auto'),
  /** `touch` for gloves, `compact` for desks. */
  density: oneOf('look', ['touch', 'compact'], 'touch'),
  /** `on`: an item or location read next confirms the count that stands; `off`: it waits; default: what the host says. */
  nextItemConfirms: onOff('running', ''),
  /** `off`: scanners that type like a keyboard are not heard; scans come from `scans` and devices alone. */
  keyboardWedge: onOff('connection', 'on'),
  /**
   * `leave`: a field of the page keeps what is typed into it, scans too; `take`: they are taken from there while a list is
   * open. Secrets, and what is marked `data-wms-inventar="ignore"`, are always left alone.
   */
  pageFields: oneOf('connection', ['leave', 'take'], 'leave'),
  /** What each command barcode starts with; `off`: there are none; default: what the host says, else `$$`. */
  commandPrefix: { ...text('running'), option: (value: string) => (value === 'off' ? '' : value || undefined) },
  /** `on`: `'` is taken for `-` where no tokenizer knows a text as it is: a scanner set to US on an Italian layout. */
  apostropheAsDash: onOff('running', ''),
  /** The key that confirms, by its `KeyboardEvent.key`. */
  confirmKey: text('presentation', 'F8'),
  /** The key that discards what is not confirmed. */
  discardKey: text('presentation', 'F9'),
  /** The key that undoes what was kept last; Ctrl+Z does so too where nothing is typed. */
  undoKey: text('presentation', 'F7'),
  /** `off`: nothing is kept on this device, and each count waits for the host; default: `on`. */
  outbox: oneOf('connection', ['on', 'off'], ''),
  /** A name for the device, for the rows' history; at most 64 characters. */
  deviceName: text('running'),
  /** The user name of who is signed in, where the page knows: nobody is shown what another operator left on this device. */
  userName: text('running'),
  /** Which of several data bases behind one URL is counted in: counts for one are never sent to another. */
  tenant: text('connection'),
  /** With a base URL: a bearer token, or a function that gives one and is asked again when the host answers 401. */
  token: property<NonNullable<TokenSource>, 'running'>('running'),
  /** The page's own stream of scans: texts, or objects with a `text`. */
  scans: property<ObservableInput<HostScan>, 'connection'>('connection'),
  /** Sources that the operator may connect in the scanner setup; default: USB (HID), serial, camera. */
  offered: property<readonly OfferedSource[], 'connection'>('connection'),
  /** A gateway of the page's own, instead of `base-url`. */
  gateway: property<InventoryGateway, 'host'>('host'),
};

type Table = typeof SETTINGS;
type Of<When extends Change> = {
  [Name in keyof Table]: Table[Name]['change'] extends When ? Name : never;
}[keyof Table];
type Options = { [Name in keyof Table]: ReturnType<Table[Name]['option']> };

/** The settings as properties of the element. */
export type SettingValues = { [Name in keyof Table]: Table[Name]['initial'] };

/** The settings that `connectInventar` takes. */
export type SessionOptions = Readonly<Partial<Pick<Options, Of<'connection' | 'running'>>>>;

/** Those of them that may change while the session goes on. */
export type RunningOptions = Pick<SessionOptions, Of<'running'>>;

/** The settings by which a session is shown. */
export type PresentationSettings = Readonly<Pick<SettingValues, Of<'presentation'>>>;

/** The names of the settings whose change means one of these. */
export function settingsOf<When extends Change>(...changes: When[]): Of<When>[] {
  const all: (keyof Table)[] = [];
  let name: keyof Table;
  for (name in SETTINGS) all.push(name);
  return all.filter((each): each is Of<When> => changes.some(change => change === SETTINGS[each].change));
}

/** `base-url`, for `baseUrl`. */
export function attributeOf(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}

/** What `connectInventar` is told of what the page says. */
export function optionsOf(values: SettingValues): SessionOptions {
  const options: Partial<Options> = {};
  for (const name of settingsOf('connection', 'running')) put(options, name, values);
  return options;
}

function put<Name extends keyof Table>(
  to: Partial<Pick<Options, Name>>,
  name: Name,
  values: Pick<SettingValues, Name>,
) {
  const table: { [Each in keyof Table]: { option: (value: SettingValues[Each]) => Options[Each] } } = SETTINGS;
  to[name] = table[name].option(values[name]);
}

export function presentationOf(values: SettingValues): PresentationSettings {
  const { locale, confirmKey, discardKey, undoKey } = values;
  return { locale, confirmKey, discardKey, undoKey };
}
