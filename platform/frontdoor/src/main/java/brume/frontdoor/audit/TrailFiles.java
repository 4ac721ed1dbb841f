package brume.frontdoor.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The files of one category, a record a line: at least one file for a day, named so that their
/// order is that of time. Old ones are deleted by age, and before that when all together grow too
/// large.
final class TrailFiles implements AutoCloseable {
  /// Source: AWS CloudTrail User Guide, "Working with CloudTrail event history" (90 days).
  static final Duration RETENTION = Duration.ofDays(90);

  private static final String SUFFIX = ".jsonl";
  private static final int PART_DIGITS = 5;

  private final Path folder;
  private final String category;
  private final long maxFile;
  private final long maxAll;
  private @Nullable FileChannel open;
  private @Nullable LocalDate day;
  private long size;
  private boolean dirty;

  /// @param maxFile from how many bytes on a further file is begun
  /// @param maxAll how many bytes all files may have together
  TrailFiles(Path folder, String category, long maxFile, long maxAll) {
    this.folder = folder;
    this.category = category;
    this.maxFile = maxFile;
    this.maxAll = maxAll;
  }

  void write(Instant at, List<String> lines) throws IOException {
    var channel = channel(at);
    var bytes = ByteBuffer.wrap((String.join("\n", lines) + '\n').getBytes(StandardCharsets.UTF_8));
    size += bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    dirty = true;
  }

  /// Returns when what was written is on disk.
  void sync() throws IOException {
    if (dirty && open != null) {
      open.force(false);
      dirty = false;
    }
  }

  private FileChannel channel(Instant at) throws IOException {
    var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    if (open != null && (!today.equals(day) || size >= maxFile)) {
      close();
    }
    if (open == null) {
      Files.createDirectories(folder);
      expire(today);
      open = FileChannel.open(file(today), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      day = today;
      size = open.size();
    }
    return Objects.requireNonNull(open);
  }

  /// The last file of the day if it has room, else a further one. Those before it may be deleted
  /// already.
  private Path file(LocalDate today) throws IOException {
    var first = name(today, 0);
    var last = newestFirst().stream().map(file -> file.getFileName().toString()).findFirst();
    if (last.isEmpty() || last.get().compareTo(first) < 0) {
      return folder.resolve(first);
    }
    var file = folder.resolve(last.get());
    int digits = last.get().length() - SUFFIX.length();
    int part = Integer.parseInt(last.get().substring(digits - PART_DIGITS, digits));
    return Files.size(file) < maxFile ? file : folder.resolve(name(today, part + 1));
  }

  private String name(LocalDate today, int part) {
    return "%s-%s-%05d%s".formatted(category, today, part, SUFFIX);
  }

  private void expire(LocalDate today) throws IOException {
    var oldest = name(today.minusDays(RETENTION.toDays()), 0);
    long all = 0;
    for (var file : newestFirst()) {
      all += Files.size(file);
      if (all > maxAll || file.getFileName().toString().compareTo(oldest) < 0) {
        Files.deleteIfExists(file);
      }
    }
  }

  List<Path> newestFirst() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(category + '-'))
          .sorted(java.util.Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      sync();
      open.close();
      open = null;
    }
  }
}
