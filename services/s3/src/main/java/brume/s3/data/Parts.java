package brume.s3.data;

import brume.model.s3.GetObjectAttributesParts;
import brume.s3.bucket.Bucket;
import brume.s3.object.Content;
import brume.s3.object.Version;
import brume.store.Key;
import brume.store.Store;
import brume.wire.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The parts that objects were put in, which are remembered for those who read them part by part.
public final class Parts {
  private final Store store;

  public Parts(Store store) {
    this.store = store;
  }

  /// Null for an object that was not put in parts.
  public @Nullable GetObjectAttributesParts of(Bucket bucket, Version version) {
    byte[] stored;
    try (var snapshot = store.snapshot()) {
      stored = snapshot.get(ofObject(bucket, version.content()).bytes());
    }
    try {
      return stored == null
          ? null
          : (GetObjectAttributesParts) JsonReader.read(stored, GetObjectAttributesParts.SHAPE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Key ofObject(Bucket bucket, Content content) {
    return Key.of("s3.object-parts", bucket.id(), content.name());
  }
}
