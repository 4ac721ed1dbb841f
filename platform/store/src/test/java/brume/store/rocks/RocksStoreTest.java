package brume.store.rocks;

import brume.store.Store;
import brume.store.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class RocksStoreTest extends StoreContract {
  @TempDir private Path directory;

  @Override
  protected Store open() {
    return RocksStore.open(directory);
  }
}
