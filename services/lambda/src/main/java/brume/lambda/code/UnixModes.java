package brume.lambda.code;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/// The Unix modes of an archive's entries, which [java.util.zip.ZipFile] does not tell: which files
/// are executable, which are links.
///
/// Source: PKWARE APPNOTE.TXT 6.3.10, 4.3.12 "Central directory structure" and 4.3.16 "End of
/// central directory record".
final class UnixModes {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int MAX_COMMENT_BYTES = 65_535;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int MADE_ON_UNIX = 3;

  private static final int FORMAT = 0170000;
  private static final int LINK = 0120000;
  private static final int EXECUTABLE = 0111;

  private UnixModes() {}

  static boolean isLink(int mode) {
    return (mode & FORMAT) == LINK;
  }

  static boolean isExecutable(int mode) {
    return (mode & EXECUTABLE) != 0;
  }

  /// By the names of the entries; none for those that were made on other systems, and for archives
  /// so large that the fields of their ends overflow.
  static Map<String, Integer> read(Path archive) throws IOException {
    try (var channel = FileChannel.open(archive, StandardOpenOption.READ)) {
      var directory = centralDirectory(channel);
      var modes = new HashMap<String, Integer>();
      while (directory.remaining() >= ENTRY_BYTES) {
        int at = directory.position();
        if (directory.getInt(at) != ENTRY_SIGNATURE) {
          break;
        }
        int nameLength = unsigned(directory, at + 28);
        int length = ENTRY_BYTES + nameLength + unsigned(directory, at + 30);
        length += unsigned(directory, at + 32);
        if (directory.remaining() < length) {
          break;
        }
        if (directory.get(at + 5) == MADE_ON_UNIX) {
          var name = new byte[nameLength];
          directory.get(at + ENTRY_BYTES, name);
          modes.put(new String(name, StandardCharsets.UTF_8), unsigned(directory, at + 40));
        }
        directory.position(at + length);
      }
      return modes;
    }
  }

  private static ByteBuffer centralDirectory(FileChannel channel) throws IOException {
    long from = Math.max(0, channel.size() - END_BYTES - MAX_COMMENT_BYTES);
    var tail = read(channel, from, (int) (channel.size() - from));
    for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END_SIGNATURE) {
        long size = Integer.toUnsignedLong(tail.getInt(at + 12));
        long start = from + at - size;
        boolean isThere = start >= 0 && size <= Integer.MAX_VALUE;
        return isThere ? read(channel, start, (int) size) : ByteBuffer.allocate(0);
      }
    }
    return ByteBuffer.allocate(0);
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    int count = 0;
    while (buffer.hasRemaining() && count >= 0) {
      count = channel.read(buffer, from + buffer.position());
    }
    return buffer.flip();
  }

  private static int unsigned(ByteBuffer buffer, int at) {
    return Short.toUnsignedInt(buffer.getShort(at));
  }
}
