/** An event target whose listeners are typed by what its events carry. */
export class Emitter<Carried extends object> {
  private readonly listeners = new Map<string, Set<(event: Event & Carried) => void>>();

  addEventListener(type: string, listener: (event: Event & Carried) => void): void {
    this.listeners.set(type, (this.listeners.get(type) ?? new Set()).add(listener));
  }

  removeEventListener(type: string, listener: (event: Event & Carried) => void): void {
    this.listeners.get(type)?.delete(listener);
  }

  emit(type: string, carried: Carried): void {
    this.dispatch(type, Object.assign(new Event(type), carried));
  }

  protected dispatch(type: string, event: Event & Carried): void {
    for (const listener of [...(this.listeners.get(type) ?? [])]) listener(event);
  }
}
