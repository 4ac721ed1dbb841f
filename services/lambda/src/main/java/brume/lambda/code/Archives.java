package brume.lambda.code;

import static brume.model.lambda.LambdaError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.base.Body;
import brume.store.StoreUnavailableException;
import brume.store.disk.Durably;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Predicate;

/// The archives of all functions and layers, each by the digest of its content, so that equal ones
/// are kept once.
///
/// `archives/` is the truth and is on disk before anything refers to it. `unpacked/` is what
/// sandboxes see; it can be made again from the archives and is, after a restart, since syncing ten
/// thousand small files would cost more.
public final class Archives {
  private static final int CHUNK_BYTES = 128 * 1024;

  private final Path archives;
  private final Path unpacked;
  private final Path incoming;
  private final InstantSource clock;

  private Archives(Path directory, InstantSource clock) {
    archives = directory.resolve("archives");
    unpacked = directory.resolve("unpacked");
    incoming = directory.resolve("incoming");
    this.clock = clock;
  }

  /// Opens or creates those of `directory`, which one process owns.
  public static Archives open(Path directory, InstantSource clock) {
    var opened = new Archives(directory, clock);
    try {
      Durably.createDirectories(opened.archives);
      Trees.delete(opened.incoming);
      Trees.delete(opened.unpacked);
      Trees.createReadable(opened.incoming);
      Trees.createReadable(opened.unpacked);
    } catch (IOException e) {
      throw new StoreUnavailableException("Cannot use the packages in " + directory, e);
    }
    return opened;
  }

  /// Keeps what is a zip archive within the limits, and returns when it is on disk. Throws an
  /// invalid parameter value for anything else.
  public Archive keep(InputStream in) throws IOException {
    var file = Files.createTempFile(incoming, "archive", ".zip");
    try {
      var digest = sha256();
      copy(new DigestInputStream(in, digest), file);
      var sha256 = digest.digest();
      var hex = HexFormat.of().formatHex(sha256);
      long unpackedSize = unpack(file, hex);
      long size = Files.size(file);
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      Durably.rename(file, archive(hex));
      return new Archive(Base64.getEncoder().encodeToString(sha256), size, unpackedSize);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void copy(InputStream in, Path file) throws IOException {
    var chunk = new byte[CHUNK_BYTES];
    long size = 0;
    try (var out = Files.newOutputStream(file, StandardOpenOption.SYNC)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        size += count;
        if (size > CodeLimits.UNPACKED_BYTES) {
          throw Unzip.tooLarge();
        }
        writeFully(out, chunk, count);
      }
    }
    if (size == 0) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because("Uploaded file must be a non-empty zip");
    }
  }

  private static void writeFully(OutputStream out, byte[] chunk, int count) throws IOException {
    try {
      out.write(chunk, 0, count);
    } catch (IOException e) {
      throw new StoreUnavailableException("A package could not be written: " + e, e);
    }
  }

  /// @return the size of its content
  private long unpack(Path archive, String hex) throws IOException {
    var target = unpacked.resolve(hex);
    if (Files.isDirectory(target)) {
      return Trees.size(target);
    }
    var fresh = Files.createTempDirectory(incoming, "unpacking");
    try {
      long size = Unzip.unzip(archive, fresh);
      Trees.makeReadable(fresh);
      move(fresh, target);
      return size;
    } finally {
      Trees.delete(fresh);
    }
  }

  /// Another request may have unpacked the same meanwhile.
  private static void move(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(target)) {
        throw e;
      }
    }
  }

  /// The directory that holds the content, for reading.
  ///
  /// @param sha256 as [Archive] has it
  public Path unpacked(String sha256) throws IOException {
    var hex = hex(sha256);
    var directory = unpacked.resolve(hex);
    if (Files.notExists(directory)) {
      unpack(archive(hex), hex);
    }
    return directory;
  }

  /// The size of the content, in bytes.
  public long unpackedSize(String sha256) throws IOException {
    return Trees.size(unpacked(sha256));
  }

  /// The archive as it was uploaded.
  public Body.OfFile open(String sha256) throws IOException {
    var file = archive(hex(sha256));
    return new Body.OfFile(file, 0, Files.size(file));
  }

  /// Deletes what was kept before `before` and nothing refers to, and returns how many that were.
  ///
  /// @param referenced by the digest as [Archive] has it
  public int sweep(Instant before, Predicate<String> referenced) throws IOException {
    int swept = 0;
    for (var file : Trees.list(archives)) {
      var hex = file.getFileName().toString().replace(".zip", "");
      var sha256 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
      boolean isOld = Files.getLastModifiedTime(file).toInstant().isBefore(before);
      if (isOld && !referenced.test(sha256)) {
        Files.deleteIfExists(file);
        Trees.delete(unpacked.resolve(hex));
        swept++;
      }
    }
    return swept;
  }

  private Path archive(String hex) {
    return archives.resolve(hex + ".zip");
  }

  private static String hex(String sha256) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(sha256));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
