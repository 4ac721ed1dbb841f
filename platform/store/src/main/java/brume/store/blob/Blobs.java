package brume.store.blob;

import brume.base.Body;
import brume.base.Ids;
import brume.store.StoreUnavailableException;
import brume.store.disk.Durably;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Large objects, one file each, in a directory that one process owns.
///
/// `incoming/` holds what is being written; the rest is spread over 256 folders by the first two
/// digits of the name. The names are random, so the folders fill evenly.
public final class Blobs {
  /// How long a deleted blob can still be opened by those who found its id just before.
  public static final Duration GRACE = Duration.ofMinutes(1);

  /// The memory that copying a stream takes.
  private static final int CHUNK_BYTES = 128 * 1024;

  private static final int FOLDERS = 256;
  private static final String INCOMING = "incoming";

  private final Path directory;
  private final InstantSource clock;
  private final Ids ids;
  private final ConcurrentLinkedQueue<Deleted> deleted = new ConcurrentLinkedQueue<>();

  private record Deleted(BlobId id, Instant due) {}

  private Blobs(Path directory, InstantSource clock, Ids ids) {
    this.directory = directory;
    this.clock = clock;
    this.ids = ids;
  }

  /// Opens or creates the blobs of `directory` and removes what was being written at a crash.
  ///
  /// Throws [StoreUnavailableException] when the directory cannot be used.
  public static Blobs open(Path directory, InstantSource clock, Ids ids) {
    try {
      var incoming = directory.resolve(INCOMING);
      if (Files.notExists(incoming)) {
        createFolders(directory);
        Durably.createDirectories(incoming);
      }
      for (var unfinished : files(incoming)) {
        Files.deleteIfExists(unfinished);
      }
      return new Blobs(directory, clock, ids);
    } catch (IOException e) {
      throw new StoreUnavailableException("Cannot use the blobs in " + directory, e);
    }
  }

  /// On disk with the sync of `directory` that follows.
  private static void createFolders(Path directory) throws IOException {
    Durably.createDirectories(directory);
    for (int folder = 0; folder < FOLDERS; folder++) {
      Files.createDirectories(directory.resolve(HexFormat.of().toHexDigits((byte) folder)));
    }
  }

  /// Begins a blob. Close the writer in any case.
  public BlobWriter begin(BlobWriter.Observer... observers) {
    var name = ids.hex(32);
    return new BlobWriter(
        this, name, directory.resolve(INCOMING).resolve(name), List.of(observers));
  }

  /// Writes all of `in`, which it does not close, and returns when the blob is on disk.
  ///
  /// An [IOException] is the stream's; the disk's failures are [StoreUnavailableException]s.
  public BlobId write(InputStream in, BlobWriter.Observer... observers) throws IOException {
    var chunk = new byte[CHUNK_BYTES];
    try (var writer = begin(observers)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        writer.write(chunk, 0, count);
      }
      return writer.commit();
    }
  }

  /// The blob's bytes, which the HTTP server sends without copying them.
  public Body.OfFile open(BlobId id) {
    return new Body.OfFile(path(id), 0, id.length());
  }

  /// Deletes the blob's file, [#GRACE] later. A crash meanwhile leaves an orphan to [#sweep].
  ///
  /// Call it after the transaction that removed the id has committed.
  public void delete(BlobId id) {
    deleted.add(new Deleted(id, clock.instant().plus(GRACE)));
    deleteDue();
  }

  /// Deletes the files of all blobs whose grace is over.
  public void deleteDue() {
    var now = clock.instant();
    for (var next = deleted.peek(); next != null && !next.due.isAfter(now); next = deleted.peek()) {
      if (deleted.remove(next)) {
        remove(path(next.id));
      }
    }
  }

  /// Deletes the blobs written before `before` that nothing refers to, and returns how many.
  ///
  /// A blob is written before its id is stored: leave the writers enough time.
  public int sweep(Instant before, Predicate<BlobId> referenced) {
    int swept = 0;
    try {
      for (var folder : files(directory)) {
        if (!folder.endsWith(INCOMING) && Files.isDirectory(folder)) {
          swept += sweepFolder(folder, before, referenced);
        }
      }
      return swept;
    } catch (IOException e) {
      throw new StoreUnavailableException("Cannot sweep the blobs in " + directory, e);
    }
  }

  private static int sweepFolder(Path folder, Instant before, Predicate<BlobId> referenced)
      throws IOException {
    int swept = 0;
    for (var file : files(folder)) {
      boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(before);
      if (old && !referenced.test(new BlobId(file.getFileName().toString(), Files.size(file)))) {
        remove(file);
        swept++;
      }
    }
    return swept;
  }

  /// Gives a synced file its place.
  void keep(Path unfinished, BlobId id) throws IOException {
    Durably.rename(unfinished, path(id));
  }

  Path path(BlobId id) {
    return directory.resolve(id.name().substring(0, 2)).resolve(id.name());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return new ArrayList<>(entries.toList());
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreUnavailableException("Cannot delete " + file, e);
    }
  }
}
