package brume.dynamodb.transfer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The lines of an object, none of them longer than an item can be; a line in quotation marks, as
/// CSV has them, goes on behind the ends of lines within them.
final class Lines {
  /// Of one line. An item of 400 KB has less even when all of its bytes are escaped.
  static final int MAX_BYTES = 4 << 20;

  private static final int QUOTE = '"';

  private final InputStream in;
  private final boolean quotes;

  /// @param quotes whether an end of line within quotation marks ends none
  Lines(InputStream in, boolean quotes) {
    this.in = new BufferedInputStream(in);
    this.quotes = quotes;
  }

  /// Null at the end. What is too long is empty.
  @Nullable String next() throws IOException {
    var line = new ByteArrayOutputStream();
    boolean isQuoted = false;
    boolean isTooLong = false;
    int read = in.read();
    if (read < 0) {
      return null;
    }
    for (; read >= 0 && (isQuoted || read != '\n'); read = in.read()) {
      isQuoted ^= quotes && read == QUOTE;
      isTooLong |= line.size() >= MAX_BYTES;
      if (!isTooLong) {
        line.write(read);
      }
    }
    var text = isTooLong ? "" : line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
