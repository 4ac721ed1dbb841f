package brume.cli;

import brume.cloudformation.template.TemplateText;
import brume.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Uploads the files and folders that a template names, and names the uploads in their place, as
/// `aws cloudformation package` does.
///
/// Source: AWS CLI reference, "package", the list of artifact properties.
final class Packaging {
  private enum Form {
    /// `s3://bucket/key`
    URI,
    /// an object with bucket and key, whose names differ by type
    OBJECT
  }

  private record Artifact(String property, Form form, String bucket, String key) {
    static Artifact uri(String property) {
      return new Artifact(property, Form.URI, "", "");
    }
  }

  private static final Map<String, Artifact> ARTIFACTS =
      Map.of(
          "AWS::Serverless::Function",
          Artifact.uri("CodeUri"),
          "AWS::Serverless::LayerVersion",
          Artifact.uri("ContentUri"),
          "AWS::Serverless::Api",
          Artifact.uri("DefinitionUri"),
          "AWS::Serverless::HttpApi",
          Artifact.uri("DefinitionUri"),
          "AWS::Lambda::Function",
          new Artifact("Code", Form.OBJECT, "S3Bucket", "S3Key"),
          "AWS::Lambda::LayerVersion",
          new Artifact("Content", Form.OBJECT, "S3Bucket", "S3Key"),
          "AWS::ApiGateway::RestApi",
          new Artifact("BodyS3Location", Form.OBJECT, "Bucket", "Key"),
          "AWS::ApiGatewayV2::Api",
          new Artifact("BodyS3Location", Form.OBJECT, "Bucket", "Key"));

  private static final List<String> ARCHIVES = List.of(".zip", ".jar");

  private final Path template;
  private final ArtifactBucket bucket;

  Packaging(Path template, ArtifactBucket bucket) {
    this.template = template;
    this.bucket = bucket;
  }

  /// The template with its local files uploaded.
  ///
  /// Throws [IOException] when one of them cannot be read.
  Json.Obj template() throws IOException {
    var source = TemplateText.parse(Files.readString(template));
    var globals = globalsOf(source);
    if (!(source.get("Resources") instanceof Json.Obj(Map<String, Json> resources))) {
      return globals;
    }
    var packaged = new LinkedHashMap<String, Json>();
    for (var resource : resources.entrySet()) {
      packaged.put(resource.getKey(), resource(resource.getValue()));
    }
    return globals.with("Resources", new Json.Obj(packaged));
  }

  /// Globals may name the code of all functions.
  private Json.Obj globalsOf(Json.Obj source) throws IOException {
    if (source.get("Globals") instanceof Json.Obj globals
        && globals.get("Function") instanceof Json.Obj function
        && function.get("CodeUri") instanceof Json.Str(String path)
        && isLocal(path)) {
      var uploaded = function.with("CodeUri", uploaded(path, Artifact.uri("CodeUri")));
      return source.with("Globals", globals.with("Function", uploaded));
    }
    return source;
  }

  private Json resource(Json source) throws IOException {
    if (!(source instanceof Json.Obj resource)
        || !(resource.get("Type") instanceof Json.Str(String type))
        || !(resource.get("Properties") instanceof Json.Obj properties)) {
      return source;
    }
    var artifact = ARTIFACTS.get(type);
    if (artifact == null
        || !(properties.get(artifact.property) instanceof Json.Str(String path))
        || !isLocal(path)) {
      return source;
    }
    var named = properties.with(artifact.property, uploaded(path, artifact));
    return resource.with("Properties", named);
  }

  private static boolean isLocal(String path) {
    return !path.startsWith("s3://") && !path.startsWith("https://");
  }

  private Json uploaded(String path, Artifact artifact) throws IOException {
    var file = template.resolveSibling(path).normalize();
    if (Files.notExists(file)) {
      throw new IOException("The template names " + path + ", which is not beside it: " + file);
    }
    var key = upload(file);
    return switch (artifact.form) {
      case URI -> Json.of("s3://" + bucket.name() + '/' + key);
      case OBJECT ->
          Json.object(artifact.bucket, Json.of(bucket.name()), artifact.key, Json.of(key));
    };
  }

  private String upload(Path file) throws IOException {
    var name = file.toString();
    if (Files.isRegularFile(file) && ARCHIVES.stream().anyMatch(name::endsWith)) {
      return bucket.upload(file, name.substring(name.length() - ARCHIVES.getFirst().length()));
    }
    if (Files.isRegularFile(file) && !isCode(name)) {
      return bucket.upload(file, "");
    }
    var archive = Files.createTempFile("brume", ".zip");
    try {
      FolderArchive.write(file, archive);
      return bucket.upload(archive, ".zip");
    } finally {
      Files.delete(archive);
    }
  }

  /// A single file of code is wrapped in an archive; a document is sent as it is.
  private static boolean isCode(String name) {
    return !name.matches(".*\\.(json|ya?ml)");
  }
}
