package brume.s3.checksum;

import java.util.zip.Checksum;

/// CRC-64/NVME: reflected, begun and ended with all bits set. Eight bytes a step.
///
/// Source: NVM Express NVM Command Set Specification, "64b CRC"; its check value is
/// `AE8B14860A799888` for the text `123456789`.
final class Crc64Nvme implements Checksum {
  static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

  private static final int STEP = 8;
  private static final long[][] TABLES = tables();

  private long state = -1;

  private static long[][] tables() {
    var tables = new long[STEP][256];
    for (int i = 0; i < 256; i++) {
      long crc = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
      }
      tables[0][i] = crc;
    }
    for (int table = 1; table < STEP; table++) {
      for (int i = 0; i < 256; i++) {
        long before = tables[table - 1][i];
        tables[table][i] = (before >>> Byte.SIZE) ^ tables[0][(int) before & 0xff];
      }
    }
    return tables;
  }

  @Override
  public void update(int b) {
    state = (state >>> Byte.SIZE) ^ TABLES[0][(int) (state ^ b) & 0xff];
  }

  @Override
  public void update(byte[] bytes, int offset, int length) {
    long crc = state;
    int at = offset;
    int end = offset + length;
    for (; end - at >= STEP; at += STEP) {
      long next = 0;
      for (int i = 0; i < STEP; i++) {
        int index = (int) ((crc >>> (Byte.SIZE * i)) ^ bytes[at + i]) & 0xff;
        next ^= TABLES[STEP - 1 - i][index];
      }
      crc = next;
    }
    state = crc;
    for (; at < end; at++) {
      update(bytes[at]);
    }
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
