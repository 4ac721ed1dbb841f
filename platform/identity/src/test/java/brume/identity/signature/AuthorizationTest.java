package brume.identity.signature;

import static brume.identity.signature.Fixture.refused;
import static brume.identity.signature.Fixture.request;
import static brume.identity.signature.Fixture.withQuery;
import static org.assertj.core.api.Assertions.assertThat;

import brume.http.Request;
import brume.identity.sigv4.SigningScope;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AuthorizationTest {
  private static final String GOOD =
      "AWS4-HMAC-SHA256 Credential=AKID/20260301/eu-west-1/sqs/aws4_request,"
          + "SignedHeaders=host;x-amz-date,Signature=abc";

  private static Request with(String authorization) {
    var plain = request("POST", "/", "", "");
    return plain.with(
        plain
            .headers()
            .with("X-Amz-Date", "20260301T120000Z")
            .with("Authorization", authorization));
  }

  @Test
  void isReadWithOrWithoutSpaces() {
    for (var text : new String[] {GOOD, GOOD.replace(",", ", ")}) {
      var read = Authorization.of(with(text));
      assertThat(read.accessKeyId()).isEqualTo("AKID");
      assertThat(read.scope()).isEqualTo(new SigningScope("20260301", "eu-west-1", "sqs"));
      assertThat(read.signedHeaders()).containsExactly("host", "x-amz-date");
      assertThat(read.signature()).isEqualTo("abc");
      assertThat(read.signedAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
      assertThat(read.presigned()).isFalse();
    }
  }

  @Test
  void aRequestWithoutOneOrWithABearersIsUnsigned() {
    assertThat(Authorization.of(request("GET", "/", "a=b", ""))).isNull();
    assertThat(Authorization.of(with("Bearer abc"))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AWS AKID:sig | UNSUPPORTED | is not supported. Please use AWS4-HMAC-SHA256",
        "AWS4-ECDSA-P256-SHA256 Credential=x | UNSUPPORTED | Signature Version 4A",
        "AWS4-HMAC-SHA256 nonsense | INCOMPLETE | not a valid key=value pair (missing equal-sign)",
        "AWS4-HMAC-SHA256 | INCOMPLETE | missing equal-sign",
        "AWS4-HMAC-SHA256 Credential=a | INCOMPLETE | requires 'Signature' parameter.",
        "AWS4-HMAC-SHA256 Credential=a,Signature=b | INCOMPLETE | requires 'SignedHeaders'",
        "AWS4-HMAC-SHA256 Credential=a,Signature=b,SignedHeaders=host | INCOMPLETE | exactly 5",
        "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws5,Signature=b,SignedHeaders=host"
            + " | WRONG_SCOPE | valid terminator: 'aws4_request', not 'aws5'"
      })
  void aHeaderThatCannotBeReadSaysWhy(String header, Refusal refusal, String text) {
    assertThat(refused(refusal, () -> Authorization.of(with(header))).text()).contains(text);
  }

  @Test
  void needsADateThatIsOne() {
    var dateless = with(GOOD).with(with(GOOD).headers().without("x-amz-date"));
    assertThat(refused(Refusal.INCOMPLETE, () -> Authorization.of(dateless)).text())
        .contains("existence of either a 'X-Amz-Date' or a 'Date' header");
    for (var date : new String[] {"yesterday", "20260230T250000Z", "2026030xT120000Z"}) {
      var odd = with(GOOD).with(with(GOOD).headers().set("X-Amz-Date", date));
      refused(Refusal.INCOMPLETE, () -> Authorization.of(odd));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AWS4-ECDSA-P256-SHA256, AKID/20260301/r/s3/aws4_request, 20260301T120000Z, UNSUPPORTED",
    "AWS4-HMAC-SHA256, AKID/20260301/r/s3, 20260301T120000Z, INCOMPLETE_QUERY",
    "AWS4-HMAC-SHA256, AKID/20260301/r/s3/aws4_request, 2026-03-01, INCOMPLETE_QUERY",
    "AWS4-HMAC-SHA256, '', 20260301T120000Z, INCOMPLETE_QUERY"
  })
  void aQueryThatCannotBeReadIsRefused(
      String algorithm, String credential, String date, Refusal refusal) {
    var query =
        "X-Amz-Algorithm=%s&X-Amz-Credential=%s&X-Amz-Date=%s&X-Amz-Expires=60"
                .formatted(algorithm, credential, date)
            + "&X-Amz-SignedHeaders=host&X-Amz-Signature=abc";

    refused(refusal, () -> Authorization.of(withQuery(request("GET", "/", "", ""), query)));
  }

  @Test
  void aQueryWithBrokenEscapesIsRefused() {
    var broken = request("GET", "/", "X-Amz-Signature=%zz", "");

    refused(Refusal.INCOMPLETE_QUERY, () -> Authorization.of(broken));
  }
}
