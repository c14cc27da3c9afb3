/** How something was written to IndexedDB. */
export interface Write {
  readonly tables: readonly string[];
  readonly durability: IDBTransactionDurability;
}

/** What `work` writes, and how, as the browser was asked for it. `completed` is called when it says that it is done. */
export async function writesDuring(
  work: () => Promise<unknown>,
  completed: () => void = () => undefined,
): Promise<readonly Write[]> {
  const writes: Write[] = [];
  const original = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, 'transaction') ?? {};
  Object.defineProperty(IDBDatabase.prototype, 'transaction', {
    ...original,
    value: function (this: IDBDatabase, ...of: Parameters<IDBDatabase['transaction']>) {
      const tx: IDBTransaction = original.value.apply(this, of);
      if (tx.mode === 'readwrite') {
        writes.push({ tables: [...tx.objectStoreNames], durability: tx.durability });
        tx.addEventListener('complete', completed);
      }
      return tx;
    },
  });
  try {
    await work();
  } finally {
    Object.defineProperty(IDBDatabase.prototype, 'transaction', original);
  }
  return writes;
}
