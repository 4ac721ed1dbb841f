package brume.identity.signature;

import static brume.identity.signature.Fixture.KEY;
import static brume.identity.signature.Fixture.NOW;
import static brume.identity.signature.Fixture.refused;
import static brume.identity.signature.Fixture.request;
import static brume.identity.signature.Fixture.withQuery;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/// Every way to sign against every way to cheat. Whatever was signed is refused once it is changed,
/// sent elsewhere or sent too late.
final class ForgeryTest {
  private static final byte[] BODY = "hello, world".getBytes(StandardCharsets.UTF_8);
  private static final Duration LIFE = Duration.ofMinutes(5);

  private static final Credential TEMPORARY =
      new Credential(
          "ASIAEXAMPLE",
          "temporary secret",
          "token",
          KEY.principal(),
          NOW.plusSeconds(3600),
          Session.at(NOW));

  private final SignatureVerifier verifier = Fixture.verifier(KEY, TEMPORARY);

  /// A way to sign a request.
  enum Form {
    HEADER(false, "dynamodb", true),
    HEADER_WITH_TOKEN(true, "dynamodb", true),
    S3_HEADER(false, "s3", true),
    PRESIGNED(false, "s3", false),
    PRESIGNED_WITH_TOKEN(true, "s3", false),
    PRESIGNED_WITH_BODY(false, "execute-api", true),
    CHUNKS(false, "s3", true),
    CHUNKS_AND_TRAILER(false, "s3", true),
    UNSIGNED_TRAILER(false, "s3", false);

    private final boolean temporary;
    private final String service;
    private final boolean signsBody;

    Form(boolean temporary, String service, boolean signsBody) {
      this.temporary = temporary;
      this.service = service;
      this.signsBody = signsBody;
    }

    private Credential credential() {
      return temporary ? TEMPORARY : KEY;
    }

    private boolean presigned() {
      return name().startsWith("PRESIGNED");
    }

    private boolean chunked() {
      return this == CHUNKS || this == CHUNKS_AND_TRAILER || this == UNSIGNED_TRAILER;
    }

