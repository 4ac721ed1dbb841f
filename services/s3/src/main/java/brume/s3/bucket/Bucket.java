package brume.s3.bucket;

import brume.base.Arn;
import brume.base.Scope;
import brume.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/// A bucket.
///
/// @param id what its objects are stored under: a bucket of the same name made later has another
/// @param scope the account that owns it and the region it is in
public record Bucket(String name, String id, Scope scope, Instant created) {
  public String arn() {
    return arn(name);
  }

  public static String arn(String bucket) {
    return new Arn("s3", "", "", bucket).toString();
  }

  public static String objectArn(String bucket, String key) {
    return arn(bucket) + '/' + key;
  }

  public String owner() {
    return scope.account();
  }

  /// To be stored.
  public byte[] encode() {
    return Json.object(
            "name", Json.of(name),
            "id", Json.of(id),
            "account", Json.of(scope.account()),
            "region", Json.of(scope.region()),
            "created", Json.of(created.toString()))
        .print()
        .getBytes(StandardCharsets.UTF_8);
  }

  public static Bucket decode(byte[] bytes) {
    var json = (Json.Obj) Json.parse(new String(bytes, StandardCharsets.UTF_8));
    return new Bucket(
        text(json, "name"),
        text(json, "id"),
        new Scope(text(json, "account"), text(json, "region")),
        Instant.parse(text(json, "created")));
  }

  private static String text(Json.Obj json, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(json.get(name)).text());
  }
}
