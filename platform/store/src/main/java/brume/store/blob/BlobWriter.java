package brume.store.blob;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import brume.store.StoreUnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A blob being written. Nothing of it remains when it is closed before [#commit].
///
/// Its methods throw [StoreUnavailableException] when the disk is full or fails.
public final class BlobWriter extends OutputStream {
  private final Blobs blobs;
  private final String name;
  private final Path unfinished;
  private final List<Observer> observers;
  private final FileChannel channel;
  private long length;
  private @Nullable BlobId committed;

  /// Sees all bytes in order: `MessageDigest::update` and `Checksum::update` do.
  public interface Observer {
    void update(byte[] bytes, int offset, int length);
  }

  BlobWriter(Blobs blobs, String name, Path unfinished, List<Observer> observers) {
    this.blobs = blobs;
    this.name = name;
    this.unfinished = unfinished;
    this.observers = List.copyOf(observers);
    try {
      channel = FileChannel.open(unfinished, WRITE, CREATE_NEW);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// In bytes, so far.
  public long length() {
    return length;
  }

  @Override
  public void write(int single) {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    observers.forEach(observer -> observer.update(bytes, offset, count));
    try {
      var left = ByteBuffer.wrap(bytes, offset, count);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      length += count;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Appends all of another blob, within the kernel: observers do not see it.
  public void append(BlobId other) {
    try (var source = FileChannel.open(blobs.path(other), READ)) {
      long from = 0;
      while (from < other.length()) {
        from += source.transferTo(from, other.length() - from, channel);
      }
      length += other.length();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /// Returns when the blob is on disk under its name. Nothing can be written to it after.
  public BlobId commit() {
    if (committed == null) {
      var id = new BlobId(name, length);
      try {
        channel.force(true);
        channel.close();
        blobs.keep(unfinished, id);
      } catch (IOException e) {
        throw failed(e);
      }
      committed = id;
    }
    return committed;
  }

  @Override
  public void close() {
    if (committed != null) {
      return;
    }
    try {
      channel.close();
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static StoreUnavailableException failed(IOException cause) {
    return new StoreUnavailableException("A blob could not be written: " + cause, cause);
  }
}
