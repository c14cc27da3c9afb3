/** The next picture of a video as a port: calls once, unless it is cancelled. */
export type NextFrame = (video: HTMLVideoElement, task: () => void) => () => void;

export const browserNextFrame: NextFrame = (video, task) => {
  if ('requestVideoFrameCallback' in video) {
    const handle = video.requestVideoFrameCallback(task);
    return () => video.cancelVideoFrameCallback(handle);
  }
  const handle = requestAnimationFrame(task);
  return () => cancelAnimationFrame(handle);
};

/** Whether anybody sees the page, as a port. */
export interface PageVisibility {
  readonly visible: () => boolean;
  /** Answers how to stop. */
  readonly onChange: (task: () => void) => () => void;
}

export const browserVisibility: PageVisibility = {
  visible: () => document.visibilityState === 'visible',
  onChange: task => {
    document.addEventListener('visibilitychange', task);
    return () => document.removeEventListener('visibilitychange', task);
  },
};
