package brume.identity.signature;

import static org.assertj.core.api.Assertions.assertThat;

import brume.shape.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Codes of "Common errors" in the API references, of EC2's client errors and of S3's.
final class RefusalTest {

  @ParameterizedTest
  @CsvSource({
    "MISSING, JSON, MissingAuthenticationTokenException, 400",
    "MISSING, REST_JSON, MissingAuthenticationTokenException, 403",
    "MISSING, QUERY, MissingAuthenticationToken, 403",
    "MISSING, EC2, AuthFailure, 401",
    "MISSING, S3, AccessDenied, 403",
    "UNKNOWN_KEY, JSON, UnrecognizedClientException, 400",
    "UNKNOWN_KEY, REST_JSON, UnrecognizedClientException, 403",
    "UNKNOWN_KEY, QUERY, InvalidClientTokenId, 403",
    "UNKNOWN_KEY, S3, InvalidAccessKeyId, 403",
    "MISMATCH, JSON, InvalidSignatureException, 400",
    "MISMATCH, REST_JSON, InvalidSignatureException, 403",
    "MISMATCH, QUERY, SignatureDoesNotMatch, 403",
    "MISMATCH, EC2, SignatureDoesNotMatch, 403",
    "MISMATCH, S3, SignatureDoesNotMatch, 403",
    "EXPIRED_TOKEN, JSON, ExpiredTokenException, 400",
    "EXPIRED_TOKEN, QUERY, ExpiredToken, 403",
    "EXPIRED_TOKEN, EC2, RequestExpired, 400",
    "EXPIRED_TOKEN, S3, ExpiredToken, 400",
    "SKEWED, S3, RequestTimeTooSkewed, 403",
    "SKEWED, QUERY, SignatureDoesNotMatch, 403",
    "INCOMPLETE, JSON, IncompleteSignatureException, 400",
    "INCOMPLETE, QUERY, IncompleteSignature, 400",
    "INCOMPLETE_QUERY, S3, AuthorizationQueryParametersError, 400",
    "OTHER_BODY, S3, XAmzContentSHA256Mismatch, 400",
    "MISSING_LENGTH, S3, MissingContentLength, 411",
    "TOO_LARGE, JSON, RequestEntityTooLargeException, 413"
  })
  void isSpelledAsTheDialectSpellsIt(Refusal refusal, Dialect dialect, String code, int status) {
    assertThat(refusal.in(dialect).code()).isEqualTo(code);
    assertThat(refusal.in(dialect).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource
  void isTheCallersFaultInEveryDialect(Refusal refusal) {
    for (var dialect : Dialect.values()) {
      assertThat(refusal.in(dialect).isCallersFault()).isTrue();
      assertThat(refusal.in(dialect).code()).isNotBlank();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_JSON_1_0, dynamodb, JSON",
    "AWS_JSON_1_1, kinesis, JSON",
    "RPC_V2_CBOR, monitoring, JSON",
    "REST_JSON_1, lambda, REST_JSON",
    "AWS_QUERY, sts, QUERY",
    "EC2_QUERY, ec2, EC2",
    "REST_XML, s3, S3",
    "REST_XML, cloudfront, QUERY"
  })
  void aServiceHasTheDialectOfItsProtocol(Protocol protocol, String service, Dialect dialect) {
    assertThat(Dialect.of(protocol, service)).isEqualTo(dialect);
  }

  @Test
  void carriesItsTextIntoTheDialect() {
    var refused = Refusal.EXPIRED.because("Request has expired").in(Dialect.S3);

    assertThat(refused.error().code()).isEqualTo("AccessDenied");
    assertThat(refused.message()).isEqualTo("Request has expired");
  }
}
