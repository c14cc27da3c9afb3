import { readlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, type Page, chromium } from '@playwright/test';
import { chromiumArguments, findChromium } from '../../scripts/system.mjs';

/** A Chromium with a profile on disk, which is killed as a power cut would, and started again on the same profile. */
export class KeptBrowser {
  private readonly profile: string;
  private context: BrowserContext | null = null;

  private constructor(profile: string) {
    this.profile = profile;
  }

  static async create(): Promise<KeptBrowser> {
    return new KeptBrowser(await mkdtemp(path.join(os.tmpdir(), 'wms-inventar-profile-')));
  }

  async start(): Promise<Page> {
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: findChromium() ?? '',
      args: chromiumArguments(),
      viewport: { width: 360, height: 640 },
      locale: 'en-GB',
    });
    return this.context.pages()[0] ?? (await this.context.newPage());
  }

  /** The whole browser, by its process id: the profile's lock names it. */
  async kill(): Promise<void> {
    const { context } = this;
    if (context === null) throw new Error('No browser runs');
    const pid = Number(/-(\d+)$/.exec(readlinkSync(path.join(this.profile, 'SingletonLock')))?.[1]);
    if (!Number.isInteger(pid) || pid <= 1) throw new Error('The profile names no process');
    const closed = new Promise(resolve => context.once('close', resolve));
    process.kill(pid, 'SIGKILL');
    await closed;
    this.context = null;
  }

  async dispose(): Promise<void> {
    await this.context?.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
