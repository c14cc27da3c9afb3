import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Listens at the window while its element is connected: a hardware key counts wherever the focus is. */
export class WindowListener<Type extends keyof WindowEventMap> implements ReactiveController {
  private readonly type: Type;
  private readonly listener: (event: WindowEventMap[Type]) => void;

  constructor(host: ReactiveControllerHost, type: Type, listener: (event: WindowEventMap[Type]) => void) {
    this.type = type;
    this.listener = listener;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener(this.type, this.listener);
  }

  hostDisconnected(): void {
    window.removeEventListener(this.type, this.listener);
  }
}
