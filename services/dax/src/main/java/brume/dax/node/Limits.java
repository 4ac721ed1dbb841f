package brume.dax.node;

import java.time.Duration;

/// What a cluster puts up with.
///
/// @param connections at one time; further ones are closed at once
/// @param unknownBytes of a request while nobody has signed in
/// @param requestBytes of a request: 25 items of 400 KB and their names fit
/// @param patience how long a connection may be silent within a request, or before anybody signs in
public record Limits(int connections, int unknownBytes, int requestBytes, Duration patience) {
  public static final Limits STANDARD =
      new Limits(2_000, 64 << 10, 17 << 20, Duration.ofMinutes(1));
}
