package brume.cli;

import brume.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// The files of a web page, which are published in the bucket that a stack's output names. Beside
/// them stands `config.json` with all outputs, the region and, where it is not AWS's, the endpoint,
/// so that one build serves every deployment.
record WebFolder(Path folder) {
  /// The output of the stack that names the bucket.
  static final String BUCKET = "WebBucket";

  private static final String CONFIG = "config.json";

  /// File names of assets hold a hash of their content.
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private static final String ASK_EACH_TIME = "no-cache";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  /// The page itself comes last, so that what it names is there.
  ///
  /// Throws [IOException] when a file cannot be read.
  void publish(S3Client s3, Map<String, String> outputs, Map<String, String> place)
      throws IOException {
    var bucket = outputs.get(BUCKET);
    if (bucket == null) {
      throw new IOException("The stack has no output " + BUCKET + ", where the page could go");
    }
    try (var files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .sorted((a, b) -> Boolean.compare(isPage(a), isPage(b)))
          .forEach(file -> put(s3, bucket, file));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    var config = new LinkedHashMap<String, Json>();
    outputs.forEach((name, value) -> config.put(name, Json.of(value)));
    place.forEach((name, value) -> config.put(name, Json.of(value)));
    s3.putObject(
        put -> put.bucket(bucket).key(CONFIG).contentType(type(CONFIG)).cacheControl(ASK_EACH_TIME),
        RequestBody.fromString(new Json.Obj(config).print()));
  }

  private void put(S3Client s3, String bucket, Path file) {
    var key = folder.relativize(file).toString().replace('\\', '/');
    s3.putObject(
        put ->
            put.bucket(bucket)
                .key(key)
                .contentType(type(key))
                .cacheControl(key.startsWith("assets/") ? FOREVER : ASK_EACH_TIME),
        RequestBody.fromFile(file));
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".html");
  }

  private static String type(String key) {
    var ending = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
