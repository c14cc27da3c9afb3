import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { type CameraView, camera } from '../../../src/scanner/devices/camera/camera.ts';
import { FakeCamera, codeInMiddle } from './fake-camera.ts';
import { recorder } from './recorder.ts';

const settled = () => aTimeout(0);

describe('A camera', () => {
  const set = async (fake = new FakeCamera()) => {
    const source = camera({ ports: fake.ports });
    const seen = recorder(source);
    const views: CameraView[] = [];
    source.view$.subscribe(view => views.push(view));
    const video = await fixture<HTMLVideoElement>(html`<video muted playsinline></video>`);
    return { fake, source, seen, video, view: () => views.at(-1) };
  };
  const running = async (fake = new FakeCamera()) => {
    const all = await set(fake);
    all.source.connect();
    const detach = all.source.attach(all.video);
    await settled();
    return { ...all, detach };
  };

  it('runs while it is connected and shown, and at no other time', async () => {
    const { fake, source, seen, video } = await set();
    source.connect();
    await settled();
    expect([fake.media.running, fake.loads]).to.deep.equal([false, 0]);
    const detach = source.attach(video);
    await settled();
    expect(fake.media.running).to.equal(true);
    expect(seen.states.map(([state]) => state)).to.deep.equal(['disconnected', 'unverified', 'connecting', 'ready']);
    detach();
    expect([fake.media.running, fake.isReading]).to.deep.equal([false, false]);
    expect(seen.state()).to.deep.equal(['unverified', null]);
    source.attach(video);
    await settled();
    source.disconnect();
    expect([fake.media.running, fake.isReading, video.srcObject]).to.deep.equal([false, false, null]);
    expect(seen.state()).to.deep.equal(['disconnected', null]);
  });

  it('counts a code once while it stays and again when it comes back, with all that is known of it', async () => {
    const { fake, seen, view } = await running();
    const gs1 = codeInMiddle('0109506000134352101AB\x1D17261231', { aim: ']d2', symbology: 'data_matrix' });
    await fake.show(20, gs1);
    await fake.show(10);
    await fake.show(3, gs1);
    expect(seen.texts()).to.deep.equal([gs1.text, gs1.text]);
    expect(seen.scans[0]).to.deep.include({ id: 'camera-1', aim: ']d2', symbology: 'data_matrix', end: 'device' });
    expect(seen.scans[0]).to.not.have.any.keys('box', 'isPart');
    expect(view()).to.include({ last: gs1.text, count: 2 });
  });

  it('looks at nothing while it is paused or nobody sees the page, and counts nothing twice for it', async () => {
    const { fake, source, seen } = await running();
    await fake.show(3, codeInMiddle('A'));
    for (const stop of [source.setPaused.bind(source), (on: boolean) => fake.setVisible(!on)]) {
      stop(true);
      await settled();
      expect(fake.isReading).to.equal(false);
      const { decoded } = fake;
      fake.clock.advance(60_000);
      await fake.step();
      expect(fake.decoded).to.equal(decoded);
      stop(false);
      await settled();
      await fake.show(5, codeInMiddle('A'));
    }
    expect(seen.texts()).to.deep.equal(['A']);
  });

  it('rests as long as it works, so that a slow device stays usable', async () => {
    const fake = new FakeCamera();
    let finish = () => {};
    const slow = { decode: () => new Promise<[]>(resolve => (finish = () => resolve([]))) };
    Object.assign(fake.ports, { loadDecoder: async () => slow });
    await running(fake);
    await fake.step();
    fake.clock.advance(400);
    finish();
    await settled();
    // The step took 100 ms of the 500.
    expect(fake.clock.waiting).to.deep.equal([500]);
    fake.clock.advance(499);
    expect(fake.isReading).to.equal(false);
    fake.clock.advance(1);
    expect(fake.isReading).to.equal(true);
  });

  it('tells cameras, torch and zoom, and sets them', async () => {
    const { fake, source, view } = await running();
    expect(view()).to.deep.include({
      cameras: [
        { id: 'back', name: 'Back camera' },
        { id: 'front', name: 'Front camera' },
      ],
      cameraId: 'back',
      torch: false,
      zoom: { value: 1, min: 1, max: 8, step: 0.5 },
    });
    source.setTorch(true);
    source.setZoom(3);
    await settled();
    expect(fake.media.applied).to.deep.equal([{ torch: true }, { zoom: 3 }]);
    expect(view()?.torch).to.equal(true);
    expect(view()?.zoom?.value).to.equal(3);
    source.choose('front');
    await settled();
    expect(view()).to.deep.include({ cameraId: 'front', torch: null, zoom: null });
    expect(fake.media.streams.map(stream => stream.getVideoTracks()[0]?.readyState)).to.deep.equal(['ended', 'live']);
  });

  it('takes another camera where the chosen one is gone', async () => {
    const fake = new FakeCamera();
    const source = camera({ cameraId: 'lost', ports: fake.ports });
    const seen = recorder(source);
    source.connect();
    source.attach(await fixture<HTMLVideoElement>(html`<video muted></video>`));
    await settled();
    expect(seen.state()).to.deep.equal(['ready', null]);
  });

  const FAILURES = {
    NotAllowedError: ['needs-permission', 'permission-refused'],
    NotFoundError: ['disconnected', 'not-found'],
    NotReadableError: ['error', 'in-use'],
    TypeError: ['error', 'failed'],
  };
  for (const [name, expected] of Object.entries(FAILURES)) {
    it(`says what ${name} means, and tries again when asked to`, async () => {
      const fake = new FakeCamera();
      fake.media.failure = new DOMException('no', name);
      const { source, seen } = await running(fake);
      expect(seen.state()).to.deep.equal(expected);
      fake.media.failure = null;
      await source.request();
      expect(seen.state()).to.deep.equal(['ready', null]);
    });
  }

  it('says that the decoder could not be loaded, lets the camera go, and loads again when asked to', async () => {
    const fake = new FakeCamera();
    fake.loadFailure = new Error('offline');
    const { source, seen } = await running(fake);
    expect(seen.state()).to.deep.equal(['error', 'not-loaded']);
    expect(fake.media.running).to.equal(false);
    fake.loadFailure = null;
    await source.request();
    expect([seen.state(), fake.loads]).to.deep.equal([['ready', null], 2]);
  });

  it('says that the camera was unplugged, and goes on when one comes', async () => {
    const { fake, seen } = await running();
    fake.media.streams[0]?.getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
    expect(seen.state()).to.deep.equal(['disconnected', 'unplugged']);
    fake.media.emit('devicechange', {});
    await settled();
    expect(seen.state()).to.deep.equal(['ready', null]);
  });

  it('says that pictures can’t be decoded, rather than reading nothing in silence', async () => {
    const { fake, seen } = await running();
    fake.picture = new Error('out of memory');
    await fake.step();
    expect(seen.state()).to.deep.equal(['error', 'stream-failed']);
  });

  it('lets a stream go that opened too late', async () => {
    const { fake, source, video } = await set();
    source.connect();
    source.attach(video)();
    await settled();
    expect(fake.media.running).to.equal(false);
    expect(fake.media.streams).to.have.lengthOf(1);
  });

  it('says where the browser has no cameras', () => {
    const source = camera({ ports: { ...new FakeCamera().ports, media: null } });
    const seen = recorder(source);
    source.connect();
    expect(seen.state()).to.deep.equal(['unsupported', 'no-interface']);
  });
});
