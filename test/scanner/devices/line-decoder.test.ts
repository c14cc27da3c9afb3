import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type Framing, type Line, createLineDecoder } from '../../../src/scanner/devices/serial/line-decoder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const texts = (lines: readonly Line[]) => lines.map(({ kind, text }) => `${kind} ${text}`);
const ENTER: Framing = { terminator: 'enter', idleMs: 100 };

describe('Lines of a serial stream', () => {
  it('end with CR, LF or both', () => {
    const decoder = createLineDecoder();
    expect(texts(decoder.push(bytes('A-1\rB-2\nC-3\r\nD-4\r\n\r\n'), 0))).to.deep.equal([
      'code A-1',
      'code B-2',
      'code C-3',
      'code D-4',
    ]);
  });

  it('are the same however the bytes are cut, characters of several bytes and CR LF included', () => {
    const code = fc.string({ unit: fc.constantFrom('A', '7', '-', '\x1D', 'ș', '€', '漢', '😀'), minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(code, fc.constantFrom('\r', '\n', '\r\n')), { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
        (codes, sizes) => {
          const stream = bytes(codes.map(([text, end]) => text + end).join(''));
          const decoder = createLineDecoder(ENTER);
          const lines: Line[] = [];
          for (let at = 0, n = 0; at < stream.length; n++) {
            const size = sizes[n % sizes.length] ?? 1;
            lines.push(...decoder.push(stream.slice(at, at + size), n));
            at += size;
          }
          expect(texts(lines)).to.deep.equal(codes.map(([text]) => `code ${text}`));
        },
      ),
    );
  });

  it('end with what the scanner is set to', () => {
    const decoder = createLineDecoder({ terminator: '\x03', idleMs: 100 });
    expect(texts(decoder.push(bytes('A\r1\x03B'), 0))).to.deep.equal(['code A\r1']);
    expect(texts(decoder.push(bytes('-2\x03'), 5))).to.deep.equal(['code B-2']);
  });

  it('are rejected where some of their bytes are no text', () => {
    const decoder = createLineDecoder();
    const [line] = decoder.push(Uint8Array.of(0x41, 0xff, 0x42, 0x0d), 0);
    expect(line).to.deep.equal({ kind: 'reject', text: 'A\uFFFDB', reason: 'garbled' });
    expect(texts(decoder.push(bytes('next\r'), 10))).to.deep.equal(['code next']);
  });

  it('are rejected where they stop in the middle, with what comes soon after', () => {
    const decoder = createLineDecoder();
    expect(decoder.push(bytes('ITEM-1'), 0)).to.deep.equal([]);
    expect(decoder.waitMs).to.equal(1000);
    expect(decoder.idle(1000)).to.deep.equal([{ kind: 'reject', text: 'ITEM-1', reason: 'too-slow' }]);
    expect(decoder.push(bytes('18\r'), 1500)).to.deep.equal([{ kind: 'reject', text: '18', reason: 'broken-off' }]);
    expect(texts(decoder.push(bytes('ITEM-118\r'), 1600))).to.deep.equal(['code ITEM-118']);
  });

  it('are not glued together, where the timer that would tell them apart never ran', () => {
    const decoder = createLineDecoder();
    decoder.push(bytes('AAA'), 0);
    expect(texts(decoder.push(bytes('BBB\r'), 60_000))).to.deep.equal(['reject AAA', 'code BBB']);
  });

  it('begin anew after an error on the line, which may have taken the first characters', () => {
    const decoder = createLineDecoder();
    expect(decoder.breakOff(0)).to.deep.equal([]);
    expect(texts(decoder.push(bytes('-118\r'), 20))).to.deep.equal(['reject -118']);
    expect(texts(decoder.push(bytes('ITEM-118\r'), 40))).to.deep.equal(['code ITEM-118']);
  });

  it('end with a pause only where no terminator is configured', () => {
    const decoder = createLineDecoder({ terminator: null, idleMs: 80 });
    expect(decoder.push(bytes('A-1'), 0)).to.deep.equal([]);
    expect(decoder.waitMs).to.equal(80);
    decoder.push(bytes('18'), 60);
    expect(texts(decoder.idle(140))).to.deep.equal(['code A-118']);
    expect(decoder.waitMs).to.equal(null);
  });

  it('are given up where no end comes: a wrong baud rate must not fill the memory', () => {
    const decoder = createLineDecoder();
    const lines = decoder.push(bytes('x'.repeat(9000)), 0);
    expect(lines.map(({ kind, text }) => [kind, text.length])).to.deep.equal([['reject', 9000]]);
    expect(decoder.waitMs).to.equal(null);
  });
});
