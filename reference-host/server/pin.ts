import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * What a PIN is kept as: scrypt with a salt of its own, its parameters beside it, so that those of today may change and
 * what was kept before is still understood. A PIN of a few digits is soon found by whoever has the hash, whatever the
 * parameters: what holds is the limit on tries.
 */
const COST = { logN: 14, r: 8, p: 1 };
const BYTES = 32;

type Cost = typeof COST;

export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(pin, salt, BYTES, COST);
  const { logN, r, p } = COST;
  return `scrypt$${logN},${r},${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

/** Of a PIN that nobody knows: made with the first one that is asked about, whoever's it is. */
let decoy: Promise<string> | null = null;

/** `kept`: `null` where there is none, which no PIN fits, and which takes as long to say. */
export async function isPin(pin: string, kept: string | null): Promise<boolean> {
  decoy ??= hashPin(randomBytes(32).toString('base64url'));
  const [cost, salt, hash] = read(kept ?? (await decoy));
  const same = timingSafeEqual(await derive(pin, salt, hash.length, cost), hash);
  return same && kept !== null;
}

function read(kept: string): readonly [cost: Cost, salt: Buffer, hash: Buffer] {
  const [, logN, r, p, salt = '', hash = ''] = /^scrypt\$(\d+),(\d+),(\d+)\$([\w-]+)\$([\w-]+)$/.exec(kept) ?? [];
  if (hash === '') throw new Error('A PIN is kept in a form that nobody knows');
  const cost = { logN: Number(logN), r: Number(r), p: Number(p) };
  return [cost, Buffer.from(salt, 'base64url'), Buffer.from(hash, 'base64url')];
}

function derive(pin: string, salt: Buffer, bytes: number, { logN, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** logN;
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, bytes, { N, r, p, maxmem: 256 * N * r }, (error, hash) =>
      error === null ? resolve(hash) : reject(error),
    );
  });
}
