package brume.identity.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Credentials;
import brume.identity.Principal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;

/// A user with a key, a verifier that knows it, and requests.
final class Fixture {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final int MAY_KEEP = 1 << 20;
  static final Credential KEY =
      Credential.longTerm(
          "AKIDEXAMPLE",
          "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
          new Principal.User("123456789012", "/", "ann", "AIDAEXAMPLE"));

  private Fixture() {}

  static SignatureVerifier verifier(Credential... known) {
    Credentials credentials =
        (id, token) -> {
          for (var credential : known) {
            if (credential.accessKeyId().equals(id)
                && java.util.Objects.equals(credential.sessionToken(), token)) {
              return credential;
            }
          }
          return null;
        };
    return new SignatureVerifier(credentials, MAY_KEEP);
  }

  static Signer signer(String service) {
    return new Signer(KEY, "us-east-1", service);
  }

  static Request request(String method, String path, String query, String body) {
    return new Request(
        method,
        path,
        query,
        Headers.of("Host", "localhost:4566"),
        Body.utf8(body),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
        false);
  }

  static Request withQuery(Request request, String query) {
    return new Request(
        request.method(),
        request.path(),
        query,
        request.headers(),
        request.body(),
        request.remote(),
        request.secure());
  }

  static byte[] bytes(Request request) throws IOException {
    try (var in = request.body().open()) {
      return in.readAllBytes();
    }
  }

  static RefusedException refused(
      Refusal refusal, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    var thrown = catchThrowableOfType(RefusedException.class, call);
    assertThat(thrown).isNotNull();
    assertThat(thrown.refusal()).as(thrown.text()).isEqualTo(refusal);
    return thrown;
  }
}
