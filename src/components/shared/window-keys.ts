import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Hears keys at the window while its element is connected: a hardware key counts wherever the focus is. */
export class WindowKeys implements ReactiveController {
  private readonly onKey: (event: KeyboardEvent) => void;

  constructor(host: ReactiveControllerHost, onKey: (event: KeyboardEvent) => void) {
    this.onKey = onKey;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.onKey);
  }
}
