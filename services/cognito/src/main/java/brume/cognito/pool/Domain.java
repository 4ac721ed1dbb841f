package brume.cognito.pool;

/// The name under which a pool's sign-in pages are, at `<prefix>.auth.<region>.…`.
///
/// @param version of the pages' looks that was asked for: 1 for the classic ones, 2 for managed
///   login
public record Domain(Pool pool, String prefix, int version) {}
