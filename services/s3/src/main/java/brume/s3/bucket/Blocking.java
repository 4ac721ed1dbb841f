package brume.s3.bucket;

import brume.model.s3.PublicAccessBlockConfiguration;

/// What of public access a bucket blocks. What is not said is not blocked.
public final class Blocking {
  private Blocking() {}

  public static PublicAccessBlockConfiguration complete(PublicAccessBlockConfiguration said) {
    return new PublicAccessBlockConfiguration(
        Boolean.TRUE.equals(said.blockPublicAcls()),
        Boolean.TRUE.equals(said.blockPublicPolicy()),
        Boolean.TRUE.equals(said.ignorePublicAcls()),
        Boolean.TRUE.equals(said.restrictPublicBuckets()));
  }
}
