import type { SourceProblem, SourceState } from '../../scan.ts';
import { errorName } from '../device-source.ts';
import { isRecord } from '../is-record.ts';

/** What we use of `navigator.mediaDevices`. */
export type CameraMedia = Pick<
  MediaDevices,
  'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>;

export interface CameraChoice {
  readonly id: string;
  /** As the system calls it; empty until the person has allowed the camera. */
  readonly name: string;
}

export interface ZoomRange {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Enough for small codes; more costs time for each picture. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** The chosen camera, or the one at the back. Where the chosen one is gone, any other. */
export async function openCamera(media: CameraMedia, cameraId: string | null): Promise<MediaStream> {
  const anyBack = { video: { ...SIZE, facingMode: { ideal: 'environment' } }, audio: false };
  if (cameraId === null) return media.getUserMedia(anyBack);
  try {
    return await media.getUserMedia({ video: { ...SIZE, deviceId: { exact: cameraId } }, audio: false });
  } catch (error) {
    if (errorName(error) !== 'OverconstrainedError' && errorName(error) !== 'NotFoundError') throw error;
    return media.getUserMedia(anyBack);
  }
}

/** What a camera that did not open means. */
export function openingFailed(error: unknown): [SourceState, SourceProblem] {
  switch (errorName(error)) {
    case 'NotAllowedError':
    case 'SecurityError':
      return ['needs-permission', 'permission-refused'];
    case 'NotFoundError':
    case 'OverconstrainedError':
      return ['disconnected', 'not-found'];
    case 'NotReadableError':
    case 'AbortError':
      return ['error', 'in-use'];
    default:
      return ['error', 'failed'];
  }
}

export async function listCameras(media: CameraMedia): Promise<readonly CameraChoice[]> {
  const devices = await media.enumerateDevices().catch((): MediaDeviceInfo[] => []);
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}

/** `torch` and `zoom` are of the Image Capture specification, which TypeScript's library does not know. */
export function hasTorch(track: MediaStreamTrack): boolean {
  return capabilities(track)['torch'] === true;
}

export function zoomOf(track: MediaStreamTrack): ZoomRange | null {
  const zoom = capabilities(track)['zoom'];
  const settings: unknown = track.getSettings();
  const value = isRecord(settings) ? settings['zoom'] : undefined;
  if (!isRecord(zoom) || typeof value !== 'number') return null;
  const { min, max, step } = zoom;
  if (typeof min !== 'number' || typeof max !== 'number' || min >= max) return null;
  return { value, min, max, step: typeof step === 'number' && step > 0 ? step : (max - min) / 20 };
}

/** Whether the camera took it. */
export async function apply(track: MediaStreamTrack, setting: { torch: boolean } | { zoom: number }): Promise<boolean> {
  try {
    await track.applyConstraints({ advanced: [setting as MediaTrackConstraintSet] });
    return true;
  } catch {
    return false;
  }
}

function capabilities(track: MediaStreamTrack): Record<string, unknown> {
  const all: unknown = 'getCapabilities' in track ? track.getCapabilities() : {};
  return isRecord(all) ? all : {};
}
