package brume.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// What `brume deploy` was asked for.
///
/// @param stackName the template's folder unless told
/// @param brief prints the outputs only
/// @param web the folder of a built web page to publish; null when there is none
record DeployOptions(
    Path template,
    String stackName,
    Map<String, String> parameters,
    boolean brief,
    @Nullable Path web) {
  /// Throws [IllegalArgumentException] with a text for the operator.
  static DeployOptions parse(String... arguments) {
    var left = new ArrayDeque<>(List.of(arguments));
    Path template = null;
    String stackName = null;
    var parameters = new LinkedHashMap<String, String>();
    boolean brief = false;
    Path web = null;
    while (!left.isEmpty()) {
      var argument = left.remove();
      switch (argument) {
        case "--stack-name" -> stackName = value(argument, left);
        case "--parameter" -> add(parameters, value(argument, left));
        case "--brief" -> brief = true;
        case "--web" -> web = folder(value(argument, left));
        default -> {
          if (argument.startsWith("--") || template != null) {
            throw new IllegalArgumentException("deploy does not know " + argument);
          }
          template = Path.of(argument).toAbsolutePath().normalize();
        }
      }
    }
    if (template == null || !Files.isRegularFile(template)) {
      throw new IllegalArgumentException(
          template == null ? "deploy needs a template" : "There is no file " + template);
    }
    return new DeployOptions(template, nameOf(stackName, template), parameters, brief, web);
  }

  private static Path folder(String path) {
    var folder = Path.of(path).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("There is no folder " + folder);
    }
    return folder;
  }

  private static String nameOf(@Nullable String given, Path template) {
    if (given != null) {
      return given;
    }
    var folder = template.getParent();
    var name = folder == null ? null : folder.getFileName();
    var letters = name == null ? "" : name.toString().replaceAll("[^A-Za-z0-9-]", "-");
    return letters.matches("[A-Za-z].*") ? letters : "stack-" + letters;
  }

  private static String value(String option, Queue<String> left) {
    var value = left.poll();
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return value;
  }

  private static void add(Map<String, String> parameters, String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("--parameter needs NAME=VALUE, not: " + assignment);
    }
    parameters.put(assignment.substring(0, equals), assignment.substring(equals + 1));
  }
}
