package brume.store.memory;

import brume.store.Store;
import brume.store.StoreContract;

class MemoryStoreTest extends StoreContract {
  @Override
  protected Store open() {
    return MemoryStore.open();
  }
}
