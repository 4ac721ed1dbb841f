package brume.dynamodb.transaction;

import static brume.model.dynamodb.DynamoDbError.IDEMPOTENT_PARAMETER_MISMATCH_EXCEPTION;

import brume.base.Bytes;
import brume.base.Scope;
import brume.json.Json;
import brume.shape.Structure;
import brume.store.Key;
import brume.store.Reader;
import brume.store.Transaction;
import brume.wire.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The token of a request that must not be carried out twice.
///
/// @param request a digest of the rest of the request
/// @param now when the request came
public record Token(Scope scope, String text, String request, Instant now) {
  /// How long a token is remembered.
  ///
  /// Source: Amazon DynamoDB API reference, "TransactWriteItems", ClientRequestToken.
  static final Duration LIFETIME = Duration.ofMinutes(10);

  /// Tokens by the times at which they are forgotten.
  static final Key TIMES = Key.of("dynamodb.tokens");

  /// Null for a request without one.
  ///
  /// @param request without its token
  public static @Nullable Token of(
      Scope scope, @Nullable String text, Structure request, Instant now) {
    if (text == null) {
      return null;
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(JsonWriter.write(request));
      return new Token(scope, text, Bytes.wrap(digest).toHex(), now);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Key key() {
    return Key.of(scope.account(), scope.region(), "dynamodb.token", text);
  }

  /// Whether the same request was carried out; throws when it was another with this token.
  boolean isDone(Reader reader) {
    var stored = reader.get(key().bytes());
    if (stored == null) {
      return false;
    }
    var before = (Json.Obj) Json.parse(Bytes.wrap(stored).toUtf8());
    if (!now.isBefore(Instant.parse(text(before, "Until")))) {
      return false;
    }
    if (!request.equals(text(before, "Request"))) {
      throw IDEMPOTENT_PARAMETER_MISMATCH_EXCEPTION.because(
          "The request uses the same client token as a previous, but non-identical request. Do not"
              + " reuse a client token with different requests, unless the requests are identical");
    }
    return true;
  }

  void remember(Transaction transaction) {
    var until = now.plus(LIFETIME);
    var value = Json.object("Request", Json.of(request), "Until", Json.of(until.toString()));
    transaction.put(key().bytes(), value.print().getBytes(StandardCharsets.UTF_8));
    transaction.put(
        TIMES.then().number(until.toEpochMilli()).raw(key().bytes()).build().bytes(),
        key().bytes());
  }

  /// Until when a stored token is remembered.
  static Instant until(byte[] stored) {
    return Instant.parse(text((Json.Obj) Json.parse(Bytes.wrap(stored).toUtf8()), "Until"));
  }

  private static String text(Json.Obj value, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(value.get(name)).text());
  }
}
