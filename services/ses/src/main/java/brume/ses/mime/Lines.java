package brume.ses.mime;

import brume.ses.refusal.Api;

/// Keeps line breaks out of headers, where what follows would be a header of its own.
public final class Lines {
  private Lines() {}

  /// Throws [Api#invalid] for a value that would not stay in its line.
  public static void check(String name, String value, Api api) {
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      throw api.invalid().because(name + " contains control characters");
    }
  }
}
