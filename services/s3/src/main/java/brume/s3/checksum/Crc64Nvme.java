package brume.s3.checksum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.Checksum;

/// CRC-64/NVME: reflected, begun and ended with all bits set. Sixteen bytes a step.
///
/// Source: NVM Express NVM Command Set Specification, "64b CRC"; its check value is
/// `AE8B14860A799888` for the text `123456789`.
final class Crc64Nvme implements Checksum {
  static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

  private static final int STEP = 16;
  private static final int ENTRIES = 256;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// One table behind the other: the first is of the last byte of a step.
  private static final long[] TABLES = tables();

  private long state = -1;

  private static long[] tables() {
    var tables = new long[STEP * ENTRIES];
    for (int i = 0; i < ENTRIES; i++) {
      long crc = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
      }
      tables[i] = crc;
    }
    for (int i = ENTRIES; i < tables.length; i++) {
      long before = tables[i - ENTRIES];
      tables[i] = (before >>> Byte.SIZE) ^ tables[(int) before & 0xff];
    }
    return tables;
  }

  @Override
  public void update(int b) {
    state = (state >>> Byte.SIZE) ^ TABLES[(int) (state ^ b) & 0xff];
  }

  @Override
  public void update(byte[] bytes, int offset, int length) {
    long crc = state;
    int at = offset;
    int end = offset + length;
    for (; end - at >= STEP; at += STEP) {
      long first = (long) LONGS.get(bytes, at) ^ crc;
      long second = (long) LONGS.get(bytes, at + Long.BYTES);
      crc = eight(first, STEP - 1) ^ eight(second, Long.BYTES - 1);
    }
    state = crc;
    for (; at < end; at++) {
      update(bytes[at]);
    }
  }

  /// @param table that of the first of the eight bytes
  private static long eight(long bytes, int table) {
    int at = table * ENTRIES;
    return TABLES[at + ((int) bytes & 0xff)]
        ^ TABLES[at - ENTRIES + ((int) (bytes >>> 8) & 0xff)]
        ^ TABLES[at - 2 * ENTRIES + ((int) (bytes >>> 16) & 0xff)]
        ^ TABLES[at - 3 * ENTRIES + ((int) (bytes >>> 24) & 0xff)]
        ^ TABLES[at - 4 * ENTRIES + ((int) (bytes >>> 32) & 0xff)]
        ^ TABLES[at - 5 * ENTRIES + ((int) (bytes >>> 40) & 0xff)]
        ^ TABLES[at - 6 * ENTRIES + ((int) (bytes >>> 48) & 0xff)]
        ^ TABLES[at - 7 * ENTRIES + (int) (bytes >>> 56)];
  }

  @Override
  public long getValue() {
    return ~state;
  }

  @Override
  public void reset() {
    state = -1;
  }
}
