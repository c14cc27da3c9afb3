/** Where keys are heard. */
export type KeyTarget = Pick<Window, 'addEventListener' | 'removeEventListener'>;

/** How many record the keys of a target. */
const recorders = new Map<KeyTarget, number>();

/** Whether keys are recorded, so that a wedge has to leave them alone. */
export function isBeingRecorded(target: KeyTarget): boolean {
  return recorders.has(target);
}

/** Keys of the target are recorded until what this gives is called. */
export function recordFrom(target: KeyTarget): () => void {
  recorders.set(target, (recorders.get(target) ?? 0) + 1);
  return () => {
    const others = (recorders.get(target) ?? 1) - 1;
    if (others > 0) recorders.set(target, others);
    else recorders.delete(target);
  };
}
