package brume.lambda.runtime.language;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which interpreter runs which runtime.
///
/// A host has one or two versions of a language where AWS has ten. Brume runs a function on the
/// version it names when the host has that, else on the one the host has, and says so.
public final class Runtimes {
  /// The identifiers of AWS that Brume knows how to start, newest first, deprecated ones included.
  public static final List<String> KNOWN =
      List.of(
          "python3.14",
          "python3.13",
          "python3.12",
          "python3.11",
          "python3.10",
          "python3.9",
          "python3.8",
          "nodejs24.x",
          "nodejs22.x",
          "nodejs20.x",
          "nodejs18.x",
          "nodejs16.x",
          "java25",
          "java21",
          "java17",
          "java11",
          "java8.al2",
          "provided.al2023",
          "provided.al2",
          "provided");

  private final Interpreters interpreters;
  private final Map<String, Resolution> resolutions = new ConcurrentHashMap<>();
  private final Map<Language, Optional<Interpreter>> defaults = new EnumMap<>(Language.class);

  Runtimes(Interpreters interpreters) {
    this.interpreters = interpreters;
  }

  /// Those of this machine; programs are looked for when a runtime is first asked for.
  public static Runtimes ofThisHost() {
    return new Runtimes(new Interpreters());
  }

  /// Looks the interpreter up once per identifier.
  public Resolution resolve(String runtime) {
    return resolutions.computeIfAbsent(runtime, this::find);
  }

  /// The whole policy, for people.
  public List<Resolution> policy() {
    return KNOWN.stream().map(this::resolve).toList();
  }

  private Resolution find(String runtime) {
    if (!KNOWN.contains(runtime)) {
      return new Resolution.Missing(runtime, "Brume does not run the runtime " + runtime);
    }
    for (var language : Language.values()) {
      if (runtime.startsWith(language.prefix())) {
        return find(runtime, language, runtime.substring(language.prefix().length()));
      }
    }
    throw new IllegalStateException("A known runtime without a language: " + runtime);
  }

  private Resolution find(String runtime, Language language, String version) {
    if (language == Language.PROVIDED) {
      return new Resolution.Runs(runtime, Interpreter.ofPackage(), true);
    }
    var wanted = version.replace(".x", "").replace(".al2", "");
    var exact = interpreters.find(language, wanted);
    if (exact.isPresent()) {
      return new Resolution.Runs(runtime, exact.get(), true);
    }
    return usual(language)
        .<Resolution>map(found -> new Resolution.Runs(runtime, found, false))
        .orElseGet(
            () ->
                new Resolution.Missing(
                    runtime, "This host has no " + language + " to run " + runtime));
  }

  private synchronized Optional<Interpreter> usual(Language language) {
    return defaults.computeIfAbsent(language, interpreters::usual);
  }
}
