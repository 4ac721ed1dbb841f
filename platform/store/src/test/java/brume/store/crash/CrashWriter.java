package brume.store.crash;

import brume.store.rocks.RocksStore;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// Writes from many threads until it is killed, and acknowledges each transaction on its output.
///
/// Arguments: the directory and the number of writers.
final class CrashWriter {
  private CrashWriter() {}

  public static void main(String... args) throws InterruptedException {
    var store = RocksStore.open(Path.of(args[0]));
    var ledger = new CrashLedger(Integer.parseInt(args[1]));
    // Not buffered: what is written is in the pipe, and outlives this process.
    var acknowledgements = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    for (int writer = 0; writer < ledger.writers(); writer++) {
      int number = writer;
      Thread.startVirtualThread(
          () -> {
            while (true) {
              acknowledge(acknowledgements, number, ledger.append(store, number));
            }
          });
    }
    Thread.currentThread().join();
  }

  private static void acknowledge(DataOutputStream out, int writer, long number) {
    // Nine bits for the writer, the rest for the number: one write for both.
    long both = number << CrashTest.WRITER_BITS | writer;
    synchronized (out) {
      try {
        out.writeLong(both);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
