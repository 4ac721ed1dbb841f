package brume.modelgen;

import java.util.Locale;
import java.util.Set;

/// How names of the models are spelled in Java.
final class Names {
  private static final Set<String> RESERVED =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "true",
          "try",
          "void",
          "volatile",
          "while",
          "_",
          // methods of records and of what is generated beside the components
          "shape",
          "member",
          "builder",
          "toBuilder",
          "build",
          "hashCode",
          "toString",
          "clone",
          "finalize",
          "getClass",
          "notify",
          "notifyAll",
          "wait");

  private Names() {}

  /// `QueueUrl` → `queueUrl`, `SSEKMSKeyId` → `sseKmsKeyId`, `default` → `default_`.
  static String component(String member) {
    var words = words(member).split("_");
    var name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(capital(words[i]));
    }
    var text = name.toString();
    return RESERVED.contains(text) || Character.isDigit(text.charAt(0)) ? text + '_' : text;
  }

  static String type(String shape) {
    return Character.toUpperCase(shape.charAt(0)) + shape.substring(1);
  }

  /// `QueueDoesNotExist` → `QUEUE_DOES_NOT_EXIST`, `ListObjectsV2` → `LIST_OBJECTS_V2`.
  static String constant(String name) {
    return words(name).toUpperCase(Locale.ROOT);
  }

  /// The service id as a type's stem: `CloudWatch Logs` → `CloudWatchLogs`, `SQS` → `Sqs`.
  static String stem(String serviceId) {
    var stem = new StringBuilder();
    for (var word : words(serviceId).split("_")) {
      stem.append(capital(word));
    }
    return stem.toString();
  }

  private static String words(String name) {
    return name.replaceAll("[^A-Za-z0-9]+", "_")
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
        .replaceAll("^_+|_+$", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String capital(String word) {
    return word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
