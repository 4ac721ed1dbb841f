package brume.modelgen;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// A small service model with one of each kind, in a folder of its own.
final class Birds {
  static final String MODEL =
      """
      {"metadata": {"apiVersion": "2020-01-01", "endpointPrefix": "birds", "protocols": ["rest-xml"],
                    "serviceId": "Bird Watch", "signingName": "bird", "xmlNamespace": "urn:birds"},
       "operations": {
        "PutBird": {"http": {"method": "PUT", "requestUri": "/{Name}", "responseCode": 201},
          "input": {"shape": "Bird", "locationName": "BirdInput", "xmlNamespace": {"uri": "urn:in"}},
          "output": {"shape": "PutBirdResult", "resultWrapper": "Wrapped"}},
        "Listen": {"http": {"method": "POST", "requestUri": "/"}, "authtype": "none",
          "output": {"shape": "Song"}},
        "Rest": {"http": {"method": "POST", "requestUri": "/"}},
        "Sleep": {"http": {"method": "POST", "requestUri": "/"}, "deprecated": true}},
       "shapes": {
        "Bird": {"type": "structure", "required": ["Name"], "members": {
          "Name": {"shape": "Name", "location": "uri", "locationName": "Name"},
          "Class": {"shape": "Kind", "locationName": "class"},
          "Default": {"shape": "Integer", "location": "header", "locationName": "x-default"},
          "Parents": {"shape": "Birds"},
          "Notes": {"shape": "Notes", "location": "headers", "locationName": "x-note-"},
          "HatchedAt": {"shape": "Date", "timestampFormat": "iso8601"},
          "Token": {"shape": "String", "idempotencyToken": true},
          "Tree": {"shape": "Tree"}}},
        "Birds": {"type": "list", "member": {"shape": "Bird", "locationName": "bird"}, "flattened": true, "max": 2},
        "Tree": {"type": "list", "member": {"shape": "Birds"}},
        "Notes": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}},
        "Name": {"type": "string", "min": 1, "max": 8, "pattern": "[a-z\\\\\\\\]+\\"?"},
        "Odd": {"type": "string", "pattern": "(?<name"},
        "Kind": {"type": "string", "enum": ["OWL", "WREN"]},
        "Integer": {"type": "integer"},
        "String": {"type": "string"},
        "Date": {"type": "timestamp"},
        "Blob": {"type": "blob"},
        "PutBirdResult": {"type": "structure", "payload": "Feather", "members": {
          "Feather": {"shape": "Blob", "streaming": true}, "Odd": {"shape": "Odd"}}},
        "Song": {"type": "structure", "payload": "Tones", "members": {"Tones": {"shape": "Tones"}}},
        "Tones": {"type": "structure", "eventstream": true, "members": {"High": {"shape": "Tone"}, "Low": {"shape": "Tone"}}},
        "Tone": {"type": "structure", "event": true, "members": {"Pitch": {"shape": "Integer", "eventheader": true}}},
        "Unused": {"type": "structure", "members": {}},
        "NestTaken": {"type": "structure", "exception": true, "error": {"code": "Taken", "httpStatusCode": 409},
          "members": {"message": {"shape": "String"}}},
        "Storm": {"type": "structure", "exception": true, "fault": true, "members": {}},
        "Error": {"type": "structure", "exception": true, "members": {}}}}
      """;

  private final Path models;
  private final Path target;

  Birds(Path folder) throws IOException {
    models = Files.createDirectories(folder.resolve("models"));
    target = Files.createDirectories(folder.resolve("target"));
    Files.createDirectories(models.resolve("errors"));
    Files.writeString(models.resolve("birds.json"), MODEL);
    select("birds");
  }

  Birds select(String services) throws IOException {
    Files.writeString(models.resolve("services.txt"), services);
    return this;
  }

  Birds errors(String lines) throws IOException {
    Files.writeString(models.resolve("errors/birds.csv"), lines);
    return this;
  }

  Path target() {
    return target;
  }

  Generator.Outcome generate() throws IOException {
    return new Generator(models, target).generate();
  }

  String source(String type) throws IOException {
    return Files.readString(target.resolve("brume/model/birds").resolve(type + ".java"));
  }

  /// The names of the generated types.
  List<String> types() throws IOException {
    try (var files = Files.walk(target)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .sorted()
          .toList();
    }
  }

  /// Generates, compiles and loads the model.
  ClassLoader load() throws IOException {
    generate();
    var arguments =
        new ArrayList<>(List.of("-proc:none", "-Xlint:all,-classfile", "-Werror", "-d"));
    arguments.add(target.toString());
    for (var type : types()) {
      arguments.add(target.resolve("brume/model/birds").resolve(type + ".java").toString());
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException("The generated sources do not compile");
    }
    return new URLClassLoader(new URL[] {url(target)}, Birds.class.getClassLoader());
  }

  private static URL url(Path folder) throws MalformedURLException {
    return folder.toUri().toURL();
  }
}
