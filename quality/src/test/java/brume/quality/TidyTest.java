package brume.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What every file looks like. Today's exceptions stand in `ratchet.txt`: a listed one may shrink,
/// never grow, and one that no longer is an exception leaves the list.
class TidyTest {
  private static final int MAX_LINES = 250;
  private static final int MAX_TEST_LINES = 400;
  private static final Path RATCHET = Path.of("src/test/resources/brume/quality/ratchet.txt");
  private static final Pattern UNFINISHED = Pattern.compile("//\\s*(FIXME|XXX|TODO)\\b");

  private static final List<Sources.File> JAVA = Sources.endingWith(".java");

  @Test
  void filesAreShort() throws IOException {
    var allowed = ratchet();
    var wrong = new ArrayList<String>();
    for (var file : JAVA) {
      int most =
          Math.max(
              file.isTest() ? MAX_TEST_LINES : MAX_LINES, allowed.getOrDefault(file.path(), 0));
      if (file.lines().size() > most) {
        wrong.add(file.path() + " has " + file.lines().size() + " lines, more than " + most);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theRatchetOnlyTightens() throws IOException {
    var lines = new TreeMap<String, Integer>();
    JAVA.forEach(file -> lines.put(file.path(), file.lines().size()));
    var wrong = new ArrayList<String>();
    ratchet()
        .forEach(
            (path, most) -> {
              int now = lines.getOrDefault(path, 0);
              if (now < most) {
                wrong.add("%s has %d lines: write that in place of %d".formatted(path, now, most));
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void packagesSayWhatTheyAre() {
    var without = new TreeSet<String>();
    for (var file : JAVA) {
      if (!file.isTest() && file.path().contains("/src/")) {
        without.add(file.folder());
      }
    }
    for (var file : JAVA) {
      if (file.path().endsWith("package-info.java")) {
        without.remove(file.folder());
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void nothingIsLeftUnfinished() {
    var marks = new ArrayList<String>();
    for (var file : JAVA) {
      for (int i = 0; i < file.lines().size(); i++) {
        if (UNFINISHED.matcher(file.lines().get(i)).find()) {
          marks.add(file.path() + ':' + (i + 1) + ' ' + file.lines().get(i).strip());
        }
      }
    }
    assertThat(marks).isEmpty();
  }

  @Test
  void testsDoNotSleep() {
    var sleepers =
        JAVA.stream()
            .filter(file -> file.path().endsWith("Test.java"))
            .filter(file -> !file.path().startsWith("quality/"))
            .filter(file -> file.lines().stream().anyMatch(line -> line.contains("Thread.sleep(")))
            .map(Sources.File::path)
            .toList();
    assertThat(sleepers).isEmpty();
  }

  @Test
  void promisesNameTheTestsThatKeepThem() throws IOException {
    var known = new TreeSet<String>();
    JAVA.stream()
        .filter(Sources.File::isTest)
        .forEach(file -> known.add(file.path().replaceAll(".*/|\\.java", "")));
    var named = Pattern.compile("`([A-Za-z0-9]+Test)`");
    var missing = new TreeSet<String>();
    for (var line : Files.readAllLines(Sources.HOME.resolve("INVARIANTS.md"))) {
      var matcher = named.matcher(line);
      while (matcher.find()) {
        if (!known.contains(matcher.group(1))) {
          missing.add(matcher.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /// Lines of `path lines`.
  private static Map<String, Integer> ratchet() throws IOException {
    var allowed = new TreeMap<String, Integer>();
    for (var line : Files.readAllLines(RATCHET)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var parts = line.split(" ");
        allowed.put(parts[0], Integer.parseInt(parts[1]));
      }
    }
    return allowed;
  }
}
