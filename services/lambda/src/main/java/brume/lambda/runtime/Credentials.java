package brume.lambda.runtime;

import java.time.Instant;

/// Temporary credentials of a function's execution role.
public record Credentials(
    String accessKeyId, String secretAccessKey, String sessionToken, Instant expiry) {

  @Override
  public String toString() {
    return "Credentials[" + accessKeyId + " until " + expiry + "]";
  }
}
