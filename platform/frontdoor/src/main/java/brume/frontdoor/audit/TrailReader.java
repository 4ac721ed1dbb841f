package brume.frontdoor.audit;

import brume.json.Json;
import brume.json.JsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds records, the newest first, one file after the other.
final class TrailReader {
  /// How many bytes one question reads of each category; older records need a narrower `until`.
  private static final long MAX_READ = 128L << 20;

  private record Found(String at, String line) {}

  private TrailReader() {}

  /// @param categories the files of each category, the newest first
  @SafeVarargs
  static List<String> find(TrailQuery query, List<Path>... categories) {
    var found = new ArrayList<Found>();
    for (var files : categories) {
      found.addAll(find(query, files));
    }
    return found.stream()
        .sorted(Comparator.comparing(Found::at).reversed())
        .limit(query.limit())
        .map(Found::line)
        .toList();
  }

  private static List<Found> find(TrailQuery query, List<Path> files) {
    var found = new ArrayList<Found>();
    long read = 0;
    for (var file : files) {
      if (found.size() >= query.limit() || read > MAX_READ || isBefore(file, query)) {
        break;
      }
      var lines = lines(file);
      for (var line : lines.reversed()) {
        read += line.length();
        var one = found.size() < query.limit() ? fitting(query, line) : null;
        if (one != null) {
          found.add(one);
        }
      }
    }
    return found;
  }

  /// Whether all of a file, whose name has its day, is older than what is asked for.
  private static boolean isBefore(Path file, TrailQuery query) {
    if (query.from() == null) {
      return false;
    }
    var name = file.getFileName().toString();
    var day = name.substring(name.indexOf('-') + 1);
    return day.compareTo(query.from().toString().substring(0, "YYYY-MM-DD".length())) < 0;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException expired) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Found fitting(TrailQuery query, String line) {
    try {
      return Json.parse(line) instanceof Json.Obj event && query.fits(event)
          ? new Found(String.valueOf(event.get("eventTime")), line)
          : null;
    } catch (JsonException _) {
      // The last line of a process that was killed while it wrote.
      return null;
    }
  }
}
