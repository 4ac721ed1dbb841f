package brume.base;

import java.util.Optional;

/// An Amazon Resource Name: `arn:partition:service:region:account:resource`.
///
/// Region and account may be empty (`arn:aws:s3:::bucket`); the resource may contain colons.
/// Source: AWS General Reference, "Identify AWS resources with Amazon Resource Names".
public record Arn(String service, String region, String account, String resource) {
  private static final String PREFIX = "arn:aws:";

  public static Arn of(String service, Scope scope, String resource) {
    return new Arn(service, scope.region(), scope.account(), resource);
  }

  /// For services without regions, such as IAM.
  public static Arn global(String service, String account, String resource) {
    return new Arn(service, "", account, resource);
  }

  /// Empty when `text` is not an ARN of the `aws` partition.
  public static Optional<Arn> parse(String text) {
    var parts = text.split(":", 6);
    if (parts.length < 6 || !text.startsWith(PREFIX) || parts[2].isEmpty() || parts[5].isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Arn(parts[2], parts[3], parts[4], parts[5]));
  }

  /// The resource after its type: `Todos` of `table/Todos`, `hello` of `function:hello`.
  public String name() {
    int slash = resource.indexOf('/');
    int colon = resource.indexOf(':');
    int cut = slash < 0 ? colon : colon < 0 ? slash : Math.min(slash, colon);
    return resource.substring(cut + 1);
  }

  @Override
  public String toString() {
    return PREFIX + service + ':' + region + ':' + account + ':' + resource;
  }
}
