package brume.s3.checksum;

import brume.store.blob.BlobWriter;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.Checksum;

/// A checksum being computed over bytes that pass.
public sealed interface Running extends BlobWriter.Observer {
  /// Of all bytes so far; nothing may follow.
  byte[] value();

  record OfChecksum(Checksum sum, int bytes) implements Running {
    @Override
    public void update(byte[] from, int offset, int length) {
      sum.update(from, offset, length);
    }

    @Override
    public byte[] value() {
      var all = ByteBuffer.allocate(Long.BYTES).putLong(sum.getValue()).array();
      return Arrays.copyOfRange(all, Long.BYTES - bytes, Long.BYTES);
    }
  }

  record OfDigest(MessageDigest digest) implements Running {
    @Override
    public void update(byte[] from, int offset, int length) {
      digest.update(from, offset, length);
    }

    @Override
    public byte[] value() {
      return digest.digest();
    }
  }
}
