package brume.store.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir private Path directory;

  @Test
  void saysItsFormatFromTheFirstStart() throws Exception {
    RocksStore.open(directory).close();

    assertThat(directory.resolve("format")).hasContent("brume-store 1");
  }

  @Test
  void refusesANewerFormatAndNamesBoth() throws Exception {
    Files.writeString(directory.resolve("format"), "brume-store 2\n");

    assertThatThrownBy(() -> RocksStore.open(directory))
        .isInstanceOf(UnusableDirectoryException.class)
        .hasMessageContaining("format 2")
        .hasMessageContaining("up to 1");
    assertThat(directory.resolve("rocks")).doesNotExist();
  }

  @Test
  void refusesADirectoryOfSomethingElse() throws Exception {
    Files.writeString(directory.resolve("format"), "PostgreSQL 17\n");

    assertThatThrownBy(() -> RocksStore.open(directory))
        .isInstanceOf(UnusableDirectoryException.class)
        .hasMessageContaining("does not name a format");
  }

  @Test
  void isHeldByOneAtATime() {
    var first = RocksStore.open(directory);

    assertThatThrownBy(() -> RocksStore.open(directory))
        .isInstanceOf(UnusableDirectoryException.class)
        .hasMessageContaining("in use by process " + ProcessHandle.current().pid());

    first.close();
    RocksStore.open(directory).close();
  }

  @Test
  void aRefusedOneIsNotHeld() throws Exception {
    var format = directory.resolve("format");
    Files.writeString(format, "brume-store 2\n");
    assertThatThrownBy(() -> RocksStore.open(directory))
        .isInstanceOf(UnusableDirectoryException.class);

    Files.writeString(format, "brume-store 1\n");
    RocksStore.open(directory).close();
  }

  @Test
  void saysWhenItsFilesAreDamaged() throws Exception {
    RocksStore.open(directory).close();
    Files.writeString(directory.resolve("rocks").resolve("CURRENT"), "nothing of RocksDB");

    assertThatThrownBy(() -> RocksStore.open(directory))
        .isInstanceOf(UnusableDirectoryException.class)
        .hasMessageContaining("Cannot open the store in " + directory);
  }

  @Test
  void saysWhenItCannotBeADirectory() throws Exception {
    var file = Files.createFile(directory.resolve("file"));

    assertThatThrownBy(() -> RocksStore.open(file.resolve("data")))
        .isInstanceOf(UnusableDirectoryException.class)
        .hasMessageContaining("Cannot use the data directory");
  }
}
