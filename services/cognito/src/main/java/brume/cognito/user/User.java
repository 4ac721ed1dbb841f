package brume.cognito.user;

import brume.identity.login.Attempts;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A user of a pool.
///
/// @param sub the id that never changes
/// @param attributes without `sub`
/// @param password null for a user who never had one
/// @param codes that were sent and not used yet, by what for
/// @param signedOut tokens issued until then no longer count; null when there never was a sign-out
public record User(
    String username,
    String sub,
    Map<String, String> attributes,
    Status status,
    boolean enabled,
    Instant created,
    Instant modified,
    @Nullable Password password,
    Map<Code.Purpose, Code> codes,
    Totp totp,
    SmsFactor sms,
    Attempts attempts,
    @Nullable Instant signedOut) {
  /// Source: Amazon Cognito API reference, `UserType`.
  public enum Status {
    UNCONFIRMED,
    CONFIRMED,
    RESET_REQUIRED,
    FORCE_CHANGE_PASSWORD
  }

  public User {
    attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    codes = Map.copyOf(codes);
  }

  /// A user who never signed in.
  public static User of(
      String username, String sub, Map<String, String> attributes, Status status, Instant now) {
    return new User(
        username,
        sub,
        attributes,
        status,
        true,
        now,
        now,
        null,
        Map.of(),
        Totp.NONE,
        SmsFactor.NONE,
        Attempts.NONE,
        null);
  }

  public Builder toBuilder() {
    return new Builder(this);
  }

  /// The attributes as they are shown, `sub` among them.
  public Map<String, String> shown() {
    var shown = new LinkedHashMap<String, String>();
    shown.put("sub", sub);
    shown.putAll(attributes);
    return shown;
  }

  public boolean hasVerified(String attribute) {
    return attributes.containsKey(attribute)
        && "true".equals(attributes.get(attribute + "_verified"));
  }

  /// Changes of a user. What is not set stays.
  public static final class Builder {
    private final User from;
    private final Map<String, String> attributes;
    private final Map<Code.Purpose, Code> codes;
    private Status status;
    private boolean enabled;
    private Instant modified;
    private @Nullable Password password;
    private Totp totp;
    private SmsFactor sms;
    private Attempts attempts;
    private @Nullable Instant signedOut;

    private Builder(User from) {
      this.from = from;
      attributes = new LinkedHashMap<>(from.attributes);
      codes = new LinkedHashMap<>(from.codes);
      status = from.status;
      enabled = from.enabled;
      modified = from.modified;
      password = from.password;
      totp = from.totp;
      sms = from.sms;
      attempts = from.attempts;
      signedOut = from.signedOut;
    }

    public Builder attribute(String name, String value) {
      attributes.put(name, value);
      return this;
    }

    public Builder attributes(Map<String, String> more) {
      attributes.putAll(more);
      return this;
    }

    public Builder withoutAttribute(String name) {
      attributes.remove(name);
      return this;
    }

    public Builder status(Status value) {
      status = value;
      return this;
    }

    public Builder enabled(boolean value) {
      enabled = value;
      return this;
    }

    public Builder modified(Instant value) {
      modified = value;
      return this;
    }

    public Builder password(@Nullable Password value) {
      password = value;
      return this;
    }

    public Builder code(Code.Purpose purpose, Code code) {
      codes.put(purpose, code);
      return this;
    }

    public Builder withoutCode(Code.Purpose purpose) {
      codes.remove(purpose);
      return this;
    }

    public Builder totp(Totp value) {
      totp = value;
      return this;
    }

    public Builder sms(SmsFactor value) {
      sms = value;
      return this;
    }

    public Builder attempts(Attempts value) {
      attempts = value;
      return this;
    }

    public Builder signedOut(Instant value) {
      signedOut = value;
      return this;
    }

    public User build() {
      return new User(
          from.username,
          from.sub,
          attributes,
          status,
          enabled,
          from.created,
          modified,
          password,
          codes,
          totp,
          sms,
          attempts,
          signedOut);
    }
  }
}
