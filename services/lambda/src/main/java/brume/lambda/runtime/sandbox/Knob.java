package brume.lambda.runtime.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of the kernel that holds one setting or one reading.
record Knob(Path path) {

  static Knob of(Path group, String name) {
    return new Knob(group.resolve(name));
  }

  void set(String value) {
    try {
      Files.writeString(path, value);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + value + " to " + path, e);
    }
  }

  void set(long value) {
    set(Long.toString(value));
  }

  /// For a group that may be gone by now, which then needs no telling.
  void tell(String value) {
    try {
      Files.writeString(path, value, StandardOpenOption.WRITE);
    } catch (IOException e) {
      if (!isGone(e)) {
        throw new UncheckedIOException("Cannot write " + value + " to " + path, e);
      }
    }
  }

  /// Whether the group is gone, or about to go: its files are then there for a moment longer.
  private boolean isGone(IOException failure) {
    return Files.notExists(path) || String.valueOf(failure.getMessage()).contains("No such device");
  }

  void tellIfPresent(String value) {
    if (Files.exists(path)) {
      tell(value);
    }
  }

  /// For settings that not every kernel has.
  void setIfPresent(String value) {
    if (Files.exists(path)) {
      set(value);
    }
  }

  /// 0 when the group is gone.
  long number() {
    var text = text();
    return text.isEmpty() ? 0 : Long.parseLong(text.strip());
  }

  /// The number behind `key` in a file of `key value` lines; 0 when it has no such line.
  long number(String key) {
    return text()
        .lines()
        .filter(line -> line.startsWith(key + " "))
        .mapToLong(line -> Long.parseLong(line.substring(key.length() + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  /// Empty when the group is gone.
  String text() {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      if (isGone(e)) {
        return "";
      }
      throw new UncheckedIOException(e);
    }
  }
}
