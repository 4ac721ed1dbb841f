package brume.iam.data;

import brume.base.Scope;
import brume.store.Reader;

/// What must be gone before an entity may be deleted.
///
/// @param text as AWS refuses to delete the entity before
record Dependents(String text, Question has) {
  interface Question {
    boolean ask(Reader reader, Scope scope, String id);
  }
}