    private Request sign(byte[] body) {
      if (chunked()) {
        return OthersSigner.sign(
            new Draft("PUT", "/b/k", List.of(), List.of(), body, this == UNSIGNED_TRAILER),
            service,
            options -> {
              options
                  .putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, true)
                  .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, signsBody);
              if (this != CHUNKS) {
                options.putProperty(
                    AwsV4HttpSigner.CHECKSUM_ALGORITHM, DefaultChecksumAlgorithm.CRC32);
              }
            });
      }
      var plain = request("PUT", "/b/k", "", new String(body, StandardCharsets.UTF_8));
      var signer = new Signer(credential(), "us-east-1", service);
      return presigned()
          ? withQuery(plain, signer.presign(plain, NOW, LIFE))
          : signer.sign(plain, NOW);
    }

    /// Rewrites what the request says of its signature, wherever that stands.
    private Request rewrite(Request request, String from, String to) {
      if (presigned()) {
        var query = request.query().replaceFirst(from.replace("/", "%2F"), to.replace("/", "%2F"));
        return withQuery(request, query);
      }
      var value = request.headers().first("authorization").replaceFirst(from, to);
      return request.with(request.headers().set("Authorization", value));
    }
  }

  /// A way to cheat, and how it is found out.
  enum Attack {
    SIGNATURE_FORGED(Refusal.MISMATCH),
    SIGNATURE_OF_ANOTHER_SECRET(Refusal.MISMATCH),
    UNKNOWN_KEY(Refusal.UNKNOWN_KEY),
    OTHER_PATH(Refusal.MISMATCH),
    OTHER_QUERY(Refusal.MISMATCH),
    OTHER_METHOD(Refusal.MISMATCH),
    OTHER_HOST(Refusal.MISMATCH),
    OTHER_REGION(Refusal.MISMATCH),
    OTHER_SERVICE(Refusal.MISMATCH),
    OTHER_DAY(Refusal.WRONG_SCOPE),
    OTHER_BODY(Refusal.MISMATCH),
    TOO_LATE(Refusal.SKEWED),
    TOO_EARLY(Refusal.SKEWED),
    FOR_ANOTHER_REGION(Refusal.WRONG_SCOPE),
    FOR_ANOTHER_SERVICE(Refusal.WRONG_SCOPE),
    WITHOUT_ITS_TOKEN(Refusal.UNKNOWN_KEY),
    WITH_ANOTHER_TOKEN(Refusal.INVALID_TOKEN),
    AFTER_ITS_TOKEN(Refusal.EXPIRED_TOKEN);

    private final Refusal found;

    Attack(Refusal found) {
      this.found = found;
    }

    private boolean fits(Form form) {
      return switch (this) {
        case OTHER_BODY -> form.signsBody;
        case WITHOUT_ITS_TOKEN, WITH_ANOTHER_TOKEN, AFTER_ITS_TOKEN -> form.temporary;
        case UNKNOWN_KEY -> !form.temporary;
        default -> true;
      };
    }

    private Refusal found(Form form) {
      return switch (this) {
        case TOO_LATE, TOO_EARLY -> form.presigned() ? Refusal.EXPIRED : found;
        case OTHER_BODY ->
            form.service.equals("s3") && !form.chunked() ? Refusal.OTHER_BODY : found;
        case OTHER_DAY, FOR_ANOTHER_REGION ->
            form.presigned() && form.service.equals("s3") ? Refusal.INCOMPLETE_QUERY : found;
        case OTHER_SERVICE -> form.chunked() ? Refusal.INVALID_CONTENT_HASH : found;
        default -> found;
      };
    }

    private Instant at() {
      return switch (this) {
        case TOO_LATE -> NOW.plusSeconds(901);
        case TOO_EARLY -> NOW.minusSeconds(901);
        default -> NOW;
      };
    }

    private Request change(Form form, Request good) {
      return switch (this) {
        case SIGNATURE_FORGED ->
            form.rewrite(good, "Signature=[0-9a-f]{64}", "Signature=" + "0".repeat(64));
        case UNKNOWN_KEY -> form.rewrite(good, "AKIDEXAMPLE", "AKIDNOBODY");
        case OTHER_PATH -> good.withPath("/b/other");
        case OTHER_QUERY ->
            withQuery(good, good.query() + (good.query().isEmpty() ? "acl" : "&acl"));
        case OTHER_METHOD -> withMethod(good, "POST");
        case OTHER_HOST -> good.with(good.headers().set("Host", "elsewhere"));
        case OTHER_REGION -> form.rewrite(good, "/us-east-1/", "/eu-west-1/");
        case OTHER_SERVICE -> form.rewrite(good, "/" + form.service + "/", "/sqs/");
        case OTHER_DAY -> form.rewrite(good, "/20260301/", "/20260302/");
        case OTHER_BODY -> withBody(good);
        case WITHOUT_ITS_TOKEN -> withToken(form, good, null);
        case WITH_ANOTHER_TOKEN -> withToken(form, good, "forged");
        default -> good;
      };
    }
  }

  /// The same head, and every chunk as it was framed and signed, around other bytes.
  private static Request withBody(Request request) {
    try {
      var wire = new String(Fixture.bytes(request), StandardCharsets.UTF_8);
      return request.with(Body.utf8(wire.replace("hello", "jello")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Request withMethod(Request request, String method) {
    return new Request(
        method,
        request.path(),
        request.query(),
        request.headers(),
        request.body(),
        request.remote(),
        request.secure());
  }

  private static Request withToken(Form form, Request request, String token) {
    if (form.presigned()) {
      var to = token == null ? "" : "&X-Amz-Security-Token=" + token;
      return withQuery(request, request.query().replace("&X-Amz-Security-Token=token", to));
    }
    Headers headers = request.headers();
    return request.with(
        token == null
            ? headers.without("X-Amz-Security-Token")
            : headers.set("X-Amz-Security-Token", token));
  }

  static Stream<Arguments> attacks() {
    return Stream.of(Form.values())
        .flatMap(
            form ->
                Stream.of(Attack.values())
                    .filter(attack -> attack.fits(form))
                    .map(attack -> Arguments.of(form, attack)));
  }

  @ParameterizedTest
  @EnumSource
  void whatNobodyChangedIsGood(Form form) throws IOException {
    var verified = verifier.verify(form.sign(BODY), NOW);
    assertThat(verified.credential()).isEqualTo(form.credential());
    assertThat(Fixture.bytes(verified.request())).isEqualTo(BODY);
    verified.authorization().requireRegion("us-east-1");
    verified.authorization().requireService(form.service);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void whatSomebodyChangedIsRefused(Form form, Attack attack) {
    var changed = attack.change(form, form.sign(BODY));
    refused(attack.found(form), () -> receive(form, attack, changed));
  }

  /// As a service does: who sent it, for which place, and all of its body.
  private void receive(Form form, Attack attack, Request request) throws IOException {
    var verified = knowing(form, attack).verify(request, attack.at());
    var signed = verified.authorization();
    signed.requireRegion(attack == Attack.FOR_ANOTHER_REGION ? "eu-west-1" : "us-east-1");
    signed.requireService(attack == Attack.FOR_ANOTHER_SERVICE ? "sns" : form.service);
    var _ = Fixture.bytes(verified.request());
  }

  private SignatureVerifier knowing(Form form, Attack attack) {
    var credential = form.credential();
    return switch (attack) {
      case SIGNATURE_OF_ANOTHER_SECRET ->
          Fixture.verifier(
              new Credential(
                  credential.accessKeyId(),
                  "another secret",
                  credential.sessionToken(),
                  credential.principal(),
                  credential.expires(),
                  credential.session()));
      case AFTER_ITS_TOKEN ->
          Fixture.verifier(
              new Credential(
                  credential.accessKeyId(),
                  credential.secretKey(),
                  credential.sessionToken(),
                  credential.principal(),
                  NOW,
                  credential.session()));
      default -> verifier;
    };
  }
}
