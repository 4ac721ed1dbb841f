package brume.http.server;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/// Checks the lines of a request's head while they arrive: the request line by RFC 9112 §3, exactly
/// one space between its parts, and no field folded over two lines (§5.2). Lengths, line ends,
/// names and framing are the decoder's to check.
final class HeadLines {
  private static final byte LF = '\n';
  private static final byte CR = '\r';

  private boolean afterRequestLine;

  /// What is wrong with the whole lines of this head in `buffer`, which begins with a line.
  @Nullable Rejection fault(ByteBuf buffer) {
    int start = buffer.readerIndex();
    int end = buffer.writerIndex();
    while (true) {
      int lf = buffer.indexOf(start, end, LF);
      if (lf < 0) {
        return null;
      }
      int lineEnd = lf > start && buffer.getByte(lf - 1) == CR ? lf - 1 : lf;
      if (lineEnd == start) {
        if (afterRequestLine) {
          afterRequestLine = false;
          return null;
        }
      } else {
        var fault = lineFault(buffer, start, lineEnd);
        if (fault != null) {
          return fault;
        }
      }
      start = lf + 1;
    }
  }

  private @Nullable Rejection lineFault(ByteBuf buffer, int start, int end) {
    if (afterRequestLine) {
      byte first = buffer.getByte(start);
      return switch (first) {
        case ' ', '\t' -> new Rejection(400, "A header field is folded over two lines");
        case ':' -> new Rejection(400, "A header field has no name");
        default -> null;
      };
    }
    afterRequestLine = true;
    return requestLineFault(buffer, start, end);
  }

  private static @Nullable Rejection requestLineFault(ByteBuf buffer, int start, int end) {
    int methodEnd = buffer.indexOf(start, end, (byte) ' ');
    int targetEnd = methodEnd < 0 ? -1 : buffer.indexOf(methodEnd + 1, end, (byte) ' ');
    if (methodEnd <= start || targetEnd <= methodEnd + 1 || !visible(buffer, start, end)) {
      return new Rejection(400, "The request line is not a method, a target and a version");
    }
    return versionFault(buffer, targetEnd + 1, end);
  }

  /// `HTTP/1.1` or `HTTP/1.0`.
  private static @Nullable Rejection versionFault(ByteBuf buffer, int start, int end) {
    if (end - start != 8 || !startsWithHttp(buffer, start)) {
      return new Rejection(400, "The request line does not end with the version of HTTP");
    }
    byte minor = buffer.getByte(start + 7);
    boolean known =
        buffer.getByte(start + 5) == '1'
            && buffer.getByte(start + 6) == '.'
            && (minor == '1' || minor == '0');
    return known ? null : new Rejection(505, "HTTP/1.1, HTTP/1.0 and HTTP/2 are spoken here");
  }

  private static boolean startsWithHttp(ByteBuf buffer, int start) {
    return buffer.getInt(start) == 0x48545450 && buffer.getByte(start + 4) == '/';
  }

  /// Whether there are exactly two spaces and otherwise visible ASCII.
  private static boolean visible(ByteBuf buffer, int start, int end) {
    int spaces = 0;
    for (int i = start; i < end; i++) {
      byte b = buffer.getByte(i);
      if (b == ' ') {
        spaces++;
      } else if (b < 0x21 || b > 0x7e) {
        return false;
      }
    }
    return spaces == 2;
  }
}
