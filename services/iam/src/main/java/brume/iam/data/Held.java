package brume.iam.data;

/// A policy that an identity has, by itself or through a group.
///
/// @param source the kind of what it comes from, as the policy simulator names it: `user`, `group`,
///   `role`, `aws-managed` or `user-managed`
/// @param id the ARN of a managed policy; of an inline one, the holder and its name
public record Held(String source, String id, String document) {
  private static final String AWS = "arn:aws:iam::aws:policy/";

  static Held inline(String kind, String holder, String name, String document) {
    return new Held(kind, kind + '_' + holder + '_' + name, document);
  }

  static Held managed(String arn, String document) {
    return new Held(arn.startsWith(AWS) ? "aws-managed" : "user-managed", arn, document);
  }

  public boolean isManaged() {
    return source.endsWith("-managed");
  }
}
