import type { CodeDecoder, SeenCode } from '../../../src/scanner/devices/camera/decoder.ts';
import type { CameraMedia, CameraPorts } from '../../../src/scanner/devices/camera/camera.ts';
import { Emitter } from './emitter.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** `navigator.mediaDevices` whose cameras are canvases. */
export class FakeMedia extends Emitter<object> {
  cameras: { id: string; name: string; torch?: boolean; zoom?: { min: number; max: number; step: number } }[] = [
    { id: 'back', name: 'Back camera', torch: true, zoom: { min: 1, max: 8, step: 0.5 } },
    { id: 'front', name: 'Front camera' },
  ];
  failure: Error | null = null;
  readonly streams: MediaStream[] = [];
  readonly applied: unknown[] = [];

  readonly getUserMedia = async ({ video }: MediaStreamConstraints = {}): Promise<MediaStream> => {
    if (this.failure !== null) throw this.failure;
    const wanted = typeof video === 'object' && typeof video.deviceId === 'object' ? video.deviceId : {};
    const id = 'exact' in wanted ? wanted.exact : undefined;
    const camera = this.cameras.find(each => id === undefined || each.id === id);
    if (camera === undefined) throw new DOMException('no such camera', 'OverconstrainedError');
    const canvas = document.createElement('canvas');
    canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
    const stream = canvas.captureStream(30);
    const [track] = stream.getVideoTracks();
    if (track === undefined) throw new Error('no track');
    let zoom = 1;
    Object.assign(track, {
      getSettings: () => ({ deviceId: camera.id, ...(camera.zoom && { zoom }) }),
      getCapabilities: () => ({ torch: camera.torch, zoom: camera.zoom }),
      applyConstraints: async ({ advanced }: { advanced: { zoom?: number }[] }) => {
        this.applied.push(advanced[0]);
        zoom = advanced[0]?.zoom ?? zoom;
      },
    });
    this.streams.push(stream);
    return stream;
  };

  readonly enumerateDevices = async () =>
    this.cameras.map(({ id, name }) => ({ deviceId: id, label: name, kind: 'videoinput', groupId: '' }));

  /** Whether the camera's light is on. */
  get running(): boolean {
    return this.streams.some(stream => stream.getTracks().some(track => track.readyState === 'live'));
  }
}

/** All that a camera source needs, with the pictures in the hands of a test. */
export class FakeCamera {
  readonly media = new FakeMedia();
  readonly clock = new VirtualClock(1000);
  /** What the next picture shows; an error where decoding it fails. */
  picture: readonly SeenCode[] | Error = [];
  visible = true;
  decoded = 0;
  loads = 0;
  loadFailure: Error | null = null;
  private waiting: (() => void) | null = null;
  private onVisibility = () => {};

  readonly ports: CameraPorts = {
    media: this.media as unknown as CameraMedia,
    clock: this.clock,
    nextFrame: (_, task) => {
      this.waiting = task;
      return () => (this.waiting = null);
    },
    visibility: {
      visible: () => this.visible,
      onChange: task => {
        this.onVisibility = task;
        return () => (this.onVisibility = () => {});
      },
    },
    loadDecoder: async (): Promise<CodeDecoder> => {
      this.loads++;
      if (this.loadFailure !== null) throw this.loadFailure;
      return {
        decode: async () => {
          this.decoded++;
          if (this.picture instanceof Error) throw this.picture;
          return this.picture;
        },
      };
    },
  };

  /** Whether anything waits for a picture. */
  get isReading(): boolean {
    return this.waiting !== null;
  }

  /** Shows so many pictures, 100 ms apart. */
  async show(times: number, ...codes: SeenCode[]): Promise<void> {
    this.picture = codes;
    for (let n = 0; n < times; n++) await this.step();
  }

  async step(): Promise<void> {
    const task = this.waiting;
    this.waiting = null;
    task?.();
    await new Promise(resolve => setTimeout(resolve));
    this.clock.advance(100);
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    this.onVisibility();
  }
}

export function codeInMiddle(text: string, more: Partial<SeenCode> = {}): SeenCode {
  const box = { left: 0.4, right: 0.6, top: 0.45, bottom: 0.55 };
  return { text, aim: ']C0', symbology: 'code_128', box, isPart: false, ...more };
}
