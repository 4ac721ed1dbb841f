package brume.lambda.code;

/// A package that is kept.
///
/// @param sha256 of the archive, in Base64, as AWS answers it
/// @param size of the archive in bytes
/// @param unpackedSize of all that is in it, in bytes
public record Archive(String sha256, long size, long unpackedSize) {}
