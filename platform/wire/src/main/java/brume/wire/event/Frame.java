package brume.wire.event;

import brume.base.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

/// One message: a prelude of two lengths and their checksum, headers, a payload, a checksum of all.
final class Frame {
  private static final int PRELUDE = 12;
  private static final int CHECKSUM = 4;

  // the types of header values
  private static final int TRUE = 0;
  private static final int FALSE = 1;
  private static final int BYTE = 2;
  private static final int SHORT = 3;
  private static final int INTEGER = 4;
  private static final int LONG = 5;
  private static final int BYTES = 6;
  private static final int STRING = 7;
  private static final int TIMESTAMP = 8;

  private final ByteArrayOutputStream headers = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(headers);

  /// Throws [IllegalArgumentException] for a value that a header cannot carry.
  Frame header(String name, Object value) {
    try {
      var bytes = name.getBytes(StandardCharsets.UTF_8);
      out.writeByte(bytes.length);
      out.write(bytes);
      write(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  private void write(Object value) throws IOException {
    switch (value) {
      case Boolean bool -> out.writeByte(bool ? TRUE : FALSE);
      case Byte number -> {
        out.writeByte(BYTE);
        out.writeByte(number);
      }
      case Short number -> {
        out.writeByte(SHORT);
        out.writeShort(number);
      }
      case Integer number -> {
        out.writeByte(INTEGER);
        out.writeInt(number);
      }
      case Long number -> {
        out.writeByte(LONG);
        out.writeLong(number);
      }
      case Bytes bytes -> write(BYTES, bytes.shared());
      case String text -> write(STRING, text.getBytes(StandardCharsets.UTF_8));
      case Instant time -> {
        out.writeByte(TIMESTAMP);
        out.writeLong(time.toEpochMilli());
      }
      default -> throw new IllegalArgumentException("Not a value of a header: " + value.getClass());
    }
  }

  private void write(int type, byte[] bytes) throws IOException {
    if (bytes.length > Short.MAX_VALUE) {
      throw new IllegalArgumentException("A header of " + bytes.length + " bytes");
    }
    out.writeByte(type);
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  byte[] encode(byte[] payload) {
    var head = headers.toByteArray();
    var frame = ByteBuffer.allocate(PRELUDE + head.length + payload.length + CHECKSUM);
    frame.putInt(frame.capacity()).putInt(head.length);
    frame.putInt(checksum(frame)).put(head).put(payload);
    return frame.putInt(checksum(frame)).array();
  }

  private static int checksum(ByteBuffer written) {
    var crc = new CRC32();
    crc.update(written.duplicate().flip());
    return (int) crc.getValue();
  }
}
