package brume.lambda.runtime.sandbox;

import java.util.List;

/// One thing that keeps a function apart from the host and from others.
///
/// @param present whether this host gives it
/// @param detail how, or why not
public record Protection(String name, boolean present, String detail) {
  /// What this host gives and lacks, found out by trying.
  public static List<Protection> ofThisHost() {
    return Host.probe().protections();
  }
}
