package brume.dax.form;

import java.util.List;

/// The numbers that stand for lists of attributes' names. Clients remember them for good, so a
/// number never comes to mean another list.
public interface AttributeLists {
  /// The list without names, which is never asked for.
  long EMPTY = 1;

  long id(List<String> names);

  /// Throws a validation error for a number that stands for nothing.
  List<String> names(long id);
}
