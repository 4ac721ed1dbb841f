package brume.s3.request;

import brume.base.Body;
import brume.s3.data.Contents;
import brume.s3.data.Parts;
import brume.s3.encryption.CustomerKey;
import org.jspecify.annotations.Nullable;

/// The bytes of objects as their readers know them.
public final class Plaintext {
  private final Contents contents;
  private final Parts parts;

  public Plaintext(Contents contents, Parts parts) {
    this.contents = contents;
    this.parts = parts;
  }

  /// The bytes of a range.
  ///
  /// @param key the one that the version was put with; null for none
  public Body open(Reading.Found found, @Nullable CustomerKey key, long first, long all) {
    var version = found.version();
    CustomerKey.Stored stored =
        (offset, length) ->
            contents.open(new Contents.Region(found.bucket(), version.content(), offset, length));
    var nonces = key == null ? null : parts.nonces(found.bucket(), version);
    return key == null || nonces == null
        ? stored.open(first, all)
        : key.decrypt(stored, nonces, first, all);
  }
}
