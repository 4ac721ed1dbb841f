package brume.cognito.identity.data;

import brume.json.Json;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;

/// Somebody whom a pool gives credentials, by the logins that it is known by.
///
/// @param logins none for an unauthenticated identity
public record Identity(String id, Instant created, Instant modified, SequencedSet<Login> logins) {
  /// Who somebody is for a provider.
  ///
  /// @param provider such as `cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEf123`
  public record Login(String provider, String subject) {}

  public Identity {
    logins = java.util.Collections.unmodifiableSequencedSet(new LinkedHashSet<>(logins));
  }

  public Identity with(Iterable<Login> more, Instant now) {
    var all = new LinkedHashSet<>(logins);
    more.forEach(all::add);
    return new Identity(id, created, now, all);
  }

  public Identity without(Iterable<Login> some, Instant now) {
    var left = new LinkedHashSet<>(logins);
    some.forEach(left::remove);
    return new Identity(id, created, now, left);
  }

  Json json() {
    return Json.object(
        "id", Json.of(id),
        "created", Json.of(created.toString()),
        "modified", Json.of(modified.toString()),
        "logins",
            new Json.Arr(
                logins.stream()
                    .<Json>map(login -> Json.array(Json.of(login.provider), Json.of(login.subject)))
                    .toList()));
  }

  static Identity of(Json.Obj json) {
    var logins = new LinkedHashSet<Login>();
    for (var login : Objects.requireNonNull(json.get("logins")).list()) {
      var parts = login.texts();
      logins.add(new Login(parts.getFirst(), parts.getLast()));
    }
    return new Identity(
        text(json.fields(), "id"),
        Instant.parse(text(json.fields(), "created")),
        Instant.parse(text(json.fields(), "modified")),
        logins);
  }

  private static String text(Map<String, Json> fields, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(fields.get(name)).text());
  }
}
