package brume.s3.crash;

import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;

/// Puts objects until it is killed, and says of each that it was acknowledged: writer and number.
final class ObjectWriter {
  private ObjectWriter() {}

  /// @param arguments the directory, and the number of each writer's first object
  public static void main(String... arguments) throws InterruptedException {
    var objects = new Objects(Path.of(arguments[0]));
    var out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < Objects.WRITERS; i++) {
      int writer = i;
      long first = Long.parseLong(arguments[1 + i]);
      threads.add(Thread.startVirtualThread(() -> write(objects, writer, first, out)));
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  private static void write(Objects objects, int writer, long first, DataOutputStream out) {
    for (long number = first; ; number++) {
      objects.put(writer, number);
      try {
        synchronized (out) {
          out.writeLong(number * Objects.WRITERS + writer);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
