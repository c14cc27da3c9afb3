import { NEVER, type Observable, Subscription, take } from 'rxjs';
import { calibrate } from '../../scanner/wedge/calibration.ts';
import type { KeyRecord } from '../../scanner/wedge/key-record.ts';
import type { KeyboardWedge } from '../../scanner/wedge/keyboard-wedge.ts';
import { mergeSources } from '../../scanner/merge-sources.ts';
import type { Scan, ScanReject, ScanSource } from '../../scanner/scan.ts';
import type { WedgeProfile } from '../../scanner/wedge/profile.ts';
import { DEFAULT_SETTINGS, type DeviceSettings, type DeviceSettingsStore } from '../../device/settings.ts';
import type { Feedback } from '../../services/feedback.ts';
import type { ScannerAction, ScannersState, SourceStatus } from '../state/scanners-state.ts';

/** A source that the operator may connect; `request` asks for a device, and is called within their press. */
export type OfferedSource = ScanSource & { readonly request?: () => Promise<void> };

export interface ScannerPorts {
  /** Connected at once. */
  readonly sources: readonly ScanSource[];
  /** Connected when the operator wants it. */
  readonly offered?: readonly OfferedSource[];
  /** Absent: settings last as long as the session. */
  readonly settings?: DeviceSettingsStore;
  readonly feedback: Feedback;
  /** Raw keys for calibration, a burst at a time; while subscribed, they reach nobody else. */
  readonly recordKeys?: () => Observable<readonly KeyRecord[]>;
}

export interface ScannersFlowOptions extends ScannerPorts {
  /** Routes the scans of a source. */
  readonly add: (source: ScanSource) => () => void;
  /** What only came in pieces, unless the setup is open and takes it. */
  readonly onReject: (reject: ScanReject) => void;
  readonly state: () => ScannersState;
  readonly set: (change: Partial<ScannersState>) => void;
}

export interface ScannersFlow {
  dispatch(action: ScannerAction): void;
  /** A scan for the setup. */
  tryScan(scan: Scan): void;
  dispose(): void;
}

const NO_STORE: DeviceSettingsStore = { load: () => DEFAULT_SETTINGS, save: () => false };

const MOST_REJECTS = 10;
const MOST_TRIED = 5;
/** Fewer keys are a person who wants something, not the setup barcode. */
const FEWEST_KEYS = 4;

