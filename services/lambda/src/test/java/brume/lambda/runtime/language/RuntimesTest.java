package brume.lambda.runtime.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuntimesTest {
  /// A host with the given versions, the first of each language being its usual one.
  private static Runtimes host(Map<Language, List<String>> versions) {
    return new Runtimes(
        new Interpreters() {
          @Override
          Optional<Interpreter> find(Language language, String version) {
            return versions.getOrDefault(language, List.of()).stream()
                .filter(v -> v.startsWith(version + "."))
                .map(v -> of(language, v))
                .findFirst();
          }

          @Override
          Optional<Interpreter> usual(Language language) {
            return versions.getOrDefault(language, List.of()).stream()
                .map(v -> of(language, v))
                .findFirst();
          }
        });
  }

  private static Interpreter of(Language language, String version) {
    return new Interpreter(language, version, Path.of("/usr/bin/x"), null);
  }

  private static final Runtimes HOST =
      host(
          Map.of(
              Language.PYTHON, List.of("3.11.2", "3.13.1"),
              Language.NODE, List.of("20.20.0"),
              Language.JAVA, List.of("25.0.3")));

  @Test
  void takesTheVersionThatIsNamedIfTheHostHasIt() {
    assertThat(HOST.resolve("python3.13"))
        .isEqualTo(new Resolution.Runs("python3.13", of(Language.PYTHON, "3.13.1"), true));
  }

  @Test
  void takesTheUsualOneElseAndSaysSo() {
    var runs = (Resolution.Runs) HOST.resolve("python3.9");

    assertThat(runs.exact()).isFalse();
    assertThat(runs.text()).isEqualTo("python3.9 runs on Python 3.11.2 of this host");
  }

  @Test
  void runsEveryJavaOnTheOneOfTheHost() {
    assertThat(List.of("java8.al2", "java11", "java17", "java21", "java25"))
        .allSatisfy(
            name ->
                assertThat(((Resolution.Runs) HOST.resolve(name)).text())
                    .isEqualTo(name + " runs on Java 25.0.3 of this host"));
    assertThat(((Resolution.Runs) HOST.resolve("java25")).exact()).isTrue();
    assertThat(((Resolution.Runs) HOST.resolve("java8.al2")).exact()).isFalse();
  }

  @Test
  void leavesCustomRuntimesToThePackage() {
    assertThat(List.of("provided", "provided.al2", "provided.al2023"))
        .allSatisfy(
            name ->
                assertThat(((Resolution.Runs) HOST.resolve(name)).text())
                    .isEqualTo(name + " runs on its own bootstrap"));
  }

  @Test
  void saysWhatTheHostLacks() {
    assertThat(host(Map.of()).resolve("nodejs22.x"))
        .isEqualTo(
            new Resolution.Missing("nodejs22.x", "This host has no Node.js to run nodejs22.x"));
  }

  @Test
  void refusesByNameWhatItDoesNotKnow() {
    assertThat(HOST.resolve("ruby3.4"))
        .isEqualTo(new Resolution.Missing("ruby3.4", "Brume does not run the runtime ruby3.4"));
  }

  @Test
  void listsEveryRuntime() {
    assertThat(HOST.policy())
        .hasSize(Runtimes.KNOWN.size())
        .allMatch(r -> r instanceof Resolution.Runs);
  }
}
