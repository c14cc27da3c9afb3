import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { listen } from '../../ports/page-events.ts';

/** Listens at the window while its element is connected: a hardware key counts wherever the focus is. */
export class WindowListener<Type extends keyof WindowEventMap> implements ReactiveController {
  private readonly type: Type;
  private readonly listener: (event: WindowEventMap[Type]) => void;
  private silence = () => {};

  constructor(host: ReactiveControllerHost, type: Type, listener: (event: WindowEventMap[Type]) => void) {
    this.type = type;
    this.listener = listener;
    host.addController(this);
  }

  hostConnected(): void {
    this.silence = listen(window, [this.type], this.listener);
  }

  hostDisconnected(): void {
    this.silence();
  }
}
