import { BehaviorSubject, type Observable } from 'rxjs';
import { later } from '../../../loading/later.ts';
import { browserClock } from '../../../ports/time.ts';
import { createSourceStreams } from '../../source-streams.ts';
import { interfaceOf } from '../availability.ts';
import { CAMERA_FORMATS, type CameraFormat, type CodeDecoder } from './decoder.ts';
import { type CameraReaderPorts, readFrames } from './reader.ts';
import {
  type CameraChoice,
  type CameraMedia,
  type ZoomRange,
  apply,
  hasTorch,
  listCameras,
  openCamera,
  openingFailed,
  zoomOf,
} from './stream.ts';
import type { DeviceSource } from '../device-source.ts';
import { type PageVisibility, browserNextFrame, browserVisibility } from './video-frames.ts';
import { nativeDecoder } from './native-decoder.ts';
import { type CameraHint, type Glance, createSightings } from './sightings.ts';

export { CAMERA_FORMATS, type CameraFormat } from './decoder.ts';
export type { CameraChoice, CameraMedia, ZoomRange } from './stream.ts';
export type { CameraHint } from './sightings.ts';

const zxing = later(() => import('./zxing-decoder.ts'));

export interface CameraOptions {
  readonly id?: string;
  /** What to look for; fewer kinds are found sooner. Default: all. */
  readonly formats?: readonly CameraFormat[];
  /** Whether codes may be GS1, which the browser's own detector can't tell. Default: true. */
  readonly gs1?: boolean;
  /** Where `zxing_reader.wasm` of this package is served. Default: beside our own files. */
  readonly wasmUrl?: string;
  /** The camera to begin with; default: one at the back. */
  readonly cameraId?: string;
  readonly ports?: Partial<CameraPorts>;
}

export interface CameraPorts extends CameraReaderPorts {
  /** `navigator.mediaDevices`, or `null` where there is none. */
  readonly media: CameraMedia | null;
  readonly visibility: PageVisibility;
  readonly loadDecoder: () => Promise<CodeDecoder>;
}

/** What a viewfinder shows beside the picture. */
export interface CameraView {
  readonly cameras: readonly CameraChoice[];
  readonly cameraId: string | null;
  /** `null`: this camera has none. */
  readonly torch: boolean | null;
  readonly zoom: ZoomRange | null;
  readonly paused: boolean;
  readonly hint: CameraHint | null;
  /** The code read last, and how many were read. */
  readonly last: string | null;
  readonly count: number;
}

/**
 * A camera as a scanner. It runs while it is connected and a viewfinder shows it, and at no other time: until one does,
 * it is `unverified`.
 */
export interface CameraSource extends DeviceSource {
  readonly kind: 'camera';
  /** Replays. */
  readonly view$: Observable<CameraView>;
  /** Shows the camera in a video; answers how to end it. The video that came last has it. */
  attach(video: HTMLVideoElement): () => void;
  choose(cameraId: string): void;
  setTorch(on: boolean): void;
  setZoom(value: number): void;
  setPaused(paused: boolean): void;
}

const NOTHING: CameraView = {
  cameras: [],
  cameraId: null,
  torch: null,
  zoom: null,
  paused: false,
  hint: null,
  last: null,
  count: 0,
};

