import type { Clock } from '../../../ports/time.ts';
import type { CodeDecoder } from './decoder.ts';
import type { NextFrame } from './video-frames.ts';
import type { Glance, createSightings } from './sightings.ts';

export interface CameraReaderPorts {
  readonly nextFrame: NextFrame;
  readonly clock: Pick<Clock, 'monotonic' | 'after'>;
}

/** At least this much rest between two pictures, in milliseconds: 15 pictures a second are enough. */
const LEAST_REST_MS = 60;

/**
 * Looks at one picture after the other until it is stopped. It rests as long as it worked, so that the page has at least
 * half of the time however slow the device is.
 */
export function readFrames(
  video: HTMLVideoElement,
  decoder: CodeDecoder,
  sightings: ReturnType<typeof createSightings>,
  { nextFrame, clock }: CameraReaderPorts,
  on: { readonly glance: (glance: Glance) => void; readonly failure: () => void },
): () => void {
  let stopped = false;
  let cancel = () => {};
  const look = async (): Promise<void> => {
    const start = clock.monotonic();
    try {
      const codes = await decoder.decode(video);
      if (isStopped()) return;
      on.glance(sightings.look(codes, clock.monotonic()));
      cancel = clock.after(Math.max(LEAST_REST_MS, clock.monotonic() - start), wait);
    } catch {
      if (!isStopped()) on.failure();
    }
  };
  // A call: what it tells changes while a picture is looked at.
  const isStopped = () => stopped;
  const wait = (): void => {
    if (!stopped) cancel = nextFrame(video, () => void look());
  };
  wait();
  return () => {
    stopped = true;
    cancel();
  };
}
