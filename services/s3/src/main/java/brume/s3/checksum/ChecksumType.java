package brume.s3.checksum;

/// What a checksum of an object in parts covers. The constants are spelled as clients spell them.
public enum ChecksumType {
  /// The checksums of the parts, one behind the other.
  COMPOSITE,
  /// All bytes of the object.
  FULL_OBJECT
}