/** Knows the scanners of this device: what is on, what came last, how the keyboard one types, and what is heard. */
export function createScannersFlow(options: ScannersFlowOptions): ScannersFlow {
  const { sources, offered = [], feedback, add, onReject, state, set } = options;
  const all: readonly OfferedSource[] = [...sources, ...offered];
  const { settings: store = NO_STORE, recordKeys = () => NEVER } = options;
  const subscriptions = new Subscription();
  let recording: Subscription | null = null;
  let settings: DeviceSettings = store.load();

  const wedges = all.filter(isWedge);
  /** As the page has set them up: what the operator goes back to. */
  const original = new Map<KeyboardWedge, WedgeProfile>();
  for (const wedge of wedges) wedge.profile$.pipe(take(1)).subscribe(profile => original.set(wedge, profile));
  if (settings.profile !== null) for (const wedge of wedges) wedge.setProfile(settings.profile);
  feedback.configure?.(settings.sound);

  const keep = (change: Partial<DeviceSettings>) => {
    settings = { ...settings, ...change };
    const isKept = store.save(settings);
    const sound = feedback.configure === undefined ? null : settings.sound;
    set({ isKept, profile: settings.profile, sound });
  };

  const setSource = (id: string, change: Partial<SourceStatus>) =>
    set({ sources: state().sources.map(each => (each.id === id ? { ...each, ...change } : each)) });

  const follow = (source: ScanSource) => {
    subscriptions.add(source.state$.subscribe(next => setSource(source.id, { state: next })));
    if (source.problem$) subscriptions.add(source.problem$.subscribe(problem => setSource(source.id, { problem })));
    if (source.ignored$) subscriptions.add(source.ignored$.subscribe(ignored => setSource(source.id, { ignored })));
    subscriptions.add(source.rejects$.subscribe(rejected));
  };

  const rejected = (reject: ScanReject) => {
    set({ rejects: [reject, ...state().rejects].slice(0, MOST_REJECTS) });
    if (state().setup === null) onReject(reject);
    else tried(reject);
  };

  const tried = (reading: Scan | ScanReject) => {
    const { setup } = state();
    if (setup !== null) set({ setup: { ...setup, tried: [reading, ...setup.tried].slice(0, MOST_TRIED) } });
  };

  const setSetup = (change: Partial<NonNullable<ScannersState['setup']>>) => {
    const { setup } = state();
    if (setup !== null) set({ setup: { ...setup, ...change } });
  };

  const stopRecording = () => {
    recording?.unsubscribe();
    recording = null;
    setSetup({ listening: false });
  };

  const recorded = (records: readonly KeyRecord[]) => {
    // Whoever presses a key instead of reading the barcode wants their keyboard back.
    if (records.filter(({ type }) => type !== 'keyup').length < FEWEST_KEYS) {
      stopRecording();
      return;
    }
    const calibration = calibrate(records);
    setSetup({ calibration });
    if ('failure' in calibration) {
      feedback.signal('error');
      return;
    }
    stopRecording();
    for (const wedge of wedges) wedge.setProfile(calibration.profile);
    keep({ profile: calibration.profile });
    feedback.signal('success');
  };

  const kind = (source: ScanSource) => source.kind ?? 'host';
  set({
    sources: all.map(source => ({
      id: source.id,
      kind: kind(source),
      state: 'disconnected',
      problem: null,
      ignored: [],
      offered: offered.includes(source),
      wanted: !offered.includes(source) || settings.sources.includes(source.id),
    })),
    profile: settings.profile,
    canCalibrate: wedges.length > 0,
    sound: feedback.configure === undefined ? null : settings.sound,
  });
  for (const source of all) follow(source);
  // A handheld may tell of a scan by its bridge and by its keys; each source is connected by itself.
  const merged = { ...mergeSources(...all), connect: () => undefined, disconnect: () => undefined };
  subscriptions.add(merged.scans$.subscribe(last => set({ last })));
  subscriptions.add(add(merged));
  for (const source of sources) source.connect();
  for (const source of offered) if (settings.sources.includes(source.id)) source.connect();

  return {
    tryScan: tried,
    dispatch: action => {
      switch (action.type) {
        case 'open-scanner-setup':
          return set({ setup: state().setup ?? { listening: false, calibration: null, tried: [] } });
        case 'close-scanner-setup':
          stopRecording();
          return set({ setup: null });
        case 'start-calibration':
          if (state().setup === null || recording !== null) return;
          setSetup({ listening: true, calibration: null, tried: [] });
          recording = recordKeys().subscribe(recorded);
          return;
        case 'stop-calibration':
          return stopRecording();
        case 'forget-profile':
          for (const [wedge, profile] of original) wedge.setProfile(profile);
          setSetup({ calibration: null });
          return keep({ profile: null });
        case 'connect-source': {
          const source = offered.find(({ id }) => id === action.id);
          if (source === undefined) return;
          setSource(source.id, { wanted: true });
          source.connect();
          void source.request?.();
          return keep({ sources: [...settings.sources.filter(id => id !== action.id), action.id] });
        }
        case 'disconnect-source':
          offered.find(({ id }) => id === action.id)?.disconnect();
          setSource(action.id, { wanted: false });
          return keep({ sources: settings.sources.filter(id => id !== action.id) });
        case 'set-sound':
          feedback.configure?.(action.sound);
          return keep({ sound: action.sound });
        case 'try-tone':
          return feedback.signal(action.tone);
      }
    },
    dispose: () => {
      recording?.unsubscribe();
      subscriptions.unsubscribe();
      for (const source of all) source.disconnect();
    },
  };
}

function isWedge(source: ScanSource): source is KeyboardWedge {
  return 'setProfile' in source;
}
