package brume.identity.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// "Create a signed AWS API request", canonical URI; RFC 3986 §5.2.4 for dot segments.
final class CanonicalPathTest {
  @ParameterizedTest
  @CsvSource({
    "'', /",
    "/, /",
    "/a/b, /a/b",
    "//a///b//, /a/b/",
    "/a/./b/../c, /a/c",
    "/../a, /a",
    "/a/.., /",
    "/a/.hidden, /a/.hidden",
    "/a%20b, /a%2520b",
    "/functions/arn:aws:x, /functions/arn%3Aaws%3Ax"
  })
  void isNormalisedAndEncodedTwiceForMostServices(String raw, String canonical) {
    assertThat(CanonicalPath.of(raw, SigningRules.USUAL)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "'', /",
    "/b//k/../x, /b//k/../x",
    "/b/a%20b, /b/a%20b",
    "/b/a(b), /b/a%28b%29",
    "/b/%7e%2f, /b/~%2F",
    "/b/100%, /b/100%"
  })
  void staysAsItIsForS3(String raw, String canonical) {
    assertThat(CanonicalPath.of(raw, SigningRules.S3)).isEqualTo(canonical);
  }
}
