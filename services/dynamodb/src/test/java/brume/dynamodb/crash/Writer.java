package brume.dynamodb.crash;

import brume.dynamodb.Local;
import brume.store.rocks.RocksStore;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Writes from several threads until it is killed, and acknowledges each transaction on its output.
///
/// Arguments: the directory, the number of writers, and the name of an index to add.
final class Writer {
  private Writer() {}

  public static void main(String... args) {
    var local = new Local(RocksStore.open(Path.of(args[0])));
    var ledger = new Ledger(local);
    // Not buffered: what is written is in the pipe, and outlives this process.
    var acknowledgements = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    for (int writer = 0; writer < Integer.parseInt(args[1]); writer++) {
      int number = writer;
      Thread.startVirtualThread(
          () -> {
            for (int next = ledger.count(number) + 1; true; next++) {
              ledger.append(number, next);
              acknowledge(acknowledgements, number, next);
            }
          });
    }
    ledger.index(args[2]);
    while (true) {
      local.work();
    }
  }

  private static void acknowledge(DataOutputStream out, int writer, int number) {
    synchronized (out) {
      try {
        out.writeLong((long) number << Integer.SIZE | writer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
