/** Finds likenesses in a process of its own, in the record of a data folder, and sends them. */
import { openReadOnlyStore } from '../store/sqlite/index.ts';
import { findLikenesses } from './likeness.ts';

process.once('message', async ({ dataDir }: { readonly dataDir: string }) => {
  const store = await openReadOnlyStore(dataDir);
  const found = await findLikenesses(store);
  await store.close();
  process.send?.(found, () => process.disconnect());
});
