package brume.modelgen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// A folder of generated sources, which keeps the age of what does not change.
final class SourceFolder {
  private final Path root;
  private final Set<Path> put = new HashSet<>();
  private int changes;

  SourceFolder(Path root) {
    this.root = root;
  }

  /// Throws [IllegalArgumentException] when two sources would have the same name.
  void put(String packageName, String type, String text) throws IOException {
    var file = root.resolve(packageName.replace('.', '/')).resolve(type + ".java");
    if (!put.add(file)) {
      throw new IllegalArgumentException("Two shapes would be " + packageName + '.' + type);
    }
    if (Files.exists(file) && Files.readString(file).equals(text)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    changes++;
  }

  /// Deletes what an earlier run wrote and this one did not.
  void deleteOthers() throws IOException {
    try (var files = Files.walk(root)) {
      for (var file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        if (!put.contains(file)) {
          Files.delete(file);
          changes++;
        }
      }
    }
  }

  int changes() {
    return changes;
  }
}
