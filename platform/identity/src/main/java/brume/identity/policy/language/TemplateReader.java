package brume.identity.policy.language;

import brume.identity.policy.language.Template.Codes;
import brume.identity.policy.language.Template.Part;
import brume.identity.policy.language.Template.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Compiles texts of policies: finds wildcards where they are allowed and variables where the
/// version of the language has them.
public final class TemplateReader {
  private static final String OPEN = "${";
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\{(?:([*?$])|\\s*([^{}$',]+?)\\s*(?:,\\s*'([^']*)'\\s*)?)}");

  private final String text;
  private final boolean wildcards;
  private final boolean foldsCase;
  private final List<Part> parts = new ArrayList<>();

  private TemplateReader(String text, boolean wildcards, boolean foldsCase) {
    this.text = text;
    this.wildcards = wildcards;
    this.foldsCase = foldsCase;
  }

  static Template plain(String text, Version version) {
    return new TemplateReader(text, false, false).read(version);
  }

  static Template plainInAnyCase(String text, Version version) {
    return new TemplateReader(text.toLowerCase(Locale.ROOT), false, true).read(version);
  }

  public static Template wild(String text, Version version) {
    return new TemplateReader(text, true, false).read(version);
  }

  /// The name of an action, which has no variables and matches in any case.
  public static Glob action(String text) {
    return new Glob(codes(text.toLowerCase(Locale.ROOT), true));
  }

  private Template read(Version version) {
    int at = 0;
    while (at < text.length()) {
      int next = version.hasVariables() ? text.indexOf(OPEN, at) : -1;
      int end = next < 0 ? text.length() : next;
      if (end > at) {
        parts.add(new Codes(codes(text.substring(at, end), wildcards)));
      }
      at = next < 0 ? end : variable(next);
    }
    return Template.of(parts, foldsCase);
  }

  private int variable(int start) {
    var match = VARIABLE.matcher(text).region(start, text.length());
    if (!match.lookingAt()) {
      throw MalformedPolicyException.syntax();
    }
    var special = match.group(1);
    parts.add(
        special != null
            ? new Codes(special.charAt(0))
            : new Variable(ContextKeys.canonical(match.group(2)), match.group(3)));
    return match.end();
  }

  private static int[] codes(String literal, boolean wildcards) {
    return literal.chars().map(c -> wildcards ? code(c) : c).toArray();
  }

  private static int code(int c) {
    return switch (c) {
      case '*' -> Glob.ANY;
      case '?' -> Glob.ONE;
      default -> c;
    };
  }
}
