package brume.ses.identity;

import brume.base.Arn;
import brume.base.Scope;
import brume.shape.Constraint;
import brume.shape.Kind;
import brume.shape.MapShape;
import brume.shape.Member;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An address or a domain that mail is to come from, as it is stored.
///
/// @param name such as `ann@example.com` or `example.com`
/// @param token what shows that its owner reads its mail
/// @param verified whether the owner has shown it
/// @param configurationSet used by messages that name none; null for none
/// @param policies who else may send from it, by the names of the policies
public record Identity(
    String name,
    String token,
    Boolean verified,
    @Nullable String configurationSet,
    Map<String, String> policies,
    Map<String, String> tags)
    implements Structure {
  private static final Member TEXT = Member.of("text", SimpleShape.STRING);
  private static final MapShape TEXTS = new MapShape("Texts", TEXT, TEXT, false, Constraint.NONE);

  public static final StructureShape<Identity> SHAPE =
      StructureShape.structure(
          "Identity",
          Identity::of,
          Member.of("Name", SimpleShape.STRING),
          Member.of("Token", SimpleShape.STRING),
          Member.of("Verified", SimpleShape.of("Boolean", Kind.BOOLEAN)),
          Member.of("ConfigurationSet", SimpleShape.STRING),
          Member.of("Policies", TEXTS),
          Member.of("Tags", TEXTS));

  public Identity {
    policies = Map.copyOf(policies);
    tags = Map.copyOf(tags);
  }

  @SuppressWarnings("unchecked")
  private static Identity of(@Nullable Object[] values) {
    return new Identity(
        (String) Objects.requireNonNull(values[0]),
        (String) Objects.requireNonNull(values[1]),
        (Boolean) Objects.requireNonNull(values[2]),
        (String) values[3],
        values[4] == null ? Map.of() : (Map<String, String>) values[4],
        values[5] == null ? Map.of() : (Map<String, String>) values[5]);
  }

  public static Identity pending(String name, String token) {
    return new Identity(name, token, false, null, Map.of(), Map.of());
  }

  public static Arn arn(Scope scope, String name) {
    return Arn.of("ses", scope, "identity/" + name);
  }

  public boolean isDomain() {
    return name.indexOf('@') < 0;
  }

  /// What AWS has its owner put into the DNS: made of the name, so that it tells nothing of the
  /// [#token] that only the owner's mail has.
  public String publicToken() {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public Identity asVerified() {
    return new Identity(name, token, true, configurationSet, policies, tags);
  }

  public Identity withConfigurationSet(@Nullable String other) {
    return new Identity(name, token, verified, other, policies, tags);
  }

  public Identity withPolicies(Map<String, String> other) {
    return new Identity(name, token, verified, configurationSet, other, tags);
  }

  public Identity withTags(Map<String, String> other) {
    return new Identity(name, token, verified, configurationSet, policies, other);
  }

  @Override
  public StructureShape<?> shape() {
    return SHAPE;
  }

  @Override
  public @Nullable Object member(int index) {
    return switch (index) {
      case 0 -> name;
      case 1 -> token;
      case 2 -> verified;
      case 3 -> configurationSet;
      case 4 -> policies.isEmpty() ? null : policies;
      default -> tags.isEmpty() ? null : tags;
    };
  }
}
