package brume.http.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The Date of responses (RFC 9110 §5.6.7), written once a second.
final class HttpDate {
  private static final DateTimeFormatter IMF =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private record Written(long second, String text) {}

  private volatile Written last = new Written(-1, "");

  String now() {
    long second = System.currentTimeMillis() / 1000;
    var written = last;
    if (written.second != second) {
      written = new Written(second, IMF.format(Instant.ofEpochSecond(second)));
      last = written;
    }
    return written.text;
  }
}
