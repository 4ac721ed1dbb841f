package brume.cloudformation.sam.part;

import brume.json.Json;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/// Where code or content lies in S3: an object or `s3://bucket/key?versionId=…`.
public final class S3Location {
  private static final Pattern URI = Pattern.compile("s3://([^/?]+)/([^?]+)(?:\\?versionId=(.+))?");

  private S3Location() {}

  /// As Lambda's `Code` and layers' `Content` say it.
  public static Json.Obj of(SamResource resource, String property, Json value) {
    if (value instanceof Json.Obj object) {
      return ofObject(resource, property, object);
    }
    var text = value.text();
    var matcher = URI.matcher(text == null ? "" : text);
    if (!matcher.matches()) {
      throw resource.invalid(
          "'%s' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId query parameter."
              .formatted(property));
    }
    var location = new LinkedHashMap<String, Json>();
    location.put("S3Bucket", Json.of(matcher.group(1)));
    location.put("S3Key", Json.of(matcher.group(2)));
    if (matcher.group(3) != null) {
      location.put("S3ObjectVersion", Json.of(matcher.group(3)));
    }
    return new Json.Obj(location);
  }

  private static Json.Obj ofObject(SamResource resource, String property, Json.Obj object) {
    var bucket = object.get("Bucket");
    var key = object.get("Key");
    if (bucket == null || key == null) {
      throw resource.invalid(
          "'" + property + "' requires Bucket and Key properties to be specified.");
    }
    var location = Json.object("S3Bucket", bucket, "S3Key", key);
    var version = object.get("Version");
    return version == null ? location : location.with("S3ObjectVersion", version);
  }
}