/** A camera that reads what is held before it. See `CameraSource`. */
export function camera(options: CameraOptions = {}): CameraSource {
  const { id = 'camera', formats = CAMERA_FORMATS, gs1 = true, wasmUrl } = options;
  const { api: media, problem } = interfaceOf('mediaDevices', options.ports?.media);
  const ports: Omit<CameraPorts, 'media'> = {
    visibility: browserVisibility,
    nextFrame: browserNextFrame,
    clock: browserClock,
    loadDecoder: async () => {
      const native = gs1 ? null : await nativeDecoder(formats);
      return native ?? (await zxing()).zxingDecoder(formats, wasmUrl);
    },
    ...options.ports,
  };
  const { visibility } = ports;
  const streams = createSourceStreams(id, 'camera');
  const view$ = new BehaviorSubject<CameraView>({ ...NOTHING, cameraId: options.cameraId ?? null });
  // Outlives pauses and other cameras: the code that lies there has been counted.
  const sightings = createSightings();
  let active = false;
  let video: HTMLVideoElement | null = null;
  let stream: MediaStream | null = null;
  let decoder: Promise<CodeDecoder> | null = null;
  let stopReading = () => {};
  let stopWatching = () => {};
  /** Counts openings: what belongs to an earlier one comes too late. */
  let opening = 0;

  const show = (change: Partial<CameraView>): void => {
    const view = view$.value;
    const differs = Object.entries(change).some(([key, value]) => view[key as keyof CameraView] !== value);
    if (differs) view$.next({ ...view, ...change });
  };
  const track = () => stream?.getVideoTracks()[0] ?? null;

  const onGlance = ({ counts, hint }: Glance): void => {
    if (counts === null) {
      show({ hint });
      return;
    }
    const { box: _box, isPart: _isPart, ...code } = counts;
    show({ hint, last: code.text, count: view$.value.count + 1 });
    streams.scan(code, ports.clock.monotonic());
  };

  /** Reads while there is something to read and somebody to see it. */
  const settleReading = (loaded: CodeDecoder): void => {
    stopReading();
    stopReading = () => {};
    if (video === null || stream === null || view$.value.paused || !visibility.visible()) return;
    stopReading = readFrames(video, loaded, sightings, ports, {
      glance: onGlance,
      failure: () => streams.say('error', 'stream-failed'),
    });
  };
  const settle = (): void => {
    void decoder?.then(settleReading, () => undefined);
  };

  const close = (): void => {
    opening++;
    stopReading();
    stream?.getTracks().forEach(each => each.stop());
    stream = null;
    if (video !== null) video.srcObject = null;
    show({ torch: null, zoom: null, hint: null });
  };

  const open = async (): Promise<void> => {
    close();
    if (!active || media === null) return;
    if (video === null) {
      streams.say('unverified');
      return;
    }
    const mine = ++opening;
    streams.say('connecting');
    let opened: MediaStream;
    try {
      opened = await openCamera(media, view$.value.cameraId);
    } catch (error) {
      if (mine === opening) streams.say(...openingFailed(error));
      return;
    }
    if (mine !== opening) {
      opened.getTracks().forEach(each => each.stop());
      return;
    }
    stream = opened;
    showStream(opened, video);
    try {
      await (decoder ??= ports.loadDecoder());
      if (mine !== opening) return;
      streams.say('ready');
      settle();
    } catch {
      decoder = null;
      if (mine !== opening) return;
      close();
      streams.say('error', 'not-loaded');
    }
  };

  const showStream = (opened: MediaStream, on: HTMLVideoElement): void => {
    on.srcObject = opened;
    // A browser that refuses to play says so by an error too; the pictures come nevertheless once it is shown.
    void on.play().catch(() => undefined);
    const [first] = opened.getVideoTracks();
    first?.addEventListener('ended', () => {
      if (opened !== stream) return;
      close();
      streams.say('disconnected', 'unplugged');
    });
    show({
      cameraId: first?.getSettings().deviceId ?? null,
      torch: first !== undefined && hasTorch(first) ? false : null,
      zoom: first === undefined ? null : zoomOf(first),
    });
    void refreshCameras();
  };

  const refreshCameras = async (): Promise<void> => {
    if (media !== null) show({ cameras: await listCameras(media) });
  };
  /** A camera came or went: what waits for one tries again. */
  const onDeviceChange = () => {
    void refreshCameras();
    if (streams.state === 'disconnected' && video !== null) void open();
  };

  const connect = (): boolean => {
    if (media === null || problem !== null) {
      streams.say('unsupported', problem);
      return false;
    }
    if (active) return true;
    active = true;
    media.addEventListener('devicechange', onDeviceChange);
    stopWatching = visibility.onChange(settle);
    return true;
  };

  return {
    ...streams.source,
    kind: 'camera',
    view$,
    connect: () => {
      if (!active && connect()) void open();
    },
    request: async () => {
      if (connect()) await open();
    },
    disconnect: () => {
      if (!active) return;
      active = false;
      media?.removeEventListener('devicechange', onDeviceChange);
      stopWatching();
      close();
      streams.say('disconnected');
    },
    attach: to => {
      if (video !== null) video.srcObject = null;
      video = to;
      void open();
      return () => {
        if (video !== to) return;
        close();
        video = null;
        if (active) streams.say('unverified');
      };
    },
    choose: cameraId => {
      show({ cameraId });
      void open();
    },
    setTorch: on => {
      const of = track();
      if (of === null) return;
      void apply(of, { torch: on }).then(taken => taken && of === track() && show({ torch: on }));
    },
    setZoom: value => {
      const of = track();
      if (of === null) return;
      void apply(of, { zoom: value }).then(taken => taken && of === track() && show({ zoom: zoomOf(of) }));
    },
    setPaused: paused => {
      show({ paused, hint: null });
      if (paused) video?.pause();
      else void video?.play().catch(() => undefined);
      settle();
    },
  };
}
