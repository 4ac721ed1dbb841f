package brume.logs.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Terms that a message contains, does not contain, or contains one of.
///
/// @param required all of them
/// @param excluded none of them
/// @param optional at least one of them, where there are no others
record TermPattern(List<String> required, List<String> excluded, List<String> optional)
    implements Predicate<String> {

  @Override
  public boolean test(String message) {
    if (required.isEmpty() && excluded.isEmpty()) {
      return optional.isEmpty() || optional.stream().anyMatch(message::contains);
    }
    return required.stream().allMatch(message::contains)
        && excluded.stream().noneMatch(message::contains);
  }

  static TermPattern parse(String text) {
    var pattern = new TermPattern(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var scanner = new Scanner(text);
    while (!scanner.atEnd()) {
      if (scanner.accept("-")) {
        pattern.excluded.add(term(scanner));
      } else if (scanner.accept("?")) {
        pattern.optional.add(term(scanner));
      } else {
        pattern.required.add(term(scanner));
      }
    }
    return pattern;
  }

  private static String term(Scanner scanner) {
    if (scanner.peek() == '"') {
      return scanner.quoted();
    }
    if (scanner.peek() == '%') {
      throw FilterPattern.lacking("regular expressions in filter patterns");
    }
    var term = scanner.until(Character::isWhitespace);
    if (term.isEmpty() || !term.chars().allMatch(TermPattern::isOfWords)) {
      throw FilterPattern.invalid("Invalid character(s) in term '" + term + "'");
    }
    return term;
  }

  private static boolean isOfWords(int character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }
}
