package brume.s3.form;

import java.io.IOException;
import java.io.InputStream;

/// The parts of a `multipart/form-data` body: reads up to the next delimiter, and no further.
///
/// Source: RFC 2046, section 5.1.1; RFC 7578.
final class FormStream extends InputStream {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private boolean ended;

  FormStream(InputStream in, byte[] delimiter) {
    this.in = in;
    this.delimiter = delimiter;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /// Ends before the delimiter; [#next] steps over it.
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      int found = find();
      int safe = found >= 0 ? found : Math.max(position, limit - delimiter.length + 1);
      if (safe > position) {
        int count = Math.min(length, safe - position);
        System.arraycopy(buffer, position, into, offset, count);
        position += count;
        return count;
      }
      if (found >= 0) {
        return -1;
      }
      fill();
    }
  }

  /// Skips the rest of this part and its delimiter. Whether another part follows.
  boolean next() throws IOException {
    while (read(new byte[BUFFER_BYTES], 0, BUFFER_BYTES) >= 0) {
      // skipped
    }
    position += delimiter.length;
    int first = raw();
    int second = raw();
    return !(first == '-' && second == '-');
  }

  private int raw() throws IOException {
    while (position == limit) {
      fill();
    }
    return buffer[position++];
  }

  /// A line of the head of a part, without its end.
  String line(int maximum) throws IOException {
    var line = new StringBuilder();
    while (true) {
      int next = raw();
      if (next == '\n') {
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r'
            ? utf8(line.substring(0, length - 1))
            : utf8(line.toString());
      }
      if (line.length() >= maximum) {
        throw new MalformedFormException();
      }
      line.append((char) (next & 0xFF));
    }
  }

  private static String utf8(String latin1) {
    return new String(
        latin1.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  private int find() {
    for (int i = position; i <= limit - delimiter.length; i++) {
      int j = 0;
      while (j < delimiter.length && buffer[i + j] == delimiter[j]) {
        j++;
      }
      if (j == delimiter.length) {
        return i;
      }
    }
    return -1;
  }

  private void fill() throws IOException {
    if (ended) {
      throw new MalformedFormException();
    }
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count < 0) {
      ended = true;
    } else {
      limit += count;
    }
  }
}
