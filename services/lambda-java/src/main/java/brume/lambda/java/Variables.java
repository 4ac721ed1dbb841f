package brume.lambda.java;

import java.util.Map;

/// The environment variables of the function.
record Variables(Map<String, String> values) {

  static Variables ofThisProcess() {
    return new Variables(System.getenv());
  }

  String required(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("The environment variable " + name + " is missing");
    }
    return value;
  }

  String text(String name) {
    return values.getOrDefault(name, "");
  }

  int number(String name) {
    return Integer.parseInt(required(name));
  }
}
