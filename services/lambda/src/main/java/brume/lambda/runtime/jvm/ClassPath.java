package brume.lambda.runtime.jvm;

import brume.lambda.runtime.sandbox.Layout;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a Java function finds classes: Brume's jars, `/var/task`, `/var/task/lib/*.jar`,
/// `/opt/java/lib/*.jar`.
///
/// Jars are listed by name, as AWS's runtime sorts them, not by the launcher's wildcard, whose
/// order is the file system's.
public final class ClassPath {
  /// Below the directory of the runtimes.
  public static final String DIRECTORY = "java";

  /// What [#DIRECTORY] holds, in the order of the class path.
  public static final List<String> OWN_JARS =
      List.of(
          "brume-lambda-java-bootstrap.jar",
          "aws-lambda-java-core.jar",
          "aws-lambda-java-serialization.jar");

  private ClassPath() {}

  /// Of a function, in the function's terms.
  ///
  /// @param code on the host
  /// @param opt the layers on the host
  public static String of(Path code, @Nullable Path opt, JavaClasses classes, Layout layout) {
    var layers =
        opt == null
            ? Stream.<String>empty()
            : jars(opt.resolve("java/lib"), layout.opt() + "/java/lib");
    var task =
        Stream.concat(
            Stream.of(ofPackage(classes, layout)),
            jars(code.resolve("lib"), layout.task() + "/lib"));
    return join(Stream.of(own(layout), task, layers).flatMap(part -> part));
  }

  private static String ofPackage(JavaClasses classes, Layout layout) {
    return switch (classes) {
      case JavaClasses.Unpacked _ -> layout.task() + "/";
      case JavaClasses.Prepared _ -> layout.prepared() + "/" + PreparedCode.CLASSES;
    };
  }

  /// What all functions have in front.
  static String shared(Layout layout) {
    return join(own(layout));
  }

  private static Stream<String> own(Layout layout) {
    return OWN_JARS.stream().map(jar -> layout.runtime() + "/" + DIRECTORY + "/" + jar);
  }

  private static String join(Stream<String> entries) {
    return entries.collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<String> jars(Path directory, String seenAt) {
    if (!Files.isDirectory(directory)) {
      return Stream.empty();
    }
    try (var files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .map(name -> seenAt + "/" + name)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
