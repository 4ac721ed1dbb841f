package brume.lambda.code;

/// Bounds of packages. Source: AWS Lambda Developer Guide, "Lambda quotas", unless said otherwise.
public final class CodeLimits {
  /// Of an archive that comes within a request.
  public static final int INLINE_ARCHIVE_BYTES = 50 * 1024 * 1024;

  /// Of a package and its layers when unpacked; an archive is not larger either.
  public static final long UNPACKED_BYTES = 262_144_000;

  /// Of all packages of an account in a region: 75 GB.
  public static final long STORAGE_BYTES = 80_530_636_800L;

  /// Files and directories of a package: Brume's own bound, so that an archive of empty files is
  /// refused before the disk has no more inodes.
  public static final int ENTRIES = 200_000;

  private CodeLimits() {}
}
